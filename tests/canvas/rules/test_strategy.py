"""Strategies: vision, battles, exclusions, review, and the OKRs."""

from __future__ import annotations

import pytest
from tests.canvas.rules.marked import TODAY, canvas_text, judge, said, silent

EMPTY = ("CX300",)


WHOLE = "unit: Desk, objective: Won, key_results: [{text: NPS}], actions: Ask, "


def battles(count: int) -> str:
    return "battles: [" + ", ".join(f"{{id: b{number}}}" for number in range(count)) + "]\n" + okrs(count)


def okrs(count: int) -> str:
    lines = "".join(f"  - {{id: o{number}, {WHOLE}battle: b{number}}}\n" for number in range(count))
    return f"okrs:\n{lines}" if count else "okrs: []\n"


THREE = battles(3)


@pytest.mark.parametrize(
    ("code", "bad", "good"),
    [
        ("CX413", "§battles: []\nokrs: []", battles(3)),
        ("CX413", f"§{battles(1)}", battles(4)),
        ("CX413", f"§{battles(2)}", battles(5)),
        ("CX413", f"§{battles(6)}", "battles:\nokrs:"),
        ("CX414", "§vision: []", "vision: One"),
        ("CX414", "§vision: [One, Two]", "vision: [One]"),
        ("CX414", "§vision: [{fi: Yksi, en: One}, Two]", "vision: {fi: Yksi, en: One}"),
        ("CX415", "§exclusions: []", "exclusions: [No café]"),
        ("CX416", "§review: {rhythm: Yearly}", "review: {next: 2026-03-02}"),
        ("CX416", "review: {next: §2026-03-01}", "review: {next: 2026-03-03}"),
    ],
)
def test_the_strategy(code: str, bad: str, good: str) -> None:
    judge(code, "strategy", bad, good, beside=EMPTY)


@pytest.mark.parametrize("key", ["vision", "battles", "exclusions", "review", "okrs"])
def test_what_is_left_to_be_filled_is_not_judged(key: str) -> None:
    silent("strategy", f"{key}:\n", beside=EMPTY)


def test_a_head_alone_lacks_everything_but_okrs() -> None:
    text = "kind: strategy\nversion: 1\nid: s\ntitle: S\nlanguage: en\n"
    found = [(one.code, one.span.line, one.span.column) for one in said(text) if one.span]
    assert found == [(f"CX4{number}", 1, 1) for number in (13, 14, 15, 16)]


def test_without_a_day_no_review_is_past() -> None:
    text = canvas_text("strategy", "review: {next: 1999-01-01}")
    assert said(text, today=None) == []
    assert [one.message for one in said(text, today=TODAY)] == ["The next review, 1999-01-01, is in the past"]


class TestOkrs:
    """Each OKR is whole, and OKRs and battles know one another."""

    @pytest.mark.parametrize(
        ("key", "message"),
        [
            ("unit: Desk, ", "no unit or team"),
            ("objective: Won, ", "no objective"),
            ("key_results: [{text: NPS}], ", "no metric (`key_results`)"),
            ("actions: Ask, ", "no action (`actions`)"),
        ],
    )
    def test_each_part_is_wanted(self, key: str, message: str) -> None:
        bad = THREE.replace(f"id: o0, {WHOLE}", f"id: §o0, {WHOLE.replace(key, '')}")
        [found] = judge("CX417", "strategy", bad, THREE)
        assert found.message == f"The OKR `o0` has {message}"

    def test_a_battle_is_wanted(self) -> None:
        bad = THREE.replace(", battle: b0", "").replace("id: o0", "id: §o0").replace("id: b0", "id: §b0")
        battle, okr = judge("CX417", "strategy", bad, THREE)
        assert battle.message == "No OKR serves the must-win battle `b0`"
        assert okr.message == "The OKR `o0` has no must-win battle (`battle`)"

    def test_what_lacks_is_told_at_once(self) -> None:
        bad = f"{THREE}  - {{id: §o9, battle: b1}}\n"
        [found] = judge("CX417", "strategy", bad, THREE)
        lacking = "no unit or team, no objective, no metric (`key_results`) and no action (`actions`)"
        assert found.message == f"The OKR `o9` has {lacking}"

    @pytest.mark.parametrize(
        "good",
        [
            THREE.replace("unit: Desk", "team: Desk"),
            THREE.replace("unit: Desk", "team: "),
            THREE.replace("battle: b0", "battle: "),
            THREE.replace(
                "objective: Won, key_results: [{text: NPS}], actions: Ask",
                "objective: , key_results: , actions: ",
            ),
        ],
    )
    def test_one_of_unit_and_team_will_do_and_what_is_empty_waits(self, good: str) -> None:
        silent("strategy", good, beside=EMPTY)

    def test_a_battle_that_is_not_there_is_nearly_another(self) -> None:
        [found] = judge("CX417", "strategy", f"{THREE}  - {{id: o9, {WHOLE}battle: §bb1}}\n", THREE)
        assert found.hint == "Did you mean `b1`?"

    def test_battles_and_okrs_of_another_strategy_count(self) -> None:
        whole = "--- # whole.yaml\nkind: strategy\nid: whole\n"
        silent("strategy", f"{THREE}  - {{id: o9, {WHOLE}battle: pick-up}}\n{whole}")
        other = f"{whole}battles: [{{id: x}}, {{id: y}}, {{id: z}}]\nokrs: []"
        served = "".join(f"  - {{id: o-{name}, {WHOLE}battle: {name}}}\n" for name in "xyz")
        silent("strategy", f"{THREE}{served}{other}")
        assert [one.code for one in said(canvas_text("strategy", f"{THREE}{other}"))] == ["CX417"] * 3
