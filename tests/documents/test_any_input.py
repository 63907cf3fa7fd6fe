"""Whatever the bytes are: only findings come out, inside the file, and both parsers agree."""

import io

import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.documents.sample import HEAD, Tree

from cxkit.documents.diagnostics import Diagnostic, Span
from cxkit.documents.document import Lines
from cxkit.documents.events import parse
from cxkit.documents.loader import load, load_text

_PIECES = [
    "a", "b:", "key: ", "- ", "\n", "\n  ", "\n- ", "\r\n", "\r", "\t", "[", "]", "{", "}", ", ", ": ", "? ",
    "#", " ", "'", '"', "|\n ", ">\n ", "&x ", "*x", "!t ", "!!", "<<: ", "---\n", "...\n", "%", "@", "`",
    "\\", "\\u", "1", "1.5", "true", "no", "~", "å", "😀", "\u2028", "\x85", "\ufeff", "\x00", "\x1b",
    "\ud800", "id: ", "title: ", "twigs:\n  - ", "bands: {", "column: ", "height: ", "evergreen: ", "kind: ",
    "version: ",
]  # fmt: skip
_TEXTS = st.lists(st.sampled_from(_PIECES) | st.text(max_size=3), max_size=25).map("".join)
_KEYS = st.sampled_from(["a", "b", "id", "long key", "å😀", "1"])
_VALUES = st.recursive(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cn"]), max_size=6)
    | st.integers()
    | st.booleans()
    | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=3),
    max_leaves=12,
)


def _inside(span: Span | None, text: str) -> None:
    assert span is not None
    lines = Lines.of(text)
    for line, column in ((span.line, span.column), (span.end_line, span.end_column)):
        assert 1 <= line <= len(lines.starts)
        assert 1 <= column <= len(lines.line(line)) + 3  # at most just behind its line end
    assert (span.line, span.column) <= (span.end_line, span.end_column)


def _well_said(diagnostics: tuple[Diagnostic, ...]) -> None:
    for found in diagnostics:
        assert found.message
        assert found.message.isprintable()
        assert "pydantic" not in found.message


@given(_TEXTS, st.booleans())
def test_any_text_gives_findings_inside_the_file_or_a_model(text, with_head):
    text = HEAD + text if with_head else text
    loaded = load_text(text, Tree, file="f")
    assert (loaded.model is None) == bool(loaded.diagnostics)
    _well_said(loaded.diagnostics)
    for found in loaded.diagnostics:
        _inside(found.span, text)
    if loaded.document is not None:
        for path in loaded.document.places:
            _inside(loaded.document.value_span(path), text)


@given(st.binary(max_size=60) | _TEXTS.map(lambda text: text.encode("utf-16", "surrogatepass")))
def test_any_bytes_give_findings_or_a_model(raw):
    loaded = load("f", Tree, stream=io.BytesIO(raw))
    assert (loaded.model is None) == bool(loaded.diagnostics)
    _well_said(loaded.diagnostics)


@given(_TEXTS.map(lambda text: text.replace("\t", "")))  # PyYAML's own parser refuses most tabs
def test_both_parsers_read_the_same(text):
    fast, fast_found = parse(text, "f", loader=yaml.CSafeLoader)
    pure, pure_found = parse(text, "f", loader=yaml.SafeLoader)
    assert bool(fast_found) == bool(pure_found)
    if fast is not None and not fast_found:
        assert pure is not None
        assert fast.data == pure.data
        assert {path: fast.key_span(path) for path in fast.places} == {
            path: pure.key_span(path) for path in pure.places
        }


@given(st.dictionaries(_KEYS, _VALUES, min_size=1), st.booleans())
def test_what_is_written_is_read_and_every_value_is_in_its_place(data, flow):
    text = yaml.safe_dump(data, allow_unicode=True, default_flow_style=flow, sort_keys=False)
    for loader in (yaml.CSafeLoader, yaml.SafeLoader):
        document, found = parse(text, "f", loader=loader)
        assert not found
        assert document is not None
        assert list(document.data) == list(data)
        for path, place in document.places.items():
            if path:
                key = document.text[place.key_start or 0 : place.key_end or 0].strip("'\"")
                assert place.key_start is None or key == path[-1]
                assert place.start <= place.end
