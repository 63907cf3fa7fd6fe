"""Whose the emotions of a column are: an id in brackets is one, anything else there is a persona's name.

`Tunne [aino]` is about the persona `aino`, `Tunne [Åsa Öhman]` about one of that name, and `Tunne [id: Ä-1]`
about one whose id would otherwise pass for a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from cxkit.canvas.naming import new_id
from cxkit.canvas.touchpoint_cells import BadCell, identifier

_LIKE_AN_ID = re.compile(r"[a-z0-9][a-z0-9_-]*")
_EXACTLY = re.compile(r"id:\s*(?P<id>.+)", re.IGNORECASE | re.DOTALL)


def in_header(persona: str) -> str:
    """Return what stands in the brackets of a header for a persona's id."""
    return persona if _LIKE_AN_ID.fullmatch(persona) else f"id: {persona}"


def may_be_persona(suffix: str) -> bool:
    """Whether the brackets of a header hold a persona's id or name."""
    exact = _EXACTLY.fullmatch(suffix.strip())
    return bool(suffix.strip()) if exact is None else _is_id(exact["id"].strip())


class Personas:
    """The personas of a table's header: their entries in order, and the id that each header stands for."""

    def __init__(self, suffixes: Iterable[str]) -> None:
        """Take what stands in brackets, in the order of the columns."""
        found = list(dict.fromkeys(suffixes))
        self.ids = {suffix: exact for suffix in found if (exact := _exactly(suffix)) is not None}
        self.entries: list[str | dict[str, Any]] = []
        by_name: dict[str, str] = {}
        for suffix in found:
            if suffix not in self.ids:
                self.ids[suffix] = self._named(suffix.strip(), by_name)
            elif self.ids[suffix] not in self.entries:
                self.entries.append(self.ids[suffix])

    def _named(self, name: str, by_name: dict[str, str]) -> str:
        """Return the id of a name; one that is in the header as an id is that persona."""
        alone = new_id(name, taken=(), fallback="persona")
        key = " ".join(name.casefold().split())
        if key in by_name or (alone in self.ids.values() and alone not in by_name.values()):
            return by_name.get(key, alone)
        by_name[key] = new_id(name, taken=self.ids.values(), fallback="persona")
        self.entries.append({"id": by_name[key], "name": name})
        return by_name[key]


def _exactly(suffix: str) -> str | None:
    """Return the id that is meant, or None for a name."""
    plain = suffix.strip()
    exact = _EXACTLY.fullmatch(plain)
    if exact is not None:
        return exact["id"].strip()
    return plain if _LIKE_AN_ID.fullmatch(plain) and _is_id(plain) else None


def _is_id(text: str) -> bool:
    try:
        return identifier(text) == text
    except BadCell:
        return False
