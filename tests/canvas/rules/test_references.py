"""Ids by which canvases speak of one another: what is nowhere, and what is there twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.canvas.rules.marked import judge, silent

from cxkit.canvas.rules import InWorkspace, broken
from cxkit.canvas.rules.book import whole_canvas
from cxkit.canvas.rules.smallest import SMALLEST_TOUCHPOINT, measurement_with, stages_with
from cxkit.canvas.workspace import Workspace

IDEA = "opportunities: [{text: Tell the number of the shelf in the message"
JOURNEY = "--- # journey.yaml\nkind: journey\n"
CORE = "--- # core.yaml\nkind: journey\nid: core\ntype: core\n"


def middle(old: str, new: str) -> str:
    assert old in SMALLEST_TOUCHPOINT
    return stages_with(SMALLEST_TOUCHPOINT.replace(old, new))


@pytest.mark.parametrize(
    ("kind", "bad", "good", "hint"),
    [
        ("journey", f"id: by-bus\ntype: exception\nturned_round: x\nbased_on: §coer\n{CORE}",
         f"id: by-bus\ntype: exception\nturned_round: x\nbased_on: core\n{CORE}", "Did you mean `core`?"),
        ("journey", "id: by-bus\ntype: variation\nbased_on: §by-bus\n", "goal: To read\n",
         "There is none yet: add the other journey to this folder, or leave this out."),
        ("journey", middle(IDEA, f"{IDEA}, objective: §okr-x"), middle(IDEA, IDEA),
         "There is none yet: add the OKR to this folder, or leave this out."),
        ("journey", middle(IDEA, f"{IDEA}, objective: §okr-pickup") + "--- # s.yaml\nkind: strategy\n",
         middle(IDEA, f"{IDEA}, objective: okr-pick-up") + "--- # s.yaml\nkind: strategy\n",
         "Did you mean `okr-pick-up`?"),
        ("journey", middle("emotion: 1", "emotion: {aino: 1, §vieko: 0}"),
         middle("emotion: 1", "emotion: {aino: 1}"), "Known ids are aino."),
        ("empathy", "persona: §anio\n--- # b.yaml\nkind: bmc\n", f"persona: aino\n{JOURNEY}",
         "There is none yet: add the persona to this folder, or leave this out."),
        ("slbmc", f"persona: §anio\n{JOURNEY}", f"persona: aino\n{JOURNEY}", "Did you mean `aino`?"),
        ("programme", f"core_journey: §reserved\n{JOURNEY}", f"core_journey: reserved-book\n{JOURNEY}",
         "Did you mean `reserved-book`?"),
        ("programme",
         f"critical_points: [{{touchpoint: §pickup, metric: a, operational: b, business: c}}]\n{JOURNEY}",
         f"critical_points: [{{touchpoint: pick-up, metric: a, operational: b, business: c}}]\n{JOURNEY}",
         "Did you mean `pick-up`?"),
    ],
)  # fmt: skip
def test_what_is_nowhere(kind: str, bad: str, good: str, hint: str) -> None:
    (found,) = judge("CX340", kind, bad, good)
    assert found.hint == hint


def test_a_measurement_canvas_refers_to_personas_journeys_and_their_touchpoints() -> None:
    table = "{touchpoints: [{id: pick-up, data: [survey, loans], journey: reserved-book}]}"
    customer = "{personas: [aino]}"
    bad = measurement_with(customer="{personas: [aino, §veikko]}", path=table) + JOURNEY
    good = measurement_with(customer=customer, path=table) + JOURNEY
    judge("CX340", "measurement", bad, good, beside=["CX402"])
    judge("CX340", "measurement", bad.replace(", §veikko", "").replace("reserved-book", "§book"), good,
          beside=["CX402"])  # fmt: skip
    (found,) = judge(
        "CX340", "measurement", bad.replace(", §veikko", "").replace("id: pick-up", "id: §pickup"), good,
        beside=["CX402"],
    )  # fmt: skip
    assert found.message == "There is no touchpoint `pickup` in the journey `reserved-book`"


def test_two_of_a_kind_with_one_id() -> None:
    found = judge(
        "CX341",
        "empathy",
        "id: §feels\n--- # copy.yaml\nkind: empathy\nid: §Feels\n",
        "id: feels\n--- # other.yaml\nkind: bmc\nid: feels\n",
    )
    assert [one.message for one in found] == [
        "The id `feels` is also used in `copy.yaml`, line 3",
        "The id `Feels` is also used in `course.yaml`, line 3",
    ]


def test_of_three_with_one_id_each_is_told_once() -> None:
    three = "id: §feels\n" + "".join(f"--- # {n}.yaml\nkind: empathy\nid: §feels\n" for n in "ab")
    found = judge("CX341", "empathy", three, "id: feels\n")
    assert [one.message.split("`")[3] for one in found] == ["a.yaml", "course.yaml", "course.yaml"]


def test_a_persona_in_full_may_stand_in_several_canvases() -> None:
    silent("empathy", "persona: {id: aino, motivation: a, wants: b, value_we_give: c, why_us: d,\n"
           f"  reviewed: 2026-01-01}}\n{JOURNEY}")  # fmt: skip


def test_feelings_of_personas_that_are_left_empty_are_not_judged() -> None:
    silent("journey", "personas:\n" + middle("emotion: 1", "emotion: {aino: 1}"), beside=["CX300"])


@pytest.mark.parametrize(
    "unsound",
    ["kind: persona\nversion: 1\nid: veikko\nnam: Veikko\n", "kind: persona\nid: 'veikko'\nname: [\n"],
)
def test_what_cannot_be_read_is_not_called_missing(tmp_path: Path, unsound: str) -> None:
    files = {
        "journey.yaml": "personas: [veikko]\n",
        "map.yaml": "kind: empathy\npersona: veikko\n",
        "other.yaml": "kind: empathy\nid: other\npersona: veiko\n",
    }
    for name, lines in files.items():
        (tmp_path / name).write_text(whole_canvas("journey", lines), encoding="utf-8")
    (tmp_path / "veikko.yaml").write_text(unsound, encoding="utf-8")
    assert codes_by_file(tmp_path) == {"other.yaml": ["CX340"]}
    asked = "Did you mean `veikko`? The file that it stands in has errors of its own."
    assert hints(tmp_path) == [asked]
    (tmp_path / "map.yaml").unlink()
    (tmp_path / "other.yaml").unlink()
    for persona, hint in (("vekko", asked), ("x", "Add the persona to this folder, or write")):
        text = whole_canvas("journey", f"personas: [{persona}]\n")
        (tmp_path / "journey.yaml").write_text(text, encoding="utf-8")
        assert hints(tmp_path)[0].startswith(hint)


def test_a_journey_that_cannot_be_read_may_be_that_of_a_persona(tmp_path: Path) -> None:
    (tmp_path / "aino.yaml").write_text(whole_canvas("persona", ""), encoding="utf-8")
    assert codes_by_file(tmp_path) == {"aino.yaml": ["CX301"]}
    journey = whole_canvas("journey", "personas: [aino]\n") + "goa: To read\n"
    (tmp_path / "journey.yaml").write_text(journey, encoding="utf-8")
    assert codes_by_file(tmp_path) == {}


def test_a_journey_that_cannot_be_read_may_be_an_exception_or_the_core(tmp_path: Path) -> None:
    measured = "kind: measurement\n" + measurement_with(path="{touchpoints: [{id: desk, data: [loans]}]}")
    (tmp_path / "m.yaml").write_text(whole_canvas("measurement", measured), encoding="utf-8")
    (tmp_path / "core.yaml").write_text(whole_canvas("journey", "id: core\ntype: core\n"), encoding="utf-8")
    other = whole_canvas("journey", "id: bus\ntype: variation\nbased_on: core\n")
    (tmp_path / "bus.yaml").write_text(other, encoding="utf-8")
    exception = whole_canvas("journey", "id: gone\ntype: exception\n").replace("id: searches", "id: survey")
    (tmp_path / "gone.yaml").write_text(exception + "goa: To read\n", encoding="utf-8")
    assert "core.yaml" not in codes_by_file(tmp_path)
    assert codes_by_file(tmp_path)["m.yaml"].count("CX402") == 2  # of the other journeys
    (tmp_path / "core.yaml").write_text("kind: journey\nid: core\ntype: core\n", encoding="utf-8")
    assert codes_by_file(tmp_path).get("bus.yaml", []) == []


def hints(folder: Path) -> list[str]:
    """The hints about references in the canvases of a folder that can be read."""
    workspace = Workspace(sorted(map(str, folder.glob("*.yaml"))))
    return [
        said.hint or ""
        for one in workspace.members
        for said in broken(InWorkspace(one.canvas, one.document, workspace))
        if said.code in ("CX302", "CX340")
    ]


def codes_by_file(folder: Path) -> dict[str, list[str]]:
    """The codes of what breaks the rules in the canvases of a folder that can be read."""
    workspace = Workspace(sorted(map(str, folder.glob("*.yaml"))))
    found = {
        Path(one.file).name: [said.code for said in broken(InWorkspace(one.canvas, one.document, workspace))]
        for one in workspace.members
    }
    return {name: codes for name, codes in found.items() if codes}


@pytest.mark.parametrize("kinds", [("variation", "exception", "variation"), ("core", "core", "core")])
def test_journeys_based_on_one_another_are_all_told(tmp_path: Path, kinds: tuple[str, ...]) -> None:
    for number, kind in enumerate(kinds):
        lines = f"id: j{number}\ntype: {kind}\nbased_on: j{(number + 1) % 3}\nturned_round: So\n"
        (tmp_path / f"j{number}.yaml").write_text(whole_canvas("journey", lines), encoding="utf-8")
    (tmp_path / "outside.yaml").write_text(
        whole_canvas("journey", "id: outside\ntype: variation\nbased_on: j0\n"), encoding="utf-8"
    )
    found = codes_by_file(tmp_path)
    assert [found[f"j{number}.yaml"].count("CX342") for number in range(3)] == [1, 1, 1]
    assert "CX342" not in found.get("outside.yaml", [])
    assert said_of(tmp_path, "j0.yaml", "CX342") == [
        "`j1` leads back to this journey by `based_on`: `j1`, `j2`, `j0`"
    ]


def test_a_journey_that_names_itself_is_no_circle(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(whole_canvas("journey", "id: a\nbased_on: a\n"), encoding="utf-8")
    assert codes_by_file(tmp_path)["a.yaml"] == ["CX340"]


def said_of(folder: Path, file: str, code: str) -> list[str]:
    """The messages of one code in one file of a folder."""
    workspace = Workspace(sorted(map(str, folder.glob("*.yaml"))))
    return [
        said.message
        for one in workspace.members
        if Path(one.file).name == file
        for said in broken(InWorkspace(one.canvas, one.document, workspace))
        if said.code == code
    ]


def test_a_long_way_to_a_circle_is_gone_once(tmp_path: Path) -> None:
    for number in range(30):
        follows = f"id: j{number:02}\nbased_on: j{(number + 1 if number < 29 else 10):02}\n"
        (tmp_path / f"j{number:02}.yaml").write_text(whole_canvas("journey", follows), encoding="utf-8")
    told = [file for file, codes in codes_by_file(tmp_path).items() if "CX342" in codes]
    assert told == [f"j{number}.yaml" for number in range(10, 30)]
    (said,) = said_of(tmp_path, "j10.yaml", "CX342")
    assert (
        said == "`j11` leads back to this journey by `based_on`: `j11`, `j12`, `j13`, `j14`, `j15`, …, `j10`"
    )
