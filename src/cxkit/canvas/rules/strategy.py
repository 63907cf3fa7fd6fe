"""Rules for a CX strategy: its vision, choices and review. Its OKRs are for `okrs`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cxkit.canvas.rules.book import InWorkspace, canvas_rules
from cxkit.documents.diagnostics import Severity
from cxkit.documents.rule import Finding

if TYPE_CHECKING:
    from cxkit.canvas.strategy import Strategy

RULES = canvas_rules("strategy")

_FEWEST, _MOST = 3, 5


@RULES.rule(
    "CX413",
    "battles-not-three-to-five",
    why="With one or two must-win battles something that matters is left to chance; with more than five "
    "nothing has been chosen, and the effort is spread thin.",
    bad="""
        battles: [{id: pick-up, title: No trip in vain}, {id: search, title: One search}]
        okrs:
          - {id: okr-pick-up, team: Service, objective: The book is there, actions: Messages, battle: pick-up,
             key_results: [{text: Trips in vain}]}
          - {id: okr-search, team: Online, objective: One search, actions: Merge catalogues, battle: search,
             key_results: [{text: Searches without a hit}]}
        """,
    good="""
        battles: [{id: pick-up, title: No trip in vain}, {id: search, title: One search}, {id: hours}]
        okrs:
          - {id: okr-pick-up, team: Service, objective: The book is there, actions: Messages, battle: pick-up,
             key_results: [{text: Trips in vain}]}
          - {id: okr-search, team: Online, objective: One search, actions: Merge catalogues, battle: search,
             key_results: [{text: Searches without a hit}]}
          - {id: okr-hours, unit: Branches, objective: Open when readers come, actions: Rota, battle: hours,
             key_results: [{text: Loans by hour}]}
        """,
)
def three_to_five_battles(here: InWorkspace[Strategy]) -> Iterator[Finding]:
    """There are three to five must-win battles."""
    count = len(here.canvas.battles)
    if here.left_empty("battles") or _FEWEST <= count <= _MOST:
        return
    many = {0: "There is no must-win battle", 1: "There is one must-win battle"}
    yield Finding(
        ("battles",),
        f"{many.get(count, f'There are {count} must-win battles')}; {_FEWEST} to {_MOST} are wanted",
        "Choose again." if count > _MOST else "Name what must be won for the vision to come true.",
        at_key=True,
    )


@RULES.rule(
    "CX414",
    "not-one-vision",
    why="People go in one direction when they share one picture of where it leads. Two visions are two "
    "directions, and none leaves each to their own.",
    bad="vision: [Everybody finds something to read, The library is the living room of the town]",
    good="vision: Everybody finds something to read",
)
def one_vision(here: InWorkspace[Strategy]) -> Iterator[Finding]:
    """There is one vision that all share."""
    count = len(here.canvas.vision)
    if here.lacks("vision"):
        yield Finding(
            ("vision",),
            "The strategy has no vision",
            "Say in `vision` what the customer experience is to be like, in one sentence.",
            at_key=True,
        )
    elif count > 1:
        yield Finding(
            ("vision",), f"There are {count} visions", "Choose one, or join them in one text.", at_key=True
        )


@RULES.rule(
    "CX415",
    "nothing-excluded",
    Severity.WARNING,
    why="A choice shows in what is not done. Where nothing is left out, everything goes on as before, and "
    "the battles come on top.",
    bad="without: exclusions",
    good="exclusions: No café of our own",
)
def something_is_left_out(here: InWorkspace[Strategy]) -> Iterator[Finding]:
    """The strategy also says what is left out (`exclusions`)."""
    if here.lacks("exclusions"):
        yield Finding(
            ("exclusions",),
            "The strategy does not say what is left out",
            "Name in `exclusions` what you will not do, or no longer.",
            at_key=True,
        )


@RULES.rule(
    "CX416",
    "no-review-ahead",
    Severity.WARNING,
    why="A strategy that rolls is looked over again and again. Without a day that lies ahead it is a "
    "document of the year in which it was written.",
    bad="review: {rhythm: Every quarter}",
    good="review: {next: 2099-09-01, rhythm: Every quarter}",
)
def review_lies_ahead(here: InWorkspace[Strategy]) -> Iterator[Finding]:
    """The strategy has the day of its next review, and that day is not in the past."""
    if here.lacks("review", "next"):
        yield Finding(
            ("review",),
            "The strategy has no day for its next review",
            "Add `review: {next: …}` with a day such as 2027-03-01.",
            at_key=True,
        )
    review = here.canvas.review
    if review is None or review.next is None or here.today is None:
        return
    if review.next < here.today:
        yield Finding(
            ("review", "next"),
            f"The next review, {review.next.isoformat()}, is in the past",
            "Hold the review, and set the day of the one after it.",
        )
