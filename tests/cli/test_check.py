"""`cxkit check` on the command line."""

from __future__ import annotations

import io
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
"""
FAULTY = SOUND.replace("weight: 100", "wieght: 100")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a sound and a faulty course."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "sound.yaml").write_text(SOUND, encoding="utf-8")
    (tmp_path / "faulty.yaml").write_text(FAULTY, encoding="utf-8")
    return tmp_path


def test_a_sound_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "sound.yaml"]) == 0
    assert capsys.readouterr() == ("1 file checked: no errors.\n", "")


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
    assert out.endswith("1 file checked: it has errors.\n")


def test_concise_is_one_line_a_finding(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "sound.yaml", "faulty.yaml", "--format", "concise"]) == 1
    out, err = capsys.readouterr()
    assert (out.count("\n"), err) == (1, "")
    assert out.startswith("faulty.yaml:8:16: CX030 error: ")


def test_several_files_are_told_in_order_and_counted(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "another.yaml").write_text(FAULTY, encoding="utf-8")
    assert main(["check", "sound.yaml", "faulty.yaml", "another.yaml", "faulty.yaml"]) == 1
    out = capsys.readouterr().out
    places = [line.split(":")[0] for line in out.splitlines() if " error: " in line]
    assert places == ["another.yaml", "faulty.yaml"]
    assert out.endswith("3 files checked: errors in 2.\n")
    assert main(["check", "sound.yaml", "sound.yaml"]) == 0


def test_a_file_that_cannot_be_read_does_not_hide_the_others(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "sound.yml", "faulty.yaml", "."]) == 2
    out, err = capsys.readouterr()
    assert "faulty.yaml:8:16:" in out
    missing, is_folder = err.splitlines()
    assert missing.startswith("cxkit: sound.yml: there is no such file. Did you mean `sound.yaml`?")
    assert "folder" in is_folder


def test_nothing_readable_has_no_summary(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "none.yaml"]) == 2
    assert capsys.readouterr().out == ""


def test_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(FAULTY.encode())))
    assert main(["check", "-"]) == 1
    out = capsys.readouterr().out
    assert out.startswith("-:8:16: CX030 error: ")
    assert "  8 |   - {id: exam, wieght: 100, max: 30}" in out


def test_a_file_without_yaml_shows_its_line_all_the_same(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "faulty.yaml").write_text("kind: course\nid: [1, 2}\n", encoding="utf-8")
    assert main(["check", "faulty.yaml"]) == 1
    assert "  2 | id: [1, 2}" in capsys.readouterr().out


def test_a_canvas_is_not_checked_yet(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "faulty.yaml").write_text("kind: journey\nversion: 1\n", encoding="utf-8")
    assert main(["check", "faulty.yaml", "--format", "concise"]) == 1
    assert "CX029 error: This is a customer journey" in capsys.readouterr().out


def test_colour_is_forced(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert main(["check", "faulty.yaml"]) == 1
    assert "\x1b[1;31mCX030 error:\x1b[0m" in capsys.readouterr().out
