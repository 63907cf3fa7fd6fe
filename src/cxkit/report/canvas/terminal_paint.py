"""Lines for a terminal: wrapped, padded and painted, so that columns stay straight in every script.

Colour never speaks alone: what is painted also has a sign or a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from rich.cells import cell_len

from cxkit.escape import terminal
from cxkit.report.canvas.syllables import breaks
from cxkit.report.terminal_table import Paper
from cxkit.report.wrapping import wrapped

GAP = "  "
BOLD, QUIET, ALARM = "1", "2", "1;35"
"""How a line is painted: what matters, what is said aside, the one colour that warns."""

_SPACES = {ord("\N{NO-BREAK SPACE}"): " ", ord("\N{NARROW NO-BREAK SPACE}"): " "}
_SOFT_HYPHEN = "\N{SOFT HYPHEN}"
_IN_ASCII = str.maketrans(
    {
        "●": "o", "■": "#", "◆": "*", "▲": "^", "▬": "=", "•": "-", "→": ">", "−": "-", "–": "-", "…": "~",
        "━": "=", "─": "-", "┈": ".", "╌": "-", "│": "|", "╭": ".", "╮": ".", "╰": "'", "╯": "'",
        "█": "#", "░": ".", "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+", "┬": "+", "┴": "+",
        "┼": "+", "“": '"', "”": '"', "·": ".",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, and how it is painted."""

    text: str
    style: str = ""

    @property
    def width(self) -> int:
        """How many cells of the terminal it takes."""
        return cell_len(self.text)


def safe(text: str) -> str:
    """Return a text on one line that a terminal shows and never obeys; soft hyphens are not shown."""
    return terminal(text).replace(_SOFT_HYPHEN, "").strip()


@dataclass(frozen=True, slots=True)
class Brush:
    """Sets text on a paper, in the words of a language: Finnish words may break at syllables."""

    paper: Paper
    language: str

    def lines(self, text: str, width: int, style: str = "", *, sign: str = "") -> list[Line]:
        """Wrap a text to a width in cells; after a sign that stands before it, later lines are indented."""
        lead = f"{sign} " if sign and width > cell_len(sign) + 1 else ""
        room = max(width - cell_len(lead), 1)
        first, *more = (line.translate(_SPACES) for line in wrapped(self._broken(text, room), room))
        return [Line(lead + first, style), *(Line(" " * cell_len(lead) + one, style) for one in more)]

    def beside(self, columns: Iterable[tuple[list[Line], int]]) -> Iterator[str]:
        """Set columns, each with its width in cells, side by side and yield the painted lines."""
        known = list(columns)
        for row in zip_longest(*(lines for lines, _ in known)):
            cells = []
            for line, (_, width) in zip(row, known, strict=True):
                cell = line or Line("")
                cells.append(self.painted(cell) + " " * max(width - cell.width, 0))
            yield GAP.join(cells).rstrip()

    def said(self, text: str, width: int, style: str = "", *, sign: str = "") -> Iterator[str]:
        """Yield a text as painted lines."""
        return (self.painted(line) for line in self.lines(text, width, style, sign=sign))

    def painted(self, line: Line) -> str:
        """Return a line with its colour, if there is to be any, and in signs that can be shown."""
        text = line.text.translate(_IN_ASCII) if self.paper.ascii_only else line.text
        if not self.paper.colour or not line.style or not text.strip():
            return text
        return f"\x1b[{line.style}m{text}\x1b[0m"

    def _broken(self, text: str, room: int) -> str:
        """Part the words that are wider than a line, at the author's soft hyphens or at syllables.

        How many answers a figure rests on stays on one line.
        """
        glued = terminal(text).strip().replace("n = ", "n\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}")
        words = []
        for word in glued.split(" "):
            whole = word.replace(_SOFT_HYPHEN, "")
            words.append(whole if cell_len(whole) <= room else " ".join(self._parts(word, room)))
        return " ".join(words)

    def _parts(self, word: str, room: int) -> Iterator[str]:
        cuts = word.split(_SOFT_HYPHEN)
        if len(cuts) == 1 and self.language == "fi":
            cuts = [word[start:end] for start, end in pairwise((0, *breaks(word), len(word)))]
        part = ""
        for cut in cuts:
            if part and cell_len(part + cut) >= room:
                yield f"{part}-"
                part = ""
            part += cut
        yield part
