"""A reflection as a page to read: the writer's sections, above what other canvases say to each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from cxkit.canvas.kind import KindSection
from cxkit.canvas.part import CanvasDocument
from cxkit.canvas.reflection import Reflection
from cxkit.documents.base import Text
from cxkit.report.canvas.gathered import gathered
from cxkit.report.canvas.items import Columns, Item, Paragraph, Rule, Space, Stack
from cxkit.report.canvas.layout import INNER, Layout
from cxkit.report.canvas.outline_setting import set_parts
from cxkit.report.canvas.picture import Picture
from cxkit.report.canvas.setting import Setting
from cxkit.report.canvas.teller import Teller
from cxkit.report.canvas.tokens import ThemeName
from cxkit.report.canvas.view import View

_NAMES = 330.0
_TEXT = 760.0
_HEAD = 2
"""Items before what other canvases say: a rule and a word on where it is from."""
_ROOM = INNER - _NAMES - 40


def reflection_picture(view: View[Reflection], theme: ThemeName = "light") -> Picture:
    """Return the picture of a reflection."""
    layout = Layout(view, theme)
    layout.head()
    written: dict[str, tuple[Text, ...]] = {section.id: section.text for section in view.canvas.sections}
    for number, section in enumerate(view.kind.sections, 1):
        if number > 1:
            layout.rule()
        layout.space(20)
        text = _text(written.get(section.id, ()), layout.setting)
        name = _name(number, section, layout.setting)
        layout.add(Columns(((0, name), (_NAMES + 40, text))))
        items = list(_gathered(section, view, layout.setting))
        for at, item in enumerate(items):
            keep = at < _HEAD or _leads(item) or (_is_point(item) and _ends_points(items[at + 1 :]))
            # A title is nearer to what it is the title of than to what stands above it.
            layout.space(8 if at > _HEAD and _leads(item) else 0)
            layout.add(Columns(((_NAMES + 40, item),)), keep=keep)
        layout.space(16)
    layout.rule(strong=True)
    layout.space(16)
    layout.foot()
    titles = view.all_words(section.title for section in view.kind.sections)
    return layout.picture(f"{view.words(view.kind.title)}: {'; '.join(titles)}.")


def _leads(item: Item) -> bool:
    """Whether an item says what the next one is, and may not be the last on a page."""
    return isinstance(item, Rule) or (
        isinstance(item, Paragraph) and bool(item.after) and item.style == "semibold"
    )


def _is_point(item: Item) -> bool:
    return isinstance(item, Paragraph) and bool(item.sign)


def _ends_points(after: Sequence[Item]) -> bool:
    """Whether one point of a list is left: it may not stand alone on the next page."""
    return bool(after) and _is_point(after[0]) and not any(map(_is_point, after[1:2]))


def _gathered(section: KindSection, view: View[Reflection], setting: Setting) -> Iterator[Item]:
    """What the folder says to a section, with the canvases that it is from; nothing where there are none."""
    found = gathered(section, Teller(cast(View[CanvasDocument], view)))
    if not found.sources:
        return
    _ = setting.texts.gettext
    yield Rule(_ROOM, setting.theme.hair, above=4, below=12)
    yield Stack((setting.label(_("From the canvases"), _ROOM, after=6),))
    yield from set_parts(found.items, setting, _ROOM).items
    sources = _("From: {canvases}.", canvases="; ".join(found.sources))
    yield setting.small(sources, _ROOM, ink=setting.theme.ink3)


def _name(number: int, section: KindSection, setting: Setting) -> Item:
    room = _NAMES - 34
    items: list[Item] = [setting.heading(section.title, room, after=4)]
    if section.question is not None:
        items.append(setting.grey(section.question, room))
    figure = setting.text(str(number), 30, size=20, leading=26, ink=setting.theme.ink3)
    return Columns(((0, figure), (34, Stack(tuple(items)))))


def _text(written: tuple[Text, ...], setting: Setting) -> Item:
    if not written:
        words = setting.texts.gettext("not written yet")
        return setting.text(words, _TEXT, size=16, leading=25, ink=setting.theme.ink3)
    paragraphs = [setting.text(text, _TEXT, size=16, leading=25, after=10) for text in written]
    return Stack((*paragraphs, Space(2)))
