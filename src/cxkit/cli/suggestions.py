"""What may be meant: for a shell that completes a word, and for a word that is no command."""

from __future__ import annotations

import os
import shlex
from collections.abc import Sequence
from typing import Any

_MOST_WORDS = 8
_MOST_ARGUMENTS = 100


def kinds(incomplete: str) -> list[tuple[str, str]]:
    """Return the kinds of file that have a schema and begin like this, with what each is."""
    from cxkit.checks.models import MODELS
    from cxkit.documents.kinds import WHAT_KINDS_ARE

    return [(kind, WHAT_KINDS_ARE[kind]) for kind in MODELS if kind.startswith(incomplete)]


def rules(incomplete: str) -> list[tuple[str, str]]:
    """Return the codes of rules that begin like this, and the names, each with the other."""
    from cxkit.checks.catalogue import RULES

    by_code = [(code, rule.name) for code, rule in RULES.items() if code.startswith(incomplete.upper())]
    by_name = [(rule.name, code) for code, rule in RULES.items() if rule.name.startswith(incomplete.lower())]
    return [*by_code, *by_name]


def rule_lists(incomplete: str) -> list[tuple[str, str]]:
    """Return what a list of rules separated by commas may go on with."""
    before, comma, begun = incomplete.rpartition(",")
    return [(before + comma + word, other) for word, other in rules(begun)]


def canvas_kinds(incomplete: str) -> list[tuple[str, str]]:
    """Return the kinds of canvas that begin like this, with what each is."""
    from cxkit.canvas.kind import OWN_KINDS
    from cxkit.documents.kinds import WHAT_KINDS_ARE

    return [(kind, WHAT_KINDS_ARE[kind]) for kind in OWN_KINDS if kind.startswith(incomplete)]


def commands_meant(word: str, program: str, group: Any) -> list[str]:
    """Return the commands of a program's group, at any depth, whose name is a word or nearest to it."""
    from cxkit.documents.nearness import nearest

    by_name: dict[str, list[str]] = {}
    for name, command in group.commands.items():
        by_name.setdefault(name, []).append(f"{program} {name}")
        for inner in getattr(command, "commands", {}):
            by_name.setdefault(inner, []).append(f"{program} {name} {inner}")
    found = nearest(word, by_name)
    return by_name[found] if found is not None else []


def in_quotes(arguments: Sequence[str]) -> str | None:
    """Return, in quotes, the name with spaces that a shell has taken apart: the first that is there as one.

    None where each of the words is there by itself.
    """
    words = arguments[:_MOST_ARGUMENTS]
    for begin in range(len(words)):
        for end in range(min(len(words), begin + _MOST_WORDS), begin + 1, -1):
            name = " ".join(words[begin:end])
            if os.path.exists(name) and not all(map(os.path.exists, words[begin:end])):  # noqa: PTH110
                return shlex.quote(name)
    return None
