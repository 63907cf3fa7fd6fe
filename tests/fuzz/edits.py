"""Small damage to a text: words and lines cut, doubled, or swapped for what is awkward to read."""

from __future__ import annotations

import re

from hypothesis import strategies as st

_SIGNS = ("\n", "\r", "\t", *":-#'\"[]{},?\x00\x1b\x85\u2028\u202e\u200b\ufeffä日😀")
_YAML = (
    "",
    " ",
    ": ",
    "- ",
    "|\n",
    "&a ",
    "*a ",
    "!x ",
    "<<: ",
    "---\n",
    "[]",
    "{}",
    "true",
    "no",
    "null",
    "~",
)
_NUMBERS = (
    "0",
    "-1",
    "100",
    "50.5",
    "1e9",
    ".nan",
    "0.000001",
    "999999999",
    "9999999999",
    "2026-02-30",
    "25:00",
)
_KEYS = (
    *(
        "id: exam",
        "weight: 0",
        "max: 0",
        "min: 5",
        "parts: []",
        "mark: grade",
        "mark: pass_fail",
        "mark: level",
    ),
    *("required: true", "drop_lowest: 9", "extra_credit: true", "grade: 9", "route: x", "percent: 1"),
    *("# cxkit: ignore[CX101] why\n", "# cxkit: ignore-file[CX1]\n", "# cxkit: ignore\n"),
)
_CANVAS_KEYS = (
    *("data: none", "emotion: 3", "updates: [9]", "battle: x", "persona: x", "claimed: culture"),
    *("kind: canvas-kind", "kind: slbmc", "kind: strategy", "title: {fi: a}", "stages:", "blocks:"),
)
_IMPORTED = (
    *("%%", "%%{init: {}}%%", "section", "title ", ": 5: ", ": 6", "#59;", "accDescr {", "journey"),
    *("```mermaid", "=1+1", ";", '""', "Emotion [aino]", "none", "-2", "\t"),
)
_PIECES = (*_SIGNS, *_YAML, *_NUMBERS, *_KEYS, *_CANVAS_KEYS, *_IMPORTED)
_WAYS = ("cut", "put", "swap", "line", "twice")
EDITS = st.lists(
    st.tuples(st.integers(0, 10**6), st.sampled_from(_WAYS), st.sampled_from(_PIECES)), min_size=1, max_size=6
)
_WORD = re.compile(r"[\w.@+-]+|[^\w\s]")


def spoilt(text: str, edits: list[tuple[int, str, str]]) -> str:
    """Return a text with some of its words and lines cut, replaced or doubled."""
    for place, edit, piece in edits:
        if edit in ("line", "twice"):
            lines = text.splitlines(keepends=True) or [""]
            number = place % len(lines)
            lines[number : number + 1] = [piece] if edit == "line" else [lines[number], lines[number]]
            text = "".join(lines)
            continue
        words = list(_WORD.finditer(text))
        if not words:
            return text + piece
        word = words[place % len(words)]
        middle = {"cut": "", "put": piece + word[0], "swap": piece}[edit]
        text = text[: word.start()] + middle + text[word.end() :]
    return text
