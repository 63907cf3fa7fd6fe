"""Notes of a frame: which of them each student has, written as `code:component`."""

from __future__ import annotations

from dataclasses import dataclass, field

import polars as pl

SEPARATOR = "; "
WORD = 16
"""Notes in one integer; what does not fit goes into the next. A table of all its values stays small."""


@dataclass(slots=True)
class NoteColumns:
    """Notes in the order in which they were added, each with the students who have it."""

    length: int
    texts: list[str] = field(default_factory=list)
    masks: list[pl.Series] = field(default_factory=list)

    def add(self, code: str, component: str | None, mask: pl.Series | None) -> None:
        """Add a note for the students of a mask; None is nobody."""
        if mask is not None and mask.any():
            self.texts.append(code if component is None else f"{code}:{component}")
            self.masks.append(mask)

    def joined(self) -> pl.Series:
        """Return each student's notes as one text, empty when there are none."""
        words = [self._word(start) for start in range(0, len(self.texts), WORD)]
        if not words:
            return pl.repeat("", self.length, dtype=pl.String, eager=True)
        if len(words) == 1:
            return words[0]
        columns = {str(i): word.replace("", None) for i, word in enumerate(words)}
        return (
            pl.DataFrame(columns)
            .select(pl.concat_str(pl.all(), separator=SEPARATOR, ignore_nulls=True))
            .to_series()
        )

    def _word(self, start: int) -> pl.Series:
        """Return the texts of up to `WORD` notes; few combinations occur, so each is written once."""
        texts, masks = self.texts[start : start + WORD], self.masks[start : start + WORD]
        bits = pl.zeros(self.length, dtype=pl.UInt32, eager=True)
        for bit, mask in enumerate(masks):
            bits = (bits + (1 << bit)).zip_with(mask, bits)
        occurring = bits.unique()
        combined = [
            SEPARATOR.join(text for bit, text in enumerate(texts) if number >> bit & 1)
            for number in occurring.to_list()
        ]
        place_of = pl.zeros(1 << len(texts), dtype=pl.UInt32, eager=True)
        place_of.scatter(occurring, pl.int_range(len(occurring), dtype=pl.UInt32, eager=True))
        return pl.Series(combined)[place_of[bits]]
