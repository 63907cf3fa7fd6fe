"""One thing, one id."""

from __future__ import annotations

import pytest
from tests.canvas.rules.marked import judge

from cxkit.canvas.rules.smallest import SMALLEST, measurement_with

WHOLE = measurement_with()
SAYS = "motivation: a, wants: b, value_we_give: c, why_us: d, reviewed: 2026-01-01"
LACKING = ("CX401", "CX403", "CX405", "CX406", "CX417", "CX426")


@pytest.mark.parametrize(
    ("kind", "bad", "what"),
    [
        (
            "journey",
            SMALLEST["journey"].replace("channels:", f"  - {{id: §Aino, {SAYS}}}\nchannels:"),
            "persona id `Aino`",
        ),
        ("journey", "personas: [aino, §aino]\n--- # a.yaml\nkind: persona\n", "persona id `aino`"),
        (
            "journey",
            SMALLEST["journey"].replace("method: CSAT}", "method: CSAT}, {id: §pick-up-survey, method: NPS}"),
            "data id `pick-up-survey`",
        ),
        (
            "measurement",
            WHOLE.replace("  path:", f"      - {{id: §aino, {SAYS}}}\n  path:"),
            "persona id `aino`",
        ),
        (
            "measurement",
            WHOLE.replace("  data_place:", "      - {id: §Pick-up}\n  data_place:"),
            "touchpoint id `Pick-up`",
        ),
        (
            "measurement",
            WHOLE.replace("  analysis:", "      - {id: §survey}\n  analysis:"),
            "data id `survey`",
        ),
        (
            "measurement",
            WHOLE.replace("  organisation:", "      - {id: §monthly}\n  organisation:"),
            "analysis id `monthly`",
        ),
        (
            "strategy",
            SMALLEST["strategy"].replace("exclusions:", "  - {id: §SEARCH}\nexclusions:"),
            "battle id `SEARCH`",
        ),
        ("strategy", SMALLEST["strategy"] + "  - {id: §okr-search}\n", "OKR id `okr-search`"),
    ],
)
def test_an_id_that_stands_twice(kind: str, bad: str, what: str) -> None:
    [found] = judge("CX431", kind, bad, SMALLEST[kind], beside=LACKING)
    assert found.message.startswith(f"The {what} is already used in line ")
