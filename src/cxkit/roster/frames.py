"""From a batch of texts to a batch of exact marks; both readers use it, so both judge alike.

A batch has one String column for each needed column of the file, named by its index. Troubles are told by
row and column of the batch; where that is in the file, only the careful reader knows.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import polars as pl

from cxkit.course.scale import fold
from cxkit.documents.diagnostics import Span
from cxkit.documents.nearness import nearest
from cxkit.exact import SCALE
from cxkit.roster.attendance import ScopeReader, unreadable
from cxkit.roster.findings import Findings
from cxkit.roster.ids import IdColumn, plain_texts
from cxkit.roster.layout import Layout
from cxkit.roster.marks import (
    MARK_STATES,
    BadMark,
    MarkGrammar,
    MarkState,
    Reading,
    Unit,
    is_empty,
    read_mark,
    unescaped,
)
from cxkit.roster.presence import Reader
from cxkit.roster.quoting import quoted
from cxkit.roster.strays import StrayMarks
from cxkit.roster.texts import TextColumn
from cxkit.roster.trouble import Trouble


class Judge:
    """Turn batches of texts into batches of marks, remembering what must be known of the whole file."""

    def __init__(self, layout: Layout, decimal_mark: str | None = None) -> None:
        self.layout = layout
        self.ids = IdColumn(layout.id, any_case=layout.id_kind == "email")
        self.scopes = [ScopeReader(columns, decimal_mark) for columns in layout.attendance]
        self._marks = [(column, TextColumn(_mark_reader(column.grammar))) for column in layout.marks]
        self._route = TextColumn(_route_reader(layout))
        self._strays = StrayMarks(layout)
        self._has_mark = _has_mark(layout)
        self._blocked = [
            number for number, ids in enumerate(layout.components_of) if ids & layout.absent_components
        ]

    def judge(
        self, batch: pl.DataFrame, first_row: int, lines: pl.Series
    ) -> tuple[pl.DataFrame, list[Trouble]]:
        """Give the marks of a batch, and what is wrong in it; where anything is, the marks mean nothing."""
        layout = self.layout
        ids, troubles = self.ids.read(batch)
        route = self._routes(batch, troubles)
        name, email = _names(batch, layout.name), _emails(batch, layout.email)
        troubles += self.ids.summaries(ids, (name == "") & email.is_null())
        columns = [
            pl.int_range(first_row, first_row + batch.height, eager=True).alias("row"),
            lines.alias("line"),
            ids.alias("id"),
            name,
            email,
            route,
        ]
        for column, texts in self._marks:
            value, state = texts.convert(batch[str(column.index)])
            troubles += unreadable("CX220", column.index, texts, batch[str(column.index)], state)
            columns += [value.alias(f"{column.name}.v"), state.alias(f"{column.name}.s")]
        frame = pl.DataFrame(columns)
        if not self._route.bad:
            self._strays.look(frame)
        if self.scopes:
            marked = partial(self._marked, frame)
            for scope in self.scopes:
                attendance, wrong = scope.read(batch, self._asked(frame, scope.columns.scope), marked)
                frame, troubles = frame.hstack(attendance), troubles + wrong
        return frame, troubles

    def numbers(self) -> list[tuple[int, TextColumn]]:
        """List the columns of marks, each with its index in the file, in the order of the file."""
        return sorted(((column.index, texts) for column, texts in self._marks), key=lambda pair: pair[0])

    def decimal_marks(self) -> set[str]:
        """Return which decimal marks there were in the marks of the whole file."""
        return {mark for _, texts in self.numbers() for mark in texts.decimal_marks}

    def shares(self) -> list[int]:
        """List the columns of percentages whose values are all shares of one, as spreadsheets hold them.

        Each is told by its index in the file; those of attendance count as well as those of marks.
        """
        marks = [(column.index, texts) for column, texts in self._marks if column.unit is Unit.PERCENT]
        absence = [
            (scope.columns.columns[0], scope.texts[scope.columns.columns[0]])
            for scope in self.scopes
            if scope.columns.how == "absent_percent"
        ]
        found = {index for index, texts in marks + absence if 0 < texts.largest <= SCALE and not texts.signed}
        return sorted(found)

    def warn(self, findings: Findings, header: Callable[[int], Span]) -> None:
        """Warn of what only the whole file tells; ``header`` gives the place of a column's header."""
        self.ids.warn(findings, header(self.layout.id))
        self._strays.warn(findings, header)

    def is_clean(self) -> bool:
        """Tell whether nothing is wrong with the file as a whole, as far as it was read."""
        return len(self.decimal_marks()) < 2 and not self.shares() and self.ids.repeated().is_empty()

    def _routes(self, batch: pl.DataFrame, troubles: list[Trouble]) -> pl.Series:
        index = self.layout.route
        if index is None:
            return pl.zeros(batch.height, pl.Int16, eager=True).alias("route")
        texts = batch[str(index)]
        value, state = self._route.convert(texts)
        troubles += unreadable("CX226", index, self._route, texts, state)
        for row in value.is_in(self._blocked).arg_true() if self._blocked else ():
            number = value[row]
            lacking = sorted(self.layout.components_of[number] & self.layout.absent_components)
            message = (
                f"{quoted(self.layout.route_ids[number])} needs {', '.join(lacking)}, which has no column"
            )
            hint = "Add the column to the roster, or name it in the course file."
            troubles.append(Trouble("CX227", row, index, message, hint))
        return value.cast(pl.Int16).alias("route")

    def _marked(self, frame: pl.DataFrame, rows: pl.Series) -> pl.Series:
        """Tell who of some rows has any mark among the components of their own route."""
        needed = frame.select("route", *(f"{column.name}.s" for column in self.layout.marks))
        return needed[rows].select(self._has_mark.alias("marked"))["marked"]

    def _asked(self, frame: pl.DataFrame, scope: int) -> pl.Series:
        return frame["route"].is_in([n for n, asked in enumerate(self.layout.scope_of) if asked == scope])


def _has_mark(layout: Layout) -> pl.Expr:
    """Make what tells of a row of a frame whether any component of its route has a mark."""
    marked = pl.lit(value=False)
    for components in dict.fromkeys(layout.components_of):
        routes = [number for number, other in enumerate(layout.components_of) if other == components]
        states = [pl.col(f"{column.name}.s").is_in(MARK_STATES) for column in layout.columns_of(routes[0])]
        marked = marked | (pl.col("route").is_in(routes) & pl.any_horizontal(pl.lit(value=False), *states))
    return marked


def _mark_reader(grammar: MarkGrammar) -> Reader:
    return lambda text: read_mark(text, grammar)


def _route_reader(layout: Layout) -> Reader:
    def read(text: str) -> Reading | BadMark:
        text = unescaped(text)
        if is_empty(text):
            return Reading(MarkState.EMPTY)
        known = layout.route_names.get(fold(text))
        if known is not None:
            return Reading(MarkState.MARKED, known[0])
        near = nearest(text, layout.route_names)
        routes = ", ".join(layout.route_ids[1:]) or "none"
        hint = f"The routes of the course are: {routes}."
        if near is not None:
            hint = f"Did you mean {quoted(layout.route_names[near][1])}?"
        return BadMark(f"{quoted(text)} is no route of the course", hint)

    return read


def _names(batch: pl.DataFrame, indices: tuple[int, ...]) -> pl.Series:
    parts = [plain_texts(batch[str(index)]) for index in indices]
    if not parts:
        return pl.repeat("", batch.height, dtype=pl.String, eager=True).alias("name")
    joined = pl.select(pl.concat_str(parts, separator=" ").alias("name")).to_series()
    return joined.str.strip_chars() if any((part == "").any() for part in parts) else joined


def _emails(batch: pl.DataFrame, index: int | None) -> pl.Series:
    if index is None:
        return pl.repeat(None, batch.height, dtype=pl.String, eager=True).alias("email")
    texts = plain_texts(batch[str(index)])
    return texts.set(texts == "", None).alias("email")
