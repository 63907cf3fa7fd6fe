"""`cxkit.files`: all outputs or none, and the old ones whatever happens."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from cxkit.files import UnwritableFile, write_all, writes
from cxkit.files.leftovers import TEMPORARY

OTHER = f"{TEMPORARY}0123456789abcdef"

WRITER = """
import sys, time
from cxkit.files import writes
try:
    with writes(sys.argv[1:], force=True) as handles:
        for handle in handles:
            handle.write(b"new" * 1000)
        print("writing", flush=True)
        time.sleep(30)
except KeyboardInterrupt:
    sys.exit(130)
"""


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def write_half(targets: list[Path]) -> None:
    with writes(targets, force=True) as handles:
        handles[0].write(b"half")
        raise ZeroDivisionError


def write_while_a_folder_comes(targets: list[Path]) -> None:
    with writes(targets, force=True) as handles:
        for handle in handles:
            handle.write(b"new")
        targets[-1].unlink()
        targets[-1].mkdir()


def test_new_files_are_written(tmp_path: Path) -> None:
    write_all({tmp_path / "a.csv": b"a\n", tmp_path / "b.json": b"{}\n"})
    assert (tmp_path / "a.csv").read_bytes() == b"a\n"
    assert (tmp_path / "b.json").read_bytes() == b"{}\n"
    assert names(tmp_path) == ["a.csv", "b.json"]


def test_outputs_in_several_folders(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    write_all({tmp_path / "a": b"a", tmp_path / "one" / "b": b"b"})
    assert names(tmp_path) == ["a", "one"]
    assert names(tmp_path / "one") == ["b"]


def test_handles_take_any_buffer_in_pieces(tmp_path: Path) -> None:
    with writes([tmp_path / "a"]) as (handle,):
        assert handle.write(bytearray(b"one ")) == 4
        handle.write(memoryview(b"two"))
    assert (tmp_path / "a").read_bytes() == b"one two"


def test_force_replaces_and_keeps_the_rights(tmp_path: Path) -> None:
    target = tmp_path / "a"
    target.write_bytes(b"old")
    target.chmod(0o640)
    write_all({target: b"new"}, force=True)
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o640
    assert names(tmp_path) == ["a"]


def test_a_new_file_has_the_usual_rights(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_all({tmp_path / "a": b""})
    finally:
        os.umask(before)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640


def test_an_error_leaves_everything_as_it_was(tmp_path: Path) -> None:
    old = tmp_path / "old"
    old.write_bytes(b"old")
    with pytest.raises(ZeroDivisionError):
        write_half([old, tmp_path / "new"])
    assert old.read_bytes() == b"old"
    assert names(tmp_path) == ["old"]


def test_what_comes_into_being_meanwhile_is_kept(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    with pytest.raises(UnwritableFile, match="in the meantime"), writes([first, second]):
        second.write_bytes(b"from another run")
    assert second.read_bytes() == b"from another run"
    assert names(tmp_path) == ["second"]


def test_replaced_files_come_back_when_a_later_one_fails(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.write_bytes(b"one")
    second.write_bytes(b"two")
    with pytest.raises(UnwritableFile):
        write_while_a_folder_comes([first, second])
    assert first.read_bytes() == b"one"
    assert names(tmp_path) == ["first", "second"]


def test_without_hard_links_files_are_renamed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(source: object, target: object) -> None:
        raise PermissionError(1, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    old = tmp_path / "old"
    old.write_bytes(b"old")
    write_all({old: b"new", tmp_path / "new": b"new"}, force=True)
    assert old.read_bytes() == (tmp_path / "new").read_bytes() == b"new"
    assert names(tmp_path) == ["new", "old"]


@pytest.fixture
def little_space() -> Iterator[None]:
    """Let no file of this process grow beyond 64 KiB: writing fails half-way, as on a full disk."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64 * 1024, limits[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    signal.signal(signal.SIGXFSZ, ignored)


def test_no_room_in_the_middle(tmp_path: Path, little_space: None) -> None:
    old = tmp_path / "old"
    old.write_bytes(b"old")
    with pytest.raises(UnwritableFile, match=r"new cannot be written: it would become larger"):
        write_all({old: b"new", tmp_path / "new": b"x" * 1_000_000}, force=True)
    assert old.read_bytes() == b"old"
    assert names(tmp_path) == ["old"]


def test_a_full_disk_at_the_last_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UnwritableFile, match="the disk is full"):
        write_all({tmp_path / "a": b"a"})
    assert names(tmp_path) == []


def start(*targets: Path) -> subprocess.Popen[bytes]:
    """Start a process that has written to ``targets`` and not finished."""
    process = subprocess.Popen([sys.executable, "-c", WRITER, *map(str, targets)], stdout=subprocess.PIPE)
    assert process.stdout is not None
    with process.stdout:
        assert process.stdout.readline() == b"writing\n"
    return process


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_in_the_middle(tmp_path: Path, number: signal.Signals) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_bytes(b"old")
    process = start(old, new)
    process.send_signal(number)
    assert process.wait(10) == 130
    assert old.read_bytes() == b"old"
    assert names(tmp_path) == ["old"]


def test_a_signal_while_files_are_moved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    move = os.link

    def interrupted(source: Path, target: Path) -> None:
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(0.05)
        move(source, target)

    old = tmp_path / "old"
    old.write_bytes(b"old")
    monkeypatch.setattr(os, "link", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_all({old: b"new", tmp_path / "new": b"new"}, force=True)
    assert old.read_bytes() == b"old"
    assert names(tmp_path) == ["old"]
    assert signal.getsignal(signal.SIGTERM) == signal.SIG_DFL


def test_a_signal_while_cleaning_up_is_not_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    remove = Path.rmdir

    def interrupted(folder: Path) -> None:
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(0.05)
        remove(folder)

    monkeypatch.setattr(Path, "rmdir", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_all({tmp_path / "a": b"a"})
    assert names(tmp_path) == ["a"]


def test_sigkill_leaves_one_folder_which_the_next_run_removes(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_bytes(b"old")
    process = start(old, new)
    process.kill()
    process.wait(10)
    assert old.read_bytes() == b"old"
    (left,) = set(names(tmp_path)) - {"old"}
    assert left.startswith(TEMPORARY)
    write_all({new: b"new"})
    assert names(tmp_path) == ["new", "old"]


def test_the_folder_of_a_running_process_stays(tmp_path: Path) -> None:
    process = start(tmp_path / "one")
    try:
        write_all({tmp_path / "two": b"two"})
        assert len([name for name in names(tmp_path) if name.startswith(TEMPORARY)]) == 1
    finally:
        process.kill()
        process.wait(10)


def test_only_our_own_leftovers_are_removed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "new-0").write_bytes(b"precious")
    work = tmp_path / "work"
    work.mkdir()
    (work / OTHER).symlink_to(elsewhere)
    (work / f"{TEMPORARY}not-ours").mkdir()
    filled = work / f"{TEMPORARY}fedcba9876543210"
    filled.mkdir()
    (filled / "new-0").write_bytes(b"left")
    (filled / "thesis.docx").write_bytes(b"precious")
    write_all({work / "a": b"a"})
    assert (elsewhere / "new-0").read_bytes() == b"precious"
    assert names(filled) == ["thesis.docx"]
    assert names(work) == sorted([OTHER, f"{TEMPORARY}not-ours", filled.name, "a"])
