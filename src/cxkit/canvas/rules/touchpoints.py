"""Rules for single touchpoints: their channel, owner, feeling, value, and what is done about low points."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cxkit.canvas.measurement import Measurement
from cxkit.canvas.rules.book import InWorkspace, canvas_rules, meant
from cxkit.canvas.rules.places import TouchpointPlace, touchpoints
from cxkit.canvas.rules.smallest import SMALLEST_TOUCHPOINT, stages_with
from cxkit.documents.diagnostics import Severity
from cxkit.documents.problem import shown
from cxkit.documents.rule import Finding

if TYPE_CHECKING:
    from cxkit.canvas.journey import Journey
    from cxkit.documents.base import Text

RULES = canvas_rules("journey")

_SIDES = "benefits: No queue\nsacrifices: A walk to the library\n"
_OPPORTUNITY = "opportunities: [{text: Tell the number of the shelf in the message}]\n"
_GOOD = stages_with(SMALLEST_TOUCHPOINT)


def _changed(old: str, new: str) -> str:
    return stages_with(SMALLEST_TOUCHPOINT.replace(old, new))


@RULES.rule(
    "CX308",
    "touchpoint-without-mode",
    Severity.WARNING,
    why="A customer who changes from a screen to a counter changes worlds; where that happens can only be "
    "seen when every touchpoint says where it is.",
    bad="""
        channels: [{id: web, mode: online}, {id: library}]
        """,
    good="""
        channels: [{id: web, mode: online}, {id: library, mode: offline}]
        """,
)
def says_where_it_is(here: InWorkspace[Journey]) -> Iterator[Finding]:
    """Every touchpoint is offline, online or both: by its own `mode` or by that of its channel."""
    own = {channel.id: number for number, channel in enumerate(here.canvas.channels)}
    known = here.left_empty("channels") or _channels(here)
    for place in touchpoints(here):
        name = place.touchpoint.channel
        elsewhere = here.workspace.channels.get(name or "")
        if not place.lacks("mode") or place.left_empty("channel"):
            continue
        if here.canvas.mode_of(place.touchpoint) is not None:
            continue
        if name in own and here.left_empty("channels", own[name], "mode"):
            continue
        if name is not None and name not in own and known and (elsewhere is None or elsewhere.value.mode):
            continue  # a channel that is not on the list has a finding of its own
        at = f", nor does its channel {shown(name)}" if name in own or elsewhere is not None else ""
        yield Finding(
            place.path,
            f"{shown(place.touchpoint.id)} does not say whether it is offline, online or both{at}",
            "Add `mode` to the channel or to the touchpoint.",
            at_key=True,
        )


@RULES.rule(
    "CX313",
    "low-point-left-alone",
    Severity.WARNING,
    why="Customers remember the worst moment. A low point that is only drawn will be there next year, too.",
    bad=_changed(f"emotion: 1\n{_SIDES}{_OPPORTUNITY}", f"emotion: -2\n{_SIDES}"),
    good=_changed("emotion: 1", "emotion: -2"),
)
def low_points_have_an_idea(here: InWorkspace[Journey]) -> Iterator[Finding]:
    """A touchpoint that feels bad to any persona (-1 or less) has something that is done about it.

    That is an entry of `opportunities`; in an exception, how it is turned round counts for all of it.
    `action` is what the customer does, and does not count.
    """
    for place in touchpoints(here):
        if is_left_alone(place):
            yield Finding(
                (*place.path, "emotion"),
                f"{shown(place.touchpoint.id)} is a low point ({min(place.touchpoint.feelings)}), "
                "and nothing is to be done about it",
                "Add `opportunities` with what could make it better.",
            )


def is_left_alone(place: TouchpointPlace) -> bool:
    """Tell whether a touchpoint is a low point about which nothing is done."""
    here = place.here
    if here.canvas.turned_round or here.left_empty("turned_round"):
        return False
    return any(feeling <= -1 for feeling in place.touchpoint.feelings) and place.lacks("opportunities")


@RULES.rule(
    "CX314",
    "value-of-one-side",
    Severity.WARNING,
    why="Value is what the customer gets less what it takes from them. With one side only, an offer looks "
    "better or worse than it feels.",
    bad=_changed("sacrifices: A walk to the library\n", ""),
    good=_GOOD,
)
def value_has_both_sides(here: InWorkspace[Journey]) -> Iterator[Finding]:
    """A touchpoint that names benefits names sacrifices, too, and the other way round.

    Where no touchpoint of a journey names either, that is said once.
    """
    places = list(touchpoints(here))
    sides = ("benefits", "sacrifices")
    if places and all(place.lacks(side) for place in places for side in sides):
        yield Finding(
            ("stages",),
            "No touchpoint says what it gives the customer and what it takes",
            "Add `benefits` and `sacrifices` where they are largest.",
            at_key=True,
        )
        return
    for place in places:
        for there, missing in (sides, sides[::-1]):
            if getattr(place.touchpoint, there) and place.lacks(missing):
                yield Finding(
                    (*place.path, there),
                    f"{shown(place.touchpoint.id)} has {there}, but no {missing}",
                    f"Add `{missing}`: time, effort, risk and money count."
                    if missing == "sacrifices"
                    else f"Add `{missing}`, or ask why a customer should come here.",
                    at_key=True,
                )


_CHEAP = re.compile(
    r"\b(price[sd]?|(in)?expensive\w*|cheap\w*|affordab\w*|discount\w*|bargain\w*|savings?"
    r"|low(er)? (cost|fee)s?|costs? less|money|free of charge"
    r"|hin(ta|na|no)\w*|(rahan)?säästö\w*|halpa\w*|halv(in|emp|a[lnt])\w*|edulli\w*|alennu\w*|tarjou\w*"
    r"|säästää rahaa|ilmai(nen|sen|seksi)|maksuto\w*)\b",
    re.IGNORECASE,
)

_AND = re.compile(r"[,;&+]|\b(?:and|ja|sekä)\b", re.IGNORECASE)


@RULES.rule(
    "CX315",
    "price-is-all",
    Severity.INFO,
    why="A price is easily beaten by a lower one. Benefits in time, certainty and pleasure are harder to "
    "copy.",
    bad=_changed("No queue", "A lower price than in the shop"),
    good=_changed("No queue", "[A lower price than in the shop, No queue]"),
)
def price_is_not_all(here: InWorkspace[Journey]) -> Iterator[Finding]:
    """A lower price is not the only benefit of a touchpoint. It is recognised by words such as `cheaper`."""
    for place in touchpoints(here):
        benefits = place.touchpoint.benefits
        if benefits and all(_is_about_price(text) for text in benefits):
            yield Finding(
                (*place.path, "benefits"),
                f"The price is the only benefit of {shown(place.touchpoint.id)}",
                "Ask what else the customer gets: time, certainty, company.",
                at_key=True,
            )


def _is_about_price(text: Text) -> bool:
    """Tell whether a text, in any of its languages, speaks of the price and of nothing beside it."""
    for _, words in text.entries:
        parts = [part for part in _AND.split(words) if part.strip()]
        if parts and all(map(_CHEAP.search, parts)):
            return True
    return False


@RULES.rule(
    "CX316",
    "touchpoint-without-emotion",
    Severity.INFO,
    why="The curve of the feelings shows where a journey breaks; a gap in it hides whether this is such a "
    "place.",
    bad=_changed("emotion: 1\n", ""),
    good=_GOOD,
)
def carries_an_emotion(here: InWorkspace[Journey]) -> Iterator[Finding]:
    """Every touchpoint carries an `emotion`, from -2 to 2."""
    for place in touchpoints(here):
        if place.lacks("emotion"):
            yield Finding(
                place.path,
                f"{shown(place.touchpoint.id)} carries no emotion",
                "Add `emotion`, from -2 to 2, or one for each persona by its id.",
                at_key=True,
            )


@RULES.rule(
    "CX319",
    "channel-not-listed",
    Severity.WARNING,
    why="A channel that is on no list has nobody who runs it, and a misspelt one splits what belongs "
    "together.",
    bad="""
        channels: [{id: web, mode: online}, {id: branch, mode: offline}]
        """,
    good="""
        channels: [{id: web, mode: online}, {id: library, mode: offline}]
        """,
)
def channel_is_listed(here: InWorkspace[Journey]) -> Iterator[Finding]:
    """The channel of a touchpoint is on the organisation's list.

    The list is made of the `channels` of the journey, of other journeys of the workspace, and of its
    measurement canvas.
    """
    if here.left_empty("channels"):
        return
    known = _channels(here)
    for place in touchpoints(here):
        channel = place.touchpoint.channel
        if channel is not None and channel not in known:
            yield Finding(
                (*place.path, "channel"),
                f"The channel {shown(channel)} is not on the list of channels",
                meant(channel, known, what="The channels are")
                if known
                else "Add `channels` to the journey, with this one among them.",
            )


def _channels(here: InWorkspace[Journey]) -> dict[str, None]:
    """Return the ids of all channels, those of the journey first."""
    known = dict.fromkeys([*(one.id for one in here.canvas.channels), *here.workspace.channels])
    for member in here.workspace.of_type(Measurement):
        path = member.canvas.blocks.path if member.canvas.blocks is not None else None
        for one in path.channels if path is not None else ():
            known[one if isinstance(one, str) else one.id] = None
    return known


@RULES.rule(
    "CX320",
    "touchpoint-without-owner",
    Severity.WARNING,
    why="What belongs to everybody is mended by nobody. An owner sees that data exists and that something is "
    "done with it, also where a partner runs the touchpoint.",
    bad=_changed("owner: Customer service\n", ""),
    good=_GOOD,
)
def has_an_owner(here: InWorkspace[Journey]) -> Iterator[Finding]:
    """Every touchpoint has an `owner`: a team or a person."""
    for place in touchpoints(here):
        if place.lacks("owner"):
            yield Finding(
                place.path,
                f"{shown(place.touchpoint.id)} has no owner",
                "Add `owner` with the team or person who answers for it.",
                at_key=True,
            )
