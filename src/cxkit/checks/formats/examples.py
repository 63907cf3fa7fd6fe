"""The two examples of a rule as a reader sees them: of a long one the lines that differ from the other.

What stands around such a line, and the keys under which it stands, are shown with it; the rest is `# …`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cxkit.checks.formats.excerpt import visible
from cxkit.documents.rule import Rule

LINES = 40
"""How many lines of an example are shown."""

_COMPARED = 1000
_AROUND = 2
_COLUMNS = 120
_BEGINS = re.compile(r"kind:|--- #")


def examples(rule: Rule) -> tuple[str, str]:
    """Return the bad and the good example of a rule, without what is too long to be read."""
    bad, good = rule.bad.splitlines(), rule.good.splitlines()
    if LINES < max(len(bad), len(good)) <= _COMPARED:
        bad, good = _parts(bad, good), _parts(good, bad)
    return _cut(bad), _cut(good)


def _cut(lines: Sequence[str]) -> str:
    cut = [f"# … and {len(lines) - LINES:,} lines more"] if len(lines) > LINES else []
    return "\n".join([*map(_line, lines[:LINES]), *cut])


def _line(line: str) -> str:
    return visible((line if len(line) <= _COLUMNS else line[: _COLUMNS - 1] + "…").replace("\t", "⇥   "))


def _parts(lines: Sequence[str], other: Sequence[str]) -> list[str]:
    """Return the lines in which a text differs from another, with those that show where they stand."""
    shown = {number for number, line in enumerate(lines) if _BEGINS.match(line)}
    for number in set(_different(lines, other)):
        shown |= {number, *_above(lines, number)}
    found: list[str] = []
    for number, line in enumerate(lines):
        if number in shown:
            found.append(line)
        elif number and number - 1 in shown:
            found.append(f"{' ' * _indent(line)}# …")
    return found


def _different(lines: Sequence[str], other: Sequence[str]) -> Iterator[int]:
    """Yield the numbers of the lines that are not in the other text, and of some around them."""
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, lines, other, autojunk=False)
    for tag, start, end, _, _ in matcher.get_opcodes():
        if tag != "equal":
            yield from range(max(0, start - _AROUND), min(len(lines), end + _AROUND))


def _above(lines: Sequence[str], number: int) -> Iterator[int]:
    """Yield the numbers of the lines under whose keys a line stands."""
    depth = _indent(lines[number])
    for above in range(number - 1, -1, -1):
        if _indent(lines[above]) < depth:
            depth = _indent(lines[above])
            yield above


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
