"""Rules for a CX plan: with what it is carried out, what it brings, and whom it reaches."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cxkit.canvas.rules.book import InWorkspace, canvas_rules
from cxkit.documents.base import shown
from cxkit.documents.diagnostics import Severity
from cxkit.documents.nearness import all_of, either
from cxkit.documents.rule import Finding

if TYPE_CHECKING:
    from cxkit.canvas.programme import Programme

RULES = canvas_rules("programme")

_MEANS = {"owner": "owner", "resources": "resources", "time": "time", "investment": "investment"}
_REACHED = {
    "internal": "every function of the organisation",
    "partners": "partners",
    "customers": "customers",
}


@RULES.rule(
    "CX419",
    "plan-without-means",
    why="A plan that nobody owns, and for which there is neither time nor money, is a wish.",
    bad="without: owner, investment",
    good="""
        owner: The customer team
        investment: 20 000 euros
        """,
)
def plan_has_means(here: InWorkspace[Programme]) -> Iterator[Finding]:
    """The plan names its owner, resources, time and investment."""
    lacking = [f"no {words}" for key, words in _MEANS.items() if here.lacks(key)]
    if lacking:
        yield Finding(
            (),
            f"The plan names {all_of(lacking)}",
            f"Add {all_of([f'`{key}`' for key in _MEANS if here.lacks(key)])}.",
            at_key=True,
        )


@RULES.rule(
    "CX420",
    "plan-without-value",
    Severity.WARNING,
    why="What shows no value to the business is the first thing to be cut. Better to find the value now, or "
    "to drop the plan.",
    bad="without: business_value",
    good="business_value: Fewer calls about trips in vain",
)
def plan_has_value(here: InWorkspace[Programme]) -> Iterator[Finding]:
    """The plan says how it shows in the result of the business (`business_value`)."""
    if here.lacks("business_value"):
        yield Finding(
            ("business_value",),
            "The plan does not say what value it has for the business",
            "Say in `business_value` how it shows in the result, or drop the plan.",
            at_key=True,
        )


@RULES.rule(
    "CX421",
    "communication-leaves-out",
    Severity.WARNING,
    why="An experience is made by every function and by partners, too, and customers notice a change sooner "
    "when they hear of it. Whoever hears nothing goes on as before.",
    bad="communication: {internal: All branches, customers: A notice}",
    good="communication: {internal: All branches, partners: The municipality, customers: A notice}",
)
def communication_reaches_all(here: InWorkspace[Programme]) -> Iterator[Finding]:
    """Communication reaches every function of the organisation, the partners and the customers."""
    lacking = [key for key in _REACHED if here.lacks("communication", key)]
    if lacking:
        yield Finding(
            ("communication",),
            f"The plan does not say how it reaches {either([_REACHED[key] for key in lacking])}",
            f"Add {all_of([f'`{key}`' for key in lacking])} to `communication`.",
            at_key=True,
        )


@RULES.rule(
    "CX422",
    "ecosystem-not-whole",
    Severity.INFO,
    why="Customers meet people, partners, premises and applications as one service. What the plan does not "
    "list is easily forgotten when something changes.",
    bad="ecosystem: {organisation: The library, premises: Four branches}",
    good="""
        ecosystem: {organisation: The library, partners: Transport, premises: Four branches,
          applications: Catalogue}
        """,
)
def ecosystem_is_whole(here: InWorkspace[Programme]) -> Iterator[Finding]:
    """The ecosystem lists the organisation (or its people), partners, premises and applications."""
    lacking = [key for key in ("partners", "premises", "applications") if here.lacks("ecosystem", key)]
    if here.lacks("ecosystem", "organisation") and here.lacks("ecosystem", "people"):
        lacking.insert(0, "organisation")
    if lacking:
        yield Finding(
            ("ecosystem",),
            f"The ecosystem lists no {either(lacking)}",
            f"Add {all_of([f'`{key}`' for key in lacking])} to `ecosystem`.",
            at_key=True,
        )


@RULES.rule(
    "CX423",
    "incentive-against-customers",
    Severity.WARNING,
    why="People do what they are rewarded for. A reward or process that works against what customers expect "
    "beats any plan.",
    bad="""
        incentives:
          - {text: Bonus for short calls, against: A question is settled in one call}
        """,
    good="""
        incentives:
          - {text: Bonus for questions settled in one call}
        """,
)
def incentives_do_not_fight(here: InWorkspace[Programme]) -> Iterator[Finding]:
    """No incentive or process is declared to work against what customers expect (`against`)."""
    for number, incentive in enumerate(here.canvas.incentives):
        if incentive.against:
            what = f"The incentive {shown(incentive.text)}" if incentive.text is not None else "An incentive"
            yield Finding(
                ("incentives", number, "against"),
                f"{what} works against what customers expect",
                "Change it, and delete `against` when it no longer does.",
            )


@RULES.rule(
    "CX424",
    "customers-take-no-part",
    Severity.INFO,
    why="Customers know best where the service falls short, and they stand by what they helped to make.",
    bad="without: customers_take_part",
    good="customers_take_part: A panel of ten readers tries every change",
)
def customers_take_part(here: InWorkspace[Programme]) -> Iterator[Finding]:
    """The plan says how customers take part in the development (`customers_take_part`)."""
    if here.lacks("customers_take_part"):
        yield Finding(
            ("customers_take_part",),
            "The plan does not say how customers take part in the development",
            "Say it in `customers_take_part`: interviews, a panel, trying things out.",
            at_key=True,
        )
