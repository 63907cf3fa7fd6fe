"""Names and ids that stand in typographic quotes, which YAML takes for letters of the text.

Only where the whole value is in them and its key holds a name, a column or a grade: sentences may well be
quotations. What stands in straight quotes is meant as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cxkit.documents.codes import Code
from cxkit.documents.diagnostics import Diagnostic, Severity
from cxkit.documents.document import Document, Path_
from cxkit.documents.problem import shown

_DOUBLE = "“”„‟«»"
_SINGLE = "‘’‚‛‹›"
_WHOLE = re.compile(
    rf"(?<=[\s\[{{])([{_DOUBLE}][^{_DOUBLE}\r\n]+[{_DOUBLE}]|[{_SINGLE}][^{_SINGLE}\r\n]+[{_SINGLE}])"
    r"(?=[ \t]*(?:[\r\n,\]}]|\Z|[ \t]#))"
)
_OF_NAMES = frozenset(
    {
        "absent", "absent_percent", "attended", "campus", "code", "column", "email", "excused", "grade",
        "grades", "group", "id", "name", "present", "programme", "route", "route_column", "sessions", "title",
        "total",
    }
)  # fmt: skip
"""The keys that name something: their values are compared with others, or shown as a name."""


def names_in_quotes(document: Document) -> list[Diagnostic]:
    """Return a warning for each id, title, column, grade or the like that is in typographic quotes."""
    text = document.text
    if not any(map(text.__contains__, _DOUBLE + _SINGLE)):
        return []
    quoted = {found.span(1) for found in _WHOLE.finditer(text)}
    return [_warning(document, path) for path in _at(document, quoted)] if quoted else []


def _at(document: Document, spans: set[tuple[int, int]]) -> Iterator[Path_]:
    """Yield the ways to the values of `_OF_NAMES` that fill some stretches of the text."""
    for path, place in document.places.items():
        if (place.start, place.end) in spans and not _OF_NAMES.isdisjoint(path[-2:]):
            yield path


def _warning(document: Document, path: Path_) -> Diagnostic:
    place = document.places[path]
    value = document.text[place.start : place.end]
    meant, kept = shown(f'"{value[1:-1]}"'), shown(f'"{value}"')
    return document.diagnostic(
        Code.CURLY_QUOTES,
        f"The quotes of {shown(value)} are part of the text",
        at=path,
        hint=f"Leave them out or write straight quotes, {meant}. If they belong to the text: {kept}.",
        severity=Severity.WARNING,
    )
