"""Completion in real shells: what the Tab key makes of the beginning of a command line."""

import os
import pty
import select
import shutil
import subprocess
import sysconfig
import time
from pathlib import Path

import pytest

from cxkit.cli.app import main
from cxkit.cli.completion import VARIABLE, Shell

BASH = """
eval "$(cxkit completion bash)"
COMP_WORDS=({words})
[[ "$LINE" == *" " ]] && COMP_WORDS+=("")
COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
_cxkit_completion cxkit "${{COMP_WORDS[COMP_CWORD]}}"
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
FISH = 'cxkit completion fish | source; complete --do-complete "$LINE"'
ZSH = 'PS1=; autoload -Uz compinit; compinit -u -D; eval "$(cxkit completion zsh)"; print RE""ADY'


def environment(folder: Path, line: str) -> dict[str, str]:
    path = f"{sysconfig.get_path('scripts')}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "LINE": line, "TERM": "xterm", "HOME": str(folder)}


def completed(shell: str, line: str, folder: Path, wanted: str) -> str:
    """Return what a shell offers at the end of a command line, in a folder; zsh until `wanted` is seen."""
    if shell == "zsh":
        return on_a_terminal(["zsh", "-f"], ZSH, line, wanted, folder)
    script = {"bash": BASH.format(words=line), "fish": FISH}[shell]
    options = {"bash": "--norc", "fish": "--no-config"}[shell]
    done = subprocess.run(
        [shell, options, "-c", script],
        cwd=folder,
        env=environment(folder, line),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.stderr == ""
    return done.stdout


def on_a_terminal(command: list[str], setup: str, line: str, wanted: str, folder: Path) -> str:
    """Type a line and the Tab key into a shell; return what it shows then, in 30 seconds at most."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        command,
        cwd=folder,
        env=environment(folder, line),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    ) as process:
        os.close(theirs)
        os.write(ours, f"{setup}\n".encode())
        read_until(ours, "READY")
        os.write(ours, f"{line}\t".encode())
        shown = read_until(ours, wanted)
        process.kill()
    os.close(ours)
    return shown


def read_until(terminal: int, wanted: str) -> str:
    """Read what appears on a terminal until it holds a word."""
    shown = b""
    end = time.monotonic() + 30
    while wanted.encode() not in shown and (left := end - time.monotonic()) > 0:
        if select.select([terminal], [], [], left)[0]:
            shown += os.read(terminal, 4096)
    return shown.decode(errors="replace")


INSTALLED = [shell.value for shell in Shell if shutil.which(shell.value)]


def test_there_is_a_shell_to_try() -> None:
    assert INSTALLED


@pytest.mark.programs
@pytest.mark.parametrize("shell", INSTALLED)
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("cxkit ch", "check"),
        ("cxkit course n", "new"),
        ("cxkit check --form", "--format"),
        ("cxkit check --format conc", "concise"),
        ("cxkit schema co", "course"),
        ("cxkit completion fi", "fish"),
        ("cxkit check --select CX10", "CX103"),
        ("cxkit check --ignore CX101,CX12", "CX101,CX120"),
    ],
)
def test_a_word_is_completed(shell: str, line: str, offered: str, tmp_path: Path) -> None:
    assert offered in completed(shell, line, tmp_path, offered)


@pytest.mark.programs
@pytest.mark.parametrize("shell", INSTALLED)
def test_all_commands_are_offered(shell: str, tmp_path: Path) -> None:
    offered = completed(shell, "cxkit ", tmp_path, "schema")
    assert all(command in offered for command in ("grade", "explain", "check", "course", "schema"))


@pytest.mark.programs
@pytest.mark.parametrize("shell", sorted({"fish", "zsh"} & set(INSTALLED)))
def test_files_are_offered_where_files_are_named(shell: str, tmp_path: Path) -> None:
    (tmp_path / "my-course.yaml").touch()
    assert "my-course.yaml" in completed(shell, "cxkit check my", tmp_path, "my-course.yaml")


@pytest.mark.parametrize("shell", list(Shell))
def test_a_script_asks_the_program(shell: Shell, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell.value]) == 0
    assert VARIABLE in capsys.readouterr().out


def test_bash_falls_back_on_files(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", "bash"]) == 0
    assert "complete -o default" in capsys.readouterr().out


def test_another_shell_has_no_script(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", "ksh"]) == 2
    assert "`ksh` is not one of" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "place", "said", "status"),
    [
        ("cxkit check --form", "2", "--format", 0),
        ("cxkit nothing --x ", "3", "", 0),
        ("cxkit check", "no number", "", 1),
    ],
)
def test_an_answer_is_an_answer_whatever_was_asked(
    words: str,
    place: str,
    said: str,
    status: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name, value in {VARIABLE: "complete_bash", "COMP_WORDS": words, "COMP_CWORD": place}.items():
        monkeypatch.setenv(name, value)
    assert main() == status
    told = capsys.readouterr()
    assert said in told.out
    assert told.err == ""


def test_fish_is_told_by_the_status_whether_there_is_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        VARIABLE: "complete_fish",
        "_TYPER_COMPLETE_FISH_ACTION": "is-args",
        "_TYPER_COMPLETE_ARGS": "cxkit check my",
    }.items():
        monkeypatch.setenv(name, value)
    assert main() == 1
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", "cxkit ch")
    assert main() == 0
