"""A CX strategy on a sheet: the vision, the battles side by side, under each the objectives that carry it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cxkit.canvas.strategy import Battle, KeyResult, Okr, Review, Strategy
from cxkit.documents.base import Text
from cxkit.report.canvas.items import Columns, Item, Space, Stack
from cxkit.report.canvas.layout import ROOM, Layout, even_columns
from cxkit.report.canvas.measuring import width as text_width
from cxkit.report.canvas.picture import Picture
from cxkit.report.canvas.setting import Setting, Words
from cxkit.report.canvas.signs import Bar, Scale
from cxkit.report.canvas.tokens import ThemeName
from cxkit.report.canvas.view import View

_MOST = 5
"""Battles in a row; more begin another."""
_GAP = 20.0


def strategy_picture(view: View[Strategy], theme: ThemeName = "light") -> Picture:
    """Return the picture of a strategy."""
    sheet = Layout(view, theme)
    strategy, setting = view.canvas, sheet.setting
    asked = {one.id: one for one in view.kind.fields}
    sheet.head()
    vision = setting.notes(
        strategy.vision, ROOM - 120, size=24, leading=33, empty=asked["vision"].question, sign=""
    )
    sheet.row(asked["vision"].title, vision, rule=False, drop=8)
    if not strategy.battles:
        sheet.row(asked["battles"].title, setting.grey(asked["battles"].question or "", ROOM))
    for start in range(0, len(strategy.battles), _MOST):
        _draw_battles(sheet, strategy, start)
    known = {battle.id for battle in strategy.battles}
    rest = [okr for okr in strategy.okrs if okr.battle not in known]
    for start in range(0, len(rest), _MOST):
        label = setting.texts.gettext("Without a battle") if start == 0 else ""
        _draw_okrs(sheet, [(okr,) for okr in rest[start : start + _MOST]], label)
    if not strategy.battles and not strategy.okrs:
        sheet.row(asked["okrs"].title, setting.grey(asked["okrs"].question or "", ROOM))
    wide, (left, right) = even_columns(2, 48, ROOM)
    exclusions = setting.notes(strategy.exclusions, wide, sign="×", empty=asked["exclusions"].question)
    review = Stack(
        (
            setting.text(asked["review"].title, wide, style="semibold", after=4, role=2),
            *_review(strategy.review, setting, wide, asked["review"].question),
        )
    )
    sheet.row(asked["exclusions"].title, Columns(((left, exclusions), (right, review))))
    sheet.rule(strong=True)
    sheet.space(16)
    sheet.foot()
    return sheet.picture(_description(view))


def _draw_battles(sheet: Layout, strategy: Strategy, start: int) -> None:
    """Draw a row of battles from a number on, with the objectives of each under it."""
    battles = strategy.battles[start : start + _MOST]
    setting, asked = sheet.setting, {one.id: one for one in sheet.view.kind.fields}
    wide, places = _places(len(battles))
    bars = [_bar(number, one, setting, wide) for number, one in enumerate(battles, start + 1)]
    high = max(bar.height for bar in bars)
    heads = [
        Stack((Bar(bar, wide, high, setting.theme), Space(12), *_why(one, setting, wide)))
        for bar, one in zip(bars, battles, strict=True)
    ]
    sheet.row(asked["battles"].title if start == 0 else "", _side_by_side(places, heads))
    okrs = [tuple(okr for okr in strategy.okrs if okr.battle == battle.id) for battle in battles]
    _draw_okrs(sheet, okrs, asked["okrs"].title if start == 0 else "")


def _draw_okrs(sheet: Layout, columns: Sequence[Sequence[Okr]], label: Words) -> None:
    setting = sheet.setting
    wide, places = _places(len(columns))
    none = setting.grey(setting.texts.gettext("no objective yet"), wide)
    okrs = [Stack(tuple(_okrs(one, setting, wide))) if one else none for one in columns]
    sheet.row(label, _side_by_side(places, okrs))


def _places(count: int) -> tuple[float, list[float]]:
    wide, lefts = even_columns(max(3, count), _GAP, ROOM)
    return wide, lefts[:count]


def _side_by_side(places: Sequence[float], items: Sequence[Item]) -> Columns:
    return Columns(tuple(zip(places, items, strict=True)))


def _bar(number: int, battle: Battle, setting: Setting, wide: float) -> Item:
    page = setting.theme.page
    figure = setting.text(str(number), 24, size=14, leading=20, ink=page)
    name = setting.text(battle.called, wide - 48, size=14, leading=20, style="semibold", ink=page)
    return Columns(((0, figure), (20, name)))


def _why(battle: Battle, setting: Setting, wide: float) -> Iterator[Item]:
    if battle.why:
        yield setting.notes(battle.why, wide)


def _okrs(okrs: Sequence[Okr], setting: Setting, wide: float) -> Iterator[Item]:
    _ = setting.texts.gettext
    for number, okr in enumerate(okrs):
        if number:
            yield Space(14)
        whose = [setting.words(text) for text in (okr.unit, okr.team) if text is not None]
        yield setting.label(" · ".join(whose) or _("unit or team not named"), wide, after=2)
        if okr.objective is not None:
            yield setting.text(okr.objective, wide, size=15, leading=21, style="semibold", after=8, role=3)
        for result in okr.key_results:
            yield from _key_result(result, setting, wide)
        if okr.actions:
            yield setting.notes(okr.actions, wide, sign="→")
        yield Space(6)


def _key_result(result: KeyResult, setting: Setting, wide: float) -> Iterator[Item]:
    """The metric with its newest value, and the way from the start to the target with a dot on it."""
    _, texts = setting.texts.gettext, setting.texts
    unit = f" {setting.words(result.unit)}" if result.unit is not None else ""
    now = ""
    if result.current is not None:
        said = [_("now {number}", number=texts.amount(result.current) + end) for end in (unit, "")]
        now = next((words for words in said if text_width(words, 13, "semibold") < wide / 3), said[-1])
    right = text_width(now, 13, "semibold")
    if result.text is not None:
        name = setting.text(result.text, wide - right - 12)
        yield Columns(((0, name), (wide - right, setting.strong(now, right + 1))))
    start, target = result.start, result.target
    ends = [
        _("start {number}", number=texts.amount(start) + unit) if start is not None else "",
        _("target {number}", number=texts.amount(target) + unit) if target is not None else "",
    ]
    if start is not None and target is not None and start != target:
        share = None
        if result.current is not None:
            share = float((result.current - start) / (target - start))
        yield Scale(share, wide, setting.theme)
    yield _apart(ends[0], ends[1], setting, wide)
    yield Space(8)


def _apart(left: str, right: str, setting: Setting, wide: float) -> Item:
    """Put words at the two ends of a width, or one below the other where they would meet."""
    if text_width(left, 12) + text_width(right, 12) + 16 > wide:
        return Stack((setting.small(left, wide), setting.small(right, wide)))
    far = wide - text_width(right, 12)
    return Columns(((0, setting.small(left, wide)), (far, setting.small(right, wide))))


def _review(review: Review | None, setting: Setting, wide: float, question: Text | None) -> Iterator[Item]:
    texts = setting.texts
    if review is None or (review.next is None and review.rhythm is None):
        yield setting.grey(question or "", wide)
        return
    if review.next is not None:
        words = texts.gettext("Next on {date}", date=texts.date(review.next))
        yield setting.text(words, wide, size=16, leading=22, style="semibold")
    if review.rhythm is not None:
        yield setting.text(review.rhythm, wide)


def _description(view: View[Strategy]) -> str:
    strategy, texts = view.canvas, view.texts
    parts = [*view.all_words(strategy.vision)]
    battles = view.all_words(one.called for one in strategy.battles)
    if battles:
        parts.append(texts.gettext("Must-win battles: {battles}", battles="; ".join(battles)))
    return ". ".join(part.rstrip(".") for part in [view.words(view.kind.title), *parts]) + "."
