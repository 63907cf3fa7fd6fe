"""Which files a run looks at: those that are named, and those found in the folders that are named.

Whether a found file is one of ours is for the runner to see when it reads it.
"""

# Names are shown as the user gave them, and a path object would tidy them.
# ruff: noqa: PTH110, PTH112, PTH118, PTH120

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cxkit.documents.source import as_stored

ENDINGS = (".yaml", ".yml")
_GIT_SECONDS = 60
_REPOSITORY = ".git"  # a folder; of a submodule and of a further work tree a file


@dataclass(frozen=True, slots=True)
class Target:
    """A file to be checked. ``named`` by the user, or found in a folder that was."""

    file: str
    named: bool


@dataclass(frozen=True, slots=True)
class Targets:
    """The files of a run, each once and in the order of their names; a sentence for each closed folder.

    ``folders`` are those that were named and looked through.
    """

    files: tuple[Target, ...]
    unreadable: tuple[str, ...]
    folders: tuple[str, ...] = ()


def targets(paths: Iterable[str]) -> Targets:
    """Return the files that ``paths`` name and those in the folders among them.

    A file that is reached in several ways counts once, by the first of the names that the user gave
    to it. What does not exist is among the files: who reads it says what is wrong.
    """
    found: dict[str, Target] = {}
    unreadable: list[str] = []
    folders: list[str] = []
    for path in dict.fromkeys(map(as_stored, paths)):
        if os.path.isdir(path):
            folders.append(path)
            for file in _in_folder(path, unreadable):
                found.setdefault(identity(file), Target(file, named=False))
        else:
            same = identity(path)
            if same not in found or not found[same].named:
                found[same] = Target(path, named=True)
    return Targets(tuple(sorted(found.values(), key=lambda one: one.file)), tuple(unreadable), tuple(folders))


def identity(file: str) -> str:
    """Return what two names of the same file have in common."""
    try:
        return os.path.realpath(file)
    except (OSError, ValueError):
        return file


def _in_folder(top: str, unreadable: list[str]) -> Iterator[str]:
    """Yield the YAML files of a folder and those below, without hidden and git-ignored ones.

    Links to folders are not followed, so that a loop of links has no effect. A repository within another
    one, or within a folder that is none, says itself what is ignored in it.
    """
    pending = [("" if top in (".", "./") else top, "", _ignored_by_git(top))]
    while pending:
        folder, within, ignored = pending.pop()
        try:
            with os.scandir(folder or ".") as entries:
                here = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            why = (error.strerror or type(error).__name__).lower()
            unreadable.append(f"{folder or '.'}: this folder cannot be read ({why}).")
            continue
        if within and any(entry.name == _REPOSITORY for entry in here):
            within, ignored = "", _ignored_by_git(folder)
        for entry in here:
            place = f"{within}{entry.name}"
            if place in ignored or entry.name.startswith("."):
                continue
            path = os.path.join(folder, entry.name)
            if entry.is_dir(follow_symlinks=False):
                pending.append((path, f"{place}/", ignored))
            elif entry.name.lower().endswith(ENDINGS) and _leads_to_a_file(entry):
                yield path


def _leads_to_a_file(entry: os.DirEntry[str]) -> bool:
    """Tell whether an entry is a file or a link to one; a link that cannot be followed leads nowhere."""
    try:
        return entry.is_file()
    except OSError:  # a loop of links, or a way that is closed to us
        return False


def _ignored_by_git(folder: str) -> frozenset[str]:
    """Return what git ignores in a folder, by its path from there; whole folders without their contents.

    Nothing when the folder is in no git work tree, or git is not installed or refuses to answer.
    """
    if not _in_work_tree(folder):
        return frozenset()
    # A work tree may name a program to watch its files; asking what is ignored must not start it.
    command = ["git", "-C", folder, "-c", "core.fsmonitor=false", "ls-files", "-z"]
    question = ["--others", "--ignored", "--exclude-standard", "--directory"]
    try:
        answer = subprocess.run(
            [*command, *question],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=_GIT_SECONDS,
        )
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return frozenset()
    if answer.returncode:
        return frozenset()
    names = (os.fsdecode(name).rstrip("/") for name in answer.stdout.split(b"\0"))
    return frozenset(name for name in names if name not in ("", "."))


def _in_work_tree(folder: str) -> bool:
    here = os.path.realpath(folder)
    while not os.path.exists(os.path.join(here, _REPOSITORY)):
        above = os.path.dirname(here)
        if above == here:
            return False
        here = above
    return True
