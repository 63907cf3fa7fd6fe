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
from cxkit.report.canvas.pictures import NoPicture, render_svg

SVG = "{http://www.w3.org/2000/svg}"
STYLES: dict[str, Style] = {"r": "regular", "b": "semibold", "i": "italic"}


def boxes(svg):
    """Yield the box and the words of each line of a picture."""
    for text in ET.fromstring(svg).iter(f"{SVG}text"):
        size = float(text.attrib["font-size"])
        for line in text:
            wide = width(line.text or "", size, STYLES[text.attrib["class"]])
            x, y = float(line.attrib["x"]), float(line.attrib["y"])
            if text.get("text-anchor") == "end" or text.get("direction") == "rtl":
                x -= wide
            elif text.get("text-anchor") == "middle":
                x -= wide / 2
            yield x, y - size * 0.75, x + wide, y + size * 0.2, line.text


def hold_together(svg):
    sheet = ET.fromstring(svg)
    found = list(boxes(svg))
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
    svg = render_svg(hostile(2, personas, text), own_kind("journey"), Texts("fi"))
    hold_together(svg)
    assert "<script" not in svg


@pytest.mark.parametrize("touchpoints", [0, 1, 9, 60])
def test_any_number_of_touchpoints(touchpoints):
    svg = render_svg(hostile(touchpoints, 3, "Palvelupiste"), own_kind("journey"), Texts("en"), theme="dark")
    hold_together(svg)


@pytest.mark.parametrize("language", ["fi", "en"])
def test_a_usual_journey_says_all_it_holds(language):
    svg = render_svg(library(), own_kind("journey"), Texts(language))
    hold_together(svg)
    words = " ".join(text for *_, text in boxes(svg))
    assert words.count("−2") >= 3
    assert ("Critical" if language == "en" else "Kriittinen") in words
    assert svg == render_svg(library(), own_kind("journey"), Texts(language))
    sheet = ET.fromstring(svg)
    assert sheet.get("role") == "img" and sheet.get("lang") == language
    assert sheet[0].text == library().called.get("fi") and sheet[1].text


def test_themes_differ_in_colours_only():
    def bare(theme):
        svg = render_svg(library(), own_kind("journey"), Texts("fi"), theme=theme)
        return re.sub("#[0-9A-F]{6}", "#", svg)

    assert bare("light") == bare("dark")


@pytest.mark.parametrize(("name", "text"), list(product(BLOCK_KINDS, ["", *HOSTILE])))
def test_block_canvases(name, text):
    kind = own_kind(name)
    notes = [text, text] if text else []
    held = {half.id: notes for half in kind.halves} if kind.halves else notes
    data = {"kind": name, "version": 1, "id": "x", "title": text or "Kirjasto", "language": "fi"}
    canvas = own_model(name).model_validate(data | {"blocks": {block.id: held for block in kind.blocks}})
    svg = render_svg(canvas, kind, Texts("fi"))
    hold_together(svg)
    if kind.attribution is not None:
        assert kind.attribution.get("fi") in " ".join(line for *_, line in boxes(svg))


def test_what_is_not_drawn_is_said():
    data = {"kind": "strategy", "version": 1, "id": "x", "title": "Strategia", "language": "fi"}
    with pytest.raises(NoPicture, match="strategy"):
        render_svg(own_model("strategy").model_validate(data), own_kind("strategy"), Texts("fi"))
