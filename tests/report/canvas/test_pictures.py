"""Pictures hold all of their text inside the sheet, are valid XML, and come out the same each time."""

import re
import xml.etree.ElementTree as ET
from itertools import product

import pytest
from tests.report.canvas import drawn as views
from tests.report.canvas.journeys import HOSTILE, hostile, library

from cxkit.canvas.kind import OWN_KINDS, own_kind
from cxkit.locale.texts import Texts
from cxkit.report.canvas.drawing import TextLines
from cxkit.report.canvas.measuring import Style, width
from cxkit.report.canvas.pictures import picture, svg
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


def without_fonts(text):
    """Fonts make up most of a picture and are tested by their widths."""
    return re.sub(r"url\(data:[^)]*\)", "url(…)", text)


def squeezed(text):
    return re.sub(r"[\s-]", "", text)


def joined(text):
    return squeezed("".join(words or "" for *_, words in boxes(text)))


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
    assert sheet.get("role") == "img" and sheet.get("{http://www.w3.org/XML/1998/namespace}lang") == language
    assert sheet[0].text == library().called.get("fi") and sheet[1].text


def test_themes_differ_in_colours_only():
    def bare(theme):
        drawn = svg(View(library(), own_kind("journey"), Texts("fi")), theme)
        return re.sub("#[0-9A-F]{6}", "#", drawn)

    assert bare("light") == bare("dark")


@pytest.mark.parametrize(("kind", "text"), list(product(OWN_KINDS, HOSTILE)))
def test_hostile_texts_in_every_kind(kind, text):
    hold_together(svg(views.hostile(kind, text)))


@pytest.mark.parametrize(("kind", "language"), list(product(OWN_KINDS, ("fi", "en"))))
def test_every_kind_is_drawn_as_it_was(kind, language, golden):
    drawn = svg(views.full(kind, language))
    hold_together(drawn)
    golden(f"pictures/{kind}.{language}.svg", without_fonts(drawn))


def test_the_dark_theme_is_as_it_was(golden):
    golden("pictures/journey.fi.dark.svg", without_fonts(svg(views.full("journey", "fi"), "dark")))


@pytest.mark.parametrize(("kind", "language"), list(product(OWN_KINDS, ("fi", "en"))))
def test_what_is_empty_asks_its_questions(kind, language):
    view = views.empty(kind, language)
    drawn = svg(view, "dark")
    hold_together(drawn)
    questions = [one.question for one in (*view.kind.fields, *view.kind.blocks, *view.kind.sections)]
    words = joined(drawn)
    assert any(squeezed(one.get(language)) in words for one in questions if one is not None) or kind in (
        "slbmc",
        "maturity",
    )
    if view.kind.attribution is not None:
        assert squeezed(view.kind.attribution.get(language)) in words


@pytest.mark.parametrize("kind", OWN_KINDS)
def test_pictures_have_one_title_and_headings_under_it(kind):
    made = picture(views.full(kind, "fi"))
    roles = [shape.role for shape in made.drawing.shapes if isinstance(shape, TextLines) and shape.role]
    assert roles[0] == 1 and roles.count(1) == 1 and 2 in roles
    assert made.title and made.description.endswith(".")


@pytest.mark.parametrize("kind", OWN_KINDS)
def test_pages_may_break_where_no_text_is(kind):
    made = picture(views.full(kind, "fi"))
    assert made.drawing.breaks
    for shape in made.drawing.shapes:
        if isinstance(shape, TextLines):
            first, last = shape.baselines[0] - shape.size * 0.7, shape.baselines[-1]
            assert not any(first < y < last for y in made.drawing.breaks), shape.text


def test_words_wider_than_their_column_are_told():
    assert picture(views.full("bmc", "fi")).messages == ()
    message, *_ = picture(views.hostile("maturity", "x" * 300)).messages
    assert message == f"A word is wider than its column and was broken: “{'x' * 40}…”"
