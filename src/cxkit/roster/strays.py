"""Marks that count for nobody: of students without a route, in columns that only routes count.

That is no error, for the course may be graded so; but most likely the route was forgotten.
"""

from __future__ import annotations

from collections.abc import Callable

import polars as pl

from cxkit.documents.diagnostics import Span
from cxkit.roster.findings import Findings
from cxkit.roster.layout import Layout
from cxkit.roster.marks import MARK_STATES
from cxkit.roster.quoting import quoted


class StrayMarks:
    """The stray marks over all batches: for each column how many, and whose the first is."""

    def __init__(self, layout: Layout) -> None:
        own = layout.components_of[0]
        self._columns = {
            f"{column.name}.s": column
            for column in layout.marks
            if layout.route is not None and column.component not in own
        }
        self._found: dict[str, tuple[int, str]] = {}

    def look(self, frame: pl.DataFrame) -> None:
        """Take in a batch of marks in which every route could be read."""
        for name in self._columns:
            stray = (frame["route"] == 0) & frame[name].is_in(MARK_STATES)
            if stray.any():
                count, first = self._found.get(name, (0, frame["id"].filter(stray)[0]))
                self._found[name] = (count + int(stray.sum()), first)

    def warn(self, findings: Findings, header: Callable[[int], Span]) -> None:
        """Warn of each column that has some; ``header`` gives the place of a column's header."""
        for name, (count, first) in self._found.items():
            column = self._columns[name]
            who = f"The student {quoted(first)} has" if count == 1 else f"{count} students have"
            such = "" if count == 1 else f", {quoted(first)} among them"
            message = (
                f"{who} a mark in column {quoted(column.header, 80)} but no route{such}, and only a route "
                "counts it"
            )
            hint = "Name the route, or take the marks out: they count for nothing now."
            findings.warning("CX244", message, hint, header(column.index))
