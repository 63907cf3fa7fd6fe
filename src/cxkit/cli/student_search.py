"""Which student of a roster a person means: an id, or a name or an e-mail address that only one has."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from cxkit.cli.console import CommandError
from cxkit.course.scale import fold
from cxkit.documents.nearness import either, listed
from cxkit.roster.quoting import quoted

T = TypeVar("T")

LISTED = 5
REMEMBERED = 20_000
"""So many names and ids are kept for near matches; in a longer roster nobody misspells by eye."""
SHORTEST_PART = 3
"""So many letters of a name are enough to say who has them."""


@dataclass(slots=True)
class Search(Generic[T]):
    """A search over a roster that comes by student by student; each brings something along."""

    wanted: str
    by_id: list[T] = field(default_factory=list)
    by_name: list[tuple[str, T]] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)
    partly: list[str] = field(default_factory=list)

    def fits(self, id_: str, name: str, email: str | None) -> bool:
        """Tell whether a student may be the one; remember how the others are called."""
        word = fold(self.wanted)
        called = (fold(id_), fold(name), fold(email or ""))
        if len(self.seen) < REMEMBERED:
            self.seen += [id_, *filter(None, (name, email))]
            if len(word) >= SHORTEST_PART and any(word in text for text in called):
                self.partly.append(id_)
        return bool(word) and word in called

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
        shown = quoted(self.wanted, 80)
        if self.by_name:
            ids = [id_ for id_, _ in self.by_name]
            raise CommandError(f"{len(ids)} students fit {shown}: {listed(ids, LISTED)}; give the id.")
        raise CommandError(f"There is no student {shown} in the roster.{self._hint()}")

    def _hint(self) -> str:
        """Say who has the word somewhere in the name, else whose is like it, else what the ids look like."""
        if len(self.partly) == 1:
            return f" Did you mean {self.partly[0]}?"
        if self.partly:
            names = listed(self.partly, LISTED)
            many = len(self.partly)
            return f" {many} students have that in a name, an e-mail address or an id: {names}; give the id."
        near = self._near()
        if near:
            return f" Did you mean {either(near)}?"
        return f" Ids look like {self.seen[0]}." if self.seen else ""

    def _near(self) -> list[str]:
        from difflib import get_close_matches

        by_word = {fold(text): text for text in reversed(self.seen) if len(text) <= 80}
        word = fold(self.wanted)
        return [by_word[near] for near in get_close_matches(word, by_word, 3, 0.7)] if len(word) <= 80 else []
