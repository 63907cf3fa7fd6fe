"""Rules for the analyses of a measurement canvas: who makes them, for whom, of what, and what they feed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cxkit.canvas.kind import own_kind
from cxkit.canvas.rules.book import InWorkspace, canvas_rules
from cxkit.canvas.rules.measured import (
    ANALYSES,
    LIST,
    called,
    collected_on_journeys,
    data_around,
    listed_as,
    open_in_any,
)
from cxkit.canvas.rules.smallest import measurement_with
from cxkit.documents.base import shown
from cxkit.documents.diagnostics import Severity
from cxkit.documents.nearness import all_of
from cxkit.documents.rule import Finding

if TYPE_CHECKING:
    from cxkit.canvas.measurement import Analysis, Measurement

RULES = canvas_rules("measurement")

_FED = (1, 2, 6)
"""The blocks that the model's loop leads to from the analysis: leadership, customer, organisation."""


def _analysis(rest: str) -> str:
    return measurement_with(analysis=f"\n    analyses:\n      - {{id: monthly, {rest}}}")


_WHOLE = "owner: The customer team, audience: Management, data: [survey, loans], updates: [1, 2, 6]"


@RULES.rule(
    "CX405",
    "analysis-without-owner",
    why="An analysis that belongs to nobody is made once, by whoever had the time, and then no more.",
    bad=_analysis("audience: Management, data: [survey, loans], updates: [1, 2, 6]"),
    good=_analysis(_WHOLE),
)
def analysis_has_an_owner(here: InWorkspace[Measurement]) -> Iterator[Finding]:
    """Every analysis names the person or team that is responsible for it (`owner`)."""
    for number, analysis in enumerate(here.canvas.analyses):
        if here.lacks(*ANALYSES, number, "owner"):
            yield Finding(
                (*ANALYSES, number, "id"),
                f"{called(analysis)} has no owner",
                "Name the person or team that is responsible for it in `owner`.",
            )


@RULES.rule(
    "CX406",
    "analysis-without-audience",
    why="The same data is told in one way to those at the desk and in another to the board. An analysis for "
    "nobody in particular is read by nobody.",
    bad=_analysis("owner: The customer team, data: [survey, loans], updates: [1, 2, 6]"),
    good=_analysis(_WHOLE),
)
def analysis_has_an_audience(here: InWorkspace[Measurement]) -> Iterator[Finding]:
    """Every analysis says for whom it is made (`audience`)."""
    for number, analysis in enumerate(here.canvas.analyses):
        if here.lacks(*ANALYSES, number, "audience"):
            yield Finding(
                (*ANALYSES, number, "id"),
                f"{called(analysis)} does not say for whom it is made",
                "Name those who read it, or decide by it, in `audience`.",
            )


@RULES.rule(
    "CX407",
    "data-without-analysis",
    why="Data becomes understanding only when somebody puts it together; until then it fills a disk.",
    bad=measurement_with(analysis=None),
    good=measurement_with(),
)
def data_has_an_analysis(here: InWorkspace[Measurement]) -> Iterator[Finding]:
    """Where data is collected, on the canvas or on the journeys that it measures, there is an analysis.

    An analysis on another measurement canvas of the workspace will do if it draws on some of the data.
    """
    if not here.lacks(*ANALYSES):
        return
    data = {item.id for item in here.canvas.data_items}
    data |= {name for one in here.canvas.touchpoints for name in one.data}
    where = "on the list"
    if not data:
        data |= {name for _, ids in collected_on_journeys(here) for name in ids}
        where = "collected on the journeys"
    if data and not data & data_around(here.workspace).analysed:
        yield Finding(
            ANALYSES,
            f"There is data {where}, but no analysis",
            "Add an analysis with its owner, audience and data to block 5.",
            at_key=True,
        )


@RULES.rule(
    "CX408",
    "analysis-feeds-too-little",
    Severity.WARNING,
    why="The canvas is a loop: what the analysis shows changes why we measure, what we know of the customers "
    "and how we work. Without these arrows the canvas is a list.",
    bad=_analysis("owner: The customer team, audience: Management, data: [survey, loans], updates: [1, 2]"),
    good=_analysis(_WHOLE),
)
def analysis_feeds_the_blocks(here: InWorkspace[Measurement]) -> Iterator[Finding]:
    """The analyses together update the blocks 1 (leadership), 2 (customer) and 6 (organisation)."""
    analyses = here.canvas.analyses
    if not analyses or open_in_any(here, "updates"):
        return
    fed = {block for one in analyses for block in one.updates}
    missing = [str(block) for block in _FED if block not in fed]
    if missing:
        what = "the block" if len(missing) == 1 else "the blocks"
        yield Finding(
            (*ANALYSES, 0, "updates"),
            f"No analysis updates {what} {all_of(missing)}",
            "Say in `updates` which blocks change by what the analysis shows: [1, 2, 6].",
            at_key=True,
        )
    yield from _of_no_block(analyses)


def _of_no_block(analyses: tuple[Analysis, ...]) -> Iterator[Finding]:
    known = {block.n for block in own_kind("measurement").blocks}
    for number, analysis in enumerate(analyses):
        for place, block in enumerate(analysis.updates):
            if block not in known:
                yield Finding(
                    (*ANALYSES, number, "updates", place),
                    f"There is no block {shown(block)}",
                    "Give numbers of blocks, from 1 to 6.",
                )


@RULES.rule(
    "CX426",
    "analysis-of-one-source",
    Severity.INFO,
    why="A survey says how it felt, the system what happened. Either alone is easily misread.",
    bad=measurement_with(
        data_place="""
    data:
      - {id: survey, item: Satisfaction, source: Web form, place: Dashboard, decision: Opening hours}
      - {id: loans, item: Reasons to come, source: Web form, place: Dashboard, decision: Opening hours}"""
    ),
    good=measurement_with(
        data_place="""
    data:
      - {id: survey, item: Satisfaction, source: Web form, place: Dashboard, decision: Opening hours}
      - {id: loans, item: Loans by hour, source: Library system, place: Dashboard, decision: Opening hours}"""
    ),
)
def analysis_has_several_sources(here: InWorkspace[Measurement]) -> Iterator[Finding]:
    """Every analysis draws on data of more than one source, or on data enriched with something else."""
    for number, analysis in enumerate(here.canvas.analyses):
        if here.left_empty(*ANALYSES, number, "data") or not here.lacks(*ANALYSES, number, "enriched_with"):
            continue
        sources = _sources(here, analysis)
        if len(sources) < 2:
            yield Finding(
                (*ANALYSES, number, "data"),
                f"{called(analysis)} draws on {'one source only' if sources else 'no data'}",
                "Add data of another source, or say in `enriched_with` what it is put beside.",
                at_key=True,
            )


def _sources(here: InWorkspace[Measurement], analysis: Analysis) -> set[str]:
    """Return the sources of an analysis; data whose source is not known may come from anywhere."""
    held = here.workspace.data_items
    sources = set()
    for name in analysis.data:
        source = held[name].value.source if name in held else None
        sources.add(f"source {str(source).casefold()}" if source is not None else f"data {name}")
    return sources


@RULES.rule(
    "CX430",
    "analysis-of-unknown-data",
    why="An analysis of data that nobody has listed cannot be made again by anybody else.",
    bad=_analysis(
        "owner: The customer team, audience: Management, data: [survey, loans, sruvey], updates: [1, 2, 6]"
    ),
    good=_analysis(_WHOLE),
)
def analysis_draws_on_known_data(here: InWorkspace[Measurement]) -> Iterator[Finding]:
    """The data of an analysis is on the list of data, or known elsewhere in the workspace."""
    if here.left_empty(*LIST):
        return
    for number, analysis in enumerate(here.canvas.analyses):
        for place, name in enumerate(analysis.data):
            if name not in here.workspace.data_items and name not in here.workspace.unsound_ids:
                own = [item.id for item in here.canvas.data_items]
                yield Finding(
                    (*ANALYSES, number, "data", place),
                    f"{called(analysis)} draws on {shown(name)}, which is not on the list of data",
                    listed_as(name, own or here.workspace.data_items),
                )
