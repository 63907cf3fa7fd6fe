"""Split the lines of a roster into records, knowing for each cell where it stands.

This is the careful reader's splitter: quotes, cells over several lines, rows of the wrong length. The fast
reader never sees a file for which these matter.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from cxkit.documents.delimiters import said_delimiter
from cxkit.documents.diagnostics import Span
from cxkit.roster.findings import Findings

MAX_CELL: Final = 128 * 1024
QUOTED: Final = re.compile(r'"([^"]*(?:""[^"]*)*)"')
SEEN_AS_BLANK: Final = ' \t"'


class Record(NamedTuple):
    """A record: the line it begins on (from 1), its text with line feeds between its lines, its cells."""

    line: int
    text: str
    cells: list[str]


@dataclass(frozen=True, slots=True)
class QuoteError:
    """Where quoting goes wrong: the cell is not closed, or `closed` and something follows."""

    position: int
    closed: bool


def split(text: str, delimiter: str) -> list[tuple[int, int, str]] | QuoteError:
    """Split a record into (start, end, value) of its cells; start and end count characters of the text."""
    cells, position = [], 0
    while True:
        if text.startswith('"', position):
            match = QUOTED.match(text, position)
            if match is None:
                return QuoteError(position, closed=False)
            end, value = match.end(), match[1].replace('""', '"')
            if end < len(text) and text[end] != delimiter:
                return QuoteError(end, closed=True)
        else:
            end = text.find(delimiter, position)
            end = len(text) if end < 0 else end
            value = text[position:end]
        cells.append((position, end, value))
        if end == len(text):
            return cells
        position = end + 1


def place(line: int, text: str, start: int, end: int) -> Span:
    """Turn positions in a record's text into a span of the file."""
    first, last = text.count("\n", 0, start), text.count("\n", 0, end)
    return Span(line + first, start - text.rfind("\n", 0, start), line + last, end - text.rfind("\n", 0, end))


def cell_span(line: int, text: str, delimiter: str, index: int) -> Span:
    """Give the span of a cell of a record that was split without an error."""
    cells = split(text, delimiter)
    assert not isinstance(cells, QuoteError)
    return place(line, text, cells[index][0], cells[index][1])


class Records:
    """Iterate over the records of a file; what cannot be split is reported and left out.

    The first record is the header: its length is what the other rows must have. Blank lines, rows of empty
    cells and a line before the header that only declares the delimiter are skipped.
    """

    def __init__(self, lines: Iterator[str], delimiter: str, findings: Findings) -> None:
        self._lines = lines
        self._again: deque[str] = deque()
        self._next_line = 1
        self.delimiter = delimiter
        self.findings = findings
        self.width: int | None = None

    def __iter__(self) -> Iterator[Record]:
        blank = SEEN_AS_BLANK + self.delimiter
        while (text := self._take()) is not None:
            line = self._next_line - 1
            if _is_blank(text, blank) or (self.width is None and said_delimiter(text) is not None):
                continue
            if '"' in text:
                record = self._quoted(line, text)
            else:
                record = Record(line, text, text.split(self.delimiter))
            if record is not None and self._is_sound(record):
                yield record

    def _take(self) -> str | None:
        text = self._again.popleft() if self._again else next(self._lines, None)
        self._next_line += text is not None
        return text

    def _quoted(self, line: int, text: str) -> Record | None:
        """Split a record with quotes, taking in more lines while a quoted cell is open."""
        taken, opened = [text], -1
        cells = split(text, self.delimiter)
        while isinstance(cells, QuoteError) and not cells.closed:
            opened = cells.position
            size, quotes = len(text), text.count('"', opened)
            while quotes % 2 and size <= opened + MAX_CELL and (more := self._take()) is not None:
                taken.append(more)
                size, quotes = size + len(more) + 1, quotes + more.count('"')
            if quotes % 2:
                break
            text = "\n".join(taken)
            cells = split(text, self.delimiter)
        if isinstance(cells, QuoteError):
            # A cell that swallows lines and then closes at another cell's quote was meant to close before.
            swallowed = cells.closed and opened >= 0 and _closing(text, opened) == cells.position
            if swallowed or not cells.closed:
                self._put_back(taken[1:])
            self._report(line, text, QuoteError(opened, closed=False) if swallowed else cells)
            return None
        return Record(line, text, [value for _, _, value in cells])

    def _put_back(self, lines: list[str]) -> None:
        self._again.extendleft(reversed(lines))
        self._next_line -= len(lines)

    def _report(self, line: int, text: str, error: QuoteError) -> None:
        span = place(line, text, error.position, error.position + 1)
        if error.closed:
            message = "Something follows the closing quote of a cell"
            hint = "A quote within a quoted cell is written twice."
            self.findings.error("CX212", message, hint, span)
        else:
            message = "The quote that opens this cell is never closed"
            hint = "Close it, or take it out; export the file again if you can."
            self.findings.error("CX211", message, hint, span)

    def _is_sound(self, record: Record) -> bool:
        """Report a record that holds a NUL, an overlong cell or the wrong number of cells."""
        text, found, wanted = record.text, len(record.cells), self.width
        if "\0" in text:
            at = text.index("\0")
            hint = "The file may be UTF-16 without its mark, or damaged: export it again as UTF-8."
            self.findings.error(
                "CX202", "There is a NUL character", hint, place(record.line, text, at, at + 1)
            )
            return False
        if len(text) > MAX_CELL and max(map(len, record.cells)) > MAX_CELL:
            index = next(i for i, cell in enumerate(record.cells) if len(cell) > MAX_CELL)
            span = cell_span(record.line, text, self.delimiter, index)
            hint = "Check that the file is a gradebook and its quotes are closed."
            self.findings.error("CX213", "The cell is longer than 128 KiB", hint, span)
            return False
        if wanted is None:
            self.width = found
        elif found != wanted:
            self._wrong_length(record, wanted)
            return False
        return True

    def _wrong_length(self, record: Record, wanted: int) -> None:
        found, text = len(record.cells), record.text
        cells = split(text, self.delimiter)
        assert not isinstance(cells, QuoteError)
        start = cells[wanted][0] if found > wanted else len(text)
        message = f"The row has {_cells(found)}, and the header has {wanted}"
        hint = "Check the delimiter, and that a text with a delimiter in it stands between quotes."
        if found < wanted:
            hint = "Fill in the cells that are missing, or take the row out if it is no student."
        self.findings.error("CX210", message, hint, place(record.line, text, start, len(text)))


def _is_blank(text: str, blank: str) -> bool:
    """Tell whether a line holds nothing; one quote too many opens a cell that begins with a line break."""
    return not text.strip(blank) and text.count('"') % 2 == 0


def _closing(text: str, opened: int) -> int:
    match = QUOTED.match(text, opened)
    return -1 if match is None else match.end()


def _cells(count: int) -> str:
    return "1 cell" if count == 1 else f"{count} cells"
