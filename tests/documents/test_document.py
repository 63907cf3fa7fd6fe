import pytest

from cxkit.documents.diagnostics import Severity, Span
from cxkit.documents.document import Document, Lines, Place
from cxkit.documents.events import parse

TEXT = """\
id: å😀
components:
  - id: exam   # the first
    max: 10
  - just text
period: {start: 2020-01-01, end: }
empty: {}
note: |
  two
  lines


last:
block:
  a: 1
"""


@pytest.fixture
def document() -> Document:
    read, diagnostics = parse(TEXT, "f.yaml")
    assert read is not None
    assert not diagnostics
    return read


def test_every_value_has_its_place_by_path(document):
    paths = set(document.places)
    assert len(document.places) == len(paths) == 15
    assert {(), ("components", 1), ("components", 0, "max"), ("period", "end")} <= paths
    for path in [("components", 2), ("components", "0"), ("id", 0), ("nowhere",), ("components", 1, "max")]:
        assert path not in document.places
    assert document.places[("period", "start")] == Place(88, 98, 81, 86)
    assert document.text[88:98] == "2020-01-01"
    assert document.text[81:86] == "start"


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        (("id",), (1, 5, 1, 7), (1, 1, 1, 3)),
        (("components",), (3, 3, 5, 14), (2, 1, 2, 11)),
        (("components", 0), (3, 5, 4, 12), (3, 5, 3, 7)),
        (("components", 0, "max"), (4, 10, 4, 12), (4, 5, 4, 8)),
        (("components", 1), (5, 5, 5, 14), (5, 5, 5, 14)),
        (("period",), (6, 9, 6, 35), (6, 1, 6, 7)),
        (("period", "middle"), (6, 9, 6, 35), (6, 9, 6, 10)),
        (("period", "middle", "day"), (6, 9, 6, 35), (6, 9, 6, 10)),
        (("empty", "key"), (7, 8, 7, 10), (7, 8, 7, 9)),
        (("block", "key"), (15, 3, 15, 7), (15, 3, 15, 4)),
        (("block",), (15, 3, 15, 7), (14, 1, 14, 6)),
        (("id", "key"), (1, 5, 1, 7), (1, 1, 1, 3)),
        (("period", "start"), (6, 17, 6, 27), (6, 10, 6, 15)),
        (("period", "end"), (6, 29, 6, 32), (6, 29, 6, 32)),
        (("empty",), (7, 8, 7, 10), (7, 1, 7, 6)),
        (("note",), (8, 7, 10, 8), (8, 1, 8, 5)),
        (("last",), (13, 1, 13, 5), (13, 1, 13, 5)),
        ((), (1, 1, 15, 7), (1, 1, 1, 3)),
        (("components", 0, "weight"), (3, 5, 4, 12), (3, 5, 3, 7)),
        (("components", 7, "weight", 3), (3, 3, 5, 14), (2, 1, 2, 11)),
        (("nowhere",), (1, 1, 15, 7), (1, 1, 1, 3)),
    ],
)
def test_every_key_and_value_has_its_place_and_others_that_of_the_nearest_parent(document, path, value, key):
    assert document.value_span(path) == Span(*value)
    assert document.key_span(path) == Span(*key)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("{a: 1}", Span(1, 1, 1, 2)),
        ("# first\n{a: 1}", Span(2, 1, 2, 2)),
        ("a: {b: 1}\nc: 2", Span(1, 1, 1, 2)),
        ("--- {}", Span(1, 5, 1, 6)),
        ("'a b': 1", Span(1, 1, 1, 6)),
    ],
)
def test_a_document_that_lacks_a_key_is_placed_where_its_mapping_begins(text, span):
    read, _ = parse(text, "f")
    assert read is not None
    assert read.key_span(("kind",)) == read.key_span(()) == span


def test_a_finding_names_file_place_and_document(document):
    found = document.diagnostic("CX199", "wrong", at=("id",), hint="mend it", severity=Severity.WARNING)
    assert (found.file, found.span, found.document) == ("f.yaml", Span(1, 5, 1, 7), "å😀")
    assert document.diagnostic("CX199", "wrong", at=("last",), at_key=True).severity is Severity.ERROR


def test_an_id_that_is_no_text_is_no_id():
    read, _ = parse("id: 5\n", "f")
    assert read is not None
    assert read.id is None


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_editors_end_them(end):
    lines = Lines.of(end.join(["ab", "", "c\u2028d", ""]))
    assert [lines.line(number) for number in range(6)] == ["", "ab", "", "c\u2028d", "", ""]
    assert lines.span(0, 1) == Span(1, 1, 1, 2)
    assert lines.span(2, 2) == Span(1, 3, 1, 3)
    offset = 2 + 2 * len(end)
    assert lines.span(offset, offset + 3) == Span(3, 1, 3, 4)
    assert lines.span(10**6, 0).line == 4
