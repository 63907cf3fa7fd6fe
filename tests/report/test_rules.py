"""`cxkit.report.rules`: the rules of a course as sentences."""

from __future__ import annotations

import pytest
from tests.report.classes import COURSE, plan_of

from cxkit.locale import Texts
from cxkit.report.messages import Wording
from cxkit.report.rules import rules


def said(text: str, language: str = "en") -> list[str]:
    plan = plan_of(text)
    return rules(plan, Wording.of(plan, Texts(language)))


def course(components: str, more: str = "") -> str:
    return (
        "kind: course\nversion: 1\nid: X\ntitle: X\ncredits: 1\nweights: relative\n"
        f"bands: {{1: 50, 5: 90}}\n{more}\ncomponents:\n{components}\n"
    )


def test_a_whole_course() -> None:
    assert said(COURSE) == [
        "The grade is made of Exam 30%, Exercises 30% and Project 40%.",
        "Self-assessment does not count towards the percent.",
        (
            "Exercises: points of the parts added up, "
            "the part whose removal gives the highest result is dropped."
        ),
        "Exam: the best attempt counts, attempts after the first count for 80% at most.",
        "Grades: 1 from 40%, 2 from 55%, 3 from 70%, 4 from 80% and 5 from 90%.",
        "To be passed in any case: Exam (at least 50%) and Self-assessment.",
        "Left out when there is no mark: Project.",
        "The grade stays open until there is a mark: Self-assessment.",
        "Any other missing mark counts as zero.",
        "A student without any mark is incomplete.",
        "Absent from more than 25% of the sessions: grade lowered by one.",
        "Absent from more than 50% of the sessions: the course is failed.",
        "Route Learning at work: no attendance rules.",
        (
            "Route Demonstration: The grade is made of Demonstration work 100%. "
            "Grades: 1 from 50%, 2 from 60%, 3 from 70%, 4 from 80% and 5 from 90%."
        ),
    ]


@pytest.mark.parametrize(
    ("keys", "english", "finnish"),
    [
        ("combine: mean, drop_lowest: 2", "mean of the parts, the 2 weakest parts are dropped",
         "osien keskiarvo, 2 heikointa osaa jätetään pois"),
        ("combine: best", "the best part counts", "paras osa ratkaisee"),
        ("combine: points, drop_highest: 1",
         "points of the parts added up, the part whose removal gives the lowest result is dropped",
         "osien pisteet lasketaan yhteen, pois jätetään se osa, jonka poisto laskee tulosta eniten"),
        ("combine: points, drop_lowest: 2",
         "points of the parts added up, the 2 parts whose removal gives the highest result are dropped",
         "osien pisteet lasketaan yhteen, pois jätetään ne 2 osaa, joiden poisto on opiskelijalle edullisin"),
        ("combine: points, keep_highest: 2",
         "points of the parts added up, the 2 parts that give the highest result are kept",
         "osien pisteet lasketaan yhteen, mukaan otetaan ne 2 osaa, jotka antavat parhaan tuloksen"),
        ("combine: mean, drop_highest: 1", "mean of the parts, the strongest part is dropped",
         "osien keskiarvo, paras osa jätetään pois"),
        ("combine: mean, drop_highest: 2", "mean of the parts, the 2 strongest parts are dropped",
         "osien keskiarvo, 2 parasta osaa jätetään pois"),
        ("keep_highest: 2", "mean of the parts, the 2 best parts are kept",
         "osien keskiarvo, 2 parasta osaa otetaan huomioon"),
        ("keep_highest: 1", "mean of the parts, the best part is kept",
         "osien keskiarvo, paras osa otetaan huomioon"),
    ],
)  # fmt: skip
def test_groups(keys: str, english: str, finnish: str) -> None:
    parts = "[{id: p, max: 1}, {id: q, max: 1}, {id: r, max: 1}, {id: s, max: 1}]"
    text = course(f"  - {{id: g, title: G, weight: 1, {keys}, parts: {parts}}}")
    assert f"G: {english}." in said(text)
    assert f"G: {finnish}." in said(text, "fi")


def test_weighted_parts_and_relative_weights() -> None:
    parts = "[{id: p, max: 1, weight: 1}, {id: q, max: 1, weight: 2}]"
    text = course(f"  - {{id: g, weight: 2, parts: {parts}}}\n  - {{id: h, max: 1, weight: 1}}")
    assert said(text)[:2] == ["The grade is made of g 66.66% and h 33.33%.", "g: parts by their weights."]


def test_several_that_do_not_count() -> None:
    parts = "  - {id: a, max: 1, weight: 1}\n  - {id: b, max: 1}\n  - {id: c, max: 1}"
    assert "b and c do not count towards the percent." in said(course(parts))
    assert "Eivät vaikuta prosenttiin: b ja c." in said(course(parts), "fi")


@pytest.mark.parametrize(
    ("mode", "english", "finnish"),
    [
        ("floor", "The percent is rounded down to a multiple of 0.5 before that.",
         "Ennen rajoihin vertaamista prosentti pyöristetään alaspäin 0,5 prosenttiyksikön tarkkuuteen."),
        ("ceil", "The percent is rounded up to a multiple of 0.5 before that.",
         "Ennen rajoihin vertaamista prosentti pyöristetään ylöspäin 0,5 prosenttiyksikön tarkkuuteen."),
        ("half_up", "The percent is rounded to the nearest multiple of 0.5 before that.",
         "Ennen rajoihin vertaamista prosentti pyöristetään 0,5 prosenttiyksikön tarkkuuteen."),
    ],
)  # fmt: skip
def test_rounding(mode: str, english: str, finnish: str) -> None:
    rounding = f"rounding: {{to: 0.5, mode: {mode}}}"
    assert english in said(course("  - {id: a, max: 1, weight: 1}", rounding))
    assert finnish in said(course("  - {id: a, max: 1, weight: 1}", rounding), "fi")


def test_the_last_attempt() -> None:
    text = course("  - {id: a, max: 1, weight: 1, column: [A, B], keep: last}")
    assert "a: the last attempt counts." in said(text)


def test_routes_of_their_own_kind() -> None:
    attendance = "attendance: {sessions: 5, column: {absent: A}, rules: [{above: 20, lower: 2}]}\n"
    own = "{sessions: 5, column: {absent: A}, rules: [{above: 40, fail: true}]}"
    routes = f"route_column: R\nroutes: [{{id: same}}, {{id: own, attendance: {own}}}]"
    assert said(course("  - {id: a, max: 1, weight: 1}", attendance + routes))[-3:] == [
        "Absent from more than 20% of the sessions: grade lowered by 2 steps.",
        "Route same: graded like the course itself.",
        "Route own: Absent from more than 40% of the sessions: the course is failed.",
    ]


@pytest.mark.parametrize(
    ("components", "english", "finnish"),
    [
        ("  - {id: a, max: 1, weight: 1}\n  - {id: b, max: 1}",
         ["A missing mark counts as zero."], ["Puuttuva merkintä lasketaan nollana."]),
        ("  - {id: a, max: 1, weight: 1}\n  - {id: b, mark: pass_fail, required: true}",
         ["Failed when there is no mark: b.", "Any other missing mark counts as zero."],
         ["Suoritus hylätään, jos merkintää ei ole: b.", "Muu puuttuva merkintä lasketaan nollana."]),
        ("  - {id: a, max: 1, weight: 1, missing: skip}\n  - {id: b, max: 1}",
         ["Left out when there is no mark: a."], ["Jätetään pois laskuista, jos merkintää ei ole: a."]),
        ("  - {id: a, max: 1, weight: 1, missing: skip}\n  - {id: b, max: 1, pass_mark: 50}",
         ["Left out when there is no mark: a.", "Any other missing mark counts as zero."],
         ["Jätetään pois laskuista, jos merkintää ei ole: a.", "Muu puuttuva merkintä lasketaan nollana."]),
    ],
)  # fmt: skip
def test_what_a_missing_mark_does(components: str, english: list[str], finnish: list[str]) -> None:
    incomplete, kesken = (
        "A student without any mark is incomplete.",
        "Jos opiskelijalla ei ole yhtään merkintää, suoritus on kesken.",
    )
    assert said(course(components))[-len(english) - 1 :] == [*english, incomplete]
    assert said(course(components), "fi")[-len(finnish) - 1 :] == [*finnish, kesken]


def test_a_student_without_any_mark_may_fail() -> None:
    text = course("  - {id: a, max: 1, weight: 1}", "no_marks: fail")
    assert said(text)[-1] == "A student without any mark fails."
    assert said(text, "fi")[-1] == "Jos opiskelijalla ei ole yhtään merkintää, suoritus hylätään."


@pytest.mark.parametrize("missing", ["zero", "skip"])
def test_the_default_for_a_missing_mark_is_said_once(missing: str) -> None:
    routes = "route_column: R\nroutes: [{id: own, components: [{id: z, max: 1, weight: 1}]}]"
    text = course(f"  - {{id: a, max: 1, weight: 1, missing: {missing}}}", routes)
    assert " ".join(said(text)).count("A missing mark counts as zero.") == 1


@pytest.mark.parametrize(
    ("missing", "english", "finnish"),
    [
        ("present", "Where attendance is not recorded, the student counts as present.",
         "Jos läsnäolomerkintä puuttuu, opiskelijan katsotaan olleen läsnä."),
        ("absent", "Where attendance is not recorded, the student counts as absent.",
         "Jos läsnäolomerkintä puuttuu, opiskelijan katsotaan olleen poissa."),
    ],
)  # fmt: skip
def test_what_an_empty_attendance_cell_counts_as(missing: str, english: str, finnish: str) -> None:
    attendance = (
        f"{{sessions: 5, missing: {missing}, column: {{absent: A}}, rules: [{{above: 20, lower: 2}}]}}"
    )
    one = "  - {id: a, max: 1, weight: 1}"
    text = course(one, f"attendance: {attendance}")
    assert said(text)[-1] == english
    assert said(text, "fi")[-1] == finnish
    route = course(one, f"route_column: R\nroutes: [{{id: own, attendance: {attendance}}}]")
    assert said(route)[-1].endswith(f"grade lowered by 2 steps. {english}")
