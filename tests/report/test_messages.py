"""`cxkit.report.messages`: every note in Finnish and English."""

from __future__ import annotations

from fractions import Fraction

import pytest
from tests.report.classes import COURSE, HEAD, Cells, graded, plan_of

from cxkit.grading.results import Note
from cxkit.locale import Texts
from cxkit.report.messages import Wording

PLAN = plan_of(COURSE)
EN, FI = Wording.of(PLAN, Texts("en")), Wording.of(PLAN, Texts("fi"))
THIRD = {"absent": Fraction(2), "total": Fraction(6), "share": Fraction(1, 3), "above": Fraction(25)}
SHARE_ONLY = {"absent": None, "total": None, "share": Fraction(333, 1000), "above": Fraction(25)}

SENTENCES = [
    (Note("excused", "exam"), "Exam: excused, left out", "Tentti: vapautettu, jätetään pois laskuista"),
    (
        Note("missing", "exam", {"policy": "zero"}),
        "Exam: no mark, counts as zero",
        "Tentti: ei merkintää, lasketaan nollana",
    ),
    (
        Note("missing", "exam", {"policy": "skip"}),
        "Exam: no mark, left out",
        "Tentti: ei merkintää, jätetään pois laskuista",
    ),
    (
        Note("missing", "exam", {"policy": "fail"}),
        "Exam: no mark, so the course is failed",
        "Tentti: merkintä puuttuu, joten suoritus hylätään",
    ),
    (
        Note("incomplete", "own"),
        "Self-assessment: no mark yet, so the grade is open",
        "Itsearviointi: merkintä puuttuu, joten arvosana on auki",
    ),
    (
        Note("incomplete"),
        "nothing that counts is left to grade",
        "arvioitavaksi ei jää yhtään arvosanaan vaikuttavaa osasuoritusta",
    ),
    (
        Note("capped", "h2", {"maximum": Fraction("10.5")}),
        "Exercise 2: mark above the maximum, counts as 10.5",
        "Harjoitus 2: enimmäispisteet ylittävä merkintä lasketaan 10,5 pisteenä",
    ),
    (
        Note("retry_capped", "exam", {"attempt": 2, "cap": Fraction(80)}),
        "Exam: attempt 2 counts for 80% at most",
        "Tentti: 2. suorituskerrasta voi saada enintään 80 %",
    ),
    (Note("dropped", "h1"), "Exercise 1: dropped", "Harjoitus 1: pudotettu pois laskuista"),
    (
        Note("not_passed", "exam", {"percent": Fraction("49.999"), "pass_mark": Fraction(50)}),
        "Exam: 49.99%, not passed (at least 50% is needed)",
        "Tentti: 49,99 %, ei läpäisty (vaaditaan vähintään 50 %)",
    ),
    (
        Note("not_passed", "exam", {"percent": Fraction("49.9994"), "pass_mark": Fraction("49.9995")}),
        "Exam: 49.9994%, not passed (at least 49.9995% is needed)",
        "Tentti: 49,9994 %, ei läpäisty (vaaditaan vähintään 49,9995 %)",
    ),
    (
        Note("not_passed", "own", {"percent": Fraction(0), "pass_mark": None}),
        "Self-assessment: not passed",
        "Itsearviointi: ei läpäisty",
    ),
    (
        Note("not_passed", "own", {"percent": None, "pass_mark": None}),
        "Self-assessment: not passed, no mark",
        "Itsearviointi: ei läpäisty, merkintä puuttuu",
    ),
    (Note("no_marks"), "no marks at all", "ei yhtään merkintää"),
    (
        Note("attendance_lowered", None, THIRD | {"lower": 1}),
        "absent 2/6 (33.33%), above 25%: grade lowered by one",
        "poissa 2/6 kerrasta (33,33 %) eli yli 25 %: arvosana laskee yhdellä",
    ),
    (
        Note("attendance_lowered", None, SHARE_ONLY | {"lower": 2}),
        "absent 33.3%, above 25%: grade lowered by 2 steps",
        "poissa 33,3 % eli yli 25 %: arvosana laskee 2 pykälää",
    ),
    (
        Note("attendance_failed", None, THIRD | {"above": Fraction("33.25")}),
        "absent 2/6 (33.33%), above 33.25%: the course is failed",
        "poissa 2/6 kerrasta (33,33 %) eli yli 33,25 %: suoritus hylätään",
    ),
    (
        Note("close_to", None, {"grade": "3", "limit": Fraction(70), "gap": Fraction(1, 3)}),
        "0.34 percentage points short of grade 3",
        "arvosanan 3 rajasta puuttuu 0,34 prosenttiyksikköä",
    ),
]


@pytest.mark.parametrize(("note", "english", "finnish"), SENTENCES)
def test_a_note(note: Note, english: str, finnish: str) -> None:
    assert EN.note(note) == english
    assert FI.note(note) == finnish


def test_a_share_is_never_shown_on_the_wrong_side_of_its_limit() -> None:
    above = Fraction(25)
    assert EN.share(Fraction(250001, 1000000), above) == "25.01%"
    assert EN.share(Fraction(25, 100), None) == "25%"
    assert EN.share(Fraction(249999, 1000000), None) == "24.99%"


def test_a_reason_says_the_same_of_several_components_once() -> None:
    student = graded(PLAN, 1, {"project": "50", "own": "pass"}, absent=2, total=6)
    assert EN.sentence(student) == (
        "Below 40%: grade H; Exam, Exercise 1, Exercise 2 and Exercise 3: no mark, counts as zero; "
        "Exam: 0.00%, not passed (at least 50% is needed)."
    )


def test_a_title_keeps_its_first_letter_where_a_sentence_begins_with_it() -> None:
    plan = plan_of(
        "kind: course\nversion: 1\nid: T-1\ntitle: T\ncredits: 5\nbands: {1: 40}\n"
        "components: [{id: a, weight: 50, max: 10}, {id: c, weight: 50, max: 10, missing: incomplete}]\n"
    )
    words = Wording.of(plan, Texts("en"))
    assert words.sentence(graded(plan, 1, {"a": "10"})) == "c: no mark yet, so the grade is open."
    assert words.sentence(graded(plan, 2, {"a": "10", "c": "10"})) == "At least 40%: grade 1."


@pytest.mark.parametrize(
    ("cells", "english", "finnish"),
    [
        ({"exam": "40", "h1": "10", "h2": "10", "h3": "20", "project": "75", "own": "pass"},
         "route Learning at work; at least 90%: grade 5",
         "suoritustapa Opinnollistaminen; vähintään 90 %: arvosana 5"),
        ({},
         "route Learning at work; no marks at all",
         "suoritustapa Opinnollistaminen; ei yhtään merkintää"),
    ],
)  # fmt: skip
def test_a_reason_begins_with_the_route(cells: Cells, english: str, finnish: str) -> None:
    student = graded(PLAN, 1, cells, route="work")
    assert EN.reason(student) == english
    assert FI.reason(student) == finnish


WEIGHTLESS = (
    HEAD
    + """components:
  - {id: essay, weight: 60, max: 10}
  - id: labs
    weight: 40
    parts: [{id: lab, weight: 1, max: 10}, {id: trial, weight: 0, max: 10}]
  - {id: diary, max: 10}
  - {id: spare, max: 10, missing: skip}
route_column: Route
routes:
  - id: work
    components: [{id: essay, max: 10}, {id: diary, weight: 100, max: 10}]
"""
)


def test_a_missing_mark_counts_as_zero_only_where_something_counts() -> None:
    plan = plan_of(WEIGHTLESS)
    words = Wording.of(plan, Texts("fi"))
    student = graded(plan, 1, {"essay": "9"})
    assert words.reason(student) == (
        "vähintään 50 %: arvosana 1; lab: ei merkintää, lasketaan nollana; trial ja diary: ei merkintää; "
        "spare: ei merkintää, jätetään pois laskuista"
    )
    student = graded(plan, 1, {"essay": "9"}, route="work")
    assert words.reason(student).endswith("; diary: ei merkintää, lasketaan nollana")
    empty = Note("missing", "essay", {"policy": "zero"})
    assert words.note(empty) == "essay: ei merkintää, lasketaan nollana"
    assert words.note(empty, "work") == "essay: ei merkintää"


def test_a_reason_does_not_repeat_a_missing_gate() -> None:
    plan = plan_of(COURSE.replace("    missing: incomplete\n", ""))
    student = graded(plan, 1, {"exam": "40", "h2": "10", "h3": "20", "h1": "10", "project": "100"})
    words = Wording.of(plan, Texts("en"))
    assert words.reason(student) == (
        "at least 90%: grade 5; Self-assessment: no mark, so the course is failed"
    )
