"""The documentation of rules: one on a terminal, the list of all, and the page docs/rules.md."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from cxkit.checks.catalogue import KINDS, RULES
from cxkit.checks.formats.examples import examples
from cxkit.checks.formats.rules import described
from cxkit.documents.diagnostics import Severity
from cxkit.documents.rule import Rule

COLUMNS = 88
"""How wide texts are at most; a narrower terminal has them as wide as itself."""

_NARROWEST = 20
_INTRODUCTION = """\
# Rules

What `cxkit check` looks for. `cxkit rule CX101` shows one of these entries on the terminal. Every example
here is run by the tests: the wrong one breaks exactly this rule, the right one none at all.

Of a long example only the lines that matter are shown, and `# …` stands for the others. A line
`--- # name.yaml` begins a further file.

A code keeps its meaning for ever. Findings are errors, warnings or infos; [the guide](guide/check.md) says
which of them fail a run and how a finding is left out. Codes that begin with `CX0` are about files as such:
reading them, their kind, keys and values, the configuration (`CX04x`) and accepted findings (`CX05x`). The
errors among these are always reported.
"""
_OF_ITS_OWN = {
    "configuration": "The examples are whole `cxkit.toml` files.",
}


def grouped(begin: str = "") -> Iterator[tuple[str, list[Rule]]]:
    """Yield the heading of each group of rules whose codes begin so, and these in the order of the codes."""
    for kind, heading in KINDS.items():
        rules = [rule for rule in RULES.values() if rule.kind == kind and rule.code.startswith(begin)]
        if rules:
            yield heading, rules


def listing(begin: str = "", columns: int | None = None) -> str:
    """Return the rules whose codes begin so for a terminal: code, severity, name, a sentence under them.

    ``columns`` is how wide it is, where that is known.
    """
    longest = max(len(severity.value) for severity in Severity)
    lines = []
    for heading, rules in grouped(begin):
        lines += [heading, ""]
        for rule in rules:
            sentence = described(rule)[0]
            lines.append(f"  {rule.code}  {rule.severity.value:<{longest}}  {rule.name}")
            lines += _wrapped(sentence, columns, indent=" " * 11)
        lines.append("")
    return "\n".join(lines)


def on_terminal(rule: Rule, columns: int | None = None) -> str:
    """Return the documentation of one rule as plain text; ``columns`` is how wide the terminal is."""
    head = f"{rule.code} {rule.name} ({rule.severity.value})"
    texts = (rule.checks, f"Why it matters: {rule.why}")
    paragraphs = ["\n".join(_wrapped(text, columns)) for text in texts]
    for word, text in zip(("Wrong", "Right"), examples(rule), strict=True):
        paragraphs += [f"{word}:", textwrap.indent(text, "    ", lambda _: True)]
    return "\n\n".join([head, *(paragraph for paragraph in paragraphs if paragraph)]) + "\n"


def _wrapped(text: str, columns: int | None, indent: str = "") -> list[str]:
    width = max(len(indent) + _NARROWEST, min(COLUMNS, columns or COLUMNS))
    return textwrap.wrap(
        " ".join(text.split()),
        width,
        initial_indent=indent,
        subsequent_indent=indent,
        break_on_hyphens=False,
        break_long_words=False,
    )


def page() -> str:
    """Return docs/rules.md."""
    parts = [_INTRODUCTION]
    for heading, rules in grouped():
        parts.append(f"## {heading}\n")
        kind = rules[0].kind
        if kind in _OF_ITS_OWN:
            parts.append(f"{_OF_ITS_OWN[kind]}\n")
        rows = [f"| [{one.code}](#{_anchor(one)}) | {one.name} | {one.severity.value} |" for one in rules]
        parts.append("\n".join(["| code | name | severity |", "|---|---|---|", *rows]) + "\n")
        parts += [_entry(rule) for rule in rules]
    return "\n".join(parts)


def _anchor(rule: Rule) -> str:
    return f"{rule.code.lower()}-{rule.name}"


def _entry(rule: Rule) -> str:
    language = "toml" if rule.kind == "configuration" else "yaml"
    bad, good = examples(rule)
    return (
        f"### {rule.code} {rule.name}\n\n"
        f"*{rule.severity.value.capitalize()}.* {rule.checks}\n\n"
        f"{rule.why}\n\n"
        f"Wrong:\n\n```{language}\n{bad}\n```\n\n"
        f"Right:\n\n```{language}\n{good}\n```\n"
    )
