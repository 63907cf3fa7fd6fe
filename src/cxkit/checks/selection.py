"""Which rules a run reports: codes, beginnings of codes and names, of a command line or a configuration."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cxkit.documents.diagnostics import Diagnostic, Severity
from cxkit.documents.nearness import did_you_mean, either
from cxkit.documents.rule import Rule

_PREFIX = re.compile(r"CX\d{0,3}", re.ASCII)
_FEW = 3
_LIKE_A_CODE = re.compile(r"[A-Za-z]{2}[\dOoIl]")
_LOOK_ALIKES = str.maketrans("OoIl", "0011")


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


def nearest_rule(text: str, *, to_leave_out: bool = False) -> str | None:
    """Ask about the rule whose code or name is most like a text that stands for none; None when none is.

    ``to_leave_out``: only rules that can be left out are meant.
    """
    from cxkit.checks.catalogue import RULES

    rules = [rule for rule in RULES.values() if not to_leave_out or _can_be_left_out(rule)]
    if not _LIKE_A_CODE.match(text):
        names = [rule.name for rule in rules]
        return did_you_mean(text, names) or _with_a_word_of(text, names)
    code = text[:2] + text[2:].translate(_LOOK_ALIKES)
    if code != text and (as_digits := meant(code)) and any(rule.code.startswith(as_digits) for rule in rules):
        return f"Did you mean `{as_digits}`?"
    return did_you_mean(text, [rule.code for rule in rules])


def _with_a_word_of(text: str, names: Sequence[str]) -> str | None:
    """Ask about the names that share the rarest word with a text; None when there are many or none."""
    by_word = [[name for name in names if word in name.split("-")] for word in text.lower().split("-")]
    rarest = min(filter(None, by_word), key=len, default=[])
    return f"Did you mean {either([f'`{name}`' for name in rarest])}?" if 0 < len(rarest) <= _FEW else None


def why_none(text: str, *, to_leave_out: bool = False) -> str:
    """Say why a text stands for no rule: the end of a sentence, and a hint as a sentence.

    ``to_leave_out`` is as for `nearest_rule`.
    """
    hint = nearest_rule(text, to_leave_out=to_leave_out) or "See `cxkit rule` for all rules."
    return f"no rule has this code or name. {hint}"


def _can_be_left_out(rule: Rule) -> bool:
    return not is_reading_error(Diagnostic(rule.code, rule.severity, ""))


def why_not_left_out(code: str) -> str | None:
    """Say why what a code or beginning of codes stands for cannot be ignored; None when any of it can."""
    from cxkit.checks.catalogue import RULES

    rules = [rule for known, rule in RULES.items() if known.startswith(code)]
    if not any(map(_can_be_left_out, rules)):
        return "this error is always reported and cannot be left out. Correct what it is about."
    return None
