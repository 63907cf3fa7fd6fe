import pytest
import yaml

from cxkit.documents.diagnostics import Span
from cxkit.documents.document import Lines
from cxkit.documents.events import parse
from cxkit.documents.syntax import syntax_error

LOADERS = pytest.mark.parametrize("loader", [yaml.CSafeLoader, yaml.SafeLoader], ids=["fast", "pure"])


@LOADERS
@pytest.mark.parametrize(
    ("text", "code", "place", "words"),
    [
        ("a: b: c", "CX001", (1, 5), "no key can stand"),
        ("a: 1\nb\nc: 1\n", "CX001", (2, 1), "colon and a space"),
        ("a: 1\nb: 'x\n", "CX001", (2, 4), "never closed"),
        ('a: "x\n---\n', "CX001", (1, 4), "end of the document"),
        ("a: [1, 2\nb: 1\n", "CX001", (2, 2), "without a comma or its closing bracket"),
        ("a: {b: 'x' c: 1}\n", "CX001", (1, 12), "without a comma or its closing bracket"),
        ("a: @x", "CX001", (1, 4), "cannot begin with this character"),
        ("a: `x", "CX001", (1, 4), "cannot begin with this character"),
        ("a:\n  b: 1\n c: 2\n", "CX001", (3, 2), "indentation of the lines before"),
        ("a: !x!y z", "CX001", (1, 4), "exclamation mark"),
        ("a: *", "CX001", (1, 5), "`&` or `*`"),
        ("%YAML 1\na: 1", "CX001", (1, 8), "begins with `%`"),
        ("a: }", "CX001", (1, 4), "not well-formed"),
        ("a:\n\tb: 1\n", "CX002", (2, 1), "tab"),
        ("a:\n  b: 1\n \tc: 1\n", "CX002", (3, 2), "tab"),
    ],
)
def test_complaints_are_worded_and_placed_alike_by_both_parsers(loader, text, code, place, words):
    document, (found,) = parse(text, "f", loader=loader)
    assert document is None
    assert found.span is not None
    assert (found.code, (found.span.line, found.span.column)) == (code, place)
    assert words in found.message
    assert found.hint


@LOADERS
def test_unknown_escapes(loader):
    _, (found,) = parse('a: "\\q"', "f", loader=loader)
    assert "escape" in found.message


def test_half_of_a_character_written_as_an_escape():
    for loader in (yaml.CSafeLoader, yaml.SafeLoader):
        _, (found,) = parse('a: "\\ud800"', "f", loader=loader)
        assert (found.code, found.span and found.span.column) == ("CX012", 4)


def test_a_number_that_is_no_character_stops_the_pure_parser_only_with_a_finding():
    for loader in (yaml.CSafeLoader, yaml.SafeLoader):
        for escape in ("\\UFFFFFFFF", "\\U00110000"):
            document, (found,) = parse(f'a: "{escape}"', "f", loader=loader)
            assert document is None
            assert found.span is not None


def test_a_complaint_without_a_place_is_put_at_the_beginning():
    found = syntax_error(yaml.MarkedYAMLError(problem="odd"), Lines.of("a: 1"), "f")
    assert found.span == Span(1, 1, 1, 2)
