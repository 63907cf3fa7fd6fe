"""The schemas of canvases accept what the reader accepts, and show the guiding questions in editors."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft7Validator
from tests.canvas.canvases import USERS_KIND, canvas_text
from tests.documents.schemas import as_editors_read

from cxkit.canvas.kind import OWN_KINDS, Kind
from cxkit.canvas.load import own_model
from cxkit.documents.schema import schema_of


def accepts(schema: dict[str, Any], text: str) -> bool:
    return Draft7Validator(schema).is_valid(as_editors_read(text))


@pytest.mark.parametrize("kind", OWN_KINDS)
def test_a_canvas_of_every_kind_is_accepted(kind: str) -> None:
    model, text = own_model(kind), canvas_text(kind)
    schema = schema_of(model)
    assert accepts(schema, text)
    assert accepts(schema, text.partition("language")[0] + "language:\nnotes:\norganisation:\n")
    assert not accepts(schema, text + "unknown: 1\n")
    assert not accepts(schema, text.replace("version: 1", "version: 2"))


@pytest.mark.parametrize(
    ("old", "new"),
    [("emotion: -1", "emotion: -3"), ("data: none", "data: nothing"), ("importance: 4", "importance: 6")],
)
def test_a_slip_in_a_journey_is_underlined(old: str, new: str) -> None:
    text = canvas_text("journey")
    assert old in text
    assert not accepts(schema_of(own_model("journey")), text.replace(old, new))


def test_questions_are_shown_in_both_languages() -> None:
    blocks = schema_of(own_model("bmc"))["definitions"]["BmcBlocks"]["properties"]
    assert blocks["channels"]["description"].startswith("Kanavat: Missä tapaamme asiakkaan")
    assert " Channels: Where do we meet the customer" in blocks["channels"]["description"]


def test_a_users_kind_is_accepted() -> None:
    schema = schema_of(Kind)
    assert accepts(schema, USERS_KIND)
    assert not accepts(schema, USERS_KIND.replace("[1, 1, 1, 1]", "[1, 1, 1]"))
