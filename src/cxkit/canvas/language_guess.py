"""Whether the texts of a journey are Finnish or English, as far as their words tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cxkit.canvas.journey import Journey

_WORD = re.compile(r"[^\W\d_]{2,}")
_FINNISH = re.compile(r"[äö]|aa|ii|uu|yy|kk|y[hklmnrst]|[aiou]n?$|nen$")
_ENGLISH = re.compile(r"[cwxqzfb]|th|sh|gh|(?:ed|ing|er|[^aeiouyäö]s)$")
_ENGLISH_WORDS = (
    "an and as at do for from go have home i in is it me my no of on one online or so the to up us you"
)


def guessed_language(journey: Journey) -> str | None:
    """Return `fi` or `en`, or None where the words speak for neither."""
    finnish = english = 0
    english_words = frozenset(_ENGLISH_WORDS.split())
    for word in _words(journey):
        if word in english_words:
            english += 1
        else:
            finnish += _FINNISH.search(word) is not None
            english += _ENGLISH.search(word) is not None
    if finnish == english:
        return None
    return "fi" if finnish > english else "en"


def _words(journey: Journey) -> Iterator[str]:
    """Yield the words of names and notes; the names of people and channels are of any language."""
    texts = [journey.title, *journey.notes]
    for stage in journey.stages:
        texts += [stage.title, *stage.notes]
    for *_, one in journey.touchpoints():
        texts += [one.title, one.owner, *one.action, *one.thoughts, *one.pains, *one.benefits, *one.notes]
    for text in texts:
        for _, said in text.entries if text is not None else ():
            yield from _WORD.findall(said.casefold())
