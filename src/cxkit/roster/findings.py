"""Collect what is wrong in a roster: every finding is counted, the first hundred errors are kept."""

from __future__ import annotations

from collections.abc import Iterable

from cxkit.documents.diagnostics import Diagnostic, Severity, Span, in_order

LIMIT = 100


class Findings:
    """The diagnostics of one file; more than a hundred errors are told as a number."""

    def __init__(self, file: str, seed: Iterable[Diagnostic] = ()) -> None:
        self.file = file
        self.errors: list[Diagnostic] = []
        self.warnings: list[Diagnostic] = []
        self.count = 0
        for diagnostic in seed:
            self.keep(diagnostic)

    def keep(self, diagnostic: Diagnostic) -> None:
        """Take a finding in."""
        if diagnostic.severity is not Severity.ERROR:
            self.warnings.append(diagnostic)
            return
        self.count += 1
        if len(self.errors) < LIMIT:
            self.errors.append(diagnostic)

    def error(self, code: str, message: str, hint: str, span: Span) -> None:
        """Take in an error at a place of the roster."""
        self.keep(Diagnostic(code, Severity.ERROR, message, hint, self.file, span))

    def warning(self, code: str, message: str, hint: str, span: Span) -> None:
        """Take in a warning at a place of the roster."""
        self.keep(Diagnostic(code, Severity.WARNING, message, hint, self.file, span))

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Give what was found in the order of the file, with a line for what is not listed."""
        found = in_order([*self.errors, *self.warnings])
        if self.count > LIMIT:
            message = f"{self.count - LIMIT} more errors are not listed"
            hint = "Correct these first: one cause often makes many errors."
            found.append(Diagnostic("CX249", Severity.ERROR, message, hint, self.file))
        return tuple(found)
