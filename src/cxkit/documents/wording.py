"""Validation errors → findings in our own words, each at the key or the value that it is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from pydantic import ValidationError

from cxkit.documents.codes import Code
from cxkit.documents.diagnostics import Diagnostic
from cxkit.documents.document import Document, Path_
from cxkit.documents.known_keys import example_of, known_keys
from cxkit.documents.limits import Limits, limits_at
from cxkit.documents.nearness import did_you_mean, listed, nearest, nearest_first
from cxkit.documents.problem import Problem, shown
from cxkit.documents.scalars import PUT_IN_QUOTES, as_text, how_to_write_a_number
from cxkit.documents.shapes import SHAPE_ERROR, is_shape
from cxkit.documents.slips import (
    hint_for_comment,
    hint_for_key_alone,
    hint_for_no_colon,
    quotes_for,
    spaced,
    text_before,
)
from cxkit.documents.spaces import hint_for_key

MOST_HINTS = 200  # looking for the nearest key takes its time, and nobody reads further
_LIKE_A_CHOICE = 0.7  # choices are few and short, and all of them are listed anyway
_NOT_A_FLAG = frozenset({"yes", "no", "on", "off", "y", "n", "true", "false", "kyllä", "ei"})
_MAPPINGS = frozenset({"dict_type", "model_type"})
_OF_NUMBERS = frozenset({"int_type", "greater_than_equal", "less_than_equal", SHAPE_ERROR})
_TWO_NUMBERS = re.compile(
    r"\s*([-−]?[0-9]+(?:\.[0-9]+)?)\s*(?:-|–|—|…|\.\.\.?|x|×|/|:|,|;)\s*([-−]?[0-9]+(?:\.[0-9]+)?)\s*"
)
_KEY_ITSELF = "[key]"  # how Pydantic ends the location of an error about a key


def findings(error: ValidationError, document: Document, model: type[Any]) -> list[Diagnostic]:
    """Make a diagnostic of every error that `model` found in the document."""
    return [
        _finding(found, document, model if number < MOST_HINTS else None)
        for number, found in enumerate(error.errors(include_url=False))
    ]


def _finding(error: Mapping[str, Any], document: Document, model: type[Any] | None) -> Diagnostic:
    path: Path_ = tuple(element for element in error["loc"] if not is_shape(element))
    at_key = False
    if path and path[-1] == _KEY_ITSELF and path not in document.places:
        path, at_key = path[:-1], True
    match error["type"]:
        case "missing":
            return _missing(path, document)
        case "extra_forbidden":
            return _unknown(path, document, model)
        case "value_error":
            problem = _as_problem(error["ctx"]["error"])
        case kind:
            context = error.get("ctx", {})
            limits = limits_at(model, path) if kind in _OF_NUMBERS and model is not None else None
            if limits is not None:
                problem = _within(error["input"], limits, context)
            else:
                problem = _WORDS.get(kind, _otherwise)(error["input"], context)
            if model is not None and _wants_an_example(kind, error["input"], context):
                problem.hint = problem.hint or f"Write it as in `{example_of(model, path)}`."
    path = document.as_written((*path, *problem.at))
    if error["input"] is None:
        problem.hint = hint_for_comment(document, path) or hint_for_key_alone(document, path) or problem.hint
    message = problem.message.replace("{key}", name_of(path), 1)
    return document.diagnostic(
        problem.code,
        message[:1].upper() + message[1:],
        at=path,
        at_key=at_key or problem.at_key or not path,  # the whole document is a place nobody can see
        hint=problem.hint,
    )


def _wants_an_example(kind: str, value: Any, context: Mapping[str, Any]) -> bool:
    return kind in _MAPPINGS or (kind == SHAPE_ERROR and context["map"] and isinstance(value, list | tuple))


def name_of(path: Path_) -> str:
    """How a message calls a place: its key, or the number of an entry in its list."""
    if not path:
        return "the document"
    last = path[-1]
    if isinstance(last, str):
        return shown(last)
    return f"entry {last + 1} of {name_of(path[:-1])}"


def _missing(path: Path_, document: Document) -> Diagnostic:
    parent, name = path[:-1], str(path[-1])
    where = f" in {name_of(parent)}" if parent else ""
    message = f"{shown(name)} is missing{where}"
    return document.diagnostic(Code.MISSING_KEY, message, at=path, at_key=True, hint=f"Add `{name}: …`.")


def _unknown(path: Path_, document: Document, model: type[Any] | None) -> Diagnostic:
    key = str(path[-1])
    known = known_keys(model, path[:-1]) if model else ()
    hint = hint_for_key(key) or (_meant(key, known) if model else None)
    before = text_before(document, path)
    if key.isdigit() or key.replace("=", " ").partition(" ")[0] in known:
        hint = hint_for_key_alone(document, path) or hint
    elif before is not None:
        hint = quotes_for(before, key)
    message = f"{shown(key)} is not a key that is known here"
    return document.diagnostic(Code.UNKNOWN_KEY, message, at=path, at_key=True, hint=hint)


def _meant(key: str, known: tuple[str, ...]) -> str:
    if key.isdigit():
        return "If it belongs to a number with a decimal comma, write a decimal point."
    from cxkit.documents.finnish import key_meant

    finnish = key_meant(key, known)
    if finnish is not None:
        return f"Did you mean `{finnish}`? Keys are in English."
    return did_you_mean(key, known) or f"Possible here: {listed(nearest_first(key, known))}."


def _as_problem(error: Exception) -> Problem:
    return error if isinstance(error, Problem) else Problem(str(error))


def _flag(value: Any, _: Mapping[str, Any]) -> Problem:
    hint = "Write true or false."
    if isinstance(value, str) and value.casefold() in _NOT_A_FLAG:
        hint = "Write true or false, in small letters and without quotes; yes, no, on and off are text."
    message = f"{{key}} must be true or false, not {shown(value)}"
    return Problem(message, code=Code.NOT_A_BOOLEAN, hint=hint)


def _within(value: Any, limits: Limits, context: Mapping[str, Any]) -> Problem:
    """Say between which numbers a number must be, alone or as one of several shapes."""
    wanted = str(limits)
    if "wanted" in context:
        wanted = context["wanted"].replace("a whole number" if limits.whole else "a number", wanted, 1)
    is_number = isinstance(value, int | Decimal) and not isinstance(value, bool)
    off = is_number and not (limits.whole and isinstance(value, Decimal))
    wrong_type = Code.WRONG_TYPE if "wanted" in context else Code.BAD_NUMBER
    hint = how_to_write_a_number(value, whole=limits.whole) if isinstance(value, str) else None
    message = f"{{key}} must be {wanted}, not {as_text(value)}"
    return Problem(message, code=Code.BAD_VALUE if off else wrong_type, hint=hint)


def _whole_number(value: Any, _: Mapping[str, Any]) -> Problem:
    hint = how_to_write_a_number(value, whole=True) if isinstance(value, str) else None
    return Problem(f"{{key}} must be a whole number, not {as_text(value)}", code=Code.BAD_NUMBER, hint=hint)


def _text(value: Any, _: Mapping[str, Any]) -> Problem:
    hint = PUT_IN_QUOTES if isinstance(value, bool | int | Decimal) else None
    return Problem(f"{{key}} must be a text, not {shown(value)}", code=Code.WRONG_TYPE, hint=hint)


def _word(value: Any, context: Mapping[str, Any]) -> Problem:
    words = re.findall(r"'([^']*)'", str(context["expected"]))
    choice = ", ".join(f"`{word}`" for word in words)
    hint = f"Write one of {choice}."
    near = _near_choice(value, words) if isinstance(value, str) else None
    if near is not None:
        hint = f"Did you mean `{near}`? {hint}"
    return Problem(f"{{key}} must be one of {choice}, not {shown(value)}", hint=hint)


def _near_choice(word: str, choices: Sequence[str]) -> str | None:
    from cxkit.documents.finnish import choice_meant

    return choice_meant(word, choices) or nearest(word, choices, likeness=_LIKE_A_CHOICE)


def _list(value: Any, _: Mapping[str, Any]) -> Problem:
    hint = None
    if isinstance(value, dict):
        hint = "Begin each entry with a dash and a space."
    both = _TWO_NUMBERS.fullmatch(value) if isinstance(value, str) else None
    if both is not None:
        hint = f"Write both numbers in brackets: `[{both[1]}, {both[2]}]`.".replace("−", "-")
    return Problem(f"{{key}} must be a list, not {shown(value)}", code=Code.WRONG_TYPE, hint=hint)


def _mapping(value: Any, _: Mapping[str, Any]) -> Problem:
    meant = spaced(value) if isinstance(value, str) else None
    hint = f"Put a space after each colon: {shown(meant)}." if meant else None
    if isinstance(value, str) and "=" in value:
        hint = hint or hint_for_no_colon(value)
    message = f"{{key}} must be a mapping of keys to values, not {shown(value)}"
    return Problem(message, code=Code.WRONG_TYPE, hint=hint)


def _shape(value: Any, context: Mapping[str, Any]) -> Problem:
    message = f"{{key}} must be {context['wanted']}, not {as_text(value)}"
    hint = how_to_write_a_number(value) if context["number"] else None
    return Problem(message, code=Code.WRONG_TYPE, hint=hint)


def _bound(relation: str, limit: str) -> Callable[[Any, Mapping[str, Any]], Problem]:
    def say(value: Any, context: Mapping[str, Any]) -> Problem:
        return Problem(f"{{key}} must be {relation} {context[limit]}, not {shown(value)}")

    return say


def _length(relation: str, limit: str, unit: str) -> Callable[[Any, Mapping[str, Any]], Problem]:
    def say(_: Any, context: Mapping[str, Any]) -> Problem:
        return Problem(f"{{key}} must have {relation} {context[limit]} {unit}")

    return say


def _otherwise(value: Any, _: Mapping[str, Any]) -> Problem:
    return Problem(f"{{key}} cannot be {shown(value)}")


_WORDS: dict[str, Callable[[Any, Mapping[str, Any]], Problem]] = {
    "bool_type": _flag,
    "int_type": _whole_number,
    "string_type": _text,
    "tuple_type": _list,
    "dict_type": _mapping,
    "model_type": _mapping,
    "literal_error": _word,
    "enum": _word,
    SHAPE_ERROR: _shape,
    "greater_than": _bound("above", "gt"),
    "greater_than_equal": _bound("at least", "ge"),
    "less_than": _bound("below", "lt"),
    "less_than_equal": _bound("at most", "le"),
    "too_short": _length("at least", "min_length", "entries"),
    "too_long": _length("at most", "max_length", "entries"),
    "string_too_short": _length("at least", "min_length", "characters"),
    "string_too_long": _length("at most", "max_length", "characters"),
}
