from fractions import Fraction

import pytest

from cxkit.course.bands import CustomScale
from cxkit.course.scale import Scale, fold

NUMBERS = Scale.named("0-5")
H = Scale.named("H-5")
LETTERS = Scale.named(CustomScale(grades=("F", "E", "Ä", "A+")))
GERMAN = Scale.named(CustomScale(grades=("5.0", "4.0", "3.7", "1.0")))


@pytest.mark.parametrize(
    ("scale", "text", "index"),
    [
        (NUMBERS, "0", 0),
        (NUMBERS, "4", 4),
        (NUMBERS, "4.00", 4),
        (NUMBERS, "4,0", 4),
        (NUMBERS, " 5 ", 5),
        (NUMBERS, "05", 5),
        (NUMBERS, "4.5", None),
        (NUMBERS, "6", None),
        (NUMBERS, "-1", None),
        (NUMBERS, "3+", None),
        (NUMBERS, "4½", None),
        (NUMBERS, "４", None),
        (NUMBERS, "H", None),
        (NUMBERS, "", None),
        (NUMBERS, "1.0000000", None),
        (H, "H", 0),
        (H, "h", 0),
        (H, "0", 0),
        (H, "0.00", 0),
        (H, "5", 5),
        (Scale.named("pass-fail"), "PASS", 1),
        (Scale.named("pass-fail"), "fail", 0),
        (LETTERS, "a+", 3),
        (LETTERS, "ä", 2),
        (LETTERS, "A\u0308", 2),
        (LETTERS, "A", None),
        (GERMAN, "3,7", 2),
        (GERMAN, "4", 1),
        (GERMAN, "1.00", 3),
        (GERMAN, "2", None),
    ],
)
def test_which_grade_a_text_means(scale, text, index):
    assert scale.index(text) == index


def test_numbers_of_grades():
    assert H.numbers == tuple(Fraction(n) for n in range(6))
    assert NUMBERS.numbers == H.numbers
    assert LETTERS.numbers == (None,) * 4
    assert GERMAN.numbers == tuple(Fraction(label) for label in GERMAN.labels)


def test_a_repeated_label_means_the_first():
    assert Scale(("F", "A", "a")).index("A") == 1


@pytest.mark.parametrize("spellings", [("É", "e\u0301"), ("STRASSE", "straße"), (" x ", "X")])
def test_spellings_fold_together(spellings):
    assert len({fold(text) for text in spellings}) == 1
