"""CX maturity as four steps: time runs to the right, the level rises, each step says what it stands on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cxkit.canvas.kind import KindStage
from cxkit.canvas.maturity import STAGES, Maturity, MaturityCriterion, MaturityStage
from cxkit.report.canvas.drawing import Drawing
from cxkit.report.canvas.items import Item, Space, Stack
from cxkit.report.canvas.layout import INNER, Layout
from cxkit.report.canvas.measuring import width as text_width
from cxkit.report.canvas.picture import Picture
from cxkit.report.canvas.setting import Setting
from cxkit.report.canvas.signs import draw_arrow, draw_open, draw_tick
from cxkit.report.canvas.tokens import MARGIN, Theme, ThemeName
from cxkit.report.canvas.view import View

_RISE = 64.0
"""How much higher a step is than the one before it, at least."""
_PAD = 20.0
_FLAG = 34.0
"""Room above a step for what is said of it."""


@dataclass(frozen=True, slots=True)
class _Criterion:
    """A criterion behind the mark of whether it is met."""

    met: bool | None
    content: Stack
    theme: Theme

    @property
    def height(self) -> float:
        """Height in pixels."""
        return self.content.height + 10

    def draw(self, drawing: Drawing, x: float, y: float) -> None:
        """Draw at a place."""
        if self.met:
            draw_tick(drawing, x + 8, y + 10, ground=self.theme.ink, ink=self.theme.page)
        else:
            draw_open(drawing, x + 8, y + 10, ink=self.theme.line)
        self.content.draw(drawing, x + 28, y)


def maturity_picture(view: View[Maturity], theme: ThemeName = "light") -> Picture:
    """Return the picture of a maturity canvas."""
    sheet = Layout(view, theme)
    setting = sheet.setting
    sheet.head(under=[setting.text(_verdict(view), INNER, size=16, leading=24, ink=setting.theme.ink2)])
    sheet.space(20)
    _draw_steps(sheet, view)
    sheet.space(20)
    sheet.foot()
    return sheet.picture(_verdict(view))


def _verdict(view: View[Maturity]) -> str:
    """Say which stage is reached, and which is claimed, in words."""
    texts, canvas = view.texts, view.canvas
    names = {one.id: f"{one.n} {view.words(one.title)}" for one in view.kind.stages}
    if canvas.reached is None:
        said = texts.gettext("No stage has all of its criteria met yet.")
    else:
        said = texts.gettext("Stage reached: {stage}.", stage=names[canvas.reached])
    if canvas.claimed is not None:
        said += " " + texts.gettext("The organisation says of itself: {stage}.", stage=names[canvas.claimed])
    return said


def _draw_steps(sheet: Layout, view: View[Maturity]) -> None:
    setting, theme, drawing, canvas = sheet.setting, sheet.theme, sheet.drawing, view.canvas
    wide = (INNER - 28) / len(view.kind.stages)
    held = {stage.id: stage for stage in canvas.stages}
    steps = [
        Stack(tuple(_contents(stage, held.get(stage.id), setting, wide - 2 * _PAD)))  # type: ignore[call-overload]
        for stage in view.kind.stages
    ]
    heights = _rising([step.height + 2 * _PAD for step in steps])
    axes = view.kind.axes
    assert axes is not None
    top = sheet.y
    setting.label(axes.y, wide - 20).draw(drawing, MARGIN + 24, top)
    bottom = top + _FLAG + heights[-1] + 8
    reached = STAGES.index(canvas.reached) if canvas.reached is not None else -1
    for number, (stage, step, high) in enumerate(zip(view.kind.stages, steps, heights, strict=True)):
        x, y = MARGIN + 14 + number * wide, bottom - high
        ground = theme.customer_half if number <= reached else theme.surface
        drawing.rect(x, y, wide - 2, high, fill=ground)
        drawing.rect(x, y, wide - 2, 3, fill=theme.customer_ink if number <= reached else theme.line)
        _draw_flags(drawing, stage.id, canvas, setting, x, y - 12)
        step.draw(drawing, x + _PAD, y + _PAD)
    draw_arrow(drawing, [(MARGIN, bottom), (MARGIN, top)], ink=theme.line)
    draw_arrow(drawing, [(MARGIN, bottom), (MARGIN + INNER, bottom)], ink=theme.line)
    word = setting.words(axes.x)
    drawing.text(
        [word], MARGIN + INNER, bottom + 20, size=12, ink=theme.ink3, anchor="end", language=view.language
    )
    sheet.y = bottom + 28
    drawing.may_break(sheet.y)


def _rising(heights: Sequence[float]) -> list[float]:
    """Return heights that hold what was asked for, each step higher than the one before it."""
    found = [heights[0]]
    for high in heights[1:]:
        found.append(max(high, found[-1] + _RISE))
    return found


def _draw_flags(drawing: Drawing, stage: str, canvas: Maturity, setting: Setting, x: float, y: float) -> None:
    _ = setting.texts.gettext
    theme = setting.theme
    if canvas.reached == stage:
        word = _("Reached")
        drawing.circle(x + 6, y - 4, 5, fill=theme.customer_ink)
        drawing.text([word], x + 18, y, size=13, ink=theme.customer_ink, style="semibold")
        x += 18 + text_width(word, 13, "semibold") + 20
    if canvas.claimed == stage:
        drawing.circle(x + 6, y - 4, 4.4, stroke=theme.ink, stroke_width=1.5)
        drawing.text([_("Claimed")], x + 18, y, size=13, ink=theme.ink)


def _contents(stage: KindStage, held: MaturityStage | None, setting: Setting, room: float) -> Iterator[Item]:
    _ = setting.texts.gettext
    yield setting.text(f"{stage.n}", room, size=13, leading=19, ink=setting.theme.ink2)
    yield setting.heading(stage.title, room, after=4)
    if stage.marks:
        marks = ", ".join(setting.words(mark) for mark in stage.marks)
        yield setting.small(_("Shows in: {marks}", marks=marks), room)
    yield Space(10)
    criteria = held.criteria if held is not None else ()
    for one in criteria:
        yield _criterion(one, setting, room)
    if not criteria:
        yield setting.grey(stage.question or _("none identified"), room, after=10)
    if stage.note is not None:
        yield Space(2)
        yield setting.small(stage.note, room, ink=setting.theme.ink3)


def _criterion(one: MaturityCriterion, setting: Setting, room: float) -> Item:
    texts = setting.texts
    _ = texts.gettext
    said = {True: _("met"), False: _("not met"), None: _("not judged yet")}[one.met]
    if one.date is not None:
        said += f", {texts.date(one.date)}"
    room -= 28
    items: list[Item] = []
    if one.text is not None:
        items.append(setting.text(one.text, room))
    items.append(setting.small(said, room, ink=setting.theme.ink3))
    items += [setting.small(text, room) for text in one.evidence]
    return _Criterion(one.met, Stack(tuple(items)), setting.theme)
