"""One finding as lines: the line `file:line:column: …`, then the source line and what to do.

Where the lines go, and whether colour is wanted, is for the caller to say.
"""

from __future__ import annotations

from collections.abc import Callable

from cxkit.checks.formats.excerpt import excerpt
from cxkit.documents.diagnostics import Diagnostic, Severity
from cxkit.escape import terminal

SourceLine = Callable[[str, int], str | None]
"""Gives a line of a file by its number (from 1) without its line end, or None when it is not at hand."""

_RESET = "\x1b[0m"
_BOLD = "\x1b[1m"
_HELP = "\x1b[32m"
_SEVERITY = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m", Severity.INFO: "\x1b[1;36m"}


def place(diagnostic: Diagnostic) -> str:
    """Return ``file:line:column`` as far as it is known, on one harmless line."""
    shown = terminal(diagnostic.file) if diagnostic.file is not None else "cxkit"
    if diagnostic.span is not None:
        shown += f":{diagnostic.span.line}:{diagnostic.span.column}"
    return shown


def concise(diagnostic: Diagnostic, *, colour: bool = False) -> str:
    """Return ``file:line:column: CX103 error: message`` on one line."""
    where = place(diagnostic)
    severity = f"{diagnostic.code} {diagnostic.severity}:"
    if colour:
        where, severity = f"{_BOLD}{where}{_RESET}", f"{_SEVERITY[diagnostic.severity]}{severity}{_RESET}"
    return f"{where}: {severity} {terminal(diagnostic.message)}"


def text(
    diagnostic: Diagnostic, source: SourceLine, *, colour: bool = False, columns: int | None = None
) -> str:
    """Return the concise line, the source line with carets under the span, and the help.

    ``columns`` is the width of the terminal, by which the source line is cut.
    """
    lines = [concise(diagnostic, colour=colour)]
    if diagnostic.file is not None and diagnostic.span is not None:
        line = source(diagnostic.file, diagnostic.span.line)
        if line is not None:
            paint, reset = (_SEVERITY[diagnostic.severity], _RESET) if colour else ("", "")
            lines += excerpt(line, diagnostic.span, paint=paint, reset=reset, columns=columns)
    if diagnostic.hint is not None:
        help_ = f"{_HELP}help:{_RESET}" if colour else "help:"
        lines.append(f"  {help_} {terminal(diagnostic.hint)}")
    return "\n".join(lines)
