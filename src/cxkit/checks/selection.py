"""Which rules a run reports: codes, beginnings of codes and names, of a command line or a configuration."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cxkit.documents.diagnostics import Diagnostic, Severity
from cxkit.documents.nearness import did_you_mean

_PREFIX = re.compile(r"CX\d{0,3}", re.ASCII)
_LIKE_A_CODE = re.compile(r"[A-Za-z]{2}\d")


def selected(diagnostic: Diagnostic, select: Sequence[str], ignore: Sequence[str]) -> bool:
    """Tell whether a finding is to be reported; no ``select`` means every rule.

    What stops a file from being read is always reported: nothing else is known about such a file.
    """
    if is_reading_error(diagnostic):
        return True
    return (not select or _begins(diagnostic.code, select)) and not _begins(diagnostic.code, ignore)


def is_reading_error(diagnostic: Diagnostic) -> bool:
    """Tell whether a finding says that a file could not be read as what it should be."""
    return diagnostic.severity is Severity.ERROR and diagnostic.code.startswith("CX0")


def _begins(code: str, prefixes: Iterable[str]) -> bool:
    return any(code.startswith(prefix) for prefix in prefixes)


def meant(text: str) -> str | None:
    """Return the code, or beginning of codes, that a text stands for, or the code of the rule it names.

    Upper and lower case are the same. None when it stands for no rule.
    """
    from cxkit.checks.catalogue import RULES

    code = text.upper()
    if _PREFIX.fullmatch(code) and any(known.startswith(code) for known in RULES):
        return code
    return next((rule.code for rule in RULES.values() if rule.name == text.lower()), None)


def nearest_rule(text: str) -> str | None:
    """Ask about the rule whose code or name is most like a text that stands for none; None when none is."""
    from cxkit.checks.catalogue import RULES

    return did_you_mean(text, RULES if _LIKE_A_CODE.match(text) else [rule.name for rule in RULES.values()])


def why_none(text: str) -> str:
    """Say why a text stands for no rule: the end of a sentence, and a hint as a sentence."""
    return f"no rule has this code or name. {nearest_rule(text) or 'See `cxkit rule` for all rules.'}"


def why_not_left_out(code: str) -> str | None:
    """Say why what a code or beginning of codes stands for cannot be ignored; None when any of it can."""
    from cxkit.checks.catalogue import RULES

    rules = [rule for known, rule in RULES.items() if known.startswith(code)]
    if all(is_reading_error(Diagnostic(rule.code, rule.severity, "")) for rule in rules):
        return "this error is always reported and cannot be left out. Correct what it is about."
    return None
