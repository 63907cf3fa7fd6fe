"""The canvases beside the one in view, each with a teller of its own, and how a report names them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath
from typing import Generic, TypeVar

from cxkit.canvas.kind import own_kind
from cxkit.canvas.part import CanvasDocument
from cxkit.canvas.workspace import Member, Workspace
from cxkit.report.canvas.teller import Teller
from cxkit.report.canvas.view import View

C = TypeVar("C", bound=CanvasDocument)


@dataclass(frozen=True, slots=True)
class Source:
    """A canvas that something is taken from, as a report names it."""

    named: str

    @classmethod
    def of(cls, member: Member[CanvasDocument], teller: Teller) -> Source:
        """Name a canvas of the folder by its title and its file."""
        title = teller.said(member.canvas.called, member.canvas.language)
        return cls(f"{title} ({PurePath(member.file).name})")


class Told(Generic[C]):
    """A canvas of one of our kinds, from the folder, and the teller that puts it into words."""

    def __init__(self, member: Member[C], view: View[CanvasDocument]) -> None:
        self.canvas: C = member.canvas
        kind = own_kind(member.canvas.kind)
        self.teller = Teller(View(member.canvas, kind, view.texts, view.workspace))
        self.source = Source.of(Member(member.canvas, member.document), self.teller)

    @property
    def title(self) -> str:
        """What people call the canvas."""
        return self.teller.said(self.canvas.called)


def told(view: View[CanvasDocument], model: type[C]) -> list[Told[C]]:
    """Return the canvases of a model in the folder, in the order of their files."""
    return [Told(member, view) for member in view.workspace.of_type(model)]


def told_kind(view: View[CanvasDocument], name: str) -> list[Told[CanvasDocument]]:
    """Return the canvases of one of our kinds in the folder, in the order of their files."""
    return [Told(member, view) for member in view.workspace.of_kind(name)]


def kinds_missing(workspace: Workspace, names: Iterable[str]) -> tuple[str, ...]:
    """Return those of some kinds of which the folder has no canvas; a persona may stand in another canvas."""
    return tuple(
        name
        for name in names
        if not workspace.of_kind(name) and not (name == "persona" and workspace.personas)
    )
