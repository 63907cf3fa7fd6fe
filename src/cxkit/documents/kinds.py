"""The kinds of document that exist, and how a text is recognised as one of them without reading it whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from cxkit.documents.nearness import nearest

WHAT_KINDS_ARE = {
    "course": "a course file",
    "exceptions": "a file of exceptions for single students",
    "journey": "a customer journey",
    "persona": "a persona",
    "measurement": "a CX measurement canvas",
    "slbmc": "a service logic business model canvas",
    "bmc": "a business model canvas",
    "empathy": "an empathy map",
    "strategy": "a CX strategy",
    "maturity": "a CX maturity canvas",
    "programme": "a CX plan",
    "reflection": "a reflection",
    "canvas-kind": "a kind of canvas",
}
"""Every kind of cxkit, with what it is called in a message."""

_NEARLY = 0.8  # high, for other programs' files have kinds, too
_LIKE_KIND = 0.7
_WORD = r"""\s*:\s*(["']?)([^\s"'#,}]+)"""
_FIRST = re.compile(r"(?:\s|#[^\r\n]*|---|%[^\r\n]*)*")  # what may stand before the first key
_IN_BRACES = re.compile(rf"""[{{,]\s*(["']?)kind\1{_WORD}""")
_MARKS = ("bands", "components")  # of a course at top level; other programs have one of them, never both
_SLIP = r"""(["']?)([kK]\w{2,5}|[kindKIND]{4})\1[ \t]*[:=][ \t]*["']?(\w+)["']?[ \t]*(?=[\r\n#,}]|\Z)"""


def nearly(word: str, kinds: Iterable[str]) -> str | None:
    """Return which of some kinds a word is or nearly is, or None; alike enough to be no other program's."""
    return nearest(word, kinds, likeness=_NEARLY)


def nearest_kind(word: str) -> str | None:
    """Return the kind that a word is or nearly is, such as `course` for `Course`, `cuorse` and `kurssi`."""
    near = nearly(word, WHAT_KINDS_ARE)
    if near is not None:
        return near
    from cxkit.documents.finnish import kind_meant

    return kind_meant(word)


def kind_in(text: str) -> str | None:
    """Return what a text's first top-level `kind` says, even where the rest of it cannot be read.

    It is a guess that spares reading other programs' files whole: what it finds in a document that uses
    braces may stand further in.
    """
    if "kind" not in text:
        return None
    text, before = _begin(text)
    found = (
        _IN_BRACES.search(text)
        if before is None
        else re.search(rf"{before}([\"']?)kind\1(?=[\"']|\s*:\s){_WORD}", text)
    )
    return found.group(3) if found else None


def seems_ours(text: str) -> bool:
    """Guess like `kind_in` whether a text is meant to be one of our documents, for all its slips.

    So are `Kind: course`, `knid: course`, `kind = course`, and the keys of a course without any kind.
    """
    kind = kind_in(text)
    if kind is not None and nearest_kind(kind) is not None:
        return True
    text, before = _begin(text)
    keys = before or r"[{,]\s*"
    if all(mark in text and re.search(rf"{keys}([\"']?){mark}\1\s*:", text) for mark in _MARKS):
        return True
    if kind is not None:
        return False
    slips = re.finditer(keys + _SLIP, text)
    return any(_is_like_kind(slip[2]) and nearest_kind(slip[3]) is not None for slip in slips)


def is_ours(data: Mapping[str, Any]) -> bool:
    """Tell of a document that could be read what `seems_ours` guesses of its text."""
    return all(mark in data for mark in _MARKS) or slip_for_kind(data) is not None


def slip_for_kind(data: Mapping[str, Any]) -> str | None:
    """Return the key that is `kind` or a slip for it, and has a kind of ours or nearly so; or None."""
    for key in filter(_is_like_kind, data):
        if isinstance(data[key], str) and nearest_kind(data[key]) is not None:
            return key
    return None


def _is_like_kind(key: str) -> bool:
    """Tell whether a key is `kind` or a slip for it; `find` and `mind` are words of their own."""
    folded = key.casefold()
    if not folded.startswith("k") and sorted(folded) != sorted("kind"):
        return False
    return nearest(folded, ("kind",), likeness=_LIKE_KIND) is not None


def _begin(text: str) -> tuple[str, str | None]:
    """Return a text from the line of its first key on, and the pattern of what is before any top-level key.

    The pattern is None for a document in braces.
    """
    text = text.removeprefix("\ufeff")
    begin = _FIRST.match(text)
    start = begin.end() if begin else 0
    if text.startswith("{", start):
        return text[start:], None
    line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    indent = rf"(?:{re.escape(text[line:start])})?" if line < start else ""
    # With a line end before it, every key comes after one, which is quickly searched for.
    return f"\n{text[line:]}", rf"[\r\n]{indent}"
