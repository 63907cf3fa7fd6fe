"""Where a key stands in a TOML file: the standard reader of TOML tells the data but not its places.

Keys that are written in an unusual way (a table in braces, a dotted key) are found by their name alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cxkit.documents.diagnostics import FIRST_CHARACTER, Span
from cxkit.documents.document import Lines

_TABLE = re.compile(r"\s*\[([^\[\]]+)\]\s*(?:#.*)?")


def place_of(keys: Sequence[str], text: str, *, value: bool = False) -> Span:
    """Return where the last of ``keys`` stands, the others being the tables around it, or its value."""
    *tables, name = keys
    lines = Lines.of(text)
    pattern = re.compile(rf"""\s*(["']?){re.escape(name)}\1\s*=\s*""")
    table: list[str] = []
    for number in range(1, len(lines.starts) + 1):
        line = lines.line(number)
        header = _TABLE.fullmatch(line)
        if header:
            table = [part.strip().strip("\"'") for part in header[1].split(".")]
            if table == list(keys):
                return Span(number, header.start(1) + 1, number, header.end(1) + 1)
        elif table == tables and (found := pattern.match(line)):
            return _span(number, line, found, name, value=value)
    return _anywhere(name, lines)


def place_of_item(item: str, value: Span, text: str) -> Span:
    """Return where an item stands in a list of texts, or the beginning of the list when it is not found so.

    ``value`` is where the list begins.
    """
    lines = Lines.of(text)
    begin = lines.starts[value.line - 1] + value.column - 1
    found = re.compile(rf"""(["']){re.escape(item)}\1""").search(text, begin)
    return lines.span(*found.span()) if found else value


def _span(number: int, line: str, found: re.Match[str], name: str, *, value: bool) -> Span:
    if value:
        end = len(line.rstrip())
        return Span(number, found.end() + 1, number, max(end, found.end()) + 1)
    start = line.index(name) + 1
    return Span(number, start, number, start + len(name))


def _anywhere(name: str, lines: Lines) -> Span:
    word = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
    found = word.search(lines.text)
    return lines.span(*found.span()) if found else FIRST_CHARACTER


def place_of_error(message: str, text: str) -> Span:
    """Return where the standard reader stopped, from what it says: `… (at line 3, column 7)`."""
    lines = Lines.of(text)
    found = re.search(r"\(at line (\d+), column (\d+)\)", message)
    if found:
        line, column = int(found[1]), int(found[2])
        return Span(line, column, line, column + 1)
    if "at end of document" in message:
        return lines.span(len(text), len(text))
    return FIRST_CHARACTER
