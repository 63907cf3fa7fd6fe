"""A journey on the terminal: stages across with their touchpoints below, and a curve for each persona.

What does not fit side by side goes on below; where not even two touchpoints fit, one follows the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from cxkit.canvas.journey import Journey, Lanes, Stage, Touchpoint
from cxkit.canvas.kind import Row
from cxkit.documents.base import Text
from cxkit.report.canvas.emotion import Feelings, feelings
from cxkit.report.canvas.teller import Teller
from cxkit.report.canvas.terminal_curve import LEVELS, SIGNS, curve, scale, signed
from cxkit.report.canvas.terminal_paint import ALARM, BOLD, GAP, QUIET, Brush, Line

LABEL = 14
COLUMN = 20
WIDEST = 32
NOTHING = "–"
_RULES = {"line_interaction": "─", "line_visibility": "╌", "line_internal": "┈"}


@dataclass(frozen=True, slots=True)
class Stop:
    """A touchpoint with its number and its stage's, both from 1."""

    number: int
    stage_number: int
    stage: Stage
    touchpoint: Touchpoint


class JourneyMap:
    """The map of one journey for a paper of a width in cells."""

    def __init__(self, journey: Journey, teller: Teller, width: int, brush: Brush) -> None:
        self.journey, self.teller, self.width, self.brush = journey, teller, width, brush
        numbers = {stage.id: number for number, stage in enumerate(journey.stages, 1)}
        self.stops = [
            Stop(number, numbers[stage.id], stage, one)
            for number, (_, stage, one) in enumerate(journey.touchpoints(), 1)
        ]
        names = {identifier: str(teller.persona_name(identifier)) for identifier in journey.persona_ids}
        self.series = feelings(journey, names, teller.texts.gettext("everybody"))

    def lines(self) -> Iterator[str]:
        """Yield the lines of the map."""
        room = self.width - LABEL - len(GAP)
        most = (room + len(GAP)) // (COLUMN + len(GAP))
        if most < 2:
            for stop in self.stops:
                yield from self._flow(stop)
        else:
            bands = -(-len(self.stops) // most)
            size = -(-len(self.stops) // max(bands, 1))
            for begin in range(0, len(self.stops), max(size, 1)):
                columns = min(size, len(self.stops))
                column = min(WIDEST, (room - len(GAP) * (columns - 1)) // columns)
                yield from _Band(self, self.stops[begin : begin + size], column).lines()
        yield from self._empty_stages()

    def _empty_stages(self) -> Iterator[str]:
        """Name the stages that nothing stands in yet."""
        empty = [self.teller.said(stage.called) for stage in self.journey.stages if not stage.touchpoints]
        if empty:
            yield ""
            words = self.teller.texts.gettext("Stages without touchpoints:")
            yield from self._say(f"{words} {', '.join(empty)}", QUIET)

    def _say(self, text: str, style: str = "", sign: str = "") -> Iterator[str]:
        return self.brush.said(text, self.width, style, sign=sign)

    def _flow(self, stop: Stop) -> Iterator[str]:
        """Yield one touchpoint, all below one another."""
        if stop.touchpoint is stop.stage.touchpoints[0]:
            yield ""
            yield from self._say(f"{stop.stage_number} {self.teller.said(stop.stage.called)}", BOLD)
            yield self.brush.painted(Line("━" * min(self.width, 40)))
        for line in self.head(stop, self.width):
            yield self.brush.painted(line)
        for number, one in enumerate(self.series):
            value = one.values[stop.number - 1]
            if value is not None:
                yield from self._say(f"{scale(value, SIGNS[number % len(SIGNS)])} {one.name}")
        for label, cells in self.rows([stop], self.width - len(GAP)):
            if not isinstance(cells, str):
                yield from self._say(label, QUIET)
                yield from (GAP + self.brush.painted(line) for line in cells[0])
        yield ""

    def head(self, stop: Stop, width: int) -> list[Line]:
        """Return number and name of a touchpoint, its channel, and the word for a critical one."""
        found = self.brush.lines(f"{stop.number} {self.teller.said(stop.touchpoint.called)}", width, BOLD)
        if stop.touchpoint.critical:
            found += self.brush.lines(self.teller.texts.gettext("critical"), width, ALARM, sign="◆")
        for text in self.teller.channel(self.journey, stop.touchpoint):
            found += self.brush.lines(text, width, QUIET)
        return found

    def rows(self, stops: list[Stop], width: int) -> Iterator[tuple[str, list[list[Line]] | str]]:
        """Yield each row that says something: its label and a cell for each touchpoint, or a line between."""
        _ = self.teller.texts.gettext
        points = [stop.touchpoint for stop in stops]
        thoughts = [[_("“{thought}”", thought=text) for text in self._words(one.thoughts)] for one in points]
        yield from self._told(_("Thoughts"), thoughts, width)
        yield from self._told(_("Metrics"), [self._metrics(one) for one in points], width)
        yield from self._told(_("Value: benefits"), [self._words(one.benefits) for one in points], width, "+")
        yield from self._told(
            _("Value: sacrifices"), [self._words(one.sacrifices) for one in points], width, "−"
        )
        yield from self._told(_("Pains"), [self._words(one.pains) for one in points], width, "!")
        chances = [
            self._words(chance.text for chance in one.opportunities if chance.text is not None)
            for one in points
        ]
        yield from self._told(_("Opportunities"), chances, width, "→")
        yield from self._told(_("Responsible"), [self.teller.cell(one.owner) for one in points], width)
        if not any(stop.touchpoint.lanes for stop in self.stops):
            yield from self._told(_("Customer actions"), [self._words(one.action) for one in points], width)
        else:
            lanes = {
                "evidence": _("Physical evidence"),
                "customer": _("Customer actions"),
                "frontstage": _("Frontstage"),
                "frontstage_tech": _("Frontstage technology"),
                "backstage": _("Backstage"),
                "support": _("Support processes"),
            }
            for row in self.teller.view.kind.rows:
                if row.role == "line":
                    yield str(self.teller.said(row.title)), _RULES.get(row.id, "─")
                elif row.role == "lane":
                    cells = [self._lane(row, one) for one in points]
                    yield from self._told(lanes.get(row.id, str(self.teller.said(row.title))), cells, width)

    def _told(
        self, label: str, cells: Iterable[Iterable[str]], width: int, sign: str = ""
    ) -> Iterator[tuple[str, list[list[Line]]]]:
        """Yield a row unless all its cells are empty."""
        found = [list(cell) for cell in cells]
        if any(found):
            yield (
                label,
                [
                    [line for text in cell for line in self.brush.lines(text, width, sign=sign)]
                    or [Line(NOTHING, QUIET)]
                    for cell in found
                ],
            )

    def _words(self, texts: Iterable[Text]) -> list[str]:
        return [self.teller.said(text) for text in texts]

    def _metrics(self, one: Touchpoint) -> list[str]:
        if one.data == "none":
            return [self.teller.texts.gettext("not measured"), *self.teller.cell(one.why)]
        return [self.teller.metric(item) for item in one.data_items]

    def _lane(self, row: Row, one: Touchpoint) -> list[str]:
        (key,) = row.keys
        found = one.action if key == "action" else getattr(one.lanes or Lanes(), key.removeprefix("lanes."))
        return self._words(found)


class _Band:
    """As many touchpoints as fit side by side."""

    def __init__(self, map_: JourneyMap, stops: list[Stop], column: int) -> None:
        self.map, self.stops, self.column = map_, stops, column
        self.brush = map_.brush

    def lines(self) -> Iterator[str]:
        """Yield the stages, the touchpoints, the curves and the rows."""
        _ = self.map.teller.texts.gettext
        yield ""
        yield from self._stages()
        yield from self._row("", [self.map.head(stop, self.column) for stop in self.stops])
        for number, one in enumerate(self.map.series):
            yield ""
            yield from self._curve(one, SIGNS[number % len(SIGNS)])
        for label, cells in self.map.rows(self.stops, self.column):
            if isinstance(cells, str):
                yield from self._line_between(label, cells)
            else:
                yield ""
                yield from self._row(label, cells)

    def _span(self, columns: int) -> int:
        return columns * self.column + (columns - 1) * len(GAP)

    def _stages(self) -> Iterator[str]:
        """Yield the stages, each over all its touchpoints of the band."""
        _ = self.map.teller.texts.gettext
        cells: list[tuple[list[Line], int]] = [([], LABEL)]
        for number, group in groupby(self.stops, key=lambda stop: stop.stage_number):
            stops = list(group)
            stage, span = stops[0].stage, self._span(len(stops))
            name = f"{number} {self.map.teller.said(stage.called)}"
            if stops[0].touchpoint is not stage.touchpoints[0]:
                name += f" {_('(continued)')}"
            cells.append((self.brush.lines(name, span, BOLD), span))
        highest = max(len(lines) for lines, _ in cells)
        for lines, span in cells[1:]:
            lines += [Line("")] * (highest - len(lines))
            lines.append(Line("━" * span))
        yield from self.brush.beside(cells)

    def _row(self, label: str, cells: list[list[Line]]) -> Iterator[str]:
        labels = self.brush.lines(label, LABEL, QUIET)
        yield from self.brush.beside([(labels, LABEL), *((lines, self.column) for lines in cells)])

    def _curve(self, one: Feelings, sign: str) -> Iterator[str]:
        width = self._span(len(self.stops))
        yield from self._row(
            self.map.teller.texts.gettext("Emotion"), [self.brush.lines(f"{sign} {one.name}", width, BOLD)]
        )
        values = [one.values[stop.number - 1] for stop in self.stops]
        if not any(value is not None for value in values):
            yield from self._row(
                "", [self.brush.lines(self.map.teller.texts.gettext("not known"), width, QUIET)]
            )
            return
        starts = [at * (self.column + len(GAP)) for at in range(len(self.stops))]
        drawn = curve(values, starts, width, sign)
        for level, line in zip(LEVELS, drawn, strict=True):
            axis = Line(signed(level).rjust(LABEL), QUIET)
            yield from self.brush.beside([([axis], LABEL), ([Line(line)], width)])

    def _line_between(self, label: str, sign: str) -> Iterator[str]:
        width = LABEL + len(GAP) + self._span(len(self.stops))
        words = f"{sign * 3} {label} "
        yield ""
        (first, *more) = self.brush.lines(words, width, QUIET)
        yield self.brush.painted(Line(first.text + " " + sign * max(width - first.width - 1, 0), QUIET))
        yield from (self.brush.painted(line) for line in more)
