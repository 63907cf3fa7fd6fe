"""The column of ids: empty ones, ones that a spreadsheet has damaged, and students who come twice."""

from __future__ import annotations

from dataclasses import dataclass, field
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
SAMPLE: Final = 100
"""How many ids of each length are kept, to name some and to look for their doubles."""
SUMMARIES: Final = tuple(
    spelling
    for word in """
        keskiarvo|kaikkien keskiarvo|mediaani|keskihajonta|summa|yhteensä|lukumäärä|enimmäispisteet
        maksimipisteet|average|overall average|median|standard deviation|total|maximum|minimum|maximum points
        max points|points possible|durchschnitt|gesamtdurchschnitt|mittelwert|summe|gesamt|anzahl
    """.replace("\n", "|").split("|")
    if word.strip()
    for spelling in (word.strip(), word.strip().capitalize(), word.strip().upper())
)
"""What a spreadsheet's row of averages or maxima is called, where a student has an id."""
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


@dataclass(slots=True)
class _Length:
    """The ids of one length: how many digits they have, how many they are, and the first of them."""

    digits: int
    count: int = 0
    begins_with_zero: bool = False
    sample: list[str] = field(default_factory=list)


class IdColumn:
    """The ids over all batches: eight bytes are kept for each.

    With ``any_case`` two ids that differ in capitals only are one, as e-mail addresses are.
    """

    def __init__(self, index: int, *, any_case: bool = False) -> None:
        self.index = index
        self._any_case = any_case
        self._hashes: list[pl.Series] = []
        self._lengths: dict[int, _Length] | None = {}

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

    def summaries(self, ids: pl.Series, nameless: pl.Series) -> list[Trouble]:
        """List the rows without a name that are called what a row of averages is called."""
        found = []
        for row in (ids.is_in(SUMMARIES) & nameless).arg_true():
            hint = "Take the row out: it would be graded like a student."
            message = f"{quoted(ids[row])} is no student, but a summary of the others"
            found.append(Trouble("CX228", row, self.index, message, hint))
        return found

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
        usual, short = self._short()
        if not short:
            return None
        count = sum(length.count for length in short)
        named = [id_ for length in short for id_ in length.sample]
        doubles = self._doubles(named, usual)
        ids = "1 id has" if count == 1 else f"{count} ids have"
        such = f"such as {quoted((doubles or named)[0])}" if count > 1 else quoted(named[0])
        twice = f", and {quoted(doubles[0].zfill(usual))} is there as well" if doubles else ""
        return f"{ids} fewer than the usual {usual} digits ({such}{twice}): leading zeros may have been lost"

    def _short(self) -> tuple[int, list[_Length]]:
        """Return how many digits an id usually has, and the lengths of ids that may have had more.

        Where some begin with a zero, all should be as long as those. Without any, ids that are nearly as long
        as most are suspect, if most are long.
        """
        lengths = sorted((self._lengths or {}).values(), key=lambda one: (one.count, one.digits))
        whole = [one.digits for one in lengths if one.begins_with_zero]
        usual = max(whole) if whole else lengths[-1].digits
        least = 0 if whole else usual - MOST_LOST
        if not whole and usual < SHORTEST_USUAL:
            return usual, []
        return usual, [one for one in lengths if least <= one.digits < usual]

    def _doubles(self, ids: list[str], usual: int) -> list[str]:
        """Return those ids that are there with their zeros too: most likely the same student twice."""
        whole = pl.Series([id_.zfill(usual) for id_ in ids], dtype=pl.String)
        known = whole.hash().is_in(pl.concat(self._hashes))
        return [id_ for id_, double in zip(ids, known, strict=True) if double]

    def _measure(self, ids: pl.Series) -> None:
        if self._lengths is None:
            return
        if not ids.str.contains(DIGITS).all():
            self._lengths = None
            return
        lengths = ids.str.len_bytes()
        for digits, count in lengths.value_counts().rows():
            length = self._lengths.setdefault(digits, _Length(digits))
            length.count += count
            room = SAMPLE - len(length.sample)
            length.sample += ids.filter(lengths == digits).head(room).to_list() if room else []
        for digits in lengths.filter(ids.str.starts_with("0")).unique():
            self._lengths[digits].begins_with_zero = True
