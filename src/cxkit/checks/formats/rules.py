"""The documentation of a rule in the forms that other programs show."""

from __future__ import annotations

import re

from cxkit.checks.formats.examples import examples
from cxkit.documents.rule import Rule

_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def described(rule: Rule) -> tuple[str, str, str, str]:
    """Return one sentence, a paragraph, and the whole help as plain text and as Markdown."""
    # Under `python -OO` there is nothing that says what is checked; the name then has to do.
    checks = rule.checks.strip() or f"{rule.code} {rule.name}."
    short = _SENTENCE.split(checks)[0]
    full = f"{checks} {rule.why.strip()}"
    bad, good = examples(rule)
    text = f"{full}\n\nWrong:\n\n{_indented(bad)}\n\nRight:\n\n{_indented(good)}\n"
    markdown = f"{full}\n\nWrong:\n\n{_fenced(bad)}\n\nRight:\n\n{_fenced(good)}\n"
    return short, full, text, markdown


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.splitlines())


def _fenced(text: str) -> str:
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}yaml\n{text}\n{fence}"
