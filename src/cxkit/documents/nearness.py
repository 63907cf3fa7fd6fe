"""Finding the word that was probably meant, and listing what could be, for hints to authors of files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

LONGEST_WORD = 80  # comparing is quadratic in length, and nobody misspells a word longer than this
SLIGHTLY_LIKE = 0.5
MOST_LISTED = 25  # all keys of a touchpoint: none of them is to be hidden


def nearest(word: str, known: Iterable[str], *, likeness: float = 0.6) -> str | None:
    """Return the known word most like `word` (case aside), or None when none is like it.

    `likeness` runs from 0 to 1, where 1 wants the same letters.
    """
    from difflib import get_close_matches

    if len(word) > LONGEST_WORD:
        return None
    by_folded: dict[str, str] = {}
    for candidate in known:
        if len(candidate) <= LONGEST_WORD:
            by_folded.setdefault(candidate.casefold(), candidate)
    matches = get_close_matches(word.casefold(), by_folded, n=1, cutoff=likeness)
    return by_folded[matches[0]] if matches else None


def either(texts: Sequence[str]) -> str:
    """Join texts as a choice: `a`, `a or b`, `a, b or c`."""
    *others, last = texts
    return f"{', '.join(others)} or {last}" if others else last


def all_of(texts: Sequence[str]) -> str:
    """Join texts that hold together: `a`, `a and b`, `a, b and c`."""
    *others, last = texts
    return f"{', '.join(others)} and {last}" if others else last


def listed(texts: Sequence[str], most: int = MOST_LISTED) -> str:
    """Join the first of many texts, and say how many more there are."""
    shown = ", ".join(texts[:most])
    return shown if len(texts) <= most else f"{shown} and {len(texts) - most} more"


def nearest_first(word: str, known: Sequence[str]) -> list[str]:
    """Bring the known words that are at all like a word to the front; the others keep their order."""
    from difflib import SequenceMatcher

    def distance(candidate: str) -> float:
        if max(len(word), len(candidate)) > LONGEST_WORD:
            return 0.0
        likeness = SequenceMatcher(None, word.casefold(), candidate.casefold()).ratio()
        return -likeness if likeness >= SLIGHTLY_LIKE else 0.0

    return sorted(known, key=distance)


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """Return the hint that names the nearest known word, or None."""
    found = nearest(word, known)
    return f"Did you mean `{found}`?" if found is not None else None
