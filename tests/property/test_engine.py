"""`derive`, the engine and the oracle give the same grades, from exact marks and from files."""

from hypothesis import given
from tests.oracle import grade
from tests.property.reading import Planned, expected, outcome_of, rows_of
from tests.property.strategies import Roster, cases

from cxkit.grading.derive import derive
from cxkit.grading.engine import grade_frame


@given(cases())
def test_derive_agrees_with_the_oracle(case: tuple[dict, Roster]):
    course, roster = case
    planned = Planned(course)
    for cells in roster.students:
        derivation = derive(planned.plan, planned.student(cells))
        assert outcome_of(derivation) == expected(grade(course, cells))


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
