"""Views of canvases from texts, alone or beside others of a folder."""

from __future__ import annotations

from cxkit.canvas.example import example_text
from cxkit.canvas.journey import Journey
from cxkit.canvas.kind import own_kind
from cxkit.canvas.load import OURS, Kinds, load_canvas_text, own_model
from cxkit.canvas.part import CanvasDocument
from cxkit.canvas.workspace import Member, Workspace
from cxkit.locale import Texts
from cxkit.report.canvas.view import View

HEAD = "kind: {kind}\nversion: 1\nid: {kind}\ntitle: {{fi: Otsikko, en: Title}}\nlanguage: fi\n"


def member(text: str, file: str = "canvas.yaml", kinds: Kinds = OURS) -> Member[CanvasDocument]:
    """Read a canvas that is sound."""
    loaded = load_canvas_text(text, file=file, kinds=kinds)
    canvas, document = loaded.or_refuse()
    return Member(canvas, document)


def view_of(text: str, language: str = "en", *others: str, kinds: Kinds = OURS) -> View[CanvasDocument]:
    """Return a view of a canvas beside others."""
    members = [member(one, f"canvas-{number}.yaml", kinds) for number, one in enumerate((text, *others))]
    shown = members[0].canvas
    return View(shown, kinds.kind(shown.kind), Texts(language), Workspace.of(members))


def made_view(kind: str, language: str = "en", **held: object) -> View[CanvasDocument]:
    """Return a view of a canvas made of values, not of the text of a file."""
    head = {"kind": kind, "version": 1, "id": kind, "title": "Title", "language": "en"}
    canvas = own_model(kind).model_validate(head | held)
    return View(canvas, own_kind(kind), Texts(language))


def canvas_text(kind: str, body: str = "") -> str:
    """Return the text of a canvas: the head of a kind, and a body."""
    return HEAD.format(kind=kind) + body


def journey_view(journey: Journey, language: str) -> View[CanvasDocument]:
    """Return a view of a journey, alone in its folder."""
    return View(journey, own_kind("journey"), Texts(language))


def example_view(kind: str, language: str, shown: str = "") -> View[CanvasDocument]:
    """Return a view of the filled example of a kind, alone in its folder."""
    found = member(example_text(kind, language), f"{kind}.yaml")
    return View(found.canvas, OURS.kind(kind), Texts(shown or language), Workspace.of([found]))
