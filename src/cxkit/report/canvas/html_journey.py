"""A journey as a page shows it: sheets of stages, touchpoints with their cells, and the rows these stand in.

Only content in the order of reading; the template and its style sheet make a map of it, or a flow.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import cast

from markupsafe import Markup

from cxkit.canvas.journey import Journey, Lanes, Stage, Touchpoint
from cxkit.canvas.part import CanvasDocument
from cxkit.report.canvas.emotion import Feelings, feelings
from cxkit.report.canvas.figures import signed
from cxkit.report.canvas.html_curve import BESIDE, COLUMN, End, Line, Mark, across, down, ends, marks
from cxkit.report.canvas.html_metrics import Chance, Metric, chance, metric
from cxkit.report.canvas.html_rows import Row, rows_of
from cxkit.report.canvas.html_text import Wording
from cxkit.report.canvas.journey_findings import Finding, findings
from cxkit.report.canvas.journey_head import persona_name, personas_of
from cxkit.report.canvas.teller import Teller
from cxkit.report.canvas.view import View

SHEET = 10
"""Columns that fit a printed sheet; a wider map goes on with the next stage on another one."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What a touchpoint has in a row; one of the lists is filled, or none where nothing is known."""

    row: Row
    notes: tuple[Markup, ...] = ()
    metrics: tuple[Metric, ...] = ()
    chances: tuple[Chance, ...] = ()
    felt: tuple[tuple[int, str, str], ...] = ()
    why: Markup | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """A touchpoint."""

    number: int
    column: int
    name: Markup
    mode: str
    critical: bool
    grey: tuple[Markup, ...]
    cells: tuple[Cell, ...]
    marks: tuple[Mark, ...]
    down: tuple[Line, ...]
    ends: tuple[End, ...]
    beside: int


@dataclass(frozen=True, slots=True)
class StagePart:
    """A stage, or the part of it that a sheet holds; columns count from 1, in the map and in the sheet."""

    number: int
    title: Markup
    phase: str
    continued: bool
    column: int
    in_sheet: int
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Stages that are printed side by side."""

    first: int
    columns: int
    stages: tuple[StagePart, ...]


@dataclass(frozen=True, slots=True)
class Whose:
    """A persona in the head."""

    number: int
    name: Markup
    age: Markup
    role: Markup
    quote: Markup


@dataclass(frozen=True, slots=True)
class JourneyPage:
    """All that a journey's page shows."""

    small: tuple[str, ...]
    personas: tuple[Whose, ...]
    findings: tuple[Finding, ...]
    rows: tuple[Row, ...]
    sheets: tuple[Sheet, ...]
    columns: int
    curves: tuple[Line, ...]
    reach: int
    """How far the scale's lines go: to the names at the ends of the curves."""
    said: str
    empty: tuple[Markup, ...]


def journey_page(view: View[Journey], wording: Wording) -> JourneyPage:
    """Return the content of a journey's page."""
    journey, texts = view.canvas, view.texts
    personas = personas_of(journey, view.personas)
    names = {key: persona_name(key, one, texts) for key, one in personas.items()}
    series = feelings(journey, names, texts.gettext("everybody"))
    rows = rows_of(journey, texts)
    points = _Points(view, wording, series, rows)
    sheets = _sheets(view, wording, points)
    return JourneyPage(
        small=_small(view),
        personas=tuple(_whose(view, wording, number, key) for number, key in enumerate(personas, 1)),
        findings=tuple(findings(journey, series, texts)),
        rows=rows,
        sheets=sheets,
        columns=sum(sheet.columns for sheet in sheets),
        curves=tuple(across(series)),
        reach=_reach(series, sum(sheet.columns for sheet in sheets)),
        said=_said(view, series),
        empty=tuple(wording.title(stage.called) for stage in journey.stages if not stage.touchpoints),
    )


def _small(view: View[Journey]) -> tuple[str, ...]:
    _, journey = view.texts.gettext, view.canvas
    states = {"current": _("current state"), "future": _("future state")}
    types = {"core": _("core journey"), "variation": _("variation"), "exception": _("exception")}
    said = (states.get(journey.state or ""), types.get(journey.type or ""))
    return (_("Customer journey"), *(one for one in said if one))


def _whose(view: View[Journey], wording: Wording, number: int, key: str) -> Whose:
    persona = personas_of(view.canvas, view.personas)[key]
    age = (persona.facts or {}).get("age") if persona is not None else None
    return Whose(
        (number - 1) % 5 + 1,
        wording.mark(key) if persona is None or persona.name is None else wording.title(persona.name),
        Markup("") if age is None else wording.mark(age) if isinstance(age, str) else wording.write(age),
        wording.write(persona.role if persona else None),
        wording.write(persona.quote if persona else None),
    )


class _Points:
    """Makes the touchpoints of a page, one after another."""

    def __init__(
        self, view: View[Journey], wording: Wording, series: list[Feelings], rows: tuple[Row, ...]
    ) -> None:
        self.view, self.wording, self.series, self.rows = view, wording, series, rows
        self.teller = Teller(cast(View[CanvasDocument], view))
        self.last = sum(len(stage.touchpoints) for stage in view.canvas.stages)

    def make(self, one: Touchpoint, number: int, column: int) -> Point:
        journey = self.view.canvas
        channel = journey.channel_of(one)
        grey = [channel.called if channel else None, one.owner]
        named, beside = ends(self.series) if number == self.last else ([], 0)
        return Point(
            number=number,
            column=column,
            name=self.wording.write(one.called),
            mode=journey.mode_of(one) or "unknown",
            critical=bool(one.critical),
            grey=tuple(self.wording.all(text for text in grey if text is not None)),
            cells=tuple(self._cell(one, row, number - 1) for row in self.rows if row.filled),
            marks=tuple(marks(self.series, number - 1)),
            down=tuple(down(self.series, number - 1)),
            ends=tuple(named),
            beside=beside,
        )

    def _cell(self, one: Touchpoint, row: Row, at: int) -> Cell:
        texts, wording = self.view.texts, self.wording
        match row.key:
            case "emotion":
                felt = [
                    (number % 5 + 1, persona.name, signed(value, texts))
                    for number, persona in enumerate(self.series)
                    if (value := persona.values[at]) is not None
                ]
                return Cell(row, felt=tuple(felt))
            case "metrics":
                found = tuple(metric(item, self.teller, wording) for item in one.data_items)
                return Cell(row, metrics=found, why=wording.write(one.why) or None)
            case "opportunities":
                chances = [chance(each, texts, wording) for each in one.opportunities]
                return Cell(row, chances=tuple(each for each in chances if each.text))
            case "thoughts" | "benefits" | "sacrifices" | "pains" | "action":
                return Cell(row, notes=tuple(wording.all(getattr(one, row.key))))
        return Cell(row, notes=tuple(wording.all(getattr(one.lanes or Lanes(), row.key))))


def _sheets(view: View[Journey], wording: Wording, points: _Points) -> tuple[Sheet, ...]:
    sheets: list[Sheet] = []
    parts: list[StagePart] = []
    numbers, at = count(1), 0
    phase = None
    for number, stage in enumerate((one for one in view.canvas.stages if one.touchpoints), 1):
        if parts and _width(parts) + len(stage.touchpoints) > SHEET:
            sheets.append(_sheet(parts, at))
            parts = []
        left = stage.touchpoints
        while left:
            if _width(parts) == SHEET:
                sheets.append(_sheet(parts, at))
                parts = []
            taken, left = left[: SHEET - _width(parts)], left[SHEET - _width(parts) :]
            begun = len(taken) + len(left) < len(stage.touchpoints)
            shown = _phase(view, stage) if stage.phase != phase or not parts else ""
            held = tuple(points.make(one, next(numbers), at + place) for place, one in enumerate(taken, 1))
            parts.append(
                StagePart(number, wording.title(stage.called), shown, begun, at + 1, _width(parts) + 1, held)
            )
            at += len(taken)
            phase = stage.phase
    return (*sheets, *([_sheet(parts, at)] if parts else []))


def _sheet(parts: list[StagePart], columns: int) -> Sheet:
    return Sheet(columns - _width(parts), _width(parts), tuple(parts))


def _width(parts: list[StagePart]) -> int:
    return sum(len(part.points) for part in parts)


def _phase(view: View[Journey], stage: Stage) -> str:
    _ = view.texts.gettext
    phases = {
        "pre_purchase": _("Pre-purchase"),
        "purchase": _("Purchase"),
        "post_purchase": _("Post-purchase"),
    }
    return phases.get(stage.phase or "", "")


def _reach(series: list[Feelings], columns: int) -> int:
    named, beside = ends(series)
    return (columns - 1) * COLUMN + (beside + 1) * BESIDE - 4 if named else columns * COLUMN - 12


def _said(view: View[Journey], series: list[Feelings]) -> str:
    """Say the curves in words, for those who do not see them."""
    names = [one.called.get(view.language) for _, _, one in view.canvas.touchpoints()]
    told = []
    for one in series:
        felt = [
            f"{number} {name} {signed(value, view.texts)}"
            for number, (name, value) in enumerate(zip(names, one.values, strict=True), 1)
            if value is not None
        ]
        if felt:
            told.append(f"{one.name}: {', '.join(felt)}")
    return ". ".join((view.texts.gettext("Emotion curve"), *told)) + "."
