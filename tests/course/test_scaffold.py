import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxkit.checks.worked import failed_cases
from cxkit.course.guesses import equal_weight, friendly_maximum, new_id
from cxkit.course.model import RESERVED_IDS, Course
from cxkit.course.rules import problems, remarks
from cxkit.course.scaffold import DEFAULT_ID, ColumnGuess, components_from_headers, new_course
from cxkit.documents.loader import load_text

MOODLE = [
    ColumnGuess("Etunimi", "Etunimi"),
    ColumnGuess("ID-numero", "ID-numero", largest=Decimal(2000001)),
    ColumnGuess("Sähköpostiosoite", "Sähköpostiosoite"),
    ColumnGuess("Verkkotentti", "Tentti:Verkkotentti (Todellinen)", largest=Decimal("37.5")),
    ColumnGuess("Verkkotentti", "Tentti:Verkkotentti (Prosentti)", largest=Decimal("93.75")),
    ColumnGuess("Verkkotentti", "Tentti:Verkkotentti (Palaute)"),
    ColumnGuess("Essee", "Tehtävä:Essee (Palaute)"),
    ColumnGuess("Projekti: 1. osa", "Tehtävä:Projekti: 1. osa (Todellinen)"),
    ColumnGuess("Itsearviointi", "Tehtävä:Itsearviointi (Todellinen)", words=True),
    ColumnGuess("Harjoitukset", "Harjoitukset (Prosentti)", largest=Decimal(88)),
    ColumnGuess("Kurssi yhteensä", "Kurssi yhteensä (Todellinen)", largest=Decimal(210)),
    ColumnGuess("Suoritustapa", "Suoritustapa"),
    ColumnGuess("Poissaolot", "Poissaolot", largest=Decimal(3)),
    ColumnGuess(
        "Viimeksi ladattu tältä kurssilta", "Viimeksi ladattu tältä kurssilta", largest=Decimal(1584662400)
    ),
]
PASS_FAIL = [
    ColumnGuess("A", "A", words=True),
    ColumnGuess("B", "B", words=True),
    ColumnGuess("C", "C", words=True),
]
TROUBLE = [
    "Percent",
    "route",
    "CON",
    "№",
    "1",
    "true",
    'Say "no": {x}',
    "- a",
    "# b",
    "a\nb",
    "\ud800x",
    "Łódź",
    "x" * 9000,
]


def well_formed(text: str) -> Course:
    """The course in a text that must break no rule, with tests that come out as written."""
    loaded = load_text(text, Course, file="course.yaml")
    assert loaded.diagnostics == ()
    assert loaded.model is not None
    assert loaded.document is not None
    assert problems(loaded.model, loaded.document) == []
    assert remarks(loaded.model, loaded.document) == []
    assert list(failed_cases(loaded.model, loaded.document)) == []
    assert len(loaded.model.tests) == 2
    return loaded.model


@pytest.mark.parametrize("language", ["fi", "en"])
@pytest.mark.parametrize("columns", [[], MOODLE, PASS_FAIL, [ColumnGuess(title, title) for title in TROUBLE]])
def test_a_new_course_breaks_no_rule(language, columns):
    course = well_formed(new_course(language=language, columns=columns))
    assert course.language == language
    weights = {component.weight for component in course.components if component.weight}
    assert len(weights) == 1 or not columns


def test_components_are_guessed_from_an_export():
    guess = components_from_headers(MOODLE)
    assert [(one.id, one.mark, one.weight, one.max) for one in guess.components] == [
        ("verkkotentti", "points", 1, 40),
        ("projekti_1_osa", "points", 1, 100),
        ("itsearviointi", "pass_fail", 0, None),
        ("harjoitukset", "percent", 1, None),
    ]
    assert guess.relative
    assert (guess.absence, guess.route) == ("Poissaolot", "Suoritustapa")


def test_points_are_preferred_to_a_percentage_that_comes_first():
    real, percentage = MOODLE[3], MOODLE[4]
    for columns in ([real, percentage], [percentage, real]):
        (component,) = components_from_headers(columns).components
        assert component.mark == "points"


def test_the_file_says_where_a_maximum_comes_from():
    text = new_course(language="en", columns=MOODLE)
    assert "max: 40  # the largest mark so far is 37.5; correct this" in text
    assert "max: 100  # no marks yet to guess from; correct this" in text
    assert "#   column: {absent: Poissaolot}" in text
    assert "# route_column: Suoritustapa" in text


def test_pass_fail_counts_when_there_is_nothing_else():
    components = components_from_headers(PASS_FAIL[:2]).components
    assert [component.weight for component in components] == [50, 50]


def test_the_editor_is_told_the_schema_first():
    assert new_course(language="fi").startswith(
        "# yaml-language-server: $schema=schemas/course.schema.json\n"
    )
    assert "$schema=other.json\n" in new_course(language="en", schema="other.json")


@pytest.mark.parametrize("language", ["fi", "en"])
def test_the_examples_in_comments_are_right(language):
    """Taking the comment marks off the optional rules leaves a course that breaks none."""
    text = new_course(language=language)
    optional = re.sub(
        r"^# (all_required|sessions|attendance|route_column|routes|  )", r"\1", text, flags=re.MULTILINE
    )
    course = well_formed(optional)
    assert course.all_required
    assert course.attendance is not None
    assert course.routes[0].attendance is False


@pytest.mark.parametrize(
    ("given_id", "used"),
    [
        ("SAL4HM003-3002", "SAL4HM003-3002"),
        ("my course.v2", "my-course-v2"),
        ("../x", "x"),
        ("", DEFAULT_ID),
        ("日本", DEFAULT_ID),
        ("123", "123"),
        ("CON", "COURSE-CON"),
        ("Äiti", "Aiti"),
    ],
)
def test_the_id_is_made_usable(given_id, used):
    course = well_formed(new_course(language="en", id=given_id, title="# Not a comment: {x}"))
    assert (course.id, str(course.title)) == (used, "# Not a comment: {x}")


def test_retakes_become_attempts():
    text = new_course(language="en", columns=[ColumnGuess(title, title) for title in ("Exam", "Exam retake")])
    (exam,) = well_formed(text).components
    assert exam.column == ("Exam", "Exam retake")
    assert "column: [Exam, Exam retake]  # attempts, of which the best counts" in text


def test_what_looks_like_a_retake_is_a_component_with_a_question():
    titles = ("Essee", "Verkkotentti", "Uusintatentti")
    text = new_course(language="fi", columns=[ColumnGuess(title, title) for title in titles])
    assert [component.column for component in well_formed(text).components] == [None, None, None]
    assert (
        "  # Onko tämä uusinta? Tee silloin näistä kahdesta yksi osasuoritus, jossa on rivi\n"
        "  # column: [Verkkotentti, Uusintatentti]\n"
        "  - id: uusintatentti\n"
    ) in text


def test_another_language_is_no_scaffold():
    with pytest.raises(KeyError):
        new_course(language="sv")


@pytest.mark.parametrize(
    ("largest", "expected"),
    [
        (None, 100),
        (Decimal(0), 100),
        (Decimal(-3), 100),
        (Decimal("0.5"), 1),
        (Decimal("9.5"), 10),
        (Decimal(10), 10),
        (Decimal("37.5"), 40),
        (Decimal(61), 80),
        (Decimal(101), 120),
        (Decimal(999), 1000),
        (Decimal(999_999_999), 999_999_999),
    ],
)
def test_a_friendly_maximum(largest, expected):
    assert friendly_maximum(largest) == expected


@pytest.mark.parametrize(
    ("count", "weight", "relative"),
    [
        (0, "100", False),
        (1, "100", False),
        (2, "50", False),
        (3, "1", True),
        (6, "1", True),
        (8, "12.5", False),
        (16, "6.25", False),
        (32, "1", True),
    ],
)
def test_equal_weights_are_equal(count, weight, relative):
    assert equal_weight(count) == (Decimal(weight), relative)


def test_half_the_points_are_half_the_percent_for_any_number_of_components():
    for count in range(1, 13):
        columns = [ColumnGuess(f"T{number}", f"T{number}", largest=Decimal(10)) for number in range(count)]
        given = ", ".join(f"t{number}: 5" for number in range(count))
        case = f"  - {{name: half, given: {{{given}}}, percent: 50, grade: 1}}\n"
        loaded = load_text(new_course(language="fi", columns=columns) + case, Course, file="course.yaml")
        assert loaded.model is not None
        assert loaded.document is not None
        assert len(loaded.model.tests) == 3
        assert list(failed_cases(loaded.model, loaded.document)) == []


@given(st.lists(st.text(max_size=60), max_size=8))
def test_ids_are_plain_free_and_unlike(titles):
    ids: list[str] = []
    for title in titles:
        ids.append(new_id(title, taken=ids))
    assert len(set(ids)) == len(ids)
    assert RESERVED_IDS.isdisjoint(ids)
    assert all(re.fullmatch(r"[a-z0-9_]{1,50}", name) and not name.isdigit() for name in ids)


@given(st.lists(st.text(max_size=30), max_size=6), st.sampled_from(["fi", "en"]))
def test_any_headers_give_a_course_that_breaks_no_rule(titles, language):
    well_formed(new_course(language=language, columns=[ColumnGuess(title, title) for title in titles]))
