"""The touchpoints of a journey's page: the head of each, its cells row by row, and its dots on the curves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from markupsafe import Markup, escape

from cxkit.canvas.journey import Journey, Lanes, Touchpoint
from cxkit.canvas.part import CanvasDocument
from cxkit.report.canvas.emotion import Feelings
from cxkit.report.canvas.figures import signed
from cxkit.report.canvas.html_curve import End, Line, Mark, Run, down, ends, marks, passes, runs
from cxkit.report.canvas.html_first_names import first_names
from cxkit.report.canvas.html_metrics import Chance, Metric, chance, metric
from cxkit.report.canvas.html_rows import Row
from cxkit.report.canvas.html_text import Wording
from cxkit.report.canvas.teller import Teller
from cxkit.report.canvas.view import View


@dataclass(frozen=True, slots=True)
class Cell:
    """What a touchpoint has in a row; one of the lists is filled, or none where nothing is known."""

    row: Row
    notes: tuple[Markup, ...] = ()
    metrics: tuple[Metric, ...] = ()
    chances: tuple[Chance, ...] = ()
    felt: tuple[tuple[int, Markup, str], ...] = ()
    thin: bool = False
    """A curve passes whose feeling here is not known."""
    why: Markup | None = None
    unmeasured: bool = False
    """Nothing is measured, and that is meant."""


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
    runs: tuple[Run, ...]
    ends: tuple[End, ...]
    beside: int
    firsts: tuple[tuple[End, int], ...]
    """Names at the first dots, each with the dots side by side before its own."""


class Points:
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
            runs=tuple(runs(self.series, number - 1)),
            ends=tuple(named),
            beside=beside,
            firsts=tuple(first_names(self.series)) if number == 1 else (),
        )

    def _cell(self, one: Touchpoint, row: Row, at: int) -> Cell:
        texts, wording = self.view.texts, self.wording
        match row.key:
            case "emotion":
                felt = [
                    (persona.look(number) % 5 + 1, wording.mark(persona.name), signed(value, texts))
                    for number, persona in enumerate(self.series)
                    if (value := persona.values[at]) is not None
                ]
                return Cell(row, felt=tuple(felt), thin=passes(self.series, at))
            case "metrics":
                found = tuple(metric(item, self.teller, wording) for item in one.data_items)
                why = wording.write(one.why) or None
                return Cell(row, metrics=found, why=why, unmeasured=one.data == "none")
            case "background":
                return Cell(row, notes=tuple(self._background(one)))
            case "opportunities":
                chances = [chance(each, texts, wording) for each in one.opportunities]
                return Cell(row, chances=tuple(each for each in chances if each.text))
            case "thoughts" | "benefits" | "sacrifices" | "pains" | "action":
                return Cell(row, notes=tuple(wording.all(getattr(one, row.key))))
        return Cell(row, notes=tuple(wording.all(getattr(one.lanes or Lanes(), row.key))))

    def _background(self, one: Touchpoint) -> Iterator[Markup]:
        """What is known of a touchpoint besides the rows that all have."""
        _, wording = self.view.texts.gettext, self.wording
        rests = {"data": _("collected data"), "interview": _("interviews"), "assumption": _("an assumption")}
        known = (
            (_("Importance"), f"{one.importance} / 5" if one.importance is not None else ""),
            (_("Ownership"), self.teller.ownership(one.ownership) or ""),
            (_("What this rests on"), rests.get(one.evidence or "", "")),
        )
        for title, said in known:
            if said:
                parts = {"title": wording.mark(title), "sentence": escape(said)}
                yield Markup(_("{title}: {sentence}", **parts))
        yield from wording.all(one.notes)
