"""The examples hold: their courses pass, and their rosters give the grades that lie beside them.

The walks through the guide that begin with an example's roster are walked here as well.

`--update-golden` writes `odotettu.csv` and `raportti.md` anew; the outcomes below were worked out by
hand and do not move with them.
"""

import csv
import json
import re
import shlex
import shutil
from pathlib import Path

import pytest

from cxkit.cli.app import main

EXAMPLES = Path(__file__).parents[1] / "examples"
GUIDE = Path(__file__).parents[1] / "docs" / "guide"
FOLDERS = sorted(path.parent.name for path in EXAMPLES.glob("*/course.yaml"))

# Exact percent and grade of each student in the roster's order; "-" is none.
BY_HAND = {
    "asiakaspolku": """
        100 5, 90 5, 13499/150 3, 70 3, 13999/200 1, 40 1, 5999/150 H, 81 2, 95 4, 92 H,
        185/2 5, 75 2, 46 H, 161/2 -, 175/2 H, 133/2 1, - -, - H, 235/3 3, 80 3,
        0 H, 90 5, 77 -, 434/5 3, 198/5 H
    """,
    "asiakkaat-paaomana": """
        100 5, 90 5, 44997/500 4, 80 4, 15999/200 3, 70 3, 55 2, 40 1, 40997/500 0, 358/5 3,
        171/2 4, 4569/55 4, 387/5 3, 416/5 4, 81 4, 570/7 4, 80 0, 374/5 0, 4402/55 -, 55 -,
        - -, - -, 213/5 0, 364/5 0, 7999/200 0, 339/5 2
    """,
}


def grade(folder: str, *options: str) -> int:
    """Grade an example with some options and return the exit status."""
    here = EXAMPLES / folder
    return main(["grade", str(here / "arviointilista.csv"), "--course", str(here / "course.yaml"), *options])


def test_every_example_was_worked_by_hand() -> None:
    assert list(BY_HAND) == FOLDERS


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_course_passes(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(EXAMPLES / folder / "course.yaml"), "--format", "concise"]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("folder", FOLDERS)
def test_grades_are_those_worked_by_hand(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert grade(folder, "--format", "json") == 0
    students = json.loads(capsys.readouterr().out)["students"]
    got = [f"{student['percent_exact'] or '-'} {student['grade'] or '-'}" for student in students]
    assert got == [outcome.strip() for outcome in BY_HAND[folder].split(",")]


@pytest.mark.parametrize("folder", FOLDERS)
def test_printed_csv_is_as_expected(
    folder: str, capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> None:
    assert grade(folder, "--format", "csv") == 0
    printed = capsys.readouterr()
    expected = EXAMPLES / folder / "odotettu.csv"
    if request.config.getoption("--update-golden"):
        expected.write_text(printed.out, encoding="utf-8", newline="")
    assert printed.out == expected.read_bytes().decode("utf-8")
    assert printed.err == ""


@pytest.mark.parametrize("folder", FOLDERS)
def test_report_is_as_expected(folder: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    report = tmp_path / "raportti.md"
    assert grade(folder, "-o", str(report), "--quiet") == 0
    expected = EXAMPLES / folder / "raportti.md"
    if request.config.getoption("--update-golden"):
        expected.write_bytes(report.read_bytes())
    assert report.read_bytes() == expected.read_bytes()


def test_the_examples_show_every_kind_of_outcome() -> None:
    """Every grade, status and note of this version occurs somewhere."""
    rows = [
        row
        for folder in FOLDERS
        for row in csv.DictReader(
            (EXAMPLES / folder / "odotettu.csv").read_text(encoding="utf-8").splitlines()
        )
    ]
    assert {row["grade"] for row in rows} == {"", "H", "0", "1", "2", "3", "4", "5"}
    assert {row["status"] for row in rows} == {"passed", "failed", "incomplete"}
    assert {note.partition(":")[0] for row in rows for note in row["notes"].split("; ")} == {
        "",
        "attendance_failed",
        "attendance_lowered",
        "capped",
        "close_to",
        "dropped",
        "excused",
        "incomplete",
        "missing",
        "no_marks",
        "not_passed",
        "retry_capped",
    }


@pytest.mark.parametrize(
    ("page", "roster"), [("first-grades.md", "gradebook.csv"), ("pika-aloitus.md", "arviointilista.csv")]
)
def test_the_first_steps_of_the_guide_can_be_walked(
    page: str, roster: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(EXAMPLES / "asiakkaat-paaomana" / "arviointilista.csv", tmp_path / roster)
    monkeypatch.chdir(tmp_path)
    commands = re.findall(r"^\$ cxkit (.+)$", (GUIDE / page).read_text(encoding="utf-8"), re.MULTILINE)
    assert len(commands) == 5
    for command in commands:
        assert main(shlex.split(command)) == 0, command


def test_the_first_course_file_of_the_guide_passes(tmp_path: Path) -> None:
    text = (GUIDE / "course-file.md").read_text(encoding="utf-8")
    course = tmp_path / "course.yaml"
    course.write_text(text.partition("```yaml\n")[2].partition("```")[0], encoding="utf-8")
    assert main(["check", str(course)]) == 0
