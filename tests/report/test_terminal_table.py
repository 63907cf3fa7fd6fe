"""`cxkit.report.terminal_table`: straight columns at any width, and nothing that acts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.cells import cell_len
from tests.report.classes import COURSE, graded, plan_of, whole_class

from cxkit.grading.results import Derivation
from cxkit.locale import Texts
from cxkit.report.messages import Wording
from cxkit.report.terminal_table import Paper, bar_length, counts, table
from cxkit.report.views import summarise

PLAN = plan_of(COURSE)
CLASS = whole_class(PLAN)
EN = Texts("en")
EN_WORDS = Wording.of(PLAN, EN)
NAMES = [
    "e\u0301e\u0301 Ääkkönen",
    "学生 一",
    "\U0001f469\u200d\U0001f4bb Testi",
    "שלום עולם",
    "x" * 10_000,
    "\x1b[31mred\x1b[0m [red]",
    "two\nlines\ttab",
    "\u202eeno",
    "",
]


@pytest.mark.parametrize("width", [*range(1, 60), 80, 200])
@pytest.mark.parametrize("language", ["en", "fi"])
def test_no_line_is_wider_than_the_terminal(width: int, language: str) -> None:
    lines = list(table(PLAN, CLASS, Texts(language), Paper(width=width)))
    bars = [line for line in lines if line.startswith(" ") and "█" in line]
    wide = [line for line in lines if cell_len(line) > width]
    # Below nine cells a bar cannot be drawn beside its label and count.
    assert wide == [] or (width < 9 and set(wide) <= {*bars, " 1  0", " 2  0"})


def test_columns_are_straight_for_every_script() -> None:
    students = [
        graded(PLAN, n, {"own": "pass"}, name=name, absent=0, total=6) for n, name in enumerate(NAMES)
    ]
    lines = list(table(PLAN, students, EN, Paper()))[: len(NAMES) + 1]
    ends = {cell_len(line[: line.rindex(" H  below")]) for line in lines[1:]}
    assert len(ends) == 1
    assert "…" in lines[5]
    assert "red [red]" in lines[6]
    assert "two lines tab" in lines[7]
    assert not any(sign in line for line in lines for sign in "\x1b\u202e\n\t")


LONG_NAMES = [replace(student, name=f"{student.name} Pitkänimi") for student in CLASS]


@pytest.mark.parametrize("width", range(50, 140))
@pytest.mark.parametrize("language", ["en", "fi"])
@pytest.mark.parametrize("students", [CLASS, LONG_NAMES], ids=["short", "long"])
def test_a_reason_has_a_wide_column_or_lines_of_its_own(
    width: int, language: str, students: list[Derivation]
) -> None:
    head, first, *lines = table(PLAN, students, Texts(language), Paper(width=width))
    why = {"en": "why", "fi": "perustelu"}[language]
    if head.endswith(f"  {why}"):
        assert width - head.rindex(why) >= 40
        assert head.index({"en": "percent", "fi": "prosentti"}[language]) >= len("a2000001  ") + 16
    else:
        assert first == f"  {why}"
        assert students[0].name in lines[0] or width < 60
        assert lines[1].startswith("  ")
        assert lines[2].startswith("a2000002")


def test_short_reasons_stay_in_their_rows() -> None:
    good = [student for student in CLASS if EN_WORDS.reason(student) == "at least 90%: grade 5"]
    assert list(table(PLAN, good, EN, Paper(width=70)))[:2] == [
        "id        name                 percent  grade  why",
        "a2000001  Testi Opiskelija 01    93.50      5  at least 90%: grade 5",
    ]


def test_not_on_a_terminal_a_student_is_one_line() -> None:
    lines = list(table(PLAN, CLASS, EN, Paper()))
    assert [line.split()[0] for line in lines[1:16]] == [student.id for student in CLASS]
    assert lines[16] == ""


def test_not_on_a_terminal_an_id_is_whole() -> None:
    address = "testi.opiskelija.nimeltaan.pitka@example.invalid"
    student = replace(CLASS[0], id=address)
    assert list(table(PLAN, [student], EN, Paper()))[1].startswith(f"{address}  ")
    assert "…" in list(table(PLAN, [student], EN, Paper(width=120)))[1]
    long = replace(CLASS[0], id="x" * 999)
    _, first, second, *_rest = table(PLAN, [long, CLASS[0]], EN, Paper())
    assert first.startswith("x" * 999 + "  ")
    assert second.index("Testi") == 66


def test_colour_only_when_asked() -> None:
    assert "\x1b" not in "".join(table(PLAN, CLASS, EN, Paper(width=80)))
    coloured = "\n".join(table(PLAN, CLASS, EN, Paper(width=80, colour=True)))
    assert coloured.count("\x1b[1m") == coloured.count("\x1b[0m") == len(CLASS)


def test_ascii_only_needs_nothing_else() -> None:
    long = graded(PLAN, 1, {}, name="x" * 99)
    "\n".join(table(PLAN, [*CLASS, long], EN, Paper(ascii_only=True))).encode("ascii")


def test_an_empty_class() -> None:
    assert list(table(PLAN, [], EN, Paper(width=80))) == ["0 students: 0 passed, 0 failed, 0 incomplete."]


def test_counts_of_one() -> None:
    summary = summarise(PLAN, CLASS[:1])
    assert counts(summary, EN) == "1 student: 1 passed, 0 failed, 0 incomplete. Mean 93.50%, median 93.50%."


@pytest.mark.parametrize(
    ("count", "most", "room", "length"),
    [
        (0, 0, 40, 0),
        (3, 5, 40, 3),
        (40, 40, 40, 40),
        (1, 1_000_000, 40, 1),
        (0, 99, 40, 0),
        (50, 100, 40, 20),
    ],
)
def test_bars(count: int, most: int, room: int, length: int) -> None:
    assert bar_length(count, most, room) == length
