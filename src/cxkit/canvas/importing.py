"""A file of another format → journeys: Mermaid text, also inside a Markdown page, or a touchpoint table."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath

from cxkit.canvas.import_findings import Findings, refuse_unusable
from cxkit.canvas.import_text import PAGES, is_table
from cxkit.canvas.imported import Imported
from cxkit.canvas.journey import Journey
from cxkit.canvas.load import load_canvas_text
from cxkit.canvas.mermaid_journey import journey_of, outgrown
from cxkit.canvas.mermaid_reading import diagrams
from cxkit.canvas.mermaid_sources import has_journey, is_markdown
from cxkit.canvas.naming import new_id
from cxkit.canvas.touchpoint_import import table_in
from cxkit.canvas.writing import canvas_yaml


def journeys_in(text: str, file: str, *, name: str, language: str | None = None) -> tuple[Imported, ...]:
    """Return every journey of a text, each with an id of its own. Raises `Refused` with all that is wrong.

    The ending of the file tells Mermaid from a table, or else what stands in it. ``name`` is what a journey
    without a title is called; ``language`` that which the journeys are in, where they do not say it.
    """
    refuse_unusable(text, file)
    _refuse_page_without_diagram(text, file)
    if is_table(text, file):
        found = [table_in(text, file, name=name, language=language)]
    else:
        read = diagrams(text, file)
        found = [
            Imported(journey_of(one, fallback=name, language=language), None, outgrown(one)) for one in read
        ]
    journeys: list[Imported] = []
    for one in found:
        taken = {other.journey.id.casefold() for other in journeys}
        if one.journey.id.casefold() in taken:
            unlike = new_id(one.journey.id, taken=taken, fallback="journey")
            one = replace(one, journey=one.journey.model_copy(update={"id": unlike}))
        journeys.append(one)
    for one in journeys:
        _refuse_too_large(one.journey, file)
    return tuple(journeys)


def _refuse_page_without_diagram(text: str, file: str) -> None:
    page = PurePath(file).suffix.lower() in PAGES
    if page and not is_markdown(text) and not has_journey(text):
        findings = Findings(file)
        hint = "A diagram stands between a line ```mermaid and a line ```."
        findings.add("CX380", "This page has no Mermaid diagram", hint, 1, 0)
        findings.or_refuse()


def _refuse_too_large(journey: Journey, file: str) -> None:
    if load_canvas_text(canvas_yaml(journey), file=file).model is None:
        findings = Findings(file)
        message = f"The journey `{journey.id}` would be larger than a canvas file may be"
        findings.add("CX388", message, "Give a file of fewer touchpoints or shorter texts.", 1, 0)
        findings.or_refuse()
