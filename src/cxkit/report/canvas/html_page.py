"""A canvas as a page: one file of HTML that needs no network and no script, for window, phone and paper."""

from __future__ import annotations

from typing import cast

from markupsafe import Markup

from cxkit.canvas.journey import Journey
from cxkit.canvas.part import CanvasDocument
from cxkit.report.canvas.html_journey import journey_page
from cxkit.report.canvas.html_styles import style_sheet
from cxkit.report.canvas.html_text import Wording, hyphenated
from cxkit.report.canvas.view import View
from cxkit.report.render import render_html


def html(view: View[CanvasDocument]) -> str:
    """Return a canvas as the text of an HTML file, the same for the same view."""
    wording = Wording(view.language, view.canvas.language or "")
    return _journey(cast(View[Journey], view), wording)


def _journey(view: View[Journey], wording: Wording) -> str:
    _, journey = view.texts.gettext, view.canvas
    page = journey_page(view, wording)
    lead = [(_("Goal"), wording.write(journey.goal)), (_("Scenario"), wording.write(journey.scenario))]
    return _render(
        "canvas/journey.html",
        view,
        wording,
        ("personas", "journey", "journey_map", "journey_flow"),
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


def _render(
    template: str, view: View[CanvasDocument] | View[Journey], wording: Wording, parts: tuple[str, ...],
    **values: object,
) -> str:  # fmt: skip
    return render_html(
        template,
        view.texts,
        title=view.title,
        heading=wording.title(view.canvas.called),
        style=Markup(style_sheet(*parts)),
        soft=lambda words: hyphenated(words, view.language),
        foot=_foot(view, wording),
        **values,
    )


def _foot(view: View[CanvasDocument] | View[Journey], wording: Wording) -> list[Markup | str]:
    """What stands under a canvas: whose it is, how new, who keeps it, and whose model it follows."""
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
