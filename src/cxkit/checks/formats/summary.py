"""The last line of what people read: how many files were checked and what was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from cxkit.checks.findings import Findings
from cxkit.documents.diagnostics import Diagnostic, Severity


def summary(findings: Findings) -> str:
    """Return one sentence; empty when there was nothing that could be checked and that is said elsewhere."""
    if not findings.files and not findings.diagnostics:
        return "" if findings.unreadable else "No cxkit files found."
    checked = f"{_counted(len(findings.files), 'file')} checked"
    return f"{checked}: {counts(findings.diagnostics) or 'all is well'}."


def counts(diagnostics: Iterable[Diagnostic]) -> str:
    """Return how many findings of each severity there are, the gravest first; empty for none."""
    found = Counter(diagnostic.severity for diagnostic in diagnostics)
    return ", ".join(_counted(found[severity], severity.value) for severity in Severity if found[severity])


def _counted(number: int, word: str) -> str:
    return f"1 {word}" if number == 1 else f"{number:,} {word}s"
