"""Pictures say what a canvas holds, also where it is unusual, and name what is not there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.report.canvas.canvases import canvas_text, view_of
from tests.report.canvas.drawn import full

from cxkit.canvas.kind import Kind
from cxkit.canvas.load import Kinds
from cxkit.report.canvas.curve import monotone
from cxkit.report.canvas.curve_names import CurveName, draw_first_names
from cxkit.report.canvas.drawing import Circle, Drawing, Line, Path, Rect, TextLines
from cxkit.report.canvas.measuring import width
from cxkit.report.canvas.pictures import drawing, picture
from cxkit.report.canvas.tokens import THEMES

LIGHT = THEMES["light"]


def texts(view):
    return [shape.text for shape in picture(view).drawing.shapes if isinstance(shape, TextLines)]


def test_objectives_of_no_battle_have_a_column_of_their_own():
    battles = "".join(f"  - {{id: b{number}, title: Taistelu {number}}}\n" for number in range(7))
    okrs = "  - {id: o1, objective: Kaikki löytävät ovesta, battle: muualla, team: Ovitiimi}\n"
    said = texts(view_of(canvas_text("strategy", f"battles:\n{battles}okrs:\n{okrs}"), "fi"))
    assert [f"Taistelu {number}" in said for number in range(7)] == [True] * 7
    assert "Ilman taistelua" in said and "Kaikki löytävät ovesta" in said
    assert said.count("ei vielä tavoitetta") == 7


@pytest.mark.parametrize(
    ("figures", "said", "dots"),
    [
        ("start: 3.1, target: 5.5, current: 4.3", ["nyt 4,3", "alussa 3,1", "tavoite 5,5"], 1),
        ("start: 3, target: 3, current: 3", ["nyt 3", "alussa 3", "tavoite 3"], 0),
        ("target: 80, unit: '%'", ["tavoite 80 %"], 0),
        ("start: 10, target: 2", ["alussa 10", "tavoite 2"], 0),
    ],
)
def test_key_results_show_the_way_gone(figures, said, dots):
    okr = f"okrs: [{{id: o, unit: Ovi, objective: Ovi auki, key_results: [{{text: Mittari, {figures}}}]}}]\n"
    view = view_of(canvas_text("strategy", okr), "fi")
    assert set(said) <= set(texts(view))
    assert sum(isinstance(shape, Circle) for shape in picture(view).drawing.shapes) == dots


def test_a_stage_may_be_claimed_without_being_reached():
    body = """
claimed: culture
stages:
  - {id: understand, criteria: [{text: Mitataan, met: true, evidence: Raportti, date: 2026-01-31}]}
  - {id: engage, criteria: [{text: Koulutetaan, met: false}, {text: Kuvataan}]}
"""
    said = texts(view_of(canvas_text("maturity", body), "en"))
    assert (
        "Stage reached: 1 Understanding the present state. "
        "The organisation says of itself: 4 Part of company culture."
    ) in said
    assert {"Reached", "Claimed", "met, 31 Jan 2026", "not met", "not judged yet"} <= set(said)


def test_what_works_against_customers_is_an_alarm():
    body = "incentives: [{text: Lyhyt puhelu palkitaan, against: Asiakas haluaa tulla kuulluksi}]\n"
    (alarm,) = (
        shape
        for shape in picture(view_of(canvas_text("programme", body), "fi")).drawing.shapes
        if isinstance(shape, TextLines) and "kuulluksi" in shape.text
    )
    assert alarm.text == "vastoin asiakkaan odotusta: Asiakas haluaa tulla kuulluksi"
    assert alarm.ink == LIGHT.critical


def test_ids_stand_in_for_what_the_folder_does_not_hold():
    body = "core_journey: polku\ncritical_points: [{touchpoint: nouto, metric: CSAT}]\n"
    assert {"polku", "nouto"} <= set(texts(view_of(canvas_text("programme", body), "fi")))
    body = (
        "blocks: {customer: {personas: [aino]}, path: {channels: [ovi], touchpoints: [{id: t, data: [d]}]}}\n"
    )
    said = set(texts(view_of(canvas_text("measurement", body), "fi")))
    assert {"aino", "ei vielä kuvattu", "Kanavat: ovi", "t", "d"} <= said


def test_an_exception_says_how_it_is_turned_round():
    core = canvas_text("journey", "type: core\n").replace("Otsikko", "Ydin")
    body = "type: exception\nbased_on: journey\nturned_round: [Soitetaan, Pyydetään anteeksi.]\n"
    other = canvas_text("journey", body).replace("id: journey", "id: poikkeus")
    said = texts(view_of(other, "fi", core))
    assert "Soitetaan. Pyydetään anteeksi." in said
    assert "Asiakaspolku · poikkeus · pohjana: Ydin" in said


def test_a_touchpoint_without_data_says_why():
    body = """
stages:
  - id: s
    touchpoints:
      - {id: a, data: none, why: Puhetta ei kuunnella}
      - {id: b}
      - {id: c, data: [{id: d, item: Kysely, method: CSAT}]}
"""
    said = texts(view_of(canvas_text("journey", body), "fi"))
    assert {"ei mitata", "Puhetta ei kuunnella", "ei vielä tulosta"} <= set(said)
    assert said.count("ei mitata") == 1


def test_a_stage_without_touchpoints_keeps_its_column():
    middle = "{id: b, title: Keski, touchpoints: [{id: t}]}"
    body = f"stages: [{{id: a, title: Alku}}, {middle}, {{id: c, title: Loppu}}]\n"
    said = texts(view_of(canvas_text("journey", body), "fi"))
    assert {"Alku", "Keski", "Loppu", "t"} <= set(said)
    assert said.count("ei kirjattu") == 2 + 7
    said = texts(view_of(canvas_text("journey", "stages: [{id: a, title: Alku}]\n"), "fi"))
    assert "Alku" in said and said.count("ei kirjattu") == 1


@pytest.mark.parametrize("kind", ["measurement", "slbmc"])
def test_blocks_are_read_in_the_order_of_their_numbers(kind):
    view = full(kind, "en")
    titles = [block.title.get("en") for block in sorted(view.kind.blocks, key=lambda block: block.n or 0)]
    assert [text for text in texts(view) if text in titles] == titles


def test_loops_of_a_kind_of_ones_own_are_told_in_words():
    blocks = [
        {"id": "a", "n": 1, "title": "Ensin", "grid": [1, 1, 1, 1]},
        {"id": "b", "n": 2, "title": "Sitten", "grid": [1, 2, 1, 1]},
    ]
    kind = Kind.model_validate(
        {
            "kind": "canvas-kind",
            "version": 1,
            "id": "oma",
            "title": "Oma",
            "purpose": "Kokeilu.",
            "size": [1, 2],
            "blocks": blocks,
            "loops": [[2, 1]],
        }
    )
    said = texts(view_of(canvas_text("oma", "blocks: {a: Sana}\n"), "fi", kinds=Kinds((kind,))))
    assert "1 Ensin" in said and "→" in said and "2 Sitten" not in said


def test_a_sheet_grows_for_a_kind_with_many_columns():
    blocks = [{"id": f"b{at}", "title": f"Lohko {at}", "grid": [1, at + 1, 1, 1]} for at in range(40)]
    head = {"kind": "canvas-kind", "version": 1, "id": "oma", "title": "Oma", "purpose": "Kokeilu."}
    kind = Kind.model_validate(head | {"size": [1, 40], "blocks": blocks})
    made = picture(view_of(canvas_text("oma", "blocks: {b39: Sana}\n"), "fi", kinds=Kinds((kind,))))
    assert made.width == 40 * 150 + 2 * 48
    lines = [shape for shape in made.drawing.shapes if isinstance(shape, TextLines)]
    assert max(text.x + text.room for text in lines) <= made.width - 48 + 1


POINTS = st.lists(st.lists(st.integers(-2, 2), min_size=2, max_size=6), min_size=1, max_size=5).filter(
    lambda series: len({len(one) for one in series}) == 1
)


@given(POINTS)
def test_first_names_keep_clear_of_lines_and_dots(series):
    curves = [
        tuple((200.0 + 170 * at + 24 * number, 100.0 - 40 * value) for at, value in enumerate(values))
        for number, values in enumerate(series)
    ]
    made = Drawing()
    names = [
        CurveName(f"Persoona {number}", "#000000", points, tuple(monotone(points)), ends=number % 2 == 0)
        for number, points in enumerate(curves)
    ]
    draw_first_names(made, names, top=0, bottom=200, room=150, right=1200)
    lines = [
        segment.at(step / 60)
        for points in curves
        for segment in monotone(points)
        for step in range(61)
    ]  # fmt: skip
    for name in made.shapes:
        assert isinstance(name, TextLines)
        left, right = name.x, name.x + width(name.text, name.size, name.style)
        top, bottom = name.y - name.size * 0.75, name.y + name.size * 0.2
        assert not any(left < x < right and top < y < bottom for x, y in lines)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_colours_are_the_themes_own(theme):
    own = set(THEMES[theme].personas) | {
        getattr(THEMES[theme], name) for name in THEMES[theme].__slots__ if name != "personas"
    }
    for kind in ("journey", "measurement", "maturity", "slbmc"):
        made, _, _ = drawing(full(kind, "fi"), theme)
        for shape in made.shapes:
            match shape:
                case TextLines():
                    used = {shape.ink}
                case Line():
                    used = {shape.stroke}
                case Rect() | Circle() | Path():
                    used = {shape.fill, shape.stroke} - {""}
            assert used <= own
