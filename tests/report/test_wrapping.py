"""`cxkit.report.wrapping`: lines fit, and nothing is lost on the way."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from cxkit.report.wrapping import wrapped


def test_further_lines_are_indented() -> None:
    text = "Exam: 33/40 points, 82.5 %, weight 25 %  [course.yaml:12]"
    assert wrapped(text, 24, "    ") == [
        "Exam: 33/40 points,",
        "    82.5 %, weight 25 %",
        "    [course.yaml:12]",
    ]
    assert wrapped(text, None, "    ") == [text]


@given(st.text("ab %学", max_size=60), st.integers(6, 30))
def test_lines_fit_and_keep_every_sign(text: str, width: int) -> None:
    lines = wrapped(text, width, "    ")
    assert all(cell_len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
