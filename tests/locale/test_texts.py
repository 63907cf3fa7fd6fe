"""`cxkit.locale`: numbers, dates and messages in Finnish and English."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest

from cxkit.locale import LANGUAGES, Texts

EN, FI = Texts("en"), Texts("fi")


@pytest.mark.parametrize(
    ("value", "places", "english", "finnish"),
    [
        (Fraction(165, 2), 2, "82.50", "82,50"),
        (Fraction(165, 2), None, "82.5", "82,5"),
        (Fraction(1, 3), None, "0.33", "0,33"),
        (Fraction(200, 3), 2, "66.66", "66,66"),
        (Fraction(1, 16), None, "0.0625", "0,0625"),
        (Fraction(100), 0, "100", "100"),
        (Decimal("40.00"), None, "40", "40"),
        (Fraction(-1, 3), 2, "-0.34", "-0,34"),
        (999999999, None, "999999999", "999999999"),
        (Decimal("999999999.999999"), 6, "999999999.999999", "999999999,999999"),
    ],
)
def test_numbers(value: Fraction | Decimal | int, places: int | None, english: str, finnish: str) -> None:
    assert EN.number(value, places) == english
    assert FI.number(value, places) == finnish


def test_percents() -> None:
    assert EN.percent(Fraction(100, 3)) == "33.33%"
    assert FI.percent(Fraction(100, 3)) == "33,33 %"


def test_counts() -> None:
    assert EN.count(1234567) == "1,234,567"
    assert FI.count(1234567) == "1\N{NO-BREAK SPACE}234\N{NO-BREAK SPACE}567"


def test_amounts() -> None:
    assert [EN.amount(Decimal(text)) for text in ("1204", "74.50", "-12000.5")] == [
        "1,204",
        "74.5",
        "-12,000.5",
    ]
    assert FI.amount(Decimal("1204.25")) == "1\N{NO-BREAK SPACE}204,25"


def test_dates() -> None:
    day = dt.date(2020, 1, 2)
    assert EN.date(day) == "2 Jan 2020"
    assert FI.date(day) == "2.1.2020"


def test_lists() -> None:
    assert [EN.listed("abc"[:n]) for n in (1, 2, 3)] == ["a", "a and b", "a, b and c"]
    assert FI.listed("abc") == "a, b ja c"


def test_plurals() -> None:
    said = [FI.ngettext("{number} student", "{number} students", n) for n in (0, 1, 2)]
    assert said == ["0 opiskelijaa", "1 opiskelija", "2 opiskelijaa"]


def test_values_are_never_taken_for_placeholders() -> None:
    assert EN.gettext("{title}: {sentence}", title="{sentence}", sentence="{0}") == "{sentence}: {0}"


def test_an_unknown_language_is_english() -> None:
    assert LANGUAGES == ("en", "fi")
    assert Texts("sv").language == "en"
