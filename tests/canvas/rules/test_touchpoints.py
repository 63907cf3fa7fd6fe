"""Single touchpoints: where they are, whose, how they feel, what they give and take."""

from __future__ import annotations

import pytest
from tests.canvas.rules.marked import judge, silent

from cxkit.canvas.rules.smallest import SMALLEST_TOUCHPOINT, stages_with

IDEA = "opportunities: [{text: Tell the number of the shelf in the message}]\n"
GOOD = stages_with(SMALLEST_TOUCHPOINT)


def middle(*changes: tuple[str, str]) -> str:
    text = SMALLEST_TOUCHPOINT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return stages_with(text)


FIRST = ("id: pick-up\n", "§id: pick-up\n")


@pytest.mark.parametrize(
    ("code", "bad", "good"),
    [
        ("CX308", middle(FIRST, ("channel: library\n", "")), middle(("channel: library", "mode: both"))),
        (
            "CX308",
            "channels: [{id: web, mode: online}, {id: library}]\n" + middle(FIRST),
            "channels: [{id: web, mode: online}, {id: library}]\n"
            + middle(("channel: library\n", "channel: library\nmode: offline\n")),
        ),
        ("CX313", middle(("emotion: 1", "emotion: §-1"), (IDEA, "")), middle(("emotion: 1", "emotion: -1"))),
        (
            "CX313",
            middle(("emotion: 1", "emotion: §{aino: -2}"), (IDEA, "")),
            middle(("emotion: 1", "emotion: {aino: -2}")),
        ),
        (
            "CX313",
            middle(("emotion: 1", "action: Waits\nemotion: §-1"), (IDEA, "")),
            middle(("emotion: 1", "action: Waits\nemotion: 0")),
        ),
        ("CX314", middle(("benefits: No queue\n", ""), ("sacrifices", "§sacrifices")), GOOD),
        ("CX314", middle(("benefits", "§benefits"), ("sacrifices: A walk to the library\n", "")), GOOD),
        (
            "CX314",
            middle(("benefits: No queue", "benefits: []"), ("sacrifices", "§sacrifices")),
            middle(("benefits: No queue\nsacrifices: A walk to the library\n", "")),
        ),
        ("CX315", middle(("benefits: No queue", "§benefits: [Cheaper, A discount of 10 %]")), GOOD),
        ("CX315", middle(("benefits: No queue", "§benefits: {fi: Halvempi hinta}")), GOOD),
        ("CX315", middle(("benefits: No queue", "§benefits: Edullisempi kuin kaupassa")), GOOD),
        (
            "CX315",
            middle(("benefits: No queue", "§benefits: Ilmainen")),
            middle(("benefits: No queue", "benefits: [Ilmainen, Rauha]")),
        ),
        (
            "CX315",
            middle(("benefits: No queue", "§benefits: 'A lower price, and a discount,'")),
            middle(("benefits: No queue", "benefits: A lower price and no queue")),
        ),
        (
            "CX315",
            middle(("benefits: No queue", "§benefits: Halvempi ja ilmainen kotiinkuljetus")),
            middle(("benefits: No queue", "benefits: Maksutapoja on monta")),
        ),
        (
            "CX315",
            middle(("benefits: No queue", "§benefits: [Savings, Lower fees, Affordable]")),
            middle(("benefits: No queue", "benefits: [Savings, A drill of good make]")),
        ),
        ("CX315", middle(("benefits: No queue", "§benefits: [Rahansäästö, Säästöä]")), GOOD),
        ("CX316", middle(FIRST, ("emotion: 1\n", "")), middle(("emotion: 1", "emotion: {aino: 2}"))),
        ("CX319", middle(("channel: library", "channel: §libary")), GOOD),
        ("CX320", middle(FIRST, ("owner: Customer service\n", "")), GOOD),
    ],
)  # fmt: skip
def test_touchpoints(code: str, bad: str, good: str) -> None:
    judge(code, "journey", bad, good)


@pytest.mark.parametrize("key", ["owner", "emotion", "benefits", "sacrifices", "channel"])
def test_what_is_left_empty_is_not_judged(key: str) -> None:
    line = next(one for one in SMALLEST_TOUCHPOINT.splitlines() if one.startswith(key))
    silent("journey", middle((line, f"{key}:")), beside=["CX300"])


def test_the_mode_of_a_channel_that_is_left_empty_is_not_judged() -> None:
    channels = "channels: [{id: web, mode: online}, {id: library, mode: }]\n"
    silent("journey", channels, beside=["CX300"])


def test_a_low_point_that_is_turned_round() -> None:
    core = "--- # core.yaml\nkind: journey\nid: core\ntype: core\n"
    head = "id: book-gone\ntype: exception\nbased_on: core\nturned_round: A copy from the neighbours\n"
    low = middle(("emotion: 1", "emotion: -2"), (IDEA, ""))
    silent("journey", f"{head}{low}{core}", beside=["CX318"])


def test_a_journey_that_says_nothing_of_value() -> None:
    lines = [line for line in GOOD.splitlines() if "benefits" not in line and "sacrifices" not in line]
    (found,) = judge("CX314", "journey", "§" + "\n".join(lines) + "\n", GOOD)
    assert found.message == "No touchpoint says what it gives the customer and what it takes"


def test_what_to_do_about_a_channel() -> None:
    (found,) = judge("CX319", "journey", middle(("channel: library", "channel: §libary")), GOOD)
    assert found.hint == "Did you mean `library`?"
    (found,) = judge("CX319", "journey", middle(("channel: library", "channel: §kiosk")), GOOD)
    assert found.hint == "The channels are web, library."


def test_channels_of_other_canvases_are_listed() -> None:
    kiosk = middle(("channel: library", "channel: kiosk\nmode: offline"))
    measured = "--- # measuring.yaml\nkind: measurement\nblocks: {path: {channels: [kiosk]}}\n"
    judge("CX319", "journey", kiosk.replace("kiosk", "§kiosk"), kiosk + measured,
          beside=["CX301", "CX402", "CX407", "CX409", "CX410", "CX411", "CX412", "CX427"])  # fmt: skip
    other = "id: other\ntype: exception\nbased_on: reserved-book\nturned_round: Yes\n"
    channels = "channels: [{id: web, mode: online}, {id: library, mode: offline},"
    core = f"--- # core.yaml\nkind: journey\ntype: core\n{channels}"
    silent("journey", f"{other}{kiosk}{core} {{id: kiosk, mode: offline}}]\n")


def test_a_journey_without_a_list_of_channels() -> None:
    bad = "channels: []\n" + GOOD.replace("channel: ", "channel: §").replace("§web", "web")
    text = bad.replace("channel: web", "mode: online")
    (found,) = judge("CX319", "journey", text, GOOD, beside=["CX308"])
    assert found.hint == "Add `channels` to the journey, with this one among them."
