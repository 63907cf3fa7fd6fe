"""A journey that was made of another format, with what that format can say of one.

The rest of a journey that it goes onto is kept; see `onto`.
"""

from __future__ import annotations

from dataclasses import dataclass

from cxkit.canvas.journey import Journey


@dataclass(frozen=True, slots=True)
class Held:
    """The columns of a table, each a key with a suffix: a language or a persona's id, or nothing."""

    columns: frozenset[tuple[str, str]]

    def suffixes(self, key: str) -> frozenset[str]:
        """Return the suffixes under which a key has columns; none when it has no column."""
        return frozenset(suffix for one, suffix in self.columns if one == key)

    def any(self, *keys: str) -> bool:
        """Whether one of the keys has a column."""
        return any(one in keys for one, _ in self.columns)

    def group(self, name: str) -> bool:
        """Whether a group of keys, such as `data`, has a column."""
        return any(one.startswith(f"{name}.") for one, _ in self.columns)


@dataclass(frozen=True, slots=True)
class Imported:
    """A journey, and the columns that it was made of; None for one that was a Mermaid diagram.

    ``outgrown`` are the notes that say what our own remarks in a diagram said before it was changed.
    """

    journey: Journey
    held: Held | None
    outgrown: frozenset[str] = frozenset()
