"""From the cells of attendance columns to what each student missed, out of how much.

Absences and totals are in millionths of a session, or of a percentage point where the roster tells shares.
Both are null where nothing is known: a student whose route asks for no attendance, or one without any mark
whose cells are empty. Both are 0 for a student whose sessions are all left out.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import polars as pl

from cxkit.exact import SCALE
from cxkit.roster.layout import AttendanceColumns
from cxkit.roster.marks import MarkState, amount
from cxkit.roster.presence import count_reader, status_reader
from cxkit.roster.texts import BAD, TextColumn
from cxkit.roster.trouble import Trouble

MARKED: Final = int(MarkState.MARKED)
EMPTY: Final = int(MarkState.EMPTY)
NOTHING: Final = pl.lit(None, pl.Int64)
MISSING: Final = (
    "The attendance cell is empty",
    "Fill it in, or say in the course file what an empty cell counts as (attendance.missing).",
)

Marked = Callable[[pl.Series], pl.Series]
"""Tells which of the rows whose numbers it gets belong to a student with any mark."""


class ScopeReader:
    """Read one scope's attendance from batches of texts."""

    def __init__(self, columns: AttendanceColumns, decimal_mark: str | None) -> None:
        self.columns = columns
        if columns.how == "sessions":
            self.texts = {index: TextColumn(status_reader(columns.words)) for index in columns.columns}
        else:
            read = count_reader(percent=columns.how == "absent_percent", decimal_mark=decimal_mark)
            self.texts = {columns.columns[0]: TextColumn(read)}
        if columns.total is not None:
            self.texts[columns.total] = TextColumn(count_reader(percent=False, decimal_mark=decimal_mark))

    def read(
        self, batch: pl.DataFrame, asked: pl.Series, marked: Marked
    ) -> tuple[pl.DataFrame, list[Trouble]]:
        """Give the columns `absent@` and `total@` of a batch, and what is wrong in it.

        `asked` tells whose route has this scope; `marked` is asked only about those with an empty cell that
        must not be empty.
        """
        troubles: list[Trouble] = []
        cells = {}
        for index, column in self.texts.items():
            value, state = column.convert(batch[str(index)])
            troubles += unreadable("CX230", index, column, batch[str(index)], state)
            cells[f"v{index}"], cells[f"s{index}"] = value, state
        frame = pl.DataFrame(cells | {"asked": asked})
        if self.columns.how == "sessions":
            frame = self._of_sessions(frame, marked, troubles)
        else:
            frame = self._of_counts(frame, marked, troubles)
        known = pl.col("asked") & pl.col("absent").is_not_null()
        return frame.select(
            pl.when(known).then(pl.col(which)).otherwise(NOTHING).alias(f"{which}@{self.columns.scope}")
            for which in ("absent", "total")
        ), troubles

    def _of_sessions(self, frame: pl.DataFrame, marked: Marked, troubles: list[Trouble]) -> pl.DataFrame:
        absent, total = pl.lit(0, pl.Int64), pl.lit(0, pl.Int64)
        told = pl.lit(self.columns.missing != "error")
        for index in self.columns.columns:
            state, empty = pl.col(f"s{index}"), pl.col(f"s{index}") == EMPTY
            counts, told = state == MARKED, told | ~empty
            if self.columns.missing == "error":
                troubles += self._missing(frame, empty, marked, index)
            else:
                counts = counts | empty
            absent = absent + pl.when(state == MARKED).then(pl.col(f"v{index}")).otherwise(0)
            if self.columns.missing == "absent":
                absent = absent + pl.when(empty).then(SCALE).otherwise(0)
            total = total + pl.when(counts).then(SCALE).otherwise(0)
        known = pl.when(told).then(absent).otherwise(NOTHING)
        return frame.with_columns(known.alias("absent"), total.alias("total"))

    def _of_counts(self, frame: pl.DataFrame, marked: Marked, troubles: list[Trouble]) -> pl.DataFrame:
        columns, index = self.columns, self.columns.columns[0]
        value, empty = pl.col(f"v{index}"), pl.col(f"s{index}") == EMPTY
        default = pl.lit(None if columns.sessions is None else columns.sessions * SCALE, pl.Int64)
        total = default
        if columns.total is not None:
            total = (
                pl.when(pl.col(f"s{columns.total}") == MARKED)
                .then(pl.col(f"v{columns.total}"))
                .otherwise(default)
            )
        frame = frame.with_columns(total.alias("total"))
        counted = (pl.col("total") - value) if columns.how == "attended" else value
        instead = {"error": NOTHING, "present": pl.lit(0, pl.Int64), "absent": pl.col("total")}[
            columns.missing
        ]
        frame = frame.with_columns(pl.when(empty).then(instead).otherwise(counted).alias("absent"))
        if columns.missing == "error":
            troubles += self._missing(frame, empty, marked, index)
        if columns.total is not None and columns.sessions is None:
            known = ~empty | (pl.lit(columns.missing != "error"))
            no_total = pl.col(f"s{columns.total}") == EMPTY
            troubles += self._missing(frame, known & no_total, marked, columns.total)
        self._too_many(frame, index, troubles)
        return frame

    def _missing(self, frame: pl.DataFrame, empty: pl.Expr, marked: Marked, index: int) -> list[Trouble]:
        lacking = frame.select((empty & pl.col("asked")).alias("lacking"))["lacking"]
        rows = lacking.arg_true()
        return [Trouble("CX231", row, index, *MISSING) for row in rows.filter(marked(rows))]

    def _too_many(self, frame: pl.DataFrame, index: int, troubles: list[Trouble]) -> None:
        readable = pl.col(f"s{index}") == MARKED
        over = readable & pl.col("asked") & ((pl.col("absent") > pl.col("total")) | (pl.col("absent") < 0))
        rows = frame.select(over.arg_true()).to_series()
        what = "attended" if self.columns.how == "attended" else "missed"
        for row in rows:
            value, total = frame[f"v{index}"][row], frame["total"][row]
            message = f"{amount(value)} sessions {what} are more than the {amount(total)} there were"
            hint = "Correct the cell, or the number of sessions in the course file."
            troubles.append(Trouble("CX232", row, index, message, hint))


def unreadable(
    code: str, index: int, column: TextColumn, texts: pl.Series, state: pl.Series
) -> list[Trouble]:
    """List the cells of a column that could not be read."""
    found = []
    for row in (state == BAD).arg_true() if column.bad else ():
        reading = column.read(texts[row])
        found.append(Trouble(code, row, index, getattr(reading, "message", ""), getattr(reading, "hint", "")))
    return found
