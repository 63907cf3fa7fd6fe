"""`cxkit.report.canvas.outline`: what canvases say in words, whatever is missing in them."""

from __future__ import annotations

import pytest
from tests.report.canvas.canvases import canvas_text, example_view, journey_view, view_of
from tests.report.canvas.journeys import library

from cxkit.canvas.kind import OWN_KINDS, Kind
from cxkit.canvas.load import Kinds
from cxkit.documents.text import Text
from cxkit.locale import LANGUAGES
from cxkit.report.canvas.outline import Fact, Facts, Outline, Paragraph, Points, Said, Section, Table, outline
from cxkit.report.canvas.teller import Teller


def section(found: Outline, title: str) -> Section:
    """Return a section by its title."""
    return next(one for one in found.sections if one.title == title)


def facts(items: tuple[object, ...]) -> dict[str, tuple[str, ...]]:
    """Return all facts among items by their labels."""
    return {fact.label: fact.values for item in items if isinstance(item, Facts) for fact in item.facts}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", OWN_KINDS)
def test_an_outline_is_sound(kind: str, language: str) -> None:
    """Headings go down a level at a time, tables are full, and nothing is empty that has to be said."""
    for view in (example_view(kind, language), view_of(canvas_text(kind), language)):
        found = outline(view)
        level = 1
        for one in found.sections:
            assert 2 <= one.level <= level + 1
            level = one.level
            assert one.title
            for item in one.items:
                match item:
                    case Table(header, rows):
                        assert rows
                        assert {len(row) for row in rows} == {len(header)}
                    case Facts(found_facts):
                        assert found_facts
                    case Points(entries):
                        assert entries
                    case Paragraph(text):
                        assert text


@pytest.mark.parametrize("kind", OWN_KINDS)
def test_what_is_filled_asks_nothing_and_what_is_empty_does(kind: str) -> None:
    asked = [one.title for one in outline(example_view(kind, "fi")).sections if one.question]
    assert asked == (["Ydinpolku"] if kind == "programme" else [])  # alone, a plan has no journey to name
    empty = outline(view_of(canvas_text(kind), "fi"))
    quiet = [item for one in empty.sections for item in one.items if isinstance(item, Paragraph | Points)]
    assert quiet
    assert all(item.quiet for item in quiet)


def test_texts_in_another_language_say_so() -> None:
    teller = Teller(view_of(canvas_text("bmc"), "en"))
    assert teller.said(Text((("fi", "Moi"), ("en", "Hello")))).language == ""
    assert teller.said(Text((("sv", "Hej"), ("fi", "Moi")))) == Said("Moi", "fi")
    assert teller.said(Text((("sv", "Hej"), ("fi", "Moi")))).language == "fi"
    assert teller.said(Text((("sv", "Hej"),))).language == "sv"
    assert teller.said(Text.plain("Moi")).language == "fi"
    assert teller.said(Text.plain("Hello"), "en").language == ""


def test_a_journey_in_brief() -> None:
    found = outline(journey_view(library(), "en"))
    assert found.kind_line == "Customer journey map · current state · core journey"
    table = section(found, "Overview").items[0]
    assert isinstance(table, Table)
    assert table.header == ("Stage", "Touchpoint", "Channel", "Aino", "Veikko", "Metric")
    assert table.rows[0][0] == ("Etsintä ja saatavuuden tarkistaminen",)
    assert table.rows[1][0] == ("",)
    assert table.rows[5][1:] == (
        ("6 Varaushylly ja lainausautomaatti (critical)",),
        ("Toimipiste ja verkko (online and on site)",),
        ("−2",),
        ("0",),
        ("CSAT 2 / 5 (n = 148)",),
    )


def test_a_touchpoint_says_what_is_known_and_what_is_not() -> None:
    found = outline(journey_view(library(), "en"))
    told = facts(section(found, "4 Noutoilmoitus").items)
    assert told["Emotion"] == ("Aino +2, Veikko +1",)
    assert told["Value: sacrifices"] == ()
    assert told["Thoughts"] == ("“Löytyykö tämä omasta lähikirjastosta?”",)
    assert "Importance" not in told
    assert told["Support processes"] == ("Kirjastojärjestelmä ja luettelointisäännöt",)


def test_a_touchpoint_without_data_says_why() -> None:
    text = "stages: [{id: s, touchpoints: [{id: a, data: none, why: Secret}, {id: b}, {id: c, data: none}]}]"
    found = outline(view_of(canvas_text("journey", text), "en"))
    assert facts(section(found, "1 a").items)["Data collected"] == ("not measured: Secret",)
    assert facts(section(found, "2 b").items)["Data collected"] == ()
    assert facts(section(found, "3 c").items)["Data collected"] == ("not measured",)


@pytest.mark.parametrize(
    ("item", "said"),
    [
        ("method: NPS, result: {value: 46, n: 389}", "NPS +46 (n = 389)"),
        ("method: NPS, result: {value: -3, unit: points}", "NPS −3 points"),
        ("method: CSAT, result: {value: 4.2, n: 29}", "CSAT 4.2 / 5 (n = 29, small n)"),
        (
            "method: conversion, result: {value: 91, unit: '%', date: 2026-03-01}",
            "Conversion 91% (1 Mar 2026)",
        ),
        ("method: conversion, result: {value: 91, unit: '% collect it'}", "Conversion 91% collect it"),
        ("method: NPS", "NPS"),
        ("item: Diary, result: {value: 7}", "Diary 7"),
        ("result: {value: 7, scale: [0, 10]}", "d 7 / 10"),
        ("method: sales, result: {value: }", "Sales"),
    ],
)
def test_a_metric_in_a_line(item: str, said: str) -> None:
    text = f"stages: [{{id: s, touchpoints: [{{id: t, data: [{{id: d, {item}}}]}}]}}]"
    table = section(outline(view_of(canvas_text("journey", text), "en")), "Overview").items[0]
    assert isinstance(table, Table)
    assert table.rows[0][-1] == (said,)


def test_opportunities_stand_in_the_order_of_their_worth() -> None:
    text = """stages:
  - id: s
    touchpoints:
      - id: t
        opportunities:
          - {text: Little, customer_value: 10, effort: 1}
          - {text: Unknown effort, customer_value: 100}
          - {text: Much, customer_value: 90, business_value: 30, effort: 2}
          - {text: Free, customer_value: 30, effort: 0}
"""
    found = outline(view_of(canvas_text("journey", text), "en"))
    table = section(found, "Opportunities, most value for the effort first").items[0]
    assert isinstance(table, Table)
    assert [row[0] for row in table.rows] == [("Much",), ("Free",), ("Little",)]


def test_a_journey_that_is_based_on_another_names_it() -> None:
    core = canvas_text("journey").replace("id: journey", "id: core")
    text = canvas_text("journey", "type: exception\nbased_on: core\nturned_round: Soitto samana päivänä\n")
    found = outline(view_of(text, "en", core))
    told = {fact.label: fact.values for fact in found.facts}
    assert told["Based on"] == ("Title",)
    assert told["How it is turned round"] == ("Soitto samana päivänä",)
    alone = outline(view_of(text, "en"))
    assert Fact("Based on", ("core",)) in alone.facts


def test_personas_come_from_the_folder_or_are_missed() -> None:
    aino = canvas_text("persona", "name: Aino\nfacts: {age: 34, kieli: ruotsi, empty: }\nquote: Iltaisin.\n")
    text = canvas_text("journey", "personas: [persona, nobody]")
    found = outline(view_of(text, "en", aino))
    assert facts(section(found, "Aino").items) == {
        "Age": ("34",),
        "Kieli": ("ruotsi",),
        "In their words": ("“Iltaisin.”",),
    }
    assert section(found, "nobody").items == (Paragraph("not described yet", quiet=True),)


def test_halves_of_a_block_ask_each_for_itself() -> None:
    text = canvas_text("slbmc", "persona: aino\nblocks: {interaction: {customer: [One, Two]}}")
    found = outline(view_of(text, "en"))
    assert Fact("Persona", ("aino",)) in found.facts
    customer, provider = section(found, "4 Interaction and co-production").items
    assert customer == Points(("One", "Two"), title="Customer")
    assert isinstance(provider, Points)
    assert provider.quiet
    assert provider.entries[0].startswith("How do we help")


def test_progress_is_told_from_start_to_target() -> None:
    text = """battles: [{id: b, title: Nouto}]
okrs:
  - id: o
    battle: b
    key_results:
      - {text: Up, start: 10, target: 20, current: 15, unit: "%"}
      - {text: Down, start: 20, target: 10, current: 12}
      - {text: Away, start: 10, target: 20, current: 5}
      - {text: Still, start: 10, target: 10, current: 10}
      - {text: Unknown, start: 1, target: 2}
"""
    found = outline(view_of(canvas_text("strategy", text), "en"))
    table = section(found, "o").items[1]
    assert isinstance(table, Table)
    assert [row[4] for row in table.rows] == [("50%",), ("80%",), ("-50%",), (), ()]
    assert table.rows[0][1:4] == (("10%",), ("15%",), ("20%",))
    battles = section(found, "Must-win battles").items[0]
    assert isinstance(battles, Table)
    assert battles.rows[0] == (("Nouto",), (), ("o",))


def test_maturity_says_what_is_reached_and_what_is_claimed() -> None:
    text = """claimed: culture
stages:
  - {id: understand, criteria: [{text: A, met: true, evidence: E, date: 2026-01-02}]}
  - {id: engage, criteria: [{text: B, met: false}, {text: C}]}
"""
    found = outline(view_of(canvas_text("maturity", text), "en"))
    assert found.facts[:2] == (
        Fact("Stage reached", ("1 Understanding the present state",)),
        Fact("Stage claimed", ("4 Part of company culture",)),
    )
    table = section(found, "2 Engaging measures").items[-1]
    assert isinstance(table, Table)
    assert table.rows == ((("B",), ("no",), (), ()), (("C",), (), (), ()))
    assert outline(view_of(canvas_text("maturity"), "en")).facts[0] == Fact("Stage reached", ("none yet",))


def test_a_plan_resolves_touchpoints_and_names_incentives() -> None:
    journey = canvas_text("journey", "stages: [{id: s, touchpoints: [{id: t, title: Nouto}]}]")
    text = """core_journey: journey
critical_points: [{touchpoint: t, metric: CSAT}, {title: Muu}, {touchpoint: x}, {metric: NPS}]
incentives: [{text: Bonus, against: Rauha}, {text: Kiitos}]
communication: {internal: Kokous}
ecosystem: {people: Ihmiset}
"""
    found = outline(view_of(canvas_text("programme", text), "en", journey))
    table = section(found, "Critical points").items[0]
    assert isinstance(table, Table)
    assert [row[0] for row in table.rows] == [("Nouto",), ("Muu",), ("x",), ("none identified",)]
    assert section(found, "Core journey").items == (Paragraph("Title"),)
    incentives = section(found, "Incentives").items[0]
    assert isinstance(incentives, Table)
    assert [row[1] for row in incentives.rows] == [("Rauha",), ("nothing that the customer expects",)]
    assert facts(section(found, "Communication").items)["To partners"] == ()
    assert list(facts(section(found, "Ecosystem").items)) == [
        "People", "Organisation", "Partners", "Premises", "Applications",
    ]  # fmt: skip


def test_a_measurement_canvas_names_channels_data_and_blocks() -> None:
    journey = canvas_text("journey", "channels: [{id: web, title: Verkko, mode: online}]")
    text = """blocks:
  path:
    channels: [web, unknown, {id: own, title: Oma}]
    touchpoints: [{id: t, data: [d, x], journey: journey, method: open}]
  data_place: {data: [{id: d, item: Kysely, source: Tabletti, obtained: Heti}]}
  analysis: {analyses: [{id: a, data: [d, x], updates: [1, 9]}]}
"""
    found = outline(view_of(canvas_text("measurement", text), "en", journey))
    channels, table = section(found, "3 Customer's service path").items
    assert facts((channels,)) == {"Channels": ("Verkko", "unknown", "Oma")}
    assert isinstance(table, Table)
    assert table.rows == ((("t",), (), (), ("Open answers",), ("Kysely", "x"), ("Title",)),)
    told = facts(section(found, "a").items)
    assert told["Data collected"] == ("Kysely", "x")
    assert told["Updates the blocks"] == ("1 Understanding and leadership", "9")
    data = section(found, "4 Place of CX data").items[0]
    assert isinstance(data, Table)
    assert data.rows[0][2] == ("Tabletti", "Heti")


def test_notes_and_the_head_of_a_canvas_are_told() -> None:
    text = canvas_text("empathy", "owner: Tiimi\nupdated: 2026-03-14\nnotes: [Yksi, Kaksi]\n")
    found = outline(view_of(text, "fi"))
    assert found.facts[:2] == (Fact("Omistaja", ("Tiimi",)), Fact("Päivitetty", ("14.3.2026",)))
    assert section(found, "Muistiinpanot").items == (Points(("Yksi", "Kaksi")),)


def test_a_kind_of_ones_own_has_an_outline() -> None:
    own = Kind.model_validate(
        {
            "kind": "canvas-kind",
            "version": 1,
            "id": "our-canvas",
            "title": "Our canvas",
            "purpose": "To try.",
            "size": [1, 1],
            "blocks": [{"id": "only", "title": "Only", "question": "What?", "grid": [1, 1, 1, 1]}],
        }
    )
    view = view_of(canvas_text("our-canvas"), "en", kinds=Kinds((own,)))
    found = outline(view)
    assert (found.kind_line, found.sources) == ("Our canvas", ())
    assert found.sections == (Section("Only", (Paragraph("none identified", quiet=True),), question="What?"),)


def test_facts_are_known_in_finnish_and_methods_in_small_letters() -> None:
    persona = "name: Aino\nfacts: {ikä: 34, asuinpaikka: Porvoo, ala: Kirjasto, koko: 12, lemmikki: Kissa}\n"
    told = {fact.label for fact in outline(view_of(canvas_text("persona", persona), "en")).facts}
    assert {"Age", "Lives in", "Industry", "Size", "Lemmikki"} <= told
    teller = Teller(view_of(canvas_text("bmc"), "fi"))
    assert [teller.method(one) for one in ("Open", "csat", "Mutu")] == ["Avoin palaute", "csat", "Mutu"]
