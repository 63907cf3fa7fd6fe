"""Journeys of other formats put onto the journeys that they came from."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.canvas.canvases import canvas_text
from tests.canvas.strategies import journeys
from tests.canvas.test_touchpoint_table import same

from cxkit.canvas.importing import journeys_in
from cxkit.canvas.journey import Journey
from cxkit.canvas.load import load_canvas_text
from cxkit.canvas.mermaid import mermaid
from cxkit.canvas.onto import onto
from cxkit.canvas.touchpoint_table import touchpoint_csv
from cxkit.canvas.writing import canvas_yaml
from cxkit.documents.base import Text
from cxkit.documents.problem import Problem

HEAD: dict[str, Any] = {"kind": "journey", "version": 1, "id": "polku", "title": "Polku", "language": "fi"}


def sample() -> Journey:
    canvas = load_canvas_text(canvas_text("journey"), file="a.yaml").model
    assert isinstance(canvas, Journey)
    return canvas


def made(*touchpoints: dict[str, Any], **head: Any) -> Journey:
    stages = [{"id": "alku", "title": "Alku", "touchpoints": list(touchpoints)}]
    return Journey.model_validate(HEAD | {"stages": stages} | head)


def put(old: Journey, text: str, file: str = "a.csv") -> Journey:
    (found,) = journeys_in(text, file, name="Koe")
    return onto(old, found)


def notes_of(journey: Journey) -> list[str]:
    notes = [*journey.notes, *(note for one in journey.stages for note in one.notes)]
    return [
        str(note) for note in (*notes, *(note for *_, one in journey.touchpoints() for note in one.notes))
    ]


def without(text: str, *headers: str) -> str:
    """Take columns out of a table whose cells hold no delimiter."""
    rows = [line.split(",") for line in text.splitlines()]
    left = [place for place, header in enumerate(rows[0]) if header not in headers]
    return "".join(",".join(row[place] for place in left) + "\n" for row in rows)


# Nothing is lost


@given(journeys(), st.sampled_from(["fi", "en"]))
def test_a_table_that_nobody_changed_changes_nothing(journey: Journey, language: str) -> None:
    assert same(put(journey, touchpoint_csv(journey, language))) == same(journey)


@given(journeys(), st.sampled_from(["fi", "en"]))
def test_a_diagram_that_nobody_changed_changes_nothing(journey: Journey, language: str) -> None:
    assert same(put(journey, mermaid(journey, language), "a.mmd")) == same(journey)


@given(journeys(), journeys())
def test_any_two_go_together_in_a_sound_journey(old: Journey, new: Journey) -> None:
    for text, file in ((touchpoint_csv(new, "fi"), "a.csv"), (mermaid(new, "fi"), "a.mmd")):
        try:
            found = put(old, text, file)
        except Problem:
            continue
        assert load_canvas_text(canvas_yaml(found), file="a.yaml").diagnostics == ()


# What is kept


def test_a_table_leaves_the_head() -> None:
    old = sample()
    found = put(old, touchpoint_csv(old, "fi").replace("Haku,", "Etsintä verkossa,"))
    assert str(found.stages[0].touchpoints[0].title) == "Etsintä verkossa"
    assert found.model_copy(update={"stages": old.stages}) == old


def test_a_column_that_is_not_there_is_kept_and_an_empty_one_is_emptied() -> None:
    old = made({"id": "haku", "title": "Haku", "owner": "Verkko", "importance": 4, "emotion": 1})
    table = touchpoint_csv(old, "fi")
    (point,) = put(old, without(table, "Vastuu")).stages[0].touchpoints
    assert str(point.owner) == "Verkko"
    (point,) = put(old, table.replace("Verkko", "")).stages[0].touchpoints
    assert (point.owner, point.importance) == (None, 4)


def test_rows_come_and_go() -> None:
    old = made({"id": "a", "title": "A"}, {"id": "b", "title": "B", "notes": ["x"]})
    found = put(old, "Vaihe,Kohtaamispiste,Kohtaamispisteen tunnus\nAlku,Uusi,\nAlku,B,b\n")
    assert [one.id for *_, one in found.touchpoints()] == ["uusi", "b"]
    assert [str(one) for one in found.stages[0].touchpoints[1].notes] == ["x"]


def test_names_stand_in_for_ids_that_are_not_there() -> None:
    old = made(
        {"id": "haku", "title": "Löytää kirjan", "channel": "web", "owner": "Verkko"},
        channels=[{"id": "web", "title": "Verkkokirjasto", "mode": "online"}],
    )
    found = put(old, "Vaihe;Kohtaamispiste;Kanava;Tunne\nAlku;Löytää kirjan;Verkkokirjasto;2\n")
    (point,) = found.stages[0].touchpoints
    assert (found.stages[0].id, point.id, point.channel, point.emotion) == ("alku", "haku", "web", 2)
    assert str(point.owner) == "Verkko"
    assert found.channels == old.channels


def test_touchpoints_stay_in_their_stages_when_the_table_names_none() -> None:
    stages = [
        {"id": "a", "phase": "purchase", "touchpoints": [{"id": "x"}]},
        {"id": "b", "touchpoints": [{"id": "y"}]},
    ]
    found = put(Journey.model_validate(HEAD | {"stages": stages}), "id,Tunne\nx,1\nz,\ny,2\n")
    assert [(one.id, one.phase, [point.id for point in one.touchpoints]) for one in found.stages] == [
        ("a", "purchase", ["x", "z"]),
        ("b", None, ["y"]),
    ]


def test_other_languages_stay() -> None:
    old = made({"id": "a", "title": {"fi": "Haku", "en": "Search"}, "pains": [{"fi": "Hidas", "en": "Slow"}]})
    (point,) = put(old, "id,Kohtaamispiste [fi],Kipupisteet [fi]\na,Etsintä,Hidas\n").stages[0].touchpoints
    assert point.title == Text((("fi", "Etsintä"), ("en", "Search")))
    assert point.pains == (Text((("fi", "Hidas"), ("en", "Slow"))),)
    (point,) = put(old, "id,Kohtaamispiste\na,Etsintä\n").stages[0].touchpoints
    assert point.title == Text((("fi", "Etsintä"), ("en", "Search")))


@pytest.mark.parametrize("header", ["Aino", "aino", "AINO", "Aino Aalto"])
def test_a_name_in_a_header_is_a_persona_who_is_there(header: str) -> None:
    aino = {"id": "aino", "name": "Aino Aalto", "motivation": "Lukupiiri"}
    old = made({"id": "a", "emotion": {"aino": 1, "veikko": -1}}, personas=[aino, "veikko"])
    found = put(old, f"id,Tunne [{header}]\na,2\n")
    assert found.personas == old.personas
    assert found.stages[0].touchpoints[0].emotion == {"aino": 2, "veikko": -1}


def test_a_new_persona_comes_behind() -> None:
    old = made({"id": "a"}, personas=["aino"])
    assert put(old, "id,Tunne [Åsa]\na,2\n").persona_ids == ("aino", "asa")


def test_data_keep_what_has_no_column() -> None:
    item = {
        "id": "kysely",
        "method": "CSAT",
        "source": "Lomake",
        "result": {"value": 4, "n": 30, "scale": [1, 5]},
    }
    idea = {"text": "Kyltti", "effort": 2, "objective": "o1"}
    old = made({"id": "a", "data": [item], "opportunities": [idea], "lanes": {"evidence": "Hylly"}})
    table = "id,Data,Tulos,Mahdollisuudet,Työmäärä,Näyttämö\na,kysely,3,Kyltti,5,Tervehtii\n"
    (point,) = put(old, table).stages[0].touchpoints
    (found,) = point.data_items
    assert found.result is not None
    assert (str(found.source), found.result.value, found.result.n) == ("Lomake", 3, 30)
    assert (point.opportunities[0].effort, point.opportunities[0].objective) == (5, "o1")
    assert point.lanes is not None
    assert (str(point.lanes.evidence[0]), str(point.lanes.frontstage[0])) == ("Hylly", "Tervehtii")


def test_a_result_off_the_scale_that_it_had() -> None:
    old = made({"id": "a", "data": [{"id": "k", "result": {"value": 4, "scale": [1, 5]}}]})
    with pytest.raises(Problem, match="the scale that it has in the journey"):
        put(old, "id,Data,Tulos\na,k,9\n")


# Diagrams


def test_a_diagram_changes_what_it_holds() -> None:
    old = sample()
    text = mermaid(old, "fi").replace("title Koe", "title Uusi koe").replace("Etsintä", "Haku verkosta")
    found = put(old, text, "a.mmd")
    assert found.title == Text((("fi", "Uusi koe"), ("en", "Trial")))
    assert [(one.id, str(one.title)) for one in found.stages][:1] == [("search", "Haku verkosta")]
    stages = (found.stages[0].model_copy(update={"title": old.stages[0].title}), *found.stages[1:])
    assert found.model_copy(update={"title": old.title, "stages": stages}) == old


def test_a_diagram_without_remarks_finds_ids_by_names() -> None:
    aino = {"id": "aino_1", "name": "Aino", "quote": "Kirja!"}
    old = made({"id": "haku", "title": "Löytää kirjan", "owner": "Verkko", "emotion": -2}, personas=[aino])
    text = "journey\n title Polku\n section Alku\n Löytää kirjan: 5: Aino\n Uusi: 3: Veikko\n %% huomio\n"
    found = put(old, text, "a.mmd")
    assert [one.id for *_, one in found.touchpoints()] == ["haku", "uusi"]
    assert str(found.stages[0].touchpoints[0].owner) == "Verkko"
    assert found.stages[0].touchpoints[0].emotion == {"aino_1": 2}
    assert found.persona_ids == ("aino_1", "veikko")
    assert [str(one) for one in found.stages[0].notes] == ["huomio"]


def test_remarks_that_no_longer_fit_are_dropped() -> None:
    point = {"id": "haku", "title": "Haku", "emotion": {"aino": -2, "veikko": 1}, "notes": ["Oma"]}
    old = made(point, {"id": "nouto", "title": "Nouto"}, personas=["aino", "veikko"])
    text = mermaid(old, "fi")
    assert "Haku: 2: aino, veikko" in text
    edited = text.replace("Haku: 2:", "Haku: 5:") + "    %% huomio\n"
    found = put(old, edited, "a.mmd")
    assert found.stages[0].touchpoints[0].emotion == 2
    assert [str(one) for one in found.stages[0].touchpoints[0].notes] == ["Oma"]
    assert [str(one) for one in found.stages[0].notes] == ["huomio"]


@pytest.mark.parametrize("line", ["", "    section Uusi\n", "      Uusi: 3\n"])
def test_the_remark_of_a_line_that_was_taken_out_is_dropped(line: str) -> None:
    old = made({"id": "haku", "title": "Haku", "emotion": {"aino": -2, "veikko": 1}}, personas=["aino"])
    text = mermaid(old, "fi")
    cut = text[: text.index("      Haku:")] + line
    assert "emotion" in cut
    assert notes_of(put(old, cut, "a.mmd")) == []
    (fresh,) = journeys_in(cut, "a.mmd", name="x")
    assert [one for one in notes_of(fresh.journey) if "emotion" in one]
