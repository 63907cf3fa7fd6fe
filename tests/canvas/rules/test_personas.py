"""Personas, in files of their own and in full inside other canvases."""

from __future__ import annotations

import pytest
from tests.canvas.rules.marked import judge, said, silent

from cxkit.canvas.rules.smallest import measurement_with
from cxkit.documents.diagnostics import Severity

MOVED = "motivation: a\nwants: b\n"
SAID = f"{MOVED}value_we_give: c\nwhy_us: d\nreviewed: 2026-01-01\n"


def whose(lines: str) -> str:
    """An empathy map of a persona, to whose journeys no rule looks."""
    indented = "".join(f"  {line}\n" for line in lines.splitlines())
    return f"persona:\n{indented}"


@pytest.mark.parametrize(
    ("code", "bad", "good"),
    [
        ("CX303", whose("id: §aino\nreviewed: 2026-01-01\n"), whose(f"id: aino\n{SAID}")),
        ("CX303", whose(f"id: §aino\n{SAID}").replace("why_us: d", "why_us: []"), whose(f"id: aino\n{SAID}")),
        (
            "CX303",
            whose("id: §aino\nfacts: {age: 34}\nwants: b\nreviewed: 2026-01-01\n"),
            whose(f"id: aino\nfacts: {{age: 34}}\n{SAID}"),
        ),
        (
            "CX304",
            whose("id: aino\n§facts: {age: 25-44, size: Town}\nrole: Reader\nreviewed: 2026-01-01\n"),
            whose(f"id: aino\nfacts: {{age: 34}}\n{SAID}"),
        ),
        (
            "CX305",
            whose(f"id: §firm\nname: {{fi: Esimerkki Oy, en: Sample Ltd}}\n{SAID}"),
            whose(f"id: aino\nname: Oyvind\n{SAID}"),
        ),
        ("CX305", whose(f"id: §firm\nname: Oy Esimerkki Ab\n{SAID}"), whose(f"id: aino\nname: Aino\n{SAID}")),
        (
            "CX305",
            whose(f"id: §firm\nname: 1234567-8\n{SAID}"),
            whose(f"id: aino\nname: House 1234567\n{SAID}"),
        ),
        (
            "CX305",
            whose(f"id: §firm\nfacts: {{Toimiala: kauppa, size: 4}}\n{SAID}"),
            whose(f"id: aino\nfacts: {{Toimiala: kauppa, ikä: 41}}\n{SAID}"),
        ),
        (
            "CX322",
            whose(f"id: §aino\n{SAID}".replace("reviewed: 2026-01-01\n", "")),
            whose(f"id: aino\n{SAID}"),
        ),
    ],
)
def test_personas(code: str, bad: str, good: str) -> None:
    judge(code, "empathy", bad, good)


def test_what_is_missing_is_named() -> None:
    (found,) = judge("CX303", "empathy", whose("id: §aino\nwants: b\nreviewed: 2026-01-01\n"), whose(
        f"id: aino\n{SAID}"))  # fmt: skip
    assert found.message == "`aino` does not say what motivates, what value we give or why with us"
    assert found.hint == "Add `motivation`, `value_we_give` and `why_us`."


@pytest.mark.parametrize("key", ["motivation: a", "wants: b", "why_us: d", "reviewed: 2026-01-01"])
def test_what_is_left_empty_is_not_judged(key: str) -> None:
    text = f"id: aino\nfacts: {{size: 4}}\nrole:\n{SAID}".replace(key, f"{key.partition(':')[0]}:")
    silent("empathy", whose(text), beside=["CX300"])


def test_a_persona_of_a_journey_is_judged_where_it_stands() -> None:
    judge("CX322", "journey", f"personas: [{{id: §aino, {SAID.replace(chr(10), ', ')}}}]".replace(
        "reviewed: 2026-01-01, ", ""), "goal: To read")  # fmt: skip


def test_a_persona_by_its_id_is_judged_in_its_own_file() -> None:
    silent("journey", "personas: [aino]\n--- # aino.yaml\nkind: persona\n")


class TestAJourneyOfTheirOwn:
    def test_of_a_persona_in_a_file(self) -> None:
        journey = (
            "--- # journey.yaml\nkind: journey\npersonas: [{id: veikko, " + SAID.replace("\n", ", ") + "}]\n"
        )
        (found,) = judge("CX301", "persona", "id: §aino\n" + journey, "id: veikko\n" + journey)
        assert found.severity is Severity.WARNING
        assert found.message == "No journey names the persona `aino`"

    def test_of_a_persona_in_full_in_a_journey(self) -> None:
        silent("journey", "goal: To read\n")

    def test_touchpoints_of_the_same_canvas_are_enough(self) -> None:
        silent("measurement", measurement_with())

    @pytest.mark.parametrize("touchpoints", ["", "touchpoints: []"])
    def test_without_touchpoints_it_is_an_error(self, touchpoints: str) -> None:
        blocks = measurement_with(path=f"{{channels: [library], {touchpoints}}}".replace(", }", "}"))
        blocks = blocks.replace("{id: aino", "{id: §aino")
        (found,) = judge("CX301", "measurement", blocks, measurement_with(), beside=["CX402"])
        assert found.severity is Severity.ERROR
        assert found.message.endswith("and no touchpoint of this canvas can be theirs")

    def test_touchpoints_left_empty_are_not_judged(self) -> None:
        silent("measurement", measurement_with(path="{touchpoints: }"), beside=["CX300", "CX402"])

    def test_touchpoints_of_the_journeys_of_others_are_not_enough(self) -> None:
        table = "{touchpoints: [{id: pick-up, data: [survey, loans], journey: reserved-book}]}"
        collected = "CX402"  # what the journey collects is not on the list of this canvas
        veikko = f"{{id: veikko, {SAID.replace(chr(10), ', ')}}}"
        blocks = measurement_with(path=table)
        journey = "--- # journey.yaml\nkind: journey\npersonas: "
        judge(
            "CX301",
            "measurement",
            blocks.replace("{id: aino", "{id: §aino") + f"{journey}[{veikko}]\n",
            blocks + f"{journey}[{veikko.replace('veikko', 'aino')}]\n",
            beside=[collected],
        )

    def test_touchpoints_of_a_journey_that_is_nowhere_may_be_theirs(self) -> None:
        table = "{touchpoints: [{id: pick-up, data: [survey, loans], journey: elsewhere}]}"
        assert {found.code for found in said(_measurement(table))} == {"CX340"}


def _measurement(path: str) -> str:
    from tests.canvas.rules.marked import canvas_text

    return canvas_text("measurement", measurement_with(path=path))


def test_a_persona_without_a_name_yet_has_no_journey_yet() -> None:
    silent("persona", "name:\n", beside=["CX300"])
    judge("CX301", "persona", "id: §aino\n", "id: aino\n--- # journey.yaml\nkind: journey\n")
