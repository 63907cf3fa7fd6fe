"""Ids made of the names that people give: plain letters, unlike one another, none with another meaning."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

LONGEST_ID = 40

_WITHOUT_ASCII = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th"})
_DEVICE = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")
_WORDS_OF_YAML = frozenset({"true", "false", "null", "none", "yes", "no", "on", "off", "y", "n"})


def new_id(name: str, *, taken: Iterable[str], fallback: str) -> str:
    """Make an id of small letters, digits and `_` out of a name: ä becomes a, and what is no letter `_`.

    ``fallback`` is what such a thing is called, such as `persona`: an id that would be empty, begin with a
    digit, or mean something to YAML or to Windows, begins with it. It is unlike all of ``taken``, also when
    capital letters are not told from small ones.
    """
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_WITHOUT_ASCII))
    ascii_only = plain.encode("ascii", "ignore").decode()
    word = re.sub(r"[^a-z0-9]+", "_", ascii_only)[:LONGEST_ID].strip("_")
    used = {one.casefold() for one in taken}
    if not word:
        return _numbered(fallback, used, first=1)
    if word[0].isdigit() or word in _WORDS_OF_YAML or _DEVICE.fullmatch(word):
        word = f"{fallback}_{word}"
    return word if word not in used else _numbered(word, used, first=2)


def _numbered(word: str, used: set[str], *, first: int) -> str:
    number = first
    while f"{word}_{number}" in used:
        number += 1
    return f"{word}_{number}"
