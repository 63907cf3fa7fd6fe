"""What must hold of any input: it ends in findings, each inside its file, that every format can write."""

from __future__ import annotations

import tomllib
from pathlib import Path

from cxkit.checks.catalogue import RULES
from cxkit.checks.configuration import Configurations
from cxkit.checks.findings import Findings
from cxkit.checks.formats import Format, render
from cxkit.checks.judge import judge
from cxkit.documents.diagnostics import Diagnostic
from cxkit.documents.document import Lines

ROOT = Path(__file__).parents[2]
COURSES = tuple(
    path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples").glob("*/course.yaml"))
)
SHORT = tuple(
    example
    for rule in RULES.values()
    for example in (rule.bad, rule.good)
    if rule.kind != "configuration" and len(example) < 10_000
)
SETTINGS = tuple(
    example for rule in RULES.values() if rule.kind == "configuration" for example in (rule.bad, rule.good)
)


def check_document(raw: bytes) -> None:
    """Judge the bytes of a file that is named, and write what was found in every format."""
    judged = judge(raw, "fuzz.yaml")
    if judged.text is not None:
        for found in (*judged.diagnostics, *judged.suppressions.faults):
            _is_well_said(found, judged.text)
    remaining = judged.suppressions.apply(judged.diagnostics, judged.file, lambda _: True)
    found_in_order = (*remaining, *judged.suppressions.faults)
    findings = Findings((judged.file,), found_in_order, {judged.file: judged.text or ""})
    for format_ in Format:
        render(format_, findings).encode()


def check_configuration(raw: bytes, folder: Path) -> None:
    """Read the bytes of a configuration file."""
    file = folder / "cxkit.toml"
    file.write_bytes(raw)
    configurations = Configurations()
    settings = configurations.settings_for(str(folder / "course.yaml"))
    settings.ignored_in(str(folder / "course.yaml"))
    text = configurations.texts.get(str(file))
    for found in configurations.diagnostics:
        if text is None:
            assert found.span is not None
        else:
            _is_well_said(found, text)
    if text is not None and not configurations.diagnostics:
        tomllib.loads(text.replace("\r\n", "\n"))


def _is_well_said(found: Diagnostic, text: str) -> None:
    assert found.code in RULES, found
    assert found.severity is RULES[found.code].severity, found
    assert found.message and found.message.isprintable(), found
    assert found.hint is None or found.hint.isprintable(), found
    assert "pydantic" not in found.message.casefold() or "pydantic" in text.casefold(), found
    span = found.span
    assert span is not None, found
    lines = Lines.of(text)
    for line, column in ((span.line, span.column), (span.end_line, span.end_column)):
        assert 1 <= line <= len(lines.starts), found
        assert 1 <= column <= len(lines.line(line)) + 3, found  # at most just behind its line end
    assert (span.line, span.column) <= (span.end_line, span.end_column), found
