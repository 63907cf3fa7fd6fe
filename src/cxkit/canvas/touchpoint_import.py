"""A table of touchpoints as CSV → a journey, or findings that name line, column and value.

The columns are those that `touchpoint_table` writes, called in Finnish, in English or by their keys, in any
order; only the touchpoints' names or ids have to be there. Ids that are not given are made of names.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cxkit.canvas.csv_records import Record, records
from cxkit.canvas.exchange_codes import MOST_TOUCHPOINTS
from cxkit.canvas.import_findings import Findings
from cxkit.canvas.imported import Held, Imported
from cxkit.canvas.journey import Journey
from cxkit.canvas.naming import new_id
from cxkit.canvas.touchpoint_cells import NO_DATA, BadCell, unsafe
from cxkit.canvas.touchpoint_columns import BY_NAME, COLUMNS, HEADER, NAMES_SHOWN, Column, folded
from cxkit.canvas.touchpoint_personas import Personas, may_be_persona
from cxkit.canvas.touchpoint_rows import Cell, Row, Rows
from cxkit.documents.delimiters import found_delimiter, said_delimiter
from cxkit.documents.diagnostics import Span
from cxkit.documents.nearness import did_you_mean, nearest
from cxkit.documents.problem import shown
from cxkit.documents.scalars import is_language

Place = tuple[Column, str] | None
"""The column under a header and its suffix; None for what cannot be used."""


def looks_like_a_table(text: str) -> bool:
    """Whether the first line has a header that is one of ours, or declares what separates the cells."""
    first = next(iter(text.lstrip("\ufeff\r\n").splitlines()), "")
    cells = first.split(found_delimiter(first))
    return said_delimiter(first) is not None or any(_column(cell.strip(' "')) is not None for cell in cells)


def table_in(text: str, file: str, *, name: str, language: str | None = None) -> Imported:
    """Read a table. Raises `Refused` with all that is wrong in it.

    ``name`` becomes the title, and the id is made of it; the language is that of the headers unless given.
    """
    findings = Findings(file)
    table = records(text, findings)
    header = next(table, None)
    places, personas = ([], Personas(())) if header is None else _places(header, findings)
    rows, count = Rows(findings), 0
    for record in table:
        count += 1
        if count <= MOST_TOUCHPOINTS and header is not None and _name_touchpoints(places):
            _take(record, header, places, rows, findings)
    if count > MOST_TOUCHPOINTS:
        message = f"There are {count:,} rows, and more than {MOST_TOUCHPOINTS:,} are not read"
        findings.add("CX388", message, "Give the table of one journey.", 1, 0)
    findings.or_refuse()
    journey = Journey.model_validate(
        {
            "kind": Journey.KIND,
            "version": Journey.VERSION,
            "id": new_id(name, taken=(), fallback="journey"),
            "title": name,
            "language": language or _language_of(header),
            "personas": personas.entries,
            "channels": list(rows.channels.values()),
            "stages": rows.stages,
        }
    )
    held = frozenset((place[0].key, place[1]) for place in places if place is not None)
    return Imported(journey, Held(held))


def _places(header: Record, findings: Findings) -> tuple[list[Place], Personas]:
    """Find the column of every header, and the personas; note those unknown and those that stand twice."""
    found = [_column(unsafe(cell)) for cell in header.cells]
    personas = Personas(suffix for place in found if place and place[0].by_persona and (suffix := place[1]))
    places: list[Place] = []
    for cell, span, place in zip(header.cells, header.spans, found, strict=True):
        if place is not None and place[0].by_persona and place[1]:
            place = place[0], personas.ids[place[1]]
        if place is None and cell.strip():
            _unknown(unsafe(cell).strip(), span, findings)
        elif place is not None and place in places:
            hint = "Take one of the two out."
            findings.add_at("CX384", f"The column {shown(cell)} stands twice", hint, span)
        places.append(place)
    if not _name_touchpoints(places):
        meant = [(cell, name) for cell in header.cells if (name := nearest(cell, _NAMING)) is not None]
        hint = f"Add a column `{_NAMING[0]}` or `{_NAMING[1]}`."
        if meant:
            hint = f"Give the column {shown(meant[0][0])} the name `{meant[0][1]}`."
        message = "There is no column with the names of the touchpoints"
        findings.add_at("CX383", message, hint, header.spans[0])
    return places, personas


def _name_touchpoints(places: Sequence[Place]) -> bool:
    return any(place is not None and place[0].key in ("title", "id") for place in places)


_NAMING = tuple(name for one in COLUMNS if one.key == "title" for name in (one.en, one.fi))


def _column(header: str) -> Place:
    plain = BY_NAME.get(folded(header))
    if plain is not None:
        return plain, ""
    found = HEADER.fullmatch(header.strip())
    column = BY_NAME.get(folded(found["name"])) if found else None
    if found is None or column is None:
        return None
    suffix = found["suffix"]
    if column.texts:
        return (column, suffix) if is_language(suffix) else None
    return (column, suffix) if column.by_persona and may_be_persona(suffix) else None


def _unknown(header: str, span: Span, findings: Findings) -> None:
    name = header.partition("[")[0].strip()
    hint = "Take it out, or give it the name of one of the columns; `Notes` takes anything."
    if folded(name) in BY_NAME:
        hint = "In brackets stands a language such as fi, or behind `Emotion` the id of a persona."
    else:
        hint = did_you_mean(name, NAMES_SHOWN) or hint
    findings.add_at("CX384", f"{shown(header)} is none of the columns", hint, span)


def _take(record: Record, header: Record, places: Sequence[Place], rows: Rows, findings: Findings) -> None:
    first, last = record.spans[0], record.spans[-1]
    span = Span(first.line, first.column, last.end_line, last.end_column)
    if len(record.cells) != len(header.cells):
        message = f"The row has {_cells(len(record.cells))}, and the header has {len(header.cells)}"
        hint = "Check the delimiter, and that a text with a delimiter in it stands between quotes."
        findings.add_at("CX387", message, hint, span)
        return
    row = Row(span)
    sound = True
    for number, place in enumerate(places):
        cell = unsafe(record.cells[number])
        if not cell.strip():
            continue
        name = header.cells[number].strip()
        if place is None:
            if not name:
                hint = "Give the column a header, or take it out."
                findings.add_at(
                    "CX384", "This cell stands in a column without a header", hint, record.spans[number]
                )
            continue
        try:
            row.add(place[0].key, place[1], Cell(_read(place[0], cell), name, record.spans[number]))
        except BadCell as bad:
            sound = False
            findings.add_at(
                "CX385", bad.message.replace("{key}", shown(name)), bad.hint, record.spans[number]
            )
    if sound:
        rows.take(row)


def _read(column: Column, cell: str) -> Any:
    if not column.many:
        return column.read(cell)
    if column.key == "data.id" and cell.strip() == NO_DATA:
        return NO_DATA
    return [column.read(line) if line.strip() else None for line in cell.split("\n")]


def _language_of(header: Record | None) -> str | None:
    """Return the language that most headers are in, None when they do not tell."""
    names = [HEADER.sub(r"\g<name>", unsafe(cell).strip()) for cell in (header.cells if header else ())]
    finnish = sum(any(folded(name) == folded(one.fi) != folded(one.en) for one in COLUMNS) for name in names)
    english = sum(any(folded(name) in map(folded, _english(one)) for one in COLUMNS) for name in names)
    return None if finnish == english else "fi" if finnish > english else "en"


def _english(column: Column) -> tuple[str, ...]:
    """Return the names of a column that are English only."""
    names = (column.en, column.before or column.en)
    return tuple(name for name in names if folded(name) != folded(column.fi))


def _cells(count: int) -> str:
    return "1 cell" if count == 1 else f"{count} cells"
