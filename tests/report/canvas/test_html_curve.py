"""Curves of a page: dots beside each other, paths through all of them, names that keep apart."""

import re
from itertools import pairwise

import pytest

from cxkit.report.canvas.emotion import Feelings
from cxkit.report.canvas.html_curve import BESIDE, across, down, ends, marks, passes, runs

AINO = Feelings("Aino", (1, None, 2))
VEIKKO = Feelings("Veikko", (1, -2, 2))


def numbers(path):
    return [float(number) for number in re.findall(r"-?[\d.]+", path)]


def test_dots_on_one_value_stand_side_by_side():
    assert [(one.persona, one.value, one.beside) for one in marks([AINO, VEIKKO], 0)] == [
        (1, 1, 0),
        (2, 1, 1),
    ]
    assert [(one.persona, one.value) for one in marks([AINO, VEIKKO], 1)] == [(2, -2)]


def test_a_curve_runs_through_its_dots():
    first, second = across([AINO, VEIKKO])
    assert numbers(first.path)[:2] == [0, 40] and numbers(first.path)[-2:] == [200, 0]
    assert numbers(second.path)[:2] == [BESIDE, 40] and numbers(second.path)[-2:] == [200 + BESIDE, 0]
    assert [first.dash, second.dash] == ["", "6 4"]


def test_a_single_dot_has_no_curve():
    assert across([Feelings("Aino", (1,))]) == [] and across([Feelings("Aino", (None, None))]) == []


def test_down_the_page_each_touchpoint_has_a_piece_that_begins_and_ends_upright():
    pieces = [down([VEIKKO], at) for at in range(3)]
    assert [[one.path for one in piece] for piece in pieces] == [
        ["M60 0C60 50 0 50 0 100"],
        ["M0 0C0 50 80 50 80 100"],
        [],
    ]


def test_a_curve_runs_on_where_a_value_is_not_known():
    (first,), (second,) = down([AINO], 0), down([AINO], 1)
    assert [first.path, second.path] == ["M60 0C60 50 70 50 70 100", "M70 0C70 50 80 50 80 100"]
    assert passes([AINO], 1) and not passes([AINO], 0)
    assert not passes([Feelings("Aino", (None, 1, None))], 0)
    assert [(one.persona, one.value, one.thin) for one in runs([AINO, VEIKKO], 1)] == [
        (1, "1.5", True),
        (2, "-2", False),
    ]
    assert runs([AINO], 0) == []


def test_a_curve_is_thin_only_where_it_passes_what_is_not_known():
    felt = Feelings("Aino", (1, 2, None, None, 0, -1))
    assert [line.thin for line in across([felt])] == [False, True, False]
    paths = [numbers(line.path) for line in across([felt])]
    assert [(path[0], path[-2]) for path in paths] == [(0, 100), (100, 400), (400, 500)]
    assert [line.thin for at in range(6) for line in down([felt], at)] == [False, True, True, True, False]


@pytest.mark.parametrize("values", [(2, 2, 2), (-2, -2, -1), (2, 1, 0)])
def test_names_keep_apart_and_on_the_scale(values):
    series = [Feelings(f"P{number}", (value,)) for number, value in enumerate(values)]
    named, beside = ends(series)
    tops = [one.top for one in named]
    assert all(after - before >= 16 for before, after in pairwise(tops))
    assert tops[0] >= -8 and tops[-1] <= 168
    assert beside == max(values.count(value) for value in values) - 1


def test_names_that_do_not_fit_are_left_to_the_head():
    assert ends([]) == ([], 0)
    assert [one.name for one in ends([AINO])[0]] == ["Aino"]
    series = [Feelings("Aino", (1,)), Feelings("Veikko Pitkänimi-Kohtaamispiste", (2,))]
    assert [one.name for one in ends(series)[0]] == ["Aino"]
