"""Cells of the touchpoint table: how a value becomes text that a spreadsheet leaves alone, and text a value.

A cell with several values has one a line. In a text, `\\n` and `\\r` stand for its own line breaks, `\\\\`
for a backslash, and `\\|` for a bar, which otherwise parts the decisions of a data item.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import TypeAdapter, ValidationError

from cxkit.documents.base import Identifier, IsoDate, Number, Problem, shown
from cxkit.documents.nearness import did_you_mean, either
from cxkit.escape import FORMULA_START, spreadsheet

NO_DATA = "none"
"""What stands in the column of data items where it is said that there is to be none."""

_ESCAPE = {"\\": r"\\", "\n": r"\n", "\r": r"\r", "|": r"\|"}
_ESCAPED = re.compile(r"\\([\\nr|])")
_LETTER = {"n": "\n", "r": "\r"}
_BAR = re.compile(r"(?<!\\)(?:\\\\)*\|")
_NUMBER = re.compile(r"[-+−]?[0-9]+(?:\.[0-9]+)?")
_HELD = re.compile(f"'+[{re.escape(FORMULA_START)}]")
_RANGE = re.compile(r"([^\s….]\S*?)\s*(?:…|\.\.\.?)\s*(\S+)")
_SPACED = re.compile("[-+]?[0-9]{1,3}(?:[ \xa0\u202f][0-9]{3})+(?![0-9])")
_COMMA = re.compile(r"([-+]?)([0-9]+),([0-9]+)")
_DAY_FIRST = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
_SLASHES = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_TRUE = frozenset({"true", "yes", "x", "kyllä", "tosi"})
_FALSE = frozenset({"false", "no", "ei", "epätosi"})
_IDENTIFIER = TypeAdapter[str](Identifier)
_DECIMAL = TypeAdapter[Decimal](Number)
_DAY = TypeAdapter[date](IsoDate)


class BadCell(Exception):
    """A value that cannot be read: a sentence without its full stop that has `{key}` in it, and a hint."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


# Written


def escaped(text: str, *, bar: bool = False) -> str:
    """Return a text on one line; with ``bar``, as one of several with a bar between them."""
    signs = "\\\n\r|" if bar else "\\\n\r"
    return "".join(_ESCAPE[sign] if sign in signs else sign for sign in text)


def safe(cell: str) -> str:
    """Return a cell that a spreadsheet does not run; a number may begin with its sign."""
    if _NUMBER.fullmatch(cell):
        return cell
    return f"'{cell}" if _HELD.match(cell) else spreadsheet(cell)


def _unescaped(value: str) -> str:
    return _ESCAPED.sub(lambda found: _LETTER.get(found[1], found[1]), value)


# Read; each takes the text of one value, which is not blank


def unsafe(cell: str) -> str:
    """Return a cell as it was before `safe`."""
    return cell[1:] if _HELD.match(cell) else cell


def text(value: str) -> str:
    """Read a text."""
    found = _unescaped(value)
    if not found.strip():
        raise BadCell("{key} is an empty text", "Write the text, or leave the cell empty.")
    return found


def texts(value: str) -> tuple[str, ...]:
    """Read texts with bars, and a space on each side of them, in between; some may be empty."""
    parts, start = [], 0
    for bar in _BAR.finditer(value):
        parts.append(value[start : bar.end() - 1].removesuffix(" "))
        start = bar.end() + value.startswith(" ", bar.end())
    return tuple(_unescaped(part) for part in [*parts, value[start:]])


def word(meanings: Mapping[str, Sequence[str]]) -> Callable[[str], str]:
    """Return a reader of one of some words, or of what else each may be called; case does not matter."""
    known = {_folded(name): one for one, names in meanings.items() for name in (one, *names)}

    def read(value: str) -> str:
        found = known.get(_folded(value))
        if found is None:
            names = [name for one, names in meanings.items() for name in (one, *names)]
            hint = did_you_mean(value.strip(), names) or f"Write {either(list(meanings))}."
            raise BadCell(f"{{key}} cannot be {shown(value)}", hint)
        return found

    return read


def _folded(name: str) -> str:
    return " ".join(
        re.sub("[-_\xad]", lambda sign: "" if sign[0] == "\xad" else " ", name.casefold()).split()
    )


def whole(low: int, high: int) -> Callable[[str], int]:
    """Return a reader of whole numbers between two, both among them."""

    def read(value: str) -> int:
        plain = value.strip().replace("−", "-")
        if not re.fullmatch(r"[-+]?[0-9]{1,12}", plain) or not low <= int(plain) <= high:
            raise BadCell(f"{{key}} cannot be {shown(value)}", f"Write a whole number from {low} to {high}.")
        return int(plain)

    return read


def number(low: int | None = None, high: int | None = None) -> Callable[[str], Decimal]:
    """Return a reader of plain decimals, between two where they are given."""

    def read(value: str) -> Decimal:
        plain = _with_a_point(value.strip().replace("−", "-"), low, high)
        if not _NUMBER.fullmatch(plain):
            hint = "Write a number such as 12 or 12.5."
            raise BadCell(f"{{key}} must be a number, not {shown(value)}", hint)
        found: Decimal = _checked(_DECIMAL, Decimal(plain))
        if low is not None and high is not None and not low <= found <= high:
            raise BadCell(f"{{key}} cannot be {shown(value)}", f"Write a number from {low} to {high}.")
        return found

    return read


def _with_a_point(plain: str, low: int | None, high: int | None) -> str:
    """Return a number with its decimal mark as a point and its thousands together.

    A comma is the decimal mark unless it could part thousands as well: then the cell is refused.
    """
    spaced = _SPACED.match(plain)
    if spaced is not None:
        plain = re.sub(r"\s", "", spaced[0]) + plain[spaced.end() :]
    comma = _COMMA.fullmatch(plain)
    if comma is None:
        return plain
    sign, whole_part, decimals = comma.groups()
    thousands = int(sign + whole_part + decimals)
    fits = low is None or high is None or low <= thousands <= high
    if spaced is None and fits and re.fullmatch("[1-9][0-9]{0,2}", whole_part) and len(decimals) == 3:
        hint = f"Write {sign}{whole_part}.{decimals} or {thousands}."
        raise BadCell(f"{{key}} can be read in two ways: {shown(plain)}", hint)
    return f"{sign}{whole_part}.{decimals}"


def flag(value: str) -> bool:
    """Read yes or no."""
    found = value.strip().casefold()
    if found not in _TRUE | _FALSE:
        hint = "Write TRUE or FALSE, TOSI or EPÄTOSI, yes or no, kyllä or ei."
        raise BadCell(f"{{key}} cannot be {shown(value)}", hint)
    return found in _TRUE


def identifier(value: str) -> str:
    """Read an id."""
    found: str = _checked(_IDENTIFIER, value.strip())
    return found


def data_id(value: str) -> str:
    """Read the id of a data item; a backslash keeps one called `none` from saying that there is none."""
    return identifier(value.strip().removeprefix("\\"))


def label(value: str) -> str:
    """Read a word, such as a method."""
    return text(value)


def scale(value: str) -> list[Decimal]:
    """Read the two ends of a scale."""
    found = _RANGE.fullmatch(value.strip())
    if found is None:
        raise BadCell(f"{{key}} cannot be {shown(value)}", "Write the lowest and highest value: 1…5.")
    low, high = number()(found[1]), number()(found[2])
    if low >= high:
        raise BadCell(f"{{key}} must rise, and {shown(value)} does not", "Write the lowest value first.")
    return [low, high]


def day(value: str) -> date:
    """Read a day: 2026-10-31, 31.10.2026, or with slashes where only one of the two can be the month."""
    plain = value.strip()
    dots, slashes = _DAY_FIRST.fullmatch(plain), _SLASHES.fullmatch(plain)
    if dots is not None:
        plain = _iso(*dots.groups())
    elif slashes is not None:
        first, second, year = slashes.groups()
        if first != second and int(first) <= 12 and int(second) <= 12:
            hint = f"Write {_iso(first, second, year)} or {_iso(second, first, year)}."
            raise BadCell(f"{{key}} can be read in two ways: {shown(plain)}", hint)
        plain = _iso(first, second, year) if int(second) <= 12 else _iso(second, first, year)
    found: date = _checked(_DAY, plain)
    return found


def _iso(day_: str, month: str, year: str) -> str:
    return f"{year}-{int(month):02}-{int(day_):02}"


def _checked(adapter: TypeAdapter[Any], value: Any) -> Any:
    try:
        return adapter.validate_python(value)
    except ValidationError as error:
        problem = error.errors()[0].get("ctx", {}).get("error")
        assert isinstance(problem, Problem)
        raise BadCell(problem.message, problem.hint or "Correct the cell.") from None
