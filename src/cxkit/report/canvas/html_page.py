"""A canvas as a page: one file of HTML that needs no network and no script, for window, phone and paper."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import cast

from markupsafe import Markup

from cxkit.canvas.blocks import BlockCanvas
from cxkit.canvas.journey import Journey
from cxkit.canvas.maturity import Maturity
from cxkit.canvas.part import CanvasDocument
from cxkit.canvas.strategy import Strategy
from cxkit.report.canvas.html_blocks import block_grid
from cxkit.report.canvas.html_journey import journey_page
from cxkit.report.canvas.html_maturity import steps
from cxkit.report.canvas.html_outline import kind_of, parts, placed
from cxkit.report.canvas.html_strategy import fronts
from cxkit.report.canvas.html_styles import style_sheet
from cxkit.report.canvas.html_text import LONG, Wording, label
from cxkit.report.canvas.outline import Outline, Section, outline
from cxkit.report.canvas.view import View
from cxkit.report.render import render_html


def html(view: View[CanvasDocument]) -> str:
    """Return a canvas as the text of an HTML file, the same for the same view."""
    wording = Wording(view.language, view.canvas.language or "")
    match view.canvas:
        case Journey():
            return _journey(view, wording)
        case BlockCanvas():
            return _blocks(view, wording)
        case Strategy():
            return _strategy(view, wording)
        case Maturity():
            return _maturity(view, wording)
    return _outline(view, wording)


def _journey(view: View[CanvasDocument], wording: Wording) -> str:
    _ = view.texts.gettext
    page = journey_page(cast(View[Journey], view), wording)
    return _render(
        "canvas/journey.html",
        view,
        wording,
        ("facts", "outline", "personas", "journey", "journey_map", "journey_print", "journey_flow"),
        _foot(view, wording),
        small=page.small,
        lead=page.lead,
        page=page,
        asked=parts(page.asked),
        after=parts(page.after),
        nothing=view.texts.gettext("none identified"),
        kind_of=kind_of,
        modes={
            "online": _("online"),
            "offline": _("on site"),
            "both": _("online and on site"),
            "unknown": _("channel not known"),
        },
        lines={
            "interaction": _("Line of interaction"),
            "visibility": _("Line of visibility"),
            "internal": _("Line of internal interaction"),
        },
    )


def _blocks(view: View[CanvasDocument], wording: Wording) -> str:
    told = outline(view)
    return _told(
        "canvas/blocks.html",
        view,
        wording,
        told,
        ("blocks", "outline"),
        grid=block_grid(cast(View[BlockCanvas], view), wording),
        after=parts(_besides_blocks(view, told)),
    )


def _besides_blocks(view: View[CanvasDocument], told: Outline) -> tuple[Section, ...]:
    """Return what a canvas of blocks says besides these: a persona in full before them, notes after."""
    last = len(told.sections) - bool(view.canvas.notes)
    return (*told.sections[: last - len(view.kind.blocks)], *told.sections[last:])


def _outline(view: View[CanvasDocument], wording: Wording) -> str:
    told = outline(view)
    own, after = placed(told, view.kind)
    return _told("canvas/outline.html", view, wording, told, ("outline",), parts=own, after=after)


def _strategy(view: View[CanvasDocument], wording: Wording) -> str:
    told = outline(view)
    own, after = placed(told, view.kind)
    found = fronts(cast(View[Strategy], view), wording)
    styles = ("outline", "strategy")
    return _told("canvas/strategy.html", view, wording, told, styles, own=own, fronts=found, after=after)


def _maturity(view: View[CanvasDocument], wording: Wording) -> str:
    told = outline(view)
    axes = view.kind.axes
    assert axes is not None
    return _told(
        "canvas/maturity.html",
        view,
        wording,
        told,
        ("outline", "maturity"),
        steps=steps(cast(View[Maturity], view), wording),
        axes={"x": wording.write(axes.x), "y": wording.write(axes.y)},
        joined=Markup(", ").join,
        after=placed(told, view.kind)[1],
    )


def _told(
    template: str,
    view: View[CanvasDocument],
    wording: Wording,
    told: Outline,
    styles: tuple[str, ...],
    **values: object,
) -> str:
    return _render(
        template,
        view,
        wording,
        ("facts", *styles),
        [wording.say(source, shortest=LONG * 2) for source in told.sources],
        small=[told.kind_line],
        lead=[],
        facts=told.facts,
        nothing=told.nothing,
        kind=view.canvas.kind,
        kind_of=kind_of,
        **values,
    )


def _render(
    template: str,
    view: View[CanvasDocument],
    wording: Wording,
    styles: tuple[str, ...],
    foot: Sequence[Markup | str],
    **values: object,
) -> str:
    return render_html(
        template,
        view.texts,
        title=view.title,
        heading=wording.title(view.canvas.called),
        style=Markup(style_sheet(*styles)),
        say=wording.say,
        say_title=partial(wording.say, shortest=LONG),
        soft=lambda words: label(words, view.language),
        foot=foot,
        **values,
    )


def _foot(view: View[CanvasDocument], wording: Wording) -> list[Markup | str]:
    """What stands under a canvas: whose it is, how new, and who keeps it."""
    texts, canvas = view.texts, view.canvas
    said: list[Markup | str] = []
    if canvas.organisation is not None:
        said.append(Markup("{}.").format(wording.write(canvas.organisation)))
    if canvas.updated is not None:
        said.append(texts.gettext("Updated {date}.", date=texts.date(canvas.updated)))
    if canvas.owner is not None:
        owner = wording.write(canvas.owner)
        said.append(Markup(texts.gettext("Owner: {owner}.", owner=owner)))
    return said
