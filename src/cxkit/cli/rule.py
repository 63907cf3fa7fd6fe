"""`cxkit rule`: what the rules are, and why."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from cxkit.cli import console
from cxkit.cli.suggestions import codes
from cxkit.escape import terminal


def rule(
    code: Annotated[
        str | None,
        typer.Argument(
            metavar="CODE",
            help="The code of a rule, or its name.",
            show_default=False,
            autocompletion=codes,
        ),
    ] = None,
) -> None:
    """Explain a rule: what it checks, why, and examples. Without a code: list them all.

    Examples:

    \b
      cxkit rule CX101
      cxkit rule
    """
    from cxkit.checks import rule_pages
    from cxkit.checks.catalogue import RULES
    from cxkit.documents.nearness import did_you_mean

    if code is None:
        console.out(rule_pages.listing().rstrip("\n"))
        return
    wanted = code.strip()
    wanted = next((one.code for one in RULES.values() if one.name == wanted.lower()), wanted.upper())
    found = RULES.get(wanted)
    if found is None:
        known = RULES if re.match(r"[A-Z]{2}\d", wanted) else [one.name for one in RULES.values()]
        hint = did_you_mean(wanted, known) or "`cxkit rule` lists all rules."
        raise console.CommandError(f"{terminal(code)}: there is no such rule. {hint}")
    console.out(rule_pages.on_terminal(found).rstrip("\n"))
