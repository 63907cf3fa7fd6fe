"""A Mermaid user journey as data, and its text.

What each part means for a journey of ours is for `mermaid_journey`; how text is read, for `mermaid_reading`.
The grammar is that of Mermaid 11 (its `journey.jison` and the preprocessing before it).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from cxkit.canvas.mermaid_words import written
from cxkit.escape import json_text

REMARK = "%% cxkit: "
"""How a comment begins that says exactly what the line below it says only roughly."""

Exact = Mapping[str, Any]
"""What a remark holds: plain JSON."""


@dataclass(frozen=True, slots=True)
class Task:
    """A task: its score runs from 1 to 5, its actors are names. ``notes`` has no place in a drawing."""

    name: str
    score: int
    actors: tuple[str, ...] = ()
    exact: Exact = field(default_factory=dict)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A section with its tasks; those before the first section have one without a name."""

    name: str | None
    tasks: tuple[Task, ...] = ()
    exact: Exact = field(default_factory=dict)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Diagram:
    """A user journey; ``description`` is what Mermaid gives to those who cannot see it.

    ``left`` is the note that was made of a remark behind the last line.
    """

    title: str | None
    sections: tuple[Section, ...] = ()
    description: str | None = None
    exact: Exact = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    left: str | None = None


def text_of(diagram: Diagram) -> str:
    """Return the diagram as Mermaid text with a line end after the last line."""
    return "\n".join(_lines(diagram)) + "\n"


def _lines(diagram: Diagram) -> Iterator[str]:
    yield "journey"
    yield from _remark(diagram.exact, "    ")
    if diagram.title is not None:
        title = written(diagram.title, ends="")
        yield f"    title {title}"
        yield f"    accTitle: {title}"
    if diagram.description is not None:
        yield f"    accDescr: {written(diagram.description, ends='')}"
    for section in diagram.sections:
        yield from _remark(section.exact, "    ")
        if section.name is not None:
            yield f"    section {written(section.name, ends=':')}"
        for task in section.tasks:
            yield from _remark(task.exact, "      ")
            actors = ", ".join(written(actor) for actor in task.actors)
            yield f"      {written(task.name, ends=':')}: {task.score}" + (f": {actors}" if actors else "")


def _remark(exact: Exact, indent: str) -> Iterator[str]:
    if exact:
        yield indent + REMARK + json_text(json.dumps(exact, ensure_ascii=False))
