"""Data of a measurement canvas: where it lives, where it is collected, what it is for."""

from __future__ import annotations

import pytest
from tests.canvas.rules.marked import canvas_text, judge, said, silent

from cxkit.canvas.rules.smallest import measurement_with

EMPTY = ("CX300",)
HOME = "source: Form, place: Sheet, decision: Hours"


def listed(*entries: str) -> str:
    return measurement_with(data_place="\n    data:\n" + "".join(f"      - {{{one}}}\n" for one in entries))


def at_touchpoints(*entries: str) -> str:
    table = "\n    touchpoints:\n" + "".join(f"      - {{{one}}}\n" for one in entries)
    return measurement_with(path=table)


def analysed(*entries: str) -> str:
    rest = "owner: Team, audience: All, enriched_with: Weather, updates: [1, 2, 6]"
    lines = "".join(f"      - {{{one}, {rest}}}\n" for one in entries)
    return measurement_with(analysis="\n    analyses:\n" + lines)


@pytest.mark.parametrize(
    ("code", "bad", "good"),
    [
        (
            "CX401",
            listed(
                "id: §survey, place: Sheet, decision: Hours",
                "id: §loans, decision: Hours",
            ),
            listed(f"id: survey, {HOME}", f"id: loans, {HOME}"),
        ),
        (
            "CX403",
            listed(f"id: survey, {HOME}", "id: §loans, source: System, place: Sheet"),
            listed(f"id: survey, {HOME}", "id: loans, source: System, place: Sheet, decision: [Rota, Hours]"),
        ),
        (
            "CX404",
            analysed("id: monthly, data: [survey]").replace("- {id: loans", "- {id: §loans"),
            analysed("id: monthly, data: [survey]", "id: yearly, data: [loans]"),
        ),
        (
            "CX402",
            at_touchpoints("id: pick-up, data: [survey, loans]", "id: desk, data: [survey, §lones]"),
            at_touchpoints("id: pick-up, data: [survey]", "id: desk, data: [survey, loans]"),
        ),
        (
            "CX402",
            at_touchpoints("id: pick-up, data: [survey]", "id: desk").replace(
                "- {id: loans", "- {id: §loans"
            ),
            at_touchpoints("id: pick-up, data: [survey]", "id: desk, data: [loans]"),
        ),
    ],
)
def test_the_list_of_data(code: str, bad: str, good: str) -> None:
    judge(code, "measurement", bad, good, beside=("CX426",))


@pytest.mark.parametrize(
    "good",
    [
        listed("id: survey, source: , place: , decision: ", f"id: loans, {HOME}"),
        at_touchpoints("id: pick-up, data: "),
        analysed("id: monthly, data: "),
        measurement_with(data_place=""),
        measurement_with(data_place="{data: }"),
        measurement_with(path=""),
        "blocks:\n",
    ],
)
def test_what_is_left_to_be_filled_is_not_judged(good: str) -> None:
    silent("measurement", good, beside=(*EMPTY, "CX426"))


def test_an_id_that_is_nearly_right_is_named() -> None:
    text = canvas_text("measurement", at_touchpoints("id: desk, data: [survey, loans, lones, quite-another]"))
    assert [(one.message, one.hint) for one in said(text)] == [
        ("`lones`, collected at `desk`, is not on the list of data", "Did you mean `loans`?"),
        (
            "`quite-another`, collected at `desk`, is not on the list of data",
            "On the list are survey, loans.",
        ),
    ]


JOURNEY = "--- # journey.yaml\nkind: journey\n"


def test_what_a_journey_collects_belongs_on_the_list() -> None:
    bad = measurement_with().replace("data_place:\n    data:", "data_place:\n    §data:")
    findings = judge("CX402", "measurement", f"{bad}{JOURNEY}", measurement_with())
    lacking = "`searches`, `pick-up-survey`, `renewals`"
    assert [one.message for one in findings] == [
        f"The list of data lacks what is collected on the journey `reserved-book`: {lacking}"
    ]


def test_what_is_collected_on_a_journey_alone_is_collected() -> None:
    data = [f"id: {name}, {HOME}" for name in ("survey", "loans", "searches", "pick-up-survey", "renewals")]
    silent("measurement", f"{listed(*data)}{JOURNEY}", beside=("CX404", "CX426"))


def test_a_journey_of_another_organisation_is_not_measured() -> None:
    own, other = "organisation: Lounaranta Library\n", "organisation: Lounaranta Theatre\n"
    silent("measurement", f"{own}{measurement_with()}{JOURNEY}{other}")
    silent("measurement", f"{own}{measurement_with()}{JOURNEY}{own}", beside=("CX402",))
    assert said(canvas_text("measurement", f"{own}{measurement_with()}{JOURNEY}{own}"))
    assert said(canvas_text("measurement", f"{measurement_with()}{JOURNEY}{own}"))


def test_a_journey_of_another_folder_is_not_measured_unless_it_is_named() -> None:
    own, other = "--- # one/measuring.yaml\nkind: measurement\n", "--- # two/journey.yaml\nkind: journey\n"
    assert said(canvas_text("measurement", f"{own}{measurement_with()}{other}")) == []
    below = other.replace("two/", "one/two/")
    assert {one.code for one in said(canvas_text("measurement", f"{own}{measurement_with()}{below}"))} == {
        "CX402"
    }
    named = measurement_with().replace("{id: pick-up, ", "{id: pick-up, journey: reserved-book, ")
    assert {one.code for one in said(canvas_text("measurement", f"{own}{named}{other}"))} == {"CX402"}


def test_a_journey_belongs_to_the_canvas_that_names_it() -> None:
    table = "\n    touchpoints:\n      - {id: pick-up, journey: reserved-book, data: [searches]}\n"
    names = ("searches", "pick-up-survey", "renewals")
    data = "".join(f"\n      - {{id: {name}, {HOME}}}" for name in names)
    analysis = measurement_with(path=table, data_place=f"\n    data:{data}", analysis="\n    analyses: []\n")
    second = f"--- # second.yaml\nkind: measurement\nid: second\n{analysis}"
    text = canvas_text("measurement", f"{measurement_with()}{JOURNEY}{second}")
    assert {(one.file, one.code) for one in said(text)} == {("second.yaml", "CX407")}
