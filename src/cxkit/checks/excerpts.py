"""Single lines of text files by number, for showing what a finding is about.

Only for showing: the readers of documents and rosters decide what the files hold.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Mapping
from pathlib import Path

from cxkit.documents.diagnostics import Diagnostic
from cxkit.documents.document import Lines

CHUNK = 1 << 16
WINDOWS = "cxkit-windows"
"""Name of the way to decode what is not UTF-8: as Windows-1252, like a roster is read then."""

LONGEST = 1 << 18
"""How many characters of one line are kept at most."""


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


codecs.register_error(WINDOWS, _as_windows)


class Excerpts:
    """The source lines of a set of diagnostics, each file read once and only as far as needed.

    ``texts`` holds what is read already, by the name the diagnostics use. A file that
    cannot be read (again) simply has no lines.
    """

    def __init__(self, diagnostics: Iterable[Diagnostic], texts: Mapping[str, str] | None = None) -> None:
        wanted: dict[str, set[int]] = {}
        for diagnostic in diagnostics:
            if diagnostic.file is not None and diagnostic.span is not None:
                wanted.setdefault(diagnostic.file, set()).add(diagnostic.span.line)
        given = texts or {}
        self._lines = {
            file: _pick(Lines.of(given[file]), lines) if file in given else _read(file, lines)
            for file, lines in wanted.items()
        }

    def __call__(self, file: str, line: int) -> str | None:
        """Return one line without its end, or None when it is not at hand."""
        return self._lines.get(file, {}).get(line)


def _pick(lines: Lines, wanted: set[int]) -> dict[int, str]:
    return {number: lines.line(number) for number in wanted}


def _read(file: str, wanted: set[int]) -> dict[int, str]:
    path = Path(file)
    found: dict[int, str] = {}
    try:
        if not path.is_file():
            return found
        with path.open("rb") as raw:
            encoding = _encoding(raw.read(3))
        with path.open(encoding=encoding, errors=WINDOWS) as text:
            number = 1
            while number <= max(wanted):
                line = text.readline(LONGEST)
                if not line:
                    break
                if number in wanted:
                    found.setdefault(number, line.rstrip("\n"))
                number += line.endswith("\n")
    except OSError:
        return found
    return found


def _encoding(start: bytes) -> str:
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    return "utf-8-sig"
