"""Rules for the journeys of a workspace together: the core journey, exceptions, and where paths meet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, combinations, islice
from typing import TYPE_CHECKING

from cxkit.canvas.journey import Journey
from cxkit.canvas.rules.book import InWorkspace, canvas_rules
from cxkit.canvas.rules.circles import circle_of
from cxkit.canvas.rules.places import touchpoints
from cxkit.canvas.rules.smallest import SMALLEST_TOUCHPOINT, stages_with
from cxkit.documents.diagnostics import Severity
from cxkit.documents.problem import shown
from cxkit.documents.rule import Finding

if TYPE_CHECKING:
    from cxkit.canvas.journey import Touchpoint
    from cxkit.canvas.workspace import Held, Member, Workspace

RULES = canvas_rules("journey")

NEARLY = 0.85
"""From which likeness on, of 1, two names are near-same."""

SHORTEST = 6
"""Names of fewer letters are near-same only when they are the same."""

LONGEST = 200
MOST_COMPARED = 50_000
"""How many pairs of names are compared, which takes seconds."""

_EXCEPTION = """\
kind: journey
id: book-gone
type: exception
based_on: reserved-book
turned_round: A copy from the neighbours by Thursday
"""
_CORE_AND_EXCEPTION = f"--- # core.yaml\nkind: journey\ntype: core\n--- # exception.yaml\n{_EXCEPTION}"


@RULES.rule(
    "CX311",
    "core-journey-unclear",
    Severity.WARNING,
    why="One core journey that every customer walks, with variations on top, can be led. Five maps side by "
    "side cannot: nobody sees which change reaches everybody.",
    bad=_CORE_AND_EXCEPTION.replace("based_on: reserved-book\n", ""),
    good=_CORE_AND_EXCEPTION,
)
def one_is_the_core(here: InWorkspace[Journey]) -> Iterator[Finding]:
    """Of several journeys in a workspace one is the core journey, and the others name it in `based_on`.

    The core journey as it is (`state: current`) and as it is meant to be (`future`) may both be there.
    """
    journey = here.canvas
    if any(here.left_empty(key) for key in ("type", "based_on")):
        return
    others = [one for one in here.workspace.of_type(Journey) if one.file != here.document.file]
    if journey.type in ("variation", "exception"):
        yield from _names_the_core(here)
    elif others and journey.type is None:
        message = f"The journey is one of {len(others) + 1}, and does not say of which type it is"
        hint = (
            "Add `type`: `core` for one of them, `variation` or `exception` with `based_on` for the others."
        )
        yield Finding(("type",), message, hint, at_key=True)
    elif journey.type == "core":
        yield from _is_the_only_core(here, [*here.workspace.of_type(Journey)])


def _names_the_core(here: InWorkspace[Journey]) -> Iterator[Finding]:
    journey = here.canvas
    known = {name: member for name, member in here.workspace.journeys.items() if name != journey.id}
    cores = [f"`{name}`" for name, member in known.items() if member.canvas.type == "core"]
    if here.lacks("based_on"):
        hint = f"Add `based_on` with the id of the core journey{', ' + cores[0] if len(cores) == 1 else ''}."
        yield Finding(("type",), f"This {journey.type} does not name the core journey", hint)
    elif circle_of(journey, here.workspace):
        return  # which is an error of its own
    elif journey.based_on in known and known[journey.based_on].canvas.type not in ("core", None):
        what = known[journey.based_on].canvas.type
        message = f"{shown(journey.based_on)} is no core journey, but {_A[what or '']}"
        yield Finding(("based_on",), message, "Name the core journey that all have in common.")
    elif known and not cores and journey.based_on not in known and not here.workspace.unsound_journeys:
        message = f"None of the {len(here.workspace.of_type(Journey))} journeys is the core journey"
        yield Finding(("type",), message, "Let one be `type: core`, and the others name it in `based_on`.")


_A = {"variation": "a variation", "exception": "an exception"}


def _is_the_only_core(here: InWorkspace[Journey], all_: list[Member[Journey]]) -> Iterator[Finding]:
    """The first in the order of the files stays the core journey; the others are told."""
    same = [one for one in all_ if one.canvas.type == "core" and one.canvas.state == here.canvas.state]
    if same and same[0].file != here.document.file:
        yield Finding(
            ("type",),
            f"{shown(same[0].canvas.id)} in `{same[0].file}` is a core journey already",
            "Let one be the core journey; the others are variations or exceptions with `based_on`.",
        )


@RULES.rule(
    "CX312",
    "no-exception-mapped",
    Severity.WARNING,
    why="When something has gone wrong, customers look closely. An exception that is turned round well binds "
    "them more than a journey without any; one that nobody has thought through loses them.",
    bad=_CORE_AND_EXCEPTION.replace("turned_round: A copy from the neighbours by Thursday\n", ""),
    good=_CORE_AND_EXCEPTION,
)
def exceptions_are_turned_round(here: InWorkspace[Journey]) -> Iterator[Finding]:
    """At least one journey of a workspace is an exception, and an exception says how it is turned round.

    That there is none is told at the core journeys.
    """
    journeys = [member.canvas for member in here.workspace.of_type(Journey)]
    types = [one.type for one in journeys]
    if here.canvas.type == "exception" and here.lacks("turned_round"):
        message = "The exception does not say how it is turned round"
        yield Finding(("type",), message, "Add `turned_round` with what makes a good experience of it.")
    elif here.canvas.type == "core" and "exception" not in types and not here.workspace.unsound_journeys:
        several = f"None of the {len(journeys)} journeys is an exception"
        message = several if len(journeys) > 1 else "No exception to this journey is mapped"
        hint = "Draw what happens when something goes wrong: `type: exception` with `turned_round`."
        yield Finding(("type",), message, hint)


@RULES.rule(
    "CX321",
    "paths-may-meet",
    Severity.INFO,
    why="Where journeys meet, one change helps several personas, and one owner is enough. Under two names it "
    "is measured and mended twice.",
    bad=_CORE_AND_EXCEPTION + stages_with(SMALLEST_TOUCHPOINT.replace("id: pick-up", "id: shelf")),
    good=_CORE_AND_EXCEPTION + stages_with(SMALLEST_TOUCHPOINT),
)
def names_are_not_near_same(here: InWorkspace[Journey]) -> Iterator[Finding]:
    """Touchpoints of two journeys with the same or nearly the same name have one id: paths meet there.

    Names that differ in a number are different names, and what one journey has under nearly the same names
    are two touchpoints.
    """
    near = _near_same(here.workspace)
    for place in touchpoints(here):
        other = near.get((here.document.file, place.touchpoint.id))
        if other is not None and not place.left_empty("title"):
            names = (shown(place.touchpoint.called), shown(other.value.called))
            like = "the same name as" if names[0] == names[1] else f"nearly the same name as {names[1]},"
            yield Finding(
                (*place.path, "id" if place.lacks("title") else "title"),
                f"{names[0]} has {like} `{other.value.id}` in `{other.member.file}`",
                f"If it is the same touchpoint, give it the same id, `{other.value.id}`; else another name.",
            )


@lru_cache(maxsize=1)
def _near_same(workspace: Workspace) -> dict[tuple[str, str], Held[Touchpoint]]:
    """Return, by file and id, one of another journey that is called nearly as a touchpoint."""
    if len(workspace.of_type(Journey)) < 2:
        return {}
    named: dict[str, list[Held[Touchpoint]]] = {}
    for held in workspace.touchpoints:
        for said in dict.fromkeys(_folded(words) for _, words in held.value.called.entries):
            named.setdefault(said, []).append(held)
    ids = frozenset((held.member.file, held.value.id) for held in workspace.touchpoints)
    found: dict[tuple[str, str], Held[Touchpoint]] = {}
    for one, other in [*((said, said) for said in named), *_alike(named)]:
        apart = ids if one != other else frozenset()
        for said, instead in ((one, other), (other, one)):
            others = _some_of_each(named[instead])
            for held in named[said]:
                meets = next((there for there in others if _may_meet(held, there, apart)), None)
                if meets is not None:
                    found.setdefault((held.member.file, held.value.id), meets)
    return found


def _some_of_each(all_: Iterable[Held[Touchpoint]]) -> list[Held[Touchpoint]]:
    """Return, of those that have one id, the first of the first two files."""
    firsts: dict[str, dict[str, Held[Touchpoint]]] = {}
    for one in all_:
        of_id = firsts.setdefault(one.value.id, {})
        if len(of_id) < 2:
            of_id.setdefault(one.member.file, one)
    return [one for of_id in firsts.values() for one in of_id.values()]


def _may_meet(one: Held[Touchpoint], other: Held[Touchpoint], apart: frozenset[tuple[str, str]]) -> bool:
    """Tell whether touchpoints are of two journeys and have two ids, which no journey keeps apart."""
    if one.value.id == other.value.id or one.member.file == other.member.file:
        return False
    return (one.member.file, other.value.id) not in apart and (other.member.file, one.value.id) not in apart


def _alike(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield pairs of different names that are nearly the same.

    Only names that begin or end alike are compared, and not all of very many, which would take too long.
    """
    from difflib import SequenceMatcher

    corners: dict[str, list[str]] = {}
    for name in names:
        if len(name) >= SHORTEST:
            corners.setdefault(f"<{name[:4]}", []).append(name)
            corners.setdefault(f"{name[-4:]}>", []).append(name)
    pairs = chain.from_iterable(combinations(sharing, 2) for sharing in corners.values())
    matcher = SequenceMatcher(None, "", "", autojunk=False)
    prepared = ""
    for one, other in islice(pairs, MOST_COMPARED):
        if one != prepared:
            matcher.set_seq2(one)
            prepared = one
        matcher.set_seq1(other)
        ratios = (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio)  # ever slower, and lower
        if all(ratio() >= NEARLY for ratio in ratios) and _numbers(one) == _numbers(other):
            yield one, other


def _numbers(name: str) -> list[str]:
    return re.findall(r"\d+", name)


def _folded(words: str) -> str:
    plain = unicodedata.normalize("NFKC", words.replace("\u00ad", "")).casefold()
    return " ".join(re.findall(r"\w+", plain))[:LONGEST]
