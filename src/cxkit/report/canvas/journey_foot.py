"""The foot of a journey's picture: what its signs mean, and whose canvas it is since when."""

from __future__ import annotations

from cxkit.canvas.journey import Journey, Mode
from cxkit.report.canvas.channel_signs import SIZE, channel_sign
from cxkit.report.canvas.drawing import Drawing
from cxkit.report.canvas.figures import diamond
from cxkit.report.canvas.measuring import width
from cxkit.report.canvas.metric_card import is_small
from cxkit.report.canvas.setting import Setting
from cxkit.report.canvas.tokens import MARGIN
from cxkit.report.canvas.view import View

_BELOW = 28
"""Space under the foot."""


def draw_foot(drawing: Drawing, view: View[Journey], setting: Setting, y: float, right: float) -> float:
    """Draw the foot up to a right edge; return the y at which it ends."""
    y += 20
    x = _draw_signs(drawing, view.canvas, setting, y)
    said = _said(view.canvas, setting)
    if not said and x == MARGIN:
        return y
    wide, ink = width(said, 12), setting.theme.ink2
    if x + 12 + wide <= right:
        drawing.text([said] if said else [], right - wide, y + 18.5, size=12, ink=ink, room=wide)
        return y + SIZE + _BELOW
    text = setting.small(said, right - MARGIN, ink=ink)
    text.draw(drawing, MARGIN, y + SIZE + 12)
    return y + SIZE + 12 + text.height + _BELOW


def _draw_signs(drawing: Drawing, journey: Journey, setting: Setting, y: float) -> float:
    """Draw the signs that the journey has, each with its word; return the x behind them."""
    _, theme = setting.texts.gettext, setting.theme
    touchpoints = [one for _path, _stage, one in journey.touchpoints()]
    modes = {journey.mode_of(one) for one in touchpoints}
    signs: list[tuple[Mode | None, str]] = [
        ("online", _("online")),
        ("offline", _("on site")),
        ("both", _("online and on site")),
        (None, _("channel not known")),
    ]
    x = float(MARGIN)
    for mode, word in signs:
        if mode in modes:
            channel_sign(drawing, mode, x, y, ink=theme.ink2, line=theme.line)
            drawing.text([word], x + SIZE + 8, y + 18.5, size=12, ink=theme.ink2)
            x += SIZE + 8 + width(word, 12) + 28
    if any(one.critical for one in touchpoints):
        word = _("critical touchpoint")
        diamond(drawing, x + 5, y + 14, 5, fill=theme.critical)
        drawing.text([word], x + 16, y + 18.5, size=12, ink=theme.critical, style="semibold")
        x += 16 + width(word, 12, "semibold") + 28
    if any(is_small(item) for one in touchpoints for item in one.data_items):
        word = _("fewer than 30 answers")
        drawing.circle(x + 5, y + 14, 4, fill=theme.page, stroke=theme.ink, stroke_width=1.5)
        drawing.text([word], x + 16, y + 18.5, size=12, ink=theme.ink2)
        x += 16 + width(word, 12) + 28
    return x


def _said(journey: Journey, setting: Setting) -> str:
    """Return whose canvas it is, and since when."""
    _, words = setting.texts.gettext, setting.words
    parts = []
    if journey.organisation is not None:
        parts.append(f"{words(journey.organisation)}.")
    if journey.updated is not None:
        parts.append(_("Updated {date}.", date=setting.texts.date(journey.updated)))
    if journey.owner is not None:
        parts.append(_("Owner: {owner}.", owner=words(journey.owner)))
    return " ".join(parts)
