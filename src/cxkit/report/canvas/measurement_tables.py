"""What the blocks of a measurement canvas hold besides notes: personas, the path, data, analyses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from cxkit.canvas.data import DataItem
from cxkit.canvas.journey import Channel
from cxkit.canvas.measurement import Analysis, Measurement
from cxkit.canvas.part import CanvasDocument
from cxkit.canvas.persona import PersonaFields
from cxkit.report.canvas.items import Columns, Item, Rule, Space, Stack
from cxkit.report.canvas.persona_place import persona_places
from cxkit.report.canvas.persona_sign import PersonaSign, persona_title
from cxkit.report.canvas.setting import Setting, Words
from cxkit.report.canvas.tables import table
from cxkit.report.canvas.teller import Teller
from cxkit.report.canvas.view import View


def personas(view: View[Measurement], setting: Setting, room: float) -> Item:
    """Return the personas two to a row, each with its sign, role and motive."""
    teller = Teller(cast(View[CanvasDocument], view))
    ids = [one if isinstance(one, str) else one.id for one in view.canvas.personas]
    wide = (room - 24) / 2
    cells: list[Item] = []
    places = persona_places(view, ids)
    for identifier in ids:
        persona = teller.persona(identifier)
        inner = wide - 36
        items: list[Item] = [setting.strong(persona_title(identifier, persona, setting), inner)]
        if persona is None:
            items.append(setting.grey(setting.texts.gettext("not described yet"), inner))
        else:
            if persona.role is not None:
                items.append(setting.small(persona.role, inner, after=2))
            items += _about(persona, setting, inner)
        sign = PersonaSign(places[identifier], setting.theme)
        cells.append(Columns(((0, sign), (36, Stack(tuple(items))))))
    rows: list[Item] = []
    for start in range(0, len(cells), 2):
        pair = cells[start : start + 2]
        rows += [Columns(tuple(zip((0.0, wide + 24), pair, strict=False))), Space(14)]
    return Stack(tuple(rows))


def _about(persona: PersonaFields, setting: Setting, room: float) -> Iterator[Item]:
    _ = setting.texts.gettext
    facts = [
        (_("What motivates"), persona.motivation),
        (_("What is wanted"), persona.wants),
        (_("Value we give"), persona.value_we_give),
        (_("Why with us"), persona.why_us),
    ]
    for label, notes in facts:
        if notes:
            yield Space(6)
            yield setting.label(label, room, after=0)
            yield setting.notes(notes, room, after=1)


def path_table(view: View[Measurement], setting: Setting, room: float) -> Item:
    """Return the channels in a line and the touchpoints as a table, the most important first."""
    _, canvas = setting.texts.gettext, view.canvas
    teller = Teller(cast(View[CanvasDocument], view))
    items: list[Item] = []
    path = canvas.blocks.path if canvas.blocks is not None else None
    if path is not None and path.channels:
        names = ", ".join(_channel(one, view, setting) for one in path.channels)
        words = _("Channels: {names}", names=names)
        items += [setting.text(words, room, after=12)]
    names_of = {item.id: item.item for item in canvas.data_items if item.item is not None}
    rows: list[list[Sequence[Words]]] = [
        [
            [one.called],
            one.offline,
            one.online,
            [teller.method(one.method)] if one.method else [],
            [names_of.get(key, key) for key in one.data],
        ]
        for one in canvas.touchpoints
    ]
    header = [_("Touchpoint"), _("On site"), _("Online"), _("Method"), _("Data collected")]
    if rows:
        items.append(table(header, rows, [1.25, 1.2, 1.2, 0.85, 1.25], setting, room, size=12))
    return Stack(tuple(items))


def _channel(entry: str | Channel, view: View[Measurement], setting: Setting) -> str:
    if isinstance(entry, Channel):
        return setting.words(entry.called)
    held = view.workspace.channels.get(entry)
    return entry if held is None else setting.words(held.value.called)


def data_table(data: Sequence[DataItem], setting: Setting, room: float) -> Item:
    """Return where each piece of data comes from, where it is kept and what it decides."""
    _ = setting.texts.gettext
    rows: list[list[Sequence[Words]]] = [
        [
            [item.item if item.item is not None else item.id],
            [item.source] if item.source is not None else [],
            [item.place] if item.place is not None else [],
            item.decision,
        ]
        for item in data
    ]
    header = [_("Data collected"), _("Source"), _("Place"), _("Decision")]
    return table(header, rows, [1.2, 1, 1, 1.5], setting, room, size=12)


def analyses(view: View[Measurement], setting: Setting, room: float) -> Item:
    """Return each analysis with who makes it, for whom, of what and in which form; two to a row."""
    known = view.canvas.analyses
    items: list[Item] = []
    for start in range(0, len(known), 2):
        if start:
            items.append(Rule(room, setting.theme.line, above=6, below=10))
        few = known[start : start + 2]
        wide = room if len(few) == 1 else (room - 24) / 2
        pair = [Stack(tuple(_analysis(one, view, setting, wide))) for one in few]
        items.append(Columns(tuple(zip((0.0, wide + 24), pair, strict=False))))
    return Stack(tuple(items))


def _analysis(one: Analysis, view: View[Measurement], setting: Setting, room: float) -> Iterator[Item]:
    _ = setting.texts.gettext
    names = {item.id: item.item for item in view.canvas.data_items if item.item is not None}
    updates = ", ".join(str(number) for number in one.updates)
    facts: list[tuple[str, Sequence[Words]]] = [
        (_("Responsible"), [one.owner] if one.owner is not None else []),
        (_("For whom"), one.audience),
        (_("Data collected"), [" · ".join(setting.words(names.get(key, key)) for key in one.data)]),
        (_("Enriched with"), one.enriched_with),
        (_("Form"), one.form),
        (_("Updates the blocks"), [updates] if updates else []),
    ]
    yield setting.strong(one.title if one.title is not None else one.id, room, after=6)
    left = 112.0
    for label, said in facts:
        name = setting.text(label, left - 12, size=12, leading=19, ink=setting.theme.ink2)
        held: Item = setting.nothing(room - left)
        if said:
            held = Stack(tuple(setting.text(words, room - left) for words in said))
        yield Columns(((0, name), (left, held)))
        yield Space(2)
