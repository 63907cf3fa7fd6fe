"""A canvas as it is shown: in one language, beside the other canvases of its folder.

Every document and picture of a canvas is made of a view; what they look like is for their own modules.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic, TypeVar

from cxkit.canvas.kind import Kind
from cxkit.canvas.part import CanvasDocument
from cxkit.canvas.persona import PersonaFields
from cxkit.canvas.workspace import Workspace
from cxkit.documents.base import Text
from cxkit.locale.texts import Texts

C = TypeVar("C", bound=CanvasDocument)


@dataclass(frozen=True)
class View(Generic[C]):
    """A canvas, what its kind says of it, the language it is shown in, and the folder it stands in."""

    canvas: C
    kind: Kind
    texts: Texts
    workspace: Workspace = field(default_factory=Workspace)

    @property
    def language(self) -> str:
        """The language in which the canvas is shown."""
        return self.texts.language

    @property
    def title(self) -> str:
        """What people call the canvas."""
        return self.words(self.canvas.called)

    @cached_property
    def personas(self) -> dict[str, PersonaFields]:
        """The personas of the folder by id, those with files of their own before those in full."""
        return {identifier: held.value for identifier, held in self.workspace.personas.items()}

    def words(self, text: Text | None) -> str:
        """Return a text in the language shown, else in that of the canvas; nothing for None."""
        return "" if text is None else text.get(self.language, self.canvas.language or "")

    def all_words(self, texts: Iterable[Text]) -> list[str]:
        """Return each text as `words` does."""
        return [self.words(text) for text in texts]
