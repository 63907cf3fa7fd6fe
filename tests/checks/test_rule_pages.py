"""The documentation of rules as it is shown and written."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxkit.checks import rule_pages
from cxkit.checks.catalogue import RULES
from cxkit.documents.rule import Rule

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"


def test_the_page_in_the_documentation_is_of_today() -> None:
    """`make rules` writes it again."""
    assert PAGE.read_text(encoding="utf-8") == rule_pages.page()


def test_the_list_has_every_rule_on_lines_that_fit() -> None:
    listed = rule_pages.listing()
    for rule in RULES.values():
        assert f"  {rule.code}  {rule.severity.value:<7}  {rule.name}\n" in listed
    assert max(len(line) for line in listed.splitlines()) <= rule_pages.COLUMNS


def test_a_narrow_terminal_breaks_sentences_at_its_width() -> None:
    head = {f"  {rule.code}  {rule.severity.value:<7}  {rule.name}" for rule in RULES.values()}
    lines = rule_pages.listing(columns=60).splitlines()
    assert max(len(line) for line in lines if line not in head) <= 60
    text, _, _ = rule_pages.on_terminal(RULES["CX101"], 40).partition("\nWrong:")
    assert 30 < max(len(line) for line in text.splitlines()) <= 40
    assert rule_pages.on_terminal(RULES["CX101"], 500) == rule_pages.on_terminal(RULES["CX101"])
    assert rule_pages.on_terminal(RULES["CX101"], 1) == rule_pages.on_terminal(RULES["CX101"], 20)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_the_documentation_of_a_rule_is_short_and_harmless(rule: Rule) -> None:
    shown = rule_pages.on_terminal(rule)
    assert shown.startswith(f"{rule.code} {rule.name} ({rule.severity.value})\n")
    assert "\nWhy it matters: " in shown
    assert "\nWrong:\n" in shown and "\nRight:\n" in shown
    assert len(shown.splitlines()) < 120
    assert all(line.isprintable() for line in shown.splitlines())


def test_what_is_invisible_is_shown() -> None:
    assert "⇥" in rule_pages.on_terminal(RULES["CX002"])
    assert "\x1b" not in rule_pages.on_terminal(RULES["CX012"])
