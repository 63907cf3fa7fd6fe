"""Printed, a page is on A3 sheets that lie, in light, and no row of a map is split between two of them."""

import io

import pypdf
import pytest
from tests.browser.chromium import printed
from tests.browser.pages import filled
from tests.report.canvas.journeys import hostile

from cxkit.canvas.kind import own_kind
from cxkit.locale.texts import Texts
from cxkit.report.canvas.html_page import html
from cxkit.report.canvas.view import View

A3 = (1191, 842)


def pages(page, folder):
    return pypdf.PdfReader(io.BytesIO(printed(page, folder).read_bytes())).pages


def test_a_wide_journey_goes_on_on_further_sheets_without_split_rows(tmp_path):
    text = "alkaa " + "sanoja " * 25 + "loppuu"
    page = html(View(hostile(12, 2, text), own_kind("journey"), Texts("fi")))
    found = [one.extract_text() for one in pages(page, tmp_path)]
    assert len(found) >= 4
    counts = [(said.count("alkaa"), said.count("loppuu")) for said in found]
    assert all(begun == ended for begun, ended in counts)
    assert sum("kanava ja vastuu" in said for said in found) == 2, "each sheet begins with the labels"


@pytest.mark.parametrize("kind", ["journey", "slbmc", "measurement"])
def test_sheets_are_a3_and_lie(kind, tmp_path):
    for one in pages(filled()[f"{kind} fi"], tmp_path):
        assert (round(one.mediabox.width), round(one.mediabox.height)) == A3
