"""What is wrong in a file and where: the one type of finding that every reader and rule returns.

How findings are printed is left to the checks and the command line.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a file. Lines and columns count from 1 in Unicode characters; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


FIRST_CHARACTER = Span(1, 1, 1, 1)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: a stable code, one sentence what is wrong, and a hint what to do about it.

    `document` is the `id` that the file gives itself, where it is known.
    """

    code: str
    severity: Severity
    message: str
    hint: str | None = None
    file: str | None = None
    span: Span | None = None
    document: str | None = None


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Sort by file, line, column and code; what has no place comes first."""
    return sorted(diagnostics, key=_place)


def _place(diagnostic: Diagnostic) -> tuple[str, int, int, str, str]:
    span = diagnostic.span
    line, column = (span.line, span.column) if span else (0, 0)
    return diagnostic.file or "", line, column, diagnostic.code, diagnostic.message


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any finding is an error (warnings and remarks are not)."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)


class UnreadableFile(Exception):
    """A file that cannot be read at all; the text is one sentence for the user."""


class Refused(Exception):
    """Work that cannot go on because of what the files hold; `diagnostics` say why."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics: tuple[Diagnostic, ...] = tuple(diagnostics)
        super().__init__("; ".join(diagnostic.message for diagnostic in self.diagnostics))
