"""The gallery of errors is complete and of today: `make errors` writes it anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.gallery import PAGE, Case, cases, content, group_of, page, plant_missing, wanted

from cxkit.cli.app import main

Run = Callable[[list[str]], str]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run cxkit in an empty folder and return what it prints, on both streams."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)

    def printed(words: list[str]) -> str:
        status = main(words)
        out, err = capsys.readouterr()
        graver = " error: " in out + err
        assert status == (1 if graver else 0), out + err
        return out + err

    return printed


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.folder.name)
def test_what_is_printed(case: Case, run: Run, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    shown = case.printed(run, tmp_path)
    golden = case.folder / "output.txt"
    if request.config.getoption("--update-golden"):
        golden.write_text(shown, encoding="utf-8", newline="\n")
    assert shown == golden.read_text(encoding="utf-8")
    assert f" {case.code} " in shown


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.folder.name)
def test_the_mended_files_are_in_order(case: Case, run: Run, tmp_path: Path) -> None:
    shown = case.printed(run, tmp_path, mended=True)
    assert " error: " not in shown
    assert f" {case.code} " not in shown


def test_every_error_has_a_folder_named_after_it() -> None:
    assert sorted(case.code for case in cases() if case.is_main) == sorted(wanted())


def test_every_error_stands_in_one_part_of_the_page() -> None:
    assert {code for code in wanted() if len(group_of(code)) != 1} == set()


def test_the_page_is_of_today(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden"):
        PAGE.write_text(page(), encoding="utf-8", newline="\n")
    assert PAGE.read_text(encoding="utf-8") == page()


def test_a_recipe_is_carried_out(tmp_path: Path) -> None:
    (tmp_path / "a.yaml.recipe").write_text('[["a: ", 1], ["ä", 3]]', encoding="utf-8")
    assert content(tmp_path / "a.yaml.recipe") == "a: äää".encode()


def test_a_new_rule_gets_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.gallery.ERRORS", tmp_path)
    plant_missing()
    planted = {case.code: case for case in cases()}
    assert sorted(planted) == sorted(code for code, rule in wanted().items() if rule)
    case = planted["CX013"]
    assert [path.name for path in (*case.sources, *case.mended)] == ["course.yaml", "course.yaml"]
    assert case.command == "check course.yaml"
    with pytest.raises(UnicodeDecodeError):
        case.sources[0].read_text(encoding="utf-8")
