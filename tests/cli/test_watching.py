"""`cxkit.cli.watching`: what was saved is seen once, when the save is over."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cxkit.cli.watching import changes


class Hand:
    """Somebody who does one thing at each pause, and goes away after the last."""

    def __init__(self, *deeds: Callable[[], object]) -> None:
        self._deeds = list(deeds)

    def __call__(self, _seconds: float) -> None:
        if not self._deeds:
            raise KeyboardInterrupt
        self._deeds.pop(0)()


def nothing() -> None:
    """A pause in which nothing happens."""


def seen(found: Iterator[list[str]]) -> list[list[str]]:
    """Every change until the watcher is interrupted, by the files' names."""
    names: list[list[str]] = []
    with pytest.raises(KeyboardInterrupt):
        names.extend([os.path.basename(file) for file in files] for files in found)  # noqa: PTH119
    return names


def watch(*paths: Path, hand: Hand) -> list[list[str]]:
    return seen(changes(lambda: [str(path) for path in paths], sleep=hand))


def test_a_save_is_seen_once(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("a", encoding="utf-8")
    hand = Hand(nothing, lambda: file.write_text("ab", encoding="utf-8"), nothing, nothing, nothing)
    assert watch(file, hand=hand) == [["a.yaml"]]


def test_a_save_in_steps_is_waited_for(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("a", encoding="utf-8")
    hand = Hand(
        lambda: file.write_text("", encoding="utf-8"),
        lambda: file.write_text("abc", encoding="utf-8"),
        nothing,
    )
    assert watch(file, hand=hand) == [["a.yaml"]]


def test_a_save_through_another_file_is_seen(tmp_path: Path) -> None:
    """Editors write a new file and give it the old one's name; the old time may come along."""
    file, new = tmp_path / "a.yaml", tmp_path / "a.yaml~"
    for one in (file, new):
        one.write_text("a", encoding="utf-8")
        os.utime(one, ns=(1, 1))
    assert watch(file, hand=Hand(lambda: new.replace(file), nothing)) == [["a.yaml"]]


def test_in_a_folder_files_come_and_go(tmp_path: Path) -> None:
    below = tmp_path / "below"
    below.mkdir()
    hidden = tmp_path / ".git"
    hidden.mkdir()
    old = tmp_path / "old.yml"
    old.write_text("a", encoding="utf-8")

    def save() -> None:
        old.unlink()
        (below / "new.yaml").write_text("a", encoding="utf-8")
        (below / "picture.svg").write_text("a", encoding="utf-8")
        (hidden / "index.yaml").write_text("a", encoding="utf-8")

    assert watch(tmp_path, hand=Hand(save, nothing, nothing)) == [["new.yaml", "old.yml"]]


def test_what_is_taken_back_is_no_change(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    hand = Hand(lambda: file.write_text("a", encoding="utf-8"), file.unlink, nothing, nothing)
    assert watch(file, hand=hand) == []


def test_what_is_watched_is_asked_anew(tmp_path: Path) -> None:
    first, second = tmp_path / "a.yaml", tmp_path / "b.yaml"
    for one in (first, second):
        one.write_text("a", encoding="utf-8")
    wanted = [str(first)]
    hand = Hand(
        lambda: wanted.append(str(second)),
        nothing,
        lambda: second.write_text("ab", encoding="utf-8"),
        nothing,
    )
    assert seen(changes(lambda: wanted, sleep=hand)) == [["b.yaml"], ["b.yaml"]]
