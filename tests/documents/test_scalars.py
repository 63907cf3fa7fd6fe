from datetime import date, time
from decimal import Decimal

import pytest
from pydantic import TypeAdapter, ValidationError

from cxkit.documents.base import ClockTime, Identifier, IsoDate, Label, Language, Number, shown
from cxkit.documents.problem import Problem


def _read(kind, value):
    return TypeAdapter(kind).validate_python(value)


def _problem(kind, value) -> Problem:
    with pytest.raises(ValidationError) as failed:
        _read(kind, value)
    (error,) = failed.value.errors()
    problem = error["ctx"]["error"]
    assert isinstance(problem, Problem)
    return problem


@pytest.mark.parametrize("value", [0, -5, 999_999_999, Decimal("1.10"), Decimal("999999999.999999")])
def test_numbers_are_exact_decimals(value):
    number = _read(Number, value)
    assert isinstance(number, Decimal)
    assert format(number, "f") == str(value)


@pytest.mark.parametrize(
    "value",
    [
        10**9,
        Decimal("1.1000000"),
        Decimal("9" * 5000),
        Decimal("NaN"),
        -(10**9),
        Decimal("0." + "0" * 40 + "1"),
    ],
)
def test_numbers_have_nine_digits_and_six_decimals(value):
    problem = _problem(Number, value)
    assert problem.code == "CX033"
    assert "too many digits" in problem.message


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("1,5", "Write the decimal mark as a point: 1.5."),
        ("12", "Leave out the quotes."),
        ("50 %", "Write only the number: 50."),
        ("5 op", "Write only the number: 5."),
        ("yli 25", "Write only the number: 25."),
        ("0,5 p", "Write only the number: 0.5."),
        ("≥ 25", "Write only the number: 25."),
        ("”50”", "Write only the number: 50."),
        ("-5 %", "Write only the number: -5."),
        ("1e2", "Write a plain decimal"),
        ("+7", "Leave out the plus sign: 7."),
        ("7½", "Write a plain decimal"),
        ("5 or 6", "Write a plain decimal"),
        ("1 000", "Write a plain decimal"),
        ("week", "Write a plain decimal"),
        ("12:30", "Write a plain decimal"),
        ("about 5 " + "x" * 60, "Write a plain decimal"),
        (True, "Write a plain decimal"),
        (None, "Write a plain decimal"),
        (1.5, "Write a plain decimal"),
    ],
)
def test_what_is_no_number_gets_a_fitting_hint(value, hint):
    problem = _problem(Number, value)
    assert problem.code == "CX033"
    assert problem.hint is not None
    assert problem.hint.startswith(hint)


@pytest.mark.parametrize(
    "value", ["exam", "SAL4HM003-3002", "näyttö", "week 3", "a.b", "con1", "x" * 100, "试卷"]
)
def test_usable_ids(value):
    assert _read(Identifier, value) == value


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("", "empty"),
        (" ", "empty"),
        ("x" * 101, "longer"),
        ("../x", "file name"),
        ("a/b", "file name"),
        ("a\\b", "file name"),
        (".hidden", "file name"),
        ("ends.", "file name"),
        (" a", "file name"),
        ("CON", "device"),
        ("nul.txt", "device"),
        ("lpt1", "device"),
        ("a\u202eb", "invisible"),
        ("a\u200bb", "invisible"),
        ("a\nb", "invisible"),
        ("a\u2028b", "invisible"),
    ],
)
def test_unusable_ids_say_why(value, why):
    problem = _problem(Identifier, value)
    assert problem.code == "CX038"
    assert why in problem.message
    assert problem.message.isprintable()


def test_an_id_must_be_text():
    assert "quotes" in (_problem(Identifier, 5).hint or "")
    assert _problem(Identifier, None).hint is None


def test_dates():
    assert _read(IsoDate, "2020-02-29") == date(2020, 2, 29)
    assert _read(IsoDate, date(2020, 2, 29)) == date(2020, 2, 29)
    assert "not a day" in _problem(IsoDate, "2026-02-30").message
    for value in ["20200229", "2020-W01-1", "29.2.2020", 2020, None, "２０２０-01-01"]:
        assert "must be a date" in _problem(IsoDate, value).message


def test_times_of_day():
    assert _read(ClockTime, "16:45") == time(16, 45)
    assert _read(ClockTime, time(16, 45)) == time(16, 45)
    for value in ["24:00", "16.45", "16:45:00", "9:15", 1645]:
        assert _problem(ClockTime, value).code == "CX036"


def test_labels_keep_the_text_of_a_number():
    assert [_read(Label, value) for value in ["F", 3, Decimal("4.00"), Decimal("0.0000001")]] == [
        "F",
        "3",
        "4.00",
        "0.0000001",
    ]
    assert "text" in _problem(Label, True).message


def test_languages():
    assert _read(Language, "fi") == "fi"
    assert _read(Language, "sv-FI") == "sv-FI"
    assert "language code" in _problem(Language, "Finnish").message
    assert "text" in _problem(Language, 5).message


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "nothing"),
        (False, "`false`"),
        ({}, "a mapping"),
        ([], "a list"),
        ((), "a list"),
        (Decimal("1E-7"), "`0.0000001`"),
        ("x" * 61, "`" + "x" * 59 + "…`"),
        ("a\x1b[31m", "`a\\u001b[31m`"),
    ],
)
def test_values_are_shown_short_and_printable(value, text):
    assert shown(value) == text
