"""Finding the word that was probably meant, for hints such as "Did you mean `weight`?"."""

from __future__ import annotations

from collections.abc import Iterable

LONGEST_WORD = 80  # comparing is quadratic in length, and nobody misspells a word longer than this


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


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """Return the hint that names the nearest known word, or None."""
    found = nearest(word, known)
    return f"Did you mean `{found}`?" if found is not None else None
