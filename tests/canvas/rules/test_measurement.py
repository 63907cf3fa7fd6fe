"""What a measurement canvas says of leadership and of the organisation."""

from __future__ import annotations

import pytest
from tests.canvas.rules.marked import judge, silent

from cxkit.canvas.rules.smallest import measurement_with

COMPARED = "compared_with: {operational: Queue, business: Cost}"


def leadership(text: str) -> str:
    return measurement_with(leadership=text)


def organisation(text: str) -> str:
    return measurement_with(organisation=text)


WHOLE = organisation(f"{{sharing: Meeting, changes: Hours, reaction_time: A week, {COMPARED}}}")


@pytest.mark.parametrize(
    ("code", "bad", "good"),
    [
        (
            "CX409",
            organisation(
                "{sharing: Meeting, changes: Hours, reaction_time: A week, §compared_with: {business: Cost}}"
            ),
            WHOLE,
        ),
        (
            "CX409",
            measurement_with(organisation=None)
            + "  organisation: §{sharing: a, changes: b, reaction_time: c}\n",
            WHOLE,
        ),
        (
            "CX410",
            leadership("{short_term: Queues}").replace("leadership", "§leadership"),
            leadership("{short_term: Queues, long_term: Readers}"),
        ),
        (
            "CX411",
            organisation(f"{{sharing: Meeting, changes: Hours, {COMPARED}}}").replace(
                "organisation: {", "organisation: §{"
            ),
            WHOLE,
        ),
        (
            "CX412",
            organisation(f"{{sharing: Meeting, changes: [], reaction_time: A day, {COMPARED}}}").replace(
                "changes", "§changes"
            ),
            WHOLE,
        ),
        (
            "CX427",
            organisation(f"{{changes: Hours, reaction_time: A week, {COMPARED}}}").replace(
                "organisation: {", "organisation: §{"
            ),
            WHOLE,
        ),
    ],
)
def test_what_is_not_said(code: str, bad: str, good: str) -> None:
    judge(code, "measurement", bad, good)


@pytest.mark.parametrize(
    ("block", "codes"),
    [("leadership", {"CX410"}), ("organisation", {"CX409", "CX411", "CX412", "CX427"})],
)
def test_a_block_that_is_not_there_is_missed_and_one_to_be_filled_is_not(block: str, codes: set[str]) -> None:
    from tests.canvas.rules.marked import canvas_text, said

    found = said(canvas_text("measurement", measurement_with(**{block: None})))
    assert {one.code for one in found} == codes
    silent("measurement", measurement_with(**{block: ""}), beside=("CX300",))


def test_each_missing_term_is_named() -> None:
    bad = leadership("{why: To know}").replace("leadership", "§leadership")
    [found] = judge("CX410", "measurement", bad, measurement_with())
    assert found.message == "Block 1 says nothing of the long term and the short term"
    assert found.hint == "Add `long_term` and `short_term` to `leadership`."
