import json

import pytest
import yaml

from cxkit.checks.suppressions import suppressions
from cxkit.documents.diagnostics import Span
from cxkit.documents.events import parse

LOADERS = pytest.mark.parametrize("loader", [yaml.CSafeLoader, yaml.SafeLoader], ids=["fast", "pure"])


@LOADERS
@pytest.mark.parametrize(
    ("written", "value"),
    [
        ('"\\ud83d\\ude00"', "😀"),
        ('"a \\uD83D\\uDE00\\uDBFF\\uDFFF b"', "a 😀\U0010ffff b"),
        ('"\\U0001f600"', "😀"),
        ("'\\ud83d\\ude00'", "\\ud83d\\ude00"),
        ("\\ud83d\\ude00", "\\ud83d\\ude00"),
        ('"\\\\ud83d\\\\ude00"', "\\ud83d\\ude00"),
    ],
)
def test_a_pair_of_escapes_is_one_character(loader, written, value):
    document, diagnostics = parse(f"a: {written}\nb: 1.50  # {written}\n", "f", loader=loader)
    assert diagnostics == []
    assert document is not None
    assert (document.data["a"], str(document.data["b"])) == (value, "1.50")
    assert document.value_span(("a",)) == Span(1, 4, 1, 4 + len(written))


def test_a_key_may_hold_a_pair_and_json_is_read():
    data = {"a 😀": [{"b": "🐘"}], "kind": "course"}
    document, diagnostics = parse(json.dumps(data), "f")
    assert (document and document.data, diagnostics) == (data, [])


@LOADERS
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('a: "\\ud83d"', (1, 4)),
        ('a: "\\ud83d\\ude00"\nb: "x \\ud83d y"', (2, 4)),
        ('a: "\\ude00\\ud83d"', (1, 4)),
        ('"\\ud83d\\ude00": "\\ude00"', (1, 17)),
    ],
)
def test_half_of_a_pair_is_refused(loader, text, place):
    _, diagnostics = parse(text, "f", loader=loader)
    assert [(str(one.code), one.span and (one.span.line, one.span.column)) for one in diagnostics] == [
        ("CX012", place)
    ]


def test_what_no_parser_reads_is_a_finding_beside_pairs_too():
    document, (found,) = parse('a: "\\ud83d\\ude00"\nb: [', "f")
    assert (document, found.code) == (None, "CX001")


def test_comments_beside_pairs_are_found():
    text = 'a: "\\ud83d\\ude00 # cxkit: ignore[CX199] no comment"\nb: 99  # cxkit: ignore[CX199] agreed\n'
    assert [(one.code, one.span.line) for one in suppressions(text, "f").accepted] == [("CX199", 2)]
