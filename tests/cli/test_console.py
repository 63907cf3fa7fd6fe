"""The standard streams: what cannot be encoded, colour, progress, readers that go away."""

from __future__ import annotations

import errno
import io
import os
import pty
import termios
from pathlib import Path
from typing import TextIO

import pytest

from cxkit.cli import console
from cxkit.cli.console import CommandError, Progress


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


class Failing(io.StringIO):
    """A stream that cannot be written to."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number

    def write(self, _text: str) -> int:
        raise OSError(self.number, "no")


@pytest.mark.parametrize(
    ("stream", "environment", "wanted"),
    [
        (Terminal(), {}, True),
        (Terminal(), {"TERM": "xterm"}, True),
        (Terminal(), {"TERM": "dumb"}, False),
        (Terminal(), {"NO_COLOR": "1"}, False),
        (Terminal(), {"NO_COLOR": ""}, True),
        (Terminal(), {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        (io.StringIO(), {}, False),
        (io.StringIO(), {"FORCE_COLOR": "1"}, True),
        (io.StringIO(), {"FORCE_COLOR": "0"}, False),
        (io.StringIO(), {"FORCE_COLOR": ""}, False),
        (io.StringIO(), {"FORCE_COLOR": "1", "TERM": "dumb"}, True),
        (None, {}, False),
    ],
)
def test_colour(stream: io.StringIO | None, environment: dict[str, str], wanted: bool) -> None:
    assert console.wants_colour(stream, environment) is wanted


def test_out_and_err_write_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    console.out("grades")
    console.err("trouble")
    assert capsys.readouterr() == ("grades\n", "trouble\n")


def test_a_missing_stream_is_nobody_listening(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("stdout", "stderr"):
        monkeypatch.setattr(f"sys.{name}", None)
    console.prepare()
    console.out("grades")
    console.out_document(io.BytesIO(b"grades"))
    console.err("trouble")
    console.flush()
    console.discard_output()


def test_how_wide_a_terminal_is(monkeypatch: pytest.MonkeyPatch) -> None:
    main, other = pty.openpty()
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.setattr("sys.__stdout__", None)
    with os.fdopen(main, "rb"), os.fdopen(other, "w", encoding="utf-8") as stream:
        termios.tcsetwinsize(other, (24, 61))
        assert console.columns(stream) == 61
        monkeypatch.setenv("COLUMNS", "33")
        assert console.columns(stream) == 33
    assert console.columns(None) is None
    assert console.columns(io.StringIO()) is None


def test_a_reader_that_has_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", Failing(errno.EPIPE))
    with pytest.raises(BrokenPipeError):
        console.out("grades")


def test_a_full_disk_behind_standard_output(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", Failing(errno.ENOSPC))
    with pytest.raises(CommandError, match=r"cannot be written: No space left"):
        console.out("grades")


def test_a_document_is_utf8_whatever_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(raw, encoding="ascii"))
    console.out("before")
    console.out_document(io.BytesIO("Hyväksytty\r\n".encode()))
    assert raw.getvalue() == "before\nHyväksytty\r\n".encode()


def test_a_document_on_a_terminal_goes_by_its_encoding(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stdout", terminal)
    console.out_document(io.BytesIO("Hyväk\x1b[2Jsytty\n\u202e".encode()))
    assert terminal.getvalue() == "Hyväksytty\n"


def test_a_document_to_a_full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(io.BytesIO):
        def write(self, _data: object) -> int:
            raise OSError(errno.ENOSPC, "full")

    class Stream(io.StringIO):
        buffer = Full()

    monkeypatch.setattr("sys.stdout", Stream())
    with pytest.raises(CommandError):
        console.out_document(io.BytesIO(b"grades"))


def test_what_an_encoding_lacks_is_escaped(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(raw, encoding="ascii"))
    console.prepare()
    console.out("Hyväksytty \udcff")
    assert raw.getvalue() == b"Hyv\\xe4ksytty \\udcff\n"


class Clock:
    """A clock that is moved by hand; seconds."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_progress_is_silent_for_a_second_and_wipes_its_line() -> None:
    terminal, clock = Terminal(), Clock()
    with Progress(terminal, clock) as progress:
        clock.now = 0.9
        progress(50_000)
        assert terminal.getvalue() == ""
        clock.now = 1.1
        progress(100_000)
        progress(150_000)
        assert terminal.getvalue() == "\r100,000 students read\x1b[K"
        clock.now = 1.4
        progress(200_000)
    assert terminal.getvalue().endswith("200,000 students read\x1b[K\r\x1b[K")


@pytest.mark.parametrize("quiet", [True, False])
def test_progress_is_for_terminals_and_not_for_the_quiet(quiet: bool) -> None:
    stream, clock = Terminal() if quiet else io.StringIO(), Clock()
    with Progress(stream, clock, quiet=quiet) as progress:
        clock.now = 5.0
        progress(1)
    assert stream.getvalue() == ""


@pytest.mark.parametrize(
    ("stream", "columns", "paper"),
    [
        (io.TextIOWrapper(io.BytesIO(), encoding="utf-8"), "30", (None, False, False)),
        (io.TextIOWrapper(io.BytesIO(), encoding="ascii"), "30", (None, False, True)),
        (Terminal(), "30", (30, True, False)),
        (None, "30", (None, False, False)),
    ],
)
def test_paper(
    stream: TextIO | None,
    columns: str,
    paper: tuple[int | None, bool, bool],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr("sys.stdout", stream)
    found = console.paper()
    assert (found.width, found.colour, found.ascii_only) == paper


def test_a_standard_input_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(CommandError, match="no standard input"):
        console.standard_input()


def test_discarded_output_reaches_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (tmp_path / "out").open("w", encoding="utf-8") as stream:
        stream.write("held back")
        monkeypatch.setattr("sys.stdout", stream)
        monkeypatch.setattr("sys.stderr", io.StringIO())
        console.discard_output()
    assert (tmp_path / "out").read_text(encoding="utf-8") == ""
