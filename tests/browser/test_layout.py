"""In a browser no text leaves its box or the page, and no line lies on another, whatever is written."""

import pytest
from tests.browser.chromium import Frame, look
from tests.browser.pages import LONG, empty, filled, sized, spoilt
from tests.report.canvas.journeys import HOSTILE

WIDTHS = (390, 800, 1280, 1920)


def sound(pages, *, theme="light", widths=WIDTHS):
    frames = [Frame(name, page, width) for name, page in pages.items() for width in widths]
    found = look(frames, theme=theme)
    assert {name: said for name, said in found.items() if said} == {}


def test_the_harness_sees_what_is_wrong():
    broken = (
        '<!DOCTYPE html><p style="width:40px">Kohtaamispisteessä</p><p style="margin-top:-30px">On it</p>'
    )
    wide = '<!DOCTYPE html><div style="width:500px">Wide</div>'
    found = look([Frame("broken", broken, 390), Frame("wide", wide, 390)])
    assert [said.partition(":")[0] for said in found["broken 390"]] == [
        "outside of its box",
        "on another line",
    ]
    assert found["wide 390"] == ["the page is 508 wide"]


def test_examples():
    sound(filled())


def test_empty_canvases():
    sound(empty())


@pytest.mark.parametrize("text", [*HOSTILE, LONG], ids=range(len(HOSTILE) + 1))
def test_hostile_texts(text):
    sound(spoilt(text), widths=(390, 1280))


@pytest.mark.parametrize(("touchpoints", "personas"), [(1, 1), (3, 5), (60, 2)])
def test_journeys_of_any_size(touchpoints, personas):
    sound({"journey": sized(touchpoints, personas)}, widths=(390, 1280))
