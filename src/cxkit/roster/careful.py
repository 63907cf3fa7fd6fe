"""The careful reader: any CSV, one record after another, so that every finding has its line and column.

Slower than `fast`, and the only one that names what is wrong; it reads on after an error to find them all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from typing import Final

import polars as pl

from cxkit.documents.diagnostics import Refused, Span
from cxkit.roster.findings import Findings
from cxkit.roster.frames import Judge
from cxkit.roster.ids import plain_texts
from cxkit.roster.layout import Layout
from cxkit.roster.marks import DECIMAL_NAMES
from cxkit.roster.quoting import quoted
from cxkit.roster.records import Record, Records, cell_span
from cxkit.roster.table import Table
from cxkit.roster.trouble import Trouble

BATCH: Final = 50_000


class CarefulReader:
    """Read a roster's batches of marks, and say everything that is wrong with it."""

    def __init__(self, table: Table, layout: Layout, decimal_mark: str | None, findings: Findings) -> None:
        self._table = table
        self._layout = layout
        self._findings = findings
        self._judge = Judge(layout, decimal_mark)
        self._first_numbers: dict[str, tuple[Span, str]] = {}

    def batches(self, progress: Callable[[int], None]) -> Iterator[pl.DataFrame]:
        """Yield the marks until something is wrong; raises `Refused` at the end when anything was."""
        rows = 0
        for records in _batched(self._table, self._findings):
            batch = _texts(records, self._layout.needed)
            lines = pl.Series([record.line for record in records], dtype=pl.Int64)
            frame, troubles = self._judge.judge(batch, rows, lines)
            for trouble in troubles:
                self._report(records, trouble)
            self._notice_decimal_marks(records, batch)
            rows += len(records)
            progress(rows)
            if self._findings.count == 0:
                yield frame
        self._report_whole()
        if self._findings.count:
            raise Refused(self._findings.diagnostics())

    def _report(self, records: list[Record], trouble: Trouble) -> None:
        header = quoted(self._table.header.cells[trouble.column], 80)
        span = self._span(records[trouble.row], trouble.column)
        self._findings.error(trouble.code, f"Column {header}: {trouble.message}", trouble.hint, span)

    def _span(self, record: Record, index: int) -> Span:
        return cell_span(record.line, record.text, self._table.delimiter, index)

    def _notice_decimal_marks(self, records: list[Record], batch: pl.DataFrame) -> None:
        """Remember the first cell with each decimal mark."""
        for mark in sorted(self._judge.decimal_marks() - self._first_numbers.keys()):
            found = [
                (texts.first_with(mark, batch[str(index)]), index)
                for index, texts in self._judge.numbers()
                if mark in texts.decimal_marks
            ]
            row, index = min(found)
            cell = (
                f"{quoted(records[row].cells[index])} in column {quoted(self._table.header.cells[index], 80)}"
            )
            self._first_numbers[mark] = (self._span(records[row], index), cell)

    def _report_whole(self) -> None:
        """Report what only the whole file tells: decimal marks, shares of one, repeated students."""
        if len(self._first_numbers) > 1:
            both = [(*self._first_numbers[mark], DECIMAL_NAMES[mark]) for mark in self._first_numbers]
            (first, there, name), (second, here, other) = sorted(both, key=lambda found: found[0].line)
            message = f"{here} has a decimal {other}, but {there} on line {first.line} has a decimal {name}"
            hint = "Use one decimal mark throughout the roster; which one does not matter."
            self._findings.error("CX221", message, hint, second)
        for index in self._judge.shares():
            header = self._table.header.cells[index]
            message = f"No percentage in column {quoted(header, 80)} is above 1"
            hint = (
                "A spreadsheet keeps 85 % as 0.85: format the column as a number, multiply by 100 and export."
            )
            span = self._span(self._table.header, index)
            self._findings.error("CX222", message, hint, span)
        repeated = self._judge.ids.repeated()
        if not repeated.is_empty():
            self._report_repeated(repeated)
        self._judge.warn(self._findings, partial(self._span, self._table.header))

    def _report_repeated(self, hashes: pl.Series) -> None:
        """Read once more to name the lines of students who come twice."""
        index, first_lines = self._layout.id, dict[str, int]()
        keys = self._judge.ids.keys
        for records in _batched(self._table, Findings(self._findings.file)):
            ids = plain_texts(_texts(records, (index,))[str(index)])
            same = keys(ids)
            for row in (same.hash().is_in(hashes) & (ids != "")).arg_true():
                record = records[row]
                line = first_lines.setdefault(same[row], record.line)
                if line != record.line:
                    message = f"The student {quoted(ids[row])} is on line {line} already"
                    hint = "Take one of the two rows out."
                    self._findings.error("CX225", message, hint, self._span(record, index))


def _batched(table: Table, findings: Findings) -> Iterator[list[Record]]:
    with table.lines() as lines:
        records = iter(Records(lines, table.delimiter, findings))
        next(records)  # the header, which the table knows already
        while batch := list(islice(records, BATCH)):
            yield batch


def _texts(records: list[Record], indices: tuple[int, ...]) -> pl.DataFrame:
    columns = {str(index): [record.cells[index] for record in records] for index in indices}
    return pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String))


def has_ids(table: Table, index: int) -> bool:
    """Tell whether any row has something in a column; a roster without rows has."""
    row = None
    with table.lines() as lines:
        for row in islice(Records(lines, table.delimiter, Findings(table.source.file)), 1, None):
            if row.cells[index].strip():
                return True
    return row is None
