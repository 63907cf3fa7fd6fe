"""`derive`, the engine and the oracle give the same grades, from exact marks and from files."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.oracle import grade
from tests.property.reading import Planned, expected, outcome_of, rows_of
from tests.property.strategies import Roster, cases
from tests.property.writers import csv_text, roster_columns, student_id, yaml_text

from cxkit.course.model import Course
from cxkit.course.rules import problems
from cxkit.documents.diagnostics import Severity
from cxkit.documents.loader import load
from cxkit.grading.derive import derive
from cxkit.grading.engine import grade_frame
from cxkit.grading.plan import compile_plan
from cxkit.roster.read import read

more = settings(max_examples=max(120, settings().max_examples))


@more
@given(cases())
def test_derive_agrees_with_the_oracle(case: tuple[dict, Roster]):
    course, roster = case
    planned = Planned(course)
    for cells in roster.students:
        derivation = derive(planned.plan, planned.student(cells))
        assert outcome_of(derivation) == expected(grade(course, cells))


@more
@given(cases())
def test_the_engine_agrees_with_the_oracle(case: tuple[dict, Roster]):
    course, roster = case
    planned = Planned(course)
    students = [planned.student(cells, str(number)) for number, cells in enumerate(roster.students)]
    graded = grade_frame(planned.plan, planned.units, planned.frame(students))
    assert graded["id"].to_list() == [student.id for student in students]
    assert rows_of(graded) == [planned.row(grade(course, cells)) for cells in roster.students]
    derivations = [derive(planned.plan, student) for student in students]
    told = ["; ".join(note.text() for note in derivation.notes) for derivation in derivations]
    assert graded["notes"].to_list() == told


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("generated")


@more
@given(cases(), st.sampled_from(",;\t"), st.sampled_from(["\n", "\r\n"]), st.integers(0, 2**32))
def test_files_are_graded_as_the_oracle_grades(
    folder: Path, case: tuple[dict, Roster], delimiter: str, newline: str, seed: int
):
    """Whatever the order of rows and columns, every student of the file gets the oracle's grade."""
    course, roster = case
    random = Random(seed)
    course_file, roster_file = folder / "course.yaml", folder / "roster.csv"
    course_file.write_text(yaml_text(course), encoding="utf-8")
    columns = roster_columns(course, roster)
    columns = random.sample(columns, len(columns))
    rows = random.sample(range(len(roster.students)), len(roster.students))
    columns = [[header, *(cells[row] for row in rows)] for header, *cells in columns]
    roster_file.write_text(csv_text(columns, delimiter, newline), encoding="utf-8", newline="")

    model, document = load(str(course_file), Course).or_refuse()
    assert [found for found in problems(model, document) if found.severity is Severity.ERROR] == []
    plan = compile_plan(model)
    opened = read(str(roster_file), model, document, delimiter=delimiter)
    graded = [grade_frame(plan, opened.layout.units, frame) for frame in opened.batches()]
    assert [name for frame in graded for name in frame["id"]] == [student_id(row) for row in rows]
    planned = Planned(course)
    wanted = [planned.row(grade(course, roster.students[row])) for row in rows]
    assert [row for frame in graded for row in rows_of(frame)] == wanted
