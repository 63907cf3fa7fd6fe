"""Rules for canvases of every kind, a user's own among them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cxkit.canvas.emptiness import empty_keys
from cxkit.canvas.rules.book import ANY_KIND, InWorkspace, canvas_rules
from cxkit.documents.diagnostics import Severity
from cxkit.documents.rule import Finding
from cxkit.documents.slips import hint_for_comment

if TYPE_CHECKING:
    from cxkit.canvas.part import CanvasDocument

RULES = canvas_rules(ANY_KIND)

_NEEDED = ("title", "language", "text", "value")
"""Keys that a canvas, or an entry of one, cannot be without."""


@RULES.rule(
    "CX300",
    "still-empty",
    Severity.WARNING,
    why="A scaffold is a list of questions, and a question that nobody has answered looks in a picture as "
    "if there were nothing to say. What is not to be answered is better left out.",
    bad="""
        kind: journey
        goal:
        """,
    good="""
        kind: journey
        goal: To hold the book before Thursday
        """,
)
def nothing_left_empty(here: InWorkspace[CanvasDocument]) -> Iterator[Finding]:
    """A key that is there has a value.

    What other rules say about the value is not looked at before it is there.
    """
    for path in empty_keys(here.document):
        hint = (
            "Fill it in." if path[-1] in _NEEDED else "Fill it in, or delete it if there is nothing to say."
        )
        hint = hint_for_comment(here.document, path) or hint
        yield Finding(path, f"`{path[-1]}` is still empty", hint, at_key=True)
