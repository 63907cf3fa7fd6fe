"""The journey of a scaffold: its personas, its channels, and stages of which the first shows a touchpoint."""

from __future__ import annotations

from cxkit.canvas.journey import PHASES
from cxkit.canvas.kind import Named, Row
from cxkit.canvas.scaffold_parts import write_channels, write_personas
from cxkit.canvas.scaffold_sheet import scalar
from cxkit.canvas.scaffold_wishes import Writing

TOUCHPOINT_KEYS = (
    "title", "channel", "mode", "ownership", "owner", "importance", "critical", "action", "thoughts",
    "emotion", "benefits", "sacrifices", "pains", "opportunities", "lanes", "data", "evidence",
)  # fmt: skip
"""The keys of a touchpoint, in the order in which one thinks of them."""


def write_journey(writing: Writing) -> None:
    """Write all keys of a journey but its head."""
    for field in writing.kind.fields:
        writing.sheet.gap()
        writing.ask(field)
        match field.id:
            case "personas":
                write_personas(writing)
            case "channels":
                write_channels(writing)
            case "stages":
                _write_stages(writing)
            case _:
                writing.sheet.key(field.id)
        if field.id == "type":
            writing.sheet.example(writing.examples["type"])


def _write_stages(writing: Writing) -> None:
    sheet, named = writing.sheet, writing.stages()
    sheet.key("stages")
    phases = ", ".join(f"{one.id} ({writing.words(one.title)})" for one in writing.kind.phases)
    sheet.comment(f"{writing.texts.remarks['phase']} {phases}.", 2)
    stages = [(identifier, scalar(name), "") for identifier, name in named] or [
        (identifier, "", phase) for identifier, phase in zip(writing.texts.stages, PHASES, strict=True)
    ]
    for number, (identifier, title, phase) in enumerate(stages):
        if number:
            sheet.gap()
        sheet.key("- id", identifier, 2)
        sheet.key("title", title, 4)
        sheet.key("phase", phase, 4)
        if number:
            sheet.key("touchpoints", "", 4)
        else:
            _write_touchpoint(writing)


def _write_touchpoint(writing: Writing) -> None:
    """Write a touchpoint with all its keys and questions, as the pattern for all others."""
    sheet, remarks = writing.sheet, writing.texts.remarks
    rows = {row.id: row for row in writing.kind.rows}
    writing.ask(rows["touchpoints"], 4)
    sheet.key("touchpoints", "", 4)
    sheet.key("- id", f"{writing.texts.touchpoint}_1", 6, remark=remarks["touchpoint.id"])
    asked = {key: row for row in rows.values() for key in row.keys[:1]}
    for key in TOUCHPOINT_KEYS:
        match key:
            case "title":
                sheet.key(key, "", 8)
            case "channel":
                _write_channel_of_touchpoint(writing, rows["channels"])
            case "mode":
                sheet.key(key, "", 8, remark=remarks["mode"])
            case "ownership":
                sheet.comment(f"{remarks['ownership']} {_choices(writing, writing.kind.ownership)}.", 8)
                sheet.key(key, "", 8)
            case "emotion":
                writing.ask(asked[key], 8)
                _write_emotion(writing)
            case "lanes":
                _write_lanes(writing)
            case "importance" | "critical" | "evidence":
                sheet.comment(remarks[f"touchpoint.{key}"], 8)
                sheet.key(key, "", 8)
            case _:
                if key in asked:
                    writing.ask(asked[key], 8)
                sheet.key(key, "", 8)
                if key in ("opportunities", "data"):
                    sheet.comment(remarks["example"], 10)
                    sheet.example(writing.examples[key], 10)
    sheet.comment(remarks["touchpoint.next"], 6)


def _write_channel_of_touchpoint(writing: Writing, row: Row) -> None:
    """Fill in the only channel; of several, name the ids to choose from."""
    channels = [identifier for identifier, _ in writing.channels()]
    writing.ask(row, 8)
    remark = ", ".join(channels) if len(channels) > 1 else writing.texts.remarks["touchpoint.channel"]
    if len(channels) == 1:
        writing.sheet.key("channel", channels[0], 8)
    else:
        writing.sheet.key("channel", "", 8, remark=remark)


def _write_emotion(writing: Writing) -> None:
    """Give each of several personas a number of its own."""
    personas = writing.personas()
    writing.sheet.key("emotion", "", 8)
    if len(personas) > 1:
        for identifier, _ in personas:
            writing.sheet.key(scalar(identifier), "", 10)


def _write_lanes(writing: Writing) -> None:
    writing.sheet.comment(writing.texts.remarks["lanes"], 8)
    writing.sheet.example("lanes:", 8)
    for row in writing.kind.rows:
        for key in row.keys:
            if key.startswith("lanes.") and row.question is not None:
                remark = writing.words(row.question)
                writing.sheet.example(f"  {key.removeprefix('lanes.')}:  # {remark}", 8)


def _choices(writing: Writing, choices: tuple[Named, ...]) -> str:
    return ", ".join(f"{one.id} ({writing.words(one.title)})" for one in choices)
