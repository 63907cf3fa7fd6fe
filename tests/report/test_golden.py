"""What a class looks like in every output, byte for byte, in both languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.report.classes import COURSE, plan_of, whole_class

from cxkit.locale import LANGUAGES, Texts
from cxkit.report.class_report import class_report
from cxkit.report.explain import explanation
from cxkit.report.json_document import json_document
from cxkit.report.terminal_table import Paper, table

PLAN = plan_of(COURSE)
CLASS = whole_class(PLAN)
Golden = Callable[[str, str], None]


@pytest.mark.parametrize("language", LANGUAGES)
def test_class_report(golden: Golden, language: str) -> None:
    golden(f"class_report.{language}.md", class_report(PLAN, CLASS, Texts(language)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_terminal_table(golden: Golden, language: str) -> None:
    lines = table(PLAN, CLASS, Texts(language), Paper(width=80))
    golden(f"terminal_table.{language}.txt", "\n".join(lines) + "\n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_json(golden: Golden, language: str) -> None:
    golden(f"results.{language}.json", "".join(json_document(PLAN, CLASS, Texts(language))))


@pytest.mark.parametrize("language", LANGUAGES)
def test_explanations(golden: Golden, language: str) -> None:
    pages = []
    for derivation in CLASS:
        steps = explanation(PLAN, derivation, Texts(language), file="course.yaml", line_of=len)
        lines = [f"{'  ' * step.depth}{step.text}  {step.rule}".rstrip() for step in steps]
        pages.append("\n".join([derivation.id, *lines, ""]))
    golden(f"explanations.{language}.txt", "\n".join(pages))
