from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxkit.course.bands import BandConditions
from cxkit.course.limits import limits, worth
from cxkit.course.model import Component, Course
from cxkit.course.scale import Scale
from cxkit.documents.base import Text

SCALE = Scale.named("0-5")
BANDS = {"1": Decimal(40), "3": Decimal(70), "5": Decimal(90)}


def course(**keys) -> Course:
    exam = Component(id="exam", weight=Decimal(100), max=Decimal(10))
    return Course(
        kind="course",
        version=1,
        id="TEST-1",
        title=Text.plain("Test"),
        credits=Decimal(5),
        components=(exam,),
        **{"bands": BANDS, **keys},
    )


def test_limits_are_the_bands():
    assert limits(BANDS, SCALE, "none") == {1: 40, 3: 70, 5: 90}


def test_midpoints_lie_between_their_neighbours():
    assert limits(BANDS, SCALE, "midpoint") == {1: 40, 2: 55, 3: 70, 4: 80, 5: 90}


def test_a_wider_gap_is_spaced_evenly_and_exactly():
    found = limits({"5": Decimal(90), "1": Decimal("40.1")}, SCALE, "midpoint")
    step = (Fraction(90) - Fraction("40.1")) / 4
    assert list(found.items()) == [(n, Fraction("40.1") + step * (n - 1)) for n in range(1, 6)]


def test_grades_outside_the_bands_have_no_limit():
    assert limits({"2": Decimal(50), "4": Decimal(60)}, SCALE, "midpoint") == {2: 50, 3: 55, 4: 60}


def test_a_condition_counts_by_its_course_percent():
    band = BandConditions.model_validate({"percent": 70, "exam": 60})
    assert limits({"1": Decimal(40), "3": band, "x": Decimal(1)}, SCALE, "none") == {1: 40, 3: 70}


@pytest.mark.parametrize(
    ("grade_worth", "bands", "expected"),
    [
        (None, BANDS, (0, 40, 55, 70, 80, 90)),
        (None, {"1": Decimal(40), "3": Decimal(70)}, (0, 40, 55, 70, 85, 100)),
        (None, {"2": Decimal(50)}, (0, 25, 50, Fraction(200, 3), Fraction(250, 3), 100)),
        ({"5": Decimal(100)}, BANDS, (0, 40, 55, 70, 85, 100)),
        ({"0": Decimal(10), "3": Decimal(60)}, BANDS, (10, 40, 50, 60, 75, 90)),
        ({"X": Decimal(10)}, BANDS, (0, 40, 55, 70, 80, 90)),
    ],
)
def test_what_a_grade_is_worth(grade_worth, bands, expected):
    assert worth(course(grade_worth=grade_worth), SCALE, bands) == expected


def test_worth_on_a_scale_of_two():
    passing = course(scale="pass-fail", bands={"pass": Decimal(50)})
    assert list(worth(passing, Scale.of(passing), passing.bands)) == [0, 50]


@given(st.dictionaries(st.sampled_from("12345"), st.integers(0, 10**8), min_size=1))
def test_spacing_keeps_the_bands_and_never_falls(millionths):
    """Whatever the bands, spacing keeps them, and rises where they rise."""
    rising = dict(zip(sorted(millionths), sorted(millionths.values()), strict=True))
    bands = {label: Decimal(value).scaleb(-6) for label, value in rising.items()}
    declared, spaced = limits(bands, SCALE, "none"), limits(bands, SCALE, "midpoint")
    assert spaced.items() >= declared.items()
    assert list(spaced) == list(range(min(declared), max(declared) + 1))
    assert list(spaced.values()) == sorted(spaced.values())
    values = worth(course(), SCALE, bands)
    assert list(values) == sorted(values)
    assert len(values) == 6
