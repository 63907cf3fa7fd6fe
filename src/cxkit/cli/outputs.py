"""Where results go: `-o [FORMAT:]FILE` taken apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from cxkit.cli.console import STANDARD_INPUT, CommandError


class ReportFormat(StrEnum):
    """The formats in which results can be written or printed."""

    CSV = "csv"
    JSON = "json"
    MD = "md"


@dataclass(frozen=True, slots=True)
class Output:
    """One file to write, and its format."""

    format: ReportFormat
    file: Path


# Two letters at least, so that a drive (`C:\grades.csv`) is never taken for a format.
_PREFIX = re.compile(r"([A-Za-z][A-Za-z0-9-]+):(.*)", re.DOTALL)


def outputs(texts: Sequence[str]) -> tuple[Output, ...]:
    """Take the values of `-o` apart; raises CommandError with a sentence for what cannot be."""
    return tuple(_output(text) for text in texts)


def _output(text: str) -> Output:
    found = _PREFIX.fullmatch(text)
    if STANDARD_INPUT in (text, found and found[2]):
        raise CommandError(f"-o {text}: -o writes files; --format prints to standard output.")
    if found is not None:
        prefix, file = found[1].lower(), found[2]
        if prefix not in set(ReportFormat):
            raise CommandError(f"-o {text}: there is no output format `{found[1]}`; {_choice()}.")
        if not file:
            raise CommandError(f"-o {text}: the name of a file is missing after the colon.")
        return Output(ReportFormat(prefix), Path(file))
    ending = Path(text).suffix.lower().removeprefix(".")
    if ending not in set(ReportFormat):
        why = (
            f"its ending `.{ending}` is no output format"
            if ending
            else "it has no ending that says its format"
        )
        raise CommandError(f"-o {text}: {why}; {_choice()}.")
    return Output(ReportFormat(ending), Path(text))


def _choice() -> str:
    names = [format_.value for format_ in ReportFormat]
    return f"there are {', '.join(names)}, as an ending (grades.csv) or in front (csv:grades.txt)"
