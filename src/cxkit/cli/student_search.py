"""Which student of a roster a person means: an id, or a name or an e-mail address that only one has."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from cxkit.cli.console import CommandError
from cxkit.course.scale import fold
from cxkit.escape import terminal

T = TypeVar("T")

LISTED = 5
REMEMBERED = 20_000
"""So many names and ids are kept for near matches; in a longer roster nobody misspells by eye."""


@dataclass(slots=True)
class Search(Generic[T]):
    """A search over a roster that comes by student by student; each brings something along."""

    wanted: str
    by_id: list[T] = field(default_factory=list)
    by_name: list[tuple[str, T]] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)

    def fits(self, id_: str, name: str, email: str | None) -> bool:
        """Tell whether a student may be the one; remember how the others are called."""
        word = fold(self.wanted)
        if len(self.seen) < REMEMBERED:
            self.seen += [id_, *filter(None, (name, email))]
        return bool(word) and word in (fold(id_), fold(name), fold(email or ""))

    def add(self, id_: str, brought: T) -> None:
        """Take a student that fits."""
        if id_ == self.wanted.strip():
            self.by_id.append(brought)
        else:
            self.by_name.append((id_, brought))

    def found(self) -> T:
        """Return what the one student brought; raises CommandError when there is none or several."""
        if self.by_id:
            return self.by_id[0]
        if len(self.by_name) == 1:
            return self.by_name[0][1]
        shown = f"“{terminal(self.wanted)}”"
        if self.by_name:
            ids = [id_ for id_, _ in self.by_name]
            more = f" and {len(ids) - LISTED} more" if len(ids) > LISTED else ""
            raise CommandError(
                f"{len(ids)} students fit {shown}: {', '.join(ids[:LISTED])}{more}; give the id."
            )
        near = self._near()
        hint = f" Did you mean {' or '.join(near)}?" if near else ""
        raise CommandError(f"There is no student {shown} in the roster.{hint}")

    def _near(self) -> list[str]:
        from difflib import get_close_matches

        by_word = {fold(text): text for text in reversed(self.seen) if len(text) <= 80}
        word = fold(self.wanted)
        return [by_word[near] for near in get_close_matches(word, by_word, 3, 0.7)] if len(word) <= 80 else []
