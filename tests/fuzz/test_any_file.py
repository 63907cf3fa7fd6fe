"""Any file at all: spoilt courses and configurations end in findings and nothing else.

`make fuzz` tries thousands, and then lets a fuzzer that sees the program's branches look for more.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.fuzz.harmless import CANVASES, COURSES, SETTINGS, SHORT, check_configuration, check_document

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
_PIECES = (*_SIGNS, *_YAML, *_NUMBERS, *_KEYS, *_CANVAS_KEYS)
_WAYS = ("cut", "put", "swap", "line", "twice")
_EDITS = st.lists(
    st.tuples(st.integers(0, 10**6), st.sampled_from(_WAYS), st.sampled_from(_PIECES)), min_size=1, max_size=6
)
_STARTS = (b"", b"kind: course\n", b"kind: journey\n", b"\xff\xfe", b"\xef\xbb\xbf")
_WORD = re.compile(r"[\w.@+-]+|[^\w\s]")
_QUICK = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


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


@_QUICK
@given(st.sampled_from(SHORT), _EDITS)
def test_spoilt_examples(text: str, edits: list[tuple[int, str, str]]) -> None:
    check_document(spoilt(text, edits).encode("utf-8", "surrogateescape"))


@_QUICK
@given(st.sampled_from(COURSES), _EDITS)
def test_spoilt_courses(text: str, edits: list[tuple[int, str, str]]) -> None:
    check_document(spoilt(text, edits).encode())


@_QUICK
@given(st.sampled_from(CANVASES), _EDITS)
def test_spoilt_canvases(text: str, edits: list[tuple[int, str, str]]) -> None:
    check_document(spoilt(text, edits).encode())


@_QUICK
@example(b"\x00\r" + b"\x00" * 15, b"\xff\xfe")
@given(
    st.binary(max_size=200),
    st.sampled_from(_STARTS),
)
def test_any_bytes(raw: bytes, start: bytes) -> None:
    check_document(start + raw)


@_QUICK
@given(text=st.sampled_from(SETTINGS), edits=_EDITS)
def test_spoilt_configurations(tmp_path: Path, text: str, edits: list[tuple[int, str, str]]) -> None:
    check_configuration(spoilt(text, edits).encode("utf-8", "surrogateescape"), tmp_path)


@_QUICK
@given(raw=st.binary(max_size=100))
def test_any_configuration(tmp_path: Path, raw: bytes) -> None:
    check_configuration(raw, tmp_path)


@pytest.mark.parametrize("text", [*SHORT[:4], *COURSES, *CANVASES])
def test_nothing_spoilt_is_harmless_too(text: str) -> None:
    check_document(text.encode("utf-8", "surrogateescape"))
    assert spoilt(text, []) == text
    assert spoilt(text, [(0, "swap", "x")]) != text
