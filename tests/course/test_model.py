"""That the model knows every key of the specification, and holds what a file says."""

from datetime import date, time
from decimal import Decimal

import pytest
from pydantic import ValidationError
from tests.course.marked import course_text

from cxkit.course import model
from cxkit.course.model import BandConditions, Course, CustomScale
from cxkit.documents.base import Model, Text
from cxkit.documents.loader import load_text

FULL = """\
kind: course
version: 1
id: FULL-1
title: {fi: Koe, en: Trial}
language: fi
credits: 5
code: 1234
group: MAPO
campus: Porvoo
programme: {fi: Liiketalous}
delivery: contact
period: {start: 2020-01-20, end: 2020-03-20}
enrolment: {start: 2020-01-02, end: 2020-01-24}
seats: {min: 15, max: 40}
teachers: [Testi Opettaja 01, Testi Opettaja 02]
prerequisites: none
objectives: [{fi: Osaa, en: Knows}]
contents: {fi: Sisältö, en: Contents}
methods: [Lectures]
literature: [A book]
notes: A note
sessions: [{date: 2020-02-04, start: "16:45", end: 19:50, place: PC, topic: {fi: Alku}, taught: false}]
workload: [{activity: Exam, hours: 2.5}]
scale: {grades: [0, 1, 2]}
bands: {1: 40.10, 2: {percent: 70, exam: 60}}
between: midpoint
rounding: {to: 0.5, mode: ceil}
weights: relative
cap: 100
components:
  - id: exam
    title: Exam
    weight: 1.10
    mark: points
    max: 40
    min: -1
    over_max: cap
    column: [Exam, 2]
    keep: last
    retry_cap: 90
    required: true
    pass_mark: 50
    missing: skip
    extra_credit: false
    late:
      {column: L, due: 2020-02-04T12:00, per: day, deduct: 10, of: earned, grace: 00:15:00, at_most: 50,
       floor: 30}
    cap: 100
  - {id: lv, mark: level, criteria: [c]}
  - id: labs
    combine: weighted
    drop_lowest: 1
    drop_highest: 1
    keep_highest: 2
    parts: [{id: lab, weight: 1, max: 1, column: 7}]
all_required: true
no_marks: fail
attendance:
  applies_to: [contact, online, blended]
  sessions: 6
  column: {absent: A, attended: B, absent_percent: C, total: D, sessions: "Kerta *"}
  statuses: {absent: [A, 0], present: [P], excused: [E]}
  excused: absent
  missing: present
  floor: lowest_pass
  rules: [{above: 25, lower: 1}, {above: 50, fail: true}]
routes:
  - {id: work, title: Work, attendance: false, bands: {1: 50}}
  - {id: demo, attendance: {rules: []}, components: [{id: d, max: 1}]}
route_column: Route
criteria: [{id: c, title: Criterion, levels: {1: {fi: alku}, 2: more}}]
grade_worth: {0: 0, 1: 50}
roster: {id: Nr, name: [A, B], email: M, route: R, excused: [free], decimal: ","}
tests:
  - name: one
    given: {exam: [20, EX], lab: 1.50, absent: 2, route: work}
    percent: 50
    grade: 1
    status: passed
"""


MODELS: list[type[Model]] = [
    kind
    for name in model.__all__
    if isinstance(kind := getattr(model, name), type) and issubclass(kind, Model)
]


def full() -> Course:
    loaded = load_text(FULL, Course, file="course.yaml")
    assert loaded.diagnostics == ()
    assert loaded.model is not None
    return loaded.model


def test_every_key_of_every_part_is_read():
    """The file above gives each key that a model has, so none is forgotten in either."""
    given: set[tuple[type, str]] = set()

    def walk(value):
        if isinstance(value, Model):
            given.update((type(value), key) for key in value.model_fields_set)
            for key in type(value).model_fields:
                walk(getattr(value, key))
        elif isinstance(value, dict):
            for entry in value.values():
                walk(entry)
        elif isinstance(value, tuple):
            for entry in value:
                walk(entry)

    walk(full())
    assert {(kind, key) for kind in MODELS for key in kind.model_fields} - given == set()


@pytest.mark.parametrize(
    ("teachers", "message", "hint"),
    [
        (
            "{name: Testi Opettaja, room: 1}",
            "must be a text or a list of texts, not a mapping with `name`",
            "[one",
        ),
        ("{”fi”: Testi Opettaja}", "`”fi”` is not a language code", "straight quotes"),
        ("{}", "`teachers` must be a text, not a mapping", "for each language"),
        ("{fi: Testi, name: Opettaja}", "`name` is not a language code", "for each language"),
    ],
)
def test_a_mapping_in_the_place_of_a_list_of_texts_is_told_so(teachers, message, hint):
    text = FULL.replace("teachers: [Testi Opettaja 01, Testi Opettaja 02]", f"teachers: {teachers}")
    [finding] = load_text(text, Course, file="course.yaml").diagnostics
    assert message in finding.message
    assert hint in (finding.hint or "")


def test_values_keep_what_the_file_says():
    course = full()
    exam, _, labs = course.components
    assert isinstance(course.scale, CustomScale)
    assert course.scale.grades == ("0", "1", "2")
    assert (str(course.bands["1"]), course.code) == ("40.10", "1234")
    band = course.bands["2"]
    assert isinstance(band, BandConditions)
    assert (band.percent, band.components) == (Decimal(70), {"exam": Decimal(60)})
    assert exam.columns == ("Exam", "2")
    assert labs.parts[0].columns == ("7",)
    assert labs.columns == ()
    assert course.sessions[0].start == time(16, 45)
    assert course.sessions[0].date == date(2020, 2, 4)
    assert course.prerequisites == (Text.plain("none"),)
    assert course.contents[0].get("en") == "Contents"
    assert course.tests[0].given == {"exam": ("20", "EX"), "lab": "1.50", "absent": "2", "route": "work"}
    assert course.tests[0].grade == "1"


def test_what_is_left_out_has_the_default_of_the_specification():
    loaded = load_text(course_text(""), Course, file="course.yaml")
    assert loaded.model is not None
    course, exam = loaded.model, loaded.model.components[0]
    assert (course.language, course.scale, course.between, course.weights) == ("en", "0-5", "none", "percent")
    assert (course.no_marks, course.all_required, course.attendance) == ("incomplete", False, None)
    assert (course.roster.decimal, course.roster.excused) == ("auto", ())
    assert (exam.mark, exam.keep, exam.missing, exam.title) == ("points", "best", None, None)
    assert (exam.weight, exam.min) == (Decimal(100), Decimal(0))


@pytest.mark.parametrize(
    ("combine", "parts", "expected"),
    [
        ("", "{id: a, max: 1}, {id: b, max: 1}", "mean"),
        ("", "{id: a, max: 1}, {id: b, max: 1, weight: 2}", "weighted"),
        ("", "{id: a, max: 1}, {id: b, max: 1, weight: 2, extra_credit: true}", "mean"),
        ("combine: best, ", "{id: a, max: 1, weight: 2}", "best"),
    ],
)
def test_how_a_group_combines_its_parts(combine, parts, expected):
    text = course_text(f"components: [{{id: g, weight: 100, {combine}parts: [{parts}]}}]\n")
    loaded = load_text(text, Course, file="course.yaml")
    assert loaded.model is not None
    assert loaded.model.components[0].combined_by == expected


@pytest.mark.parametrize(
    ("body", "line", "column", "code"),
    [
        ("scale: 0-6\n", 8, 8, "CX037"),
        ("scale: [a]\n", 8, 8, "CX032"),
        ('bands: {1: "40"}\n', 7, 12, "CX032"),
        ("bands: {1: {exam: 5}}\n", 7, 12, "CX031"),
        ("bands: {1: {percent: 5, exam: x}}\n", 7, 31, "CX033"),
        ("roster: {decimal: point}\n", 8, 19, "CX037"),
        ("components: [{id: a, weigth: 5}]\n", 7, 22, "CX030"),
        ("components: [{id: a, drop_lowest: -1}]\n", 7, 35, "CX037"),
        ("components: [{id: a, column: {b: c}}]\n", 7, 30, "CX032"),
        ("components: [{id: a, weight: true}]\n", 7, 30, "CX033"),
        ("components: [{id: a, required: no}]\n", 7, 32, "CX034"),
        ("contents: 5\n", 8, 11, "CX032"),
        ("attendance: {rules: [{above: 25, lower: 0}]}\n", 8, 41, "CX037"),
        ("routes: [{id: r, attendance: never}]\n", 8, 30, "CX032"),
        ("tests: [{name: x, given: {a: {b: 1}}}]\n", 8, 30, "CX032"),
    ],
)
def test_a_wrong_value_is_one_finding_at_its_place(body, line, column, code):
    (finding,) = load_text(course_text(body), Course, file="course.yaml").diagnostics
    assert finding.span is not None
    assert (finding.code, finding.span.line, finding.span.column) == (code, line, column), finding


@pytest.mark.parametrize(
    "key", ["group", "notes", "objectives", "methods", "prerequisites", "contents", "literature"]
)
@pytest.mark.parametrize(
    ("text", "place", "code", "named"),
    [
        ("{fi: a, en: 5}", "5", "CX032", "`en`"),
        ("{fi: a, EN: b}", "EN", "CX039", "`EN`"),
        ('{fi: a, en: ""}', '""', "CX039", "`en`"),
        ("{fi: [a], en: b}", "[a]", "CX032", "`fi`"),
        ("5", "5", "CX032", "`{key}`"),
    ],
)
def test_a_text_that_may_be_a_list_is_placed_like_any_other(key, text, place, code, named):
    written = f"{key}: {text}\n"
    (finding,) = load_text(course_text(written), Course, file="course.yaml").diagnostics
    assert finding.span is not None
    columns = written[finding.span.column - 1 : finding.span.end_column - 1]
    assert (finding.code, columns) == (code, place)
    assert finding.message.startswith(named.format(key=key))


@pytest.mark.parametrize(
    ("body", "hint"), [("notes: #1 of all", '`"#1 of all"`'), ("notes: [{fi: 5}]", "quotes")]
)
def test_hints_for_a_text_that_may_be_a_list(body, hint):
    (finding,) = load_text(course_text(body), Course, file="course.yaml").diagnostics
    assert hint in (finding.hint or "")


def test_a_course_is_frozen():
    with pytest.raises(ValidationError):
        full().components[0].weight = Decimal(5)  # type: ignore[misc]


def test_every_key_says_what_it_is():
    silent = [
        (kind.__name__, key)
        for kind in MODELS
        for key, field in kind.model_fields.items()
        if not field.description and key not in ("kind", "version")
    ]
    assert silent == []
