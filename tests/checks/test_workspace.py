"""The folder of files that a file is looked at together with."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxkit.checks.workspace import courses_beside, root_of


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a course two folders down."""
    (tmp_path / "courses" / "old").mkdir(parents=True)
    (tmp_path / "courses" / "old" / "a.yaml").write_text("kind: course\nid: A\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def never(_file: str) -> bool:
    """Exclude nothing."""
    return False


def test_without_a_declaration_it_is_the_folder_of_the_file(folder: Path) -> None:
    assert root_of("courses/old/a.yaml") == ("courses/old", False)
    assert root_of("a.yaml") == (".", False)
    assert root_of(str(folder / "a.yaml")) == (str(folder), False)


def test_the_nearest_declaration_counts(folder: Path) -> None:
    (folder / "cxkit.toml").touch()
    assert root_of("courses/old/a.yaml") == (".", True)
    (folder / "courses" / "cxkit.toml").touch()
    assert root_of("courses/old/a.yaml") == ("courses", True)
    assert root_of(str(folder / "courses" / "a.yaml")) == (str(folder / "courses"), True)


def test_from_below_the_root(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "cxkit.toml").touch()
    (folder / "b.yaml").write_text("kind: course\nid: 'B'\n", encoding="utf-8")
    monkeypatch.chdir(folder / "courses")
    assert root_of("old/a.yaml") == ("..", True)
    assert [(one.file, one.id) for one in courses_beside(["old/a.yaml"], never)] == [("../b.yaml", "B")]


def test_nothing_is_looked_up_where_nothing_is_declared(folder: Path) -> None:
    (folder / "courses" / "old" / "b.yaml").write_text("kind: course\nid: B\n", encoding="utf-8")
    assert list(courses_beside(["courses/old/a.yaml"], never)) == []
