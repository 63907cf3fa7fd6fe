"""Where the Mermaid diagrams of a file are: the whole file, or the fenced blocks of a Markdown page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LINE_END = re.compile(r"\r\n|\r|\n")
_QUOTED = re.compile(r"\s*(?:>[^\S\n]?)*")
_FENCE = re.compile(r"\s*(?:>\s*)*(?P<fence>`{3,}|~{3,}|:{3,})\s*\{?\.?mermaid\b.*", re.IGNORECASE)
_HEADER = re.compile(r"\s*journey\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a diagram: its number in the file, from 1, and its text without the line end."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Source:
    """The lines of one diagram; ``first`` is the line to speak of when there is nothing in it."""

    first: int
    lines: tuple[Line, ...]


def is_markdown(text: str) -> bool:
    """Whether a text has a fenced block of Mermaid."""
    return any(_FENCE.fullmatch(line) for line in _LINE_END.split(text))


def has_journey(text: str) -> bool:
    """Whether a line of a text begins a user journey."""
    return any(_HEADER.match(line) for line in _LINE_END.split(text))


def sources(text: str) -> list[Source]:
    """Return the diagrams of a text, in its order; a text without fences is one diagram after another."""
    lines = [Line(number, line) for number, line in enumerate(_LINE_END.split(text), 1)]
    return list(_fenced(lines)) if is_markdown(text) else list(_one_after_another(lines))


def _fenced(lines: list[Line]) -> Iterator[Source]:
    inside: list[Line] = []
    fence, first = "", 0
    for line in lines:
        if not fence:
            found = _FENCE.fullmatch(line.text)
            if found is not None:
                fence, first, inside = found["fence"], line.number, []
        elif _closes(line.text, fence):
            yield Source(first, tuple(inside))
            fence = ""
        else:
            inside.append(Line(line.number, _without_quote(line.text)))
    if fence:
        yield Source(first, tuple(inside))


def _without_quote(text: str) -> str:
    """Put spaces in place of the signs that quote a block, so that every column stays where it is."""
    if not text.lstrip().startswith(">"):
        return text
    return _QUOTED.sub(lambda found: " " * len(found[0]), text, count=1)


def _closes(text: str, fence: str) -> bool:
    plain = text.strip().lstrip("> ")
    return len(plain) >= len(fence) and set(plain) == {fence[0]}


def _one_after_another(lines: list[Line]) -> Iterator[Source]:
    """Begin a diagram at each line `journey` but the first, with the front matter before it."""
    headers = [at for at, line in enumerate(lines) if _HEADER.fullmatch(line.text)]
    starts = [0, *(_with_front_matter(lines, at) for at in headers[1:])]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield Source(lines[start].number, tuple(lines[start:end]))


def _with_front_matter(lines: list[Line], header: int) -> int:
    """Return where the front matter of a diagram begins, or the header where there is none."""
    at = header - 1
    while at > 0 and not lines[at].text.strip():
        at -= 1
    if lines[at].text.strip() != "---":
        return header
    before = at - 1
    while before > 0 and lines[before].text.strip() != "---":
        before -= 1
    return before if lines[before].text.strip() == "---" else header
