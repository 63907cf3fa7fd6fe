"""Maturity: the stages hold one another up."""

from __future__ import annotations

import pytest
from tests.canvas.rules.marked import canvas_text, judge, said, silent

MET, NOT_MET, OPEN, UNSAID = "met: true", "met: false", "met: ", "evidence: x"


def stages(*, claimed: str = "", mark: str = "", **states: str | tuple[str, ...] | None) -> str:
    """Stages with criteria of some states each; None leaves a stage's criteria to be filled."""
    lines = []
    for name, state in {"understand": MET, "engage": MET, **states}.items():
        each = (state,) if isinstance(state, str) else state
        criteria = "" if each is None else ", ".join(f"{{text: Criterion, {one}}}" for one in each)
        written = f"[{criteria}]" if each is not None else ""
        lines.append(f"  - {{id: {'§' if name == mark else ''}{name}, criteria: {written}}}\n")
    return "stages:\n" + "".join(lines) + (f"claimed: {claimed}\n" if claimed else "")


@pytest.mark.parametrize(
    "bad",
    [
        stages(strategic=NOT_MET, culture=MET, claimed="§culture"),
        stages(strategic=(MET, NOT_MET), claimed="§culture"),
        stages(strategic=(MET, OPEN, UNSAID), claimed="§culture"),
        stages(strategic=NOT_MET, culture=MET, claimed="strategic", mark="culture"),
    ],
)
def test_culture_without_strategy(bad: str) -> None:
    judge(
        "CX418",
        "maturity",
        bad,
        stages(strategic=MET, culture=MET, claimed="culture"),
        beside=("CX425", "CX300"),
    )


@pytest.mark.parametrize(
    "good",
    [
        stages(strategic=None, culture=MET, claimed="culture"),
        stages(strategic=(MET, OPEN), culture=MET, claimed="culture"),
        stages(strategic=NOT_MET, culture=(MET, NOT_MET), claimed="strategic"),
        stages(strategic=NOT_MET, culture=()),
        "claimed:\n",
        "stages:\nclaimed: strategic",
        "stages:\nclaimed: culture",
        "stages:\nclaimed: engage",
    ],
)
def test_what_is_not_claimed_or_still_open(good: str) -> None:
    silent("maturity", good, beside=("CX425", "CX300"))


def test_a_stage_without_criteria_is_not_met() -> None:
    for bad in (stages(strategic=(), claimed="§culture"), stages(claimed="§culture")):
        [found] = judge("CX418", "maturity", bad, stages(strategic=MET), beside=("CX425",))
        assert found.message == "Stage 4, `culture`, is claimed, but stage 3, `strategic`, has no criteria"


def test_a_canvas_that_is_silent_on_strategy_rests_on_another() -> None:
    other = f"--- # group.yaml\nkind: maturity\nid: group\n{stages(strategic=MET)}"
    silent("maturity", stages(culture=MET, claimed="culture") + other)
    not_met = f"--- # group.yaml\nkind: maturity\nid: group\n{stages(strategic=NOT_MET)}"
    text = canvas_text("maturity", stages(culture=MET, claimed="culture") + not_met)
    assert [one.file for one in said(text) if one.code == "CX418"] == ["course.yaml"]


@pytest.mark.parametrize(
    "bad",
    [
        stages(mark="engage"),
        stages(mark="engage", strategic=()),
        stages(mark="engage", strategic=NOT_MET),
        stages(mark="engage", engage=(MET, NOT_MET), strategic=(NOT_MET, OPEN)),
        stages(engage=NOT_MET, strategic=NOT_MET, claimed="§engage"),
        "stages: []\nclaimed: §engage",
    ],
)
def test_engagement_fades(bad: str) -> None:
    judge("CX425", "maturity", bad, stages(strategic=(MET, NOT_MET)), beside=("CX300",))


@pytest.mark.parametrize(
    "good",
    [
        stages(engage=NOT_MET),
        stages(engage=()),
        stages(engage=None),
        stages(strategic=None),
        stages(strategic=OPEN),
        "stages: [{id: understand}]",
    ],
)
def test_nothing_fades(good: str) -> None:
    silent("maturity", good, beside=("CX300",))
