"""Names and ids that mean mischief, in every output: shown, never obeyed."""

from __future__ import annotations

import csv
import io
import json

import polars as pl
import pytest
from markdown_it import MarkdownIt
from rich.cells import cell_len
from tests.report.classes import COURSE, graded, plan_of

from cxkit.escape import plain
from cxkit.locale import Texts
from cxkit.report.class_report import class_report
from cxkit.report.csv_table import CsvTable, component_columns
from cxkit.report.explain import explanation
from cxkit.report.json_document import json_document
from cxkit.report.terminal_table import Paper, table

PLAN = plan_of(COURSE)
MARKDOWN = MarkdownIt("commonmark").enable("table")
CELLS: dict[str, str | list[str]] = {"exam": "35.8", "h1": "9", "h2": "9", "h3": "18", "project": "89"}
NAMES = [
    "=HYPERLINK(1)",
    "+1+1",
    "@SUM",
    "-1",
    "\tled by a tab",
    "<script>alert(1)</script>",
    "{{7*7}}",
    "{% raw %}",
    "[x](javascript:alert(1))",
    "![x](javascript:alert(1))",
    "a|b",
    "a\\|b",
    "`x` ``y``",
    "first\nsecond",
    "first\r\n\r\n# second",
    "\x1b[31mred\x1b[0m",
    "\x1b]8;;http://example.invalid\x07link\x1b]8;;\x07",
    "\x9b31mred",
    "nul\x00bell\x07",
    "[red]x[/red]",
    "**bold** __x__",
    "1. one",
    "- one",
    "# head",
    "&lt;&#42;",
    "\u202eright to left\u2069",
    "שלום",
    "e\u0301" * 5,
    "\U0001f469\u200d\U0001f4bb",
    "学生",
    "x" * 10_000,
    "../../x",
    "CON",
    "{name}",
    "%(name)s %s",
    "https://example.invalid/",
]


@pytest.mark.parametrize("name", NAMES)
def test_csv(name: str) -> None:
    columns = dict.fromkeys(component_columns(PLAN), 0)
    row = {"id": name, "name": name, "percent": 0, "base": 0, "grade": 0, "status": 1, "notes": "", **columns}
    document = CsvTable(PLAN).rows(pl.DataFrame([row]))
    (found,) = csv.reader(io.StringIO(document.decode(), newline=""), strict=True)
    assert found[0] == found[1]
    assert found[0].removeprefix("'") == name
    assert found[0][0] not in "=+-@\t\r\n"


@pytest.mark.parametrize("name", NAMES)
def test_json(name: str) -> None:
    written = "".join(json_document(PLAN, [graded(PLAN, 1, CELLS, name=name)], Texts("fi")))
    assert json.loads(written)["students"][0]["name"] == name
    assert not any(sign in written for sign in "\x00\x07\x1b\x9b\u202e\u2069")


@pytest.mark.parametrize("name", NAMES)
def test_class_report(name: str) -> None:
    report = class_report(PLAN, [graded(PLAN, 1, CELLS, name=name)], Texts("en"))
    tokens = MARKDOWN.parse(report)
    inline = [token for token in tokens if token.type == "inline"]
    kinds = {child.type for token in inline for child in token.children or []}
    assert kinds <= {"text", "text_special", "strong_open", "strong_close"}
    cells = ["".join(child.content for child in token.children or []) for token in inline]
    assert plain(name).strip() in cells
    assert len([token for token in tokens if token.type == "heading_open"]) == 7
    assert not any(token.type in ("html_block", "fence", "code_block", "hr") for token in tokens)


@pytest.mark.parametrize("name", NAMES)
def test_terminal(name: str) -> None:
    lines = list(table(PLAN, [graded(PLAN, 1, CELLS, name=name)], Texts("en"), Paper(width=80)))
    assert all(cell_len(line) <= 80 for line in lines)
    (row,) = [line for line in lines if line.startswith("a2000001")]
    assert row.isprintable() or "\u200d" in row
    assert row.startswith(f"a2000001  {plain(name)[:16].rstrip()}")


@pytest.mark.parametrize("title", [name for name in NAMES if len(name) < 100 and plain(name) == name])
def test_titles_of_a_course(title: str) -> None:
    plan = plan_of(COURSE.replace("{fi: Tentti, en: Exam}", json.dumps(title, ensure_ascii=False)))
    student = graded(plan, 1, {"own": "pass"})
    steps = explanation(plan, student, Texts("en"), file="course.yaml", line_of=len)
    end = " –" if ":" in title else ":"
    assert any(step.text.startswith(f"{title}{end} no mark") for step in steps)
    tokens = MARKDOWN.parse(class_report(plan, [student], Texts("en")))
    shown = ["".join(c.content for c in t.children or []) for t in tokens if t.type == "inline"]
    assert title.strip() in shown
