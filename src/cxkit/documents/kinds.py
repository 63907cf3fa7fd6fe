"""The kinds of document that exist, and how a text is recognised as one of them without reading it whole."""

from __future__ import annotations

import re

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
}
"""Every kind of cxkit, with what it is called in a message."""

_NEARLY = 0.8  # high, for other programs' files have kinds, too
_WORD = r"""\s*:\s*(["']?)([^\s"'#,}]+)"""
_FIRST = re.compile(r"(?:\s|#[^\r\n]*|---|%[^\r\n]*)*")  # what may stand before the first key
_IN_BRACES = re.compile(rf"""[{{,]\s*(["']?)kind\1{_WORD}""")


def nearest_kind(word: str) -> str | None:
    """Return the kind that a word is or nearly is, such as `course` for `Course` and `cuorse`."""
    return nearest(word, WHAT_KINDS_ARE, likeness=_NEARLY)


def kind_in(text: str) -> str | None:
    """Return what a text's first top-level `kind` says, even where the rest of it cannot be read.

    It is a guess that spares reading other programs' files whole: what it finds in a document that uses
    braces may stand further in.
    """
    if "kind" not in text:
        return None
    text = text.removeprefix("\ufeff")
    begin = _FIRST.match(text)
    start = begin.end() if begin else 0
    if text.startswith("{", start):
        found = _IN_BRACES.search(text, start)
    else:
        indent = start - max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) - 1
        line = re.compile(rf"""(?:^|[\r\n])[ ]{{{indent}}}(["']?)kind\1(?=["']|\s*:\s){_WORD}""")
        found = line.search(text)
    return found.group(3) if found else None
