"""The items of an outline set in small type, for what stands under a text on a sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from cxkit.report.canvas.items import Columns, Item, Space, Stack, height_of
from cxkit.report.canvas.outline_parts import Cell, Facts, Paragraph, Points, Table
from cxkit.report.canvas.outline_parts import Item as Part
from cxkit.report.canvas.setting import Setting
from cxkit.report.canvas.tables import table

_LABEL = 148.0
_GAP = 40.0


def set_parts(parts: Iterable[Part], setting: Setting, room: float) -> Stack:
    """Return items of an outline: facts and lists in two columns, paragraphs and tables across the room."""
    items: list[Item] = []
    for narrow, group in groupby(parts, key=lambda part: isinstance(part, Facts | Points)):
        held = list(group)
        if narrow and len(held) > 1:
            items.append(_in_columns(held, setting, room))
        else:
            items += [item for part in held for item in _part(part, setting, room)]
    return Stack(tuple(items))


def _in_columns(parts: Sequence[Part], setting: Setting, room: float) -> Item:
    """Share parts between two columns of about the same height."""
    wide = (room - _GAP) / 2
    stacks = [Stack(tuple(_part(part, setting, wide))) for part in parts]

    def higher(left: int) -> float:
        return max(height_of(stacks[:left]), height_of(stacks[left:]))

    left = min(range(1, len(stacks) + 1), key=higher)
    return Columns(((0, Stack(tuple(stacks[:left]))), (wide + _GAP, Stack(tuple(stacks[left:])))))


def _part(part: Part, setting: Setting, room: float) -> Iterator[Item]:
    match part:
        case Paragraph():
            ink = setting.theme.ink3 if part.quiet else setting.theme.ink2
            yield setting.small(part.text, room, ink=ink, after=6)
        case Points():
            yield from _title(part.title, setting, room)
            mark = "–" if len(part.entries) > 1 else ""
            for entry in part.entries:
                yield setting.text(entry, room, size=12, leading=17, sign=mark, after=2)
            yield Space(6)
        case Facts():
            yield from _title(part.title, setting, room)
            for fact in part.facts:
                name = setting.small(fact.label, _LABEL - 12)
                yield Columns(((0, name), (_LABEL, _values(fact.values, setting, room - _LABEL))))
                yield Space(3)
            yield Space(4)
        case Table():
            yield from _title(part.title, setting, room)
            rows = [list(row) for row in part.rows]
            shares = [1.6, *([1.0] * (len(part.header) - 1))]
            yield table(part.header, rows, shares, setting, room, size=12)
            yield Space(6)


def _title(title: str, setting: Setting, room: float) -> Iterator[Item]:
    if title:
        yield setting.text(title, room, size=12, leading=17, style="semibold", after=4)


def _values(values: Cell, setting: Setting, room: float) -> Item:
    if not values:
        none = setting.texts.gettext("none identified")
        return setting.small(none, room, ink=setting.theme.ink3)
    return Stack(tuple(setting.small(value, room, ink=setting.theme.ink) for value in values))
