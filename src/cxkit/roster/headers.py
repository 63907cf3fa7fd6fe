"""What a header of a roster can be called: itself, and for a Moodle grade export the item in it.

Moodle heads an item's column `<Name> (<Kind>)`, or `<Module>: <Name> (<Kind>)`, in Finnish without the space.
Which header a component takes is decided in `columns`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from cxkit.course.scale import fold


class Kind(StrEnum):
    """What the cells of a Moodle item's column hold."""

    REAL = "real"
    PERCENTAGE = "percentage"
    LETTER = "letter"
    FEEDBACK = "feedback"


KINDS: Final = {
    "real": Kind.REAL,
    "todellinen": Kind.REAL,
    "punkte": Kind.REAL,
    "percentage": Kind.PERCENTAGE,
    "prosentti": Kind.PERCENTAGE,
    "prosentit": Kind.PERCENTAGE,
    "prosenttiosuus": Kind.PERCENTAGE,
    "prozent": Kind.PERCENTAGE,
    "prozentsatz": Kind.PERCENTAGE,
    "prozentwert": Kind.PERCENTAGE,
    "prozentual": Kind.PERCENTAGE,
    "letter": Kind.LETTER,
    "kirjain": Kind.LETTER,
    "kirjainarvosana": Kind.LETTER,
    "buchstabe": Kind.LETTER,
    "buchstaben": Kind.LETTER,
    "notenstufe": Kind.LETTER,
    "feedback": Kind.FEEDBACK,
    "palaute": Kind.FEEDBACK,
    "rückmeldung": Kind.FEEDBACK,
}
SHORTEST_SHARED: Final = 4
"""So many letters of a word say that two headers may mean the same."""
WITH_KIND: Final = re.compile(r"(.+?) ?\(([^()]+)\)")


def header_key(text: str) -> str:
    """Bring a header or a title to the form in which two spellings of it are equal."""
    return " ".join(fold(text).split())


@dataclass(frozen=True, slots=True)
class Header:
    """A header as it can be matched.

    `key` is the whole of it; with a kind, `item` is what stands before the kind and `name` what follows the
    module's colon in that (None when there is no colon). All three are folded.
    """

    index: int
    text: str
    key: str
    kind: Kind | None = None
    item: str | None = None
    name: str | None = None

    @classmethod
    def of(cls, index: int, text: str) -> Header:
        """Take a header apart."""
        key = header_key(text)
        match = WITH_KIND.fullmatch(key)
        kind = KINDS.get(match[2].strip()) if match else None
        if match is None or kind is None:
            return cls(index, text, key)
        item = match[1]
        _, colon, name = item.partition(":")
        return cls(index, text, key, kind, item, name.strip() if colon and name.strip() else None)

    @property
    def names(self) -> tuple[str, ...]:
        """Every name the header answers to, the longest first."""
        return tuple(name for name in (self.key, self.item, self.name) if name)


def parsed(headers: Iterable[str]) -> tuple[Header, ...]:
    """Take all headers apart."""
    return tuple(Header.of(index, text) for index, text in enumerate(headers))


def find(headers: Sequence[Header], names: Collection[str], kinds: Sequence[Kind]) -> list[Header]:
    """Find the columns that answer to one of the names, which must be folded; several are a tie.

    The whole header comes first, then the item, then the item without its module; among those of an item
    the first kind of `kinds` that there is.
    """
    exact = [header for header in headers if header.key in names]
    if exact:
        return exact
    for part in ("item", "name"):
        fitting = [header for header in headers if getattr(header, part) in names]
        for kind in kinds:
            found = [header for header in fitting if header.kind is kind]
            if found:
                return found
    return []


def near_matches(headers: Sequence[Header], names: Iterable[str]) -> list[str]:
    """List up to three headers that look like one of the folded names, or else share a word with one."""
    from difflib import get_close_matches

    by_name = {name: header.text for header in reversed(headers) for name in header.names if len(name) <= 80}
    known = [name for name in names if len(name) <= 80]
    close = [near for name in known for near in get_close_matches(name, by_name, 3, 0.6)]
    if not close:
        shared = {near: max(_shared_word(name, near) for name in known) for near in by_name if known}
        close = sorted((near for near in shared if shared[near]), key=lambda near: -shared[near])
    return list(dict.fromkeys(by_name[name] for name in close))[:3]


def _shared_word(one: str, other: str) -> int:
    """Return the length of the longest word of one name that begins a word of the other, or ends it."""
    return max(
        (
            len(short)
            for first in re.findall(r"\w+", one)
            for second in re.findall(r"\w+", other)
            for short, long in [sorted((first, second), key=len)]
            if len(short) >= SHORTEST_SHARED and (long.startswith(short) or long.endswith(short))
        ),
        default=0,
    )
