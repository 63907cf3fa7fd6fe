"""The touchpoints of a journey as CSV, a row each, which `touchpoint_import` reads again.

Everything that a touchpoint holds has a column, and so have its stage and its channel; a column that no row
fills is left out. The head of the journey, its personas and unused channels are not in the table.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from io import StringIO
from typing import Any

from cxkit.canvas.data import DataItem
from cxkit.canvas.journey import Journey, Stage, Touchpoint
from cxkit.canvas.touchpoint_cells import NO_DATA, escaped, safe
from cxkit.canvas.touchpoint_columns import COLUMNS, Column
from cxkit.canvas.touchpoint_personas import in_header
from cxkit.documents.base import Text

Row = dict[tuple[str, str], str]
"""Cells by the key of their column and its suffix; what is empty is left out."""

ALWAYS = ("stage.title", "title")
"""Columns that are written even when they are empty."""


def touchpoint_csv(journey: Journey, language: str) -> str:
    """Return the table with headers in a language; texts are given in all of their languages, it the first.

    Separated by commas, lines ended by a line feed.
    """
    rows = list(_rows(journey))
    headers = list(_headers(rows, language, journey.persona_ids))
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(safe(_header(column, suffix, language)) for column, suffix in headers)
    for row in rows:
        writer.writerow(safe(row.get((column.key, suffix), "")) for column, suffix in headers)
    return out.getvalue()


def _header(column: Column, suffix: str, language: str) -> str:
    return column.called(language, in_header(suffix) if column.by_persona and suffix else suffix)


def _headers(rows: Sequence[Row], language: str, personas: Iterable[str]) -> Iterator[tuple[Column, str]]:
    """Yield the columns that are filled: without a suffix first, then the language asked for."""
    used = dict.fromkeys(place for row in rows for place in row)
    first = ["", language, *personas]
    for column in COLUMNS:
        suffixes = [suffix for key, suffix in used if key == column.key]
        if not suffixes and column.key in ALWAYS:
            suffixes = [""]
        order = {suffix: number for number, suffix in enumerate(dict.fromkeys([*first, *suffixes]))}
        for suffix in sorted(suffixes, key=lambda one: order[one]):
            yield column, suffix


def _rows(journey: Journey) -> Iterator[Row]:
    for stage in journey.stages:
        if not stage.touchpoints:
            yield _of_stage(stage)
        for touchpoint in stage.touchpoints:
            yield _of_stage(stage) | _of_channel(journey, touchpoint) | _of_touchpoint(touchpoint)


def _of_stage(stage: Stage) -> Row:
    row = _plain("stage.id", stage.id) | _plain("stage.phase", stage.phase)
    return row | _texts("stage.title", [stage.title]) | _texts("stage.notes", stage.notes)


def _of_channel(journey: Journey, touchpoint: Touchpoint) -> Row:
    row = _plain("channel.id", touchpoint.channel)
    channel = journey.channel_of(touchpoint)
    if channel is None:
        return row
    return row | _texts("channel.title", [channel.title]) | _plain("channel.mode", channel.mode)


def _of_touchpoint(touchpoint: Touchpoint) -> Row:
    row: Row = {}
    for key in ("id", "mode", "ownership", "importance", "critical", "evidence"):
        row |= _plain(key, getattr(touchpoint, key))
    for key in ("title", "owner", "why"):
        row |= _texts(key, [getattr(touchpoint, key)])
    for key in ("action", "thoughts", "benefits", "sacrifices", "pains", "notes"):
        row |= _texts(key, getattr(touchpoint, key))
    if touchpoint.lanes is not None:
        for key in type(touchpoint.lanes).model_fields:
            row |= _texts(f"lanes.{key}", getattr(touchpoint.lanes, key))
    if isinstance(touchpoint.emotion, dict):
        row |= {("emotion", one): str(felt) for one, felt in touchpoint.emotion.items() if felt is not None}
    else:
        row |= _plain("emotion", touchpoint.emotion)
    return row | _of_opportunities(touchpoint) | _of_data(touchpoint)


def _of_opportunities(touchpoint: Touchpoint) -> Row:
    ideas = touchpoint.opportunities
    row = _texts("opportunities.text", [one.text for one in ideas])
    for key in ("customer_value", "business_value", "effort", "objective"):
        row |= _lines(f"opportunities.{key}", [_cell(getattr(one, key)) for one in ideas])
    return row


def _of_data(touchpoint: Touchpoint) -> Row:
    if touchpoint.data == NO_DATA:
        return {("data.id", ""): NO_DATA}
    items = touchpoint.data_items
    # Alone, the id `none` would say that there is no data.
    row = _lines("data.id", [f"\\{one.id}" if one.id == NO_DATA else one.id for one in items])
    for key in ("item", "source", "place", "obtained"):
        row |= _texts(f"data.{key}", [getattr(one, key) for one in items])
    row |= _lines("data.method", ["" if one.method is None else escaped(one.method) for one in items])
    row |= _decisions(items)
    results = [one.result for one in items]
    row |= _texts("data.result.unit", [None if one is None else one.unit for one in results])
    for key in ("value", "scale", "n", "date"):
        row |= _lines(f"data.result.{key}", [_cell(getattr(one, key, None)) for one in results])
    return row


def _decisions(items: Sequence[DataItem]) -> Row:
    """Several texts a line, with bars between them; in each language as many, so that they stay together."""
    row: Row = {}
    for language in _languages(text for one in items for text in one.decision):
        lines = []
        for one in items:
            parts = [escaped(dict(text.entries).get(language, ""), bar=True) for text in one.decision]
            lines.append(" | ".join(parts) if any(parts) else "")
        row |= _lines("data.decision", lines, language)
    return row


def _texts(key: str, texts: Sequence[Text | None]) -> Row:
    """One text a line, in a column for each language; the same line of each is the same text."""
    row: Row = {}
    for language in _languages(text for text in texts if text is not None):
        lines = ["" if text is None else escaped(dict(text.entries).get(language, "")) for text in texts]
        row |= _lines(key, lines, language)
    return row


def _languages(texts: Iterable[Text]) -> list[str]:
    return list(dict.fromkeys(language for text in texts for language, _ in text.entries))


def _plain(key: str, value: Any) -> Row:
    return _lines(key, [_cell(value)])


def _lines(key: str, lines: Sequence[str], suffix: str = "") -> Row:
    cell = "\n".join(lines).rstrip("\n")
    return {(key, suffix): cell} if cell else {}


def _cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case Decimal():
            return format(value, "f")
        case tuple():
            return "…".join(_cell(one) for one in value)
        case _:
            return str(value)
