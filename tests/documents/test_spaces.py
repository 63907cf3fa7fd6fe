import pytest
from tests.documents.sample import Tree, said, tree

from cxkit.documents.events import parse
from cxkit.documents.loader import load_text

NAMES = {
    "\u00a0": "A no-break space (U+00A0)",
    "\u2003": "An em space (U+2003)",
    "\u2009": "A thin space (U+2009)",
    "\u200b": "A zero width space (U+200B)",
    "\u202f": "A narrow no-break space (U+202F)",
    "\u3000": "An ideographic space (U+3000)",
}


@pytest.mark.parametrize("space", NAMES, ids=lambda space: f"U+{ord(space):04X}")
@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("twigs:\n__- {id: a, low: 5}\n", 2, 1),
        ("twigs:\n _- {id: a, low: 5}\n", 2, 2),
        ("a: 1\r\nb:\r\n__- {id: a, low: 5}\r\n", 3, 1),
        ("a: 1\rb:\r__- {id: a, low: 5}\r", 3, 1),
        ("a:\n__b: 1\n  c: 1\n", 2, 1),
        ("a:\n__b: 1\n__c: 1\n  d: 1\n", 2, 1),
        ("a: |\n  x\n  _y\nb:\n  c: 1\n__d: 1\n__e: 1\n  f: 1\n", 6, 1),
        ("a: |\n  b\n _c\n", 3, 2),
        ("a: 1\n_\n", 2, 1),
    ],
)
def test_a_space_that_indents_is_named_at_its_place(space, text, line, column):
    document, (found,) = parse(text.replace("_", space), "f")
    assert document is None
    assert (found.code, found.message) == ("CX001", f"{NAMES[space]} is used to indent")
    assert found.span is not None
    assert (found.span.line, found.span.column) == (line, column)
    assert "type ordinary spaces" in (found.hint or "")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: |\n  b\n  _c\nd: e: f\n", "A colon makes a key"),
        ("a: |\n  b\n  _c\nd: [1\n", "goes on without"),
        ("a: |\n  b\n  _c\nd: 'x\n", "never closed"),
        ('a: |\n  b\n  _c\nd: "\\ud83d\\ude00" : [\n', "A colon makes a key"),
        ("a: e: f\n_b: 1\n", "A colon makes a key"),
        ("a: b\nc:_d\n", "A key is not followed by a colon and a space"),
    ],
)
def test_a_space_elsewhere_is_not_to_blame(text, message):
    _, (found,) = parse(text.replace("_", "\u00a0"), "f")
    assert message in found.message


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("a: 1\nb:_c\n", "After the colon there is a no-break space (U+00A0). Delete it"),
        ("a:\n-_c\nb: 1\n", "After the dash there is a no-break space"),
    ],
)
def test_a_space_after_a_colon_or_dash(text, hint):
    _, (found,) = parse(text.replace("_", "\u00a0"), "f")
    assert hint in (found.hint or "")


@pytest.mark.parametrize(
    ("body", "place", "hint"),
    [
        ("twigs: [{id: a, _low: 5}]", (1, 17), "There is a no-break space (U+00A0) before `low`. Delete it"),
        ("height_: 5", (1, 1), "There is a no-break space (U+00A0) after `height`."),
        ("_height: 5", (1, 1), "There is a no-break space (U+00A0) before `height`."),
        ("_: 5", (1, 1), "There is a no-break space (U+00A0) after ``."),
        ("hei_ght: 5", (1, 1), "Did you mean `height`?"),
    ],
)
def test_a_space_that_belongs_to_a_key(body, place, hint):
    ((code, line, column, _, found_hint),) = said(body.replace("_", "\u00a0"))
    assert (code, (line, column)) == ("CX030", place)
    assert hint in (found_hint or "")


@pytest.mark.parametrize(
    ("head", "code", "line", "hint"),
    [
        ("_kind: course\nversion: 1\n", "CX020", 1, "before `kind`"),
        ("kind: course\n_version: 1\n", "CX023", 2, "before `version`"),
        ("kind: course\n'version ': 1\n", "CX023", 2, "Add `version: 1`"),
        ("'kind ': course\nversion: 1\n", "CX020", 1, "Write `kind` in place of `kind `."),
    ],
)
def test_a_space_that_hides_kind_or_version(head, code, line, hint):
    (found,) = load_text(head.replace("_", "\u00a0"), Tree, file="f").diagnostics
    assert found.span is not None
    assert (found.code, found.span.line) == (code, line)
    assert hint in (found.hint or "")


def test_in_texts_such_spaces_are_right():
    assert tree("title: |\n  a\n  \u00a0b\nname: 5\u00a0op\n").diagnostics == ()


@pytest.mark.parametrize(
    "text",
    [
        "title: Tentti -\u00a0koe: uusinta",
        "title: Osa 1:\u00a0Johdanto: alku",
        '- {name: "a -\u00a0b", x: [1, }',
    ],
)
def test_a_space_further_on_in_a_line_is_not_blamed(text: str) -> None:
    _, (found, *_) = parse(f"kind: course\n{text}\n", "course.yaml")
    assert "no-break" not in (found.hint or "")
