"""Pictures hold all of their text inside the sheet, are valid XML, and come out the same each time."""

import re
import xml.etree.ElementTree as ET
from itertools import product

import pytest
from tests.report.canvas.journeys import HOSTILE, hostile, library

from cxkit.canvas.kind import BLOCK_KINDS, own_kind
from cxkit.canvas.load import own_model
from cxkit.locale.texts import Texts
from cxkit.report.canvas.measuring import Style, width
from cxkit.report.canvas.pictures import svg
from cxkit.report.canvas.view import View

SVG = "{http://www.w3.org/2000/svg}"
STYLES: dict[str, Style] = {"r": "regular", "b": "semibold", "i": "italic"}


def boxes(text):
    """Yield the box and the words of each line of a picture."""
    for element in ET.fromstring(text).iter(f"{SVG}text"):
        size = float(element.attrib["font-size"])
        for line in element:
            wide = width(line.text or "", size, STYLES[element.attrib["class"]])
            x, y = float(line.attrib["x"]), float(line.attrib["y"])
            if element.get("text-anchor") == "end" or element.get("direction") == "rtl":
                x -= wide
            elif element.get("text-anchor") == "middle":
                x -= wide / 2
            yield x, y - size * 0.75, x + wide, y + size * 0.2, line.text


def hold_together(text):
    sheet = ET.fromstring(text)
    found = list(boxes(text))
    for left, top, right, bottom, _ in found:
        assert left >= 0 and right <= float(sheet.attrib["width"])
        assert top >= 0 and bottom <= float(sheet.attrib["height"])
    found.sort(key=lambda box: box[1])
    for number, (left, _, right, bottom, words) in enumerate(found):
        for other in found[number + 1 :]:
            if other[1] >= bottom - 0.01:
                break
            assert other[0] >= right - 0.01 or other[2] <= left + 0.01, (words, other[4])


@pytest.mark.parametrize(("text", "personas"), list(product(HOSTILE, (1, 5))))
def test_hostile_texts_neither_meet_nor_leave_the_sheet(text, personas):
    drawn = svg(View(hostile(2, personas, text), own_kind("journey"), Texts("fi")))
    hold_together(drawn)
    assert "<script" not in drawn


@pytest.mark.parametrize("touchpoints", [0, 1, 9, 60])
def test_any_number_of_touchpoints(touchpoints):
    drawn = svg(View(hostile(touchpoints, 3, "Palvelupiste"), own_kind("journey"), Texts("en")), "dark")
    hold_together(drawn)


@pytest.mark.parametrize("language", ["fi", "en"])
def test_a_usual_journey_says_all_it_holds(language):
    drawn = svg(View(library(), own_kind("journey"), Texts(language)))
    hold_together(drawn)
    words = " ".join(text for *_, text in boxes(drawn))
    assert words.count("−2") >= 3
    assert ("Critical" if language == "en" else "Kriittinen") in words
    assert drawn == svg(View(library(), own_kind("journey"), Texts(language)))
    sheet = ET.fromstring(drawn)
    assert sheet.get("role") == "img" and sheet.get("lang") == language
    assert sheet[0].text == library().called.get("fi") and sheet[1].text


def test_themes_differ_in_colours_only():
    def bare(theme):
        drawn = svg(View(library(), own_kind("journey"), Texts("fi")), theme)
        return re.sub("#[0-9A-F]{6}", "#", drawn)

    assert bare("light") == bare("dark")


@pytest.mark.parametrize(("name", "text"), list(product(BLOCK_KINDS, ["", *HOSTILE])))
def test_block_canvases(name, text):
    kind = own_kind(name)
    notes = [text, text] if text else []
    held = {half.id: notes for half in kind.halves} if kind.halves else notes
    data = {"kind": name, "version": 1, "id": "x", "title": text or "Kirjasto", "language": "fi"}
    canvas = own_model(name).model_validate(data | {"blocks": {block.id: held for block in kind.blocks}})
    drawn = svg(View(canvas, kind, Texts("fi")))
    hold_together(drawn)
    if kind.attribution is not None:
        assert kind.attribution.get("fi") in " ".join(line for *_, line in boxes(drawn))
