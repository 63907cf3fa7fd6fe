"""How a model becomes a JSON Schema of draft-07, type by type."""

from __future__ import annotations

import json
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal

import pytest
from jsonschema import Draft7Validator
from pydantic import Field
from tests.documents.schemas import errors

from cxkit.documents.base import (
    ByShape,
    ClockTime,
    DocumentModel,
    Flag,
    Identifier,
    IsoDate,
    Label,
    Language,
    Model,
    Number,
    Percent,
    PositiveAmount,
    SchemaOnly,
    Text,
)
from cxkit.documents.loader import load_text
from cxkit.documents.schema import schema_of, schema_text


class Pot(Model):
    """What it stands in."""

    size: Number = Field(Decimal("2.5"), description="Litres.")
    inner: Pot | None = None


class Plant(DocumentModel):
    """A plant."""

    KIND: ClassVar[str] = "course"
    VERSION: ClassVar[int] = 3

    id: Identifier | None = None
    name: Text | None = Field(None, description="What it is called.")
    planted: IsoDate | None = Field(None, description="When.", examples=["2020-01-20"])
    cut: tuple[IsoDate, ...] = ()
    watered: ClockTime | None = None
    language: Language = "en"
    height: PositiveAmount | None = None
    share: Percent | None = None
    grade: Label | None = None
    light: Literal["sun", "shade"] | None = None
    evergreen: Flag = False
    pot: Pot | None = Field(None, description="Its pot.")
    leaves: Annotated[tuple[Pot, ...], SchemaOnly(maxItems=2)] = ()
    anything: dict[str, Number] | None = None
    size: (
        Annotated[
            Number | Literal["big"] | Pot,
            ByShape("a number, big or a pot", number=Number, text=Literal["big"], map=Pot),
        ]
        | None
    ) = None
    either: Annotated[Flag | Pot, ByShape("false or a pot", flag=Flag, map=Pot)] | None = None


SCHEMA = schema_of(Plant)
KEYS = SCHEMA["properties"]


def test_it_is_a_schema_of_draft_07() -> None:
    assert SCHEMA["$schema"] == "http://json-schema.org/draft-07/schema#"
    Draft7Validator.check_schema(SCHEMA)
    assert set(SCHEMA["definitions"]) == {"Pot"}
    assert SCHEMA["definitions"]["Pot"]["description"] == "What it stands in."


def test_no_keyword_is_newer_than_draft_07_or_our_own() -> None:
    text = schema_text(Plant)
    for word in ("$defs", "prefixItems", "dependentRequired", "unevaluatedProperties", "x-", "discriminator"):
        assert word not in text


def schemas(schema: Any) -> list[dict[str, Any]]:
    """Every mapping inside a schema."""
    if isinstance(schema, list):
        return [inner for one in schema for inner in schemas(one)]
    if isinstance(schema, dict):
        return [schema, *(inner for one in schema.values() for inner in schemas(one))]
    return []


def test_nothing_stands_beside_a_reference() -> None:
    references = [schema for schema in schemas(SCHEMA) if "$ref" in schema]
    assert references
    assert all(len(schema) == 1 for schema in references)


def test_every_key_has_a_title_in_words_and_its_description() -> None:
    assert {KEYS[key]["title"] for key in ("kind", "pot", "light", "evergreen")} == {
        "Kind",
        "Pot",
        "Light",
        "Evergreen",
    }
    assert KEYS["pot"]["description"] == "Its pot."
    assert KEYS["planted"]["description"] == "When. Year-month-day, as in 2020-01-31."
    assert KEYS["planted"]["examples"] == ["2020-01-20"]
    assert "description" not in KEYS["watered"]


def test_defaults_are_plain_and_empty_ones_are_left_out() -> None:
    assert SCHEMA["definitions"]["Pot"]["properties"]["size"]["default"] == 2.5
    assert KEYS["evergreen"]["default"] is False
    assert {key for key in KEYS if "default" in KEYS[key]} == {"language", "evergreen"}


def test_kind_and_version_are_those_of_the_model() -> None:
    assert KEYS["kind"]["const"] == "course"
    assert (KEYS["version"]["minimum"], KEYS["version"]["maximum"]) == (1, 3)


ACCEPTED = [
    {"id": "A-1_b c.d"},
    {"id": "ä"},
    {"id": None},
    {"name": "Fern"},
    {"name": {"fi": "Saniainen", "sv-FI": "Ormbunke"}},
    {"planted": "2020-02-29"},
    {"planted": date(2020, 2, 29)},
    {"planted": None},
    {"cut": ["2020-01-20", datetime(2020, 1, 20, 12)]},  # noqa: DTZ001 - as a reader of YAML makes it
    {"watered": "09:05"},
    {"watered": 1005},
    {"height": 0.5},
    {"share": 100},
    {"grade": 3},
    {"grade": "H"},
    {"light": "sun"},
    {"light": None},
    {"pot": {}},
    {"pot": {"inner": {"inner": None}}},
    {"pot": None},
    {"anything": {"1": 40}},
    {"size": 3},
    {"size": "big"},
    {"size": {"size": 1}},
    {"size": None},
    {"either": False},
    {"either": {"size": 1}},
]
REFUSED = [
    ({"id": 5}, ["id"]),
    ({"id": "a/b"}, ["id"]),
    ({"id": "x" * 101}, ["id"]),
    ({"name": ""}, ["name"]),
    ({"name": {}}, ["name"]),
    ({"name": {"Finnish": "x"}}, ["name"]),
    ({"name": {"fi": ""}}, ["name", "fi"]),
    ({"name": False}, ["name"]),
    ({"planted": "2020-02-30"}, ["planted"]),
    ({"planted": "20.1.2020"}, ["planted"]),
    ({"planted": 2020}, ["planted"]),
    ({"planted": {}}, ["planted"]),
    ({"cut": [None]}, ["cut", 0]),
    ({"cut": "2020-01-20"}, ["cut"]),
    ({"watered": "24:00"}, ["watered"]),
    ({"watered": "9:00"}, ["watered"]),
    ({"watered": 9.5}, ["watered"]),
    ({"language": "english"}, ["language"]),
    ({"height": 0}, ["height"]),
    ({"height": 1e9}, ["height"]),
    ({"height": "1"}, ["height"]),
    ({"height": True}, ["height"]),
    ({"share": 100.5}, ["share"]),
    ({"share": -1}, ["share"]),
    ({"grade": True}, ["grade"]),
    ({"light": "moon"}, ["light"]),
    ({"evergreen": "yes"}, ["evergreen"]),
    ({"evergreen": None}, ["evergreen"]),
    ({"pot": []}, ["pot"]),
    ({"pot": {"inner": {"size": "x"}}}, ["pot", "inner", "size"]),
    ({"leaves": [{}, {}, {}]}, ["leaves"]),
    ({"leaves": [{"colour": "red"}]}, ["leaves", 0]),
    ({"size": "small"}, ["size"]),
    ({"size": []}, ["size"]),
    ({"size": {"size": "x"}}, ["size", "size"]),
    ({"either": "no"}, ["either"]),
    ({"either": {"size": None}}, ["either", "size"]),
    ({"colour": "red"}, []),
]
HEAD = {"kind": "course", "version": 1}


@pytest.mark.parametrize("data", ACCEPTED, ids=str)
def test_accepted(data: dict[str, Any]) -> None:
    assert errors(SCHEMA, HEAD | data) == []


@pytest.mark.parametrize(("data", "path"), REFUSED, ids=str)
def test_refused_at_one_place(data: dict[str, Any], path: list[str | int]) -> None:
    """Also where a value may have several shapes: the error is inside the shape that was meant."""
    assert {tuple(error.absolute_path) for error in errors(SCHEMA, HEAD | data)} == {tuple(path)}


@pytest.mark.parametrize(("data", "path"), REFUSED, ids=str)
def test_the_reader_refuses_it_too(data: dict[str, Any], path: list[str | int]) -> None:
    """But for the limits that belong to rules, and the length of a list."""
    loaded = load_text(json.dumps(HEAD | data), Plant, file="plant.yaml")
    for_rules = data in ({"height": 0}, {"share": 100.5}, {"share": -1}) or "leaves" in data
    assert loaded.diagnostics or for_rules


def test_the_text_has_short_lines_where_it_can_and_is_the_schema() -> None:
    text = schema_text(Plant)
    assert json.loads(text) == SCHEMA
    assert text.endswith("}\n")
    assert '"required": ["kind", "version"],\n' in text
    assert "…" in text


def test_a_model_without_parts_has_no_definitions() -> None:
    class Stone(DocumentModel):
        KIND: ClassVar[str] = "course"

    assert "definitions" not in schema_of(Stone)
