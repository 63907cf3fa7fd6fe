"""The course file that is left out of the command line."""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO

import pytest

from cxkit.cli.console import CommandError
from cxkit.cli.course_beside import course_beside

COURSE = "# a comment\nkind: course\nversion: 1\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a roster and other files in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "roster.csv").write_text("id\n", encoding="utf-8")
    (tmp_path / "notes.yaml").write_text("kind: journey\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("name", ["course.yaml", "c.yml", "C.YAML"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_only_one_is_taken(folder: Path, name: str, encoding: str) -> None:
    (folder / name).write_text(COURSE, encoding=encoding)
    assert course_beside("roster.csv") == name
    assert course_beside("-") == name
    assert course_beside(str(folder / "roster.csv")) == str(folder / name)


def test_several_are_listed(folder: Path) -> None:
    for number in range(1, 12):
        (folder / f"course{number:02}.yaml").write_text(COURSE, encoding="utf-8")
    with pytest.raises(CommandError) as caught:
        course_beside("roster.csv")
    said = str(caught.value)
    assert said.startswith("There are 11 course files beside roster.csv (course01.yaml, course02.yaml, ")
    assert said.endswith("course08.yaml, 3 more); choose one with `--course`.")


def test_none_tells_what_lies_there(folder: Path) -> None:
    said = r"no course file beside roster.csv \(only notes.yaml\); name one with `--course`"
    with pytest.raises(CommandError, match=said):
        course_beside("roster.csv")
    (folder / "notes.yaml").unlink()
    with pytest.raises(CommandError, match=r"\(nothing else is there\)"):
        course_beside("roster.csv")
    with pytest.raises(CommandError, match="no course file in this folder"):
        course_beside("-")


def test_links_that_cannot_be_followed_are_passed_over(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "course.yaml").write_text(COURSE, encoding="utf-8")
    (folder / "self.yaml").symlink_to("self.yaml")
    (folder / "closed.yaml").symlink_to("private/course.yaml")
    stat = os.stat

    def refused(path: str | Path, **options: bool) -> os.stat_result:
        if Path(path).name == "closed.yaml" and options.get("follow_symlinks", True):
            raise PermissionError(13, "Permission denied")
        return stat(path, **options)

    monkeypatch.setattr(os, "stat", refused)
    assert course_beside("roster.csv") == "course.yaml"


def test_what_is_no_course_is_passed_over(folder: Path) -> None:
    (folder / "folder.yaml").mkdir()
    (folder / "text.txt").write_text(COURSE, encoding="utf-8")
    (folder / "binary.yaml").write_bytes(b"\xff\xfe\xff")
    (folder / "nested.yaml").write_text("course:\n  kind: course\n", encoding="utf-8")
    (folder / "real.yaml").write_text(COURSE, encoding="utf-8")
    assert course_beside("roster.csv") == "real.yaml"


def test_a_folder_that_is_not_there() -> None:
    with pytest.raises(CommandError, match="There is no folder nowhere"):
        course_beside("nowhere/roster.csv")


def test_a_file_that_cannot_be_opened_is_passed_over(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "closed.yaml").write_text(COURSE, encoding="utf-8")
    (folder / "real.yaml").write_text(COURSE, encoding="utf-8")
    usual = Path.open

    def opened(path: Path, _how: str) -> BinaryIO:
        if path.name == "closed.yaml":
            raise PermissionError
        return usual(path, "rb")

    monkeypatch.setattr(Path, "open", opened)
    assert course_beside("roster.csv") == "real.yaml"
