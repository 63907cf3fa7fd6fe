"""`cxkit completion`: scripts that let a shell complete commands, options and their values.

The script that a shell reads asks the program itself, through an environment variable; `answer` is
what the program then says. Both speak the language of Typer's own completion.
"""

from __future__ import annotations

import os
from enum import StrEnum
from typing import Annotated

import typer

from cxkit.cli import console

VARIABLE = "_CXKIT_COMPLETE"
"""Set by a shell's script: the shell, and that it wants to be told how a command line may go on."""


class Shell(StrEnum):
    """The shells that there is a script for."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"


def completion(
    shell: Annotated[Shell, typer.Argument(metavar="SHELL", help="bash, zsh or fish.", show_default=False)],
) -> None:
    """Print the script that makes a shell complete commands.

    It completes options, kinds of file and codes of rules as well.

    Examples:

    \b
      eval "$(cxkit completion bash)"       in ~/.bashrc
      eval "$(cxkit completion zsh)"        in ~/.zshrc, after compinit
      cxkit completion fish | source        in ~/.config/fish/config.fish
    """
    from typer._completion_shared import get_completion_script

    console.out(get_completion_script(prog_name="cxkit", complete_var=VARIABLE, shell=shell.value))


def asked() -> bool:
    """Tell whether a shell asks how a command line may go on."""
    return bool(os.environ.get(VARIABLE))


def answer(app: typer.Typer) -> int:
    """Tell the shell how its command line may go on, and return the exit status.

    A command line that is not finished may be wrong in any way; nothing is said about that.
    """
    from typer._completion_classes import completion_init
    from typer.completion import shell_complete
    from typer.main import get_command

    completion_init()
    try:
        return shell_complete(get_command(app), {}, "cxkit", VARIABLE, os.environ[VARIABLE])
    except SystemExit as ending:
        return int(ending.code or 0)
    except Exception:
        return 1
