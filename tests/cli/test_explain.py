"""`cxkit explain` on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxkit.cli.app import main
from cxkit.report.terminal_table import Paper

COURSE = """\
kind: course
version: 1
id: C-1
title: Course
credits: 5
bands: {1: 40, 3: 70, 5: 90}
components:
  - {id: exam, title: Exam, weight: 60, max: 30}
  - {id: essay, title: Essay, weight: 40, max: 10}
"""
ROSTER = """\
id,name,email,Exam,Essay
a1,Testi Opiskelija 01,opiskelija01@example.invalid,30,10
-12,Testi Opiskelija 02,opiskelija02@example.invalid,20,7.5
a3,Testi Opiskelija 03,opiskelija03@example.invalid,5,1
a4,Testi Opiskelija 03,opiskelija04@example.invalid,5,1
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with one course file and a roster beside it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "course.yaml").write_text(COURSE, encoding="utf-8")
    (tmp_path / "roster.csv").write_text(ROSTER, encoding="utf-8")
    return tmp_path


def test_every_step_has_its_numbers_and_its_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "roster.csv", "a1", "--course", "course.yaml"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    lines = out.splitlines()
    assert lines[:2] == ["Testi Opiskelija 01 (a1)", ""]
    assert lines[2].startswith("Exam: 30/30 points, 100%")
    assert lines[2].endswith("[course.yaml:8]")
    assert lines[3].endswith("[course.yaml:9]")
    assert any("grade 5" in line and line.endswith("[course.yaml:6]") for line in lines)
    assert "grade 5" in lines[-1]


@pytest.mark.parametrize(
    "student", ["-12", "Testi Opiskelija 02", "testi opiskelija 02", "opiskelija02@EXAMPLE.invalid"]
)
@pytest.mark.parametrize("separator", [[], ["--"]])
def test_a_student_by_id_name_or_email(
    student: str, separator: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", "--lang", "fi", *separator, "roster.csv", student]) == 0
    assert capsys.readouterr().out.startswith("Testi Opiskelija 02 (-12)\n")


def test_on_a_terminal_lines_are_broken_and_indented(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cxkit.cli.console.paper", lambda: Paper(width=40))
    assert main(["explain", "roster.csv", "a1"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= 40
    assert lines[2:4] == ["Exam: 30/30 points, 100%, weight 60%,", "    adds 60%  [course.yaml:8]"]


def test_nobody_and_too_many(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "roster.csv", "a9"]) == 2
    assert 'no student "a9"' in capsys.readouterr().err
    assert main(["explain", "roster.csv", "Testi Opiskelija 03"]) == 2
    assert '2 students fit "Testi Opiskelija 03": a3, a4; give the id.' in capsys.readouterr().err


def test_a_bad_cell_anywhere_explains_nobody(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "roster.csv").write_text(ROSTER.replace("7.5", "x"), encoding="utf-8")
    assert main(["explain", "roster.csv", "a1"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "roster.csv:3:" in err


def test_a_student_without_a_name(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "roster.csv").write_text("id,Exam,Essay\na1,30,10\n", encoding="utf-8")
    assert main(["explain", "roster.csv", "a1"]) == 0
    assert capsys.readouterr().out.startswith("a1\n\n")


def test_what_the_file_leaves_unsaid_has_no_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "roster.csv").write_text("id,Exam,Essay\na1,,\n", encoding="utf-8")
    assert main(["explain", "roster.csv", "a1", "--lang", "en"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[2] == "No marks at all."


def test_the_student_before_the_roster(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "a1", "roster.csv"]) == 2
    assert "no roster `a1`: did you mean `cxkit explain roster.csv a1`?" in capsys.readouterr().err


def test_a_roster_that_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "rooster.csv", "a1"]) == 2
    assert "did you mean `cxkit" not in capsys.readouterr().err
