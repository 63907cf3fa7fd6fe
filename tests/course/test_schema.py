"""The JSON Schema of course files: what it accepts, what it refuses, and at which place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from tests.course.schema_cases import CASES, SOUND
from tests.documents.schemas import as_editors_read, as_json, errors, places
from tests.property.strategies import courses

from cxkit.course.model import Course
from cxkit.course.rules import problems
from cxkit.course.scaffold import new_course
from cxkit.documents.diagnostics import Diagnostic, Severity
from cxkit.documents.document import Document
from cxkit.documents.loader import load_text
from cxkit.documents.schema import schema_of

ROOT = Path(__file__).parents[2]
SCHEMA = schema_of(Course)
EXAMPLES = sorted((ROOT / "examples").glob("*/course.yaml"))


def checked(text: str) -> tuple[list[Diagnostic], Document]:
    """What the reader and the rules find, with the document."""
    loaded = load_text(text, Course, file="course.yaml")
    assert loaded.document is not None
    found = list(loaded.diagnostics)
    if loaded.model is not None:
        found += problems(loaded.model, loaded.document)
    return [one for one in found if one.severity is Severity.ERROR], loaded.document


@pytest.mark.parametrize("timestamps", [False, True])
@pytest.mark.parametrize(
    "text",
    [
        *(file.read_text(encoding="utf-8") for file in EXAMPLES),
        new_course(language="fi"),
        new_course(language="en"),
        SOUND,
    ],
    ids=[*(file.parent.name for file in EXAMPLES), "new fi", "new en", "sound"],
)
def test_a_sound_course_is_accepted(text: str, timestamps: bool) -> None:
    assert checked(text)[0] == []
    assert errors(SCHEMA, as_editors_read(text, timestamps=timestamps)) == []


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.parent.name)
def test_an_example_is_accepted_by_a_reader_of_yaml_1_1(file: Path) -> None:
    """Whose dates are dates, and whose keys may be numbers."""
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert errors(SCHEMA, data) == []
    assert errors(SCHEMA, as_json(data)) == []


@given(courses())
def test_what_the_rules_accept_is_accepted(course: dict[str, Any]) -> None:
    assert errors(SCHEMA, as_json(course)) == []


SMALL = """\
kind: course
version: 1
id: TRY-1
title: Koe
credits: 5
bands: {1: 40}
components:
  - id: exam
    weight: 100
    max: 50
"""
OPTIONAL = [name for name, field in Course.model_fields.items() if field.default is None]
OPTIONAL_OF_A_MARK = ["title", "over_max", "column", "pass_mark", "missing", "late", "cap"]


@pytest.mark.parametrize(
    "line", [*(f"{key}:" for key in OPTIONAL), *(f"    {key}:" for key in OPTIONAL_OF_A_MARK)]
)
def test_an_optional_key_may_be_left_empty(line: str) -> None:
    text = f"{SMALL}{line}\n"
    assert checked(text)[0] == []
    assert errors(SCHEMA, as_editors_read(text)) == []


SAME_LINE = {"CX105", "CX116", "CX134", "CX140"}
"""What the check reports at a key or an entry and a schema can only report at the whole list."""


@pytest.mark.parametrize(("old", "new", "code"), CASES, ids=lambda part: repr(part)[:40])
def test_a_mistake_is_refused_at_the_place_where_the_check_reports_it(
    old: str, new: str, code: str | None
) -> None:
    assert old in SOUND
    text = SOUND.replace(old, new, 1)
    found, document = checked(text)
    refused = errors(SCHEMA, as_editors_read(text))
    assert bool(refused) == bool(code)
    assert {one.code for one in found} >= ({code} if code else set())
    underlined = {(span.line, span.column) for span in places(refused, document)}
    for one in found:
        if one.code == code:
            assert one.span is not None
            line, column = one.span.line, one.span.column
            found_there = {place for place in underlined if code in SAME_LINE or place[1] == column}
            assert line in {place[0] for place in found_there}, [error.message for error in refused]


ATTENDED = f"{SMALL}attendance: {{column: {{absent: Away}}, rules: [{{above: 25, lower: 1}}]}}\n"


@pytest.mark.parametrize(
    ("more", "counted"),
    [
        ("", False),
        ("sessions: []\n", False),
        ("sessions: [{date: 2020-01-20, taught: false}]\n", False),
        ("sessions: [{date: 2020-01-20}]\n", True),
    ],
)
def test_something_says_how_many_sessions_there_are(more: str, counted: bool) -> None:
    for text in (ATTENDED + more, f"{SMALL}{more}routes: [{{id: work, {ATTENDED.splitlines()[-1]}}}]\n"):
        found, document = checked(text)
        refused = errors(SCHEMA, as_editors_read(text))
        spans = [one.span for one in found if one.code == "CX143"]
        assert set(spans) <= set(places(refused, document))
        assert bool(spans) == bool(refused) != counted


@pytest.mark.parametrize("source", ["sessions: 6, column: {absent: A}", "column: {absent: A, total: T}"])
def test_the_roster_or_the_course_may_count_them(source: str) -> None:
    text = ATTENDED.replace("column: {absent: Away}", source)
    assert checked(text)[0] == []
    assert errors(SCHEMA, as_editors_read(text)) == []
