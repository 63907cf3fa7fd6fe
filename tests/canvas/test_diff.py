"""What changed between two versions of a canvas."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.canvas.canvases import BODIES, canvas_text
from tests.canvas.strategies import journeys

from cxkit.canvas.diff import Change, What, _out_of_order, changes
from cxkit.canvas.journey import Journey
from cxkit.canvas.load import load_canvas_text
from cxkit.canvas.part import CanvasDocument
from cxkit.documents.base import Text


def canvas(text: str) -> CanvasDocument:
    return load_canvas_text(text, file="a.yaml").or_refuse()[0]


def told(before: str, after: str) -> list[tuple[str, str, Any, Any]]:
    """Return the changes with their paths as text."""
    return [short(one) for one in changes(canvas(before), canvas(after))]


def short(change: Change) -> tuple[str, str, Any, Any]:
    def value(one: Any) -> Any:
        return str(one) if isinstance(one, Text) else getattr(one, "id", one)

    path = ".".join(step.key for step in change.path)
    return change.what.value, path, value(change.before), value(change.after)


def changed(kind: str, *pairs: tuple[str, str]) -> list[tuple[str, str, Any, Any]]:
    """Return the changes after texts in the small canvas of a kind were replaced."""
    before = after = canvas_text(kind)
    for old, new in pairs:
        assert old in after
        after = after.replace(old, new)
    return told(before, after)


@pytest.mark.parametrize("kind", BODIES)
def test_a_canvas_does_not_differ_from_itself(kind: str) -> None:
    assert told(canvas_text(kind), canvas_text(kind)) == []


@given(journeys())
def test_no_journey_differs_from_itself(journey: Journey) -> None:
    assert changes(journey, journey) == ()


@given(journeys(), journeys())
def test_two_journeys_without_changes_are_alike(one: Journey, other: Journey) -> None:
    there, back = changes(one, other), changes(other, one)
    assert len([c for c in there if c.what is What.ADDED]) == len([c for c in back if c.what is What.REMOVED])
    ids = [[touchpoint.id for _, _, touchpoint in journey.touchpoints()] for journey in (one, other)]
    if not there:
        assert ids[0] == ids[1]


@given(st.permutations(range(8)))
def test_what_is_not_moved_stays_in_order(order: list[int]) -> None:
    moved = _out_of_order(range(8), order)
    stayed = [one for one in order if one not in moved]
    assert stayed == sorted(stayed)


def test_one_step_back_moves_one() -> None:
    assert _out_of_order("abcde", "aecdb") in (["e", "b"], ["b", "e"])
    assert _out_of_order("abcde", "bcdea") == ["a"]


TOUCHPOINT = {
    "renamed": (("title: Haku", "title: Etsi"), ("renamed", "touchpoints.haku", "Haku", "Etsi")),
    "owner": (("owner: Verkkopalvelut", "owner: Neuvonta"),
              ("changed", "touchpoints.haku.owner", "Verkkopalvelut", "Neuvonta")),
    "owner gone": (("owner: Verkkopalvelut", "owner:"),
                   ("changed", "touchpoints.haku.owner", "Verkkopalvelut", None)),
    "channel": (("channel: desk", "channel: web"), ("changed", "touchpoints.jono.channel", "desk", "web")),
    "critical": (("critical: true", "critical: "), ("changed", "touchpoints.haku.critical", True, False)),
    "one emotion": (("veikko: -2}", "veikko: 2}"), ("changed", "touchpoints.haku.emotion.veikko", -2, 2)),
    "emotion": (("emotion: -1", "emotion: 1"), ("changed", "touchpoints.jono.emotion", -1, 1)),
    "emotions of personas": (("emotion: -1", "emotion: {aino: -1, veikko: 0}"),
                             ("changed", "touchpoints.jono.emotion.veikko", -1, 0)),
    "result": (("value: 46", "value: 52"),
               ("changed", "touchpoints.haku.data.kysely.result.value", 46, 52)),
    "note": (("pains: [Monta painosta]", "pains: [Monta painosta, Hidas]"),
             ("added", "touchpoints.haku.pains", None, "Hidas")),
    "lane": (("backstage: d,", "backstage: ,"), ("removed", "touchpoints.haku.lanes.backstage", "d", None)),
    "effort": (("effort: 3", "effort: 1"),
               ("changed", "touchpoints.haku.opportunities.Kootaan painokset.effort", 3, 1)),
    "data": (("data: none, why: Laki kieltää", "data: [{id: uusi}]"),
             ("added", "touchpoints.jono.data.uusi", None, "uusi")),
}  # fmt: skip


@pytest.mark.parametrize("name", TOUCHPOINT)
def test_what_changes_at_a_touchpoint(name: str) -> None:
    pair, expected = TOUCHPOINT[name]
    assert expected in changed("journey", pair)


def test_nothing_else_is_told_of_a_small_change() -> None:
    assert len(changed("journey", ("title: Haku", "title: Etsi"))) == 1
    assert len(changed("journey", ("emotion: -1", "emotion: {aino: -1, veikko: -1}"))) == 0


STAGES = """\
kind: journey
version: 1
id: a
title: A
language: en
stages:
  - {id: s, title: S, touchpoints: [{id: a}, {id: b}, {id: c}]}
  - {id: t, title: T, touchpoints: [{id: d}]}
"""


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("{id: a}, {id: b}", "{id: b}, {id: a}", ("moved", "touchpoints.a", None, None)),
        ("{id: d}", "{id: d}, {id: e}", ("added", "touchpoints.e", None, "t")),
        (", {id: c}", "", ("removed", "touchpoints.c", "s", None)),
        ("title: T", "title: U", ("renamed", "stages.t", "T", "U")),
        ("title: T", "phase: purchase, title: T", ("changed", "stages.t.phase", None, "purchase")),
    ],
)
def test_stages_and_order(old: str, new: str, expected: tuple[str, str, Any, Any]) -> None:
    assert told(STAGES, STAGES.replace(old, new)) == [expected]


def test_a_touchpoint_in_another_stage_has_moved() -> None:
    after = STAGES.replace(", {id: c}", "").replace("{id: d}", "{id: d}, {id: c}")
    assert told(STAGES, after) == [("moved", "touchpoints.c", "s", "t")]


def test_stages_change_places() -> None:
    lines = STAGES.splitlines(keepends=True)
    after = "".join([*lines[:6], lines[7], lines[6]])
    assert [one[:2] for one in told(STAGES, after)] in ([("moved", "stages.s")], [("moved", "stages.t")])


def test_the_order_of_languages_makes_no_difference() -> None:
    assert changed("bmc", ("{fi: Rauha, en: Peace}", "{en: Peace, fi: Rauha}")) == []


def test_a_structure_may_take_the_place_of_its_id() -> None:
    before, after = canvas_text("journey"), canvas_text("journey").replace("[aino, {", "[{id: aino}, {")
    assert [one[:2] for one in told(before, after)] == [("changed", "personas.aino")]


def test_of_two_alike_the_second_is_another_one() -> None:
    incentive = "{text: Lainamäärä, against: Löytäminen}"
    found = changed("programme", (incentive, f"{incentive}, {incentive}"))
    assert [one[:2] for one in found] == [("added", "incentives.Lainamäärä")]


OTHERS = [
    ("bmc", ("channels: Verkko", "channels: [Verkko, Auto]"), ("added", "blocks.channels", None, "Auto")),
    ("slbmc", ("  interaction:\n", "  interaction: {customer: Hakee}\n"),
     ("added", "blocks.interaction.customer", None, "Hakee")),
    ("measurement", ("source: lomake", "source: kysely"),
     ("changed", "blocks.data_place.data.kysely.source", "lomake", "kysely")),
    ("measurement", ("updates: [1, 2, 6]", "updates: [6, 1, 2]"),
     ("moved", "blocks.analysis.analyses.kk.updates", None, None)),
    ("strategy", ("target: 50", "target: 60"), ("changed", "okrs.o1.key_results.NPS.target", 50, 60)),
    ("strategy", ("2026-09-01", "2026-10-01"), None),
    ("maturity", ("met: true}]}\n  - {id: engage", "met: false}]}\n  - {id: engage"),
     ("changed", "stages.strategic.criteria.Valittu.met", True, False)),
    ("persona", ("wants: [Kirja]", "wants: [Rauha]"), ("removed", "wants", "Kirja", None)),
    ("reflection", ("[Kirjasto, Olen töissä]", "[Olen töissä, Kirjasto]"),
     ("moved", "sections.organisation.text", None, None)),
    ("programme", ("metric: NPS", "metric: CES"), ("added", "critical_points.haku.metric", None, "CES")),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "pair", "expected"), OTHERS)
def test_other_kinds(kind: str, pair: tuple[str, str], expected: tuple[str, str, Any, Any] | None) -> None:
    found = changed(kind, pair)
    assert found
    assert expected is None or expected in found
