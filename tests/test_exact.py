"""Exact numbers as text."""

from decimal import Decimal
from fractions import Fraction

import pytest

from cxkit.exact import floor_to, fraction_text, terminating_decimals


@pytest.mark.parametrize(
    ("value", "places", "shown"),
    [
        ("165/2", 2, "82.50"),
        ("9999/250", 2, "39.99"),
        ("-1/3", 2, "-0.34"),
        ("2/3", 0, "0"),
        ("89.999999", 2, "89.99"),
    ],
)
def test_percents_are_shown_rounded_down(value, places, shown):
    assert str(floor_to(Fraction(value), places)) == shown


def test_a_rational_is_written_in_lowest_terms():
    assert [fraction_text(Fraction(text)) for text in ("82.5", "164/2", "-0.5")] == ["165/2", "82", "-1/2"]


def test_decimals_that_a_value_needs():
    assert [terminating_decimals(Fraction(text)) for text in ("40", "66.5", "0.000001", "1/3")] == [
        0,
        1,
        6,
        None,
    ]


def test_shown_decimals_keep_their_zeros():
    assert floor_to(Fraction(90), 2) == Decimal("90.00")
    assert str(floor_to(Fraction(90), 2)) == "90.00"
