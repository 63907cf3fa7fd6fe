"""Diagnostics as lines of text: `concise` for machines, `text` with the source line for people.

Where the diagnostics go, and whether colour is wanted, is for the caller to say.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from cxkit.documents.diagnostics import Diagnostic, Severity, Span
from cxkit.escape import terminal

SourceLine = Callable[[str, int], str | None]
"""Gives a line of a file by its number (from 1) without its line end, or None when it is not at hand."""

EXCERPT = 100
"""How many columns of a source line are shown at most."""

_RESET = "\x1b[0m"
_BOLD = "\x1b[1m"
_HELP = "\x1b[32m"
_SEVERITY = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m", Severity.INFO: "\x1b[1;36m"}


def width(text: str) -> int:
    """Return how many columns of a terminal the text takes."""
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def concise(diagnostic: Diagnostic, *, colour: bool = False) -> str:
    """Return ``file:line:column: CX103 error: message`` on one line."""
    place = terminal(diagnostic.file) if diagnostic.file is not None else "cxkit"
    if diagnostic.span is not None:
        place += f":{diagnostic.span.line}:{diagnostic.span.column}"
    severity = f"{diagnostic.code} {diagnostic.severity}:"
    if colour:
        place, severity = f"{_BOLD}{place}{_RESET}", f"{_SEVERITY[diagnostic.severity]}{severity}{_RESET}"
    return f"{place}: {severity} {terminal(diagnostic.message)}"


def text(diagnostic: Diagnostic, source: SourceLine, *, colour: bool = False) -> str:
    """Return the concise line, the source line with carets under the span, and the help."""
    lines = [concise(diagnostic, colour=colour)]
    if diagnostic.file is not None and diagnostic.span is not None:
        line = source(diagnostic.file, diagnostic.span.line)
        if line is not None:
            lines += _excerpt(line, diagnostic.span, _SEVERITY[diagnostic.severity] if colour else "")
    if diagnostic.hint is not None:
        help_ = f"{_HELP}help:{_RESET}" if colour else "help:"
        lines.append(f"  {help_} {terminal(diagnostic.hint)}")
    return "\n".join(lines)


def _excerpt(line: str, span: Span, paint: str) -> list[str]:
    """Return the source line and the carets; a long line is cut to what surrounds the span."""
    start = min(span.column - 1, len(line))
    end = min(span.end_column - 1, len(line)) if span.end_line == span.line else len(line)
    first = max(0, start - EXCERPT // 3) if len(line) > EXCERPT else 0
    before = ("…" if first else "") + terminal(line[first:start])
    marked = _cut(terminal(line[start : max(start, end)]), EXCERPT - width(before))
    after = _cut(terminal(line[max(start, end) :][:EXCERPT]), EXCERPT - width(before) - width(marked))
    if marked.endswith("…"):
        after = ""
    carets = "^" * max(1, width(marked))
    number = str(span.line)
    reset = _RESET if paint else ""
    return [
        f"  {number} | {before}{marked}{after}".rstrip(),
        f"  {' ' * len(number)} | {' ' * width(before)}{paint}{carets}{reset}",
    ]


def _cut(text: str, room: int) -> str:
    """Return as much of the text as has room, with a sign where it was cut."""
    if width(text) <= room:
        return text
    kept: list[str] = []
    left = room - 1
    for character in text:
        left -= _width(character)
        if left < 0:
            break
        kept.append(character)
    return "".join(kept) + "…"
