"""What an outline is made of: sections with paragraphs, lists, facts and tables; not how they look."""

from __future__ import annotations

from dataclasses import dataclass


class Said(str):
    """A text of an outline; ``language`` is its own where that is not the outline's, else empty."""

    __slots__ = ("language",)
    language: str

    def __new__(cls, text: str, language: str = "") -> Said:
        made = super().__new__(cls, text)
        made.language = language
        return made


Cell = tuple[str, ...]
"""What stands in one place: nothing, a text, or several of the same rank."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; a ``quiet`` one says that nothing is known, or what is asked."""

    text: str
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Points:
    """A list of entries; ``title`` says what they are, where the section does not.

    The one entry of a ``quiet`` list says that nothing is known, or what is asked.
    """

    entries: Cell
    title: str = ""
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what is so; without ``values`` nothing is known, which is to be said as such."""

    label: str
    values: Cell


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts in their order."""

    facts: tuple[Fact, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of at least one row, each with as many cells as the header; the first cell names the row."""

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    title: str = ""
    numbers: frozenset[int] = frozenset()
    """Columns that hold figures, from 0."""


Item = Paragraph | Points | Facts | Table


@dataclass(frozen=True, slots=True)
class Section:
    """A section; ``level`` is that of its heading, from 2. A ``question`` is one that nothing answers yet."""

    title: str
    items: tuple[Item, ...] = ()
    level: int = 2
    question: str | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """What a canvas says, in the order in which it is read; ``sources`` are to be printed at its end."""

    title: str
    kind_line: str
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]
    sources: tuple[str, ...]
    nothing: str
    """What is said where nothing is known."""
