"""A journey as a whole: whose it is, what it covers, how its touchpoints are weighed."""

from __future__ import annotations

import pytest
from tests.canvas.rules.marked import canvas_text, judge, said, silent

from cxkit.canvas.rules.smallest import SMALLEST_TOUCHPOINT, stages_with

WITHOUT_WEIGHT = SMALLEST_TOUCHPOINT.replace("importance: 5\n", "").replace("critical: true\n", "")
BARE = (
    stages_with(WITHOUT_WEIGHT).replace("        importance: 3\n", "").replace("        importance: 2\n", "")
)


def middle(old: str, new: str) -> str:
    return stages_with(SMALLEST_TOUCHPOINT.replace(old, new))


IN_FULL = (
    "personas: [{id: aino, motivation: a, wants: b, value_we_give: c, why_us: d, reviewed: 2026-01-01}]\n"
)
AINO = "--- # aino.yaml\nkind: persona\n"


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("§personas: []\n", IN_FULL),
        ("personas: [§anio]\n--- # other.yaml\nkind: bmc\n", f"personas: [aino]\n{AINO}"),
    ],
)
def test_whose_it_is(bad: str, good: str) -> None:
    judge("CX302", "journey", bad, good)


def test_no_key_at_all_is_told_at_the_beginning() -> None:
    text = canvas_text("journey", "goal: To read")
    head, _, rest = text.partition("personas:\n")
    (found,) = said(head + rest[rest.index("channels:") :])
    assert (found.code, found.message) == ("CX302", "The journey does not say whose it is")
    assert found.span is not None
    assert found.span.line == 1


def test_the_nearest_persona_is_named() -> None:
    (found,) = judge(
        "CX302", "journey", "personas: [aino, §Ain]\n--- # aino.yaml\nkind: persona\n", "goal: To read\n"
    )
    assert found.hint == "Did you mean `aino`?"


@pytest.mark.parametrize(
    ("bad", "good", "says"),
    [
        (BARE.replace("stages:", "§stages:"), middle("importance: 5\n", ""), "No touchpoint is marked"),
        (
            "§" + stages_with(WITHOUT_WEIGHT).replace("importance: 2", "importance: 3"),
            stages_with(WITHOUT_WEIGHT),
            "every importance that is given is the same",
        ),
        (
            BARE.replace("        emotion: 1", "        critical: true\n        emotion: 1").replace(
                "stages:", "§stages:"
            ).replace("analytics", "NPS"),
            BARE.replace("        emotion: 0", "        critical: true\n        emotion: 0"),
            "The 2 critical touchpoints are in no order",
        ),
        (
            BARE.replace("        emotion: 1", "        importance: 4\n        emotion: 1", 1).replace(
                "        emotion: 0", "        critical: true\n        emotion: 0"
            ).replace("stages:", "§stages:").replace("analytics", "NPS"),
            BARE.replace("        emotion: 0", "        importance: 5\n        emotion: 0"),
            "The 2 important touchpoints are in no order",
        ),
    ],
)  # fmt: skip
def test_touchpoints_are_weighed(bad: str, good: str, says: str) -> None:
    (found,) = judge("CX309", "journey", bad, good)
    assert says in found.message


@pytest.mark.parametrize(
    ("bad", "good", "says"),
    [
        ("§" + stages_with(SMALLEST_TOUCHPOINT).replace("pre_purchase", "purchase"),
         stages_with(SMALLEST_TOUCHPOINT), "of the phase `pre_purchase`"),
        ("§" + stages_with(SMALLEST_TOUCHPOINT).replace("pre_purchase", "post_purchase").replace(
            "phase: purchase", "phase: post_purchase"),
         stages_with(SMALLEST_TOUCHPOINT), "`pre_purchase` or `purchase`"),
        ("§stages: []\n", stages_with(SMALLEST_TOUCHPOINT), "`pre_purchase`, `purchase` or `post_purchase`"),
    ],
)  # fmt: skip
def test_phases(bad: str, good: str, says: str) -> None:
    (found,) = judge("CX317", "journey", bad, good)
    assert says in found.message


def test_how_many_touchpoints_have_ideas() -> None:
    idea = "opportunities: [{text: Tell the number of the shelf in the message}]\n"
    (found,) = judge(
        "CX318", "journey", "§" + middle(idea, ""), middle("text: Tell the number", "text: Show the number")
    )
    assert found.message == "Some touchpoints have a development idea, 2 of 3"
    assert found.hint == "Add `opportunities` to `pick-up`."


def test_that_none_has_an_idea() -> None:
    text = "\n".join(
        line for line in canvas_text("journey", "goal: To read").splitlines() if "opportunities" not in line
    )
    (found,) = said(text + "\n")
    assert (found.code, found.message) == ("CX318", "None of the touchpoints has a development idea")


def test_what_is_left_empty_is_not_judged() -> None:
    for key in ("importance", "critical", "opportunities"):
        line = next(one for one in SMALLEST_TOUCHPOINT.splitlines() if one.startswith(key))
        silent("journey", middle(line, f"{key}:"), beside=["CX300"])
    silent("journey", "personas:\n", beside=["CX300"])
    silent("journey", "stages:\n", beside=["CX300"])
    silent("journey", stages_with(SMALLEST_TOUCHPOINT).replace("pre_purchase", ""), beside=["CX300"])
