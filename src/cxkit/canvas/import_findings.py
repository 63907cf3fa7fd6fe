"""What is wrong in a file to import: findings with their places, at most a hundred of them told."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from cxkit.documents.codes import Code
from cxkit.documents.diagnostics import FIRST_CHARACTER, Diagnostic, Refused, Severity, Span, in_order
from cxkit.documents.document import Lines

LIMIT = 100


class Findings:
    """The findings of one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._found: list[Diagnostic] = []

    def add(self, code: str, message: str, hint: str, line: int, start: int, end: int | None = None) -> None:
        """Take in an error on a line; ``start`` and ``end`` count characters from 0, the end exclusive."""
        stop = start if end is None else end
        self.add_at(code, message, hint, Span(line, start + 1, line, max(start, stop) + 1))

    def add_at(self, code: str, message: str, hint: str, span: Span) -> None:
        """Take in an error at a place."""
        self._found.append(Diagnostic(code, Severity.ERROR, message, hint, self.file, span))

    def take(self, diagnostics: tuple[Diagnostic, ...] | list[Diagnostic]) -> None:
        """Take in what another reader has found."""
        self._found += diagnostics

    def or_refuse(self) -> None:
        """Raise `Refused` when anything was found."""
        if self._found:
            raise Refused(self._listed())

    def _listed(self) -> Iterator[Diagnostic]:
        found = in_order(self._found)
        yield from found[:LIMIT]
        if len(found) > LIMIT:
            message = f"{len(found) - LIMIT} more errors are not listed"
            hint = "Correct these first: one cause often makes many errors."
            yield Diagnostic("CX389", Severity.ERROR, message, hint, self.file)


def refuse_unusable(text: str, file: str) -> None:
    """Refuse a text that is empty, or holds a sign that no canvas may hold."""
    if not text.strip():
        hint = "Give a file with a Mermaid user journey or a table of touchpoints."
        raise Refused([_first(Code.EMPTY, "The file is empty", hint, file)])
    if text.isprintable():
        return
    for place, sign in enumerate(text):
        if sign not in "\t\n\r\x85" and unicodedata.category(sign) in ("Cc", "Cs"):
            span = Lines.of(text).span(place, place + 1)
            message = f"The file holds the control character U+{ord(sign):04X}"
            hint = "Remove it. If the file is full of them, save it as UTF-8."
            raise Refused([Diagnostic(Code.CONTROL_CHARACTER, Severity.ERROR, message, hint, file, span)])


def _first(code: str, message: str, hint: str, file: str) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, hint, file, FIRST_CHARACTER)
