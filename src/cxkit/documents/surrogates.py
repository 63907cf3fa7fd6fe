"""The parser's events of a text, with surrogate pairs that are written as two escapes made one character.

JSON writers give a character beyond U+FFFF as such a pair (RFC 8259, section 7). libyaml refuses both halves,
so a text with a pair goes through PyYAML's own, slower parser. A half without its other one is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml

_ESCAPED_PAIR = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def events_of(text: str, loader: Any) -> Callable[[], Any]:
    """Return what gives the next event of a text each time it is called, and None after the last.

    It is the parser of ``loader``, unless the text has pairs. Raises what parsers raise, at any call.
    """
    if "\\u" not in text or _ESCAPED_PAIR.search(text) is None:
        # What `yaml.parse` asks, too, with two calls of Python more for each event.
        next_event: Callable[[], Any] = loader(text).get_event
        return next_event
    parser: Any = yaml.SafeLoader(text)

    def joined() -> Any:
        event = parser.get_event()
        if isinstance(event, yaml.ScalarEvent):
            event.value = _PAIR.sub(_one_character, event.value)
        return event

    return joined


def _one_character(pair: re.Match[str]) -> str:
    return pair[0].encode("utf-16", "surrogatepass").decode("utf-16")
