"""The column of ids: empty ones, ones that a spreadsheet has damaged, and students who come twice."""

from __future__ import annotations

from typing import Final

import polars as pl

from cxkit.documents.diagnostics import Span
from cxkit.roster.findings import Findings
from cxkit.roster.quoting import quoted
from cxkit.roster.trouble import Trouble

ESCAPED: Final = r"^'([=+\-@])"
TAKEN_OFF: Final = " '\t\n\v\f\r\x1c\x1d\x1e\x1f"
EXPONENT: Final = r"^[0-9]+([.,][0-9]+)?[eE]\+[0-9]+$"
DIGITS: Final = r"^[0-9]+$"
SHORTEST_USUAL: Final = 5
MOST_LOST: Final = 3


def plain_texts(texts: pl.Series) -> pl.Series:
    """Take off surrounding spaces and the apostrophe that gradebooks put before `=`, `+`, `-` and `@`."""
    if _are_plain(texts):
        return texts
    texts = texts.str.strip_chars()
    return texts.str.replace(ESCAPED, "$1") if texts.str.starts_with("'").any() else texts


def _are_plain(texts: pl.Series) -> bool:
    """Tell whether there is nothing to take off, as in most ids and addresses: quicker than trying."""
    together = texts.str.join("").item()
    return together.isascii() and not any(sign in together for sign in TAKEN_OFF)


class IdColumn:
    """The ids over all batches: eight bytes are kept for each.

    With ``any_case`` two ids that differ in capitals only are one, as e-mail addresses are.
    """

    def __init__(self, index: int, *, any_case: bool = False) -> None:
        self.index = index
        self._any_case = any_case
        self._hashes: list[pl.Series] = []
        self._lengths: dict[int, int] | None = {}

    def read(self, batch: pl.DataFrame) -> tuple[pl.Series, list[Trouble]]:
        """Give the ids of a batch and what is wrong with them."""
        ids = plain_texts(batch[str(self.index)])
        troubles = []
        for row in (ids == "").arg_true():
            hint = "Every student needs an id: fill it in, or take the row out."
            troubles.append(Trouble("CX223", row, self.index, "There is no id", hint))
        if ids.str.contains("+", literal=True).any():
            for row in ids.str.contains(EXPONENT).arg_true():
                message = f"{quoted(ids[row])} is an id that a spreadsheet turned into a number"
                hint = "Export again, and open the file with this column as text."
                troubles.append(Trouble("CX224", row, self.index, message, hint))
        self._hashes.append(self.keys(ids).hash())
        self._measure(ids)
        return ids, troubles

    def keys(self, ids: pl.Series) -> pl.Series:
        """Return the form in which the ids of one student are equal."""
        return ids.str.to_lowercase() if self._any_case else ids

    def repeated(self) -> pl.Series:
        """Return the hashes of the ids that come more than once, each as often as it comes."""
        hashes = pl.concat([pl.Series([], dtype=pl.UInt64), *self._hashes])
        return hashes.clear() if hashes.n_unique() == len(hashes) else hashes.filter(hashes.is_duplicated())

    def warn(self, findings: Findings, header: Span) -> None:
        """Warn about ids that look damaged as a whole."""
        shortened = self._shortened()
        if shortened is not None:
            hint = "Format the column as text in the spreadsheet, and export the roster again."
            findings.warning("CX243", shortened, hint, header)

    def _shortened(self) -> str | None:
        """Say how many ids look as if leading zeros were lost, None when none does."""
        if not self._lengths:
            return None
        usual = max(self._lengths, key=lambda length: (self._lengths or {})[length])
        short = sum(n for length, n in self._lengths.items() if usual - MOST_LOST <= length < usual)
        if usual < SHORTEST_USUAL or short == 0:
            return None
        ids = "1 id has" if short == 1 else f"{short} ids have"
        return f"{ids} fewer than the usual {usual} digits: leading zeros may have been lost"

    def _measure(self, ids: pl.Series) -> None:
        if self._lengths is None:
            return
        if not ids.str.contains(DIGITS).all():
            self._lengths = None
            return
        for length, count in ids.str.len_bytes().value_counts().rows():
            self._lengths[length] = self._lengths.get(length, 0) + count
