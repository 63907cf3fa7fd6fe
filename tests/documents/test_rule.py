"""What makes a rule: nothing of its documentation may be missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.documents.sample import Tree, tree

from cxkit.documents.diagnostics import Severity, Span
from cxkit.documents.rule import MOST_FINDINGS, Finding, Rule, RuleBook, files_in, in_one_text

WHOLE = Rule(
    code="CX100",
    name="title-short",
    severity=Severity.WARNING,
    kind="sample",
    checks="A title has three letters.",
    why="It is read by people.",
    bad="title: ab\n",
    good="title: abc\n",
)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"code": "CX1"}, "a code such as CX101"),
        ({"code": "E1001"}, "a code such as CX101"),
        ({"name": "Title short"}, "words-like-these"),
        ({"name": ""}, "words-like-these"),
        ({"checks": ""}, "what it checks and why"),
        ({"checks": "A title"}, "what it checks and why"),
        ({"why": " "}, "what it checks and why"),
        ({"bad": ""}, "no bad and good example"),
        ({"good": "\n"}, "no bad and good example"),
        ({"good": WHOLE.bad}, "no bad and good example"),
    ],
)
def test_a_rule_with_something_missing_cannot_be_made(changed: dict[str, str], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        replace(WHOLE, **changed)  # type: ignore[arg-type]


def test_a_function_without_documentation_does_not_become_a_rule() -> None:
    book: RuleBook[Tree] = RuleBook("sample")

    def undocumented(model: Tree) -> Iterator[Finding]:
        yield Finding((), str(model), "")

    with pytest.raises(ValueError, match="CX100 does not say in sentences"):
        book.rule("CX100", "title-short", why="It is read.", bad="a", good="b")(undocumented)
    assert list(book) == []


def test_a_function_becomes_a_rule_with_its_docstring() -> None:
    book: RuleBook[Tree] = RuleBook("sample", complete=lambda lines: f"whole: {lines}")

    @book.rule("CX100", "title-short", Severity.INFO, why="It is read.", bad="a", good="b")
    def title_short(model: Tree) -> Iterator[Finding]:
        """A title has
        three letters.
        """
        yield Finding(
            ("title",), f"{model.title} is short, see line {{line}}", "Write more.", earlier=("name",)
        )
        yield Finding(("title",), "About the {line} key", "Rename it.", at_key=True)

    (rule,) = book
    assert rule.rule == Rule(
        "CX100",
        "title-short",
        Severity.INFO,
        "sample",
        "A title has three letters.",
        "It is read.",
        "whole: a",
        "whole: b",
    )
    model, document = tree("name: x\ntitle: ab\n").or_refuse()
    value, key = rule.diagnostics(model, document)
    assert (value.code, value.severity, value.hint) == ("CX100", Severity.INFO, "Write more.")
    assert value.message == "ab is short, see line 3"
    assert value.span == Span(4, 8, 4, 10)
    assert (key.message, key.span) == ("About the {line} key", Span(4, 1, 4, 6))
    assert next(iter(title_short(model))).path == ("title",)


def test_the_first_of_a_list_that_is_written_as_one_value_is_the_value() -> None:
    _, document = tree("title: {fi: ab}\nfew: [1, 2]\n").or_refuse()
    for path, column in (
        (("title", 0, "fi"), 13),
        (("title", "fi"), 13),
        (("few", 0), 7),
        (("few", 1), 10),
    ):
        span = Finding(path, "", "").diagnostic(WHOLE, document).span
        assert span is not None
        assert span.column == column


def test_a_rule_does_not_go_on_for_ever() -> None:
    book: RuleBook[Tree] = RuleBook("sample")

    @book.rule("CX100", "title-short", why="It is read.", bad="a", good="b")
    def title_short(_: Tree) -> Iterator[Finding]:
        """A title has three letters."""
        while True:
            yield Finding(("title",), "It is short", "Write more.")

    model, document = tree("title: ab\n").or_refuse()
    (rule,) = book
    assert len(list(rule.diagnostics(model, document))) == MOST_FINDINGS


def test_a_rule_is_an_error_unless_it_says_otherwise() -> None:
    book: RuleBook[Tree] = RuleBook("sample")

    @book.rule("CX100", "title-short", why="It is read.", bad="a", good="b")
    def title_short(_: Tree) -> list[Finding]:
        """A title has three letters."""
        return []

    assert [one.rule.severity for one in book] == [Severity.ERROR]


@pytest.mark.parametrize(
    ("example", "files"),
    [
        ("title: a\n", {"course.yaml": "title: a\n"}),
        ("", {"course.yaml": ""}),
        ("title: a\n---\ntitle: b\n", {"course.yaml": "title: a\n---\ntitle: b\n"}),
        ("a: 1\n--- # b.yaml\nb: 2\n", {"course.yaml": "a: 1\n", "b.yaml": "b: 2\n"}),
        ("--- # a.yml\na: 1\n--- # b.yaml\nb: 2\n", {"a.yml": "a: 1\n", "b.yaml": "b: 2\n"}),
    ],
)
def test_the_files_of_an_example(example: str, files: dict[str, str]) -> None:
    assert files_in(example) == files
    assert in_one_text(files) == example


def test_a_finding_may_weigh_more_than_its_rule() -> None:
    _, document = tree("title: ab\n").or_refuse()
    found = Finding(("title",), "It is short", "Add a letter.", severity=Severity.ERROR)
    assert found.diagnostic(WHOLE, document).severity is Severity.ERROR
    assert replace(found, severity=None).diagnostic(WHOLE, document).severity is Severity.WARNING
