"""`cxkit check` on the command line."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cxkit.cli.app import main

SOUND = """\
kind: course
version: 1
id: C-1
title: Course
credits: 5
bands: {1: 40, 3: 70, 5: 90}
components:
  - {id: exam, weight: 100, max: 30}
tests:
  - {name: full marks, given: {exam: 30}, grade: 5}
  - {name: too little, given: {exam: 11}, grade: 0}
"""
FAULTY = SOUND.replace("weight: 100", "wieght: 100").replace("C-1", "C-2")
REMARKED = SOUND[: SOUND.index("tests:")].replace("C-1", "C-3")
WARNED = SOUND.replace("C-1", "C-4").replace("credits: 5", "credits: 99")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a sound and a faulty course."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "sound.yaml").write_text(SOUND, encoding="utf-8")
    (tmp_path / "faulty.yaml").write_text(FAULTY, encoding="utf-8")
    return tmp_path


def test_a_sound_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "sound.yaml"]) == 0
    assert capsys.readouterr() == ("1 file checked: all is well.\n", "")


def test_a_faulty_file_in_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "faulty.yaml"]) == 1
    out, err = capsys.readouterr()
    assert err == ""
    assert out.splitlines()[0].startswith("faulty.yaml:8:16: CX030 error: ")
    assert out.splitlines()[1:3] == [
        "  8 |   - {id: exam, wieght: 100, max: 30}",
        "    |                ^^^^^^",
    ]
    assert "help: " in out
    assert out.endswith("1 file checked: 1 error.\n")


def test_a_line_is_cut_for_a_narrow_terminal_only(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    long = FAULTY.replace("wieght", "title: An examination of everything, wieght")
    (folder / "faulty.yaml").write_text(long, encoding="utf-8")
    assert main(["check", "faulty.yaml"]) == 1
    assert long.splitlines()[7] in capsys.readouterr().out
    monkeypatch.setattr("cxkit.cli.console.columns", lambda _: 40)
    assert main(["check", "faulty.yaml"]) == 1
    cut, carets = capsys.readouterr().out.splitlines()[1:3]
    assert len(cut) <= 40
    assert cut[carets.index("^") : carets.rindex("^") + 1] == "wieght"


def test_concise_is_one_line_a_finding(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "sound.yaml", "faulty.yaml", "--format", "concise"]) == 1
    out, err = capsys.readouterr()
    assert (out.count("\n"), err) == (1, "")
    assert out.startswith("faulty.yaml:8:16: CX030 error: ")


def test_this_folder_is_checked_where_nothing_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "courses").mkdir()
    (folder / "courses" / "another.yml").write_text(FAULTY.replace("C-2", "C-9"), encoding="utf-8")
    (folder / "docker-compose.yaml").write_text("services: {}\n", encoding="utf-8")
    assert main(["check"]) == 1
    out = capsys.readouterr().out
    places = [line.split(":")[0] for line in out.splitlines() if " error: " in line]
    assert places == ["courses/another.yml", "faulty.yaml"]
    assert out.endswith("3 files checked: 2 errors.\n")


def test_an_empty_folder_is_no_mistake(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty").mkdir()
    assert main(["check", "empty"]) == 0
    assert capsys.readouterr() == ("No cxkit files found in `empty`: there are no YAML files.\n", "")
    (tmp_path / "empty" / "docker-compose.yaml").write_text("services: {}\n", encoding="utf-8")
    assert main(["check", "empty"]) == 0
    said = "No cxkit files found in `empty`: 1 YAML file of other programs passed over.\n"
    assert capsys.readouterr() == (said, "")


def test_a_file_named_twice_is_checked_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "faulty.yaml", "./faulty.yaml", ".", "faulty.yaml"]) == 1
    out = capsys.readouterr().out
    assert out.count(" error: ") == 1
    assert "2 files checked" in out


def test_a_file_that_cannot_be_read_does_not_hide_the_others(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "sound.yml", "faulty.yaml"]) == 2
    out, err = capsys.readouterr()
    assert "faulty.yaml:8:16:" in out
    assert err.startswith("cxkit: sound.yml: there is no such file. Did you mean `sound.yaml`?")
    assert err.count("\n") == 1


def test_nothing_readable_has_no_summary(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "none.yaml"]) == 2
    assert capsys.readouterr().out == ""


def test_a_named_file_without_a_kind_is_an_error(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "other.yaml").write_text("kind: Deployment\n", encoding="utf-8")
    assert main(["check", "other.yaml", "--format", "concise"]) == 1
    assert "CX021 error" in capsys.readouterr().out


class TestStandardInput:
    @pytest.fixture(autouse=True)
    def _typed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(FAULTY.encode())))

    def test_it_is_called_by_a_dash(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", "-"]) == 1
        out = capsys.readouterr().out
        assert out.startswith("-:8:16: CX030 error: ")
        assert "  8 |   - {id: exam, wieght: 100, max: 30}" in out

    def test_it_can_have_a_name_and_the_configuration_that_goes_with_it(
        self, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (folder / "deep").mkdir()
        (folder / "deep" / "cxkit.toml").write_text("strikt = true\n", encoding="utf-8")
        assert main(["check", "--stdin-filename", "deep/draft.yaml", "-", "--format", "concise"]) == 1
        one, two = capsys.readouterr().out.splitlines()
        assert one.startswith("deep/cxkit.toml:1:1: CX041 error: ")
        assert two.startswith("deep/draft.yaml:8:16: CX030 error: ")

    def test_a_name_alone_is_not_enough(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", "--stdin-filename", "draft.yaml"]) == 2
        assert "--stdin-filename" in capsys.readouterr().err


class TestWhatFails:
    @pytest.fixture(autouse=True)
    def _files(self, folder: Path) -> None:
        (folder / "remarked.yaml").write_text(REMARKED, encoding="utf-8")
        (folder / "warned.yaml").write_text(WARNED, encoding="utf-8")

    @pytest.mark.parametrize(
        ("arguments", "status"),
        [
            (["remarked.yaml"], 0),
            (["remarked.yaml", "--strict"], 0),
            (["warned.yaml"], 0),
            (["warned.yaml", "--strict"], 1),
            (["warned.yaml", "--strict", "--exit-zero"], 0),
            (["warned.yaml", "--strict", "--ignore", "CX199"], 0),
            (["warned.yaml", "--strict", "--select", "CX101,CX102"], 0),
            (["warned.yaml", "--strict", "--select", "CX101", "--select", "CX199"], 1),
            (["warned.yaml", "--strict", "--select", "CX1", "--ignore", "CX19"], 0),
            (["faulty.yaml", "--select", "CX1"], 1),
            (["faulty.yaml", "--ignore", "CX0"], 1),
            (["faulty.yaml", "--exit-zero"], 0),
            (["none.yaml", "--exit-zero"], 2),
            (["warned.yaml", "--strict", "--ignore", "cx199"], 0),
            (["warned.yaml", "--strict", "--select", "Weights-Sum"], 0),
            (["sound.yaml", "--format", "JSON"], 0),
            (["sound.yaml", "--select", ""], 2),
            (["sound.yaml", "--ignore", ""], 0),
            (["sound.yaml", "--ignore", "CX002"], 2),
            (["sound.yaml", "--ignore", "CX00"], 2),
            (["sound.yaml", "--select", "CX002"], 0),
            (["sound.yaml", "--select", "CX777"], 2),
            (["sound.yaml", "--ignore", "weights"], 2),
            (["sound.yaml", "--format", "pdf"], 2),
        ],
    )
    def test_the_exit_status(self, arguments: list[str], status: int) -> None:
        assert main(["check", *arguments]) == status

    def test_a_configuration_makes_strict_and_the_command_line_replaces_it(self, folder: Path) -> None:
        (folder / "cxkit.toml").write_text("strict = true\n", encoding="utf-8")
        assert main(["check", "warned.yaml"]) == 1
        assert main(["check", "warned.yaml", "--no-strict"]) == 0

    def test_a_code_that_does_not_exist_has_a_near_match(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", "sound.yaml", "--select", "CX0I4"]) == 2
        assert "Did you mean `CX" in capsys.readouterr().err

    @pytest.mark.parametrize("option", ["--select", "--ignore"])
    def test_codes_without_a_comma_between(self, option: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", option, "CX101", "cx130", "sound.yaml"]) == 2
        assert capsys.readouterr().err == (
            f"cxkit: `cx130` is taken as a file, for codes have commas between them: {option} CX101,CX130.\n"
        )

    def test_both_lists_may_be_meant(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", "--select", "CX1", "--ignore", "CX101", "CX130"]) == 2
        assert "--select CX1,CX130 or --ignore CX101,CX130." in capsys.readouterr().err

    def test_a_file_may_be_called_like_a_code(self, folder: Path) -> None:
        (folder / "CX130").write_text(SOUND, encoding="utf-8")
        assert main(["check", "--select", "CX101", "CX130"]) == 0


class TestTheOutputFile:
    def test_it_is_written(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", "faulty.yaml", "--format", "json", "-o", "found.json"]) == 1
        assert capsys.readouterr().out == ""
        found = json.loads((folder / "found.json").read_text(encoding="utf-8"))
        assert [one["code"] for one in found["diagnostics"]] == ["CX030"]

    def test_it_replaces_nothing_unasked(self, folder: Path) -> None:
        (folder / "found.txt").write_text("old", encoding="utf-8")
        assert main(["check", "faulty.yaml", "-o", "found.txt"]) == 2
        assert (folder / "found.txt").read_text(encoding="utf-8") == "old"
        assert main(["check", "faulty.yaml", "-o", "found.txt", "--force"]) == 1
        assert "CX030" in (folder / "found.txt").read_text(encoding="utf-8")

    def test_a_dash_is_no_file(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", "faulty.yaml", "-o", "-"]) == 2
        assert "without it the findings go to standard output" in capsys.readouterr().err
        assert not (folder / "-").exists()

    def test_it_is_none_of_the_files_that_are_checked(self, folder: Path) -> None:
        assert main(["check", "faulty.yaml", "-o", "faulty.yaml", "--force"]) == 2
        assert (folder / "faulty.yaml").read_text(encoding="utf-8") == FAULTY


def test_a_file_without_yaml_shows_its_line_all_the_same(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "faulty.yaml").write_text("kind: course\nid: [1, 2}\n", encoding="utf-8")
    assert main(["check", "faulty.yaml"]) == 1
    assert "  2 | id: [1, 2}" in capsys.readouterr().out


def test_a_canvas_is_checked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    canvas = "kind: bmc\nversion: 1\nid: model\ntitle: Model\nlanguage: en\nblocks:\n"
    (folder / "faulty.yaml").write_text(canvas, encoding="utf-8")
    assert main(["check", "faulty.yaml", "--format", "concise"]) == 0
    assert "faulty.yaml:6:1: CX300 warning: `blocks` is still empty" in capsys.readouterr().out
    assert main(["check", "faulty.yaml", "--strict"]) == 1


def test_colour_is_forced(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert main(["check", "faulty.yaml"]) == 1
    assert "\x1b[1;31mCX030 error:\x1b[0m" in capsys.readouterr().out


@pytest.mark.programs
def test_the_output_is_the_same_everywhere(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """With another seed of hashes, from another folder, and where git is not installed."""
    (folder / ".git").mkdir()
    (folder / "cxkit.toml").write_text('ignore = ["CX1"]\nlanguag = "fi"\n', encoding="utf-8")
    (folder / "twin.yaml").write_text(FAULTY, encoding="utf-8")
    outputs = set()
    for seed, cwd, path in (
        ("1", folder, os.environ["PATH"]),
        ("2", tmp_path_factory.mktemp("elsewhere"), os.environ["PATH"]),
        ("3", folder / ".git", ""),
    ):
        arguments = ["check", str(folder), "--format", "json"]
        done = subprocess.run(
            [sys.executable, "-m", "cxkit", *arguments],
            cwd=cwd,
            env={"PYTHONHASHSEED": seed, "PATH": path},
            capture_output=True,
            check=False,
            timeout=60,
        )
        assert done.returncode == 1, done.stderr
        answer = json.loads(done.stdout)
        assert answer["summary"]["errors"] == 3
        outputs.add(done.stdout)
    assert len(outputs) == 1


@pytest.mark.programs
def test_what_git_ignores_is_left_alone_unless_it_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    subprocess.run(["git", "init", "-q", "."], cwd=folder, check=True, timeout=60)
    (folder / ".gitignore").write_text("faulty.yaml\nbuild/\n", encoding="utf-8")
    (folder / "build").mkdir()
    (folder / "build" / "copy.yaml").write_text(SOUND, encoding="utf-8")
    assert main(["check"]) == 0
    assert capsys.readouterr().out == "1 file checked: all is well.\n"
    assert main(["check", "faulty.yaml"]) == 1
    assert main(["check", "build", "."]) == 1
    assert "build/copy.yaml" in capsys.readouterr().out
