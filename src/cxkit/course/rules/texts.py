"""Rules for texts, wherever in the file they stand: their languages, and what should not be in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cxkit.course.rules.book import course_rules
from cxkit.course.rules.once import once
from cxkit.course.rules.telephone import holds_telephone
from cxkit.documents.base import Model, Text
from cxkit.documents.diagnostics import Severity
from cxkit.documents.known_keys import keys_leading_to
from cxkit.documents.rule import Finding

if TYPE_CHECKING:
    from cxkit.course.model import Course
    from cxkit.documents.document import Path_

RULES = course_rules()

REPORT_LANGUAGES = ("en", "fi")
"""The languages that `locale` has catalogues for, without loading it; a test holds them the same."""

MOST_LANGUAGES = 10
"""Languages beyond these are not held against the texts that lack them."""

SENTENCES = ("prerequisites", "objectives", "contents", "methods", "notes")
"""The keys that hold whole sentences, which a reader of another language cannot guess."""

ROLES = frozenset(
    {
        "contact", "hakijapalvelut", "help", "helpdesk", "info", "international", "kirjasto", "library",
        "neuvonta", "no-reply", "noreply", "office", "opintotoimisto", "opiskelijapalvelut", "studyoffice",
        "git", "support", "tuki",
    }
)  # fmt: skip
"""What stands before the @ in the address of an office and not of a person."""

_ADDRESS = re.compile(r"(?<![\w.+%-])([\w.+%-]{1,64})@(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}(?![\w-])")


@RULES.rule(
    "CX194",
    "text-lacks-language",
    Severity.WARNING,
    why="Reports and feedback are written in each of the languages; where a text is missing, a student reads "
    "another language in the middle of the page.",
    bad="""
        title: {fi: Esimerkki, en: An example}
        components:
          - {id: exam, title: {fi: Tentti}, weight: 100, max: 40}
        """,
    good="""
        title: {fi: Esimerkki, en: An example}
        components:
          - {id: exam, title: {fi: Tentti, en: Exam}, weight: 100, max: 40}
        """,
)
def texts_in_all_languages(course: Course) -> Iterator[Finding]:
    """A text that is given by language is given in the course's own language, and in every language that
    another text of the file is given in. Without `language`, the course's own language is English.
    """
    texts = [(path, text.languages) for path, text in texts_of(course)]
    used = dict.fromkeys(language for _, languages in texts for language in languages)
    if used and course.language not in used:
        yield _language_of_no_text(course, next(iter(used)))
    held = list(used)[:MOST_LANGUAGES]
    for path, languages in texts:
        if not languages or len(languages) == len(used):
            continue
        lacking = [language for language in held if language not in languages]
        if lacking:
            yield Finding(
                path,
                f"The text is not given in {' and '.join(lacking)}, which this file otherwise uses",
                f"Add {' and '.join(f'`{language}: …`' for language in lacking)}.",
                at_key=True,
            )


def _language_of_no_text(course: Course, used: str) -> Finding:
    """Say that nothing is written in the course's language; ``used`` is one that texts are given in."""
    if "language" not in course.model_fields_set:
        message = "Reports would be in English, and no text of this file is given in English"
        return Finding(("title",), message, f"Add `language: {used}`.", at_key=True)
    message = f"The language of the course is `{course.language}`, and no text of this file is given in it"
    hint = f"Write `language: {used}`, or give the texts in `{course.language}` too."
    return Finding(("language",), message, hint)


@RULES.rule(
    "CX155",
    "language-without-reports",
    Severity.INFO,
    why="Reports and explanations are written in Finnish or English; in any other language only the course's "
    "own texts, such as titles, are there.",
    bad="language: sv",
    good="language: fi",
)
def reports_are_in_the_language(course: Course) -> Iterator[Finding]:
    """The course's `language` is one that reports are written in: `fi` or `en`."""
    if course.language not in REPORT_LANGUAGES:
        yield Finding(
            ("language",),
            f"There are no reports in `{course.language}`: they will be in English",
            "Write `language: fi` or `language: en`, unless the course is in another language.",
        )


@RULES.rule(
    "CX185",
    "text-without-languages",
    Severity.INFO,
    why="Names may be the same in every language, but sentences are not: some readers cannot read them.",
    bad="""
        title: {fi: Esimerkki, en: An example}
        objectives: The student describes the journey of a customer.
        """,
    good="""
        title: {fi: Esimerkki, en: An example}
        objectives:
          fi: Opiskelija kuvaa asiakkaan polun.
          en: The student describes the journey of a customer.
        """,
)
def sentences_by_language(course: Course) -> Iterator[Finding]:
    """In a file whose title is given in several languages, so are objectives, contents, methods,
    prerequisites, notes and the levels of criteria.
    """
    languages = course.title.languages
    if len(languages) < 2:
        return
    for path, text in texts_of(course):
        sentence = path[0] in SENTENCES or (path[0] == "criteria" and "levels" in path)
        if sentence and not text.languages:
            yield Finding(
                path,
                f"The text does not say which language it is in, and the title is in "
                f"{' and '.join(languages)}",
                f"Give it as {{{', '.join(f'{language}: …' for language in languages)}}}.",
                at_key=True,
            )


@RULES.rule(
    "CX195",
    "contact-of-a-person",
    Severity.WARNING,
    why="Course files are shared, copied from year to year and kept in git, where nothing is ever forgotten; "
    "a person's address or number would be there for good.",
    bad="teachers: Testi Opettaja, testi.opettaja@example.invalid",
    good="teachers: Testi Opettaja",
)
def no_contacts(course: Course) -> Iterator[Finding]:
    """No text holds the e-mail address or the telephone number of a person. Addresses of offices, such as
    info@ or library@, are left alone.
    """
    for path, text in texts_of(course):
        for language, words in text.entries:
            what = _contact(words)
            if what is not None:
                yield Finding(
                    (*path, language) if language else path,
                    f"The text holds {what}, which should not be in a course file",
                    "Leave it out, and say where contacts are found, such as the staff pages.",
                )


def _contact(words: str) -> str | None:
    if "@" in words and any(found[1].casefold() not in ROLES for found in _ADDRESS.finditer(words)):
        return "an e-mail address"
    return "a telephone number" if holds_telephone(words) else None


@once
def texts_of(course: Course) -> list[tuple[Path_, Text]]:
    """Return every text that is written in the file, with its path."""
    found: list[tuple[Path_, Text]] = []
    _gather(course, (), found)
    return found


def _gather(value: object, path: Path_, found: list[tuple[Path_, Text]]) -> None:
    """Add the texts of a value to those found; only keys in whose values texts may stand are looked at."""
    if type(value) is Text:
        found.append((path, value))
    elif isinstance(value, Model):
        fields = vars(value)
        for key in keys_leading_to(type(value), Text):
            if fields[key] is not None:
                _gather(fields[key], (*path, key), found)
    elif isinstance(value, dict):
        for key, inner in value.items():
            _gather(inner, (*path, key), found)
    elif isinstance(value, tuple):
        for number, inner in enumerate(value):
            _gather(inner, (*path, number), found)
