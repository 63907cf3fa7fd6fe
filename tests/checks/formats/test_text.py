"""Findings as people read them: source lines, carets, the summary."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.checks.formats.made import LIST, LOST, REMARK, USUAL, findings

from cxkit.checks.formats import Format, render
from cxkit.checks.formats.excerpt import WIDEST, excerpt, visible, width
from cxkit.documents.diagnostics import Span

SHOWN = """\
cxkit: CX998 error: Nowhere in particular?
a/course.yaml:3:14: CX030 error: `wieght` has no meaning here
  3 |   - {id: exam, wieght: 100}
    |              ^^^^^^
  help: Did you mean `weight`?
a/course.yaml:5:8: CX032 warning: A list
  5 | notes: [one,
    |        ^^^^^
b.yaml: CX999 info: It could be better.
  help: Make it so.
2 files checked: 2 errors, 1 warning, 1 info.
"""


def test_text() -> None:
    assert render(Format.TEXT, USUAL) == SHOWN


def test_concise_is_the_first_line_of_each() -> None:
    lines = [line for line in SHOWN.splitlines() if ": CX" in line]
    assert render(Format.CONCISE, USUAL).splitlines() == lines


def test_colours_are_all_that_a_terminal_gets_more() -> None:
    for format_ in (Format.TEXT, Format.CONCISE):
        coloured = render(format_, USUAL, colour=True)
        for sign in ("1;31", "1;33", "1;36", "32", "1", "0"):
            assert f"\x1b[{sign}m" in coloured or sign == "32"
            coloured = coloured.replace(f"\x1b[{sign}m", "")
        assert coloured == render(format_, USUAL)


@pytest.mark.parametrize(
    ("found", "last"),
    [
        (findings(), "2 files checked: all is well.\n"),
        (findings(files=("a.yaml",)), "1 file checked: all is well.\n"),
        (findings(files=tuple(f"{n}.yaml" for n in range(1234))), "1,234 files checked: all is well.\n"),
        (findings(LOST, files=("a.yaml",)), "1 file checked: 1 error.\n"),
        (findings(LIST, LIST, REMARK, REMARK), "2 files checked: 2 warnings, 2 infos.\n"),
        (findings(files=()), "No cxkit files found: there are no YAML files.\n"),
        (
            replace(findings(files=()), folders=(".", "a\x1b"), passed_over=1),
            "No cxkit files found in this folder, `a`: 1 YAML file of other programs passed over.\n",
        ),
        (findings(files=(), unreadable=("x: no.",)), ""),
    ],
)
def test_the_last_line_sums_up(found, last: str) -> None:
    text = render(Format.TEXT, found)
    assert text.splitlines(keepends=True)[-1:] == ([last] if last else [])


def shown(line: str, start: int, end: int) -> tuple[str, str]:
    """Return the source line as shown and what stands under it, without the gutter."""
    rows = excerpt(line, Span(1, start, 1, end))
    return rows[0].partition("| ")[2], rows[1].partition("| ")[2]


@pytest.mark.parametrize(
    ("line", "start", "end", "above", "under"),
    [
        ("\tid: x", 2, 4, "→   id: x", "    ^^"),
        ("a\t\tb", 2, 4, "a→   →   b", " ^^^^^^^^"),
        ("a \x1b[31mb", 3, 4, "a ␛[31mb", "  ^"),
        ("a\x7fb\x00", 2, 3, "a␡b␀", " ^"),
        ("id: ab\u202ecd", 7, 8, "id: ab<U+202E>cd", "      ^^^^^^^^"),
        ("\u2028\x85\ud800\ufeff!", 5, 6, "<U+2028><U+0085><U+D800><U+FEFF>!", " " * 32 + "^"),
        ("한: x", 4, 5, "한: x", "    ^"),
        ("\u1112\u1161\u11ab: x", 6, 7, "\u1112\u1161\u11ab: x", "    ^"),
        ("👩\u200d💻: x", 6, 7, "👩\u200d💻: x", "      ^"),
        ("y\u0302x: z", 3, 4, "y\u0302x: z", " ^"),
    ],
)
def test_carets_stand_under_what_is_shown(line: str, start: int, end: int, above: str, under: str) -> None:
    assert shown(line, start, end) == (above, under)


@pytest.mark.parametrize(
    ("line", "start", "end"),
    [
        ("x" * 101, 1, 2),
        ("x" * 101, 101, 102),
        ("日" * 60, 30, 31),
        ("\t" * 40 + "id: 1", 41, 43),
        ("x" * 5000, 10, 5001),
        ("a\u0301" * 4000, 4001, 4003),
        ("\u0301" * 9000, 5000, 5001),
        ("x" * 66 + "日" * 40, 1, 67),
        ("…" * 300, 100, 130),
    ],
)
def test_long_lines_are_cut_near_the_span(line: str, start: int, end: int) -> None:
    above, under = shown(line, start, end)
    assert "…" in above and width(above) <= WIDEST + 3
    assert under.strip(" ") == "^" * under.count("^") != ""
    assert len(under) <= WIDEST + 3


def test_a_cut_never_parts_a_letter_from_its_marks() -> None:
    above, _ = shown("a\u0301" * 200, 201, 203)
    assert above.startswith("…a\u0301")
    line = "x" + "\u0301" * 150 + "abc"
    assert shown(line, 152, 155)[0] == "…abc"


@given(st.text(max_size=300), st.integers(1, 310), st.integers(0, 200), st.integers(30, 130))
def test_a_line_and_its_carets_fit_into_the_terminal(
    line: str, start: int, length: int, columns: int
) -> None:
    span = Span(1, start, 1, start + length)
    rows = excerpt(line, span, columns=columns)
    assert all(width(row) <= columns for row in rows)
    assert "^" in rows[1]
    if columns >= WIDEST + 9:
        assert rows == excerpt(line, span)


def test_a_narrow_terminal_sees_what_the_carets_are_about() -> None:
    line = f"  - {{id: exam, title: {'Very ' * 10}long, wieght: 100}}"
    start = line.index("wieght") + 1
    rows = excerpt(line, Span(1, start, 1, start + 6), columns=40)
    assert rows == ["  1 | …ery long, wieght: 100}", "    |            ^^^^^^"]
    assert all(len(row) <= 30 for row in excerpt("x" * 24, Span(1, 25, 1, 25), columns=30))
    assert excerpt("id: x", Span(1, 5, 1, 6), columns=1) == ["  1 | id: x", "    |     ^"]
    text = render(Format.TEXT, USUAL, columns=200)
    assert text == render(Format.TEXT, USUAL)


@given(st.text(max_size=300), st.integers(1, 310), st.integers(0, 200))
def test_nothing_is_obeyed_and_everything_is_bounded(line: str, start: int, length: int) -> None:
    rows = excerpt(line, Span(1, start, 1, start + length))
    assert len(rows) == 2
    assert all(width(row) <= WIDEST + 9 for row in rows)
    assert not any(ord(sign) < 32 or 0x7F <= ord(sign) < 0xA0 for row in rows for sign in row)
    assert not set("".join(rows)) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u2028")
    assert visible(visible(line)) == visible(line)
