"""Which files a run looks at."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unicodedata import normalize

import pytest

from cxkit.checks.walk import Target, targets


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a few files."""
    monkeypatch.chdir(tmp_path)
    for name in (
        "b.yaml",
        "a.yml",
        "c.YAML",
        "notes.txt",
        "d/e.yaml",
        "d/f/g.yml",
        ".github/h.yaml",
        ".i.yaml",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("", encoding="utf-8")
    return tmp_path


def found(*paths: str) -> list[str]:
    """Return the files that paths lead to, as they are called."""
    return [target.file for target in targets(paths).files]


def test_folders_are_walked_without_hidden_ones_in_the_order_of_names() -> None:
    assert found(".") == ["a.yml", "b.yaml", "c.YAML", "d/e.yaml", "d/f/g.yml"]


@pytest.mark.parametrize(
    ("path", "files"),
    [
        ("d", ["d/e.yaml", "d/f/g.yml"]),
        ("./d", ["./d/e.yaml", "./d/f/g.yml"]),
        ("d/", ["d/e.yaml", "d/f/g.yml"]),
        ("d/../d/f", ["d/../d/f/g.yml"]),
        (".github", [".github/h.yaml"]),
        (".i.yaml", [".i.yaml"]),
    ],
)
def test_files_are_called_as_the_user_called_their_folder(path: str, files: list[str]) -> None:
    assert found(path) == files


@pytest.mark.parametrize("name", ["kesä/a.yaml", "kesä"])
def test_a_name_in_another_normal_form_is_called_as_the_disk_has_it(name: str, folder: Path) -> None:
    (folder / normalize("NFC", "kesä")).mkdir()
    (folder / normalize("NFC", "kesä/a.yaml")).touch()
    there = normalize("NFC", "kesä/a.yaml")
    assert found(normalize("NFD", name), normalize("NFC", name)) == [there]


def test_a_named_file_need_not_look_like_one_or_exist() -> None:
    assert targets(["notes.txt", "nowhere"]).files == (Target("notes.txt", True), Target("nowhere", True))


@pytest.mark.parametrize("paths", [("b.yaml", "."), (".", "b.yaml"), ("./b.yaml", "b.yaml", ".")])
def test_a_file_reached_in_several_ways_counts_once_and_as_named(paths: tuple[str, ...]) -> None:
    same = [target for target in targets(paths).files if target.file.endswith("b.yaml")]
    (one,) = same
    assert one.named
    assert one.file == next(path for path in paths if path.endswith("b.yaml"))


def test_a_link_to_a_file_is_the_file(folder: Path) -> None:
    (folder / "d" / "z.yaml").symlink_to(folder / "d" / "e.yaml")
    (folder / "d" / "broken.yaml").symlink_to(folder / "nowhere")
    assert found("d") == ["d/e.yaml", "d/f/g.yml"]


def test_loops_of_links_end(folder: Path) -> None:
    (folder / "d" / "again").symlink_to(folder)
    (folder / "d" / "f" / "up").symlink_to("..")
    assert found("d") == ["d/e.yaml", "d/f/g.yml"]
    assert found("d/again/d") == ["d/again/d/e.yaml", "d/again/d/f/g.yml"]


def test_links_that_cannot_be_followed_are_passed_over(folder: Path) -> None:
    (folder / "d" / "self.yaml").symlink_to("self.yaml")
    (folder / "d" / "here.yaml").symlink_to("there.yaml")
    (folder / "d" / "there.yaml").symlink_to("here.yaml")
    assert found("d") == ["d/e.yaml", "d/f/g.yml"]
    assert found("d/self.yaml") == ["d/self.yaml"]


def test_a_link_through_a_closed_folder_is_passed_over(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "d" / "closed.yaml").symlink_to(folder / "private" / "e.yaml")
    scan = os.scandir

    class Closed:
        """What a scan gives of such a link, also where the tests run as root, to whom nothing is closed."""

        name = "closed.yaml"

        def is_dir(self, *, follow_symlinks: bool) -> bool:
            assert not follow_symlinks
            return False

        def is_file(self) -> bool:
            raise PermissionError(13, "Permission denied")

    @contextmanager
    def scanned(path: str) -> Iterator[list[object]]:
        with scan(path) as entries:
            yield [Closed() if one.name == Closed.name else one for one in entries]

    monkeypatch.setattr(os, "scandir", scanned)
    assert found("d") == ["d/e.yaml", "d/f/g.yml"]


def test_what_is_no_file_is_not_read(folder: Path) -> None:
    os.mkfifo(folder / "d" / "pipe.yaml")
    (folder / "d" / "folder.yaml").mkdir()
    assert found("d") == ["d/e.yaml", "d/f/g.yml"]


def test_a_name_that_no_file_can_have_is_left_to_the_reader() -> None:
    assert found("a\0b") == ["a\0b"]


def test_a_closed_folder_is_told_and_the_rest_is_walked(monkeypatch: pytest.MonkeyPatch) -> None:
    scan = os.scandir

    def closed(path: str) -> object:
        if path == "d/f":
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr(os, "scandir", closed)
    seen = targets(["d"])
    assert [target.file for target in seen.files] == ["d/e.yaml"]
    assert seen.unreadable == ("d/f: this folder cannot be read (permission denied).",)


@pytest.mark.programs
class TestGit:
    @pytest.fixture(autouse=True)
    def _repository(self, folder: Path) -> None:
        subprocess.run(["git", "init", "-q", "."], cwd=folder, check=True, timeout=60)
        (folder / ".gitignore").write_text("a.yml\nf/\n/d/ä ö.yaml\n", encoding="utf-8")
        (folder / "d" / "ä ö.yaml").write_text("", encoding="utf-8")
        (folder / "d" / "å.yaml").write_text("", encoding="utf-8")

    def test_what_is_ignored_is_skipped(self) -> None:
        assert found(".") == ["b.yaml", "c.YAML", "d/e.yaml", "d/å.yaml"]

    def test_in_a_folder_below_too(self) -> None:
        assert found("d") == ["d/e.yaml", "d/å.yaml"]

    @pytest.mark.parametrize("within", ["d", "d/f", "d/n/m"])
    def test_a_repository_within_says_itself_what_is_ignored(self, within: str, folder: Path) -> None:
        subprocess.run(["git", "init", "-q", within], cwd=folder, check=True, timeout=60)
        (folder / ".gitignore").write_text("inner.yaml\n", encoding="utf-8")
        (folder / within / ".gitignore").write_text("/own.yaml\n", encoding="utf-8")
        (folder / within / "below").mkdir()
        for name in ("own.yaml", "inner.yaml", "below/own.yaml"):
            (folder / within / name).touch()
        there = [f"{within}/below/own.yaml", f"{within}/inner.yaml"]
        for top in (".", within):
            assert [file for file in found(top) if "own" in file or "inner" in file] == there
        (folder / ".git").rename(folder / "git")
        assert [file for file in found(".") if "own" in file or "inner" in file] == there

    def test_a_repository_that_is_ignored_is_skipped(self, folder: Path) -> None:
        subprocess.run(["git", "init", "-q", "d/f"], cwd=folder, check=True, timeout=60)
        assert found("d") == ["d/e.yaml", "d/å.yaml"]

    def test_an_ignored_file_or_folder_that_is_named_is_looked_at(self) -> None:
        assert found("a.yml", "d/f") == ["a.yml", "d/f/g.yml"]

    def test_a_tracked_file_is_never_ignored(self, folder: Path) -> None:
        subprocess.run(["git", "add", "-f", "a.yml"], cwd=folder, check=True, timeout=60)
        assert "a.yml" in found(".")

    def test_one_call_a_folder(self, monkeypatch: pytest.MonkeyPatch) -> None:
        calls = []
        run = subprocess.run

        def counted(*arguments: object, **options: object) -> object:
            calls.append(arguments)
            return run(*arguments, **options)  # type: ignore[call-overload]

        monkeypatch.setattr(subprocess, "run", counted)
        found(".")
        assert len(calls) == 1

    def test_a_program_that_the_repository_names_is_not_started(self, folder: Path) -> None:
        (folder / "watch").write_text("#!/bin/sh\ntouch started\n", encoding="utf-8")
        (folder / "watch").chmod(0o755)
        subprocess.run(
            ["git", "config", "core.fsmonitor", str(folder / "watch")], cwd=folder, check=True, timeout=60
        )
        found(".")
        assert not (folder / "started").exists()

    @pytest.mark.parametrize("trouble", [FileNotFoundError(), subprocess.TimeoutExpired("git", 1), None])
    def test_without_an_answer_nothing_is_ignored(
        self, trouble: Exception | None, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def asked(*_: object, **__: object) -> subprocess.CompletedProcess[bytes]:
            if trouble is not None:
                raise trouble
            return subprocess.CompletedProcess([], 128, b"b.yaml\0", b"dubious ownership")

        monkeypatch.setattr(subprocess, "run", asked)
        assert "a.yml" in found(".") and "b.yaml" in found(".")


def test_outside_of_a_work_tree_git_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(subprocess, "run", asked)
    assert found("d") == ["d/e.yaml", "d/f/g.yml"]
