"""Several journeys together: one is the core, an exception is turned round, paths may meet."""

from __future__ import annotations

import pytest
from tests.canvas.rules.marked import judge, said, silent

from cxkit.canvas.rules import journeys
from cxkit.canvas.rules.book import whole_canvas
from cxkit.canvas.rules.smallest import SMALLEST_TOUCHPOINT, stages_with

CORE = "--- # core.yaml\nkind: journey\nid: core\ntype: core\n"
EXCEPTION = "id: gone\ntype: exception\nbased_on: core\nturned_round: A copy\n"
OTHER = f"--- # exception.yaml\nkind: journey\n{EXCEPTION}"


@pytest.mark.parametrize(
    ("bad", "good", "says"),
    [
        (
            f"id: gone\ntype: §exception\nturned_round: A copy\n{CORE}",
            EXCEPTION + CORE,
            "This exception does not name the core journey",
        ),
        ("id: bus\ntype: §variation\n", "goal: To read\n", "This variation does not name the core journey"),
        (
            f"id: bus\ntype: variation\nbased_on: §gone\n{CORE}{OTHER}",
            f"id: bus\ntype: variation\nbased_on: core\n{CORE}{OTHER}",
            "`gone` is no core journey, but an exception",
        ),
        (
            f"id: zbus\ntype: core\n--- # b.yaml\nkind: journey\ntype: §core\nid: core\n{OTHER}",
            f"id: zbus\ntype: core\nstate: future\n{CORE}{OTHER}",
            "is a core journey already",
        ),
    ],
)
def test_one_is_the_core(bad: str, good: str, says: str) -> None:
    (found,) = judge("CX311", "journey", bad, good)
    assert says in found.message


def test_none_of_several_is_the_core() -> None:
    bad = f"id: bus\ntype: §variation\nbased_on: core\n{OTHER}".replace("type: exc", "type: §exc")
    for found in judge("CX311", "journey", bad, f"{EXCEPTION}{CORE}", beside=["CX340"]):
        assert found.message == "None of the 2 journeys is the core journey"


def test_of_several_each_says_its_type() -> None:
    text = whole_canvas("journey", "id: bus\n" + CORE + OTHER)
    (found,) = said(text)
    assert found.code == "CX311"
    assert found.message == "The journey is one of 3, and does not say of which type it is"
    silent("journey", "id: bus\n")


@pytest.mark.parametrize("key", ["type: exception", "based_on: core", "turned_round: A copy"])
def test_what_is_left_empty_is_not_judged(key: str) -> None:
    text = EXCEPTION.replace(key, f"{key.partition(':')[0]}:") + CORE
    silent("journey", text, beside=["CX300", *(["CX312"] if key.startswith("type") else [])])


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("id: gone\ntype: §exception\nbased_on: core\n" + CORE, EXCEPTION + CORE),
        (f"id: core\ntype: §core\nstages: []\n{OTHER}".replace("exception\nbased", "variation\nbased"),
         f"id: core\ntype: core\nstages: []\n{OTHER}"),
    ],
)  # fmt: skip
def test_exceptions(bad: str, good: str) -> None:
    judge("CX312", "journey", bad, good, beside=["CX317"])


def test_a_core_journey_alone_has_no_exception() -> None:
    (found,) = judge("CX312", "journey", "type: §core\n", "type:\n", beside=["CX300"])
    assert found.message == "No exception to this journey is mapped"


def named(title: str, id_: str = "shelf") -> str:
    return stages_with(
        SMALLEST_TOUCHPOINT.replace("id: pick-up\n", f"id: {id_}\n").replace("Pick-up shelf", title)
    )


@pytest.mark.parametrize(
    "title",
    ["Pick-up shelf", "pick-up  Shelf!", "Pick-up shelve", "Pickup shelf", "{fi: Hylly, en: Pick-up shelf}"],
)
def test_paths_may_meet(title: str) -> None:
    found = said(whole_canvas("journey", EXCEPTION + named(title) + CORE))
    assert [one.code for one in found] == ["CX321", "CX321"]
    assert [one.file for one in found] == ["course.yaml", "core.yaml"]
    assert "give it the same id, `pick-up`" in (found[0].hint or "")


@pytest.mark.parametrize(
    ("title", "id_"), [("Pick-up shelf", "pick-up"), ("Return shelf", "shelf"), ("{fi: Hylly}", "shelf")]
)
def test_other_names_and_the_same_id(title: str, id_: str) -> None:
    silent("journey", EXCEPTION + named(title, id_) + CORE)


def test_a_name_that_both_journeys_have_twice() -> None:
    both = named("Pick-up shelf", "a").replace("title: Catalogue", "title: Pick-up shelf")
    other = CORE + named("Pick-up shelf", "catalogue").replace(
        "id: catalogue\n        title: Cat", "id: c\n        title: Cat"
    )
    found = said(whole_canvas("journey", EXCEPTION + both + other))
    assert [(one.file, one.code) for one in found] == [("course.yaml", "CX321"), ("core.yaml", "CX321")]
    assert " `catalogue` in " in found[0].message
    assert " `a` in " in found[1].message


@pytest.mark.parametrize(
    ("title", "other"), [("Touchpoint 1", "Touchpoint 2"), ("Room 12, upstairs", "Room 21, upstairs")]
)
def test_names_that_differ_in_a_number_are_different(title: str, other: str) -> None:
    silent("journey", EXCEPTION + named(title) + CORE + named(other, "pick-up"))


def test_what_one_journey_has_twice_is_two() -> None:
    both = named("Pick-up shelve", "pick-up").replace("id: catalogue", "id: shelf")
    silent("journey", EXCEPTION + named("Pick-up shelf") + CORE + both.replace("Catalogue", "Pick-up shelf"))


def test_a_touchpoint_without_title_is_called_by_its_id() -> None:
    title = "        title: Pick-up shelf\n"
    one, other = (named("Pick-up shelf", name).replace(title, "") for name in ("help-desk", "helpdesk"))
    found = said(whole_canvas("journey", EXCEPTION + one + CORE + other))
    assert [(found.code, found.span.line if found.span else 0) for found in found] == [("CX321", 36)] * 2


def test_short_names_are_the_same_or_others() -> None:
    core = CORE + named("Web 1", "pick-up")
    silent("journey", EXCEPTION + named("Web 2") + core)
    assert [one.code for one in said(whole_canvas("journey", EXCEPTION + named("web 1") + core))] == [
        "CX321"
    ] * 2


def test_very_many_names_are_not_all_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    core = CORE + named("Pick-up shelf", "pick-up")
    text = whole_canvas("journey", EXCEPTION + named("Pick-up shelve") + core)
    assert [one.code for one in said(text)] == ["CX321"] * 2
    monkeypatch.setattr(journeys, "MOST_COMPARED", 0)
    assert said(text) == []
