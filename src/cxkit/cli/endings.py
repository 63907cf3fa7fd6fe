"""The three endings of the program and their exit status: done, said why, a bug.

Commands raise what stops them; `ending` says it in a sentence and gives the status. What a finding
looks like is for `cxkit.checks.formats.lines`.
"""

from __future__ import annotations

import os
import platform
import re
import shlex
import sys
import tempfile
import traceback
from collections.abc import Sequence
from enum import IntEnum
from typing import Any

import typer
from typer.main import get_command

from cxkit import __version__
from cxkit.cli import console
from cxkit.cli.suggestions import commands_meant, in_quotes
from cxkit.documents.diagnostics import Refused, UnreadableFile
from cxkit.documents.nearness import either, nearest
from cxkit.escape import terminal
from cxkit.files import UnwritableFile
from cxkit.roster.opening import YAML_ENDINGS

# How the library shows a word in its sentences, and what it says of arguments that no parameter takes.
_IN_QUOTES = re.compile(r"(?<!\w)'([^']*)'(?!\w)")
_EXTRA = re.compile(r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)\.?", re.DOTALL)
_UNKNOWN = re.compile(r"No such command `(.*)`\.", re.DOTALL)


class Exit(IntEnum):
    """What the shell is told."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    BUG = 3
    INTERRUPTED = 130


def run(app: typer.Typer, arguments: Sequence[str]) -> int:
    """Carry out one command line and return its exit status, whatever happens."""
    command = get_command(app)
    try:
        with command.make_context("cxkit", list(arguments)) as context:
            command.invoke(context)
        console.flush()
    except BaseException as error:
        return _ending(error, arguments)
    return Exit.DONE


def _ending(error: BaseException, arguments: Sequence[str]) -> int:
    """Say what ended the program and return the status; streams that fail are given up quietly."""
    status = _status(error)
    try:
        say(error, arguments)
        console.flush()
    except (BrokenPipeError, console.CommandError):
        console.discard_output()
    return status


def _status(error: BaseException) -> int:
    match error:
        case typer.Exit():
            return error.exit_code
        case BrokenPipeError():
            return Exit.DONE
        case typer.TyperException() | console.CommandError() | UnreadableFile() | UnwritableFile():
            return Exit.USAGE
        case PermissionError() if error.filename is not None:
            return Exit.USAGE
        case Refused():
            return Exit.FINDINGS
        case KeyboardInterrupt():
            return Exit.INTERRUPTED
        case _:
            return Exit.BUG


def say(error: BaseException, arguments: Sequence[str] = ()) -> None:
    """Tell the user on standard error what stopped a command that was given ``arguments``."""
    match error:
        case typer.Exit():
            pass
        case BrokenPipeError():
            console.discard_output()
        case typer.TyperException():
            console.err(usage_sentence(error, arguments))
        case console.CommandError() | UnreadableFile() | UnwritableFile():
            console.err(f"cxkit: {terminal(str(error))}")
        case PermissionError() if error.filename is not None:  # of a name in a folder that is closed to us
            console.err(f"cxkit: {terminal(str(error.filename))}: there is no permission to look there.")
        case Refused():
            console.diagnostics(error.diagnostics, sys.stderr)
        case KeyboardInterrupt():
            console.err("cxkit: interrupted.")
        case _:
            console.err(bug_report(error))


def usage_sentence(error: typer.TyperException, arguments: Sequence[str]) -> str:
    """Word a usage error as one sentence and where help is.

    Of the options that the library thinks of for a misspelt one, only the nearest is asked about.
    """
    context: Any = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "cxkit"
    sentence = " ".join(error.format_message().replace("Value error, ", "").split())
    sentence = _IN_QUOTES.sub(r"`\1`", sentence.removeprefix("Invalid value: "))
    option = getattr(error, "option_name", None)
    extra, unknown = _EXTRA.fullmatch(sentence), _UNKNOWN.fullmatch(sentence)
    if option is not None and sentence.startswith("No such option"):
        near = nearest(option, getattr(error, "possibilities", None) or ())
        sentence = f"No such option: `{option}`." + (f" Did you mean `{near}`?" if near is not None else "")
    elif unknown is not None and context is not None:
        sentence = _no_command(sentence, unknown[1], context)
    elif extra is not None:
        sentence = _too_many(extra[1], context, arguments)
    elif sentence[-1:] not in (".", "?"):
        sentence += "."
    return f"cxkit: {terminal(sentence)} See `{command} --help`."


def _no_command(sentence: str, word: str, context: Any) -> str:
    """Ask about a command of another group, where the word is none of this one's."""
    root = context.find_root()
    meant = commands_meant(word, root.info_name, root.command)
    return f"{sentence} Did you mean {either([f'`{one}`' for one in meant])}?" if meant else sentence


def _too_many(extra: str, context: Any, arguments: Sequence[str]) -> str:
    """Word arguments too many: of a name with spaces, or a YAML file that was meant as the course file."""
    name = in_quotes(arguments)
    if name is not None:
        return f"More arguments than the command takes: a name with spaces needs quotes, as in `{name}`."
    has_course = any("--course" in parameter.opts for parameter in context.command.params)
    if has_course and extra in arguments and extra.lower().endswith(YAML_ENDINGS):
        return f"`{extra}` is too much: did you mean `--course {shlex.quote(extra)}`?"
    return f"More arguments than the command takes: `{extra}`."


def bug_report(error: BaseException) -> str:
    """Say in a paragraph that cxkit has a bug, and keep the traceback for a report."""
    trace = "".join(traceback.format_exception(error))
    what = terminal(f"{type(error).__name__}: {error}" if str(error) else type(error).__name__)
    versions = f"cxkit {__version__}, Python {platform.python_version()}, {platform.system()}"
    if os.environ.get("CXKIT_DEBUG"):
        place = "The traceback stands above"
        head = trace
    else:
        place = _kept(trace)
        head = ""
    return (
        f"{head}cxkit: stopped because of a bug in cxkit, not because of your files ({what}). {place}; "
        f"please send it to the maintainers of cxkit with the command you gave, and leave out what names "
        f"a student. Version: {versions}."
    )


def _kept(trace: str) -> str:
    try:
        number, path = tempfile.mkstemp(prefix="cxkit-bug-", suffix=".txt")
        with os.fdopen(number, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(trace)
    except OSError:
        return "Set CXKIT_DEBUG=1 and run it again to see the traceback"
    return f"The traceback is in {terminal(path)}"
