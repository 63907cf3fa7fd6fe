"""Any file at all: spoilt courses and configurations end in findings and nothing else.

`make fuzz` tries thousands, and then lets a fuzzer that sees the program's branches look for more.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.fuzz.edits import EDITS, spoilt
from tests.fuzz.harmless import CANVASES, COURSES, SETTINGS, SHORT, check_configuration, check_document

_STARTS = (b"", b"kind: course\n", b"kind: journey\n", b"\xff\xfe", b"\xef\xbb\xbf")
_QUICK = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@_QUICK
@given(st.sampled_from(SHORT), EDITS)
def test_spoilt_examples(text: str, edits: list[tuple[int, str, str]]) -> None:
    check_document(spoilt(text, edits).encode("utf-8", "surrogateescape"))


@_QUICK
@given(st.sampled_from(COURSES), EDITS)
def test_spoilt_courses(text: str, edits: list[tuple[int, str, str]]) -> None:
    check_document(spoilt(text, edits).encode())


@_QUICK
@given(st.sampled_from(CANVASES), EDITS)
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
@given(text=st.sampled_from(SETTINGS), edits=EDITS)
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
