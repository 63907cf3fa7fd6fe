"""What an author of YAML probably meant."""

import pytest
import yaml
from tests.documents.sample import said, tree

from cxkit.documents.events import parse

LOADERS = pytest.mark.parametrize("loader", [yaml.CSafeLoader, yaml.SafeLoader], ids=["fast", "pure"])


@pytest.mark.parametrize(
    ("body", "columns", "hint"),
    [
        ("bands: {1:40, 2:55}", [9, 15], "Put a space after the colon: `1: 40`."),
        ("twigs: [{id: a, low:5, high: 9}]", [17], "Put a space after the colon: `low: 5`."),
        ("bands: {1:40 , 2: 55}", [9], "`1: 40`"),
        ("title: {fi: ”Puu, kaunis”, en: Tree}", [19], "straight quotes"),
        ("title: {fi: “Puu, kaunis”}", [19], "straight quotes"),
    ],
)
def test_a_key_of_braces_without_a_colon_is_told_once(body, columns, hint):
    found = said(body)
    assert [(code, line, column) for code, line, column, *_ in found] == [("CX030", 1, c) for c in columns]
    assert hint in (found[0][4] or "")


@pytest.mark.parametrize(
    "body",
    [
        'bands: {"1:40", 2: 5}',
        "bands: {1:40: , 2: 5}",
        "bands: {xx, 2: 5}",
        "bands: {x:, 2: 5}",
        "bands: {1: }",
    ],
)
def test_other_keys_without_a_value_are_left_to_the_model(body):
    assert "space" not in "".join(str(found) for found in said(body))


def test_a_quote_may_stand_in_a_language_that_is_none():
    assert "straight quotes" in (said("title: {”fi”: Puu}")[0][4] or "")


@LOADERS
@pytest.mark.parametrize(
    ("text", "place", "hint"),
    [
        ("- {a: Exercise 1: survey}", (1, 17), 'quotes, `"Exercise 1: survey"`, or add the comma'),
        ("- {a: Exercise 1: survey, b: 2}", (1, 17), '`"Exercise 1: survey"`'),
        ("a: b: c # why", (1, 5), 'quotes, `"b: c"`, or check the indentation.'),
        ('a: b "c": d', (1, 9), "quotes"),
        ("group: ”a: b”", (1, 10), "straight quotes"),
        ("- {a: “x: y”}", (1, 9), "straight quotes"),
        ("a: 1\nb:2\nc: 3\n", (2, 1), "`b: 2`"),
        ("a:\n  - b: 1\n    c:50\n    d: 3\n", (3, 5), "`c: 50`"),
        ("a:\n  b:50\n  c: 3\n", (3, 4), "`b: 50`"),
        ('a: "one\nb: 2\nc: "three"\n', (3, 5), "forgotten in line 1?"),
        ("a:\n- {b: 'one}\n- {c: 'two'}\n", (3, 8), "forgotten in line 2?"),
        ('a: "one\n  two"\nb: {c: 1 2: 3}', (3, 11), "put the whole text"),
        ('a: "one"\nb: [1, 2\nc: 1\n', (3, 2), "comma"),
        ('a: "one\n  two"\nb: @x\n', (3, 4), "Put the text in quotes"),
    ],
)
def test_hints_for_what_cannot_be_read(loader, text, place, hint):
    _, (found,) = parse(text, "f", loader=loader)
    assert found.code == "CX001"
    assert found.span is not None
    assert (found.span.line, found.span.column) == place
    assert hint in (found.hint or "")


@LOADERS
@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("kind = course\nversion = 1\n", "`kind: course`"),
        ("kind = course\nversion: 1\n", "`kind: course`"),
        ("kind: course\ntitle=One\nversion: 1\n", "`title: One`"),
    ],
)
def test_an_equals_sign_in_place_of_a_colon(loader, text, hint):
    _, (found,) = parse(text, "f", loader=loader)
    assert found.hint == f"Write a colon and a space in place of the equals sign: {hint}."


@pytest.mark.parametrize("text", ["a: {1: 4,5, 2: 5,5}", "a: {1: 4,5, 5: 6}", "a: {5: 6, 6: 7,5}"])
def test_a_decimal_comma_makes_a_key_twice(text):
    _, (found,) = parse(text, "f")
    assert found.hint == "If they belong to numbers with a decimal comma, write a decimal point."


@pytest.mark.parametrize(
    ("text", "file"),
    [
        ("id,exam\na1,5\n", "-"),
        ("id;exam\r\na1;5\r\n", "r.txt"),
        ('\n"id","Quiz: exam (Real)"\n"a,1",5\n', "r.txt"),
        ("id\texam\na1\t5\n", "r.txt"),
        ("id\n", "r.csv"),
        ("Quiz: exam: b\n", "R.TSV"),
    ],
)
def test_a_roster_in_place_of_a_document_is_recognised(text, file):
    document, (found,) = parse(text, file)
    assert document is None
    assert (found.code, found.message) == ("CX015", "This looks like a roster (CSV), not a course file")


@pytest.mark.parametrize(
    "text",
    ["one\n", "a\nb\n", "- a, b\n- c, d\n", "[a, b,\n c, d]", "a,b,c\nd,e\n", "id\n", "\ta: b\n\tc: d\n"],
)
def test_what_is_no_table_is_not_called_one(text):
    _, (found,) = parse(text, "f")
    assert "roster" not in found.message


def test_an_empty_file_is_empty_whatever_it_is_called():
    assert [found.code for found in parse("", "r.csv")[1]] == ["CX014"]


def test_a_document_may_have_the_name_of_a_table():
    assert tree("").model is not None
    document, found = parse("kind: course\n", "r.csv")
    assert (document is not None, found) == (True, [])
