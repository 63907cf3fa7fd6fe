"""The head of a journey's picture: what it is, whose it is, and the findings under a rule."""

from __future__ import annotations

from collections.abc import Mapping

from cxkit.canvas.journey import Journey
from cxkit.canvas.persona import PersonaFields, PersonaInFull
from cxkit.documents.base import Text
from cxkit.locale.texts import Texts
from cxkit.report.canvas.drawing import Drawing
from cxkit.report.canvas.emotion import shape
from cxkit.report.canvas.items import Item, draw_all, height_of, paragraph
from cxkit.report.canvas.journey_findings import Finding
from cxkit.report.canvas.tokens import DASHES, MARGIN, Theme

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
    drawing: Drawing,
    journey: Journey,
    personas: Mapping[str, PersonaFields | None],
    found: list[Finding],
    *,
    texts: Texts,
    theme: Theme,
    width: float,
) -> float:
    """Draw the head into a sheet of a width; return the y at which it ends."""
    beside = len(personas) <= 2
    inner = width - 2 * MARGIN
    room = inner - _PERSONA_WIDTH * len(personas) - 24 if beside else inner
    left = _titles(journey, texts, theme, room)
    draw_all(left, drawing, MARGIN, MARGIN - 4)
    bottom = MARGIN - 4 + height_of(left)
    x = width - MARGIN - _PERSONA_WIDTH * len(personas) if beside else MARGIN
    top = MARGIN + 12 if beside else bottom + 20
    for number, (identifier, persona) in enumerate(personas.items()):
        ink = theme.personas[number % len(theme.personas)]
        dash = DASHES[number % len(DASHES)]
        drawing.line(x, top + 11, x + 44, top + 11, stroke=ink, width=2.25, dash=dash)
        shape(drawing, number, x + 22, top + 11, ink)
        items = _persona(persona_name(identifier, persona, texts), persona, texts, theme)
        draw_all(items, drawing, x + 56, top)
        bottom = max(bottom, top + height_of(items))
        x += _PERSONA_WIDTH
    y = bottom + 22
    drawing.line(MARGIN, y, width - MARGIN, y, stroke=theme.ink, width=1.25)
    return _draw_findings(drawing, found, y, texts=texts, theme=theme, inner=inner)


def _titles(journey: Journey, texts: Texts, theme: Theme, room: float) -> list[Item]:
    _ = texts.gettext
    language = texts.language
    small = [_("Customer journey")]
    if journey.state is not None:
        small.append({"current": _("current state"), "future": _("future state")}[journey.state])
    if journey.type is not None:
        kinds = {"core": _("core journey"), "variation": _("variation"), "exception": _("exception")}
        small.append(kinds[journey.type])
    title = journey.called.get(language, journey.language or language)
    items: list[Item] = [
        paragraph("  ·  ".join(small), room, language=language, ink=theme.ink2, after=6),
        paragraph(
            title, room, language=language, ink=theme.ink, size=34, leading=42, style="semibold", after=8
        ),
    ]
    for name, text in ((_("Goal"), journey.goal), (_("Scenario"), journey.scenario)):
        if text is not None:
            words = f"{name}: {_in(text, journey, language)}"
            items.append(
                paragraph(words, room, language=language, ink=theme.ink2, size=16, leading=24, after=2)
            )
    return items


def _in(text: Text, journey: Journey, language: str) -> str:
    return text.get(language, journey.language or language)


def _persona(name: str, persona: PersonaFields | None, texts: Texts, theme: Theme) -> list[Item]:
    language = texts.language
    room = _PERSONA_WIDTH - 56 - 16
    facts = persona.facts or {} if persona is not None else {}
    age = facts.get("age")
    if age is not None:
        name += f", {age.get(language) if isinstance(age, Text) else age}"
    items: list[Item] = [
        paragraph(name, room, language=language, ink=theme.ink, size=14, leading=22, style="semibold")
    ]
    if persona is not None and persona.role is not None:
        words = persona.role.get(language)
        items.append(paragraph(words, room, language=language, ink=theme.ink2, leading=18, after=4))
    if persona is not None and persona.quote is not None:
        words = texts.gettext("“{thought}”", thought=persona.quote.get(language))
        items.append(
            paragraph(words, room, language=language, ink=theme.ink2, leading=18, style="italic", after=4)
        )
    return items


def _draw_findings(
    drawing: Drawing, found: list[Finding], y: float, *, texts: Texts, theme: Theme, inner: float
) -> float:
    language = texts.language
    share = min(inner / max(len(found), 1), 480)
    room = share - 24
    cells = [
        [
            paragraph(one.about, room, language=language, ink=theme.ink3, size=12, leading=18, after=2),
            paragraph(one.where, room, language=language, ink=theme.ink, size=14, style="semibold"),
            paragraph(one.figures, room, language=language, ink=theme.ink2, leading=18),
        ]
        for one in found
    ]
    for number, items in enumerate(cells):
        draw_all(items, drawing, MARGIN + number * share, y + 12)
    bottom = y + 24 + max(height_of(items) for items in cells)
    drawing.line(MARGIN, bottom, MARGIN + inner, bottom, stroke=theme.hair, width=1)
    return bottom
