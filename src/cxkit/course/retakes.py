"""Which titles of a gradebook speak of a second attempt at something, and at what.

Only words are looked at; whether the marks of two columns go together is for `guesses`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cxkit.course.scale import fold

_WORDS = frozenset(
    (
        "uusinta",
        "uusinnat",
        "uusintatentti",
        "uusintakoe",
        "uusintayritys",
        "uusintasuoritus",
        "uusintapalautus",
        "uusintatehtävä",
        "retake",
        "resit",
        "reexam",
        "reexamination",
        "resubmission",
        "wiederholung",
        "wiederholungsprüfung",
        "wiederholungsklausur",
        "nachprüfung",
        "nachklausur",
        "nachholklausur",
        "omtentamen",
        "omtenta",
        "omprov",
    )
)
_BEFORE = re.compile(r"^(?:uusinta|wiederholungs|nachhol|nach|om)(?=\w{3})")
_TOKEN = re.compile(r"\w+")


def retaken(title: str) -> list[str] | None:
    """List the titles, folded and without punctuation, that a title may be a retake of, the likeliest first.

    None when it is no retake at all; an empty list when it does not say of what (`Uusinta`).
    """
    tokens = _TOKEN.findall(fold(title).replace("re-", "re"))
    place = next((number for number, token in enumerate(tokens) if token in _WORDS), None)
    if place is None:
        return None
    before, after = tokens[:place], tokens[place + 1 :]
    while after and after[0].isdigit():
        after = after[1:]
    found = [[*before, *after]]
    if before and before[-1].isdigit():
        found.append([*before[:-1], *after])  # `Exam 2. retake` is the second retake of `Exam`
    found.append([*before, _BEFORE.sub("", tokens[place]), *after])
    names = [" ".join(token for token in words if token not in _WORDS) for words in found]
    return list(dict.fromkeys(name for name in names if name))


def plain(title: str) -> str:
    """Bring a title to the form in which `retaken` gives titles."""
    return " ".join(_TOKEN.findall(fold(title)))


def likely_retaken(title: str, others: Sequence[str]) -> str | None:
    """Return the one of the other titles that a lone retake most likely belongs to, None for no idea.

    That is one which ends as the retake does (`Verkkotentti` for `Uusintatentti`), or the only one.
    """
    names = retaken(title)
    if names is None:
        return None
    fitting = [other for other in others if any(plain(other).endswith(name) for name in names)]
    if not names:
        fitting = list(others)
    return fitting[0] if len(fitting) == 1 else None
