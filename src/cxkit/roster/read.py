"""Read a roster for a course: the one way in for everything above this room.

Files that are simple go through `fast`; whatever is odd or wrong goes through `careful`, which names it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import BinaryIO

import polars as pl

from cxkit.course.model import Course
from cxkit.documents.diagnostics import Diagnostic, Refused
from cxkit.documents.document import Document
from cxkit.roster.ahead import ahead
from cxkit.roster.careful import CarefulReader, has_ids
from cxkit.roster.columns import match
from cxkit.roster.fast import Doubt, fast_batches, is_simple
from cxkit.roster.findings import Findings
from cxkit.roster.frames import Judge
from cxkit.roster.layout import Layout
from cxkit.roster.matching import HeaderLine
from cxkit.roster.quoting import quoted
from cxkit.roster.table import Table, open_table

__all__ = ["Roster", "read"]

Progress = Callable[[int], None]


class Roster:
    """A roster whose columns are known; its marks come in batches of bounded size."""

    def __init__(
        self, table: Table, layout: Layout, decimal_mark: str | None, findings: Findings, progress: Progress
    ) -> None:
        self._table = table
        self.layout = layout
        self._decimal_mark = decimal_mark
        self._findings = findings
        self._progress = progress

    @property
    def file(self) -> str:
        """The file as the user named it."""
        return self._table.source.file

    @property
    def headers(self) -> tuple[str, ...]:
        """The headers as they stand in the file."""
        return tuple(self._table.header.cells)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The warnings so far; complete when the batches have been read."""
        return self._findings.diagnostics()

    def batches(self) -> Iterator[pl.DataFrame]:
        """Yield the exact marks in the roster's order, at least one frame, which may have no rows.

        Columns: `row` (from 0), `line`, `id`, `name`, `email` (null when empty), `route` (0 is the course, k
        its k-th route), for each mark column `<component>#<attempt>.v` and `.s` (value and `MarkState`, see
        `marks`), for each attendance scope `absent@<scope>` and `total@<scope>` in millionths.

        Raises `Refused` after the last row when anything is wrong anywhere: until the iteration has ended
        without it, nothing that was yielded may be used.
        """
        rows = 0
        for frame in ahead(self._frames()):
            rows += frame.height
            yield frame
        if rows == 0:
            line = HeaderLine(self._table.header, self._table.delimiter, self._findings)
            hint = "Check that the export is complete."
            self._findings.warning("CX241", "The roster has a header and no students", hint, line.beginning)
            yield self._no_students()

    def _frames(self) -> Iterator[pl.DataFrame]:
        yielded = 0
        if is_simple(self._table):
            try:
                for frame in self._fast():
                    yielded += frame.height
                    yield frame
            except Doubt:
                pass
            else:
                return
        careful = CarefulReader(self._table, self.layout, self._decimal_mark, self._findings)
        # What the fast reader yielded was sound row by row, so the careful one goes on where it stopped.
        for frame in careful.batches(self._progress):
            rest = frame.filter(frame["row"] >= yielded)
            if rest.height:
                yield rest

    def _fast(self) -> Iterator[pl.DataFrame]:
        return fast_batches(self._table, self.layout, self._decimal_mark, self._findings, self._progress)

    def _no_students(self) -> pl.DataFrame:
        batch = pl.DataFrame(schema={str(index): pl.String for index in self.layout.needed})
        return Judge(self.layout).judge(batch, 0, pl.Series([], dtype=pl.Int64))[0]


def read(
    file: str,
    course: Course,
    document: Document,
    *,
    delimiter: str | None = None,
    stream: BinaryIO | None = None,
    progress: Progress | None = None,
) -> Roster:
    """Open a roster and find the columns that a course needs.

    `stream` is read in place of the file; `progress` is told the number of rows read so far. Raises
    `UnreadableFile` for what is no text, and `Refused` with every finding of the file when its header already
    lacks something.
    """
    table = open_table(file, delimiter=delimiter, stream=stream)
    findings = Findings(file, table.warnings)
    line = HeaderLine(table.header, table.delimiter, findings)
    layout = match(line, course, document)
    if layout is None:
        raise Refused(findings.diagnostics())
    layout = _by_email_without_ids(table, layout, line)
    decimal_mark = None if course.roster.decimal == "auto" else course.roster.decimal
    progress = progress or _silent
    if findings.count:
        careful = CarefulReader(table, layout, decimal_mark, findings)
        deque(careful.batches(progress), maxlen=0)  # refuses at its end, with the bad cells too
    return Roster(table, layout, decimal_mark, findings, progress)


def _by_email_without_ids(table: Table, layout: Layout, line: HeaderLine) -> Layout:
    """Take the e-mail addresses for ids where the column of ids is wholly empty."""
    if layout.id_kind == "email" or layout.email is None or has_ids(table, layout.id):
        return layout
    header = line.headers[layout.id]
    message = (
        f"The column {quoted(header.text, 80)} is empty; students are told apart by their e-mail addresses"
    )
    hint = "Fill in the ids if the results have to carry them."
    line.findings.warning("CX242", message, hint, line.span_of(header))
    return replace(layout, id=layout.email, id_kind="email")


def _silent(rows: int) -> None:
    """Tell nobody about the progress."""
