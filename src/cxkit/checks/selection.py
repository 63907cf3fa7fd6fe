"""Which rules a run reports: codes and beginnings of codes, from the command line or a configuration."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cxkit.documents.diagnostics import Diagnostic, Severity
from cxkit.documents.nearness import did_you_mean

_PREFIX = re.compile(r"CX\d{0,3}", re.ASCII)


def selected(diagnostic: Diagnostic, select: Sequence[str], ignore: Sequence[str]) -> bool:
    """Tell whether a finding is to be reported; no ``select`` means every rule.

    What stops a file from being read is always reported: nothing else is known about such a file.
    """
    if is_reading_error(diagnostic):
        return True
    return (not select or _begins(diagnostic.code, select)) and not _begins(diagnostic.code, ignore)


def is_reading_error(diagnostic: Diagnostic) -> bool:
    """Tell whether a finding says that a file could not be read as what it should be."""
    return diagnostic.severity is Severity.ERROR and diagnostic.code.startswith("CX0")


def _begins(code: str, prefixes: Iterable[str]) -> bool:
    return any(code.startswith(prefix) for prefix in prefixes)


def why_no_code(text: str) -> str | None:
    """Say why a text selects no rule, as the end of a sentence and a hint; None when it selects some."""
    from cxkit.checks.catalogue import RULES

    if _PREFIX.fullmatch(text) and any(code.startswith(text) for code in RULES):
        return None
    near = did_you_mean(text, RULES) if len(text) >= len("CX101") - 1 else None
    return f"no rule has this code, and none begins with it. {near or 'See `cxkit rule` for all codes.'}"
