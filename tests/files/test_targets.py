"""`cxkit.files.targets`: what is refused before anything is written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cxkit.files import UnwritableFile, check_targets, writes


def refused(*targets: Path, force: bool = False, inputs: tuple[Path, ...] = ()) -> str:
    """Return the sentence with which the targets are refused, by the check and by the writer."""
    with pytest.raises(UnwritableFile) as early:
        check_targets(targets, force=force, inputs=inputs)
    with pytest.raises(UnwritableFile) as late, writes(targets, force=force, inputs=inputs):
        pass
    assert str(early.value) == str(late.value)
    return str(early.value)


def test_a_file_that_exists(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    target.write_bytes(b"old")
    assert refused(target) == f"{target} exists already; --force replaces it."
    assert target.read_bytes() == b"old"


@pytest.mark.parametrize("force", [False, True])
def test_an_input(tmp_path: Path, force: bool) -> None:
    roster = tmp_path / "roster.csv"
    roster.write_bytes(b"old")
    assert "is an input" in refused(roster, force=force, inputs=(roster,))
    hard = tmp_path / "hard.csv"
    os.link(roster, hard)
    assert "is an input" in refused(hard, force=force, inputs=(roster,))
    assert "is an input" in refused(tmp_path / "." / "roster.csv", force=force, inputs=(roster,))


def test_a_link_to_an_input(tmp_path: Path) -> None:
    roster = tmp_path / "roster.csv"
    roster.write_bytes(b"old")
    link = tmp_path / "link.csv"
    link.symlink_to(roster)
    assert "is an input" in refused(link, force=True, inputs=(roster,))


@pytest.mark.parametrize("force", [False, True])
def test_folder_links_and_devices(tmp_path: Path, force: bool) -> None:
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "nowhere")
    assert refused(link, force=force) == f"{link} is a symbolic link; name the file it leads to."
    assert refused(tmp_path, force=force) == f"{tmp_path} is a folder; name a file."
    assert refused(Path("/dev/full"), force=force) == "/dev/full is not a regular file."


def test_the_same_file_twice(tmp_path: Path) -> None:
    assert "twice" in refused(tmp_path / "a", tmp_path / "b", tmp_path / "." / "a")


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert "there is no folder" in refused(tmp_path / "no" / "a")
    (tmp_path / "file").write_bytes(b"")
    assert "there is no folder" in refused(tmp_path / "file" / "a")


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    assert refused(tmp_path / ("x" * 10_000)).endswith("its name is too long.")


def test_write_protection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a"
    target.write_bytes(b"old")
    closed = {target}
    monkeypatch.setattr(os, "access", lambda path, _mode: path not in closed)
    assert refused(target, force=True) == f"{target} is write-protected."
    closed = {tmp_path}
    assert refused(target, force=True) == f"{target} cannot be written: its folder is write-protected."


def test_a_folder_that_turns_out_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(path: Path, mode: int) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", closed)
    with pytest.raises(UnwritableFile, match="there is no permission"), writes([tmp_path / "a"]):
        pass
