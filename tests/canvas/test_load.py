"""That a canvas of every kind is read, that empty keys are no error, and that what is wrong is said."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from tests.canvas.canvases import BODIES, HEAD, USERS_KIND, canvas_text

from cxkit.canvas.blocks import BlockCanvas
from cxkit.canvas.emptiness import empty_keys
from cxkit.canvas.journey import Journey
from cxkit.canvas.kind import OWN_KINDS, own_kinds
from cxkit.canvas.load import Kinds, OwnModels, load_canvas, load_canvas_text, load_kind, own_model
from cxkit.canvas.part import CanvasDocument
from cxkit.documents.base import Text
from cxkit.documents.codes import Code
from cxkit.documents.diagnostics import Refused
from cxkit.documents.document import Document


def read(text: str, kinds: Kinds | None = None) -> tuple[CanvasDocument, Document]:
    return load_canvas_text(text, file="a.yaml", kinds=kinds or Kinds()).or_refuse()


def codes(text: str, kinds: Kinds | None = None) -> list[str]:
    return [one.code for one in load_canvas_text(text, file="a.yaml", kinds=kinds or Kinds()).diagnostics]


@pytest.mark.parametrize("kind", OWN_KINDS)
def test_a_canvas_of_every_kind_is_read(kind: str) -> None:
    canvas, _ = read(canvas_text(kind))
    assert type(canvas) is own_model(kind)
    assert canvas.kind == kind
    assert canvas.called.get("en") == ("Aino" if kind == "persona" else "Trial")


def test_every_kind_has_a_model_and_a_sample() -> None:
    assert len(OwnModels()) == len(OWN_KINDS) == 10
    assert OwnModels()["journey"] is Journey
    assert set(BODIES) == set(OwnModels()) == {kind.id for kind in own_kinds()}


@pytest.mark.parametrize("kind", OWN_KINDS)
def test_every_key_may_be_empty_but_those_that_say_what_it_is(kind: str) -> None:
    model = own_model(kind)
    keys = [key for key in model.model_fields if key not in ("kind", "version", "id")]
    text = f"kind: {kind}\nversion: 1\nid: a\n" + "".join(f"{key}:\n" for key in keys)
    canvas, document = read(text)
    assert empty_keys(document, model) == tuple((key,) for key in keys)
    assert all(getattr(canvas, key) in (None, ()) for key in keys)
    assert canvas.called == Text.plain("a")


def test_every_key_of_a_touchpoint_may_be_empty() -> None:
    filled = canvas_text("journey")
    keys = (
        "title",
        "channel",
        "mode",
        "emotion",
        "opportunities",
        "lanes",
        "data",
        "why",
        "benefits",
        "critical",
    )
    text = filled.replace("{id: later, touchpoints: }", "{id: later, touchpoints: [{id: uusi, "
                          + ", ".join(f"{key}: " for key in keys) + "}]}")  # fmt: skip
    journey, document = read(text)
    assert isinstance(journey, Journey)
    assert empty_keys(document) == tuple(("stages", 1, "touchpoints", 0, key) for key in keys)
    touchpoint = journey.stages[1].touchpoints[0]
    assert (touchpoint.feeling("aino"), touchpoint.feelings, touchpoint.data_items) == (None, (), ())
    assert journey.mode_of(touchpoint) is None


def test_keys_that_a_user_names_freely_are_left_out_with_a_model() -> None:
    text = canvas_text("persona") + "facts: {age: }\nquote:\n"
    persona, document = read(text)
    assert empty_keys(document) == (("facts", "age"), ("quote",))
    assert empty_keys(document, type(persona)) == (("quote",),)


def test_what_is_no_canvas_is_refused() -> None:
    assert codes("kind: course\nversion: 1\n") == [Code.OTHER_KIND]
    assert codes("kind: jurney\nversion: 1\n") == [Code.UNKNOWN_KIND]
    assert codes("version: 1\n") == [Code.MISSING_KIND]
    assert codes("kind: [journey\n") == [Code.SYNTAX]
    assert codes("kind: journey\nkind: journey\n") == [Code.DUPLICATE_KEY]
    head = HEAD.format(kind="journey").replace("title", "titel")
    assert codes(head) == [
        Code.MISSING_KEY,
        Code.UNKNOWN_KEY,
    ]
    assert codes(HEAD.format(kind="bmc") + "blocks: {chanels: a}\n") == [Code.UNKNOWN_KEY]


def test_a_file_and_a_stream(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(canvas_text("bmc"), encoding="utf-8")
    assert load_canvas(str(file)).model is not None
    assert load_canvas("-", stream=io.BytesIO(canvas_text("bmc").encode())).model is not None
    (bad,) = load_canvas("-", stream=io.BytesIO(b"\xff")).diagnostics
    assert bad.code == Code.BAD_ENCODING


def users_kinds(tmp_path: Path) -> Kinds:
    file = tmp_path / "our-canvas.yaml"
    file.write_text(USERS_KIND, encoding="utf-8")
    return Kinds.of([str(file)])


OURS = HEAD.format(kind="our-canvas") + "blocks: {hopes: {we: [Rauha], they: }, fears: }\n"


def test_a_canvas_of_a_users_kind(tmp_path: Path) -> None:
    kinds = users_kinds(tmp_path)
    assert kinds.names[-1] == "our-canvas"
    assert kinds.kind("our-canvas").block("fears").n == 2
    assert kinds.kind("bmc").id == "bmc"
    canvas, _ = read(OURS, kinds)
    assert isinstance(canvas, BlockCanvas)
    assert canvas.notes_in("hopes", "we") == (Text.plain("Rauha"),)
    assert canvas.notes_in("hopes", "they") == canvas.notes_in("fears", "we") == ()
    assert isinstance(read(canvas_text("bmc"), kinds)[0], BlockCanvas)
    assert codes(OURS.replace("hopes", "hope"), kinds) == [Code.UNKNOWN_KEY]
    assert codes(OURS.replace("version: 1", "version: 2"), kinds) == [Code.NEWER_VERSION]
    assert codes(OURS) == [Code.UNKNOWN_KIND]
    (near,) = load_canvas_text("kind: our-canvass\nversion: 1\n", file="a", kinds=kinds).diagnostics
    assert near.hint == "Did you mean `our-canvas`?"


def test_a_kind_that_is_not_sound_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "kind.yaml"
    file.write_text(USERS_KIND.replace("our-canvas", "bmc"), encoding="utf-8")
    (taken,) = load_kind(str(file)).diagnostics
    assert taken.message == "`bmc` is a business model canvas of cxkit's own"
    file.write_text(USERS_KIND.replace("size", "sise"), encoding="utf-8")
    with pytest.raises(Refused):
        Kinds.of([str(file)])
