"""Diagnostics as lines of text."""

from __future__ import annotations

import pytest

from cxkit.checks.formats.excerpt import width
from cxkit.checks.formats.lines import concise, text
from cxkit.documents.diagnostics import Diagnostic, Severity, Span

LINE = "  - {id: exam, max: 0, weight: 30}"


def finding(**changes: object) -> Diagnostic:
    values: dict[str, object] = {
        "code": "CX110",
        "severity": Severity.ERROR,
        "message": "The maximum is not above 0.",
        "hint": "Give the points of a full answer.",
        "file": "course.yaml",
        "span": Span(7, 21, 7, 22),
    }
    return Diagnostic(**(values | changes))  # type: ignore[arg-type]


def test_concise_is_one_line_with_place_code_and_severity() -> None:
    assert concise(finding()) == "course.yaml:7:21: CX110 error: The maximum is not above 0."


def test_concise_without_a_place() -> None:
    assert concise(finding(span=None)) == "course.yaml: CX110 error: The maximum is not above 0."
    assert concise(finding(span=None, file=None)) == "cxkit: CX110 error: The maximum is not above 0."


def test_text_shows_the_source_line_carets_and_help() -> None:
    shown = text(finding(), lambda file, line: LINE if (file, line) == ("course.yaml", 7) else None)
    assert shown.splitlines() == [
        "course.yaml:7:21: CX110 error: The maximum is not above 0.",
        "  7 |   - {id: exam, max: 0, weight: 30}",
        "    |                     ^",
        "  help: Give the points of a full answer.",
    ]


def test_text_without_source_or_hint_is_the_concise_line() -> None:
    assert text(finding(hint=None), lambda _file, _line: None) == concise(finding())
    assert text(finding(hint=None, span=None), lambda _file, _line: LINE) == concise(finding(span=None))


def carets(line: str, span: Span) -> tuple[str, str]:
    """Return the source line as shown, and what stands under it, both without the gutter."""
    rows = text(finding(span=span, hint=None), lambda _file, _line: line).splitlines()
    return rows[1].partition("| ")[2], rows[2].partition("| ")[2]


@pytest.mark.parametrize(
    ("line", "span", "under"),
    [
        ("title: äö", Span(1, 8, 1, 10), "       ^^"),
        ("title: 日本 x", Span(1, 8, 1, 10), "       ^^^^"),
        ("日本: x", Span(1, 5, 1, 6), "      ^"),
        ("e\u0301x: y", Span(1, 3, 1, 4), " ^"),
        ("a: b", Span(1, 4, 3, 2), "   ^"),
        ("a: b", Span(1, 9, 1, 9), "    ^"),
        ("a: b", Span(1, 1, 1, 1), "^"),
        ("", Span(1, 1, 1, 1), "^"),
    ],
)
def test_carets_stand_under_the_span(line: str, span: Span, under: str) -> None:
    assert carets(line, span)[1] == under


def test_a_span_over_several_lines_is_marked_to_the_end_of_its_first() -> None:
    assert carets("exam: [1,", Span(4, 7, 6, 2)) == ("exam: [1,", "      ^^^")


def test_a_long_line_is_cut_to_what_surrounds_the_span() -> None:
    line = "x" * 5000 + "BAD" + "y" * 5000
    shown, under = carets(line, Span(1, 5001, 1, 5004))
    assert shown.startswith("…xxx") and shown.endswith("yyy…")
    assert width(shown) <= 101
    assert shown[under.index("^") : under.rindex("^") + 1] == "BAD"


def test_a_long_span_is_cut_too() -> None:
    shown, under = carets("a: " + "z" * 900, Span(1, 4, 1, 904))
    assert shown.endswith("z…")
    assert len(under) == width(shown) < 101


def test_nothing_in_a_finding_reaches_the_terminal_as_a_command() -> None:
    nasty = "\x1b[31mred\x1b[0m\nsecond line \x07\u202e\x9b2J"
    shown = text(
        finding(message=nasty, hint=nasty, file=nasty, span=Span(1, 3, 1, 9)),
        lambda _file, _line: nasty + " \x1b]0;title\x07 and more",
    )
    assert not set(shown) & set("\x1b\x07\x9b\u202e")
    assert len(shown.splitlines()) == 4


def test_colour_wraps_what_the_plain_text_holds() -> None:
    coloured = text(finding(), lambda _file, _line: LINE, colour=True)
    assert "\x1b[1;31m" in coloured
    plain = text(finding(), lambda _file, _line: LINE)
    for sign in ("\x1b[1;31m", "\x1b[32m", "\x1b[1m", "\x1b[0m"):
        coloured = coloured.replace(sign, "")
    assert coloured == plain


def test_brackets_are_never_markup() -> None:
    assert concise(finding(message="[red]x[/red]")).endswith("[red]x[/red]")
