"""The program as a process in a hostile place: locales, terminals, closed pipes, signals, full disks."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

import pytest

pytestmark = pytest.mark.programs

COURSE = """\
kind: course
version: 1
id: C-1
title: Ääniä
language: fi
credits: 5
bands: {1: 40, 3: 70, 5: 90}
components:
  - {id: exam, title: Tentti, weight: 100, max: 30}
tests:
  - {name: täysi, given: {exam: 30}, grade: 5}
"""
ROSTER = "Opiskelijanumero,Nimi,Tentti\n" + "".join(
    f"a{n:03},Testi Öpiskelijä {n:03},{n % 31}\n" for n in range(60)
)
COMMANDS = {
    "table": ("grade", "roster.csv"),
    "csv": ("grade", "roster.csv", "--format", "csv"),
    "json": ("grade", "roster.csv", "--format", "json"),
    "md": ("grade", "roster.csv", "--format", "md"),
    "explain": ("explain", "roster.csv", "a007"),
    "check": ("check", "course.yaml"),
    "help": ("--help",),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a course and a roster in it."""
    (tmp_path / "course.yaml").write_text(COURSE, encoding="utf-8")
    (tmp_path / "roster.csv").write_text(ROSTER, encoding="utf-8")
    return tmp_path


def started(
    folder: Path,
    *arguments: str,
    env: Mapping[str, str] = {},
    stdin: int = subprocess.DEVNULL,
    stdout: int | IO[bytes] = subprocess.PIPE,
    stderr: int = subprocess.PIPE,
) -> subprocess.Popen[bytes]:
    """Start cxkit in a folder; its environment is empty but for what ``env`` gives."""
    command = [sys.executable, "-m", "cxkit", *arguments]
    return subprocess.Popen(command, cwd=folder, env=env, stdin=stdin, stdout=stdout, stderr=stderr)


def finished(folder: Path, *arguments: str, **options: Any) -> tuple[int, bytes, bytes]:
    """Run cxkit to its end and return status, standard output and standard error."""
    process = started(folder, *arguments, **options)
    out, err = process.communicate(timeout=60)
    return process.returncode, out, err


@pytest.mark.parametrize("name", ["table", "explain", "check"])
@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "ascii:strict", "COLUMNS": "1", "LINES": "1", "TERM": "dumb"},
        {"PYTHONIOENCODING": "utf-16", "FORCE_COLOR": "1"},
    ],
    ids=["C", "ascii", "narrow", "utf-16"],
)
def test_no_locale_and_no_terminal_is_too_poor(folder: Path, name: str, env: dict[str, str]) -> None:
    status, out, err = finished(folder, *COMMANDS[name], env=env)
    assert (status, err) == (0, b"")
    assert out


def test_documents_are_the_same_bytes_in_every_locale(folder: Path) -> None:
    for name in ("csv", "json", "md"):
        _, plain, _ = finished(folder, *COMMANDS[name], env={"PYTHONIOENCODING": "ascii"})
        _, usual, _ = finished(folder, *COMMANDS[name], env={"PYTHONUTF8": "1"})
        assert plain == usual
        assert "Öpiskelijä" in plain.decode()


def test_findings_survive_ascii(folder: Path) -> None:
    (folder / "course.yaml").write_text(COURSE.replace("grade: 5", "grade: 3"), encoding="utf-8")
    status, out, err = finished(folder, "check", "course.yaml", env={"PYTHONIOENCODING": "ascii"})
    assert (status, err) == (1, b"")
    assert b"t\\xe4ysi" in out


@pytest.mark.parametrize("name", ["table", "json", "check", "help"])
def test_a_reader_that_goes_away_is_no_trouble(folder: Path, name: str) -> None:
    process = started(folder, *COMMANDS[name])
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    with process.stderr as stderr:
        assert stderr.read() == b""
    assert process.wait(timeout=60) == 0


@pytest.mark.parametrize("format_", ["text", "json"])
@pytest.mark.parametrize(("more", "expected"), [([], 1), (["none.yaml"], 2), (["--exit-zero"], 0)])
def test_what_was_found_ends_a_check_though_its_reader_goes_away(
    folder: Path, format_: str, more: list[str], expected: int
) -> None:
    (folder / "course.yaml").write_text(COURSE.replace("grade: 5", "grade: 3"), encoding="utf-8")
    process = started(folder, "check", "course.yaml", "--format", format_, *more)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    with process.stderr as stderr:
        assert stderr.read() == b""
    assert process.wait(timeout=60) == expected


@pytest.mark.parametrize("name", ["table", "csv", "check"])
def test_streams_that_are_not_there(folder: Path, name: str) -> None:
    command = f'exec "{sys.executable}" -m cxkit {" ".join(COMMANDS[name])} <&- >&- 2>&-'
    done = subprocess.run(["/bin/sh", "-c", command], cwd=folder, env={}, check=False, timeout=60)
    assert done.returncode == 0


def test_a_roster_from_a_standard_input_that_is_not_there(folder: Path) -> None:
    command = f'exec "{sys.executable}" -m cxkit grade - <&-'
    done = subprocess.run(
        ["/bin/sh", "-c", command], cwd=folder, env={}, check=False, timeout=60, capture_output=True
    )
    assert done.returncode == 2
    assert done.stderr == b"cxkit: There is no standard input to read from.\n"


@pytest.mark.parametrize("name", ["table", "csv", "check"])
def test_a_full_disk_behind_standard_output(folder: Path, name: str) -> None:
    with Path("/dev/full").open("wb") as full:
        status, _, err = finished(folder, *COMMANDS[name], stdout=full)
    assert status == 2
    assert err == b"cxkit: The output cannot be written: No space left on device.\n"


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 130)])
def test_a_signal_leaves_old_files_and_no_others(folder: Path, number: int, status: int) -> None:
    (folder / "grades.csv").write_text("old", encoding="utf-8")
    before = sorted(path.name for path in folder.iterdir())
    options = ("-o", "grades.csv", "-o", "report.md", "--force")
    process = started(folder, "grade", "-", *options, stdin=subprocess.PIPE)
    assert process.stdin is not None
    process.stdin.write(ROSTER.encode())
    process.stdin.flush()
    deadline = time.monotonic() + 30
    while sorted(path.name for path in folder.iterdir()) == before and time.monotonic() < deadline:
        time.sleep(0.02)
    assert any(path.name.startswith(".cxkit-tmp-") for path in folder.iterdir())
    process.send_signal(number)
    out, err = process.communicate(timeout=60)
    assert process.returncode == status
    assert (out, err) == (b"", b"cxkit: interrupted.\n")
    assert sorted(path.name for path in folder.iterdir()) == before
    assert (folder / "grades.csv").read_text(encoding="utf-8") == "old"


def on_a_terminal(folder: Path, env: dict[str, str], *arguments: str) -> bytes:
    """Run cxkit with a pseudo-terminal as its standard output and return what it shows."""
    import pty

    ours, theirs = pty.openpty()
    process = started(folder, *arguments, env=env, stdout=theirs, stderr=theirs)
    os.close(theirs)
    shown = b""
    while True:
        try:
            piece = os.read(ours, 4096)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    os.close(ours)
    process.wait(timeout=60)
    return shown


@pytest.mark.parametrize(
    ("env", "coloured"),
    [
        ({"TERM": "xterm"}, True),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False),
        ({"TERM": "dumb"}, False),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, True),
    ],
)
def test_colour_only_where_it_is_welcome(folder: Path, env: dict[str, str], coloured: bool) -> None:
    (folder / "course.yaml").write_text(COURSE.replace("max: 30", "max: 0"), encoding="utf-8")
    assert (b"\x1b[" in on_a_terminal(folder, env, "check", "course.yaml")) is coloured
    status, out, _ = finished(folder, "check", "course.yaml", env={"TERM": "xterm"})
    assert status == 1
    assert b"\x1b" not in out


LONG = "e\u0301日" * 3000
HOSTILE = "\x1b]0;title\x07\x1b[31m[red]Name[/red]\x1b[0m\u202e\u200b"


def hostile_roster(folder: Path) -> None:
    """Put a roster in the folder that would like to command the terminal."""
    text = f"id,name,Tentti\na1,{HOSTILE},20\na2,{LONG},25\n"
    (folder / "roster.csv").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("name", ["table", "csv", "json", "md"])
def test_a_terminal_obeys_nothing_of_a_roster(folder: Path, name: str) -> None:
    hostile_roster(folder)
    env = {"TERM": "xterm", "NO_COLOR": "1", "PYTHONUTF8": "1"}
    shown = on_a_terminal(folder, env, *COMMANDS[name], "--quiet").decode()
    assert not set(shown) & set("\x1b\x07\u202e\u200b")
    assert "Name" in shown


@pytest.mark.parametrize("columns", ["1", "20", "0", "nonsense"])
def test_no_terminal_is_too_narrow(folder: Path, columns: str) -> None:
    hostile_roster(folder)
    env = {"TERM": "xterm", "NO_COLOR": "1", "PYTHONUTF8": "1", "COLUMNS": columns}
    shown = on_a_terminal(folder, env, *COMMANDS["table"]).decode()
    assert "a1" in "".join(shown.split())
    assert "cxkit:" not in shown


def test_brackets_of_a_roster_are_no_markup(folder: Path) -> None:
    hostile_roster(folder)
    shown = on_a_terminal(folder, {"TERM": "xterm"}, "explain", "roster.csv", "a1")
    assert b"[red]Name[/red]" in shown


def test_a_terminal_obeys_nothing_of_an_argument(folder: Path) -> None:
    shown = on_a_terminal(folder, {"TERM": "xterm"}, "grade", "\x1b[2Jmissing.csv")
    assert b"\x1b" not in shown
    assert b"missing.csv" in shown


def test_a_name_that_is_no_text(folder: Path) -> None:
    odd = os.fsdecode(b"ro\xffster.csv")
    (folder / odd).write_text(ROSTER, encoding="utf-8")
    status, out, err = finished(folder, "grade", odd, "--format", "json", env={"PYTHONUTF8": "1"})
    assert (status, err) == (0, b"")
    assert len(json.loads(out)["students"]) == 60
    status, out, err = finished(folder, "check", os.fsdecode(b"co\xffurse.yaml"))
    assert (status, out) == (2, b"")
    assert err.count(b"\n") == 1


def test_the_table_of_a_job_is_kept_though_the_reader_goes_away(folder: Path) -> None:
    (folder / "course.yaml").write_text(COURSE.replace("grade: 5", "grade: 3"), encoding="utf-8")
    page = folder / "summary.md"
    env = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(page)}
    process = started(folder, "check", "course.yaml", env=env)
    assert process.stdout is not None
    process.stdout.close()
    process.communicate(timeout=60)
    assert process.returncode == 1
    assert "1 file checked: 1 error, 1 info." in page.read_text(encoding="utf-8")
