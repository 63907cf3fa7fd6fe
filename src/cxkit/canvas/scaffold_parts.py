"""What a scaffold writes for each kind but the journey: keys, blocks with their halves, structures."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from cxkit.canvas.kind import Block, own_kind
from cxkit.canvas.scaffold_sheet import scalar
from cxkit.canvas.scaffold_wishes import Writing

STRUCTURES: Mapping[str, tuple[str, ...]] = {
    "review": ("next", "rhythm"),
    "communication": ("internal", "partners", "customers"),
    "ecosystem": ("organisation", "people", "partners", "premises", "applications"),
    "leadership": ("why", "gains", "reactions", "long_term", "short_term"),
    "organisation": ("use", "sharing", "changes", "reaction_time"),
    "compared_with": ("operational", "business"),
}
"""The keys inside a key, and what is said of each in the texts' remarks."""


def write_fields(writing: Writing) -> None:
    """Write the keys of a kind without a grid."""
    for field in writing.kind.fields:
        writing.sheet.gap()
        writing.ask(field)
        writing.sheet.key(field.id)
        _write_inside(writing, field.id, 2)


def write_persona(writing: Writing) -> None:
    """Write a persona in a file of its own."""
    names = [name for _, name in writing.personas()]
    _write_persona_keys(writing, 0, name=names[0] if names else "", asking=True)


def write_maturity(writing: Writing) -> None:
    """Write the stages of maturity, each with room for its criteria."""
    sheet = writing.sheet
    sheet.gap()
    sheet.key("stages")
    for stage in writing.kind.stages:
        writing.ask(stage, 2)
        if stage.note is not None:
            sheet.comment(writing.words(stage.note), 2)
        sheet.key("- id", stage.id, 2)
        sheet.key("criteria", "", 4)
        sheet.example(writing.examples["criteria"], 6)
    sheet.gap()
    sheet.comment(writing.texts.remarks["claimed"])
    sheet.key("claimed")


def write_reflection(writing: Writing) -> None:
    """Write the sections of a report."""
    writing.sheet.gap()
    writing.sheet.key("sections")
    for section in writing.kind.sections:
        writing.ask(section, 2)
        writing.sheet.key("- id", section.id, 2)
        writing.sheet.key("text", "", 4)


def write_blocks(writing: Writing) -> None:
    """Write the blocks of a grid: notes, notes by halves, or the structures of the measurement canvas."""
    sheet = writing.sheet
    if writing.kind.id in ("slbmc", "empathy") or writing.kind.one_per == "persona":
        sheet.gap()
        sheet.comment(writing.texts.remarks["persona"])
        _write_persona_of_blocks(writing)
    sheet.gap()
    sheet.key("blocks")
    for number, block in enumerate(writing.kind.blocks):
        if number:
            sheet.gap()
        _write_block(writing, block)


def _write_persona_of_blocks(writing: Writing) -> None:
    """Name the persona if the folder has it; else it stands here in full, for an id alone leads nowhere."""
    sheet = writing.sheet
    identifier, name = next(iter(writing.personas()), ("", ""))
    if not identifier or identifier in writing.beside.personas:
        sheet.key("persona", scalar(identifier) if identifier else "")
        return
    sheet.key("persona")
    sheet.key("id", identifier, 2)
    _write_persona_keys(writing, 2, name=name, asking=True)


def _write_block(writing: Writing, block: Block) -> None:
    sheet = writing.sheet
    writing.ask(block, 2)
    sheet.key(block.id, "", 2)
    for half in writing.kind.halves:
        question = block.questions.get(half.id)
        if question is not None:
            sheet.comment(f"{writing.words(half.title)}: {writing.words(question)}", 4)
        sheet.key(half.id, "", 4)
    match block.holds:
        case "notes" if writing.kind.id == "bmc" and block.id == "channels":
            for _, name in writing.channels():
                sheet.line(f"    - {scalar(name)}")
        case "personas":
            write_personas(writing, 4)
        case "path":
            write_channels(writing, 4, remark=writing.texts.remarks["path.channels"])
            _write_list(writing, "path.touchpoints", 4)
        case "data":
            _write_list(writing, "data_place.data", 4)
        case "analyses":
            _write_list(writing, "analysis.analyses", 4)
        case holds:
            _write_inside(writing, holds, 4)
            if holds == "organisation":
                sheet.key("compared_with", "", 4)
                _write_inside(writing, "compared_with", 6)


def _write_list(writing: Writing, name: str, depth: int) -> None:
    key = name.rpartition(".")[2]
    writing.sheet.key(key, "", depth, remark=writing.texts.remarks[name])
    writing.sheet.example(writing.examples[key], depth + 2)


def _write_inside(writing: Writing, name: str, depth: int) -> None:
    """Write what stands inside a key: keys of its own, or an example of an entry."""
    for key in STRUCTURES.get(name, ()):
        writing.sheet.key(key, "", depth, remark=writing.texts.remarks[f"{name}.{key}"])
    if name in writing.examples:
        writing.sheet.example(writing.examples[name], depth)


def write_personas(writing: Writing, depth: int = 0) -> None:
    """Write the personas that were asked for, those of the folder by id, or an example."""
    sheet = writing.sheet
    sheet.key("personas", "", depth)
    asking = True
    for identifier, name in writing.personas():
        if identifier in writing.beside.personas:
            sheet.line(f"{' ' * depth}  - {scalar(identifier)}")
            continue
        sheet.key("- id", identifier, depth + 2)
        _write_persona_keys(writing, depth + 4, name=name, asking=asking)
        asking = False
    if not writing.wishes.personas:
        sheet.example(writing.examples["personas"], depth + 2)


def _write_persona_keys(writing: Writing, depth: int, *, name: str, asking: bool) -> None:
    """Write what is known of a persona; the questions once are enough."""
    for field in own_kind("persona").fields:
        if not depth:
            writing.sheet.gap()
        if asking:
            writing.ask(field, depth)
        writing.sheet.key(field.id, scalar(name) if field.id == "name" and name else "", depth)
        if asking and field.id == "facts":
            writing.sheet.example(writing.examples["facts"], depth + 2)


def write_channels(writing: Writing, depth: int = 0, *, remark: str = "") -> None:
    """Write the channels that were asked for, or an example."""
    sheet = writing.sheet
    sheet.key("channels", "", depth, remark=remark)
    for identifier, name in writing.channels():
        if identifier in writing.known_channels.values():
            sheet.line(f"{' ' * depth}  - {scalar(identifier)}")
            continue
        sheet.key("- id", identifier, depth + 2)
        sheet.key("title", scalar(name), depth + 4)
        sheet.key("mode", "", depth + 4, remark=writing.texts.remarks["mode"])
    if not writing.wishes.channels:
        sheet.example(writing.examples["channels"], depth + 2)


WRITERS: Mapping[str, Callable[[Writing], None]] = {
    "persona": write_persona,
    "strategy": write_fields,
    "programme": write_fields,
    "maturity": write_maturity,
    "reflection": write_reflection,
}
"""What writes the kinds that are not made of blocks; the journey has a module of its own."""
