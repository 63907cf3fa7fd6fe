"""The fast and the careful reader give the same frames for clean rosters and refuse the same dirty ones."""

from __future__ import annotations

import io

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.roster.rosters import HEAD, course_of

from cxkit.documents.diagnostics import Refused
from cxkit.roster import fast
from cxkit.roster.careful import CarefulReader
from cxkit.roster.fast import Doubt, fast_batches, is_simple
from cxkit.roster.findings import Findings
from cxkit.roster.plain_quotes import PlainQuotes
from cxkit.roster.read import read
from cxkit.roster.table import open_table

COURSE = (
    HEAD
    + """\
components:
  - {id: exam, weight: 50, max: 10, column: [exam, resit], over_max: cap}
  - {id: lab, weight: 50, mark: percent}
  - {id: own, mark: pass_fail}
  - {id: talk, mark: grade}
attendance: {column: {absent: abs}, sessions: 6, missing: absent, rules: [{above: 25, lower: 1}]}
route_column: way
routes: [{id: work, attendance: false}, {id: demo, components: [{id: show, weight: 100, max: 5}]}]
"""
)
HEADERS = ["id", "name", "email", "exam", "resit", "lab", "own", "talk", "show", "abs", "way"]
NOTHING = ["", "-", " "]
TEXT = st.text(st.characters(codec="utf-8", exclude_characters='\0\r\n",'), max_size=6)
POINTS = st.sampled_from([*NOTHING, "0", "7.25", "10", " 3 ", "12", "ex", "'-0"])
CELLS = st.tuples(
    TEXT,
    TEXT,
    POINTS,
    POINTS,
    st.sampled_from([*NOTHING, "85", "85.00 %", "2.5", "EX"]),
    st.sampled_from([*NOTHING, "Hyväksytty", "hyl.", "x"]),
    st.sampled_from([*NOTHING, "5", "4.00", "0"]),
    st.sampled_from([*NOTHING, "4.5"]),
    st.sampled_from([*NOTHING, "0", "2", "6"]),
    st.sampled_from([*NOTHING, "work", "DEMO"]),
)
DIRT = ["x", "1e2", "11%", "7,5", "-1", "９", "1,2,3", '"', '"a"b', "1\n2", "\0", "\r", ""]


def silent(rows: int) -> None:
    """Take no notice of the progress."""


def text_of(rows: list[list[str]], end: str = "\n") -> str:
    return end.join(",".join(row) for row in [HEADERS, *rows]) + end


def read_both(content: str) -> tuple[pl.DataFrame | None, pl.DataFrame | None]:
    """Give what each reader makes of a roster, None where it refuses."""
    course, document = course_of(COURSE)
    raw = content.encode()
    layout = read("r.csv", course, document, stream=io.BytesIO(raw)).layout
    table = open_table("r.csv", stream=io.BytesIO(raw))
    quick: pl.DataFrame | None = None
    if is_simple(table):
        try:
            quick = pl.concat(list(fast_batches(table, layout, None, Findings("r.csv"), silent)))
        except Doubt:
            quick = None
    try:
        slow = pl.concat(list(CarefulReader(table, layout, None, Findings("r.csv")).batches(silent)))
    except Refused:
        return quick, None
    return quick, slow


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fast, "CHUNK", 5)


@given(st.lists(CELLS, min_size=1, max_size=20), st.sampled_from(["\n", "\r\n"]))
def test_clean_rosters_are_read_alike(cells: list[tuple[str, ...]], end: str) -> None:
    rows = [[f"s{number}", *row] for number, row in enumerate(cells)]
    rows[0][5] = "85"  # a share of one in every cell would be refused
    quick, slow = read_both(text_of(rows, end))
    assert quick is not None and slow is not None
    assert quick.equals(slow)
    assert quick.schema == slow.schema


@given(st.lists(CELLS, min_size=1, max_size=8), st.data())
def test_dirty_rosters_are_refused_alike(cells: list[tuple[str, ...]], data: st.DataObject) -> None:
    rows = [[f"s{number}", *row] for number, row in enumerate(cells)]
    row = data.draw(st.integers(0, len(rows) - 1))
    rows[row][data.draw(st.integers(0, 10))] = data.draw(st.sampled_from(DIRT))
    quick, slow = read_both(text_of(rows))
    if slow is None:
        assert quick is None
    elif quick is not None:
        assert quick.equals(slow)


def with_last(rows: list[tuple[str, ...]], last: list[str]) -> list[list[str]]:
    """Number the rows and give each another cell at its end, a column that nobody needs."""
    return [[f"s{number}", *row, end] for number, (row, end) in enumerate(zip(rows, last, strict=True))]


PLAIN = ("x", "", "7", "", "85", "", "5", "", "0", "")


@pytest.mark.parametrize("empty", [None, 0, 4, 5, 11, 12])
def test_an_empty_last_cell_changes_nothing(empty: int | None) -> None:
    last = ["1584950400"] * 13
    if empty is not None:
        last[empty] = ""
    quick, slow = read_both(text_of([[*HEADERS, "end"], *with_last([PLAIN] * 13, last)]).split("\n", 1)[1])
    assert quick is not None and slow is not None
    assert quick.equals(slow)
    assert quick["row"].to_list() == list(range(13))


@pytest.mark.parametrize("empty", [None, 0, 7])
@pytest.mark.parametrize(("long", "short"), [(1, None), (None, 1), (1, 8), (8, 1), (0, 12)])
def test_rows_of_the_wrong_length_are_never_passed(
    long: int | None, short: int | None, empty: int | None
) -> None:
    """One too long and one too short have the right number of delimiters together."""
    last = ["1584950400"] * 13
    if empty is not None:
        last[empty] = ""
    rows = with_last([PLAIN] * 13, last)
    if long is not None:
        rows[long].append("more")
    if short is not None:
        rows[short].pop()
    assert read_both(text_of([[*HEADERS, "end"], *rows]).split("\n", 1)[1]) == (None, None)


def test_quotes_in_the_header_alone_keep_nobody_from_being_quick() -> None:
    heads = [f'"{name}"' for name in HEADERS] + ['"a comment, if any"']
    for end in ("\n", "\r\n"):
        quick, slow = read_both(text_of([heads, *with_last([PLAIN] * 7, ["x"] * 7)], end).split(end, 1)[1])
        assert quick is not None and slow is not None
        assert quick.equals(slow)
    rows = with_last([PLAIN] * 7, ["x"] * 7)
    rows[2].append("more")
    rows[5].pop()
    assert read_both(text_of([heads, *rows]).split("\n", 1)[1]) == (None, None)


@given(st.lists(CELLS, min_size=1, max_size=20), st.sampled_from(["\n", "\r\n"]), st.data())
def test_plain_quotes_change_nothing(cells: list[tuple[str, ...]], end: str, data: st.DataObject) -> None:
    rows = [[f"s{number}", *row] for number, row in enumerate(cells)]
    rows[0][5] = "85"
    bare, _ = read_both(text_of(rows, end))
    places = st.tuples(st.integers(0, len(rows) - 1), st.integers(0, 10))
    for row, column in data.draw(st.sets(places, min_size=1)):
        rows[row][column] = f'"{rows[row][column]}"'
    quick, slow = read_both(text_of(rows, end))
    assert quick is not None and slow is not None and bare is not None
    assert quick.equals(slow)
    assert quick.equals(bare)


@given(st.lists(CELLS, min_size=1, max_size=8), st.data())
def test_quotes_of_any_kind_are_never_misread(cells: list[tuple[str, ...]], data: st.DataObject) -> None:
    rows = [[f"s{number}", *row] for number, row in enumerate(cells)]
    rows[0][5] = "85"
    places = st.tuples(st.integers(0, len(rows) - 1), st.integers(0, 10))
    pieces = st.lists(st.sampled_from(['"', '"', ",", "\n", "a", " ", '""']), max_size=5).map("".join)
    for row, column in data.draw(st.sets(places, max_size=3)):
        rows[row][column] = data.draw(pieces)
    quick, slow = read_both(text_of(rows))
    if quick is not None:
        assert slow is not None
        assert quick.equals(slow)


@pytest.mark.parametrize(
    ("header", "body"),
    [
        ('"id\n",Exam', "1,5"),
        ("id,Exam", '1,5"'),
        ("id,Exam", '"1,5'),
        ("id,Exam", '"1,5"'),
        ("id,Exam", '"1"2,5'),
        ("id,Exam", '1"2",5'),
        ("id,Exam", '"1 ""2""",5'),
        ("id,Exam", '"1\n",5'),
        ("id,Exam", ' "1",5'),
        ('id,"Exam\n1"', "2,5"),
    ],
)
def test_quotes_that_are_not_plain_are_for_the_careful_reader(header: str, body: str) -> None:
    for end in ("", "\n"):
        content = f"{header}\n{body}{end}".encode()
        assert not is_simple(open_table("r.csv", stream=io.BytesIO(content)))


@pytest.mark.parametrize("size", [1, 2, 3, 7, 64])
def test_quotes_are_judged_alike_in_blocks_of_any_size(size: int) -> None:
    """Except that a line has to be shorter than a block to be simple, so the judge is asked itself."""
    texts = ['h\n"a","b c"\r\n,"","d"\nx,y,"z"', 'h"\n"a"b,c\n', 'h\na,"b\n', '"h,i"\na,b\n', 'h\n"a,b"']
    found = []
    for text in texts:
        judge, raw = PlainQuotes(b","), text.encode()
        for start in range(0, len(raw), size):
            judge.see(raw[start : start + size])
        judge.end()
        found.append((judge.any, judge.plain))
    assert found == [(True, True), (True, False), (True, False), (False, True), (True, False)]
