"""A source line as a terminal can show it, with carets under a span.

Every character takes the columns that are counted for it, and none is obeyed: what is invisible or
would steer a terminal is shown by its picture or its number.
"""

from __future__ import annotations

import unicodedata

from cxkit.documents.diagnostics import Span

WIDEST = 100
"""How many columns of a source line are shown at most, not counting the signs where it is cut."""

_NARROWEST = 20
_SIGNS = 2  # one at each end of a line that is cut
_TAB = "→   "
_JOINERS = "\u200c\u200d"
_HANGUL_VOWELS = range(0x1160, 0x1200)  # drawn into the syllable before them
_STEERING = ("Cc", "Cf", "Cs", "Zl", "Zp")


def width(text: str) -> int:
    """Return how many columns of a terminal the text takes."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def visible(text: str) -> str:
    """Return the text with every character to be seen, tabs as arrows."""
    return text if text.isascii() and text.isprintable() else "".join(map(_shown, text))


def excerpt(
    line: str, span: Span, *, paint: str = "", reset: str = "", columns: int | None = None
) -> list[str]:
    """Return the line after its number, and under it the carets; a long line is cut to what is near the span.

    ``paint`` and ``reset`` are put around the carets. ``columns`` is the width of the terminal: both lines
    fit into it, unless it has not even room for a word. A span of several lines is marked to the end of its
    first, an empty one by one caret.
    """
    start = min(span.column - 1, len(line))
    end = max(start, min(span.end_column - 1, len(line)) if span.end_line == span.line else len(line))
    number = str(span.line)
    whole_line, room = _rooms(columns, gutter=len(f"  {number} | "))
    if len(line) <= WIDEST and width(visible(line)) <= whole_line:
        before, marked, after = visible(line[:start]), visible(line[start:end]), visible(line[end:])
    else:
        before = _last(line[:start], room // 3)
        marked, whole = _first(line[start:end], room - room // 3)
        after = _first(line[end:], room - width(before) - width(marked))[0] if whole else ""
    carets = "^" * max(1, width(marked))
    return [
        f"  {number} | {before}{marked}{after}".rstrip(),
        f"  {' ' * len(number)} | {' ' * width(before)}{paint}{carets}{reset}",
    ]


def _rooms(columns: int | None, gutter: int) -> tuple[int, int]:
    """Return how wide a line may be that is shown whole, and how much is kept of one that is cut."""
    if columns is None:
        return WIDEST, WIDEST
    beside = max(columns - gutter - 1, _NARROWEST)  # one for a caret behind the end of the line
    return min(WIDEST, beside), min(WIDEST, beside - _SIGNS)


def _first(text: str, room: int) -> tuple[str, bool]:
    """Return the beginning of a text that has room, and whether that is all; a sign says where it was cut."""
    kept: list[str] = []
    for character in text[:WIDEST]:
        shown = _shown(character)
        room -= width(shown)
        if room < 0:
            break
        kept.append(shown)
    whole = len(kept) == len(text)
    return "".join(kept) + "…" * (not whole), whole


def _last(text: str, room: int) -> str:
    """Return the end of a text that has room, never beginning with what belongs to a character before."""
    kept: list[str] = []
    for character in reversed(text[-WIDEST:]):
        shown = _shown(character)
        room -= width(shown)
        if room < 0:
            break
        kept.append(shown)
    whole = len(kept) == len(text)
    while not whole and kept and not width(kept[-1]):
        kept.pop()
    return "…" * (not whole) + "".join(reversed(kept))


def _columns(character: str) -> int:
    category = unicodedata.category(character)
    if category in ("Mn", "Me") or character in _JOINERS or ord(character) in _HANGUL_VOWELS:
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def _shown(character: str) -> str:
    if character == "\t":
        return _TAB
    if character < " ":
        return chr(0x2400 + ord(character))
    if character == "\x7f":
        return "␡"
    if unicodedata.category(character) in _STEERING and character not in _JOINERS:
        return f"<U+{ord(character):04X}>"
    return character
