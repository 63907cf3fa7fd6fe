"""A persona on a sheet: who it is, in its own words, what is known of it and what moves it."""

from __future__ import annotations

from collections.abc import Iterator

from cxkit.canvas.persona import Persona, fact_meant
from cxkit.documents.base import Text
from cxkit.report.canvas.items import Columns, Item, Rule, Space, Stack
from cxkit.report.canvas.layout import INNER, Layout, even_columns
from cxkit.report.canvas.persona_place import persona_places
from cxkit.report.canvas.persona_sign import PersonaSign
from cxkit.report.canvas.picture import Picture
from cxkit.report.canvas.setting import Setting
from cxkit.report.canvas.tokens import ThemeName
from cxkit.report.canvas.view import View

_FACTS = 420.0
_ABOUT = ("motivation", "wants", "value_we_give", "why_us")


def persona_picture(view: View[Persona], theme: ThemeName = "light") -> Picture:
    """Return the picture of a persona."""
    sheet = Layout(view, theme)
    persona, setting = view.canvas, sheet.setting
    asked = {one.id: one for one in view.kind.fields}
    room = INNER - _FACTS - 80
    role = persona.role if persona.role is not None else (asked["role"].question or "")
    ink = setting.theme.ink2 if persona.role is not None else setting.theme.ink3
    sign = PersonaSign(persona_places(view, [persona.id])[persona.id], setting.theme)
    sheet.head(under=[setting.text(role, INNER, size=16, leading=24, ink=ink)], sign=sign)
    sheet.space(28)
    quote = _quote(persona, setting, room)
    sheet.add(Columns(((0, quote), (room + 80, Stack(tuple(_facts(view, setting)))))))
    sheet.space(28)
    sheet.rule()
    sheet.space(20)
    wide, lefts = even_columns(4, 32)
    cells = []
    for left, key in zip(lefts, _ABOUT, strict=True):
        notes = setting.notes(
            getattr(persona, key), wide, size=15, leading=22, after=6, empty=asked[key].question
        )
        cells.append((left, setting.block(asked[key].title, [notes], wide)))
    sheet.add(Columns(tuple(cells)))
    sheet.space(28)
    journeys = _journeys(view)
    if journeys:
        sheet.row(view.texts.gettext("Journeys"), setting.text(", ".join(journeys), INNER - 180))
    sheet.rule(strong=True)
    sheet.space(16)
    sheet.foot()
    return sheet.picture(_description(view))


def _quote(persona: Persona, setting: Setting, room: float) -> Item:
    if persona.quote is None:
        question = next(one.question for one in setting.view.kind.fields if one.id == "quote")
        return setting.text(question or "", room, size=16, leading=24, ink=setting.theme.ink3)
    words = setting.texts.gettext("“{thought}”", thought=setting.words(persona.quote))
    return setting.text(words, room, size=28, leading=39, style="italic")


def _facts(view: View[Persona], setting: Setting) -> Iterator[Item]:
    _ = setting.texts.gettext
    known: list[tuple[str, str]] = []
    for name, value in (view.canvas.facts or {}).items():
        if value is not None:
            known.append((_fact_name(name, setting), setting.words(value)))
    if view.canvas.reviewed is not None:
        known.append((_("Reviewed"), setting.texts.date(view.canvas.reviewed)))
    if not known:
        question = next(one.question for one in view.kind.fields if one.id == "facts")
        yield setting.grey(question or "", _FACTS)
    for name, said in known:
        yield Rule(_FACTS, setting.theme.hair, below=8)
        yield Columns(
            (
                (0, setting.text(name, 130, ink=setting.theme.ink3)),
                (146, setting.text(said, _FACTS - 146)),
            )
        )
        yield Space(8)


def _fact_name(name: str, setting: Setting) -> str:
    """Name a fact in the language shown; one of the user's own as it is written."""
    _ = setting.texts.gettext
    words = {"age": _("Age"), "place": _("Place"), "industry": _("Industry"), "size": _("Size")}
    return words.get(fact_meant(name), name.replace("_", " ").capitalize())


def _journeys(view: View[Persona]) -> list[str]:
    members = view.workspace.journeys.values()
    return [
        member.canvas.called.get(view.language, member.canvas.language or "")
        for member in members
        if view.canvas.id in member.canvas.persona_ids
    ]


def _description(view: View[Persona]) -> str:
    persona = view.canvas
    texts: list[Text] = [text for text in (persona.role, persona.quote) if text is not None]
    said = [view.words(view.kind.title), view.title, *view.all_words(texts)]
    return ". ".join(part.rstrip(".") for part in said) + "."
