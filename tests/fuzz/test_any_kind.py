"""Any kind of a user's own: a spoilt one ends in findings, a sound one in canvases that can be checked."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.canvas.canvases import USERS_KIND
from tests.fuzz.edits import EDITS, spoilt
from tests.fuzz.harmless import ROOT, found_in, is_well_said
from tests.fuzz.spoilt_canvases import Change, changed, data_of, keys_in, put, remove, written

from cxkit.canvas.kind import Kind
from cxkit.canvas.load import Kinds, kind_of, load_canvas_text
from cxkit.canvas.workspace import Member
from cxkit.documents.events import parse
from cxkit.documents.schema import schema_of

_FOLDER = ROOT / "src" / "cxkit" / "canvas" / "kinds"
OURS = tuple(
    (_FOLDER / f"{name}.yaml").read_text(encoding="utf-8").replace(f"id: {name}", "id: users-own", 1)
    for name in ("slbmc", "bmc", "empathy")
)
SOUND = (USERS_KIND, *OURS)
_QUICK = settings(suppress_health_check=[HealthCheck.too_slow])


def check_kind(text: str) -> None:
    """Read a kind; where it is sound, read and judge a canvas of it."""
    document, found = parse(text, "kind.yaml")
    if document is None or document.data.get("kind") != Kind.KIND:
        return
    loaded = kind_of(document)
    for diagnostic in (*found, *loaded.diagnostics):
        is_well_said(diagnostic, text)
    if loaded.model is None:
        assert found or loaded.diagnostics
        return
    _check_canvas_of(loaded.model)


def _check_canvas_of(kind: Kind) -> None:
    kinds = Kinds((kind,))
    schema_of(kinds.model(kind.id))
    blocks = {
        block.id: {half.id: "x" for half in kind.halves} if kind.halves else "x" for block in kind.blocks
    }
    data = {"kind": kind.id, "version": 1, "id": "a", "title": None, "language": None, "blocks": blocks}
    for one in (
        data,
        data | {"blocks": None},
        data | {"blocks": dict.fromkeys(blocks)},
        data | {"blocks": {}},
    ):
        loaded = load_canvas_text(written(one), file="canvas.yaml", kinds=kinds)
        assert loaded.model is not None, loaded.diagnostics
        assert loaded.document is not None
        found_in([Member(loaded.model, loaded.document)])


@_QUICK
@given(st.sampled_from(SOUND), EDITS)
def test_spoilt_kinds(text: str, edits: list[tuple[int, str, str]]) -> None:
    check_kind(spoilt(text, edits))


@pytest.mark.parametrize("change", [remove, put(None), put([]), put("x")])
def test_a_key_that_is_gone_or_something_else(change: Change) -> None:
    data = data_of(USERS_KIND)
    for path in keys_in(data):
        check_kind(written(changed(data, path, change)))


@pytest.mark.parametrize("text", SOUND)
def test_nothing_spoilt_is_sound(text: str) -> None:
    check_kind(text)
