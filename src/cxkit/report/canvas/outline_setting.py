"""The items of an outline set in small type, for what stands under a text on a sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cxkit.report.canvas.items import Columns, Item, Space, Stack
from cxkit.report.canvas.outline_parts import Cell, Facts, Paragraph, Points, Table
from cxkit.report.canvas.outline_parts import Item as Part
from cxkit.report.canvas.setting import Setting
from cxkit.report.canvas.tables import table

_LABEL = 148.0
_GAP = 40.0


def set_parts(parts: Iterable[Part], setting: Setting, room: float) -> Stack:
    """Return items of an outline: tables across the room, what stands between them in two columns."""
    wide = (room - _GAP) / 2
    items: list[Item] = []
    narrow: list[Stack] = []
    for part in parts:
        if isinstance(part, Table):
            items += [*_in_columns(narrow, wide), *_part(part, setting, room)]
            narrow = []
        else:
            narrow.append(Stack(tuple(_part(part, setting, wide))))
    return Stack((*items, *_in_columns(narrow, wide)))


def _in_columns(stacks: Sequence[Stack], wide: float) -> Iterator[Item]:
    """Share stacks between two columns of about the same height."""
    if stacks:
        half = sum(one.height for one in stacks) / 2
        left = 0
        while left < len(stacks) and sum(one.height for one in stacks[: left + 1]) <= half + 24:
            left += 1
        left = max(left, 1)
        yield Columns(((0, Stack(tuple(stacks[:left]))), (wide + _GAP, Stack(tuple(stacks[left:])))))


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
