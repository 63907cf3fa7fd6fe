"""The texts of a canvas as markup: escaped, in their language and direction, with places for hyphens.

What stands on a page, and where, is for the other `html_` modules.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from markupsafe import Markup, escape

from cxkit.documents.base import Text
from cxkit.escape import plain
from cxkit.report.canvas.lines import SOFT_HYPHEN
from cxkit.report.canvas.measuring import right_to_left
from cxkit.report.canvas.outline_parts import Said
from cxkit.report.canvas.syllables import breaks

LONG = 18
"""Letters of a word that is broken even in a title, which has room for others."""


_INSIDE = re.compile(r"(?<=\d) (?=\d{3}\b|[%€])|(?<=\bn) (?== \d)|(?<=\bn =) (?=\d)")

_RANGE = re.compile(r"(?<=\d)–(?=\d)")


class Wording:
    """Writes texts in one language; those that are there in another only are marked with theirs."""

    def __init__(self, language: str, own: str) -> None:
        self.language = language
        self.own = own or language
        """Language of texts that do not say theirs."""

    def write(self, text: Text | None, *, shortest: int = 0) -> Markup:
        """Return a text; words of at least ``shortest`` letters may break. Nothing for None."""
        if text is None:
            return Markup("")
        language, words = self._chosen(text)
        return self.mark(words, language, shortest=shortest)

    def title(self, text: Text | None) -> Markup:
        """Return a text that is set large: only the longest words may break."""
        return self.write(text, shortest=LONG)

    def all(self, texts: Iterable[Text]) -> list[Markup]:
        """Return each text as `write` does."""
        return [self.write(text) for text in texts]

    def mark(self, words: str, language: str = "", *, shortest: int = 0) -> Markup:
        """Return words of a language, the page's unless said, marked where it or its direction differs."""
        language = language or self.language
        words = _held_together(plain(words))
        written = escape(hyphenated(words, language, shortest))
        attributes = "" if language == self.language else f' lang="{escape(language)}"'
        if right_to_left(words):
            attributes += ' dir="rtl"'
        return Markup(f"<span{attributes}>{written}</span>") if attributes else written

    def among(self, words: str, names: Iterable[str]) -> Markup:
        """Return a sentence in which names read from the right leave the figures beside them in place."""
        return Markup("").join(
            Markup("<bdi>{}</bdi>").format(part) if is_name else escape(hyphenated(part, self.language))
            for part, is_name in _names_apart(_held_together(plain(words)), names)
        )

    def say(self, words: str, *, shortest: int = 0) -> Markup:
        """Return what an outline says, in the language that goes with it; markup is left as it is."""
        if isinstance(words, Markup):
            return words
        return self.mark(words, words.language if isinstance(words, Said) else "", shortest=shortest)

    def _chosen(self, text: Text) -> tuple[str, str]:
        """Return the words that `Text.get` gives, and their language."""
        texts = dict(text.entries)
        for wanted in (self.language, self.own, "en"):
            if wanted in texts:
                return wanted, texts[wanted]
        language, words = text.entries[0]
        return language or self.own, words


def alternative(words: str, names: Iterable[str]) -> Markup:
    """Return a sentence for an attribute, where signs that are not seen stand for the markup of `among`."""
    return Markup("").join(
        f"\N{FIRST STRONG ISOLATE}{part}\N{POP DIRECTIONAL ISOLATE}" if is_name else part
        for part, is_name in _names_apart(plain(words), names)
    )


def _names_apart(words: str, names: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """Yield the parts of a sentence, and whether each is one of the names that are read from the right."""
    known = {_held_together(plain(name)) for name in names if right_to_left(name)} - {""}
    longest = sorted(known, key=lambda name: (-len(name), name))
    found = re.split(f"({'|'.join(map(re.escape, longest))})", words) if longest else [words]
    return ((part, at % 2 == 1) for at, part in enumerate(found) if part)


def label(words: str, language: str) -> Markup:
    """Return words of cxkit's own that may break at syllables."""
    return escape(hyphenated(_held_together(plain(words)), language))


def _held_together(words: str) -> str:
    """Return words that no line breaks inside of figures of: 24 000, n = 26, 51 %, 6–23."""
    return _RANGE.sub("–\N{WORD JOINER}", _INSIDE.sub("\N{NO-BREAK SPACE}", words))


def hyphenated(words: str, language: str, shortest: int = 0) -> str:
    """Return Finnish words with a soft hyphen wherever a word may break; others as they are."""
    if language != "fi":
        return words
    return " ".join(_broken(word) if len(word) >= shortest else word for word in words.split(" "))


def _broken(word: str) -> str:
    if SOFT_HYPHEN in word:
        return word
    places = [0, *breaks(word), len(word)]
    return SOFT_HYPHEN.join(word[start:end] for start, end in pairwise(places))
