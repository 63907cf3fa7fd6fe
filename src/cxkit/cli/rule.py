"""`cxkit rule`: what the rules are, and why."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from cxkit.cli import console
from cxkit.cli.suggestions import rules
from cxkit.escape import terminal


def rule(
    codes: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="CODE",
            help="The code of a rule, its name, or what codes begin with; several with spaces between.",
            show_default=False,
            autocompletion=rules,
        ),
    ] = None,
) -> None:
    """Explain a rule: what it checks, why, and examples. Without a code: list them all.

    Examples:

    \b
      cxkit rule CX101
      cxkit rule CX101 CX130
      cxkit rule CX1
      cxkit rule
    """
    from cxkit.checks import rule_pages

    columns = console.columns(sys.stdout)
    if not codes:
        console.out(rule_pages.listing(columns=columns).rstrip("\n"))
        return
    console.out("\n\n".join([_answer(code.strip(), columns) for code in codes]))


def _answer(word: str, columns: int | None) -> str:
    """Return the entry of one rule, or the list of those whose codes begin so; raises CommandError."""
    from cxkit.checks import rule_pages
    from cxkit.checks.catalogue import RULES
    from cxkit.checks.selection import meant, nearest_rule

    code = meant(word)
    if code is None:
        hint = nearest_rule(word) or "`cxkit rule` lists all rules."
        raise console.CommandError(f"{terminal(word)}: there is no such rule. {hint}")
    one = RULES.get(code)
    text = rule_pages.listing(code, columns) if one is None else rule_pages.on_terminal(one, columns)
    return text.rstrip("\n")
