"""Read whole columns of texts: every different text is read once in Python, the rest is looking up.

What a text means is given by a reader such as `marks.read_mark`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import polars as pl

from cxkit.roster.marks import BadMark, Reading

BAD: Final = -1
MOST_KEPT: Final = 100_000
"""How many texts are remembered between batches; what is forgotten is read again."""

_SCHEMA: Final = {"text": pl.String, "value": pl.Int64, "state": pl.Int8}


class TextColumn:
    """One column of a roster over all its batches, with what must be known of all of its texts.

    `decimal_marks` are those that were seen; `largest` is the largest value of a number without a percent
    sign, `signed` tells whether a number had one, `bad` whether anything could not be read.
    """

    def __init__(self, read: Callable[[str], Reading | BadMark]) -> None:
        self.read = read
        self._known = pl.DataFrame(schema=_SCHEMA)
        self._texts = pl.Enum([])
        self.decimal_marks: set[str] = set()
        self.largest = 0
        self.signed = False
        self.bad = False

    def convert(self, texts: pl.Series) -> tuple[pl.Series, pl.Series]:
        """Give the values (Int64) and the states (Int8, `BAD` for what cannot be read) of a batch."""
        places = self._places(texts)
        if places.has_nulls():
            self._learn(texts.filter(places.is_null()).unique())
            places = self._places(texts)
        value, state = self._known["value"][places], self._known["state"][places]
        if self._known.height > MOST_KEPT:
            self._forget()
        return value, state

    def _places(self, texts: pl.Series) -> pl.Series:
        """Return where each text stands among those known, null for a new one; quicker than a join."""
        return texts.cast(self._texts, strict=False).to_physical()

    def _learn(self, texts: pl.Series) -> None:
        self._known = pl.concat([self._known, self._read_all(texts.to_list())])
        self._texts = pl.Enum(self._known["text"])

    def _forget(self) -> None:
        self._known, self._texts = self._known.clear(), pl.Enum([])

    def _read_all(self, texts: list[str]) -> pl.DataFrame:
        rows = []
        for text in texts:
            reading = self.read(text)
            if isinstance(reading, BadMark):
                rows.append((text, 0, BAD))
                self.bad = True
                continue
            rows.append((text, reading.value, int(reading.state)))
            self.decimal_marks.update(reading.decimal_mark)
            self.signed = self.signed or reading.percent_sign
            self.largest = max(self.largest, 0 if reading.percent_sign else reading.value)
        return pl.DataFrame(rows, schema=_SCHEMA, orient="row")

    def first_with(self, decimal_mark: str, texts: pl.Series) -> int:
        """Find the first text of a batch that is a number with this decimal mark; there must be one."""
        return next(
            position
            for position, text in enumerate(texts)
            if decimal_mark in text and getattr(self.read(text), "decimal_mark", "") == decimal_mark
        )
