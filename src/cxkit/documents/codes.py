"""The stable codes of reading errors, each with a sentence for the documentation.

A code is never given a new meaning; one that is no longer used stays reserved.
"""

from __future__ import annotations

from enum import StrEnum


class Code(StrEnum):
    """A reading error: the member is its code, `sentence` what it stands for."""

    sentence: str

    def __new__(cls, code: str, sentence: str) -> Code:
        member = str.__new__(cls, code)
        member._value_ = code
        member.sentence = sentence
        return member

    SYNTAX = "CX001", "The text is not well-formed YAML."
    TAB = "CX002", "A tab is used where YAML wants spaces for indentation."
    DUPLICATE_KEY = "CX003", "The same key stands twice in one mapping."
    ALIAS = "CX004", "An alias (`*name`) refers to another place; documents are written out in full."
    MERGE_KEY = "CX005", "A merge key (`<<`) pulls in another mapping; documents are written out in full."
    TAG = "CX006", "A tag (`!name`) asks for a special type; documents hold plain values only."
    SEVERAL_DOCUMENTS = "CX007", "The file holds more than one document."
    TOO_DEEP = "CX008", "Lists and mappings are nested more than 40 deep."
    TOO_MANY_NODES = "CX009", "The document has more than 50,000 keys and values."
    TOO_LARGE = "CX010", "The file is larger than 2 MiB."
    COMPLEX_KEY = "CX011", "A key is a list or a mapping."
    CONTROL_CHARACTER = "CX012", "The file holds a control character or half of a surrogate pair."
    BAD_ENCODING = "CX013", "The file is neither UTF-8 nor UTF-16 with a byte order mark."
    EMPTY = "CX014", "The file holds no document."
    NOT_A_MAPPING = "CX015", "The document is not a mapping of keys to values."
    CURLY_QUOTES = "CX016", "A name, an id, a column or a grade stands in typographic quotes."
    MISSING_KIND = "CX020", "The document does not say what `kind` it is."
    UNKNOWN_KIND = "CX021", "The `kind` is none that cxkit knows."
    OTHER_KIND = "CX022", "The document is of another `kind` than the one wanted here."
    MISSING_VERSION = "CX023", "The document does not say which `version` of its format it follows."
    NEWER_VERSION = "CX024", "The document follows a newer `version` of its format than this cxkit reads."
    BAD_VERSION = "CX025", "The `version` is none that has ever existed."
    UNKNOWN_KEY = "CX030", "A mapping holds a key that has no meaning there."
    MISSING_KEY = "CX031", "A mapping lacks a key that it needs."
    WRONG_TYPE = "CX032", "A value is of another type than its key wants."
    BAD_NUMBER = "CX033", "A value is not a plain decimal number, or it has too many digits."
    NOT_A_BOOLEAN = "CX034", "A value is neither `true` nor `false`."
    BAD_DATE = "CX035", "A value is not a date of the calendar written as `2020-01-31`."
    BAD_TIME = "CX036", "A value is not a time of day written as `16:45`."
    BAD_VALUE = "CX037", "A value is outside what its key allows."
    BAD_IDENTIFIER = "CX038", "An id is empty, or it cannot safely be part of a file name."
    BAD_TEXT = "CX039", "A text is empty, or its languages are not given as language codes."
