"""Rules for a Service Logic Business Model Canvas: whose it is, and that both sides are seen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cxkit.canvas.kind import own_kind
from cxkit.canvas.rules.book import InWorkspace, canvas_rules
from cxkit.canvas.rules.smallest import SMALLEST, slbmc_with
from cxkit.documents.base import shown
from cxkit.documents.diagnostics import Severity
from cxkit.documents.rule import Finding

if TYPE_CHECKING:
    from cxkit.canvas.blocks import BlockCanvas

RULES = canvas_rules("slbmc")


@RULES.rule(
    "CX428",
    "canvas-of-no-persona",
    why="Value arises in somebody's life. A canvas for all customers at once describes the life of none of "
    "them, so each persona gets a canvas.",
    bad="without: persona",
    good=SMALLEST["slbmc"],
)
def for_one_persona(here: InWorkspace[BlockCanvas]) -> Iterator[Finding]:
    """A Service Logic Business Model Canvas says for which one persona it is (`persona`)."""
    if here.lacks("persona"):
        yield Finding(
            ("persona",),
            "The canvas does not say for which persona it is",
            "Add `persona` with the id of a persona, or with the persona in full.",
            at_key=True,
        )


@RULES.rule(
    "CX429",
    "half-a-block",
    Severity.WARNING,
    why="The model looks at everything twice: what it means in the customer's life, and what we do for it. "
    "With one half only it is a common business model, or a wish list.",
    bad=slbmc_with(interaction="{customer: Reserves and picks up}", mobilizing=None),
    good=slbmc_with(),
)
def both_halves(here: InWorkspace[BlockCanvas]) -> Iterator[Finding]:
    """Every block has the customer's half and the provider's half."""
    kind = own_kind("slbmc")
    for block in kind.blocks:
        path = ("blocks", block.id)
        halves = [half for half in kind.halves if here.lacks(*path, half.id)]
        if not halves:
            continue
        title = shown(block.title.get("en"))
        words = " or ".join(f"{half.id}'s half" for half in halves)
        yield Finding(
            path,
            f"The block {title} has no {words}",
            f"Add {' and '.join(f'`{half.id}`' for half in halves)} to `{block.id}`.",
            at_key=True,
        )
