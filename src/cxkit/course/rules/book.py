"""How a course rule is written down: the book it goes into, its examples, and hints that it may give."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from inspect import cleandoc
from typing import TYPE_CHECKING

from cxkit.documents.nearness import did_you_mean
from cxkit.documents.rule import RuleBook

if TYPE_CHECKING:
    from cxkit.course.model import Course

SMALLEST_COURSE = """\
kind: course
version: 1
id: EXAMPLE-1
title: An example
credits: 5
bands: {1: 50, 2: 60, 3: 70, 4: 80, 5: 90}
components:
  - {id: exam, weight: 100, max: 40}
no_marks: fail
tests:
  - {name: nothing handed in fails, given: {}, status: failed}
"""
"""A course about which no rule has anything to say."""

_BEGINS_A_KEY = re.compile(r"^(?=[a-z_]+:)", re.MULTILINE)


def course_rules() -> RuleBook[Course]:
    """Return an empty book; its examples may leave out what is as in the smallest course."""
    return RuleBook("course", whole_course)


def whole_course(lines: str) -> str:
    """Return the smallest course with the top-level keys of ``lines`` instead of, or beside, its own."""
    keys = _by_key(SMALLEST_COURSE)
    cases = keys.pop("tests")
    return "".join({**keys, "tests": cases, **_by_key(cleandoc(lines) + "\n")}.values())


def _by_key(text: str) -> dict[str, str]:
    blocks = _BEGINS_A_KEY.split(text)[1:]
    return {block.partition(":")[0]: block for block in blocks}


def meant(word: str, known: Iterable[str], *, what: str) -> str:
    """Return a hint: the nearest known word, else all of them after ``what``."""
    words = list(known)
    return did_you_mean(word, words) or f"{what}: {listed(words)}."


def listed(words: Sequence[str], most: int = 12) -> str:
    """Return words as a list within a sentence; no more of them than can be read."""
    if len(words) > most:
        return f"{', '.join(words[:most])} and {len(words) - most} more"
    return ", ".join(words) if words else "none"
