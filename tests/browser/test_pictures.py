"""In a browser the text of a picture stays on its sheet, and no line lies on another."""

import math
import re

import pytest
from tests.browser.chromium import Frame, look
from tests.browser.pages import LONG, pictures, sized_picture
from tests.report.canvas.journeys import HOSTILE


def sound(pages):
    frames = [Frame(name, page, _width(page)) for name, page in pages.items()]
    found = look(frames)
    assert {name: said for name, said in found.items() if said} == {}


def _width(page):
    (width,) = re.findall(r'<svg[^>]* width="([\d.]+)"', page)
    return math.ceil(float(width))


def test_the_harness_sees_what_leaves_a_picture():
    picture = '<svg width="100" height="40"><text x="60" y="20">Kohtaamispiste</text></svg>'
    (found,) = look([Frame("wide", f'<!DOCTYPE html><body style="margin:0">{picture}', 400)]).values()
    assert [said.partition(":")[0] for said in found] == ["outside of the picture"]


def test_examples():
    sound(pictures())


# Of signs that the font inside lacks a machine may have none, or wide ones.
@pytest.mark.parametrize("text", [HOSTILE[0], HOSTILE[5], LONG], ids=["script", "compound", "long"])
def test_hostile_texts(text):
    sound(pictures(text))


@pytest.mark.parametrize(("touchpoints", "personas"), [(1, 1), (3, 5), (60, 2)])
def test_journeys_of_any_size(touchpoints, personas):
    sound({"journey": sized_picture(touchpoints, personas)})
