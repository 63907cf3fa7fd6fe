"""The languages that reports and scaffolds can be written in."""

from __future__ import annotations

from enum import StrEnum


class Language(StrEnum):
    """Finnish and English; messages of the program itself are English."""

    FI = "fi"
    EN = "en"


def report_language(wanted: Language | None, course_language: str) -> str:
    """Return the language of a report: as asked, else the course's, else English."""
    if wanted is not None:
        return wanted.value
    return course_language if course_language in set(Language) else Language.EN.value
