"""`cxkit.report.canvas.gathered`: what a folder's canvases say to the sections of a reflection."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.report.canvas.canvases import canvas_text, member, view_of

from cxkit.canvas.example import example_text
from cxkit.canvas.kind import OWN_KINDS, KindSection, own_kind
from cxkit.canvas.load import OURS
from cxkit.canvas.part import CanvasDocument
from cxkit.canvas.reflection import Reflection
from cxkit.canvas.workspace import Workspace
from cxkit.locale import LANGUAGES, Texts
from cxkit.report.canvas.gathered import Gathered, gathered
from cxkit.report.canvas.markdown import markdown
from cxkit.report.canvas.outline import Facts, Paragraph, Points, Table, outline
from cxkit.report.canvas.teller import Teller
from cxkit.report.canvas.view import View

SECTIONS = {section.id: section for section in own_kind("reflection").sections}


def found_for(section: str, *others: str, language: str = "en") -> Gathered:
    """Gather one section of a reflection beside other canvases."""
    view = view_of(canvas_text("reflection"), language, *others)
    return gathered(SECTIONS[section], Teller(view))


def paragraphs(found: Gathered) -> list[str]:
    """Return the sentences among what is gathered."""
    return [item.text for item in found.items if isinstance(item, Paragraph)]


def points(found: Gathered) -> dict[str, tuple[str, ...]]:
    """Return the lists by their titles."""
    return {item.title: item.entries for item in found.items if isinstance(item, Points)}


def facts(found: Gathered) -> dict[str, tuple[str, ...]]:
    """Return all facts by their labels."""
    return {fact.label: fact.values for item in found.items if isinstance(item, Facts) for fact in item.facts}


def table(found: Gathered, title: str = "") -> Table:
    """Return a table by its title."""
    return next(item for item in found.items if isinstance(item, Table) and item.title == title)


@pytest.mark.parametrize("section", SECTIONS.values(), ids=lambda one: one.id)
def test_an_empty_folder_says_what_would_fill_the_section(section: KindSection) -> None:
    found = found_for(section.id)
    assert (found.items, found.sources) == ((), ())
    wanted = {"leading": 2, "learning": 0}.get(section.id, 1)
    assert len(found.wanted) == wanted
    assert all(f"cxkit canvas new {kind}.yaml --kind {kind}" in " ".join(found.wanted)
               for kind in section.takes[:wanted])  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_full_folder_fills_every_section(language: str) -> None:
    kinds = [kind for kind in OWN_KINDS if kind != "reflection"]
    members = [member(example_text(kind, language), f"folder/{kind}.yaml") for kind in ("reflection", *kinds)]
    workspace = Workspace.of(members)
    view = View(members[0].canvas, OURS.kind("reflection"), Texts(language), workspace)
    for section in SECTIONS.values():
        found = gathered(section, Teller(view))
        assert found.wanted == ()
        assert bool(found.items) == bool(found.sources) == (section.id != "learning")
        assert all(source.endswith(".yaml)") and "folder/" not in source for source in found.sources)


MATURITY = """claimed: strategic
stages:
  - {id: understand, criteria: [{text: NPS mitataan, met: true, evidence: Raportti, date: 2026-01-02}]}
  - {id: engage, criteria: [{text: Polut, met: true}, {text: Koulutus, met: false, evidence: Puuttuu}]}
"""


def test_maturity_is_told_with_its_evidence() -> None:
    found = found_for("standing", canvas_text("maturity", MATURITY))
    assert paragraphs(found) == [
        "By its criteria the organisation stands at stage 1 (Understanding the present state).",
        "The organisation itself says stage 3 (Strategic measures).",
    ]
    assert points(found) == {
        "What shows it": ("NPS mitataan – Raportti, 2 Jan 2026",),
        "What is missing from stage 2 (Engaging measures)": ("Koulutus – Puuttuu",),
    }
    assert found.sources == ("Title (canvas-1.yaml)",)


def test_maturity_that_reaches_nothing_or_everything() -> None:
    assert paragraphs(found_for("standing", canvas_text("maturity"))) == [
        "By its criteria the organisation has not yet reached the first stage."
    ]
    stages = "".join(f"  - {{id: {name}, criteria: [{{text: A, met: true}}]}}\n" for name in
                     ("understand", "engage", "strategic", "culture"))  # fmt: skip
    whole = found_for(
        "standing", canvas_text("maturity", f"claimed: culture\nstages:\n{stages}"), language="fi"
    )
    assert paragraphs(whole) == ["Kriteerien mukaan organisaatio on tasolla 4 (Osa yrityskulttuuria)."]
    assert points(whole) == {"Mistä sen näkee": ("A", "A", "A", "A")}


JOURNEY = """type: {type}
goal: Kirja torstaiksi
personas: [{{id: aino, name: Aino}}]
stages:
  - id: s
    touchpoints:
      - id: a
        title: Varaus
        critical: true
        owner: Verkko
        emotion: {{aino: -1}}
        pains: [Jono, Tunnus]
        opportunities: [{{text: Tunnus pois, customer_value: 80, business_value: 20, effort: 1}}]
        data: [{{id: d, method: CES, result: {{value: 3, n: 212}}}}]
      - {{id: b, title: Nouto, critical: true, emotion: -2}}
      - {{id: c, title: Palautus, emotion: 2}}
"""
CORE = canvas_text("journey", JOURNEY.format(type="core"))
EXCEPTION = canvas_text("journey", "type: exception\nturned_round: Soitto\n").replace(
    "id: journey", "id: poikkeus"
)


def test_the_core_journey_is_told_with_its_points() -> None:
    found = found_for("journey", CORE, EXCEPTION)
    assert paragraphs(found) == ["The core journey is “Title”, with 1 stage and 3 touchpoints."]
    assert facts(found) == {"What the customer wants": ("Kirja torstaiksi",), "Personas": ("Aino",)}
    assert table(found, "Critical points").rows == (
        (("1 Varaus",), ("Aino −1",), ("CES 3 / 7 (n = 212)",), ("Verkko",)),
        (("2 Nouto",), ("−2",), (), ()),
    )
    without = CORE.replace("title: Nouto,", "title: Nouto, data: none,")
    assert table(found_for("journey", without), "Critical points").rows[1][2] == ("not measured",)
    assert points(found) == {
        "Lowest points": ("2 Nouto: −2", "1 Varaus: Aino −1 – Jono · Tunnus"),
        "Variations and exceptions": ("“Title” (exception): Soitto",),
    }
    assert table(found, "Best opportunities").rows[0][2] == ("Jono", "Tunnus")
    assert found.sources == ("Title (canvas-1.yaml)", "Title (canvas-2.yaml)")


def test_without_a_core_journey_all_are_told() -> None:
    found = found_for("journey", canvas_text("journey"))
    assert paragraphs(found) == [
        "No journey is marked as the core journey yet.",
        "The journey “Title” has 0 stages and 0 touchpoints.",
    ]


def test_leading_is_told_on_both_levels() -> None:
    strategy = canvas_text(
        "strategy",
        """vision: Kirja kaikille
battles: [{id: b, title: Nouto sujuu}]
exclusions: [Ei kotiinkuljetusta]
review: {next: 2026-09-01, rhythm: Vuosittain}
okrs:
  - id: o
    objective: Nouto viidessä minuutissa
    team: Lähikirjasto
    battle: b
    key_results:
      - {text: CSAT, start: 2, target: 4, current: 3}
      - {text: Kesto, target: 5, current: 9, unit: min}
      - {text: Muu}
""",
    )
    plan = canvas_text("programme", "owner: Tiimi\ntime: Syksy\n")
    found = found_for("leading", strategy, plan)
    assert paragraphs(found) == [
        "The strategy “Title” has 1 must-win battle and 1 objective.",
        "The plan “Title” is owned by: Tiimi.",
    ]
    told = facts(found)
    assert told["Next review"] == ("1 Sep 2026", "Vuosittain")
    assert told["Must-win battles"] == ("Nouto sujuu",)
    assert (told["Time"], told["Investment"]) == (("Syksy",), ())
    assert table(found, "Objectives on the operational level").rows == (
        (
            ("Nouto viidessä minuutissa",),
            ("Lähikirjasto",),
            ("Nouto sujuu",),
            ("CSAT: 3, target 4 (50%)", "Kesto: 9 min, target 5 min", "Muu"),
        ),
    )
    assert paragraphs(found_for("leading", canvas_text("programme"))) == [
        "The plan “Title” has no owner yet."
    ]
    assert len(found_for("leading", strategy).wanted) == 1


def test_measuring_takes_figures_from_the_canvas_or_from_a_journey() -> None:
    canvas = canvas_text(
        "measurement",
        """blocks:
  path: {touchpoints: [{id: t, method: CES, data: [d]}, {id: u, data: [e]}, {id: v}]}
  data_place: {data: [{id: e, result: {value: 61}}]}
  analysis: {analyses: [{id: kuukausi, owner: Riikka, audience: Tiimi}]}
  organisation: {reaction_time: Kaksi päivää, compared_with: {business: Kulut}}
""",
    )
    found = found_for("measuring", canvas, CORE)
    assert paragraphs(found) == [
        "On the journey “Title” 1 of 3 touchpoints are measured. Without a metric: 2 Nouto and 3 Palautus."
    ]
    methods, analyses = (item for item in found.items if isinstance(item, Table))
    assert methods.rows == (
        (("t",), ("CES",), ("3 / 7 (n = 212)",)),
        (("u",), (), ("61",)),
        (("v",), ("not measured",), ()),
    )
    assert analyses.rows == ((("kuukausi",), ("Riikka",), ("Tiimi",), ()),)
    assert facts(found) == {"How fast we react": ("Kaksi päivää",), "Business metrics beside it": ("Kulut",)}
    assert found.sources == ("Title (canvas-2.yaml)", "Title (canvas-1.yaml)")
    alone = found_for("measuring", canvas)
    assert paragraphs(alone) == ["2 of 3 touchpoints in the table are measured."]
    assert alone.sources == ("Title (canvas-1.yaml)",)


def test_a_journey_that_is_measured_throughout_names_no_point_without() -> None:
    measured = canvas_text(
        "journey", "stages: [{id: s, touchpoints: [{id: a, data: [{id: d, method: CES}]}]}]"
    )
    assert paragraphs(found_for("measuring", measured, language="fi")) == [
        "Polun ”Otsikko” kohtaamispisteistä mitataan 1/1."
    ]


def test_without_a_measurement_canvas_journeys_say_what_they_measure() -> None:
    found = found_for("measuring", CORE, EXCEPTION)
    assert table(found, "What is measured: Title").rows == ((("Varaus",), ("CES 3 / 7 (n = 212)",)),)
    assert found.sources == ("Title (canvas-1.yaml)",)
    assert len(found.wanted) == 1


def test_change_rests_on_opportunities_hopes_and_hindrances() -> None:
    slbmc = canvas_text("slbmc", "blocks: {cost_structure: {customer: Turha matka, provider: Palkat}}")
    empathy = canvas_text("empathy", "blocks: {pains: Kiire, hear: Muuta}")
    plan = canvas_text("programme", "incentives: [{text: Bonus jonosta, against: Rauha}, {text: Kiitos}]")
    found = found_for("change", CORE, slbmc, empathy, plan)
    assert table(found, "Opportunities, most value for the effort first").rows[0][:2] == (
        ("Tunnus pois",),
        ("1 Varaus",),
    )
    assert points(found) == {"Low points that no opportunity answers yet": ("2 Nouto: −2",)}
    assert facts(found) == {"Cost structure – Customer": ("Turha matka",), "Pains": ("Kiire",)}
    assert paragraphs(found) == [
        "“Title” says what the customer hopes for, what is promised and what it takes.",
        "“Title” says what troubles the customer and what would be a success.",
    ]
    assert not any(item.title for item in found.items if isinstance(item, Facts))
    assert table(found, "What pulls against the aim").rows == ((("Bonus jonosta",), ("Rauha",)),)
    assert found.wanted == ()
    assert len(found.sources) == 4


def test_opportunities_of_several_journeys_say_whose_they_are() -> None:
    found = found_for("change", CORE, EXCEPTION)
    chances = table(found, "Opportunities, most value for the effort first")
    assert chances.rows[0][:3] == (("Tunnus pois",), ("Title",), ("1 Varaus",))
    assert chances.numbers == {4, 5, 6}


def test_the_organisation_is_told_with_its_customers() -> None:
    persona = canvas_text("persona", "name: Aino\nrole: Opiskelija\norganisation: Kirjasto\nowner: Tiimi\n")
    veikko = canvas_text("persona", "name: Veikko\n").replace("id: persona", "id: veikko")
    plan = canvas_text("programme", "organisation: Kirjasto\necosystem: {premises: Pääkirjasto}\n")
    found = found_for("organisation", persona, veikko, plan)
    assert facts(found) == {
        "Organisation": ("Kirjasto",),
        "Owner of the canvases": ("Tiimi",),
        "Customers": ("Aino – Opiskelija", "Veikko"),
        "Premises": ("Pääkirjasto",),
    }
    assert found.sources == ("Aino (canvas-1.yaml)", "Veikko (canvas-2.yaml)", "Title (canvas-3.yaml)")


def test_personas_in_full_elsewhere_are_no_missing_ones() -> None:
    found = found_for("organisation", CORE)
    assert facts(found)["Customers"] == ("Aino",)
    assert found.wanted == ()


def test_texts_of_a_canvas_in_another_language_say_so() -> None:
    core = CORE.replace("language: fi", "language: sv")
    told = next(item for item in found_for("journey", core).items if isinstance(item, Facts))
    assert getattr(told.facts[0].values[0], "language", None) == "sv"


def test_the_report_keeps_the_writers_words_before_what_is_gathered() -> None:
    text = canvas_text("reflection", "sections: [{id: standing, text: [Ensin tämä., Sitten tuo.]}]")
    sections = outline(view_of(text, "fi", canvas_text("maturity", MATURITY))).sections
    at = [one.title for one in sections].index("Missä organisaatio on nyt")
    assert sections[at].items == (Paragraph("Ensin tämä."), Paragraph("Sitten tuo."))
    assert sections[at].question is None
    assert (sections[at + 1].title, sections[at + 1].level) == ("Kanvaaseista", 3)
    assert sections[at + 1].items[-1] == Paragraph("Lähteet: Otsikko (canvas-1.yaml).")
    assert sections[-1].title == "Oma oppiminen"
    assert sections[-1].question is not None


@pytest.mark.parametrize("kind", [kind for section in SECTIONS.values() for kind in section.takes])
def test_what_is_missing_is_named_until_the_writer_has_written(kind: str) -> None:
    section = next(one.id for one in SECTIONS.values() if kind in one.takes)
    written = canvas_text("reflection", f"sections: [{{id: {section}, text: Omat sanat.}}]")
    lines = [markdown(view_of(text, "fi")) for text in (canvas_text("reflection"), written)]
    named = [kind for kind in SECTIONS[section].takes if f"canvas new {kind}" in lines[0]]
    assert named
    assert [f"canvas new {one}" in lines[1] for one in named] == [False] * len(named)
    assert "*Tähän tulee kypsyystaso, kun kansiossa on kypsyyskanvaasi. Luo se komennolla " in lines[0]
    assert lines[0].count("ei vielä kirjoitettu") == len(SECTIONS)
    assert lines[1].count("ei vielä kirjoitettu") == len(SECTIONS) - 1


LIBRARY = Path(__file__).parents[3] / "examples" / "kirjasto"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_of_the_example_folder_is_whole_in_both_languages(language: str) -> None:
    files = sorted(map(str, LIBRARY.glob("*.yaml")))
    workspace = Workspace(files)
    reflection = workspace.of_type(Reflection)[0].canvas
    view: View[CanvasDocument] = View(reflection, own_kind("reflection"), Texts(language), workspace)
    report = markdown(view)
    wanted = [sentence for one in SECTIONS.values() for sentence in gathered(one, Teller(view)).wanted]
    assert wanted == []
    named = {Path(file).name for file in files if Path(file).name in report}
    assert named == {Path(file).name for file in files} - {"reflektio.yaml"}
    assert bool(re.search("[äö]", report)) == (language == "fi")
