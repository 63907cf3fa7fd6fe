"""CX plans: means, value, communication, ecosystem, incentives, customers."""

from __future__ import annotations

import pytest
from tests.canvas.rules.marked import judge, said, silent

WHOLE = "goal: No trip in vain"


@pytest.mark.parametrize(
    ("code", "bad"),
    [
        ("CX419", "§kind: programme\nresources: []\n"),
        ("CX419", "§kind: programme\ntime: []\ninvestment: []\n"),
        ("CX420", "§business_value: []"),
        ("CX421", "§communication: {internal: All, customers: Notice}"),
        ("CX421", "§communication: {}"),
        ("CX422", "§ecosystem: {organisation: All, partners: Town, premises: Four}"),
        ("CX422", "§ecosystem: {}"),
        ("CX423", "incentives: [{text: Bonus}, {text: Bonus for speed, against: §Time for questions}]"),
        ("CX423", "incentives: [{text: , against: §[Time for questions]}]"),
        ("CX424", "§customers_take_part: []"),
    ],
)
def test_the_plan(code: str, bad: str) -> None:
    judge(code, "programme", bad, WHOLE, beside=("CX300",))


KEYS = ("owner", "resources", "time", "investment", "business_value", "communication", "ecosystem")


@pytest.mark.parametrize("key", [*KEYS, "incentives", "customers_take_part"])
def test_what_is_left_to_be_filled_is_not_judged(key: str) -> None:
    silent("programme", f"{key}:\n", beside=("CX300",))


def test_what_is_half_filled_is_judged_by_half() -> None:
    silent("programme", "communication: {internal: , partners: Town, customers: }", beside=("CX300",))
    silent("programme", "incentives: [{text: Bonus, against: }]", beside=("CX300",))
    silent("programme", "ecosystem: {people: Thirty, partners: a, premises: b, applications: c}")


def test_a_head_alone_lacks_all() -> None:
    found = said("kind: programme\nversion: 1\nid: p\ntitle: P\nlanguage: en\n")
    assert [(one.code, one.message) for one in found] == [
        ("CX419", "The plan names no owner, no resources, no time and no investment"),
        ("CX420", "The plan does not say what value it has for the business"),
        (
            "CX421",
            "The plan does not say how it reaches every function of the organisation, partners or customers",
        ),
        ("CX422", "The ecosystem lists no organisation, partners, premises or applications"),
        ("CX424", "The plan does not say how customers take part in the development"),
    ]
    assert {(one.span.line, one.span.column) for one in found if one.span} == {(1, 1)}
