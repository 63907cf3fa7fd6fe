"""The head of a journey's picture: what it is, whose it is, and the findings under a rule."""

from __future__ import annotations

from collections.abc import Mapping

from cxkit.canvas.journey import Journey
from cxkit.canvas.persona import PersonaFields, PersonaInFull
from cxkit.locale.texts import Texts
from cxkit.report.canvas.drawing import Drawing
from cxkit.report.canvas.items import Columns, Item, Stack, draw_all, height_of
from cxkit.report.canvas.journey_findings import Finding
from cxkit.report.canvas.persona_place import persona_places
from cxkit.report.canvas.persona_sign import PersonaSign, persona_words
from cxkit.report.canvas.setting import Setting, Words
from cxkit.report.canvas.tokens import MARGIN
from cxkit.report.canvas.view import View

_PERSONA_WIDTH = 290


def personas_of(journey: Journey, known: Mapping[str, PersonaFields]) -> dict[str, PersonaFields | None]:
    """Return the journey's personas by id: in full, from ``known``, or None where only the id is there."""
    found: dict[str, PersonaFields | None] = {}
    for one in journey.personas:
        if isinstance(one, PersonaInFull):
            found[one.id] = one
        else:
            found[one] = known.get(one)
    return found


def persona_name(identifier: str, persona: PersonaFields | None, texts: Texts) -> str:
    """Return what a persona is called."""
    if persona is None or persona.name is None:
        return identifier
    return persona.name.get(texts.language)


def draw_head(
    drawing: Drawing, view: View[Journey], setting: Setting, found: list[Finding], *, width: float
) -> float:
    """Draw the head into a sheet of a width; return the y at which it ends."""
    personas = personas_of(view.canvas, view.personas)
    places = persona_places(view, personas)
    across = max(1, int((width - 2 * MARGIN) // _PERSONA_WIDTH))
    beside = len(personas) <= 2
    inner = width - 2 * MARGIN
    room = inner - _PERSONA_WIDTH * len(personas) - 24 if beside else inner
    left = _titles(view, setting, room)
    draw_all(left, drawing, MARGIN, MARGIN - 4)
    bottom = MARGIN - 4 + height_of(left)
    if beside:
        x = width - MARGIN - _PERSONA_WIDTH * len(personas)
        bottom = max(bottom, _draw_personas(drawing, personas, places, setting, x, MARGIN + 12))
    else:
        entries = list(personas.items())
        for start in range(0, len(entries), across):
            row = dict(entries[start : start + across])
            bottom = _draw_personas(drawing, row, places, setting, MARGIN, bottom + 20)
    y = bottom + 22
    drawing.line(MARGIN, y, width - MARGIN, y, stroke=setting.theme.ink, width=1.25)
    return _draw_findings(drawing, found, y, setting=setting, inner=inner)


def _titles(view: View[Journey], setting: Setting, room: float) -> list[Item]:
    _, journey = setting.texts.gettext, view.canvas
    small = [_("Customer journey")]
    if journey.state is not None:
        small.append({"current": _("current state"), "future": _("future state")}[journey.state])
    if journey.type is not None:
        kinds = {"core": _("core journey"), "variation": _("variation"), "exception": _("exception")}
        small.append(kinds[journey.type])
    core = view.workspace.journeys.get(journey.based_on or "")
    if core is not None:
        small.append(_("based on: {title}", title=core.canvas.called.get(view.language)))
    ink = setting.theme.ink2
    items: list[Item] = [
        setting.text(" · ".join(small), room, ink=ink, after=6),
        setting.title(journey.called, room),
    ]
    turned = " ".join(f"{setting.words(text).rstrip('.')}." for text in journey.turned_round)
    asked = {one.id: one.question for one in view.kind.fields}
    if journey.goal is None:
        items.append(setting.text(asked["goal"] or "", room, size=16, leading=24, ink=setting.theme.ink3))
    leads: list[tuple[str, Words | None]] = [
        (_("Goal"), journey.goal),
        (_("Scenario"), journey.scenario),
        (_("How it is turned round"), turned or None),
    ]
    items += [setting.led(f"{name}.", words, min(room, 1040)) for name, words in leads if words is not None]
    return items


def _draw_personas(
    drawing: Drawing,
    personas: Mapping[str, PersonaFields | None],
    places: Mapping[str, int],
    setting: Setting,
    x: float,
    top: float,
) -> float:
    """Draw the personas side by side; return the y at which the longest ends."""
    bottom = top
    for identifier, persona in personas.items():
        sign = PersonaSign(places[identifier], setting.theme, on_curve=True)
        words = persona_words(identifier, persona, setting, _PERSONA_WIDTH - 56 - 16)
        item = Columns(((0, sign), (56, Stack(words))))
        item.draw(drawing, x, top)
        bottom = max(bottom, top + item.height)
        x += _PERSONA_WIDTH
    return bottom


def _draw_findings(
    drawing: Drawing, found: list[Finding], y: float, *, setting: Setting, inner: float
) -> float:
    share = min(inner / max(len(found), 1), 480)
    room = share - 24
    cells = [
        (
            number * share,
            Stack(
                (
                    setting.text(one.about, room, size=12, leading=18, ink=setting.theme.ink3, after=2),
                    setting.text(one.where, room, size=14, style="semibold"),
                    setting.text(one.figures, room, leading=18, ink=setting.theme.ink2),
                )
            ),
        )
        for number, one in enumerate(found)
    ]
    beside = Columns(tuple(cells))
    beside.draw(drawing, MARGIN, y + 12)
    bottom = y + 24 + beside.height
    drawing.line(MARGIN, bottom, MARGIN + inner, bottom, stroke=setting.theme.hair)
    return bottom
