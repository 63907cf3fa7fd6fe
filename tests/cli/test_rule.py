"""`cxkit rule` on the command line."""

from __future__ import annotations

import pytest

from cxkit.checks.catalogue import RULES
from cxkit.cli.app import main
from cxkit.cli.suggestions import rule_lists, rules


@pytest.mark.parametrize("word", ["CX101", "cx101", " CX101 ", "weights-sum", "Weights-Sum"])
def test_one_rule_by_its_code_or_name(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rule", word]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("CX101 weights-sum (error)\n\n")
    assert "Why it matters:" in out
    assert err == ""


def test_it_is_as_wide_as_the_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cxkit.cli.console.columns", lambda _: 40)
    assert main(["rule", "CX101"]) == 0
    text, _, _ = capsys.readouterr().out.partition("\nWrong:")
    assert 30 < max(len(line) for line in text.splitlines()) <= 40


def test_all_rules(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rule"]) == 0
    out = capsys.readouterr().out
    assert all(code in out for code in RULES)


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("weights-sim", "Did you mean `weights-sum`?"),
        ("CX0014", "Did you mean `CX0"),
        ("qqqqqq", "`cxkit rule` lists all rules."),
        ("\x1b[31m", "`cxkit rule` lists all rules."),
    ],
)
def test_a_rule_that_does_not_exist(word: str, hint: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rule", word]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "there is no such rule" in err
    assert hint in err
    assert "\x1b" not in err


def test_several_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rule", "CX101", "cx130"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("CX101 weights-sum (error)\n")
    assert f"\n\nCX130 {RULES['CX130'].name} (" in out
    assert main(["rule", "CX101", "CX777"]) == 2
    assert capsys.readouterr().out == ""


def test_all_rules_that_begin_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rule", "cx10"]) == 0
    out = capsys.readouterr().out
    assert [word for word in out.split() if word in RULES] == [code for code in RULES if code[:4] == "CX10"]
    assert out.startswith("Courses\n")


def test_codes_and_names_are_completed() -> None:
    assert ("CX101", "weights-sum") in rules("cx10")
    assert all(code.startswith("CX10") for code, _ in rules("cx10"))
    assert rules("Weights-s") == [("weights-sum", "CX101")]
    assert rule_lists("CX130,weights-s") == [("CX130,weights-sum", "CX101")]
