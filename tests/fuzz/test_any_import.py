"""Any text that is to become a journey ends in findings, or in a journey that can be read again."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.fuzz.edits import EDITS, spoilt
from tests.fuzz.harmless import ROOT, is_well_said

from cxkit.canvas.importing import journeys_in
from cxkit.canvas.load import load_canvas_text
from cxkit.canvas.writing import canvas_yaml
from cxkit.documents.diagnostics import Diagnostic, Refused

_PATTERNS = ("*.mmd", "*.csv")
_ENDINGS = (".mmd", ".csv", ".md", "")
SOUND = tuple(
    (path.suffix, path.read_text(encoding="utf-8"))
    for folder in (ROOT / "tests" / "golden" / "canvas-exchange", *(ROOT / "tests" / "errors").glob("CX38*"))
    for pattern in _PATTERNS
    for path in sorted(folder.rglob(pattern))
)
_QUICK = settings(suppress_health_check=[HealthCheck.too_slow])


def check_import(text: str, ending: str) -> None:
    """Import a text, and read again what was made of it."""
    try:
        journeys = [one.journey for one in journeys_in(text, f"fuzz{ending}", name="Fuzz")]
    except Refused as refused:
        _are_well_said(refused.diagnostics, text)
        return
    assert len({journey.id.casefold() for journey in journeys}) == len(journeys) > 0
    for journey in journeys:
        loaded = load_canvas_text(canvas_yaml(journey), file="fuzz.yaml")
        assert loaded.diagnostics == ()


def _are_well_said(findings: Sequence[Diagnostic], text: str) -> None:
    assert findings
    for found in findings:
        if found.code != "CX389":  # which is about the whole file
            is_well_said(found, text)


@_QUICK
@given(st.sampled_from(SOUND), EDITS)
def test_spoilt_journeys_to_import(sound: tuple[str, str], edits: list[tuple[int, str, str]]) -> None:
    ending, text = sound
    check_import(spoilt(text, edits), ending)


@_QUICK
@given(st.text(max_size=200), st.sampled_from(_ENDINGS))
def test_any_text_to_import(text: str, ending: str) -> None:
    check_import(text, ending)


@pytest.mark.parametrize(("ending", "text"), SOUND)
def test_nothing_spoilt_ends_well_too(ending: str, text: str) -> None:
    check_import(text, ending)
