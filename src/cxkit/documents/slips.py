"""What an author of YAML probably meant: a colon without its space, curly quotes, a quote left open.

Guesses for hints only. That something is wrong is found out in `events` and `syntax`.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from cxkit.documents.document import Document, Path_
from cxkit.documents.problem import shown

CURLY_HINT = 'A curly quote such as `”` is a letter like any other in YAML: write straight quotes, `"…"`.'
_CURLY = "“”„‟‘’‚‛«»"
_CURLY_BEGINS = re.compile(rf"(?:^|[:,\[{{-])\s*[{_CURLY}]")
_GLUED = re.compile(r"([^\s:,\[\]{}\"']+):([^\s:/,\[\]{}][^,\[\]{}]*)")
_GLUED_LINE = re.compile(rf"\s*(?:-\s+)?{_GLUED.pattern}")
_EQUALS = re.compile(r"([\w-]{1,60})[ \t]*=[ \t]*(\S.*)")
_BEFORE_A_VALUE = re.compile(r":\s+|[\[{,]\s*")
_COMMENT_AS_VALUE = re.compile(r":[ \t]+(#[^\s#][^\r\n]*)")
_DASH_AFTER_KEY = re.compile(r"\s*(?:-\s+)?[^\s:#\[\]{}\"']+:\s+(-\s.*)")
_COLON_FOLLOWS = re.compile(r"\s*:")
_NUMBER_AND_COMMA = re.compile(r"(-?[0-9]+),\s*\Z")
_LONGEST_NUMBER = 20
_TWO_WITHOUT_COLON = re.compile(r"(\w{1,60})(?:\s*[=;]\s*|\s*[–-]\s*(?=[0-9])|\s+)([^\s=;–-][^\s,]*)")
_ALONE = re.compile(r"\s*[,}]")
_NOT_A_HEADER = re.compile(r"[-{\[#%&*!|>@`]|[^\s,;\"]+:(?:\s|$)")


def spaced(text: str) -> str | None:
    """Return how a text that begins like `weight:50` is written as a key and its value, or None."""
    found = _GLUED.match(text)
    return f"{found.group(1)}: {found.group(2).split()[0]}" if found else None


def is_curly(text: str) -> bool:
    """Whether a text begins or ends with a curly quote."""
    return text[:1] in _CURLY or text[-1:] in _CURLY


def key_alone(key: str) -> tuple[str, str] | None:
    """Say what is wrong with a key of braces that no colon follows: message and hint; None lets it be."""
    if is_curly(key):
        return f"{shown(key)} stands alone, for the comma before it ended the text", CURLY_HINT
    meant = spaced(key)
    if meant is None:
        return None
    return f"{shown(key)} is a key without a value", f"Put a space after the colon: {shown(meant)}."


def text_before(document: Document, path: Path_) -> str | None:
    """Return the text that a comma ended before a key of braces without a value, `{a: Tea, cake}`; or None.

    A key that a colon follows has its value left out and is no such slip.
    """
    mapping: Any = document.data
    for element in path[:-1]:
        mapping = mapping[element]
    keys = list(mapping)
    at = keys.index(path[-1])
    before = mapping[keys[at - 1]] if at else None
    if mapping[path[-1]] is not None or not isinstance(before, str):
        return None
    key, value = document.places[path], document.places[*path[:-1], keys[at - 1]]
    alone = _ALONE.match(document.text, key.key_end or 0)
    return before if alone and document.text[value.end - 1] not in "'\"" else None


def quotes_for(before: str, rest: str) -> str:
    """Return the hint to put a text in quotes that a comma has cut in two."""
    whole = f'"{before}, {rest}"'
    return f"A comma ends a text in braces: if the two belong together, put them in quotes, {shown(whole)}."


def hint_for_comment(document: Document, path: Path_) -> str | None:
    """Return the hint for a text that is missing because it begins with `#`, as in `title: #1`; or None."""
    place = document.places.get(path)
    if place is None or place.key_end is None:
        return None
    found = _COMMENT_AS_VALUE.match(document.text, place.key_end)
    if found is None:
        return None
    whole = f'"{found[1].strip()}"'
    return f"A `#` begins a comment: if this is the text, put it in quotes, {shown(whole)}."


def stands_alone(text: str, key_end: int) -> bool:
    """Whether no colon follows the key that ends at an offset, which only keys of braces can do without."""
    return _COLON_FOLLOWS.match(text, key_end) is None


def hint_for_key_alone(document: Document, path: Path_) -> str | None:
    """Return the hint for a key that no colon follows, as in `{1: 49,5}`, `{1=50}` and `{1 50}`; or None."""
    place = document.places.get(path)
    if place is None or place.key_start is None or place.key_end is None:
        return None
    if not stands_alone(document.text, place.key_end):
        return None
    key = document.text[place.key_start : place.key_end]
    before = _NUMBER_AND_COMMA.search(
        document.text[max(0, place.key_start - _LONGEST_NUMBER) : place.key_start]
    )
    if key.isdigit() and before is not None:
        in_two = f"{before[1]},{key}"
        return f"If {shown(in_two)} is one number, write a decimal point: {before[1]}.{key}."
    return hint_for_no_colon(key)


def hint_for_no_colon(text: str) -> str | None:
    """Return the hint for a text that begins like a key and a value without a colon, `1=50`; or None."""
    two = _TWO_WITHOUT_COLON.match(text)
    if two is None:
        return None
    return f"Write a colon and a space between key and value: {shown(f'{two[1]}: {two[2]}')}."


def hint_for_syntax(text: str, offset: int, line: str, column: int, line_before: str) -> str | None:
    """Guess what made the text unreadable at an offset, in a line and at a column (from 0) of it."""
    opened = _line_of_open_quote(text, offset)
    if opened is not None:
        return f"Was a closing quote forgotten in line {opened}? The text that begins there ends only here."
    if _CURLY_BEGINS.search(line[: column + 1]):
        return CURLY_HINT
    for candidate in (line, line_before):
        equals = hint_for_equals(candidate)
        if equals is not None:
            return equals
        dash = _DASH_AFTER_KEY.fullmatch(candidate)
        if dash:
            return f"Put each dash on a line of its own, below the key: {shown(dash[1].strip())}."
        found = _GLUED_LINE.fullmatch(candidate)
        if found:
            return f"Put a space after the colon: {shown(spaced(candidate.lstrip(' -')))}."
    return _hint_for_colon(line, column) if text[offset : offset + 1] == ":" else None


def hint_for_equals(line: str) -> str | None:
    """Return the hint for a line such as `kind = course`, which is no key and value in YAML."""
    found = _EQUALS.fullmatch(line.strip(" \t-"))
    if found is None:
        return None
    return f"Write a colon and a space in place of the equals sign: {shown(f'{found[1]}: {found[2]}')}."


def _line_of_open_quote(text: str, offset: int) -> int | None:
    """The line in which a quoted text of several lines begins that ends in the line of the offset."""
    found = None
    try:
        for token in yaml.scan(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            if token.end_mark.index > offset:
                break
            if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"'):
                found = token
    except (yaml.YAMLError, ValueError, OverflowError):
        pass
    if found is None or found.start_mark.line == found.end_mark.line:
        return None
    return int(found.start_mark.line) + 1 if "\n" not in text[found.end_mark.index : offset] else None


def _hint_for_colon(line: str, column: int) -> str | None:
    before, rest = line[:column], line[column:]
    begin = max((found.end() for found in _BEFORE_A_VALUE.finditer(before)), default=None)
    if begin is None:  # the first key of its line, which is what somebody meant it to be
        return None
    if "{" not in before and "[" not in before:
        meant = (before[begin:] + rest.split(" #")[0]).strip()
        otherwise = "or check the indentation"
    else:
        meant = (before[begin:] + re.split(r"[,\]}]", rest)[0]).strip()
        otherwise = "or add the comma that is missing before the key"
    if '"' in meant:
        return None
    in_quotes = shown(f'"{meant}"')
    return f"The colon makes a key: put the whole text in quotes, {in_quotes}, {otherwise}."


def is_table(text: str, file: str) -> bool:
    """Whether a text that is no document looks like CSV: by its name, or by its first two lines."""
    if file.lower().endswith((".csv", ".tsv")):
        return True
    lines = [line for line in text[:100_000].splitlines()[:20] if line.strip()][:2]
    if len(lines) < 2 or _NOT_A_HEADER.match(lines[0].lstrip("\t")):
        return False
    counts = [["".join(line.split('"')[::2]).count(sign) for sign in ",;\t"] for line in lines]
    most = max(range(3), key=counts[0].__getitem__)
    return counts[0][most] > 0 and counts[0][most] == counts[1][most]
