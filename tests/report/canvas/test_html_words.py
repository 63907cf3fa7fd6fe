"""Pages say what is not written, not measured and not noted in the words of every other format."""

from __future__ import annotations

import re

from tests.report.canvas.canvases import canvas_text, view_of

from cxkit.report.canvas.html_page import html
from cxkit.report.canvas.markdown import markdown

SOFT_HYPHEN = "\N{SOFT HYPHEN}"


def page(text: str) -> str:
    """Return a page in Finnish, without the places at which words may break."""
    return html(view_of(text, "fi")).replace(SOFT_HYPHEN, "")


def test_a_section_that_is_not_written_says_so_as_in_a_document() -> None:
    text = canvas_text("reflection", "sections: [{id: learning, text: Opin kysymään.}]")
    assert page(text).count("ei vielä kirjoitettu") == 6
    assert markdown(view_of(text, "fi")).count("ei vielä kirjoitettu") == 6


def test_what_is_not_measured_is_told_from_what_is_not_noted() -> None:
    body = "stages: [{id: s, touchpoints: [{id: a, data: none}, {id: b}, {id: c, data: [{id: d}]}]}]\n"
    cells = re.findall(r'<div class="cell metrics.*?</dd>', page(canvas_text("journey", body)), re.DOTALL)
    said = [
        [word for word in ("ei mitata", "ei kirjattu", "ei vielä tulosta") if word in cell] for cell in cells
    ]
    assert said == [["ei mitata"], ["ei kirjattu"], ["ei vielä tulosta"]]


def test_a_metric_without_a_result_says_what_it_is() -> None:
    items = "{id: d, item: Kysely noudosta, method: CSAT}, "
    items += "{id: e, item: Ovilaskuri, method: NPS, result: {value: 7}}"
    told = page(canvas_text("journey", f"stages: [{{id: s, touchpoints: [{{id: a, data: [{items}]}}]}}]\n"))
    assert '<p class="grey">Kysely noudosta</p>' in told
    assert '<p class="unseen">Ovilaskuri</p>' in told
