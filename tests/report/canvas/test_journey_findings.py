"""`cxkit.report.canvas.journey_findings`: what stands out in a journey, also where nothing does alone."""

from __future__ import annotations

import pytest
from tests.report.canvas.canvases import canvas_text, view_of

from cxkit.report.canvas.outline import Facts, outline

PERSONAS = "personas: [{id: aino, name: Aino}, {id: veikko, name: Veikko}]\n"


def found(*touchpoints: str, language: str = "fi") -> dict[str, str]:
    """Return what stands out among touchpoints a, b, c ..., by what it is about."""
    body = "".join(f"  - {{id: {name}, {one}}}\n" for name, one in zip("abcd", touchpoints, strict=False))
    view = view_of(canvas_text("journey", f"{PERSONAS}stages:\n- id: s\n  touchpoints:\n{body}"), language)
    first = outline(view).sections[0].items[0]
    assert isinstance(first, Facts)
    return {fact.label: fact.values[0] for fact in first.facts}


@pytest.mark.parametrize(
    ("feelings", "low", "gap"),
    [
        (("{aino: -2, veikko: 1}", "{aino: 0, veikko: 0}"), "1 a: Aino −2", "1 a: Aino −2, Veikko +1"),
        (
            ("{aino: 1, veikko: 0}", "{aino: -1, veikko: 0}", "{aino: 0, veikko: -1}"),
            "2 b ja 1 muu: Aino −1",
            "1 a ja 2 muuta: Aino +1, Veikko 0",
        ),
        (("{aino: 1, veikko: 1}", "{aino: 1, veikko: 1}"), "1 a ja 1 muu: Aino ja Veikko +1",
         "ei eroa: kokemus on sama"),
    ],
)  # fmt: skip
def test_of_equal_points_the_first_is_named_and_the_others_counted(
    feelings: tuple[str, ...], low: str, gap: str
) -> None:
    said = found(*(f"emotion: {felt}" for felt in feelings))
    assert (said["Matalin kohta"], said["Suurin ero persoonien välillä"]) == (low, gap)


def test_coverage_counts_metrics_and_not_words() -> None:
    said = found(
        "critical: true, data: [{id: d, method: CSAT}]",
        "critical: true, data: [{id: e, method: open}]",
        "critical: true, data: none",
        language="en",
    )
    assert "1 / 3 of the critical measured" in said["Coverage"]
