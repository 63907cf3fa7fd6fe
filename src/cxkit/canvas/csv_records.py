"""CSV text → records whose cells know where they stand; a quote that goes wrong is a finding.

What the cells mean is for `touchpoint_import`.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass

from cxkit.canvas.import_findings import Findings
from cxkit.documents.delimiters import found_delimiter, said_delimiter
from cxkit.documents.diagnostics import Span
from cxkit.documents.document import Lines

_LINE_END = re.compile(r"\r\n?")


@dataclass(frozen=True, slots=True)
class Record:
    """A record: its cells, and the place of each."""

    cells: tuple[str, ...]
    spans: tuple[Span, ...]


def records(text: str, findings: Findings) -> Iterator[Record]:
    """Yield the records that are not blank. Every kind of line end counts, in a cell as a line feed.

    The standard library splits them; a quote that goes wrong is noted, and nothing behind it is read.
    """
    text = _LINE_END.sub("\n", text)
    rows = text.split("\n")
    first_row, head = next(((number, row) for number, row in enumerate(rows) if row), (0, ""))
    delimiter = said_delimiter(head)
    if delimiter is not None:
        rows[first_row] = ""
    lines = Lines.of(text)
    delimiter = delimiter or found_delimiter(head)
    reader = csv.reader((f"{row}\n" for row in rows), delimiter=delimiter, strict=True)
    first = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                start = lines.starts[first - 1]
                yield Record(tuple(cells), tuple(_spans(lines, start, cells, delimiter)))
            first = reader.line_num + 1
    except csv.Error as error:
        _note(str(error), first, lines, findings)


def _spans(lines: Lines, start: int, cells: list[str], delimiter: str) -> Iterator[Span]:
    """Find each cell again: with quotes around it, and its own quotes doubled, it stands there exactly."""
    for cell in cells:
        quoted = lines.text.startswith('"', start)
        end = start + (len(cell) + cell.count('"') + 2 if quoted else len(cell))
        yield lines.span(start, end)
        start = end + len(delimiter)


def _note(error: str, line: int, lines: Lines, findings: Findings) -> None:
    text = lines.line(line)
    place = max(text.find('"'), 0)
    if "limit" in error:
        message, hint = "A cell is longer than 128 KiB", "Check that every quote is closed."
    elif "expected after" in error:
        message, hint = (
            "Something follows the closing quote of a cell",
            "Double a quote within a quoted cell.",
        )
    else:
        message, hint = "A quote in this row is never closed", "Close it, or take it out."
    findings.add("CX387", message, hint, line, place, len(text))
