"""Breaking lines for a terminal, by its cells: wide, combining and joined signs count as they show."""

from __future__ import annotations

from rich.cells import cell_len

HANGING = "    "
"""What the second and further lines of a sentence begin with."""


def wrapped(text: str, width: int | None, indent: str = "") -> list[str]:
    """Break a line at its spaces, never before a percent sign; longer words break where the line ends.

    ``width`` is in cells, None for a line as long as it takes; lines after the first begin with ``indent``.
    """
    if width is None or cell_len(text) <= width:
        return [text]
    lines: list[str] = []
    line = ""
    for word in _words(text):
        room = max(width - len(indent), 1) if lines else width
        longer = f"{line} {word}" if line else word
        if cell_len(longer) <= room:
            line = longer
            continue
        if line:
            lines.append(line.rstrip())
            room = max(width - len(indent), 1)
        *full, line = _pieces(word, max(room, 1))
        lines += full
    first, *more = [*lines, line]
    return [first, *(indent + line for line in more)]


def _words(text: str) -> list[str]:
    glued = text.replace(" %", "\N{NO-BREAK SPACE}%").split(" ")
    return [word.replace("\N{NO-BREAK SPACE}%", " %") for word in glued]


def _pieces(word: str, width: int) -> list[str]:
    """Break a word into pieces of at most ``width`` cells (one sign each when even that is too wide)."""
    pieces, piece, size = [], "", 0
    for sign in word:
        wide = cell_len(sign)
        if piece and size + wide > width:
            pieces.append(piece)
            piece, size = "", 0
        piece += sign
        size += wide
    return [*pieces, piece]
