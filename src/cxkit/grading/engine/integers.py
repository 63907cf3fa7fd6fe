"""Columns of exact integers that cannot overflow.

Every column carries a bound on its values: measured where marks come in, from there on true by
construction. An operation whose result might not fit 64 bits is done in 128, and one that might not
fit these raises `TooWide` before anything is computed. No float takes part.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import polars as pl

INT64_MAX = 2**63 - 1
INT128_MAX = 2**127 - 1


class TooWide(ArithmeticError):
    """The numbers of a frame may outgrow 128 bits."""


@dataclass(frozen=True, slots=True)
class Integers:
    """A column of integers, none larger than ``bound`` in absolute value."""

    values: pl.Series
    bound: int

    @classmethod
    def constant(cls, value: int, length: int) -> Integers:
        """Return the same number for every row."""
        return cls(_one(value).new_from_index(0, length), abs(value))

    @classmethod
    def measured(cls, values: pl.Series) -> Integers:
        """Take a column without nulls, bound by what occurs in it."""
        extremes = (values.min(), values.max())
        return cls(values, max(abs(end) for end in extremes if isinstance(end, int)))

    @classmethod
    def looked_up(cls, table: Sequence[int], places: pl.Series) -> Integers:
        """Return for every row the number at its place in a table."""
        bound = max(map(abs, table))
        return cls(pl.Series(table, dtype=_width(bound)).gather(places), bound)

    def __add__(self, other: Integers) -> Integers:
        bound = self.bound + other.bound
        mine, theirs = _fitting(bound, self.values, other.values)
        return Integers(mine + theirs, bound)

    def __sub__(self, other: Integers) -> Integers:
        bound = self.bound + other.bound
        mine, theirs = _fitting(bound, self.values, other.values)
        return Integers(mine - theirs, bound)

    def __mul__(self, other: Integers | int) -> Integers:
        if other == 1:
            return self
        factor = other if isinstance(other, Integers) else Integers(_one(other), abs(other))
        bound = self.bound * factor.bound
        mine, theirs = _fitting(bound, self.values, factor.values)
        return Integers(mine * theirs, bound)

    def shifted(self, amount: int) -> Integers:
        """Add the same number to every row."""
        return self + Integers(_one(amount), abs(amount))

    def divided_down(self, divisor: int) -> Integers:
        """Divide by a number above zero, rounding down (towards minus infinity)."""
        mine, theirs = _fitting(max(self.bound, divisor), self.values, _one(divisor))
        return Integers(mine // theirs, self.bound // divisor + 1)

    def dividing(self, number: int, mask: pl.Series) -> Integers:
        """Return ``number`` divided by each row where the mask holds, 0 elsewhere; they divide it."""
        divisors = self.either(mask, Integers(_one(1), 1))
        mine, theirs = _fitting(max(self.bound, number), _one(number), divisors.values)
        return Integers(mine // theirs, number).where(mask)

    def where(self, mask: pl.Series) -> Integers:
        """Keep the rows of a mask and make the others 0."""
        return Integers(self.values.zip_with(mask, pl.Series([0], dtype=self.values.dtype)), self.bound)

    def either(self, mask: pl.Series, other: Integers) -> Integers:
        """Take these where the mask holds and the others elsewhere."""
        bound = max(self.bound, other.bound)
        mine, theirs = _fitting(bound, self.values, other.values)
        return Integers(mine.zip_with(mask, theirs), bound)

    def at_least(self, limit: int) -> pl.Series:
        """Tell which rows reach a limit."""
        mine, theirs = _fitting(max(self.bound, abs(limit)), self.values, _one(limit))
        return mine >= theirs

    def above(self, other: Integers) -> pl.Series:
        """Tell which rows are larger than those of another column."""
        mine, theirs = _fitting(max(self.bound, other.bound), self.values, other.values)
        return mine > theirs


@dataclass(frozen=True, slots=True)
class Ratios:
    """A column of rationals over one denominator above zero."""

    num: Integers
    den: int

    def reaches(self, limit: Fraction) -> pl.Series:
        """Tell which rows are at or above a limit."""
        return self.num.at_least(_ceil(limit * self.den))

    def exceeds(self, limit: Fraction) -> pl.Series:
        """Tell which rows are above a limit."""
        return self.num.at_least(limit * self.den // 1 + 1)

    def over(self, den: int) -> Integers:
        """Return the numerators over a multiple of the denominator."""
        return self.num * (den // self.den)


def floored(columns: Mapping[str, Ratios], factor: int) -> pl.DataFrame:
    """Return ``factor`` times the values of each column, rounded down.

    All are divided in one go. Those that may not fit 64 bits are 128-bit integers.
    """
    scaled = {name: ratios.num * factor for name, ratios in columns.items()}
    width = {name: _width(scaled[name].bound // columns[name].den + 1) for name in columns}
    wide = {}
    for name, ratios in columns.items():
        wide[name], _ = _fitting(ratios.den, scaled[name].values, _one(ratios.den))
    return pl.DataFrame(wide).select(
        (pl.col(name) // pl.lit(columns[name].den, dtype=values.dtype)).cast(width[name])
        for name, values in wide.items()
    )


def _one(value: int) -> pl.Series:
    """Return a single number, which stands for a column of it."""
    return pl.Series([value], dtype=_width(abs(value)))


def _fitting(bound: int, *columns: pl.Series) -> list[pl.Series]:
    """Return the columns in one width that also holds numbers up to ``bound``."""
    dtypes = {_width(bound), *(column.dtype for column in columns)}
    dtype = pl.Int128 if pl.Int128 in dtypes else pl.Int64
    return [column if column.dtype == dtype else column.cast(dtype) for column in columns]


def _width(bound: int) -> type[pl.Int64 | pl.Int128]:
    if bound <= INT64_MAX:
        return pl.Int64
    if bound <= INT128_MAX:
        return pl.Int128
    raise TooWide


def _ceil(value: Fraction) -> int:
    return -(-value.numerator // value.denominator)
