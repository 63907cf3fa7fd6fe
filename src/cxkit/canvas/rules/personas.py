"""Rules for personas, in files of their own and in full inside other canvases."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cxkit.canvas.measurement import Measurement
from cxkit.canvas.persona import Persona
from cxkit.canvas.rules.book import ANY_KIND, InWorkspace, canvas_rules
from cxkit.canvas.rules.places import MEASURED_TOUCHPOINTS, PersonaPlace, personas_in_full
from cxkit.canvas.rules.smallest import SMALLEST
from cxkit.documents.diagnostics import Severity
from cxkit.documents.nearness import all_of, either
from cxkit.documents.problem import shown
from cxkit.documents.rule import Finding

if TYPE_CHECKING:
    from cxkit.canvas.part import CanvasDocument
    from cxkit.canvas.persona import PersonaFields

RULES = canvas_rules("persona", also=(ANY_KIND,))

_SAYS = {
    "motivation": "what motivates",
    "wants": "what is wanted",
    "value_we_give": "what value we give",
    "why_us": "why with us",
}
_OF_A_FIRM = {
    "industry", "sector", "size", "company", "turnover", "revenue", "employees", "staff", "business_id",
    "toimiala", "koko", "yritys", "liikevaihto", "henkilöstö", "työntekijät", "y-tunnus",
}  # fmt: skip
_OF_A_PERSON = {"age", "ikä", "born", "syntynyt", "family", "perhe"}
_FIRM = re.compile(
    r"\b(oy|oyj|ab|abp|ky|tmi|osk|ltd|limited|inc|llc|plc|gmbh|ag|as|a/s|aps|corp|corporation)\.?\s*$"
    r"|^\s*(oy|ab)\s|\b\d{7}-\d\b",
    re.IGNORECASE,
)


def _whose(persona: str) -> str:
    """Return an empathy map with a persona in full."""
    return f"kind: empathy\npersona:\n{textwrap.indent(f'id: aino{chr(10)}{persona}', '  ')}"


_WHOLE = """\
name: Aino
facts: {age: 34}
motivation: The reading circle meets on Thursday
wants: To have read the book by then
value_we_give: A book without a trip in vain
why_us: The library is on the way home
reviewed: 2026-03-02
"""


@RULES.rule(
    "CX301",
    "persona-without-journey",
    Severity.WARNING,
    why="A persona whose journey nobody has drawn serves no decision: what they meet, and where it hurts, "
    "stays a guess.",
    bad=SMALLEST["persona"],
    good=f"{SMALLEST['persona']}--- # reserved-book.yaml\nkind: journey\npersonas: [aino]\n",
)
def has_a_journey(here: InWorkspace[CanvasDocument]) -> Iterator[Finding]:
    """Every persona has a journey of its own: one of the workspace names it.

    For a persona in full in a measurement canvas the touchpoints of the same file count as well, unless
    each of them belongs to a journey of others. Where there is neither, that is an error.
    """
    if not isinstance(here.canvas, Persona | Measurement):
        return
    own = isinstance(here.canvas, Measurement)
    walking = {name for member in here.workspace.journeys.values() for name in member.canvas.persona_ids}
    for place in personas_in_full(here.canvas):
        if place.persona.id in walking or (own and _met_somewhere(here)):
            continue
        if here.left_empty(*place.path, "name") or place.persona.id in here.workspace.unsound_journeys:
            continue  # nobody yet, as in a scaffold, or of a journey that could not be read
        none_here = ", and no touchpoint of this canvas can be theirs" if own else ""
        yield Finding(
            (*place.path, "id"),
            f"No journey names the persona {shown(place.persona.id)}{none_here}",
            f"Draw their journey, with `personas: [{place.persona.id}]`.",
            severity=Severity.ERROR if own else None,
        )


def _met_somewhere(here: InWorkspace[CanvasDocument]) -> bool:
    """Tell whether a measurement canvas has touchpoints that need not be those of others."""
    canvas = here.canvas
    if here.left_empty(*MEASURED_TOUCHPOINTS) or not isinstance(canvas, Measurement):
        return True
    return any(
        one.journey is None or one.journey not in here.workspace.journeys for one in canvas.touchpoints
    )


@RULES.rule(
    "CX303",
    "persona-says-too-little",
    Severity.WARNING,
    why="With a motive and a goal a persona can tell which of two ideas helps; without them everybody "
    "hears what they thought before.",
    bad=_whose(_WHOLE.replace("why_us: The library is on the way home\n", "")),
    good=_whose(_WHOLE),
)
def says_what_moves(here: InWorkspace[CanvasDocument]) -> Iterator[Finding]:
    """A persona says what motivates, what is wanted, what value we give, and why with us.

    What is no persona but a segment is told so instead.
    """
    for place in personas_in_full(here.canvas):
        missing = [key for key in _SAYS if here.lacks(*place.path, key)]
        if missing and not _is_segment(here, place):
            yield Finding(
                (*place.path, "id"),
                f"{shown(place.persona.id)} does not say {either([_SAYS[key] for key in missing])}",
                f"Add {all_of([f'`{key}`' for key in missing])}.",
            )


@RULES.rule(
    "CX304",
    "segment-not-persona",
    Severity.WARNING,
    why="People of one age and size of town want different things. A segment says how many there are, a "
    "persona what one of them is after; only the latter has a journey.",
    bad=_whose("name: Commuters\nfacts: {age: 25-44, place: Town}\nreviewed: 2026-03-02\n"),
    good=_whose(_WHOLE),
)
def is_no_segment(here: InWorkspace[CanvasDocument]) -> Iterator[Finding]:
    """A persona has more than facts such as age, place, size and industry: a motive or a goal."""
    for place in personas_in_full(here.canvas):
        if _is_segment(here, place):
            yield Finding(
                (*place.path, "facts"),
                f"{shown(place.persona.id)} is a segment: it has facts, but neither a motive nor a goal",
                "Add what one of these people wants (`wants`) and what moves them (`motivation`).",
                at_key=True,
            )


def _is_segment(here: InWorkspace[CanvasDocument], place: PersonaPlace) -> bool:
    moved = any(not here.lacks(*place.path, key) for key in ("motivation", "wants"))
    return bool(place.persona.facts) and not moved


@RULES.rule(
    "CX305",
    "firm-not-person",
    Severity.INFO,
    why="Firms do not feel or decide; people in them do, each with a task of their own. A customer of a "
    "business is a person, not a business id.",
    bad=_whose(f"name: Sample Bookshop Ltd\n{_WHOLE.partition(chr(10))[2]}"),
    good=_whose(f"role: Buyer of a bookshop\n{_WHOLE}"),
)
def is_a_person(here: InWorkspace[CanvasDocument]) -> Iterator[Finding]:
    """A persona among business customers is a person in the firm, not the firm.

    A name with a form of company (`Ltd`, `Oy`) or a business id speaks for a firm, and so do facts such as
    industry and turnover of a persona without `role` and age.
    """
    for place in personas_in_full(here.canvas):
        if _is_firm(place.persona, has_role=not here.lacks(*place.path, "role")):
            yield Finding(
                (*place.path, "id"),
                f"The persona {shown(place.persona.id)} seems to be a firm",
                "Describe a person in it, with `name` and `role`.",
            )


def _is_firm(persona: PersonaFields, *, has_role: bool) -> bool:
    texts = [text for _, text in persona.name.entries] if persona.name is not None else []
    if any(_FIRM.search(text) for text in texts):
        return True
    facts = {key.casefold().replace(" ", "_") for key in persona.facts or {}}
    return not has_role and bool(facts & _OF_A_FIRM) and not facts & _OF_A_PERSON


@RULES.rule(
    "CX322",
    "persona-without-review",
    Severity.INFO,
    why="Customers change. A date shows whether a persona was looked over since, or describes those of ten "
    "years ago.",
    bad=_whose(_WHOLE.replace("reviewed: 2026-03-02\n", "")),
    good=_whose(_WHOLE),
)
def has_a_review_date(here: InWorkspace[CanvasDocument]) -> Iterator[Finding]:
    """A persona says when it was last looked over (`reviewed`)."""
    for place in personas_in_full(here.canvas):
        if here.lacks(*place.path, "reviewed"):
            yield Finding(
                (*place.path, "id"),
                f"The persona {shown(place.persona.id)} has no review date",
                "Add `reviewed` with the day on which it was last looked over.",
            )
