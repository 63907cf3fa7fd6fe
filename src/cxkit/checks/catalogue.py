"""All rules of all rooms, by code: what `cxkit rule` prints and docs/rules.md is made from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cxkit.canvas import rules as canvas_rules
from cxkit.checks import configuration_rules, suppression_rules, worked, workspace_rules
from cxkit.course import rules as course_rules
from cxkit.documents import reading_rules
from cxkit.documents.rule import Rule


def _by_code(rules: Iterable[Rule]) -> dict[str, Rule]:
    found: dict[str, Rule] = {}
    for rule in sorted(rules, key=lambda rule: rule.code):
        if rule.code in found:
            raise ValueError(f"{rule.code} is the code of two rules")
        found[rule.code] = rule
    return found


RULES: Mapping[str, Rule] = _by_code(
    [
        *reading_rules.RULES,
        *configuration_rules.RULES,
        *suppression_rules.RULES,
        *(one.rule for one in course_rules.RULES),
        *worked.RULES,
        *workspace_rules.RULES,
        *(one.rule for one in canvas_rules.RULES),
    ]
)
"""Every rule by its code, in the order of the codes."""

KINDS = {
    "reading": "Reading a document",
    "configuration": "Configuration",
    "suppression": "Suppressions",
    "course": "Courses",
    "canvas": "Canvases of every kind",
    "journey": "Journeys",
    "persona": "Personas",
    "measurement": "Measurement canvases",
    "slbmc": "Service logic business model canvases",
    "strategy": "Strategies",
    "maturity": "Maturity",
    "programme": "Programmes",
}
"""What the groups of rules are called, by the `kind` of their rules, in the order of the documentation."""


def rule_of(code: str) -> Rule | None:
    """Return the rule with a code, or None when there is none."""
    return RULES.get(code)
