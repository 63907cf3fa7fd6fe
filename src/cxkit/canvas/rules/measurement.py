"""Rules for what a measurement canvas says of leadership and of the organisation: blocks 1 and 6."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cxkit.canvas.rules.book import InWorkspace, canvas_rules
from cxkit.canvas.rules.smallest import measurement_with
from cxkit.documents.diagnostics import Severity
from cxkit.documents.nearness import all_of
from cxkit.documents.rule import Finding

if TYPE_CHECKING:
    from cxkit.canvas.measurement import Measurement

RULES = canvas_rules("measurement")

_LEADERSHIP = ("blocks", "leadership")
_ORGANISATION = ("blocks", "organisation")


def _organisation(rest: str) -> str:
    return measurement_with(organisation=f"{{use: Rota of the desk, {rest}}}")


_WHOLE = _organisation(
    "sharing: Weekly meeting, changes: Opening hours, reaction_time: Two weeks,\n"
    "    compared_with: {operational: Waiting time, business: Cost of a loan}"
)


@RULES.rule(
    "CX409",
    "metrics-stand-alone",
    Severity.WARNING,
    why="A customer metric persuades when it stands beside what the work takes and what it brings in. What "
    "shows no value beside them can be dropped.",
    bad=_organisation(
        "sharing: Weekly meeting, changes: Opening hours, reaction_time: Two weeks,\n"
        "    compared_with: {operational: Waiting time}"
    ),
    good=_WHOLE,
)
def metrics_are_compared(here: InWorkspace[Measurement]) -> Iterator[Finding]:
    """Metrics of the customer experience are set beside operational and business metrics."""
    path = (*_ORGANISATION, "compared_with")
    lacking = [key for key in ("operational", "business") if here.lacks(*path, key)]
    if lacking:
        yield Finding(
            path,
            f"The customer metrics are not set beside {' or '.join(lacking)} metrics",
            f"Name such metrics in `compared_with`, under {all_of([f'`{key}`' for key in lacking])}.",
            at_key=True,
        )


@RULES.rule(
    "CX410",
    "one-term-only",
    Severity.WARNING,
    why="Customers feel next week what is mended today, and in some years what is built. A canvas of one of "
    "them only is either a list of repairs or a wish.",
    bad=measurement_with(leadership="{why: To plan the opening hours, short_term: Shorter queues}"),
    good=measurement_with(
        leadership="{why: To plan the opening hours, long_term: More readers, short_term: Shorter queues}"
    ),
)
def both_terms_are_stated(here: InWorkspace[Measurement]) -> Iterator[Finding]:
    """Leadership says what customer understanding means in the long term and in the short term."""
    lacking = [key for key in ("long_term", "short_term") if here.lacks(*_LEADERSHIP, key)]
    if lacking:
        words = " and ".join(f"the {key.replace('_', ' ')}" for key in lacking)
        yield Finding(
            _LEADERSHIP,
            f"Block 1 says nothing of {words}",
            f"Add {all_of([f'`{key}`' for key in lacking])} to `leadership`.",
            at_key=True,
        )


@RULES.rule(
    "CX411",
    "no-speed-of-reacting",
    Severity.WARNING,
    why="An answer that comes a year later answers nobody. Only a speed that has been stated can be kept.",
    bad=_organisation(
        "sharing: Weekly meeting, changes: Opening hours,\n"
        "    compared_with: {operational: Waiting time, business: Cost of a loan}"
    ),
    good=_WHOLE,
)
def speed_is_stated(here: InWorkspace[Measurement]) -> Iterator[Finding]:
    """It is stated how fast the organisation reacts to customer data (`reaction_time`)."""
    if here.lacks(*_ORGANISATION, "reaction_time"):
        yield _says_nothing("how fast you react to customer data", "reaction_time")


@RULES.rule(
    "CX412",
    "no-change-of-our-own",
    Severity.WARNING,
    why="Measuring that changes nothing in our own work only tells customers that they were asked in vain.",
    bad=_organisation(
        "sharing: Weekly meeting, reaction_time: Two weeks,\n"
        "    compared_with: {operational: Waiting time, business: Cost of a loan}"
    ),
    good=_WHOLE,
)
def changes_are_stated(here: InWorkspace[Measurement]) -> Iterator[Finding]:
    """It is stated what will change in the organisation's own work (`changes`)."""
    if here.lacks(*_ORGANISATION, "changes"):
        yield _says_nothing("what will change in your own work", "changes")


@RULES.rule(
    "CX427",
    "no-sharing-of-data",
    Severity.WARNING,
    why="What one unit knows of the customers helps them only where the others know it, too.",
    bad=_organisation(
        "changes: Opening hours, reaction_time: Two weeks,\n"
        "    compared_with: {operational: Waiting time, business: Cost of a loan}"
    ),
    good=_WHOLE,
)
def sharing_is_stated(here: InWorkspace[Measurement]) -> Iterator[Finding]:
    """It is stated how customer data is shared inside the organisation (`sharing`)."""
    if here.lacks(*_ORGANISATION, "sharing"):
        yield _says_nothing("how the data is shared inside", "sharing")


def _says_nothing(of: str, key: str) -> Finding:
    path = (*_ORGANISATION, key)
    return Finding(path, f"Block 6 does not say {of}", f"Say it in `{key}` of `organisation`.", at_key=True)
