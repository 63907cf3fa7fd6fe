"""What a shell may complete besides commands, options and files; each with what it stands for."""

from __future__ import annotations


def kinds(incomplete: str) -> list[tuple[str, str]]:
    """Return the kinds of file that have a schema and begin like this, with what each is."""
    from cxkit.checks.models import MODELS
    from cxkit.documents.kinds import WHAT_KINDS_ARE

    return [(kind, WHAT_KINDS_ARE[kind]) for kind in MODELS if kind.startswith(incomplete)]


def codes(incomplete: str) -> list[tuple[str, str]]:
    """Return the codes of rules that begin like this, with what each is called."""
    from cxkit.checks.catalogue import RULES

    return [(code, rule.name) for code, rule in RULES.items() if code.startswith(incomplete.upper())]


def code_lists(incomplete: str) -> list[tuple[str, str]]:
    """Return the codes that a list of codes separated by commas may go on with."""
    before, comma, begun = incomplete.rpartition(",")
    return [(before + comma + code, name) for code, name in codes(begun)]
