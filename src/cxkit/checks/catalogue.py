"""All rules of all rooms, by code."""

from __future__ import annotations

from collections.abc import Mapping

from cxkit.documents.rule import Rule

RULES: Mapping[str, Rule] = {}


def rule_of(code: str) -> Rule | None:
    """Return the rule with a code, or None when there is none."""
    return RULES.get(code)
