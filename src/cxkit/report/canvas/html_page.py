"""A canvas as a page: one file of HTML that needs no network and no script, for window, phone and paper."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import cast

from markupsafe import Markup

from cxkit.canvas.blocks import BlockCanvas
from cxkit.canvas.journey import Journey
from cxkit.canvas.part import CanvasDocument
from cxkit.report.canvas.html_blocks import block_grid
from cxkit.report.canvas.html_journey import journey_page
from cxkit.report.canvas.html_outline import kind_of, parts, placed
from cxkit.report.canvas.html_styles import style_sheet
from cxkit.report.canvas.html_text import LONG, Wording, hyphenated
from cxkit.report.canvas.outline import Outline, outline
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
    return _outline(view, wording)


def _journey(view: View[CanvasDocument], wording: Wording) -> str:
    _, seen = view.texts.gettext, cast(View[Journey], view)
    page = journey_page(seen, wording)
    lead = [
        (_("Goal"), wording.write(seen.canvas.goal)),
        (_("Scenario"), wording.write(seen.canvas.scenario)),
    ]
    return _render(
        "canvas/journey.html",
        view,
        wording,
        ("personas", "journey", "journey_map", "journey_flow"),
        _foot(view, wording),
        small=page.small,
        lead=[(name, words) for name, words in lead if words],
        page=page,
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
        after=parts(told.sections[len(view.kind.blocks) :]),
    )


def _outline(view: View[CanvasDocument], wording: Wording) -> str:
    told = outline(view)
    own, after = placed(told, view.kind)
    return _told("canvas/outline.html", view, wording, told, ("outline",), parts=own, after=after)


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
        soft=lambda words: hyphenated(words, view.language),
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
