"""Results as CSV: batches of the engine's frame in, bytes out, a million students in a breath.

Percents stay integers until they are text: a batch looks its texts up in a table of all percents
from 0 to 100. Where the bytes go is for the callers.
"""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import Literal

import polars as pl

from cxkit.escape import FORMULA_START, TERMINAL_HAZARD, spreadsheet
from cxkit.grading.plan import Plan
from cxkit.grading.results import Status
from cxkit.report.views import top_level

FIXED = ("id", "name", "percent", "base_grade", "grade", "status", "notes")
"""The columns every result file begins with; one percent column a top-level component follows."""

_FORMULA = "^[" + "".join(rf"\x{{{ord(sign):x}}}" for sign in FORMULA_START) + "]"
_QUOTED = ',"\r'
"""Signs that make it necessary to quote a cell, besides the end of a line."""
_LARGEST_TABLE = 3


class CsvTable:
    """The result file of one course.

    A batch has the columns ``id``, ``name`` and ``notes`` (String), ``percent`` and ``c.<component>``
    (Int64, percent times ten to the power of `Plan.decimals`, rounded down, or null), ``base`` and
    ``grade`` (Int8, index on the scale or null) and ``status`` (Int8: 0 passed, 1 failed, 2
    incomplete). With ``terminal``, names are also rid of what a terminal would obey.
    """

    def __init__(self, plan: Plan, *, terminal: bool = False) -> None:
        self._columns = component_columns(plan)
        self._places = plan.decimals
        self._labels = pl.Series([spreadsheet(label) for label in plan.scale.labels])
        self._statuses = pl.Series([status.value for status in Status])
        self._terminal = terminal
        words = [*plan.scale.labels, *(part.id for scheme in plan.schemes for part in scheme.walk())]
        self._quoted = any(sign in word for word in words for sign in _QUOTED + "\n")

    def header(self) -> bytes:
        """Return the first line."""
        names = [spreadsheet(name) for name in (*FIXED, *self._columns.values())]
        return _written(pl.DataFrame({name: [] for name in names}), header=True)

    def rows(self, batch: pl.DataFrame) -> bytes:
        """Return the lines of a batch, in its order."""
        texts = [self._plain(batch["id"]), self._plain(batch["name"])]
        special = any(_is_special(column) for column in texts)
        if special:
            texts = [column.str.replace(_FORMULA, "'$0") for column in texts]
        out: list[pl.Series] = [
            *texts,
            self._percent(batch["percent"]),
            self._labels.gather(batch["base"]),
            self._labels.gather(batch["grade"]),
            self._statuses[batch["status"]],
            batch["notes"],
            *(self._percent(batch[name]) for name in self._columns),
        ]
        frame = pl.DataFrame([column.alias(str(number)) for number, column in enumerate(out)])
        return _written(frame, quoted=self._quoted or special)

    def _plain(self, column: pl.Series) -> pl.Series:
        return column.str.replace_all(TERMINAL_HAZARD, "") if self._terminal else column

    def _percent(self, column: pl.Series) -> pl.Series:
        return percent_texts(column, self._places)


def _is_special(column: pl.Series) -> bool:
    """Tell whether any text is one that a spreadsheet would run or has to be quoted.

    Mostly there is none, and looking at all texts at once is much quicker than at one after another.
    """
    together = column.str.join("\n").item()
    if together.count("\n") >= len(column) or any(sign in together for sign in _QUOTED):
        return True
    formula = [sign for sign in FORMULA_START if sign in together and sign != "\n"]
    return any(together.startswith(sign) or f"\n{sign}" in together for sign in formula)


def component_columns(plan: Plan) -> dict[str, str]:
    """Return the header of every component column by its name in the engine's frame.

    The header is the component's id; one that is also the name of a fixed column gets a suffix.
    """
    ids = [component.id for component in top_level(plan)]
    taken = {*FIXED, *ids}
    headers: dict[str, str] = {}
    for id_ in ids:
        header = id_
        while header in FIXED or (header != id_ and header in taken):
            header += "_percent"
        taken.add(header)
        headers[f"c.{id_}"] = header
    return headers


def percent_texts(column: pl.Series, places: int) -> pl.Series:
    """Return integers (percent times ``10**places``) as texts with so many decimals: ``82.50``."""
    low, high = column.min(), column.max()
    if low is None:
        return column.cast(pl.String)
    top = 100 * 10**places
    assert isinstance(low, int) and isinstance(high, int)
    if places <= _LARGEST_TABLE and low >= 0 and high <= top:
        return _texts_up_to_100(places).gather(column).alias(column.name)
    return pl.select(_spelled(pl.lit(column), places)).to_series().alias(column.name)


@cache
def _texts_up_to_100(places: int) -> pl.Series:
    numbers = pl.int_range(0, 100 * 10**places + 1, dtype=pl.Int64)
    return pl.select(_spelled(numbers, places)).to_series()


def _spelled(numbers: pl.Expr, places: int) -> pl.Expr:
    size = numbers.abs()
    sign = pl.when(numbers < 0).then(pl.lit("-")).otherwise(pl.lit(""))
    whole = (size // 10**places).cast(pl.String)
    decimals = (size % 10**places).cast(pl.String).str.zfill(places)
    return pl.concat_str(sign, whole, pl.lit("."), decimals)


def _written(frame: pl.DataFrame, *, header: bool = False, quoted: bool = True) -> bytes:
    buffer = BytesIO()
    style: Literal["necessary", "never"] = "never"
    if quoted:
        # An empty text would be written as "", to tell it from null.
        frame, style = frame.with_columns(pl.when(pl.all() != "").then(pl.all())), "necessary"
    frame.write_csv(buffer, include_header=header, line_terminator="\n", quote_style=style)
    return buffer.getvalue()
