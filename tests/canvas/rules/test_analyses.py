"""Analyses of a measurement canvas: whose, for whom, of what, and what they feed."""

from __future__ import annotations

import pytest
from tests.canvas.rules.marked import canvas_text, judge, said, silent

from cxkit.canvas.rules.smallest import measurement_with

WHOLE = "owner: Team, audience: All, data: [survey, loans], updates: [1, 2, 6]"


def analyses(*entries: str) -> str:
    lines = "".join(f"      - {{{one}}}\n" for one in entries).replace("{§", "§{")
    return measurement_with(analysis="\n    §analyses:\n" + lines).replace("§analyses", "analyses")


@pytest.mark.parametrize(
    ("code", "bad", "good"),
    [
        (
            "CX405",
            analyses(f"id: a, {WHOLE}", "id: §b, audience: All, data: [survey, loans], updates: []"),
            analyses(f"id: a, {WHOLE}", "id: b, owner: Team, audience: All, data: [survey, loans]"),
        ),
        (
            "CX406",
            analyses("id: §a, owner: Team, data: [survey, loans], updates: [1, 2, 6]"),
            analyses(f"id: a, {WHOLE}"),
        ),
        (
            "CX408",
            analyses("id: a, owner: Team, audience: All, data: [survey, loans], §updates: [3, 6]"),
            analyses(
                "id: a, owner: Team, audience: All, data: [survey, loans], updates: [3, 6]",
                "id: b, owner: Team, audience: All, data: [survey, loans], updates: [2, 1]",
            ),
        ),
        (
            "CX408",
            analyses("§id: a, owner: Team, audience: All, data: [survey, loans]"),
            analyses(f"id: a, {WHOLE}"),
        ),
        (
            "CX408",
            analyses("id: a, owner: Team, audience: All, data: [survey, loans], updates: [1, 2, 6, §9, §0]"),
            analyses("id: a, owner: Team, audience: All, data: [survey, loans], updates: [1, 2, 6, 3]"),
        ),
        (
            "CX426",
            analyses(f"id: a, {WHOLE}", "id: b, owner: Team, audience: All, §data: [loans], updates: [1]"),
            analyses(
                f"id: a, {WHOLE}", "id: b, owner: Team, audience: All, data: [loans], enriched_with: Weather"
            ),
        ),
        (
            "CX426",
            analyses(f"id: a, {WHOLE}", "§id: b, owner: Team, audience: All, updates: [1]"),
            analyses(f"id: a, {WHOLE}", "id: b, owner: Team, audience: All, data: , updates: [1]"),
        ),
        (
            "CX407",
            measurement_with(analysis="{§analyses: []}"),
            measurement_with(),
        ),
    ],
)
def test_the_analyses(code: str, bad: str, good: str) -> None:
    judge(code, "measurement", bad, good, beside=("CX300",))


@pytest.mark.parametrize(
    "good",
    [
        analyses("id: a, owner: , audience: , data: , enriched_with: , updates: "),
        analyses("id: a, owner: Team, audience: All, data: [survey, loans], updates: "),
        measurement_with(analysis=""),
        measurement_with(analysis="{analyses: }"),
    ],
)
def test_what_is_left_to_be_filled_is_not_judged(good: str) -> None:
    silent("measurement", good, beside=("CX300",))


def test_one_source_in_two_spellings_is_one() -> None:
    text = measurement_with().replace("Library system", "WEB FORM")
    assert [one.code for one in said(canvas_text("measurement", text))] == ["CX426"]


def test_data_without_a_source_may_come_from_anywhere() -> None:
    text = measurement_with().replace("source: Library system, ", "")
    assert [one.code for one in said(canvas_text("measurement", text))] == ["CX401"]


class TestDataWithoutAnalysis:
    """Where there is data there is an analysis."""

    def test_without_the_block_the_first_is_pointed_at(self) -> None:
        bad = measurement_with(analysis=None).replace("leadership", "§leadership")
        judge("CX407", "measurement", bad, measurement_with())

    def test_data_at_touchpoints_is_enough(self) -> None:
        text = canvas_text("measurement", measurement_with(analysis=None, data_place="{data: }"))
        assert {one.code for one in said(text)} == {"CX300", "CX407"}

    def test_without_any_data_there_is_nothing_to_analyse(self) -> None:
        silent(
            "measurement",
            measurement_with(analysis=None, data_place=None, path="{channels: [{id: web, mode: online}]}"),
            beside=("CX301",),
        )

    def test_data_on_journeys_is_data(self) -> None:
        without = measurement_with(analysis=None, data_place=None, path="{channels: [{id: web}]}")
        text = canvas_text("measurement", f"{without}--- # journey.yaml\nkind: journey\n")
        assert [one.message for one in said(text) if one.code == "CX407"] == [
            "There is data collected on the journeys, but no analysis"
        ]

    def test_an_analysis_of_another_canvas_will_do(self) -> None:
        other = "--- # other.yaml\nkind: measurement\nid: other\n"
        silent("measurement", f"{measurement_with(analysis=None)}{other}")


class TestKnownData:
    """What an analysis draws on is on the list, or elsewhere in the workspace."""

    def test_an_id_that_is_nearly_right_is_named(self) -> None:
        bad = analyses("id: a, owner: Team, audience: All, data: [survey, loans, §lones], updates: [1, 2, 6]")
        [found] = judge("CX430", "measurement", bad, measurement_with())
        assert found.hint == "Did you mean `loans`?"

    def test_data_of_a_journey_elsewhere_is_known(self) -> None:
        more = analyses(
            "id: a, owner: Team, audience: All, data: [survey, loans, renewals], updates: [1, 2, 6]"
        )
        assert [one.code for one in said(canvas_text("measurement", more))] == ["CX430"]
        own = "--- # own/measuring.yaml\nkind: measurement\n"
        silent("measurement", f"{own}{more}--- # far/journey.yaml\nkind: journey\n")

    def test_a_list_to_be_filled_knows_nothing_yet(self) -> None:
        silent("measurement", measurement_with(data_place="{data: }"), beside=("CX300",))

    def test_without_a_list_what_is_known_is_told(self) -> None:
        without = measurement_with(data_place="{data: []}")
        found = [one for one in said(canvas_text("measurement", without)) if one.code == "CX430"]
        assert [one.hint for one in found] == ["Begin the list of data with it (block 4)."] * 2
