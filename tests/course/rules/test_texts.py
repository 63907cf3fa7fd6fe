"""Languages of texts, and contacts of people in them."""

import pytest
from tests.course.marked import judge, noticed

from cxkit.course.model import Course
from cxkit.course.rules import remarks
from cxkit.course.rules.texts import REPORT_LANGUAGES
from cxkit.documents.loader import load_text
from cxkit.locale.texts import LANGUAGES

TITLED = """\
kind: course
version: 1
id: TEST-1
title: %s
credits: 5
"""
BOTH = "programme: {fi: Koulutus, en: Programme}\n"


@pytest.mark.parametrize(
    ("code", "bad", "good"),
    [
        ("CX194", BOTH + "§group: {fi: Ryhmä}\n", BOTH + "group: {fi: Ryhmä, en: Group}\ncampus: Porvoo\n"),
        ("CX194", "language: §fi\ngroup: {en: Group}\n", "language: fi\ngroup: {fi: Ryhmä}\n"),
        ("CX155", "language: §xx\n", "language: en\n"),
        ("CX194", BOTH + "contents:\n  - §fi: Yksi\n", BOTH + "objectives: {en: One, fi: Yksi}\n"),
        (
            "CX194",
            BOTH + "criteria:\n  - {id: a, title: A, levels: {1: A1, 3: A3, §5: {en: A5}}}\n",
            BOTH + "criteria:\n  - {id: a, title: A, levels: {1: A1, 3: A3, 5: {en: A5, fi: A6}}}\n",
        ),
        ("CX195", "teachers: §t.o@example.invalid\n", "teachers: Testi Opettaja\n"),
        ("CX195", "teachers: [A, §B b.b@mail.example.invalid]\n", "teachers: [A, info@example.invalid]\n"),
        ("CX195", "notes: {en: §Call +358 40 123 4567.}\n", "notes: {en: Call us.}\n"),
        ("CX195", "notes: §040 1234567\n", "notes: 2026-01-20 to 2026-03-27\n"),
        ("CX195", "notes: §0501234567 or mail\n", "notes: Room 0501 and 12345678\n"),
        ("CX195", "notes: §(+358401234567)\n", "literature: ISBN 0401234567, 978-0-306-40615-7\n"),
        ("CX195", "notes: §Tel.040 1234567\n", "notes: git@example.invalid, 1.040 1234567\n"),
        ("CX195", "notes: §(040) 123 4567\n", "notes: (040) and 1:040 1234567\n"),
        ("CX195", "notes: §puh:050.123.4567\n", "notes: 050.5 and 1.050.123.456\n"),
        ("CX195", "notes: §(09) 1234 567\n", "notes: (09) 2026\n"),
        ("CX195", "notes: §09 1234 567\n", "notes: SAL4HM003-3002, 10.1000/182, 0.5\n"),
    ],
)
def test_texts(code, bad, good):
    judge(code, bad, good, beside=["CX198"])


@pytest.mark.parametrize(
    ("key", "places"),
    [
        ("contents: One.\n", [(6, 1)]),
        ("objectives: [One., {fi: Kaksi., en: Two.}]\n", [(6, 14)]),
        ("criteria: [{id: a, title: A, levels: {1: One., 5: {fi: Viisi., en: Five.}}}]\n", [(6, 39)]),
        ("contents: {fi: Yksi., en: One.}\ncampus: Porvoo\n", []),
    ],
)
def test_sentences_are_in_the_languages_of_the_title(key, places):
    text = TITLED + key + "bands: {1: 50, 5: 90}\ncomponents: [{id: exam, weight: 100, max: 10}]\n"
    for title, expected in (("{fi: Koe, en: Test}", places), ("Test", []), ("{en: Test}", [])):
        course, document = load_text(text % title, Course, file="course.yaml").or_refuse()
        findings = [one for one in remarks(course, document) if one.code == "CX185"]
        assert [(one.span.line, one.span.column) for one in findings if one.span] == expected


@pytest.mark.parametrize(
    ("language", "place", "message", "hint"),
    [
        ("", (4, 1), "Reports would be in English, and no text of this file is", "Add `language: fi`."),
        (
            "language: en\n",
            (6, 11),
            "The language of the course is `en`, and no text of",
            "`language: fi`, or",
        ),
        ("language: xx\n", (6, 11), "The language of the course is `xx`, and no text of", "in `xx` too."),
    ],
)
def test_a_language_that_no_text_is_in_is_told_once(language, place, message, hint):
    text = TITLED % "{fi: Koe, sv: Prov}" + language
    text += (
        "group: {fi: Ryhmä, sv: Grupp}\nbands: {1: 50, 5: 90}\ncomponents: [{id: a, weight: 100, max: 1}]\n"
    )
    course, document = load_text(text, Course, file="course.yaml").or_refuse()
    [finding] = [one for one in remarks(course, document) if one.code == "CX194"]
    assert finding.span is not None
    assert (finding.span.line, finding.span.column) == place
    assert finding.message.startswith(message)
    assert hint in (finding.hint or "")


def test_the_languages_of_reports_are_those_of_the_catalogues():
    assert set(REPORT_LANGUAGES) == set(LANGUAGES)


def test_several_missing_languages_are_named_together():
    findings = noticed("group: {fi: A, sv: B}\ncampus: {en: C}\n")
    assert [finding.message.partition(",")[0] for finding in findings] == [
        "The text is not given in en",
        "The text is not given in fi and sv",
    ]
    assert findings[1].hint == "Add `fi: …` and `sv: …`."


def test_texts_without_languages_are_names():
    assert noticed("group: A\ncampus: B\n") == []
