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
_KIND_LINE = re.compile(r"""^(?:\{\s*)?(["']?)kind\1\s*:\s+(["']?)([^\s"'#,}]+)\2""", re.MULTILINE)


def nearest_kind(word: str) -> str | None:
    """Return the kind that a word is or nearly is, such as `course` for `Course` and `cuorse`."""
    return nearest(word, WHAT_KINDS_ARE, likeness=_NEARLY)


def kind_in(text: str) -> str | None:
    """Return what a text's first top-level `kind` says, even where the rest of it cannot be read."""
    found = _KIND_LINE.search(text)
    return found.group(3) if found else None
