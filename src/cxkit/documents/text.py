"""`Text`: what people read, in one language or in several."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from cxkit.documents.codes import Code
from cxkit.documents.problem import Problem, shown
from cxkit.documents.scalars import LANGUAGE_PATTERN, PUT_IN_QUOTES, is_language
from cxkit.documents.schema_words import HOW
from cxkit.documents.slips import CURLY_HINT, is_curly

_NOT_BLANK = "\\S"
_COMMA = "A comma ends a text in braces: put a text that holds one in quotes."
_LANGUAGES = "Give a text, or a text for each language: {fi: …, en: …}."


@dataclass(frozen=True, slots=True)
class Text:
    """A text without a language, or one text for each language, in the order of the file.

    `entries` pairs language codes with texts; a text without a language has the one code "".
    """

    entries: tuple[tuple[str, str], ...]

    @classmethod
    def plain(cls, text: str) -> Text:
        """Return a text that is the same in every language."""
        return cls((("", text),))

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that the text is given in; none for a text without a language."""
        return tuple([language for language, _ in self.entries if language])

    def get(self, language: str, *fallbacks: str) -> str:
        """Return the text in `language`, else in the first fallback that is there, in English, or in any."""
        texts = dict(self.entries)
        for wanted in (language, *fallbacks, "en"):
            if wanted in texts:
                return texts[wanted]
        return self.entries[0][1]

    def __str__(self) -> str:
        return self.entries[0][1]

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(_read)

    @classmethod
    def __get_pydantic_json_schema__(cls, _: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {
            "type": ["string", "object"],
            "pattern": _NOT_BLANK,
            "minProperties": 1,
            "propertyNames": {"pattern": LANGUAGE_PATTERN},
            "additionalProperties": {"type": "string", "pattern": _NOT_BLANK},
            HOW: "A text, or a text for each language: {fi: …, en: …}.",
        }


def _read(value: Any) -> Text:
    if isinstance(value, Text):
        return value
    if isinstance(value, dict) and value:
        hint = _COMMA if None in value.values() else _LANGUAGES
        return Text(tuple([_entry(language, text, hint) for language, text in value.items()]))
    return Text.plain(_line(value, ()))


def _entry(language: str, text: Any, hint: str) -> tuple[str, str]:
    if not is_language(language):
        raise Problem(
            f"{shown(language)} is not a language code",
            code=Code.BAD_TEXT,
            hint=CURLY_HINT if is_curly(language) else hint,
            at=(language,),
            at_key=True,
        )
    return language, _line(text, (language,))


def _line(value: Any, at: tuple[str, ...]) -> str:
    if not isinstance(value, str):
        scalar = value is not None and not isinstance(value, dict | list | tuple)
        hint = PUT_IN_QUOTES if scalar else _LANGUAGES
        raise Problem(f"{{key}} must be a text, not {shown(value)}", code=Code.WRONG_TYPE, hint=hint, at=at)
    if not value.strip():
        message = "{key} is an empty text"
        raise Problem(message, code=Code.BAD_TEXT, hint="Write the text, or leave the key out.", at=at)
    return value
