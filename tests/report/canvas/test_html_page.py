"""Pages are whole: one file without scripts and addresses, in one language, with headings in order."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from tests.canvas.canvases import canvas_text
from tests.report.canvas.journeys import HOSTILE, hostile, library

from cxkit.canvas.journey import Stage
from cxkit.canvas.kind import OWN_KINDS, own_kind
from cxkit.canvas.load import load_canvas_text
from cxkit.canvas.workspace import Workspace
from cxkit.locale.texts import LANGUAGES, Texts
from cxkit.report.canvas.html_page import html
from cxkit.report.canvas.html_sheets import SHEET
from cxkit.report.canvas.view import View

VOID = {"meta", "path", "circle", "rect", "br", "link", "input", "img"}


def page_of(kind, language="fi", text=None):
    canvas = load_canvas_text(text or canvas_text(kind), file=f"{kind}.yaml").or_refuse()[0]
    return html(View(canvas, own_kind(kind), Texts(language), Workspace()))


def body(page):
    return page[page.index("<body>") :]


class Reader(HTMLParser):
    """Reads a page strictly: what is opened is closed, in order."""

    def __init__(self, page):
        super().__init__()
        self.open: list[str] = []
        self.headings: list[int] = []
        self.tags: list[tuple[str, dict]] = []
        self.ids: list[str | None] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.ids += [value for name, value in attrs if name == "id"]
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", OWN_KINDS)
def test_a_page_is_whole(kind, language):
    page = page_of(kind, language)
    read = Reader(page)
    names = [tag for tag, _ in read.tags]
    assert read.tags[0] == ("html", {"lang": language})
    assert [names.count(one) for one in ("header", "main", "footer", "h1")] == [1, 1, 1, 1]
    assert read.headings[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(read.headings))
    assert len(read.ids) == len(set(read.ids))
    assert {"script", "link", "img", "iframe"}.isdisjoint(names)
    assert all(not name.startswith("on") for _, attributes in read.tags for name in attributes)


@pytest.mark.parametrize("kind", OWN_KINDS)
def test_a_page_reaches_nothing_outside_itself(kind):
    page = page_of(kind)
    assert "http" not in re.sub(r"doi 10\.\S+", "", page)
    assert all(found.startswith("data:") for found in re.findall(r"url\(([^)]*)\)", page))
    assert "@import" not in page


@pytest.mark.parametrize("kind", OWN_KINDS)
def test_the_same_view_makes_the_same_page(kind):
    assert page_of(kind) == page_of(kind)


@pytest.mark.parametrize(("kind", "language"), list(zip(OWN_KINDS, LANGUAGES * 5, strict=True)))
def test_pages(kind, language, golden):
    golden(f"canvas/{kind}.{language}.html", body(page_of(kind, language)))


@pytest.mark.parametrize("text", HOSTILE[:1])
def test_a_text_never_becomes_markup(text):
    page = html(View(hostile(2, 2, text), own_kind("journey"), Texts("fi")))
    assert "<script" not in page and "alert(1)" in page
    Reader(page)


def test_a_journey_says_its_curves_in_numbers():
    page = html(View(library(), own_kind("journey"), Texts("fi")))
    labels = [one["aria-label"] for tag, one in Reader(page).tags if tag == "svg" and "aria-label" in one]
    (said,) = [label for label in labels if "Tunnekäyrä" in label]
    assert "Aino: 1 Verkkokirjaston haku +1, 2 Saatavuustieto ja varausjono −1" in said
    assert "Veikko: 1 Verkkokirjaston haku −1" in said
    assert page.count("Kriittinen") == 4, "on the screen, and for pages of paper"


def test_values_stay_beside_names_that_are_read_from_the_right():
    points = "stages: [{id: s, touchpoints: [{id: t, title: مكتبة, emotion: {a: -2, b: 1}}]}]\n"
    personas = "personas: [{id: a, name: ليلى}, {id: b, name: Aino}]\n"
    page = body(page_of("journey", text=JOURNEY + personas + points))
    assert (
        "<dd><bdi>ليلى</bdi> −2, Aino +1</dd>" in page and '<dd class="where">1 <bdi>مكتبة</bdi></dd>' in page
    )
    assert '<span dir="rtl">ليلى</span> <b>−2</b>' in page
    assert "\u2068ليلى\u2069: 1 \u2068مكتبة\u2069 −2. Aino: 1" in page


@pytest.mark.parametrize("touchpoints", [1, SHEET, SHEET + 1, 3 * SHEET])
def test_a_wide_map_is_printed_on_sheets(touchpoints):
    page = html(View(hostile(touchpoints, 1, "Neuvonta"), own_kind("journey"), Texts("en")))
    assert page.count('<div class="sheet"') == -(-touchpoints // SHEET)
    assert page.count("(continued)</small></h2>") == page.count('<div class="sheet"') - 1
    heads = page.split('<div class="again" aria-hidden="true">')[1:]
    assert len(heads) == page.count('<div class="sheet"')
    assert sum(one.partition('<div class="sheet"')[0].count('class="called"') for one in heads) == touchpoints
    assert page.count("<article") == touchpoints


JOURNEY = "kind: journey\nversion: 1\nid: j\ntitle: Nouto\nlanguage: fi\n"


def test_an_empty_journey_asks():
    page = page_of("journey", text=JOURNEY)
    Reader(page)
    page = body(page)
    assert "Mitä asiakas haluaa saada aikaan?" in page and "Kenen polku tämä on?" in page
    assert 'class="map"' not in page and 'class="legend"' not in page


def test_the_head_says_what_a_journey_comes_from_and_turns_into():
    head = JOURNEY + "goal: Kirja\nscenario: Ilta\ntype: exception\nbased_on: ydin\n"
    page = body(page_of("journey", text=head + "turned_round: [Soitto, Lupaus]\n"))
    assert "<b>Tavoite.</b> Kirja" in page and "<b>Lähtökohtana.</b> ydin" in page
    assert "<li>Soitto</li><li>Lupaus</li>" in page


def test_a_stage_that_does_not_fit_begins_a_sheet():
    journey = hostile(14, 1, "Neuvonta")
    points = journey.stages[0].touchpoints
    stages = tuple(
        Stage(id=f"s{number}", touchpoints=held) for number, held in enumerate((points[:8], points[8:], ()))
    )
    changed = journey.model_copy(update={"stages": stages})
    page = html(View(changed, own_kind("journey"), Texts("en")))
    assert page.count('<div class="sheet"') == 2 and "(continued)" not in page
    assert 'Stages without touchpoints: <span lang="fi">s2</span>' in page


def test_what_is_not_measured_and_not_judged_is_said():
    points = """\
stages:
  - id: s
    touchpoints:
      - {id: a, data: none, why: Laki, opportunities: [{text: Opaste}], lanes: {frontstage_tech: Automaatti}}
      - {id: b, emotion: 1, data: [{id: d, method: NPS}, {id: e, item: Kysely}], notes: Huomio}
"""
    page = page_of("journey", text=JOURNEY + points)
    Reader(page)
    page = body(page)
    assert "ei mitata" in page and "Laki" in page and page.count("ei vielä tulosta") >= 2
    assert (
        'class="bars"' not in page
        and "Näyttämön järjestelmät" in page.replace("\xad", "")
        and "Huomio" in page
    )


def test_the_legend_explains_only_what_occurs():
    def words(*touchpoints):
        points = "".join(f"      - {{id: t{at}, {one}}}\n" for at, one in enumerate(touchpoints))
        page = page_of("journey", text=f"{JOURNEY}stages:\n  - id: s\n    touchpoints:\n{points}")
        legend = page.partition('class="legend">')[2].partition("</ul>")[0]
        return re.findall(r"(?<=>)[^<>\n]+(?=</li>)", legend)

    few = "data: [{id: d, method: CSAT, result: {value: 4, n: 12}}]"
    assert words("mode: online") == ["verkossa"]
    found = ["molemmat", "kanava ei tiedossa", "kriittinen kohtaamispiste", "alle 30 vastaajaa"]
    assert words(few, "mode: both, critical: true") == found


def test_a_result_without_a_scale_says_so():
    points = "stages: [{id: s, touchpoints: [{id: t, data: [{id: d, method: open, result: {value: 47}}]}]}]\n"
    page = body(page_of("journey", text=JOURNEY + points))
    assert '<p class="answers">ei asteikkoa</p>' in page and 'class="scale"' not in page


def test_an_objective_without_a_battle_stands_apart():
    strategy = """\
kind: strategy
version: 1
id: s
title: S
language: fi
battles: [{id: nouto}]
okrs:
  - {id: o, key_results: [{text: Kysely, start: 3, current: 3, target: 3, unit: p}, {text: Muu, current: 2}]}
"""
    page = body(page_of("strategy", text=strategy))
    assert "Ilman taistelua" in page and "ei vielä tavoitetta" in page and "nyt 3 p" in page
    assert page.count('class="scale"') == 1


def test_stages_without_touchpoints_are_named():
    assert "Vaiheet ilman kohtaamispisteitä: later" in body(page_of("journey"))


def test_a_text_in_another_language_is_marked():
    page = page_of("persona", "en")
    assert '<span lang="fi">Lukupiiri</span>' in page


@pytest.mark.parametrize("answered", [["quote"], ["motivation", "quote"], ["name", "role", "wants", "quote"]])
def test_each_answer_of_a_persona_has_the_place_of_its_question(answered):
    head = "kind: persona\nversion: 1\nid: p\ntitle: P\nlanguage: en\n"
    page = page_of("persona", "en", head + "".join(f"{one}: About {one}\n" for one in answered))
    for one in set(answered) - {"name", "role"}:
        place = page.partition(f'is-{one}"')[2].partition("</section>")[0]
        assert f"About {one}" in place
    assert "What good do they" in page.partition('is-value_we_give"')[2].partition("</section>")[0]


def test_nothing_stands_where_a_gathered_list_is_empty():
    assert not re.search(r"<dl[^>]*>\s*</dl>|<tbody>\s*</tbody>", page_of("reflection"))


def test_what_is_empty_shows_its_question():
    page = page_of("empathy", "en", "kind: empathy\nversion: 1\nid: e\ntitle:\nlanguage: en\n")
    assert '<p class="none">What really occupies or excites them?</p>' in page
