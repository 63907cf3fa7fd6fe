"""Scales of grades: their labels from lowest to highest, and which grade a text means."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxkit.course.bands import CustomScale
    from cxkit.course.model import Course

KNOWN_SCALES = {
    "0-5": ("0", "1", "2", "3", "4", "5"),
    "H-5": ("H", "1", "2", "3", "4", "5"),
    "pass-fail": ("fail", "pass"),
}

_NUMBER = re.compile(r"(\d{1,9})(?:[.,](\d{1,6}))?", re.ASCII)


def fold(text: str) -> str:
    """Bring a text to the form in which two spellings of one word are equal."""
    if text.isascii():
        return text.strip().lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).strip().casefold())


def _number(text: str) -> Fraction | None:
    found = _NUMBER.fullmatch(text)
    if found is None:
        return None
    whole, decimals = found[1], found[2] or ""
    return Fraction(int(whole + decimals), 10 ** len(decimals))


@dataclass(frozen=True)
class Scale:
    """A scale; ``labels`` run from the lowest, and index 0 is the fail."""

    labels: tuple[str, ...]

    @classmethod
    def of(cls, course: Course) -> Scale:
        """Return the scale of a course."""
        return cls.named(course.scale)

    @classmethod
    def named(cls, choice: str | CustomScale) -> Scale:
        """Return the scale that a course file chooses by name, or the one that it lists."""
        return _with_grades(KNOWN_SCALES[choice] if isinstance(choice, str) else choice.grades)

    @cached_property
    def numbers(self) -> tuple[Fraction | None, ...]:
        """The grades as numbers; None for one that is a word. The H of `H-5` is 0."""
        if self.labels == KNOWN_SCALES["H-5"]:
            return (Fraction(0), *(_number(label) for label in self.labels[1:]))
        return tuple(_number(label) for label in self.labels)

    @cached_property
    def _by_name(self) -> dict[str, int]:
        return {fold(label): index for index, label in reversed(list(enumerate(self.labels)))}

    @cached_property
    def _by_number(self) -> dict[Fraction, int]:
        pairs = reversed(list(enumerate(self.numbers)))
        return {number: index for index, number in pairs if number is not None}

    def index(self, text: str) -> int | None:
        """Return the place of a grade on the scale, or None when the text is no grade of it.

        Any case will do, spaces around too, and a number may carry decimals that say nothing
        (`4.00`, `4,0`); on `H-5` the fail is both `H` and `0`.
        """
        name = fold(text)
        if name in self._by_name:
            return self._by_name[name]
        number = _number(name)
        return None if number is None else self._by_number.get(number)


@lru_cache(maxsize=32)
def _with_grades(labels: tuple[str, ...]) -> Scale:
    """Return the one scale with these grades, so that what it works out about them is worked out once."""
    return Scale(labels)
