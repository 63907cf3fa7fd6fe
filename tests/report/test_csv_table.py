"""`cxkit.report.csv_table`: exact percents as text, harmless cells, one shape for every batch."""

from __future__ import annotations

import csv
import io
from fractions import Fraction

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.report.classes import COURSE, plan_of

from cxkit.exact import floor_to
from cxkit.grading.plan import Plan
from cxkit.report.csv_table import CsvTable, component_columns, percent_texts

PLAN = plan_of(COURSE)
COMPONENTS = ("exam", "exercises", "project", "own", "demo")


def batch(plan: Plan, *rows: dict[str, object]) -> pl.DataFrame:
    """Build a frame as the engine gives it; what a row leaves out is null, notes are empty."""
    schema: dict[str, pl.DataType] = {
        "row": pl.Int64(),
        "id": pl.String(),
        "name": pl.String(),
        "percent": pl.Int64(),
        "base": pl.Int8(),
        "grade": pl.Int8(),
        "status": pl.Int8(),
        "notes": pl.String(),
        **{name: pl.Int64() for name in component_columns(plan)},
    }
    full = [{"row": n, "name": "", "status": 0, "notes": "", **row} for n, row in enumerate(rows)]
    return pl.DataFrame(full, schema=schema)


def cells(document: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(document.decode(), newline=""), strict=True))


def test_the_whole_file() -> None:
    table = CsvTable(PLAN)
    rows = batch(
        PLAN,
        {
            "id": "a1",
            "name": "Testi Opiskelija 01",
            "percent": 8250,
            "base": 3,
            "grade": 2,
            "notes": "x; y:exam",
        }
        | {"c.exam": 0, "c.exercises": 5, "c.project": 10000, "c.own": None, "c.demo": None},
        {"id": "a2", "status": 2, "notes": "no_marks"},
        {"id": "a3", "percent": 3999, "base": 0, "grade": 0, "status": 1},
    )
    assert table.header() + table.rows(rows) == (
        b"id,name,percent,base_grade,grade,status,notes,exam,exercises,project,own,demo\n"
        b"a1,Testi Opiskelija 01,82.50,3,2,passed,x; y:exam,0.00,0.05,100.00,,\n"
        b"a2,,,,,incomplete,no_marks,,,,,\n"
        b"a3,,39.99,H,H,failed,,,,,,\n"
    )


def test_no_student_is_a_header() -> None:
    table = CsvTable(PLAN)
    assert table.rows(batch(PLAN)) == b""
    assert cells(table.header()) == [
        ["id", "name", "percent", "base_grade", "grade", "status", "notes", *COMPONENTS]
    ]


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+1+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"])
def test_formulas_are_neutralised(text: str) -> None:
    rows = batch(PLAN, {"id": text, "name": text}, {"id": "a", "name": "b=1"})
    found = cells(CsvTable(PLAN).rows(rows))
    assert [row[:2] for row in found] == [["'" + text, "'" + text], ["a", "b=1"]]


@pytest.mark.parametrize("text", ['a"b', "a,b", "a\nb", "a\r\nb", "ä🙂\u202e", "x" * 10_000])
def test_any_text_survives(text: str) -> None:
    found = cells(CsvTable(PLAN).rows(batch(PLAN, {"id": "a", "name": text})))
    assert found[0][1] == text


def test_on_a_terminal_names_command_nothing() -> None:
    rows = batch(PLAN, {"id": "a\x1b[2J", "name": "\x9b31mred\x1b]0;t\x07 \u202eeno"})
    assert cells(CsvTable(PLAN, terminal=True).rows(rows))[0][:2] == ["a", "red eno"]
    assert cells(CsvTable(PLAN).rows(rows))[0][0] == "a\x1b[2J"


def test_labels_and_component_ids_are_cells_too() -> None:
    text = """
kind: course
version: 1
id: X
title: X
credits: 1
weights: relative
scale: {grades: ["-", "+", "=1"]}
bands: {"+": 50, "=1": 90}
components:
  - {id: name, weight: 1, max: 1}
  - {id: name_percent, weight: 1, max: 1}
  - {id: grade, weight: 1, max: 1}
"""
    plan = plan_of(text)
    assert component_columns(plan) == {
        "c.name": "name_percent_percent",
        "c.name_percent": "name_percent",
        "c.grade": "grade_percent",
    }
    found = cells(CsvTable(plan).rows(batch(plan, {"id": "a", "base": 2, "grade": 0})))
    assert found[0][3:5] == ["'=1", "'-"]


def test_more_decimals_where_a_limit_has_more() -> None:
    plan = plan_of(COURSE.replace("1: 40,", "1: 40.125,"))
    rows = batch(plan, {"id": "a", "percent": 401249, "c.exam": 401250})
    written = cells(CsvTable(plan).rows(rows))[0]
    assert (written[2], written[7]) == ("40.1249", "40.1250")


@given(
    st.lists(st.fractions(min_value=-1000, max_value=1000) | st.none(), min_size=1),
    st.integers(min_value=2, max_value=6),
)
def test_percents_are_rounded_down_exactly(values: list[Fraction | None], places: int) -> None:
    scaled = [None if v is None else v.numerator * 10**places // v.denominator for v in values]
    texts = percent_texts(pl.Series("p", scaled, dtype=pl.Int64), places).to_list()
    assert texts == [None if v is None else f"{floor_to(v, places):f}" for v in values]


@given(st.lists(st.integers(min_value=0, max_value=10_000), min_size=1))
def test_usual_percents(values: list[int]) -> None:
    texts = percent_texts(pl.Series("p", values, dtype=pl.Int64), 2).to_list()
    assert texts == [f"{value // 100}.{value % 100:02}" for value in values]
