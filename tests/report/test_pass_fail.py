"""A course on the scale pass-fail: its two labels are words that every language has of its own."""

from __future__ import annotations

import json

import pytest
from tests.report.classes import Cells, graded, plan_of

from cxkit.grading.results import Derivation
from cxkit.locale import Texts
from cxkit.report.class_report import class_report
from cxkit.report.explain import explanation
from cxkit.report.json_document import json_document
from cxkit.report.terminal_table import Paper, table

PLAN = plan_of("""
kind: course
version: 1
id: X
title: X
credits: 1
language: fi
scale: pass-fail
bands: {pass: 50}
components:
  - {id: exam, title: Tentti, weight: 60, max: 10}
  - {id: essay, title: Essee, weight: 40, mark: grade}
attendance: {sessions: 4, column: {absent: Poissa}, rules: [{above: 25, lower: 1}]}
""")


ABSENT = "Läsnäolo: poissa 2/4 kerrasta (50 %) eli yli 25 %: arvosana laskee yhdellä, hyväksytty → hylätty."


def student(number: int, exam: str, essay: str, absent: int = 0) -> Derivation:
    cells: Cells = {"exam": exam, "essay": essay}
    return graded(PLAN, number, cells, absent=absent, total=4)


CLASS = [student(1, "9", "pass"), student(2, "4.9", "pass"), student(3, "9", "pass", 2), student(4, "", "")]


def explained(one: Derivation, language: str) -> list[str]:
    steps = explanation(PLAN, one, Texts(language), file="c.yaml", line_of=lambda _: None)
    return [step.text for step in steps]


def test_the_table() -> None:
    lines = list(table(PLAN, CLASS, Texts("fi"), Paper()))
    assert [line.split("  ")[-1] for line in lines[1:5]] == [
        "vähintään 50 %: hyväksytty",
        "alle 50 %: hylätty; hyväksymisrajasta puuttuu 0,6 prosenttiyksikköä",
        "vähintään 50 %: hyväksytty; poissa 2/4 kerrasta (50 %) eli yli 25 %: arvosana laskee yhdellä",
        "ei yhtään merkintää",
    ]
    assert lines[1].split()[4:6] == ["74,00", "hyväksytty"]
    assert [line.split()[0] for line in lines[6:9]] == ["hylätty", "hyväksytty", "kesken"]


def test_the_table_in_english() -> None:
    lines = list(table(PLAN, CLASS, Texts("en"), Paper()))
    assert lines[2].endswith("fail  below 50%: fail; 0.6 percentage points short of a pass")
    assert [line.split()[0] for line in lines[6:9]] == ["fail", "pass", "incomplete"]


def test_the_report() -> None:
    report = class_report(PLAN, CLASS, Texts("fi"))
    assert "- Arvosanarajat: hyväksytty vähintään 50 %." in report
    assert "| hylätty | 2 | ██ |\n| hyväksytty | 1 | █ |" in report
    assert "| 74,00 | **hyväksytty** | Vähintään 50 %: hyväksytty. |" in report


@pytest.mark.parametrize(
    ("number", "language", "said"),
    [
        (0, "fi", ["Prosentin perusteella hyväksytty (vähintään 50 %).", "Lopputulos: hyväksytty."]),
        (0, "en", ["By percent: pass, at least 50%.", "Outcome: pass."]),
        (1, "fi", ["Prosentin perusteella hylätty (alle 50 %). Hyväksymisraja on 50 %.",
                   "Lopputulos: hylätty (prosentti alle 50 %)."]),
        (1, "en", ["By percent: fail, below 50%. A pass begins at 50%.",
                   "Outcome: fail (percent below 50%)."]),
        (2, "fi", [ABSENT, "Lopputulos: hylätty (liikaa poissaoloja)."]),
        (2, "en", ["Attendance: absent 2/4 (50%), above 25%: grade lowered by one, from pass to fail.",
                   "Outcome: fail (too many absences)."]),
    ],
)  # fmt: skip
def test_the_explanation(number: int, language: str, said: list[str]) -> None:
    lines = explained(CLASS[number], language)
    assert [line for line in lines if line in said] == said


def test_a_mark_on_the_scale() -> None:
    assert explained(CLASS[0], "fi")[1].startswith("Essee: hyväksytty, 50 %, paino 40 %")


def test_json_keeps_the_labels() -> None:
    document = json.loads("".join(json_document(PLAN, CLASS, Texts("fi"))))
    assert [one["grade"] for one in document["students"]] == ["pass", "fail", "fail", None]
    assert document["summary"]["distribution"] == {"fail": 2, "pass": 1}
