"""Rules that a canvas must keep beyond its shape, in itself and among the canvases around it.

Each rule is a function from a canvas in its workspace to findings, with its documentation and examples
beside it. Which files belong to a workspace is for others to say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cxkit.canvas.rules.analyses import RULES as ANALYSES
from cxkit.canvas.rules.any_kind import RULES as OF_ANY_KIND
from cxkit.canvas.rules.book import ANY_KIND, CanvasRules, InWorkspace
from cxkit.canvas.rules.collected import RULES as COLLECTED
from cxkit.canvas.rules.data_items import RULES as DATA_ITEMS
from cxkit.canvas.rules.ids import RULES as IDS
from cxkit.canvas.rules.journey import RULES as JOURNEY
from cxkit.canvas.rules.journeys import RULES as JOURNEYS
from cxkit.canvas.rules.maturity import RULES as MATURITY
from cxkit.canvas.rules.measurement import RULES as MEASUREMENT
from cxkit.canvas.rules.okrs import RULES as OKRS
from cxkit.canvas.rules.personas import RULES as PERSONAS
from cxkit.canvas.rules.programme import RULES as PROGRAMME
from cxkit.canvas.rules.references import RULES as REFERENCES
from cxkit.canvas.rules.slbmc import RULES as SLBMC
from cxkit.canvas.rules.strategy import RULES as STRATEGY
from cxkit.canvas.rules.touchpoints import RULES as TOUCHPOINTS
from cxkit.documents.diagnostics import in_order

if TYPE_CHECKING:
    from cxkit.canvas.part import CanvasDocument
    from cxkit.documents.diagnostics import Diagnostic
    from cxkit.documents.rule import ModelRule

__all__ = ["BOOKS", "RULES", "InWorkspace", "broken"]

BOOKS: tuple[CanvasRules, ...] = (
    OF_ANY_KIND,
    REFERENCES,
    JOURNEY,
    JOURNEYS,
    TOUCHPOINTS,
    COLLECTED,
    PERSONAS,
    IDS,
    DATA_ITEMS,
    ANALYSES,
    MEASUREMENT,
    SLBMC,
    STRATEGY,
    OKRS,
    MATURITY,
    PROGRAMME,
)
RULES: tuple[ModelRule[InWorkspace[Any]], ...] = tuple(rule for book in BOOKS for rule in book)


def broken(here: InWorkspace[CanvasDocument]) -> list[Diagnostic]:
    """Return what breaks the rules in a canvas, in the order of its file."""
    books = [book for book in BOOKS if here.canvas.kind in book.kinds or ANY_KIND in book.kinds]
    return in_order(found for book in books for one in book for found in one.diagnostics(here, here.document))
