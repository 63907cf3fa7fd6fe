from decimal import Decimal

import pytest
import yaml

from cxkit.documents.diagnostics import Span
from cxkit.documents.events import MAX_DEPTH, MAX_NODES, parse

LOADERS = pytest.mark.parametrize("loader", [yaml.CSafeLoader, yaml.SafeLoader], ids=["fast", "pure"])


def _data(text, loader=yaml.CSafeLoader):
    document, diagnostics = parse(text, "f", loader=loader)
    assert document is not None
    assert not diagnostics
    return document.data


@LOADERS
@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("text", "text"),
        ("'5'", "5"),
        ('"true"', "true"),
        ("true", True),
        ("false", False),
        ("True", "True"),
        ("yes", "yes"),
        ("no", "no"),
        ("off", "off"),
        ("null", None),
        ("~", None),
        ("", None),
        ("''", ""),
        ("0", 0),
        ("-5", -5),
        ("9" * 18, int("9" * 18)),
        ("9" * 5000, Decimal("9" * 5000)),
        ("1.10", Decimal("1.10")),
        ("-0.5", Decimal("-0.5")),
        ("010", "010"),
        ("1_000", "1_000"),
        ("1e2", "1e2"),
        ("1e999999", "1e999999"),
        ("12:30", "12:30"),
        (".nan", ".nan"),
        (".inf", ".inf"),
        ("+7", "+7"),
        (".5", ".5"),
        ("5.", "5."),
        ("0x10", "0x10"),
        ("٣", "٣"),
        ("2020-01-31", "2020-01-31"),
        ("|\n  a\n  b\n", "a\nb\n"),
        (">-\n  a\n  b\n", "a b"),
        ('"\\t\\u00e5"', "\tå"),
        ("&anchor text", "text"),
        ("[1, [a], {b: }]", [1, ["a"], {"b": None}]),
        ("\n- 1\n-\n  - 2\n", [1, [2]]),
    ],
)
def test_values(loader, written, value):
    read = _data(f"a: {written}\nb: end\n", loader)
    assert read == {"a": value, "b": "end"}
    assert type(read["a"]) is type(value)
    assert str(read["a"]) == str(value)


@LOADERS
def test_keys_are_their_text(loader):
    assert list(_data("1: a\n'2': a\ntrue: a\n1.50: a\n'<<': a\n~: a\n? long\n: a\n", loader)) == [
        "1", "2", "true", "1.50", "<<", "~", "long",
    ]  # fmt: skip


@LOADERS
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_kind(loader, end):
    document, _ = parse(end.join(["# å😀", "a: 1", "b:", "  c: å  # x", ""]), "f", loader=loader)
    assert document is not None
    assert document.data == {"a": 1, "b": {"c": "å"}}
    assert document.value_span(("b", "c")) == Span(4, 6, 4, 7)
    assert document.line(4) == "  c: å  # x"


@LOADERS
@pytest.mark.parametrize(
    ("text", "code", "span", "words"),
    [
        ("a: 1\nb: 2\n'a': 3\n", "CX003", (3, 1, 3, 4), "stands twice, in lines 1 and 3"),
        ("a: {1: 4,5, 2: 5,5}", "CX003", (1, 18, 1, 19), "in lines 1 and 1"),
        ("a: {b: 1, c: {d: 1, d: 2}}", "CX003", (1, 21, 1, 22), "in lines 1 and 1"),
        ("a: &x 1\nb: *x\n", "CX004", (2, 4, 2, 6), "`*x` is an alias"),
        ("a: &x [*x]\n", "CX004", (1, 8, 1, 10), "alias"),
        ("a: &x 1\n*x : 2\n", "CX004", (2, 1, 2, 3), "alias"),
        ("a: &x {b: 1}\n<<: {c: 1}\n", "CX005", (2, 1, 2, 3), "merge"),
        ("a: !!str 5", "CX006", (1, 4, 1, 9), "tag"),
        ("a: ! x", "CX006", (1, 4, 1, 5), "tag"),
        ("a: !!python/object/apply:os.system [ls]", "CX006", (1, 4, 1, 35), "tag"),
        ("a: [!x, 1]", "CX006", (1, 5, 1, 7), "tag"),
        ("a: &b !x {}", "CX006", (1, 7, 1, 9), "tag"),
        ("!x : 1", "CX006", (1, 1, 1, 3), "tag"),
        ("%TAG ! tag:example.invalid,2020:\n--- !x {a: 1}", "CX006", (2, 5, 2, 7), "tag"),
        ("a: 1\n---\nb: 1\n", "CX007", (2, 1, 2, 4), "second document"),
        ("[1, 2]: a", "CX011", (1, 1, 1, 7), "cannot be a key"),
        ("? {a: 1}\n: b", "CX011", (1, 3, 1, 9), "cannot be a key"),
        ("a: \x00", "CX012", (1, 4, 1, 5), "The file holds the control character U+0000"),
        ("a: \ud800", "CX012", (1, 4, 1, 5), "half of a character U+D800"),
        ("b: 1\na: x\ufeff", "CX012", (2, 5, 2, 6), "U+FEFF"),
        ('a: "\\a"', "CX012", (1, 4, 1, 8), "An escape stands for the control character U+0007"),
        ('"\\0": 1', "CX012", (1, 1, 1, 5), "An escape stands for the control character U+0000"),
        ("", "CX014", (1, 1, 1, 1), "no document"),
        ("\n# nothing\n", "CX014", (1, 1, 1, 1), "no document"),
        ("---\n...\n", "CX014", (1, 1, 1, 1), "no document"),
        ("- 1\n", "CX015", (1, 1, 1, 4), "not a list"),
        ("text", "CX015", (1, 1, 1, 5), "not `text`"),
        ("null", "CX015", (1, 1, 1, 5), "not nothing"),
    ],
)
def test_what_is_refused(loader, text, code, span, words):
    _, diagnostics = parse(text, "f.yaml", loader=loader)
    assert [(found.code, found.span, found.file) for found in diagnostics] == [(code, Span(*span), "f.yaml")]
    assert words in diagnostics[0].message
    assert diagnostics[0].hint


@LOADERS
def test_lesser_errors_are_all_found_in_one_reading(loader):
    text = "a: 1\na: {x: 1, x: 2}\n<<: {y: 1}\n? [k]\n: {y: 1}\nb: !t 1\nc: *d\n"
    document, diagnostics = parse(text, "f", loader=loader)
    assert [str(found.code) for found in diagnostics] == [
        "CX003",
        "CX003",
        "CX005",
        "CX011",
        "CX006",
        "CX004",
    ]
    assert document is not None
    assert document.data == {"a": 1, "b": "1", "c": None}


@LOADERS
@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}"), ("- ", "")])
def test_forty_levels_are_read_and_one_more_is_not(loader, opening, closing):
    def nested(depth):
        start = "a:\n  " if opening == "- " else "a: "
        return start + opening * (depth - 1) + "x" + closing * (depth - 1)

    assert _data(nested(MAX_DEPTH), loader)
    document, (found,) = parse(nested(MAX_DEPTH + 1), "f", loader=loader)
    assert document is None
    assert found.code == "CX008"


def test_fifty_thousand_nodes_are_read_and_one_more_is_not():
    # The mapping, its key and the list are three of them.
    assert len(_data("a:\n" + "- 1\n" * (MAX_NODES - 3))["a"]) == MAX_NODES - 3
    document, (found,) = parse("a:\n" + "- 1\n" * (MAX_NODES - 2), "f")
    assert document is None
    assert (found.code, found.span) == ("CX009", Span(MAX_NODES - 1, 3, MAX_NODES - 1, 4))
