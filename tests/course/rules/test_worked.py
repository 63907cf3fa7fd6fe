import pytest
from tests.course.marked import found, judge, noticed

from cxkit.course.model import Course
from cxkit.course.rules import remarks
from cxkit.course.rules.book import SMALLEST_COURSE
from cxkit.documents.diagnostics import Span
from cxkit.documents.loader import load_text

COURSE = """\
components:
  - {id: exam, weight: 60, max: 10, column: [Exam, Retake]}
  - {id: labs, weight: 40, parts: [{id: lab1, max: 5}, {id: lab2, max: 5}]}
routes:
  - {id: work, title: {fi: Opinnollistaminen, en: Learning at work}}
  - {id: demo, components: [{id: demo_work, weight: 100, max: 5}]}
tests:
"""


def case(given: str, expected: str = "grade: 3") -> str:
    return f"{COURSE}  - {{name: a case, given: {{{given}}}, {expected}}}\n"


@pytest.mark.parametrize(
    ("code", "bad", "good"),
    [
        ("CX170", "§exma: 5", "exam: 5"),
        ("CX170", "§Exam: 5", "exam: EX"),
        ("CX170", "§percent: 5", "absent: 1"),
        ("CX170", "§labs: 5", "lab1: 5, lab2: 5"),
        ("CX170", "route: demo, §exam: 5", "route: demo, demo_work: 5"),
        ("CX170", "§demo_work: 5", "exam: [4.5, 5]"),
        ("CX170", "route: work, §demo_work: 5", "route: work, exam: 5"),
        ("CX173", "route: §wrok", "route: Work"),
        ("CX173", "route: §[work]", "route: opinnollistaminen"),
        ("CX174", "exam: §[1, 2, 3]", "exam: [1, EX]"),
        ("CX174", "lab1: §[1, 2]", "lab1: [1]"),
        ("CX175", "absent: 1, §attended: 1", "attended: 1"),
        ("CX175", "absent: §two", "absent: 2"),
        ("CX175", "absent: §-1", "absent: 0.5"),
        ("CX175", "attended: §[1, 2]", 'route: " ", attended: 3'),
    ],
)
def test_what_a_worked_test_gives(code, bad, good):
    judge(code, case(bad), case(good))


def test_what_a_worked_test_expects():
    judge("CX171", case("exam: 5", "grade: §6"), case("exam: 5", "grade: 5.0"))
    judge("CX171", case("exam: 5", "grade: §A"), case("exam: 5", "grade: 0"))
    bad = COURSE + "  - §{name: a case, given: {exam: 5}}\n"
    judge("CX172", bad, case("exam: 5", "status: passed"))
    judge("CX172", bad, case("", "percent: null"))
    judge("CX172", bad, case("exam: EX", "grade: null"))


def test_hints_name_what_was_meant():
    (finding,) = found(case("exma: 5"))
    assert finding.hint == "Did you mean `exam`?"
    (finding,) = found(case("zzzzzzz: 5"))
    assert finding.hint == "There are: exam, lab1, lab2, absent, attended, route."
    (finding,) = found(case("labs: 5"))
    assert finding.hint == "Give marks to its parts: lab1, lab2."
    (finding,) = found("tests: [{name: x, given: {route: home}, grade: 1}]\n")
    assert finding.hint == "The routes are: none."


def cases(*given: str) -> str:
    return "tests:\n" + "".join(f"  - {{name: a case, {one}}}\n" for one in given)


PASS, FAIL = "given: {exam: 5}, grade: 3", "given: {exam: 1}, grade: 0"


@pytest.mark.parametrize(
    ("code", "bad", "good"),
    [
        ("CX169", "§" + cases(PASS), cases(PASS, FAIL)),
        ("CX169", "§" + cases("given: {}, status: incomplete"), cases("given: {}, status: failed")),
        ("CX169", "§" + cases("given: {}, grade: null"), cases("given: {}, grade: 0.0")),
        ("CX168", cases(PASS, FAIL, "§given: {exam: 5}, percent: 50"), cases(PASS, FAIL)),
        (
            "CX168",
            cases(FAIL, "§given: {exam: 1}, status: failed"),
            cases(FAIL, "given: {exam: [1]}, grade: 0"),
        ),
        ("CX179", "§tests: []\n", cases(FAIL)),
    ],
)
def test_what_is_noticed_about_worked_tests(code, bad, good):
    judge(code, bad, good)


def test_a_repeated_case_names_the_line_of_the_first():
    (finding,) = noticed(cases(PASS, FAIL, "given: {exam: 1}, status: failed"))
    assert finding.message == "The same is given as in line 10"


def test_a_course_without_tests_is_told_at_its_beginning():
    text = SMALLEST_COURSE[: SMALLEST_COURSE.index("tests:")]
    course, document = load_text(text, Course, file="course.yaml").or_refuse()
    (finding,) = remarks(course, document)
    assert (finding.code, finding.span) == ("CX179", Span(1, 1, 1, 5))
