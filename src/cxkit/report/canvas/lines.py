"""Text set in lines that are never wider than their column, and never shorter than what was written.

Lines break at spaces, after hyphens and slashes, at the author's soft hyphens, in Finnish at syllables, and
between signs of scripts without spaces. Only a piece that is wider than a whole line is broken anywhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from cxkit.escape import plain
from cxkit.report.canvas.measuring import Style, advance, graphemes, width
from cxkit.report.canvas.syllables import breaks

SOFT_HYPHEN = "\u00ad"
_FULL = 0.7
"""The share of a line from which on a word that fits the next one is not broken any more."""
_ALONE = 3
"""Signs of a word that may not stand alone in the last line."""
_THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
_SEAM = re.compile(r"(?<=[-–—/])(?=\w)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a word that stays on one line; ``hyphen`` is what ends the line when it breaks after it."""

    text: str
    hyphen: str


def wrap(
    text: str, size: float, room: float, *, style: Style = "regular", language: str = "", indent: float = 0
) -> list[str]:
    """Return ``text`` as lines of at most ``room``; ``language`` ``fi`` lets words break at syllables.

    A room narrower than a sign still gets one sign a line, a text of nothing but space no lines. The first
    line begins ``indent`` later.
    """
    lines: list[str] = []
    line = last = ""
    whole, used, space = room, 0, advance(" ", style)
    for word in _THOUSANDS.sub("\u00a0", plain(text)).split(" "):
        if not word:
            continue
        last, room = word, whole if lines else whole - indent
        wide = advance(word, style)
        if (used + (space if line else 0) + wide) * size / 1000 <= room:
            used += (space if line else 0) + wide
            line = f"{line} {word}" if line else word
        elif used * size / 1000 > _FULL * room and wide * size / 1000 <= whole:
            lines.append(line)
            line, used = word, wide
        else:
            line = _broken(lines, line, word, size, room, style, language)
            used = advance(line, style)
    if line:
        lines.append(line)
    if last == line and len(last) <= _ALONE:
        _keep_company(lines, size, style)
    return [line.replace(SOFT_HYPHEN, "").replace("\u00a0", " ") for line in lines]


def _keep_company(lines: list[str], size: float, style: Style) -> None:
    """Move a word down to a very short one in the last line, unless that would become the longer line."""
    if len(lines) < 2:
        return
    before, _, word = lines[-2].rpartition(" ")
    last = f"{word} {lines[-1]}"
    if " " in before and width(last, size, style) <= width(before, size, style):
        lines[-2:] = [before, last]


def broken_words(
    text: str, size: float, room: float, *, style: Style = "regular", language: str = ""
) -> Iterator[str]:
    """Yield the words of ``text`` that `wrap` breaks where a word has no seam, as they are too wide."""
    for word in plain(text).split(" "):
        # No sign is wider than one and a half of its size: most words need no measuring.
        if len(word) * size * 1.5 > room and any(
            width(piece.text + piece.hyphen, size, style) > room for piece in _soft_pieces(word, language)
        ):
            yield word.replace(SOFT_HYPHEN, "")


def _broken(
    lines: list[str], line: str, word: str, size: float, room: float, style: Style, language: str
) -> str:
    """Add ``word``, too wide for the rest of ``line``, piece by piece; full lines go to ``lines``."""
    gap = " " if line else ""
    hyphen = ""
    for piece in _pieces(word, size, room, style, language):
        whole = line + gap + piece.text
        if width(whole + piece.hyphen, size, style) <= room or not line:
            line, gap, hyphen = whole, "", piece.hyphen
            continue
        lines.append(line + (hyphen if not gap else ""))
        line, gap, hyphen = piece.text, "", piece.hyphen
    return line


def _pieces(word: str, size: float, room: float, style: Style, language: str) -> Iterator[Piece]:
    for piece in _soft_pieces(word, language):
        if width(piece.text + piece.hyphen, size, style) <= room:
            yield piece
            continue
        *signs, last = graphemes(piece.text)
        for sign in signs:
            yield Piece(sign, "")
        yield Piece(last, piece.hyphen)


def _soft_pieces(word: str, language: str) -> Iterator[Piece]:
    """Cut a word where it may break; the author's soft hyphens in it replace the syllables of a language."""
    for part in _SEAM.split(word):
        if SOFT_HYPHEN in part:
            cuts = [cut for cut in part.split(SOFT_HYPHEN) if cut]
        else:
            places = (0, *(breaks(part) if language == "fi" else ()), len(part))
            cuts = [part[start:end] for start, end in pairwise(places)]
        for number, cut in enumerate(cuts):
            yield from _scriptwise(cut, "-" if number < len(cuts) - 1 else "")


def _scriptwise(text: str, hyphen: str) -> Iterator[Piece]:
    """Cut between wide signs (Chinese, Japanese, emoji), which are set without spaces."""
    start = ""
    for cluster in graphemes(text):
        if unicodedata.east_asian_width(cluster[0]) in ("W", "F"):
            if start:
                yield Piece(start, "")
            start = ""
            yield Piece(cluster, "")
        else:
            start += cluster
    if start:
        yield Piece(start, hyphen)
