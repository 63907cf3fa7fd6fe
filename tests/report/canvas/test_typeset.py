"""PDF and PNG: every text of the picture is there, tagged and in order, on sheets that no row is cut by."""

import io
import struct
import sys
from pathlib import Path
from typing import Any

import pypdf
import pytest
from tests.report.canvas.canvases import canvas_text, view_of
from tests.report.canvas.journeys import HOSTILE, hostile, library

from cxkit.canvas.kind import own_kind
from cxkit.documents.diagnostics import UnreadableFile
from cxkit.locale.texts import Texts
from cxkit.report.canvas import typeset
from cxkit.report.canvas.drawing import TextLines
from cxkit.report.canvas.formats import NotRendered
from cxkit.report.canvas.glyphs import INSTEAD
from cxkit.report.canvas.pictures import picture
from cxkit.report.canvas.view import View

WHOLE_NAME = {
    "fullName": "Kirjasto Regular",
    "psName": "Kirjasto-Regular",
    "uniqueFontIdentifier": "Kirjasto 1",
    "version": "Version 1.0",
}


def view(journey, language="fi"):
    return View(journey, own_kind("journey"), Texts(language))


def tags(reader):
    """Yield the types of all structure elements, in order."""

    def below(element):
        if isinstance(element, pypdf.generic.DictionaryObject):
            if "/S" in element:
                yield element["/S"]
            kids = element.get("/K", [])
            for kid in kids if isinstance(kids, list) else [kids]:
                yield from below(kid.get_object())

    return list(below(reader.trailer["/Root"]["/StructTreeRoot"]))


@pytest.fixture(scope="module")
def library_pdf():
    return typeset.pdf(view(library()))


def test_a_pdf_says_what_it_is(library_pdf):
    reader = pypdf.PdfReader(io.BytesIO(library_pdf.content))
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"] == "fi"
    assert root["/MarkInfo"]["/Marked"].value is True
    assert b"pdfuaid" in root["/Metadata"].get_data()
    assert reader.metadata is not None
    assert reader.metadata.title == "Varatun kirjan noutaminen omatoimikirjastosta"
    assert "Veikko" in (reader.metadata.subject or "")


def test_every_text_is_in_the_pdf_as_a_tagged_text(library_pdf):
    reader = pypdf.PdfReader(io.BytesIO(library_pdf.content))
    written = "".join("".join(page.extract_text() for page in reader.pages).split())
    texts = [one for one in picture(view(library())).drawing.shapes if isinstance(one, TextLines)]
    assert len(texts) > 200
    for text in texts:
        for line in text.lines:
            assert "".join(line.split()).replace("\u00ad", "") in written
    found = tags(reader)
    assert found.count("/H1") == 1
    assert found.count("/P") > 150


def test_pages_are_a3_and_repeat_the_band(library_pdf):
    reader = pypdf.PdfReader(io.BytesIO(library_pdf.content))
    assert len(reader.pages) > 1
    for page in reader.pages:
        assert [round(float(side) / 72 * 25.4) for side in page.mediabox[2:]] == [420, 297]
        assert "Varaushylly" in page.extract_text()
    assert library_pdf.messages == ()


def test_the_same_view_gives_the_same_bytes(library_pdf):
    assert typeset.pdf(view(library())).content == library_pdf.content
    image = typeset.png(view(library()), "dark").content
    assert typeset.png(view(library()), "dark").content == image
    drawn = picture(view(library()))
    assert struct.unpack(">II", image[16:24]) == (drawn.width * 2, pytest.approx(drawn.height * 2, abs=1))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_set_and_what_is_lost_is_said(text):
    made = typeset.pdf(view(hostile(2, 5, text)))
    reader = pypdf.PdfReader(io.BytesIO(made.content))
    foreign = any(ord(sign) > 0x500 for sign in text)
    assert any("in no font" in message for message in made.messages) == foreign
    if foreign:
        assert INSTEAD in reader.pages[0].extract_text()
    assert not any(message.startswith("The text") for message in made.messages)


def test_sixty_touchpoints_go_on_on_further_sheets_beside_the_labels():
    made = typeset.pdf(view(hostile(60, 2, "Palvelupiste"), "en"))
    assert not any("larger than A3" in message for message in made.messages)
    pages = pypdf.PdfReader(io.BytesIO(made.content)).pages
    for number, page in enumerate(pages, 1):
        assert [round(float(side) / 72 * 25.4) for side in page.mediabox[2:]] == [420, 297]
        text = page.extract_text()
        assert "Touchpoint" in text and f"{number} / {len(pages)}" in text
    assert "60" in pages[-1].extract_text()


def test_a_page_larger_than_a3_says_what_to_do():
    notes = ", ".join(["'" + "Pitkä sana " * 60 + "'"] * 12)
    made = typeset.pdf(view_of(canvas_text("bmc", f"blocks: {{channels: [{notes}]}}\n"), "fi"))
    (message,) = made.messages
    assert "larger than A3" in message
    assert message.endswith(
        "print it on larger paper or scaled to A3, or write HTML, which breaks between rows."
    )


def test_a_font_of_the_users_own_has_its_letters(tmp_path):
    text = "图书馆预约图书的客户旅程"
    font = own_font(tmp_path, text, **WHOLE_NAME)
    made = typeset.pdf(view(hostile(1, 1, text)), [font])
    assert not any("in no font" in message for message in made.messages)
    reader = pypdf.PdfReader(io.BytesIO(made.content))
    assert "图书馆" in "".join(reader.pages[0].extract_text().split())


@pytest.mark.parametrize(("content", "said"), [(b"no font at all", "is no font"), (None, "cannot be read")])
def test_what_is_no_font_is_said(tmp_path, content, said):
    path = tmp_path / "letters.ttf"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UnreadableFile, match=said):
        typeset.png(view(library()), "light", [path])


def test_a_font_without_a_name_is_refused(tmp_path):
    with pytest.raises(UnreadableFile, match="The font Kirjasto is not one that can be set"):
        typeset.png(view(library()), "light", [own_font(tmp_path, "图")])


def test_without_the_extra_a_sentence_says_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    monkeypatch.setattr(typeset, "find_spec", lambda _: None)
    with pytest.raises(NotRendered, match=r"pip install 'cxkit\[pdf\]'"):
        typeset.pdf(view(library()))


def own_font(folder: Path, letters: str, **more: str) -> Path:
    """Write a font with a square for each letter."""
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    pen = TTGlyphPen(None)
    for point in [(100, 0), (900, 0), (900, 800)]:
        (pen.moveTo if point == (100, 0) else pen.lineTo)(point)
    pen.closePath()
    square = pen.glyph()
    names = {letter: f"uni{ord(letter):04X}" for letter in letters}
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", *dict.fromkeys(names.values())])
    builder.setupCharacterMap({ord(letter): name for letter, name in names.items()})
    builder.setupGlyf(dict.fromkeys((".notdef", *names.values()), square))
    builder.setupHorizontalMetrics(dict.fromkeys((".notdef", *names.values()), (1000, 100)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Kirjasto", "styleName": "Regular", **more})
    builder.setupOS2()
    builder.setupPost()
    path = folder / "own.ttf"
    builder.save(path)
    return path
