"""Kinds as data: ours are whole and bilingual, and a user's is held to what can be drawn."""

from __future__ import annotations

import pytest
from tests.canvas.canvases import USERS_KIND

from cxkit.canvas.kind import OWN_KINDS, Kind, own_kind
from cxkit.canvas.load import own_model
from cxkit.canvas.maturity import STAGES
from cxkit.documents.base import Text
from cxkit.documents.loader import load_text


@pytest.mark.parametrize("name", OWN_KINDS)
def test_our_kinds_speak_finnish_and_english(name: str) -> None:
    kind = own_kind(name)
    asked = [*kind.blocks, *kind.fields, *kind.stages, *kind.sections]
    asked += [row for row in kind.rows if row.role != "line"]
    texts: list[Text | None] = [kind.title, kind.purpose, *(one.title for one in asked)]
    for one in asked:
        halves = getattr(one, "questions", {})
        assert set(halves) == ({half.id for half in kind.halves} if one in kind.blocks else set())
        texts += list(halves.values()) or [one.question]
        texts += [one.hint] if one.hint is not None else []
    assert asked
    assert {text.languages if text else () for text in texts} == {("fi", "en")}


@pytest.mark.parametrize("name", OWN_KINDS)
def test_fields_of_our_kinds_are_keys_of_their_models(name: str) -> None:
    assert {one.id for one in own_kind(name).fields} <= set(own_model(name).model_fields)


def test_there_is_no_kind_of_another_name() -> None:
    with pytest.raises(KeyError):
        own_kind("course")
    with pytest.raises(KeyError):
        own_kind("bmc").block("vision")


def test_stages_of_maturity_are_those_of_the_model() -> None:
    assert tuple(stage.id for stage in own_kind("maturity").stages) == STAGES


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("loops: [[1, 2]]", "loops: [[1, 3]]", "Entry 1 of `loops` joins blocks that are not there"),
        ("size: [1, 2]\n", "", "`size` is missing"),
        ("grid: [1, 2, 1, 1]", "grid: [1, 1, 1, 1]", "`grid` covers part of the block `hopes`"),
        ("grid: [1, 2, 1, 1]", "grid: [1, 2, 2, 1]", "`grid` reaches beyond the grid"),
        ("grid: [1, 2, 1, 1]", "grid: [0, 2, 1, 1]", "`grid` must count from 1, with spans above 0"),
        ("grid: [1, 2, 1, 1]", "grid: [1, 2, 1]", "`grid` must have at least 4 entries"),
        ("id: fears", "id: hopes", "The id `hopes` stands twice"),
        ("id: fears", "id: Fears", "`id` cannot be the key of a block: `Fears`"),
        ("id: fears", "id: copy", "`id` cannot be the key of a block: `copy`"),
        ("questions: {we: ", "questions: {you: ", "`you` is none of the halves"),
        ("n: 2,", "n: 2, holds: data,", "`holds` must be `notes` in a kind of your own"),
        ("loops: [[1, 2]]", "fields: [{id: a, title: A}]", "`fields` is for cxkit's own kinds only"),
    ],
)
def test_a_kind_that_cannot_be_drawn_is_refused(old: str, new: str, message: str) -> None:
    assert load_text(USERS_KIND, Kind, file="k.yaml").model is not None
    assert old in USERS_KIND
    found = load_text(USERS_KIND.replace(old, new), Kind, file="k.yaml").diagnostics
    assert [one.message for one in found] == [message]


def test_a_kind_without_blocks_is_refused() -> None:
    text = USERS_KIND.partition("halves")[0]
    (found,) = load_text(text, Kind, file="k.yaml").diagnostics
    assert found.message == "`blocks` is missing: a kind of your own is made of blocks"
