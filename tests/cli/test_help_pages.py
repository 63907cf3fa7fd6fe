"""The help pages: nothing is cut, and a name is a name."""

from __future__ import annotations

import pytest

from cxkit.cli.app import main


@pytest.fixture(autouse=True)
def ordinary_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """As wide as terminals usually are."""
    monkeypatch.setenv("COLUMNS", "80")


def page(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main([*words, "--help"]) == 0
    return capsys.readouterr().out


def test_a_command_is_described_in_one_whole_line(capsys: pytest.CaptureFixture[str]) -> None:
    for words in ((), ("course",)):
        commands = page(capsys, *words).partition("Commands:\n")[2].splitlines()
        assert commands
        assert all(line.startswith("  ") and line[2] != " " and line.endswith(".") for line in commands)
        assert not any(line.endswith("..") for line in commands)


@pytest.mark.parametrize(
    ("words", "usage", "arguments"),
    [
        ("grade", "ROSTER", ["ROSTER"]),
        ("explain", "ROSTER STUDENT", ["ROSTER", "STUDENT"]),
        ("check", "[PATH]...", ["PATH"]),
        ("rule", "[CODE]...", ["CODE"]),
        ("schema", "[KIND]", ["KIND"]),
        ("completion", "SHELL", ["SHELL"]),
        ("course new", "FILE", ["FILE"]),
    ],
)
def test_arguments_are_called_by_their_names(
    words: str, usage: str, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    shown = page(capsys, *words.split())
    assert f"Usage: cxkit {words} [OPTIONS] {usage}\n" in shown
    listed = shown.partition("Arguments:\n")[2].partition("\n\n")[0]
    assert [line.split()[0] for line in listed.splitlines() if line[2] != " "] == arguments
    assert not any(odd in shown for odd in ("{", "<str>", "<path>", "list[", "[required]"))
    assert "  -h, --help " in shown
