import subprocess
import sys
from decimal import Decimal

import pytest
from tests.roster.rosters import HEAD, course_of

from cxkit.course.model import Component
from cxkit.roster.marks import (
    FAIL_WORDS,
    PASS_WORDS,
    BadMark,
    MarkGrammar,
    MarkState,
    Reading,
    Unit,
    amount,
    grammar_for,
    read_mark,
)

M = 10**6
MARKED, CAPPED, EMPTY, EXCUSED = MarkState.MARKED, MarkState.CAPPED, MarkState.EMPTY, MarkState.EXCUSED


def grammar(
    component: str, course: str = "", *, percentage: bool = False, over_max: str | None = None
) -> MarkGrammar:
    text = f"{HEAD}{course}\ncomponents:\n  - {{id: a, weight: 100, {component}}}\n"
    model, _ = course_of(text)
    return grammar_for(model.components[0], model, percentage=percentage, over_max=over_max)


def read(text: str, component: str, course: str = "", percentage: bool = False) -> tuple[int, int] | str:
    found = read_mark(text, grammar(component, course, percentage=percentage))
    return (found.value, found.state) if isinstance(found, Reading) else found.message


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", 7 * M),
        (" 7 ", 7 * M),
        ("007", 7 * M),
        ("7.25", 7_250_000),
        ("7,25", 7_250_000),
        ("0.000001", 1),
        ("-0", 0),
        ("'-0.0", 0),
        ("10", 10 * M),
    ],
)
def test_a_number_becomes_millionths(text: str, value: int) -> None:
    assert read(text, "max: 10") == (value, MARKED)


@pytest.mark.parametrize("text", ["", "  ", "-", " - ", "'-"])
def test_nothing_or_a_hyphen_is_empty(text: str) -> None:
    assert read(text, "max: 10") == (0, EMPTY)


@pytest.mark.parametrize("text", ["EX", "ex", " Ex ", "vapautettu", "VAPAUTETTU"])
def test_excused_words_in_any_case(text: str) -> None:
    assert read(text, "max: 10", "roster: {excused: [Vapautettu]}") == (0, EXCUSED)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("12.5.1", "more than one decimal mark"),
        ("85%", "a percent sign"),
        ("1e2", "an exponent"),
        ("1E+2", "an exponent"),
        ("１２", "digits other than 0 to 9"),
        ("١٢", "digits other than 0 to 9"),
        ("٣", "digits other than 0 to 9"),
        ("½", "digits other than 0 to 9"),
        ("4½", "digits other than 0 to 9"),
        ("1_000", "thousands separator"),
        ("1 000", "thousands separator"),
        ("1.000,5", "thousands separator"),
        ("+7", "plus sign"),
        ("'+7", "plus sign"),
        ("\u22127", "dash that is not a minus"),
        ("NaN", "is not a number"),
        ("inf", "is not a number"),
        ("#DIV/0!", "is not a number"),
        ("abc", "is not a number"),
        ("3-4", "is not a number"),
        (".5", "no digit on one side"),
        ("5.", "no digit on one side"),
        ("03.apr", "looks like a date"),
        ("3.huhti", "looks like a date"),
        ("2020-04-03", "looks like a date"),
        ("3.4.2020", "looks like a date"),
        ("Apr-20", "looks like a date"),
        ("1234567890", "too many digits"),
        ("1.1234567", "too many digits"),
        ("--1", "is not a number"),
    ],
)
def test_anything_else_is_no_number(text: str, what: str) -> None:
    found = read_mark(text, grammar("max: 10"))
    assert isinstance(found, BadMark)
    assert what in found.message
    assert found.hint


def test_a_message_shows_the_value_short_and_visible() -> None:
    assert read("a\x1b[31m" + "x" * 100, "max: 10") == '"a\\x1b[31m' + "x" * 33 + '…" is not a number'


@pytest.mark.parametrize(
    ("over", "result"),
    [
        ("", '"11" is above the maximum 10'),
        ("over_max: cap, ", (10 * M, CAPPED)),
        ("over_max: allow, ", (11 * M, MARKED)),
    ],
)
def test_above_the_maximum(over: str, result: object) -> None:
    assert read("11", f"{over}max: 10") == result


def test_what_a_group_says_of_marks_above_the_maximum_is_inherited() -> None:
    found = read_mark("11", grammar("max: 10", over_max="allow"))
    assert found == Reading(MARKED, 11 * M)


def test_the_minimum_is_a_bound() -> None:
    assert read("-3.5", "min: -3.5, max: 10") == (-3_500_000, MARKED)
    assert read("-3.6", "min: -3.5, max: 10") == '"-3.6" is below the minimum -3.5'
    assert read("-1", "max: 10") == '"-1" is below the minimum 0'


@pytest.mark.parametrize("text", ["85", "85 %", "85%", "85.00 %", "85,0\u00a0%"])
def test_a_percent_mark_may_have_its_sign(text: str) -> None:
    assert read(text, "mark: percent") == (85 * M, MARKED)


def test_percent_marks_lie_between_0_and_100() -> None:
    assert read("100.01", "mark: percent") == '"100.01" is above the maximum 100'
    assert read("-1 %", "mark: percent") == '"-1 %" is below the minimum 0'
    assert read("101", "mark: percent, over_max: cap") == (100 * M, CAPPED)
    assert read("101", "mark: percent, over_max: allow") == (101 * M, MARKED)
    assert read("x %", "mark: percent") == '"x %" is not a number'


def test_a_percentage_column_of_points() -> None:
    found = grammar("min: -5, max: 10", percentage=True)
    assert found.unit is Unit.PERCENT
    assert found.low == -50 * M
    assert found.high == 100 * M


@pytest.mark.parametrize("word", [*sorted(PASS_WORDS), "HYVÄKSYTTY", "Hyva\u0308ksytty"])
def test_words_that_pass(word: str) -> None:
    assert read(word, "mark: pass_fail") == (1, MARKED)


@pytest.mark.parametrize("word", [*sorted(FAIL_WORDS), "Hylätty"])
def test_words_that_fail(word: str) -> None:
    assert read(word, "mark: pass_fail") == (0, MARKED)


def test_a_number_passes_or_fails_only_with_a_maximum_and_a_pass_mark() -> None:
    both = "mark: pass_fail, max: 20, pass_mark: 52.5"
    assert read("10.5", both) == (1, MARKED)
    assert read("10.49", both) == (0, MARKED)
    assert read("21", both) == '"21" is above the maximum 20'
    assert read("52.5 %", both, percentage=True) == (1, MARKED)
    assert read("10.5 %", both, percentage=True) == (0, MARKED)
    assert read("1e1", both) == '"1e1" is written with an exponent'
    assert read("maybe", both) == '"maybe" is neither a pass nor a fail'
    assert "marked with a pass or a fail" in str(read("1", "mark: pass_fail"))
    assert read("1x", "mark: pass_fail") == '"1x" is neither a pass nor a fail'


@pytest.mark.parametrize(("text", "index"), [("4", 4), ("4.00", 4), ("4,0", 4), ("0", 0)])
def test_a_grade_mark_is_an_index_on_the_scale(text: str, index: int) -> None:
    assert read(text, "mark: grade") == (index, MARKED)


@pytest.mark.parametrize("text", ["3+", "4½", "6", "3.5", "H"])
def test_a_grade_must_be_on_the_scale(text: str) -> None:
    assert read(text, "mark: grade") == f'"{text}" is not a grade on the scale 0, 1, 2, 3, 4, 5'


def test_the_fail_of_h_5_has_two_names() -> None:
    assert read("h", "mark: grade", "scale: H-5") == read("0", "mark: grade", "scale: H-5") == (0, MARKED)


def test_a_grade_of_the_pass_fail_scale_may_be_a_word() -> None:
    course = HEAD.replace("bands: {1: 40, 3: 70, 5: 90}", "bands: {pass: 50}\nscale: pass-fail")
    model, _ = course_of(course + "components: [{id: a, weight: 100, mark: grade}]\n")
    own = grammar_for(model.components[0], model)
    assert read_mark("Hyväksytty", own) == Reading(MARKED, 1)
    assert read_mark("hyl.", own) == Reading(MARKED, 0)
    assert isinstance(read_mark("ehkä", own), BadMark)


@pytest.mark.parametrize("mark", ["max: 10", "mark: percent", "mark: grade"])
def test_the_course_file_may_say_which_decimal_mark(mark: str) -> None:
    comma = "roster: {decimal: ','}"
    assert read("4,0", mark, comma) != read("4.0", mark, comma)
    assert "decimal point" in str(read("4.0", mark, comma))
    assert "decimal comma" in str(read("4,0", mark, "roster: {decimal: '.'}"))


def test_a_reading_tells_its_decimal_mark_and_sign() -> None:
    found = read_mark("85,5 %", grammar("mark: percent"))
    assert isinstance(found, Reading)
    assert (found.decimal_mark, found.percent_sign) == (",", True)


@pytest.mark.parametrize(("value", "text"), [(0, "0"), (10 * M, "10"), (-2_500_000, "-2.5"), (1, "0.000001")])
def test_amounts_are_shown_without_needless_zeros(value: int, text: str) -> None:
    assert amount(value) == text


def test_a_grammar_without_bounds_takes_any_number() -> None:
    assert read_mark("-999999999", MarkGrammar(Unit.POINTS)) == Reading(MARKED, -999999999 * M)


def test_a_component_without_a_maximum_is_bounded_below_only() -> None:
    model, _ = course_of(HEAD + "components: [{id: a, weight: 100, max: 5}]\n")
    loose = Component(id="a", min=Decimal(-2))
    assert grammar_for(loose, model).high is None
    assert grammar_for(loose, model, percentage=True).low == 0


def test_marks_are_read_without_a_dataframe_library() -> None:
    code = "import sys, cxkit.roster.marks, cxkit.roster.presence; sys.exit('polars' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("50 %%", "is not a number"),
        ("%", "is not a number"),
        ("03.apr %", "looks like a date"),
        ("x%", "is not"),
    ],
)
def test_a_cell_with_a_percent_sign_is_shown_whole(text: str, what: str) -> None:
    found = read_mark(text, grammar("mark: percent"))
    assert isinstance(found, BadMark)
    assert found.message.startswith(f'"{text}" {what}')
