"""Source lines for findings."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from cxkit.checks.excerpts import LONGEST, WINDOWS, Excerpts
from cxkit.documents.diagnostics import Diagnostic, Severity, Span


def at(file: str, *lines: int) -> list[Diagnostic]:
    """Return findings at these lines of a file."""
    return [Diagnostic("CX201", Severity.ERROR, "Bad", None, file, Span(n, 1, n, 2)) for n in lines]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode(),
        lambda text: codecs.BOM_UTF8 + text.encode(),
        lambda text: text.encode("utf-16"),
        lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    ],
)
def test_lines_of_every_encoding_and_line_end(tmp_path: Path, end: str, encode) -> None:
    file = tmp_path / "roster.csv"
    file.write_bytes(encode(end.join(["id", "ä1", "", "日4"])))
    excerpts = Excerpts(at(str(file), 1, 2, 4, 9))
    assert [excerpts(str(file), line) for line in (1, 2, 3, 4, 9)] == ["id", "ä1", None, "日4", None]


def test_a_line_separator_inside_a_line_is_none(tmp_path: Path) -> None:
    file = tmp_path / "roster.csv"
    file.write_text("a\u2028b\x0bc\nsecond", encoding="utf-8")
    assert Excerpts(at(str(file), 2))(str(file), 2) == "second"


def test_what_is_not_utf_8_is_shown_as_windows_1252(tmp_path: Path) -> None:
    file = tmp_path / "roster.csv"
    file.write_bytes(b"id\nHyv\xe4 \x81\n")
    assert Excerpts(at(str(file), 2))(str(file), 2) == "Hyv\xe4 \ufffd"


def test_names_that_cannot_be_written_are_not_decoded(tmp_path: Path) -> None:
    with pytest.raises(UnicodeEncodeError):
        "\ud800".encode(errors=WINDOWS)


def test_a_very_long_line_is_kept_in_part_and_counted_once(tmp_path: Path) -> None:
    file = tmp_path / "roster.csv"
    file.write_text("x" * (3 * LONGEST) + "\nsecond\n", encoding="utf-8")
    excerpts = Excerpts(at(str(file), 1, 2))
    assert excerpts(str(file), 1) == "x" * LONGEST
    assert excerpts(str(file), 2) == "second"


def test_what_is_read_already_is_not_read_again() -> None:
    excerpts = Excerpts(at("-", 2, 7), {"-": "first\r\nsecond"})
    assert excerpts("-", 2) == "second"
    assert excerpts("-", 7) in ("", None)


def test_nothing_to_show(tmp_path: Path) -> None:
    unplaced = Diagnostic("CX201", Severity.ERROR, "Bad")
    missing, folder = str(tmp_path / "none.csv"), str(tmp_path)
    excerpts = Excerpts([unplaced, *at(missing, 1), *at(folder, 1), *at("bad\0name", 1)])
    assert [excerpts(file, 1) for file in (missing, folder, "other", "bad\0name")] == [None] * 4


def test_a_file_that_may_not_be_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "roster.csv"
    file.write_text("id\n", encoding="utf-8")

    def refused(_path: Path, *_how: str) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refused)
    assert Excerpts(at(str(file), 1))(str(file), 1) is None
