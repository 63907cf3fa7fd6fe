"""Checking one file: in which order, and what stops it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from cxkit.checks.runner import check_course, read_course
from cxkit.documents.codes import Code
from cxkit.documents.diagnostics import UnreadableFile
from cxkit.documents.kinds import WHAT_KINDS_ARE

SOUND = """\
kind: course
version: 1
id: C-1
title: Course
credits: 5
bands: {1: 40, 3: 70, 5: 90}
components:
  - {id: exam, weight: 100, max: 30}
tests:
  - {name: full marks, given: {exam: 30}, grade: 5}
  - {name: too little, given: {exam: 11}, grade: 0}
"""


def checked(text: str) -> list[str]:
    """Return the codes of what is found in a text."""
    return [found.code for found in check_course("-", stream=io.BytesIO(text.encode())).diagnostics]


def test_a_sound_course(tmp_path: Path) -> None:
    file = tmp_path / "course.yaml"
    file.write_text(SOUND, encoding="utf-8")
    found = check_course(str(file))
    assert found.sound
    assert found.diagnostics == ()
    assert found.course is not None
    assert found.course.id == "C-1"


def test_a_course_without_worked_cases() -> None:
    assert checked(SOUND[: SOUND.index("tests:")]) == ["CX179"]


def test_a_file_that_is_no_yaml_has_no_course() -> None:
    found = check_course("-", stream=io.BytesIO(b"kind: [course"))
    assert found.course is None
    assert not found.sound
    assert [one.code for one in found.diagnostics] == [Code.SYNTAX]


def test_shape_first_then_rules_then_worked_cases() -> None:
    failing = SOUND.replace("grade: 5}", "grade: 1}")
    assert checked(failing) == ["CX178"]
    unruly = failing.replace("weight: 100", "weight: 99")
    assert checked(unruly) == ["CX101"]
    misshapen = unruly.replace("credits", "creditz")
    assert checked(misshapen) == [Code.UNKNOWN_KEY, Code.MISSING_KEY] or checked(misshapen) == [
        Code.MISSING_KEY,
        Code.UNKNOWN_KEY,
    ]


def test_reading_a_course_leaves_its_worked_cases_alone(tmp_path: Path) -> None:
    file = tmp_path / "course.yaml"
    file.write_text(SOUND.replace("grade: 5}", "grade: 1}"), encoding="utf-8")
    assert read_course(str(file)).sound
    assert not check_course(str(file)).sound


@pytest.mark.parametrize("kind", sorted(set(WHAT_KINDS_ARE) - {"course"}))
def test_another_kind_is_refused(kind: str) -> None:
    found = check_course("-", stream=io.BytesIO(f"version: 1\nkind: {kind}\n".encode()))
    assert found.of_another_kind
    (one,) = found.diagnostics
    assert one.code == Code.OTHER_KIND
    assert one.span is not None
    assert (one.span.line, one.span.column) == (2, 7)


def test_an_unknown_kind_and_none_at_all() -> None:
    assert checked("kind: recipe\nversion: 1\n") == [Code.UNKNOWN_KIND]
    assert checked("version: 1\n") == [Code.MISSING_KIND]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="no such file"):
        check_course(str(tmp_path / "course.yaml"))
