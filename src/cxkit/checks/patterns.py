"""Patterns of file names in a configuration: `*`, `?` and `**`, relative to its folder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from unicodedata import normalize


def matches(pattern: str, place: str) -> bool:
    """Tell whether a pattern means a file, or a folder that the file is in.

    ``place`` is the path of the file from the folder of the configuration, with slashes. A pattern without
    a slash, but for one at its end, is about the name in any folder.
    """
    return _compiled(pattern).fullmatch(normalize("NFC", place)) is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    composed = normalize("NFC", pattern)
    within = composed.removeprefix("./").rstrip("/")
    if within in ("", "."):
        return re.compile(r".*", re.DOTALL)
    anywhere = "" if "/" in composed.rstrip("/") else r"(?:.*/)?"
    below = r"/.*" if composed.endswith("/") else r"(?:/.*)?"
    return re.compile(f"{anywhere}{''.join(_pieces(within))}{below}", re.DOTALL)


def _pieces(pattern: str) -> Iterator[str]:
    for piece in re.findall(r"\*\*/|\*\*|\*|\?|[^*?]+", pattern):
        match piece:
            case "**/":
                yield r"(?:[^/]+/)*"
            case "**":
                yield r".*"
            case "*":
                yield r"[^/]*"
            case "?":
                yield r"[^/]"
            case _:
                yield re.escape(piece)
