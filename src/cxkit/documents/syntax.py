"""A YAML parser's complaint → a diagnostic in words of ours, at the character concerned."""

from __future__ import annotations

import re

import yaml

from cxkit.documents.codes import Code
from cxkit.documents.diagnostics import Diagnostic, Severity
from cxkit.documents.document import Lines
from cxkit.documents.slips import hint_for_syntax
from cxkit.documents.spaces import TYPE_ANEW, hint_for_line, named, space_in_indent

# What libyaml and PyYAML's own parser say (they word some things differently) → what we say, and our hint.
_WORDS: tuple[tuple[str, str, str], ...] = (
    (
        "mapping values are not allowed",
        "A colon makes a key of a text where no key can stand",
        "Put a text that holds `: ` in quotes, or check the indentation.",
    ),
    (
        "could not find expected ':'",
        "A key is not followed by a colon and a space",
        "Write `key: value`, and check the indentation of the lines around.",
    ),
    (
        "quoted scalar.*unexpected end of stream",
        "The quoted text that begins here is never closed",
        "Add the closing quote.",
    ),
    (
        "unexpected document (indicator|separator)",
        "The quoted text that begins here runs into the end of the document",
        "Add the closing quote.",
    ),
    (
        "',' or '[]}]'",
        "A list or mapping in brackets goes on without a comma or its closing bracket",
        "Add the comma or the closing bracket, and put texts that hold brackets in quotes.",
    ),
    (
        "cannot start any token",
        "A text cannot begin with this character",
        "Put the text in quotes.",
    ),
    ("unknown escape|escape sequence|hexadecimal", "An escape after a backslash is unknown",
     "Use single quotes where backslashes are meant as they are."),
    (
        "block (mapping|collection|sequence)|block sequence entries",
        "This line does not fit the indentation of the lines before it",
        "Begin all keys of a mapping, and all dashes of a list, in the same column.",
    ),
    ("directive", "A line that begins with `%` has a meaning of its own in YAML",
     "Put a text that begins with `%` in quotes."),
    ("undefined tag handle|scanning a tag|parsing a tag", "A text cannot begin with an exclamation mark",
     "Put the text in quotes."),
    ("scanning an (alias|anchor)", "`&` or `*` begins a text",
     "Put the text in quotes."),
)  # fmt: skip
HALF_CHARACTER_HINT = "Write the character itself in place of its two \\u escapes."
_HALF_CHARACTER = "invalid Unicode character escape"
# Where the parser gave up says less in these cases than where the thing began.
_ABOUT_THE_BEGINNING = ("quoted scalar.*unexpected", "scanning a simple key", _HALF_CHARACTER)
_OTHERWISE = (
    "This is not well-formed YAML",
    "Check the indentation, quotes and brackets here and just before.",
)


def syntax_error(error: Exception, lines: Lines, file: str) -> Diagnostic:
    """Say what a parser's exception means for the author of the file."""
    said = " ".join(str(error).split())
    offset = _offset(error, said)
    tab = _tab_in_indent(offset, lines)
    space = space_in_indent(offset, lines) if tab is None else None
    if tab is not None:
        offset = tab
        code, message, hint = Code.TAB, "A tab is used to indent", "Indent with spaces."
    elif _HALF_CHARACTER in said:
        code, message, hint = Code.CONTROL_CHARACTER, "An escape stands for no character", HALF_CHARACTER_HINT
    elif space is not None:
        offset, code, hint = space, Code.SYNTAX, TYPE_ANEW
        what = named(lines.text[space])
        message = f"{what[:1].upper()}{what[1:]} is used to indent"
    else:
        code = Code.SYNTAX
        message, hint = next((words for known, *words in _WORDS if re.search(known, said)), _OTHERWISE)
        place = lines.span(offset, offset)
        line, before = lines.line(place.line), lines.line(place.line - 1)
        hint = (
            hint_for_line(line) or hint_for_syntax(lines.text, offset, line, place.column - 1, before) or hint
        )
    return Diagnostic(code, Severity.ERROR, message, hint, file, lines.span(offset, offset + 1))


def _offset(error: Exception, said: str) -> int:
    if not isinstance(error, yaml.MarkedYAMLError):
        return 0
    begun = any(re.search(words, said) for words in _ABOUT_THE_BEGINNING)
    mark = error.context_mark if begun else error.problem_mark
    return mark.index if mark is not None else 0


def _tab_in_indent(offset: int, lines: Lines) -> int | None:
    number = lines.span(offset, offset).line
    line = lines.line(number)
    indent = line[: len(line) - len(line.lstrip(" \t"))]
    return lines.starts[number - 1] + indent.index("\t") if "\t" in indent else None
