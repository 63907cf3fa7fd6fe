"""`cxkit.escape`: text is shown, never obeyed."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from cxkit import escape

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
HOSTILE = [
    "<script>alert(1)</script>",
    "{{7*7}}",
    "{% include 'x' %}",
    "[x](javascript:alert(1))",
    "![x](http://example.invalid/x.png)",
    "a|b",
    r"a\|b",
    r"back\slash",
    "`code` ``code``",
    "*a* _b_ **c** __d__ ~~e~~",
    "# head",
    "- item",
    "+ item",
    "1. item",
    "12) item",
    "> quote",
    "---",
    "===",
    "&lt;b&gt; &amp; &#42;",
    "https://example.invalid/",
    "[red]x[/red]",
    "[x]: y",
    "Åsa Öberg-Ääkkönen",
]


def shown(markdown: str) -> str:
    """Return what a reader of the parsed Markdown sees; anything but plain text fails."""
    tokens = PARSER.parse(markdown)
    inline = [token for token in tokens if token.type == "inline"]
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    children = inline[0].children or []
    assert {child.type for child in children} <= {"text", "text_special"}
    return "".join(child.content for child in children)


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_is_literal(text: str) -> None:
    assert shown(escape.markdown(text)) == text


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_is_literal_in_a_table_cell(text: str) -> None:
    tokens = PARSER.parse(f"| a | b |\n|---|---|\n| {escape.markdown(text)} | end |\n")
    cells = [token for token in tokens if token.type == "inline"]
    assert len(cells) == 4
    children = cells[2].children or []
    assert {child.type for child in children} <= {"text", "text_special"}
    assert "".join(child.content for child in children) == text
    assert cells[3].content == "end"


@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1))
def test_markdown_of_any_printable_text_is_literal(text: str) -> None:
    assert shown(escape.markdown("x" + text)) == escape.plain("x" + text)
    assert shown(escape.markdown(text)) == escape.plain(text)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("plain ääkköset", "plain ääkköset"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x9b31mred", "red"),
        ("\x1b]0;title\x07name", "name"),
        ("\x1b]8;;http://example.invalid\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x1bPq#0\x1b\\after", "after"),
        ("\x1bcreset", "reset"),
        ("a\x1b", "a"),
        ("a\x1b]unfinished", "a"),
        ("a\x1b[12", "a"),
        ("a\x00\x07\x08\x7fb", "ab"),
        ("one\ntwo\r\nthree\tfour", "one two three four"),
        ("a\u2028b\x85c", "a b c"),
        ("abc\u202ecba\u2066x\u2069", "abccbax"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("\U0001f469\u200d\U0001f4bb", "\U0001f469\u200d\U0001f4bb"),
        ("שלום e\u0301", "שלום e\u0301"),
        ("lone\ud800", "lone\ufffd"),
    ],
)
def test_terminal(text: str, seen: str) -> None:
    assert escape.terminal(text) == seen


@given(st.text())
def test_terminal_leaves_nothing_that_acts(text: str) -> None:
    seen = escape.terminal(text)
    assert "\n" not in seen and "\x1b" not in seen and "\u202e" not in seen
    assert escape.terminal(seen) == seen
    seen.encode("utf-8")


@pytest.mark.parametrize("text", ["=1", "+1+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"])
def test_a_formula_gets_an_apostrophe(text: str) -> None:
    assert escape.spreadsheet(text) == "'" + text


@pytest.mark.parametrize("text", ["", "a=1", " text", "'quoted", "1"])
def test_other_cells_stay(text: str) -> None:
    assert escape.spreadsheet(text) == text


@given(st.text())
def test_json_keeps_its_data(text: str) -> None:
    document = json.dumps({"name": text}, ensure_ascii=False)
    safe = escape.json_text(document)
    assert json.loads(safe) == {"name": text}
    assert "\x9b" not in safe and "\u202e" not in safe
    safe.encode("utf-8")
