"""A journey as a page shows it: its head, the sheets of the map, and what has no place on the map.

Only content in the order of reading; the template and its style sheets make a map of it, or a flow.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from cxkit.canvas.completeness import is_filled
from cxkit.canvas.journey import Journey
from cxkit.report.canvas.emotion import Feelings, feelings
from cxkit.report.canvas.figures import signed
from cxkit.report.canvas.html_curve import BESIDE, COLUMN, Line, across, ends
from cxkit.report.canvas.html_points import Points
from cxkit.report.canvas.html_rows import Row, rows_of
from cxkit.report.canvas.html_sheets import Sheet, sheets_of
from cxkit.report.canvas.html_text import Wording, alternative
from cxkit.report.canvas.journey_findings import findings
from cxkit.report.canvas.journey_head import persona_name, personas_of
from cxkit.report.canvas.outline_data import data_table
from cxkit.report.canvas.outline_parts import Section
from cxkit.report.canvas.outline_persona import persona_section
from cxkit.report.canvas.persona_place import persona_places
from cxkit.report.canvas.teller import Teller
from cxkit.report.canvas.view import View


@dataclass(frozen=True, slots=True)
class Whose:
    """A persona in the head."""

    number: int
    name: Markup
    age: Markup
    role: Markup
    quote: Markup


@dataclass(frozen=True, slots=True)
class Told:
    """A finding: what it is about, where, and the figures."""

    about: Markup
    where: Markup
    figures: Markup


@dataclass(frozen=True, slots=True)
class Lead:
    """What stands under the title, one text or several; ``quiet``: a question that waits for an answer.

    A question that says by itself what it asks for has no name.
    """

    name: str
    words: tuple[Markup, ...]
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class JourneyPage:
    """All that a journey's page shows."""

    small: tuple[str, ...]
    personas: tuple[Whose, ...]
    findings: tuple[Told, ...]
    rows: tuple[Row, ...]
    sheets: tuple[Sheet, ...]
    columns: int
    curves: tuple[Line, ...]
    reach: int
    """How far the scale's lines go: to the names at the ends of the curves."""
    said: Markup
    signs: frozenset[str]
    """What the legend explains: modes of channels, critical, small."""
    empty: tuple[Markup, ...]
    lead: tuple[Lead, ...]
    asked: tuple[Section, ...]
    """What an empty journey asks."""
    after: tuple[Section, ...]


def journey_page(view: View[Journey], wording: Wording) -> JourneyPage:
    """Return the content of a journey's page."""
    journey, texts = view.canvas, view.texts
    personas = personas_of(journey, view.personas)
    names = {key: persona_name(key, one, texts) for key, one in personas.items()}
    places = persona_places(view, personas)
    series = feelings(journey, names, texts.gettext("everybody"), places)
    rows = rows_of(journey, series, texts)
    points = Points(view, wording, series, rows)
    sheets = sheets_of(view, wording, points)
    return JourneyPage(
        small=_small(view),
        personas=tuple(_whose(view, wording, places[key] + 1, key) for key in personas),
        findings=tuple(_told(view, wording, series)),
        rows=rows,
        sheets=sheets,
        columns=sum(sheet.columns for sheet in sheets),
        curves=tuple(across(series)),
        reach=_reach(series, sum(sheet.columns for sheet in sheets)),
        said=_said(view, series),
        signs=frozenset(_signs(sheets)),
        lead=tuple(_lead(view, wording, points.teller)),
        asked=() if sheets else tuple(_asked(view, points.teller)),
        after=tuple(_after(view, points.teller)),
        empty=tuple(wording.title(stage.called) for stage in journey.stages if not stage.touchpoints),
    )


def _told(view: View[Journey], wording: Wording, series: list[Feelings]) -> Iterator[Told]:
    touchpoints = [one for _path, _stage, one in view.canvas.touchpoints()]
    called = [one.called for one in touchpoints]
    chances = [each.text for one in touchpoints for each in one.opportunities if each.text is not None]
    names = [*(one.name for one in series), *map(view.words, [*called, *chances])]
    for one in findings(view.canvas, series, view.texts, view.workspace):
        about, where, figures = (wording.among(said, names) for said in (one.about, one.where, one.figures))
        yield Told(about, where, figures)


def _small(view: View[Journey]) -> tuple[str, ...]:
    _, journey = view.texts.gettext, view.canvas
    states = {"current": _("current state"), "future": _("future state")}
    types = {"core": _("core journey"), "variation": _("variation"), "exception": _("exception")}
    said = (states.get(journey.state or ""), types.get(journey.type or ""))
    return (_("Customer journey"), *(one for one in said if one))


def _lead(view: View[Journey], wording: Wording, teller: Teller) -> Iterator[Lead]:
    """What the customer wants and in which situation, and what the journey comes from and turns into."""
    _, journey = view.texts.gettext, view.canvas
    asked = {one.id: wording.write(one.question) for one in view.kind.fields}
    goal = wording.write(journey.goal) or asked["goal"]
    yield Lead(_("Goal") if journey.goal is not None else "", (goal,), quiet=journey.goal is None)
    if not journey.personas:
        yield Lead(_("Personas"), (asked["personas"],), quiet=True)
    if journey.scenario is not None:
        yield Lead(_("Scenario"), (wording.write(journey.scenario),))
    if journey.based_on is not None:
        yield Lead(_("Based on"), (wording.say(teller.journey_name(journey.based_on)),))
    if journey.turned_round:
        yield Lead(_("How it is turned round"), tuple(wording.all(journey.turned_round)))


def _asked(view: View[Journey], teller: Teller) -> Iterator[Section]:
    for one in view.kind.fields:
        filled = is_filled(getattr(view.canvas, one.id))
        question = teller.question(one, answered=filled)
        if question is not None and one.id not in ("goal", "personas"):
            yield Section(teller.said(one.title), question=question)


def _after(view: View[Journey], teller: Teller) -> Iterator[Section]:
    """What has no place on the map: the personas in full, the data items, notes."""
    _, journey = view.texts.gettext, view.canvas
    if journey.persona_ids:
        yield Section(_("Personas"))
        yield from (persona_section(one, teller, level=3) for one in journey.persona_ids)
    items = [item for _path, _stage, one in journey.touchpoints() for item in one.data_items]
    if items:
        yield Section(_("Data collected"), (data_table(items, teller),))
    notes = (*journey.notes, *(note for stage in journey.stages for note in stage.notes))
    if notes:
        yield Section(_("Notes"), teller.notes(notes))


def _whose(view: View[Journey], wording: Wording, number: int, key: str) -> Whose:
    persona = personas_of(view.canvas, view.personas)[key]
    age = persona.age if persona is not None else None
    return Whose(
        (number - 1) % 5 + 1,
        wording.mark(key) if persona is None or persona.name is None else wording.title(persona.name),
        Markup("") if age is None else wording.mark(age) if isinstance(age, str) else wording.write(age),
        wording.write(persona.role if persona else None),
        wording.write(persona.quote if persona else None),
    )


def _signs(sheets: tuple[Sheet, ...]) -> Iterator[str]:
    for point in (one for sheet in sheets for stage in sheet.stages for one in stage.points):
        yield point.mode
        if point.critical:
            yield "critical"
        if any(each.is_small for cell in point.cells for each in cell.metrics):
            yield "small"


def _reach(series: list[Feelings], columns: int) -> int:
    named, beside = ends(series)
    return (columns - 1) * COLUMN + (beside + 1) * BESIDE - 4 if named else columns * COLUMN - 12


def _said(view: View[Journey], series: list[Feelings]) -> Markup:
    """Say the curves in words, for those who do not see them."""
    names = [view.words(one.called) for _, _, one in view.canvas.touchpoints()]
    told = []
    for one in series:
        felt = [
            f"{number} {name} {signed(value, view.texts)}"
            for number, (name, value) in enumerate(zip(names, one.values, strict=True), 1)
            if value is not None
        ]
        if felt:
            told.append(f"{one.name}: {', '.join(felt)}")
    said = ". ".join((view.texts.gettext("Emotion curve"), *told)) + "."
    return alternative(said, (*names, *(one.name for one in series)))
