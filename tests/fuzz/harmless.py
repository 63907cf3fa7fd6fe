"""What must hold of any input: it ends in findings, each inside its file, that every format can write."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from cxkit.canvas.exchange_codes import CODES as IMPORTED
from cxkit.canvas.kind import Kind
from cxkit.canvas.load import kind_of, load_canvas_text, validate_canvas
from cxkit.canvas.part import CanvasDocument
from cxkit.canvas.rules import InWorkspace, broken
from cxkit.canvas.workspace import Member, Workspace
from cxkit.checks.catalogue import RULES
from cxkit.checks.configuration import Configurations
from cxkit.checks.findings import Findings
from cxkit.checks.formats import Format, render
from cxkit.checks.judge import judge
from cxkit.documents.diagnostics import Diagnostic
from cxkit.documents.document import Document, Lines
from cxkit.documents.rule import files_in

ROOT = Path(__file__).parents[2]
COURSES = tuple(
    path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples").glob("*/course.yaml"))
)
CANVASES = tuple(
    path.read_text(encoding="utf-8")
    for folder in (ROOT / "src" / "cxkit" / "canvas" / "examples", ROOT / "examples" / "kirjasto")
    for path in sorted(folder.glob("*.yaml"))
)
SHORT = tuple(
    text
    for rule in RULES.values()
    for example in (rule.bad, rule.good)
    for text in files_in(example).values()
    if rule.kind != "configuration" and len(text) < 10_000
)
SETTINGS = tuple(
    example for rule in RULES.values() if rule.kind == "configuration" for example in (rule.bad, rule.good)
)


_OF_SEVERAL_WEIGHTS = ("CX301",)
"""Rules whose findings are graver in some places than in others."""

TODAY = date(2026, 3, 2)


def check_document(raw: bytes) -> None:
    """Judge the bytes of a file that is named, and write what was found in every format."""
    judged = judge(raw, "fuzz.yaml")
    diagnostics = judged.diagnostics
    if judged.document is not None:
        diagnostics += tuple(_canvas_alone(judged.document))
    if judged.text is not None:
        for found in (*diagnostics, *judged.suppressions.faults):
            is_well_said(found, judged.text)
    remaining = judged.suppressions.apply(diagnostics, judged.file, lambda _: True)
    found_in_order = (*remaining, *judged.suppressions.faults)
    findings = Findings((judged.file,), found_in_order, {judged.file: judged.text or ""})
    for format_ in Format:
        render(format_, findings).encode()


def _canvas_alone(document: Document) -> Iterable[Diagnostic]:
    """Return what is found in a document that is no course, with nothing around it."""
    if document.data.get("kind") == Kind.KIND:
        return kind_of(document).diagnostics
    loaded = validate_canvas(document)
    return loaded.diagnostics if loaded.model is None else found_in([Member(loaded.model, document)])


def found_in(members: Iterable[Member[CanvasDocument]]) -> list[Diagnostic]:
    """Return what breaks the rules in the canvases of a workspace; all of it is well said."""
    around = Workspace.of(members)
    every = []
    for one in around.members:
        found = broken(InWorkspace(one.canvas, one.document, around, TODAY))
        for diagnostic in found:
            assert diagnostic.file == one.file, diagnostic
            is_well_said(diagnostic, one.document.text)
        every += found
    return every


def read_canvas(text: str, file: str) -> Member[CanvasDocument] | None:
    """Read a canvas; what is wrong with one that cannot be read is well said."""
    loaded = load_canvas_text(text, file=file)
    for diagnostic in loaded.diagnostics:
        is_well_said(diagnostic, text)
    if loaded.model is None or loaded.document is None:
        assert loaded.diagnostics
        return None
    return Member(loaded.model, loaded.document)


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
            is_well_said(found, text)
    if text is not None and not configurations.diagnostics:
        tomllib.loads(text.replace("\r\n", "\n"))


def is_well_said(found: Diagnostic, text: str) -> None:
    """Hold that a finding is known, printable and inside the text."""
    assert found.code in RULES or found.code in IMPORTED, found
    if found.code in RULES and found.code not in _OF_SEVERAL_WEIGHTS:
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
