"""The catalogue of rules: complete, documented, and true by its own examples."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from cxkit.canvas.exchange_codes import CODES as IMPORTED
from cxkit.checks.catalogue import KINDS, RULES, rule_of
from cxkit.checks.run import Wishes, run
from cxkit.checks.runner import read_course
from cxkit.documents.codes import Code
from cxkit.documents.rule import Rule, files_in
from cxkit.documents.sound import SOUND

SOURCE = Path(__file__).parents[2] / "src" / "cxkit"
ROSTERS_AND_GRADING = "CX2"  # found in rosters, which `cxkit check` does not read


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def found_in(rule: Rule, example: str) -> set[str]:
    """Return the codes of what is found in an example, as its kind of rule reads it."""
    if rule.kind == "configuration":
        Path("cxkit.toml").write_bytes(example.encode())
        example = SOUND
    for name, text in files_in(example).items():
        Path(name).write_bytes(text.encode("utf-8", "surrogateescape"))
    if rule.name == "course-id-twice":
        Path("twin.yaml").write_text(SOUND, encoding="utf-8")
    if rule.code == Code.OTHER_KIND:  # check reads every kind; a command that wants a course does not
        return {found.code for found in read_course("course.yaml").diagnostics}
    return {found.code for found in run(["."], Wishes()).diagnostics} or {
        found.code for found in run([*files_in(example)], Wishes()).diagnostics
    }


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_the_bad_example_raises_exactly_this_rule(rule: Rule) -> None:
    assert found_in(rule, rule.bad) == {rule.code}


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_the_good_example_raises_nothing(rule: Rule) -> None:
    assert found_in(rule, rule.good) == set()


def test_codes_and_names_are_in_order_and_used_once() -> None:
    assert list(RULES) == sorted(RULES)
    assert len({rule.name for rule in RULES.values()}) == len(RULES)
    assert all(code == rule.code for code, rule in RULES.items())


def test_every_rule_is_documented() -> None:
    for rule in RULES.values():
        for sentence in (rule.checks, rule.why):
            assert re.match(r"[A-Z“`\"]", sentence), rule
            assert sentence.rstrip().endswith("."), rule
        assert rule.kind in KINDS


def test_a_rule_by_its_code() -> None:
    rule = rule_of("CX101")
    assert rule is not None
    assert rule.code == "CX101"
    assert rule_of("CX999") is None


def named_codes(tree: ast.AST) -> Iterator[str]:
    """Yield every code of a finding that stands in a program as a text of its own."""
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(text)) if re.fullmatch(r"CX\d{3}", text):
                yield text


def test_no_code_can_be_found_that_is_not_in_the_catalogue() -> None:
    """Every code of the program stands in its source as a text, for codes are never put together."""
    named: set[str] = set()
    for path in SOURCE.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        named.update(named_codes(ast.parse(text)))
        assert not re.search(r"f\"CX\{|\"CX\" \+|'CX' \+", text), path
    wanted = {code for code in named - set(IMPORTED) if not code.startswith(ROSTERS_AND_GRADING)}
    assert {code.value for code in Code} <= wanted
    assert wanted == set(RULES)
