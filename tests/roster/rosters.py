"""Courses and rosters in a few lines, for the tests of this room."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

import polars as pl

from cxkit.course.model import Course
from cxkit.documents.diagnostics import Diagnostic, Refused
from cxkit.documents.document import Document
from cxkit.documents.loader import load_text
from cxkit.roster.layout import Layout
from cxkit.roster.read import read

HEAD = "kind: course\nversion: 1\nid: TEST-1\ntitle: Kokeilu\ncredits: 5\nbands: {1: 40, 3: 70, 5: 90}\n"
EXAM = HEAD + "components:\n  - {id: exam, title: {fi: Tentti, en: Exam}, weight: 100, max: 10}\n"
TWO = EXAM + "  - {id: essay, title: Essee, mark: pass_fail}\n"


@dataclass
class Read:
    """What came of a roster: frames or diagnostics."""

    frames: list[pl.DataFrame]
    refused: bool
    diagnostics: tuple[Diagnostic, ...]
    layout: Layout | None = None

    @property
    def frame(self) -> pl.DataFrame:
        assert not self.refused, self.said
        return pl.concat(self.frames)

    @property
    def rows(self) -> list[dict[str, Any]]:
        return self.frame.to_dicts()

    @property
    def codes(self) -> list[str]:
        return [diagnostic.code for diagnostic in self.diagnostics]

    @property
    def said(self) -> list[str]:
        """The diagnostics as `line:column code message (hint)`."""
        return [
            f"{d.span.line if d.span else 0}:{d.span.column if d.span else 0} {d.code} {d.message} ({d.hint})"
            for d in self.diagnostics
        ]


def course_of(text: str) -> tuple[Course, Document]:
    loaded = load_text(text, Course, file="course.yaml")
    assert loaded.model is not None and loaded.document is not None, loaded.diagnostics
    return loaded.model, loaded.document


def read_roster(
    roster: str | bytes, course: str = EXAM, *, file: str = "roster.csv", delimiter: str | None = None
) -> Read:
    """Read a roster given as text (UTF-8) or bytes."""
    content = roster.encode() if isinstance(roster, str) else roster
    model, document = course_of(course)
    frames: list[pl.DataFrame] = []
    try:
        found = read(file, model, document, delimiter=delimiter, stream=io.BytesIO(content))
        for frame in found.batches():
            frames.append(frame)  # noqa: PERF402 - what came before an error is wanted too
    except Refused as refused:
        return Read(frames, True, refused.diagnostics)
    return Read(frames, False, found.diagnostics, found.layout)


def read_carefully(roster: str, course: str = EXAM) -> Read:
    """Read a roster as `read_roster` does, but by the careful reader alone."""
    with patch("cxkit.roster.read.is_simple", return_value=False):
        return read_roster(roster, course)


def marks_of(roster: str | bytes, course: str = EXAM) -> list[tuple[int, int]]:
    """Give value and state of the exam's marks."""
    return [(row["exam#0.v"], row["exam#0.s"]) for row in read_roster(roster, course).rows]
