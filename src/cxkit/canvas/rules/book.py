"""How a canvas rule is written down: the book it goes into, what it looks at, and its examples.

    RULES = canvas_rules("strategy")

    @RULES.rule("CX414", "one-vision", why="…", bad="…", good="…")
    def one_vision(here: InWorkspace[Strategy]) -> Iterator[Finding]:
        \"""What it checks.\"""
        if here.lacks("vision"):
            yield Finding(("vision",), "what is wrong", "what to do", at_key=True)

An example may leave out the top-level keys that are as in the smallest canvas of its kind; a line
`without: owner, time` takes keys of that canvas away. An example that takes several files has a line
`--- # name.yaml` before each further file, which names its own `kind`, or is the smallest canvas of that kind
with other keys.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from textwrap import dedent
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from cxkit.canvas.rules.smallest import SMALLEST
from cxkit.documents.nearness import did_you_mean, listed, nearest
from cxkit.documents.rule import RuleBook, files_in, in_one_text

if TYPE_CHECKING:
    from datetime import date

    from cxkit.canvas.part import CanvasDocument
    from cxkit.canvas.workspace import Workspace
    from cxkit.documents.document import Document

C = TypeVar("C", bound="CanvasDocument")

ANY_KIND = "canvas"
"""Stands for the rules that are about canvases of every kind, a user's own among them."""

_BEGINS_A_KEY = re.compile(r"^(?=[a-z_]+:)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class InWorkspace(Generic[C]):
    """A canvas that is judged, what it was read from, and the canvases around it, itself among them.

    ``today`` is the day on which it is judged; without it nothing is in the past.
    """

    canvas: C
    document: Document
    workspace: Workspace
    today: date | None = None

    def lacks(self, *path: str | int) -> bool:
        """Tell whether a key, or one on the way to it, is not there, or is an empty list or mapping.

        A key that is there without a value is left to be filled: nothing is lacking there yet.
        """
        value: Any = self.document.data
        for element in path:
            if value is None:
                return False
            if isinstance(value, dict):
                if element not in value:
                    return True
                value = value[element]
            elif isinstance(value, list) and isinstance(element, int):
                if element >= len(value):
                    return True
                value = value[element]
            # A text that stands for a list of one has no parts of its own.
        return isinstance(value, dict | list) and not value

    def left_empty(self, *path: str | int) -> bool:
        """Tell whether a key, or one on the way to it, is there without a value."""
        value: Any = self.document.data
        for element in path:
            if isinstance(value, dict):
                value = value.get(element, "")
            elif isinstance(value, list) and isinstance(element, int) and element < len(value):
                value = value[element]
        return value is None


@dataclass(slots=True)
class CanvasRules(RuleBook[InWorkspace[Any]]):
    """A book of canvas rules; ``kinds`` are judged by it, ``kind`` is under which they are documented."""

    kinds: tuple[str, ...] = field(default=())


def canvas_rules(kind: str, *, also: tuple[str, ...] = ()) -> CanvasRules:
    """Return an empty book for a kind of canvas; canvases of the kinds in ``also`` are judged by it, too."""
    return CanvasRules(kind, lambda example: whole_canvas(kind, example), kinds=(kind, *also))


def whole_canvas(kind: str, example: str) -> str:
    """Complete every file of an example from the smallest canvas of its kind; the first is of ``kind``."""
    files = files_in(dedent(example).strip("\n") + "\n")
    return in_one_text({name: _whole(kind, text) for name, text in files.items()})


def _whole(kind: str, lines: str) -> str:
    own = _by_key(lines)
    kind = _value(own["kind"]) if "kind" in own else kind
    without = [word.strip() for word in _value(own.pop("without", "")).split(",")]
    keys = {**_by_key(SMALLEST.get(kind, "")), **own}
    return "".join(text for key, text in keys.items() if key not in without)


def _value(block: str) -> str:
    return block.partition(":")[2].strip()


def _by_key(text: str) -> dict[str, str]:
    blocks = _BEGINS_A_KEY.split(text)
    return {block.partition(":")[0]: block for block in blocks if block.strip()}


def meant_around(workspace: Workspace, word: str, known: Iterable[str]) -> str | None:
    """Return a hint with the nearest of the known words and of the ids in files that cannot be read now."""
    near = nearest(word, words := [*known, *sorted(workspace.unsound_ids)])
    if near is None:
        return None
    asked = f"Did you mean `{near}`?"
    return asked if words.index(near) < len(words) - len(workspace.unsound_ids) else f"{asked} {_UNSOUND}"


_UNSOUND = "The file that it stands in has errors of its own."


def meant(word: str, known: Iterable[str], *, what: str) -> str:
    """Return a hint: the nearest known word, else all of them after ``what``, such as "The personas are"."""
    words = list(known)
    return did_you_mean(word, words) or f"{what} {listed(words) or 'none'}."
