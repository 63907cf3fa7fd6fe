"""Texts, numbers and dates in one language.

English texts stand in the source; every other language has a catalogue beside this file
(``fi.po``), compiled in memory when it is first asked for. Rounding a number is left to the callers:
what arrives here is written with all the decimals asked for.
"""

from __future__ import annotations

import gettext
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache, cached_property
from importlib import resources
from io import BytesIO

from cxkit.exact import floor_to, terminating_decimals

LANGUAGES = ("en", "fi")
"""Languages that reports are written in; the first is that of the source."""

_DATES = {"en": "d MMM y", "fi": "d.M.y"}


class Texts:
    """How one language says things; a language without a catalogue falls back to English."""

    def __init__(self, language: str) -> None:
        self.language = language if language in LANGUAGES else LANGUAGES[0]

    @cached_property
    def _catalogue(self) -> gettext.NullTranslations:
        return _catalogue(self.language)

    def gettext(self, message: str, **values: object) -> str:
        """Return ``message`` in this language with ``values`` in place of its ``{names}``."""
        return self._catalogue.gettext(message).format(**values)

    def ngettext(self, one: str, many: str, number: int, **values: object) -> str:
        """Return the message for ``number`` things; ``{number}`` in it is the number as written."""
        return self._catalogue.ngettext(one, many, number).format(number=self.count(number), **values)

    def count(self, number: int) -> str:
        """Write a whole number with its thousands apart."""
        return self._decimal(Decimal(number), "#,##0")

    def number(self, value: Fraction | Decimal | int, places: int | None = None) -> str:
        """Write a number with this language's decimal mark.

        With ``places`` it is rounded down to so many decimals, all of them written; without, it is
        written as it is, or rounded down to two decimals when six do not hold it.
        """
        if places is not None:
            exact = floor_to(Fraction(value), places)
            return self._decimal(exact, "0" + ("." + "0" * places if places else ""))
        decimals = terminating_decimals(Fraction(value))
        return self._decimal(floor_to(Fraction(value), 2 if decimals is None else decimals), "0.######")

    def amount(self, value: Fraction | Decimal | int) -> str:
        """Write a number as `number` does, with its thousands apart."""
        decimals = terminating_decimals(Fraction(value))
        return self._decimal(floor_to(Fraction(value), 2 if decimals is None else decimals), "#,##0.######")

    def percent(self, value: Fraction | Decimal | int, places: int | None = None) -> str:
        """Write a percentage, 0-100, with its sign; ``places`` as in `number`."""
        return self.gettext("{number}%", number=self.number(value, places))

    def date(self, day: date) -> str:
        """Write a date: ``20 Jan 2020``, ``20.1.2020``."""
        from babel.dates import format_date

        return format_date(day, _DATES[self.language], locale=self.language)

    def listed(self, items: Iterable[str]) -> str:
        """Join words with commas and, before the last, the language's word for "and"."""
        *first, last = items
        return self.gettext("{first} and {last}", first=", ".join(first), last=last) if first else last

    def _decimal(self, value: Decimal, pattern: str) -> str:
        from babel.numbers import format_decimal

        # A plain minus sign: the typographic one is missing from many terminals and spreadsheets.
        return format_decimal(value, pattern, locale=self.language).replace("\N{MINUS SIGN}", "-")


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    if language == LANGUAGES[0]:
        return gettext.NullTranslations()
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    source = resources.files(__package__).joinpath(f"{language}.po").read_bytes()
    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(source), locale=language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
