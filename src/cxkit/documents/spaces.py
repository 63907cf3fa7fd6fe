"""Spaces that look like the one that YAML wants and are another, such as Word and web pages give them.

They are looked for only where something is wrong, for in texts they are right.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

import yaml

from cxkit.documents.document import Lines
from cxkit.documents.problem import shown

_OTHERS = "\u00a0\u1680" + "".join(map(chr, range(0x2000, 0x200E))) + "\u202f\u205f\u2060\u3000"
_OTHER = re.compile(f"[{_OTHERS}]")
_INDENT = re.compile(rf"(?<![^\r\n])[ {_OTHERS}]*[{_OTHERS}]")
_AFTER_A_SIGN = re.compile(rf" *(?:- +)*(?:-|[{{\[]? *[^\s:{{\[]+:)(?=[{_OTHERS}])")
TYPE_ANEW = "Delete it and type ordinary spaces; text pasted from Word or a web page often holds such a one."


def named(character: str) -> str:
    """Name a character that cannot be seen, with its number: `a no-break space (U+00A0)`."""
    name = unicodedata.name(character).lower()
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name} (U+{ord(character):04X})"


def without_spaces(key: str) -> str:
    """Return a key without the spaces before and after it that have become a part of it."""
    return key.strip(_OTHERS + " ")


def key_meant(keys: Iterable[str], wanted: str) -> str | None:
    """Return the key that is the wanted one but for spaces before or after it, or None."""
    return next((key for key in keys if key != wanted and without_spaces(key) == wanted), None)


def hint_for_key(key: str) -> str | None:
    """Return the hint for a key that begins or ends with another space, or None."""
    meant = without_spaces(key)
    found = _OTHER.search(key)
    if found is None or meant == key:
        return None
    where = "before" if found.start() < key.find(meant) else "after"
    return f"There is {named(found[0])} {where} {shown(meant)}. {TYPE_ANEW}"


def hint_for_line(line: str) -> str | None:
    """Return the hint for a colon or a dash that another space follows, in a line that cannot be read.

    Only the first of the line counts: further on, such a space may stand in a text by right.
    """
    found = _AFTER_A_SIGN.match(line)
    if found is None:
        return None
    sign = "colon" if found[0].endswith(":") else "dash"
    return f"After the {sign} there is {named(line[found.end()])}. {TYPE_ANEW}"


def space_in_indent(offset: int, lines: Lines) -> int | None:
    """Return where another space indents a line and so makes a text unreadable at an offset; or None.

    It is in the line of the offset or above, and with ordinary spaces the text could be read further.
    """
    text = lines.text
    number = lines.span(offset, offset).line
    line = lines.line(number)
    found = list(_INDENT.finditer(text, 0, lines.starts[number - 1] + len(line)))
    if not found or _is_unreadable_at(offset, _INDENT.sub(lambda indent: " " * len(indent[0]), text)):
        return None
    first = found.pop()
    while found and text[found[-1].end() : first.start()].count("\n") == 1:
        first = found.pop()
    return first.start() + len(first[0]) - len(first[0].lstrip(" "))


def _is_unreadable_at(offset: int, text: str) -> bool:
    """Whether a text cannot be read up to an offset, or something is wrong that begins just there."""
    try:
        events: Any = yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        for _ in events:
            pass
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # the last two: PyYAML's own parser
        marks = (getattr(error, "context_mark", None), getattr(error, "problem_mark", None))
        known = [mark.index for mark in marks if mark is not None]
        return offset in known or max(known, default=0) < offset
    return False
