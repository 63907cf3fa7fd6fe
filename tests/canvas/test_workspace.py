"""The canvases of a folder together."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.canvas.canvases import BODIES, canvas_text

from cxkit.canvas.journey import Journey
from cxkit.canvas.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    for kind in BODIES:
        (tmp_path / f"{kind}.yaml").write_text(canvas_text(kind), encoding="utf-8")
    (tmp_path / "twice.yaml").write_text(canvas_text("journey"), encoding="utf-8")
    (tmp_path / "broken.yaml").write_text("kind: journey\nversion: 1\n", encoding="utf-8")
    (tmp_path / "course.yaml").write_text("kind: course\nversion: 1\n", encoding="utf-8")
    (tmp_path / "bytes.yaml").write_bytes(b"kind: journey\n\xff")
    names = sorted(str(file) for file in tmp_path.iterdir())
    return Workspace([*names, *names, str(tmp_path / "missing.yaml")])


def test_it_holds_what_can_be_read(workspace: Workspace) -> None:
    assert [Path(one.file).stem for one in workspace.members] == sorted([*BODIES, "twice"])
    assert [Path(one.file).stem for one in workspace.of_type(Journey)] == ["journey", "twice"]
    assert [Path(one.file).stem for one in workspace.of_kind("bmc")] == ["bmc"]
    assert Path(workspace.journeys["journey-1"].file).stem == "journey"


def test_personas_of_their_own_files_come_first(workspace: Workspace) -> None:
    assert list(workspace.personas) == ["persona-1", "samira", "veikko", "uusi"]
    assert workspace.personas["samira"].path == ("persona",)
    assert workspace.personas["veikko"].path == ("personas", 1)
    assert workspace.personas["uusi"].path == ("blocks", "customer", "personas", 2)


def test_what_canvases_hold_is_found_with_its_place(workspace: Workspace) -> None:
    assert [one.value.id for one in workspace.touchpoints] == ["haku", "jono"] * 2
    assert [one.value.id for one in workspace.measured_touchpoints] == ["haku", "nouto"]
    assert list(workspace.channels) == ["web", "desk"]
    assert list(workspace.data_items) == ["kysely", "laskuri"]
    assert workspace.data_items["kysely"].path == ("blocks", "data_place", "data", 0)
    assert workspace.collected[0].path == ("stages", 0, "touchpoints", 0, "data", 0)
    assert workspace.objectives["o1"].path == ("okrs", 0)
    assert list(workspace.battles) == ["nouto", "haku"]


def test_of_canvases_that_have_been_read(workspace: Workspace) -> None:
    again = Workspace.of(workspace.of_kind("strategy"))
    assert list(again.battles) == ["nouto", "haku"]
    assert again.journeys == {}
