"""Finding the course file when the command line names only the roster."""

from __future__ import annotations

import os
from pathlib import Path

from cxkit.cli.console import CommandError
from cxkit.documents.kinds import kind_in
from cxkit.documents.source import MAX_BYTES

LISTED = 8


def course_beside(roster: str) -> str:
    """Return the only course file in the roster's folder (of `-`: the working folder).

    Raises CommandError with a sentence that lists what is there when there is none or several.
    """
    folder = Path() if roster == "-" else Path(roster).parent
    try:
        files = sorted(path for path in folder.iterdir() if os.path.isfile(path))  # noqa: PTH113  # never fails
    except OSError:
        raise CommandError(f"There is no folder {folder} that can be looked into for {roster}.") from None
    found = [path for path in files if path.suffix.lower() in (".yaml", ".yml") and _is_course(path)]
    if len(found) == 1:
        return str(found[0])
    where = f"beside {roster}" if roster != "-" else "in this folder"
    if found:
        raise CommandError(
            f"There are {len(found)} course files {where} ({_names(found)}); choose one with `--course`."
        )
    others = [path for path in files if str(path) != str(Path(roster))]
    others_there = f"only {_names(others)}" if others else "nothing else is there"
    raise CommandError(f"There is no course file {where} ({others_there}); name one with `--course`.")


def _is_course(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            start = file.read(MAX_BYTES)
    except OSError:
        return False
    encoding = "utf-16" if start[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    return kind_in(start.decode(encoding, "replace").replace("\r", "\n")) == "course"


def _names(paths: list[Path]) -> str:
    names = [path.name for path in paths[:LISTED]]
    if len(paths) > LISTED:
        names.append(f"{len(paths) - LISTED} more")
    return ", ".join(names)
