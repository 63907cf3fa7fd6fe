"""Printed, a page is on A3 sheets that lie, in light, and no row of a map is split between two of them."""

import io
import re

import pypdf
import pytest
from tests.browser.chromium import printed
from tests.browser.pages import filled
from tests.report.canvas.journeys import hostile

from cxkit.canvas.kind import own_kind
from cxkit.documents.base import Text
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
    assert sum(said.count("kanava ja vastuu") for said in found) == 2, "each sheet begins with the labels"


def test_every_page_of_a_map_begins_with_stages_and_names(tmp_path):
    journey = hostile(12, 2, "Neuvonta " * 30)
    name = {"title": Text.plain("Nouto")}
    stages = tuple(
        stage.model_copy(
            update={"touchpoints": tuple(one.model_copy(update=name) for one in stage.touchpoints)} | name
        )
        for stage in journey.stages
    )
    journey = journey.model_copy(update={"stages": stages})
    page = html(View(journey, own_kind("journey"), Texts("fi")))
    found = [re.sub(r"[\s\xad‐]", "", one.extract_text()) for one in pages(page, tmp_path)]
    rows = ("Tunnekäyrä", "Arvo:haitat", "Kipupisteet", "Takahuone", "Tukiprosessit")
    held = [said for said in found if any(row in said for row in rows)]
    assert len(held) >= 4 and all("Kohtaamispiste" in said for said in held)
    for line, row in (("Näkyvyydenraja", "Takahuone"), ("Sisäisenvuorovaikutuksenraja", "Tukiprosessit")):
        together = [row in said.partition(line)[2] for said in held if line in said]
        assert together == [True, True], "a line stands over its lane"


@pytest.mark.parametrize("kind", ["journey", "slbmc", "measurement"])
def test_sheets_are_a3_and_lie(kind, tmp_path):
    for one in pages(filled()[f"{kind} fi"], tmp_path):
        assert (round(one.mediabox.width), round(one.mediabox.height)) == A3
