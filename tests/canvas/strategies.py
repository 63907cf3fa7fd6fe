"""Hypothesis strategies for canvases: any sound journey, with texts that are hard to write down."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from cxkit.canvas.journey import Journey

HARD = (
    "- dash", "#1", "a: b", "a #b", "yes", "null", "1.10", "010", "2026-01-31", "[x]", "{y}", "=1+1", "'=1",
    "@x", "*a", "&a", "!t", "%d", "|", ">", "a\nb", " a", "b ", "a\n", "\\n", "\\", "a|b", " | ", "x\\|",
    '"q"', "it's", "title x", "section y", "journey z", "accTitle", "accDescr {", "%%", "%%{init}%%", "a;b",
    "#35;", "#amp;", "---", "~", "?", "- ", "e\u0301", "עברית", "日本語", "👩\u200d👧", "a\u200bb",
    "a\u2028b", "a\tb", "\xa0x", "<b>", "`", "```", "käyttäjä\xadtunnus", "-2", "+1", "none", "a,b", ";",
    "a (b)", "'",
)  # fmt: skip
IDS = (
    "none",
    "1",
    "no",
    "a-b",
    "ä",
    "=x",
    "-x",
    "a b",
    "a,b",
    "n",
    "[x]",
    "日",
    "HAKU",
    "haku",
    "touchpoint_1",
)

_signs = st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co"))
words = st.one_of(st.sampled_from(HARD), st.text(_signs, min_size=1, max_size=8).filter(str.strip))
texts = st.one_of(
    words, words, st.fixed_dictionaries({"fi": words, "en": words}), words.map(lambda w: {"sv": w})
)
notes = st.lists(texts, max_size=2)
identifiers = st.one_of(st.sampled_from(IDS), st.from_regex(r"[a-f]{1,3}", fullmatch=True))
modes = st.sampled_from(["offline", "online", "both"])
emotions = st.integers(-2, 2)
shares = st.integers(0, 10_000).map(lambda one: Decimal(one) / 100)
days = st.dates(date(1999, 1, 1), date(2030, 1, 1)).map(str)


@st.composite
def keys(draw: st.DrawFn, /, **fields: st.SearchStrategy[Any]) -> dict[str, Any]:
    """Return some of the keys with values."""
    chosen: set[str] = draw(st.sets(st.sampled_from(sorted(fields)), max_size=5))
    return {name: draw(fields[name]) for name in sorted(chosen)}


@st.composite
def opportunities(draw: st.DrawFn) -> dict[str, Any]:
    """Return things that could be done better."""
    rest = keys(customer_value=shares, business_value=shares, effort=st.integers(0, 5), objective=identifiers)
    return {"text": draw(texts)} | draw(rest)


@st.composite
def data_items(draw: st.DrawFn) -> dict[str, Any]:
    """Return data items."""
    rest = keys(item=texts, method=words, source=texts, place=texts, obtained=texts, decision=notes)
    item = {"id": draw(identifiers)} | draw(rest)
    if draw(st.booleans()):
        scale = keys(unit=texts, scale=st.just([1, 5]), n=st.integers(0, 999), date=days)
        item["result"] = {"value": draw(st.integers(1, 5))} | draw(scale)
    return item


@st.composite
def touchpoints(draw: st.DrawFn, personas: list[str], channels: list[str]) -> dict[str, Any]:
    """Return touchpoints, each still without its id."""
    items = st.lists(data_items(), min_size=1, max_size=2, unique_by=lambda one: one["id"])
    lanes = st.lists(texts, min_size=1, max_size=2)
    found = draw(
        keys(
            title=texts,
            mode=modes,
            ownership=st.sampled_from(["brand", "partner", "customer", "social"]),
            owner=texts,
            importance=st.integers(1, 5),
            critical=st.booleans(),
            action=notes,
            thoughts=notes,
            benefits=notes,
            sacrifices=notes,
            pains=notes,
            opportunities=st.lists(opportunities(), max_size=2),
            lanes=st.sampled_from(
                ["evidence", "frontstage", "frontstage_tech", "backstage", "support"]
            ).flatmap(lambda lane: lanes.map(lambda notes: {lane: notes})),
            data=st.one_of(st.just("none"), items),
            why=texts,
            evidence=st.sampled_from(["data", "interview", "assumption"]),
            notes=notes,
        )
    )
    felt = {one: draw(emotions) for one in personas if draw(st.booleans())}
    if felt:
        found["emotion"] = felt
    elif draw(st.booleans()):
        found["emotion"] = draw(emotions)
    channel = draw(st.sampled_from([None, *channels]))
    if channel is not None:
        found["channel"] = channel
    return found


@st.composite
def journeys(draw: st.DrawFn) -> Journey:
    """Return journeys of all shapes."""
    personas = draw(st.lists(identifiers, max_size=3, unique=True))
    channels = [
        {"id": one} | draw(keys(title=texts, mode=modes))
        for one in draw(st.lists(identifiers, max_size=2, unique=True))
    ]
    ids = iter(draw(st.lists(identifiers, min_size=6, max_size=6, unique=True)))
    stages = []
    for name in draw(st.lists(identifiers, max_size=3, unique=True)):
        stage = {"id": name} | draw(keys(title=texts, phase=st.just("purchase"), notes=notes))
        count = draw(st.integers(0, 2))
        stage["touchpoints"] = [
            {"id": next(ids)} | draw(touchpoints(personas, [one["id"] for one in channels]))
            for _ in range(count)
        ]
        stages.append(stage)
    entries = [
        draw(st.sampled_from([one, {"id": one}])) if draw(st.booleans()) else {"id": one, "name": draw(texts)}
        for one in personas
    ]
    head = {
        "kind": "journey",
        "version": 1,
        "id": draw(identifiers),
        "title": draw(st.one_of(st.none(), texts)),
        "language": draw(st.sampled_from([None, "fi", "en"])),
        "personas": entries,
        "channels": channels,
        "stages": stages,
    }
    return Journey.model_validate(head | draw(keys(goal=texts, notes=notes, owner=texts, updated=days)))
