"""The last line of what people read: how many files were checked and what was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from cxkit.checks.findings import Findings
from cxkit.documents.diagnostics import Diagnostic, Severity
from cxkit.documents.nearness import listed
from cxkit.escape import terminal


def summary(findings: Findings) -> str:
    """Return one sentence; empty when there was nothing that could be checked and that is said elsewhere."""
    if not findings.files and not findings.diagnostics:
        return "" if findings.unreadable else _nothing(findings)
    checked = f"{_counted(len(findings.files), 'file')} checked"
    return f"{checked}: {counts(findings.diagnostics) or 'all is well'}."


def _nothing(findings: Findings) -> str:
    """Say where no file of ours was found, and how many others were."""
    places = [f"`{terminal(folder)}`" if folder != "." else "this folder" for folder in findings.folders]
    where = f" in {listed(places)}" if places else ""
    if not findings.passed_over:
        return f"No cxkit files found{where}: there are no YAML files."
    others = _counted(findings.passed_over, "YAML file")
    return f"No cxkit files found{where}: {others} of other programs passed over."


def counts(diagnostics: Iterable[Diagnostic]) -> str:
    """Return how many findings of each severity there are, the gravest first; empty for none."""
    found = Counter(diagnostic.severity for diagnostic in diagnostics)
    return ", ".join(_counted(found[severity], severity.value) for severity in Severity if found[severity])


def _counted(number: int, word: str) -> str:
    return f"1 {word}" if number == 1 else f"{number:,} {word}s"
