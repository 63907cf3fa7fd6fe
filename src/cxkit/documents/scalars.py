"""The single values that documents are made of: numbers, ids, dates, times, labels.

Each is a plain Python type for those who read a model, and a validator with words of our own for those
who write a file.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, time
from decimal import Decimal
from typing import Annotated, Any

from pydantic import Field, PlainValidator, WithJsonSchema

from cxkit.documents.codes import Code
from cxkit.documents.problem import Problem, shown
from cxkit.documents.schema_words import ALSO_TIMESTAMPS, HOW, SchemaOnly

MAX_WHOLE_DIGITS = 9
MAX_DECIMALS = 6
LONGEST_IDENTIFIER = 100
_TOO_LARGE = 10**MAX_WHOLE_DIGITS

_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_PLAIN_NUMBER = re.compile(r"(?<![^\s<>≥≤~“”„])-?(?:0|[1-9][0-9]*)(?:[.,][0-9]+)?(?![0-9.,])")
_NUMBER_IN_QUOTES = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")  # without them it would be a number
_OTHER_MINUS = re.compile(r"[−–—‒‐‑﹣－]\s*((?:0|[1-9][0-9]*)(?:[.,][0-9]+)?)")
_DECIMALS = re.compile(r"[0-9][.,][0-9]")
_BESIDE_A_NUMBER = frozenset("%€$<>≥≤~“”„")
_LONGEST_WITH_UNIT = 60
_CLOCK_TIME = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")
LANGUAGE_PATTERN = r"^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$"
_LANGUAGE = re.compile(LANGUAGE_PATTERN.removeprefix("^").removesuffix("$"))
_USUAL_LANGUAGES = frozenset({"en", "fi", "sv"})
_DEVICE_NAME = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?:\..*)?", re.IGNORECASE)
_UNSAFE_IN_FILE_NAMES = frozenset('/\\:*?"<>|')
_INVISIBLE = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
PUT_IN_QUOTES = "Put it in quotes: numbers, `true` and `false` are not text by themselves."


def _number(value: Any) -> Decimal:
    if type(value) is int and abs(value) < _TOO_LARGE:
        return Decimal(value)
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        message = f"{{key}} must be a number, not {as_text(value)}"
        raise Problem(message, code=Code.BAD_NUMBER, hint=how_to_write_a_number(value))
    number = Decimal(value)
    whole, _, decimals = format(number.copy_abs(), "f").partition(".")
    if not number.is_finite() or len(whole) > MAX_WHOLE_DIGITS or len(decimals) > MAX_DECIMALS:
        raise Problem(
            f"{{key}} has too many digits: {shown(value)}",
            code=Code.BAD_NUMBER,
            hint=f"Give up to {MAX_WHOLE_DIGITS} digits before and {MAX_DECIMALS} after the decimal point.",
        )
    return number


def as_text(value: Any) -> str:
    """Show what stands in the place of a number; one in quotes shows its quotes."""
    if isinstance(value, str) and _NUMBER_IN_QUOTES.fullmatch(value):
        in_quotes = f'"{value}"'
        return f"the text {shown(in_quotes)}"
    return shown(value)


def how_to_write_a_number(value: Any, *, whole: bool = False) -> str:
    """Return the hint for what stands in the place of a number; a `whole` one is told no decimals."""
    hint = _how_to_write_it(value)
    if not whole:
        return (
            hint
            or "Write a plain decimal such as 12 or 12.5, without leading zeros, exponents or separators."
        )
    if isinstance(value, str) and _DECIMALS.search(value):
        return "Write a whole number, without decimals."
    return hint or "Write a whole number such as 3, in digits alone."


def _how_to_write_it(value: Any) -> str | None:
    minus = _OTHER_MINUS.fullmatch(value) if isinstance(value, str) else None
    if minus is not None:
        return f"Type an ordinary hyphen as the minus sign: -{minus[1].replace(',', '.')}."
    if isinstance(value, str) and re.fullmatch(r"\+[0-9]+(\.[0-9]+)?", value):
        return f"Leave out the plus sign: {value[1:]}."
    if isinstance(value, str) and re.fullmatch(r"-?[0-9]+,[0-9]+", value):
        return f"Write the decimal mark as a point: {value.replace(',', '.')}."
    if isinstance(value, str) and _NUMBER_IN_QUOTES.fullmatch(value):
        return "Leave out the quotes."
    alone = _only_number(value) if isinstance(value, str) else None
    if alone is not None:
        return f"Write only the number: {alone.replace(',', '.')}."
    return None


def _only_number(text: str) -> str | None:
    """Return the number in a text that holds just one and some words or signs, such as `50 %` or `5 op`."""
    found = _PLAIN_NUMBER.search(text) if len(text) <= _LONGEST_WITH_UNIT else None
    if found is None:
        return None
    others = text[: found.start()] + text[found.end() :]
    if any(sign.isnumeric() for sign in others):
        return None
    return found.group() if any(sign.isalpha() or sign in _BESIDE_A_NUMBER for sign in others) else None


def _text(value: Any) -> str:
    if not isinstance(value, str):
        hint = PUT_IN_QUOTES if isinstance(value, bool | int | Decimal) else None
        raise Problem(f"{{key}} must be a text, not {shown(value)}", code=Code.WRONG_TYPE, hint=hint)
    return value


def _identifier(value: Any) -> str:
    text = _text(value)
    reason = _why_unusable(text)
    if reason is not None:
        raise Problem(
            f"{{key}} cannot be used as an id: {reason}",
            code=Code.BAD_IDENTIFIER,
            hint="Use letters, digits, `-` and `_`.",
        )
    return text


def _why_unusable(text: str) -> str | None:
    if not text.strip():
        return "it is empty"
    if len(text) > LONGEST_IDENTIFIER:
        return f"it is longer than {LONGEST_IDENTIFIER} characters"
    if not text.isprintable() and any(unicodedata.category(character) in _INVISIBLE for character in text):
        return f"it holds an invisible character: {shown(ascii(text)[1:-1])}"
    if not _UNSAFE_IN_FILE_NAMES.isdisjoint(text) or text != text.strip() or "." in (text[0], text[-1]):
        return f"it could not be part of a file name: {shown(text)}"
    if _DEVICE_NAME.fullmatch(text):
        return f"{shown(text)} is the name of a device on Windows"
    return None


def _iso_date(value: Any) -> date:
    if isinstance(value, date):
        return value
    if isinstance(value, str) and _ISO_DATE.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            message = f"{{key}} is not a day of the calendar: {shown(value)}"
            raise Problem(message, code=Code.BAD_DATE, hint="Check the month and the day.") from None
    message = f"{{key}} must be a date, not {shown(value)}"
    raise Problem(message, code=Code.BAD_DATE, hint="Write year-month-day, as in 2020-01-31.")


def _clock_time(value: Any) -> time:
    if isinstance(value, time):
        return value
    if isinstance(value, str) and _CLOCK_TIME.fullmatch(value):
        return time.fromisoformat(value)
    message = f"{{key}} must be a time of day, not {shown(value)}"
    raise Problem(message, code=Code.BAD_TIME, hint="Write hours and minutes, as in 09:15.")


def _label(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return format(value, "f") if isinstance(value, Decimal) else str(value)
    return _text(value)


def is_language(text: str) -> bool:
    """Whether a text has the form of a language code, such as `fi` or `sv-FI`."""
    return text in _USUAL_LANGUAGES or _LANGUAGE.fullmatch(text) is not None


def _language(value: Any) -> str:
    text = _text(value)
    if not is_language(text):
        hint = "Use a code of two or three small letters, such as fi or en."
        raise Problem(f"{{key}} must be a language code, not {shown(text)}", hint=hint)
    return text


# The patterns below are for JSON Schema: what Python and ECMAScript both read, and no more than they can say.
_LARGEST = _TOO_LARGE - 10**-MAX_DECIMALS
_ID_CHARACTER = (
    '[^/\\\\:*?"<>|\\u0000-\\u001f\\u007f-\\u009f\\u00ad\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff]'
)
_DEVICE = "(?:[cC][oO][nN]|[pP][rR][nN]|[aA][uU][xX]|[nN][uU][lL]|(?:[cC][oO][mM]|[lL][pP][tT])[0-9¹²³])"
_ID_PATTERN = rf"^(?!{_DEVICE}(?:\.|$))(?![\s.]){_ID_CHARACTER}*(?![\s.]){_ID_CHARACTER}$"

Number = Annotated[
    Decimal,
    PlainValidator(_number),
    WithJsonSchema({"type": "number", "minimum": -_LARGEST, "maximum": _LARGEST}),
]
"""A plain decimal, exact as written: up to 9 digits before and 6 after the point. Always a `Decimal`."""

Percent = Annotated[Number, SchemaOnly(minimum=0, maximum=100)]
"""A number that a rule holds between 0 and 100; the type itself does not."""

Amount = Annotated[Number, SchemaOnly(minimum=0)]
"""A number that a rule holds at 0 or above; the type itself does not."""

PositiveAmount = Annotated[Number, SchemaOnly(minimum=None, exclusiveMinimum=0)]
"""A number that a rule holds above 0; the type itself does not."""

Count = Annotated[int, Field(ge=0, le=10**MAX_WHOLE_DIGITS - 1)]
"""A whole number from 0 up."""

Identifier = Annotated[
    str,
    PlainValidator(_identifier),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": _ID_PATTERN,
            "maxLength": LONGEST_IDENTIFIER,
            HOW: "Letters, digits, - and _; in quotes when it is a number.",
        }
    ),
]
"""An id that is safe as part of a file name on every system, and holds nothing invisible."""

Label = Annotated[str, PlainValidator(_label), WithJsonSchema({"type": ["string", "number"]})]
"""A text that may be written as a number too (`grade: 3`); always the text as it is written."""

IsoDate = Annotated[
    date,
    PlainValidator(_iso_date),
    WithJsonSchema(
        {
            "type": "string",
            "format": "date",
            "pattern": f"^{_ISO_DATE.pattern}$",
            HOW: "Year-month-day, as in 2020-01-31.",
            ALSO_TIMESTAMPS: True,
        }
    ),
]
"""A day of the calendar, written 2020-01-31."""

ClockTime = Annotated[
    time,
    PlainValidator(_clock_time),
    WithJsonSchema(
        {
            # Some YAML readers take an unquoted 16:45 for sixty times sixteen and forty-five.
            "type": ["string", "integer"],
            "pattern": f"^{_CLOCK_TIME.pattern}$",
            "minimum": 600,
            "maximum": 1439,
            HOW: 'Hours and minutes, as in "09:15".',
        }
    ),
]
"""A time of day, written 16:45."""

Language = Annotated[
    str, PlainValidator(_language), WithJsonSchema({"type": "string", "pattern": LANGUAGE_PATTERN})
]
"""A language code such as `fi`."""

Flag = bool
"""`true` or `false`; the loader explains what to write instead of `yes` and `no`."""
