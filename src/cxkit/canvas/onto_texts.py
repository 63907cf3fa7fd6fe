"""Texts of a journey that was read from another format, put onto those of the journey that it goes onto.

``suffixes`` are the languages that the format held for such a text, "" among them where it held one without a
language. What it did not hold is kept; an equal text is the same text.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from cxkit.documents.base import Text

PLAIN = frozenset({""})


def agree(one: Text | None, other: Text | None) -> bool:
    """Whether two texts say the same in some language."""
    return one is not None and other is not None and not _said(one).isdisjoint(_said(other))


def one_text(old: Text | None, new: Text | None, suffixes: Set[str], language: str | None) -> Text | None:
    """Return a text; ``language`` is that of a new text which does not give its own."""
    if not suffixes or old is None:
        return new if suffixes else old
    if "" in suffixes and (new is None or not new.languages):
        return None if new is None else _replaced(old, new, language)
    found = dict(new.entries) if new is not None else {}
    kept = {said: text for said, text in old.entries if said not in suffixes or said in found}
    if found and "" in kept:
        del kept[""]
    entries = kept | found
    return Text(tuple(entries.items())) if entries else None


def several(
    old: Sequence[Text], new: Sequence[Text], suffixes: Set[str], language: str | None
) -> tuple[Text, ...]:
    """Return a list of texts: new ones, each with what the old one that it was says in other languages."""
    if not suffixes:
        return tuple(old)
    was = _before(old, new)
    found = [one_text(before, one, suffixes, language) for before, one in zip(was, new, strict=True)]
    used = [id(one) for one in was]
    # A text in none of the languages held is not there to be missed.
    unseen = [one for one in old if "" not in suffixes and not _languages(one) & suffixes]
    return (*(one for one in found if one is not None), *(one for one in unseen if id(one) not in used))


def _before(old: Sequence[Text], new: Sequence[Text]) -> list[Text | None]:
    """Return for each new text the old one that it was: an equal one, or, in a list as long, its place's."""
    left = list(enumerate(old))
    found: dict[int, tuple[int, Text]] = {}
    for number, one in enumerate(new):
        match = next((entry for entry in left if agree(entry[1], one)), None)
        if match is not None:
            left.remove(match)
            found[number] = match
    if len(old) == len(new):
        places = {place for place, _ in left}
        for number in range(len(new)):
            if number not in found and number in places:
                found[number] = number, old[number]
    return [found[number][1] if number in found else None for number in range(len(new))]


def added(old: Sequence[Text], new: Sequence[Text]) -> tuple[Text, ...]:
    """Return notes with those that are new behind."""
    return (*old, *(one for one in new if not any(agree(one, other) for other in old)))


def _replaced(old: Text, new: Text, language: str | None) -> Text:
    if agree(old, new):
        return old
    if language is None or language not in old.languages:
        return new
    return Text(tuple((one, str(new) if one == language else text) for one, text in old.entries))


def _said(text: Text) -> frozenset[str]:
    return frozenset(said for _, said in text.entries)


def _languages(text: Text) -> frozenset[str]:
    return frozenset(language for language, _ in text.entries)
