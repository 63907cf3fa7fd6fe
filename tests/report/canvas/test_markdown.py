"""`cxkit.report.canvas.markdown`: canvases as documents, every text of which stays literal."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from tests.report.canvas.canvases import canvas_text, example_view, journey_view, made_view, view_of
from tests.report.canvas.journeys import HOSTILE, hostile

from cxkit import escape
from cxkit.canvas.kind import OWN_KINDS
from cxkit.locale import LANGUAGES
from cxkit.report.canvas.markdown import markdown

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
MARKUP = [
    "[x](javascript:alert(1)) ![x](http://example.invalid/x.png)",
    "a | b\n| - | - |\n\n# head",
    "    code",
    "```\ncode",
    "<!-- hidden --> &lt; &amp;",
    "* a _b_ **c** ~~d~~ `e`",
    "1. one",
    "- [ ] task",
    "===",
    "{{ 7*7 }} {% raw %}",
    "\u202egnirts\u200b\x1b[31m",
]


def inline(text: str) -> list[Token]:
    """Return what stands in headings, paragraphs, list entries and cells, and hold that there is no code."""
    tokens = PARSER.parse(text)
    assert {token.type for token in tokens}.isdisjoint(
        {"code_block", "fence", "html_block", "blockquote_open"}
    )
    return [token for token in tokens if token.type == "inline"]


def seen(token: Token) -> str:
    """Return what a reader sees; nothing but text, our bold labels and our italics may be there."""
    children = token.children or []
    ours = {"text", "text_special", "strong_open", "strong_close", "em_open", "em_close"}
    assert {child.type for child in children} <= ours, token.content
    return "".join(child.content for child in children)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", OWN_KINDS)
def test_golden(golden: Callable[[str, str], None], kind: str, language: str) -> None:
    golden(f"canvas/{kind}.{language}.md", markdown(example_view(kind, language)))


@pytest.mark.parametrize("kind", OWN_KINDS)
def test_a_canvas_in_one_language_has_the_words_of_the_other_around_it(kind: str) -> None:
    found = markdown(example_view(kind, "fi", "en"))
    assert found == markdown(example_view(kind, "fi", "en"))
    assert "- **Filled:** " in found
    assert "Täyttöaste" not in found


@pytest.mark.parametrize("text", [*HOSTILE, *MARKUP])
def test_every_text_of_a_journey_is_literal(text: str) -> None:
    view = journey_view(hostile(3, 2, text), "en")
    words = escape.plain(text).strip()
    found = [seen(token) for token in inline(markdown(view))]
    assert any(words in one for one in found)


@pytest.mark.parametrize("text", [*HOSTILE, *MARKUP])
def test_every_note_of_a_block_is_literal(text: str) -> None:
    view = made_view("bmc", title=text, blocks={"key_partners": text, "channels": [text, "two"]})
    found = inline(markdown(view))
    words = escape.plain(text).strip()
    assert [seen(token) for token in found].count(words) == 3


@given(st.text(st.characters(codec="utf-8"), min_size=1).filter(str.strip))
def test_any_text_is_literal(text: str) -> None:
    view = made_view("bmc", organisation=text, blocks={"key_partners": text})
    found = [seen(token) for token in inline(markdown(view))]
    words = escape.plain(text).replace("\u00ad", "").strip()
    assert f"Organisation: {words}".strip() in found
    assert words in found or not words


def test_tables_keep_their_columns_whatever_is_in_them() -> None:
    view = journey_view(hostile(2, 5, "a | b\n| c"), "fi")
    tables: list[list[int]] = []
    for token in PARSER.parse(markdown(view)):
        if token.type == "table_open":
            tables.append([])
        elif token.type == "tr_open":
            tables[-1].append(0)
        elif token.type in ("td_open", "th_open"):
            tables[-1][-1] += 1
    overview, *others = tables
    assert overview == [3 + 5 + 1] * 3
    assert len(others) == 5
    assert all(len(set(rows)) == 1 for rows in others)


def test_places_to_break_a_word_are_left_out() -> None:
    found = markdown(view_of(canvas_text("bmc", "blocks:\n  channels: Nouto\u00adaika\n")))
    assert "\nNoutoaika\n" in found


def test_an_empty_canvas_asks_its_questions() -> None:
    found = markdown(view_of(canvas_text("bmc"), "en"))
    assert "## Channels\n\n*Where do we meet the customer" in found
    assert "0 of 9 places filled (0%)" in found


def test_the_attribution_is_printed() -> None:
    assert markdown(view_of(canvas_text("bmc"))).endswith("strategyzer.com, CC BY-SA 3.0\n")
