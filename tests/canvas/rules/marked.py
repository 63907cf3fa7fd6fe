"""Canvases for rule tests, with a mark in front of each place where a finding is expected."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from cxkit.canvas.load import load_canvas_text
from cxkit.canvas.rules import InWorkspace, broken
from cxkit.canvas.rules.book import whole_canvas
from cxkit.canvas.workspace import Member, Workspace
from cxkit.documents.diagnostics import Diagnostic
from cxkit.documents.rule import files_in

MARK = "§"
TODAY = date(2026, 3, 2)
_MARKED_KEY = re.compile(rf"^{MARK}([a-z_]+):", re.MULTILINE)


def canvas_text(kind: str, lines: str) -> str:
    """The smallest canvas of a kind with other keys, the marks in their places."""
    text = whole_canvas(kind, _MARKED_KEY.sub(r"\1:", lines))
    for key in _MARKED_KEY.findall(lines):
        text = re.sub(rf"^{key}:", f"{MARK}{key}:", text, count=1, flags=re.MULTILINE)
    return text


def said(text: str, today: date | None = TODAY) -> list[Diagnostic]:
    """What breaks the rules in the files of a text, which are a workspace; each file must be well-formed."""
    members = []
    for name, content in files_in(text.replace(MARK, "")).items():
        loaded = load_canvas_text(content, file=name)
        assert loaded.model is not None, loaded.diagnostics
        assert loaded.document is not None
        members.append(Member(loaded.model, loaded.document))
    workspace = Workspace.of(members)
    return [
        found for one in members for found in broken(InWorkspace(one.canvas, one.document, workspace, today))
    ]


def places(text: str) -> list[tuple[str, int, int]]:
    """The file, line and column of what follows each mark, when the marks are taken out."""
    return [
        (name, number, column + 1 - before)
        for name, content in files_in(text).items()
        for number, line in enumerate(content.splitlines(), start=1)
        for before, column in enumerate(i for i, character in enumerate(line) if character == MARK)
    ]


def judge(code: str, kind: str, bad: str, good: str, *, beside: Sequence[str] = ()) -> list[Diagnostic]:
    """Hold that the bad lines break one rule exactly at their marks, and the good lines none.

    ``beside`` are codes that may be raised as well, in both.
    """
    text = canvas_text(kind, bad)
    findings = [found for found in said(text) if found.code not in beside]
    at = [(found.file, found.span.line, found.span.column) for found in findings if found.span]
    assert at == places(text), findings
    assert {found.code for found in findings} == {code}
    assert all(found.hint and found.document for found in findings)
    silent(kind, good, beside=beside)
    return findings


def silent(kind: str, good: str, *, beside: Sequence[str] = ()) -> None:
    """Hold that the lines break no rule but those in ``beside``."""
    assert [found for found in said(canvas_text(kind, good)) if found.code not in beside] == []
