"""What the keys of a course file must be to one another, as far as a JSON Schema can say it.

The rules in `rules` judge the same and more, with codes and words of ours; these are for editors, where a
file is underlined while it is typed. Each dict goes into a model as its `json_schema_extra`, and says a
thing about the very place at which the rule reports it. Keys in `model`, their limits in the fields' types.
"""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]

NOT_HERE = False
"""The schema of a key that has no meaning beside the others."""

PERCENT_RANGE = {"max": 100, "min": 0}
"""What a percent mark may say of its range, as it says nothing new."""

_MARKS = ("points", "percent", "grade", "pass_fail", "level")
_TAKEN = {
    "points": {"max", "min", "over_max"},
    "percent": {"over_max"},
    "grade": set(),
    "pass_fail": {"max", "min", "over_max"},
    "level": {"criteria"},
}
_OF_SOME_MARKS = ("max", "min", "over_max", "criteria")
_OF_LEAVES = ("mark", "max", "min", "column", "keep", "retry_cap", "criteria", "late")
_OF_GROUPS = ("combine", "drop_lowest", "drop_highest", "keep_highest")
_MOST_PARTS_COUNTED = 8
"""Up to how many parts the schema compares with what is dropped; the rule compares any number."""


def _none_of(*keys: str) -> Schema:
    return {"properties": dict.fromkeys(keys, NOT_HERE)}


def _has(*keys: str) -> Schema:
    return {"required": list(keys)}


def _when(condition: Schema, then: Schema, otherwise: Schema | None = None) -> Schema:
    return {"if": condition, "then": then, **({"else": otherwise} if otherwise is not None else {})}


def _is(key: str, *values: Any) -> Schema:
    return {"required": [key], "properties": {key: {"enum": list(values)}}}


def _keys_of(mark: str) -> Schema:
    foreign = [key for key in _OF_SOME_MARKS if key not in _TAKEN[mark]]
    wanted = {"points": _has("max")}.get(mark, {})
    given = {} if mark == "points" else _has("mark")
    keys: dict[str, Any] = dict.fromkeys(foreign, NOT_HERE)
    if mark == "percent":
        keys |= {key: {"const": limit} for key, limit in PERCENT_RANGE.items()}
    return _when({**given, "properties": {"mark": {"const": mark}}}, {**wanted, "properties": keys})


def _fewer_dropped_than(parts: int) -> Schema:
    """So many parts allow dropping less than all of them."""
    counted = {"required": ["parts"], "properties": {"parts": {"type": "array", "maxItems": parts}}}
    most = {"maximum": parts - 1}
    return _when(counted, {"properties": {"drop_lowest": most, "drop_highest": most}})


_SOMETHING_DROPPED: Schema = {
    "anyOf": [
        {"required": [key], "properties": {key: {"type": "integer", "minimum": 1}}}
        for key in ("drop_lowest", "drop_highest")
    ]
}

_EXTRA_WITH_A_WEIGHT: Schema = {
    "items": _when({**_is("extra_credit", True), "not": _has("weight")}, _none_of("extra_credit"))
}
"""Extra credit among these says how much it adds: only in a group of points its points do."""

COMPONENT: Schema = {
    "allOf": [
        _when(
            _has("parts"),
            {
                **_none_of(*_OF_LEAVES),
                "allOf": [
                    *(_fewer_dropped_than(parts) for parts in range(1, _MOST_PARTS_COUNTED + 1)),
                    _when(_SOMETHING_DROPPED, _none_of("keep_highest")),
                    _when({"not": _is("combine", "points")}, {"properties": {"parts": _EXTRA_WITH_A_WEIGHT}}),
                ],
            },
            {
                **_none_of(*_OF_GROUPS),
                "allOf": [
                    *(_keys_of(mark) for mark in _MARKS),
                    _when({**_is("mark", "pass_fail"), "not": _has("pass_mark")}, _none_of("max")),
                    _when({"not": _has("criteria")}, {"properties": {"mark": {"not": {"const": "level"}}}}),
                ],
            },
        )
    ]
}
"""A group has other keys than a mark, and each kind of mark has its own."""

FREE_ID: Schema = {"not": {"enum": ["absent", "attended", "percent", "route"]}}
"""A component's id is none of the words that worked tests and bands use for something else."""

LATE: Schema = _has("per", "deduct", "column")
"""Lateness stands in a column."""


_WAYS = ("absent", "attended", "absent_percent", "sessions")


def _given(key: str) -> Schema:
    return {"required": [key], "properties": {key: {"not": {"type": "null"}}}}


ATTENDANCE_RULE: Schema = _when(_is("fail", True), {"not": _given("lower")}, _has("lower"))
"""A rule lowers the grade or fails the course."""

ATTENDANCE_COLUMN: Schema = {
    "oneOf": [_given(way) for way in _WAYS],
    **_when({"anyOf": [_given("absent_percent"), _given("sessions")]}, _none_of("total")),
}
"""The roster tells absence in one way; a total goes with counted sessions only."""

WORKED_TEST: Schema = {"anyOf": [_has("percent"), _has("grade"), _has("status")]}
"""A worked case expects something."""

_AMOUNT: Schema = {"type": ["string", "number"], "pattern": "^[0-9]{1,9}(?:\\.[0-9]{1,6})?$", "minimum": 0}
GIVEN: Schema = {
    "properties": {
        "absent": _AMOUNT,
        "attended": _AMOUNT,
        "route": {"type": ["string", "number"]},
    },
    **_when(_has("absent"), _none_of("attended")),
}
"""What a worked case gives beside marks: attendance once, as a plain number, and one route."""


def _grades(pattern: str) -> Schema:
    """Every table by passing grades, of the course and its routes, has keys of the scale."""
    of_scale = {"bands": {"propertyNames": {"pattern": pattern}}}
    return {"properties": {**of_scale, "routes": {"items": {"properties": of_scale}}}}


_TAUGHT_SESSIONS: Schema = {
    "required": ["sessions"],
    "properties": {
        "sessions": {
            "type": "array",
            "contains": {"type": "object", "properties": {"taught": {"const": True}}},
        }
    },
}
_COUNTED_BY_THE_ROSTER: Schema = {
    "required": ["column"],
    "properties": {
        "column": {
            "type": "object",
            "anyOf": [_given("total"), _given("sessions"), _given("absent_percent")],
        }
    },
}
_COUNTS_ITS_SESSIONS: Schema = {
    "if": {"type": "object", "not": _COUNTED_BY_THE_ROSTER},
    "then": _has("sessions"),
}

COURSE: Schema = {
    "allOf": [
        {
            "properties": {
                "components": _EXTRA_WITH_A_WEIGHT,
                "routes": {"items": {"properties": {"components": _EXTRA_WITH_A_WEIGHT}}},
            }
        },
        _when({"properties": {"scale": {"const": "0-5"}}}, _grades("^\\s*0*[1-5](?:[.,]0+)?\\s*$")),
        _when(_is("scale", "H-5"), _grades("^\\s*0*[1-5](?:[.,]0+)?\\s*$")),
        _when(_is("scale", "pass-fail"), _grades("^\\s*[pP][aA][sS][sS]\\s*$")),
        _when(
            {"not": _TAUGHT_SESSIONS},
            {
                "properties": {
                    "attendance": _COUNTS_ITS_SESSIONS,
                    "routes": {"items": {"properties": {"attendance": _COUNTS_ITS_SESSIONS}}},
                }
            },
        ),
    ]
}
"""Extra credit has a weight, bands are for grades of the scale, and something says how many sessions there
are."""
