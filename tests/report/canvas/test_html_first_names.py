"""Names at the first dots of curves stand where no line and no dot is, or in the head only."""

from cxkit.report.canvas.emotion import Feelings
from cxkit.report.canvas.html_first_names import first_names


def placed(*values, names=("Aino", "Veikko", "Elsa", "Kalle", "Oona")):
    series = [Feelings(name, of) for name, of in zip(names, values, strict=False)]
    return [(end.name, end.top, beside) for end, beside in first_names(series)]


LONG = ("Kirjastonhoitaja", "Vapaaehtoinen", "Elsa")


def test_a_name_stands_over_its_dot_or_else_under_it():
    assert placed((0, -1), (-2, -2)) == [("Aino", 59, 0), ("Veikko", 139, 0)]
    assert placed((0, 2), (-2, -2), names=LONG)[0] == ("Kirjastonhoitaja", 101, 0), "the curve rises"
    assert placed((2, 2), (-2, -2))[0] == ("Aino", 21, 0), "there is no room over the scale"


def test_names_of_dots_on_one_value_do_not_meet():
    assert placed((0, 0), (0, 0), (0, 0)) == [("Aino", 59, 0), ("Veikko", 101, 1), ("Elsa", 59, 2)]
    found = placed((0, 0), (0, 0), (0, 0), names=LONG)
    assert found == [("Kirjastonhoitaja", 59, 0), ("Vapaaehtoinen", 101, 1)]


def test_a_name_that_would_touch_a_curve_is_left_to_the_head():
    assert placed((1, 2), (1, -2)) == [("Aino", 19, 0)]
    assert placed((1, 2), (1, -2), names=LONG) == []
    assert placed((2, -2), (0, 2)) == [("Veikko", 101, 0)]


def test_what_is_not_felt_too_long_or_of_one_touchpoint_has_no_name():
    assert placed((1, 1)) == [("Aino", 19, 0)], "a curve that is alone has its name too"
    assert placed((1,), (2,)) == [] and placed((), ()) == []
    assert placed((None, 1), (1, 1), names=("Aino", "Veikko Kohtaamispisteessä")) == []
