"""Where results go: `-o [FORMAT:]FILE` taken apart."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Generic, TypeVar

from cxkit.cli.console import STANDARD_INPUT, CommandError


class ReportFormat(StrEnum):
    """The formats in which results can be written or printed."""

    CSV = "csv"
    JSON = "json"
    MD = "md"


F = TypeVar("F", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Output(Generic[F]):
    """One file to write, and its format."""

    format: F
    file: Path


@dataclass(frozen=True, slots=True)
class Choice(Generic[F]):
    """The formats of a command; ``example`` is what a file of it may be called, without an ending.

    ``endings`` are those of files besides the names of the formats themselves.
    """

    formats: type[F]
    example: str
    endings: Mapping[str, F]

    @property
    def endings_known(self) -> Mapping[str, F]:
        """Every ending that says a format, without its dot."""
        return {**{one.value: one for one in self.formats}, **self.endings}

    def named(self, text: str) -> tuple[F | None, str]:
        """Split a value of `-o` into the format in front, if there is one, and the file.

        Raises CommandError for standard output, for a format that there is not, and for no file.
        """
        found = _PREFIX.fullmatch(text)
        if STANDARD_INPUT in (text, found and found[2]):
            raise CommandError(f"-o {text}: -o writes files; --format prints to standard output.")
        if found is None:
            return None, text
        prefix, file = found[1].lower(), found[2]
        if prefix not in set(self.formats):
            raise CommandError(f"-o {text}: there is no output format `{found[1]}`; {self._words()}.")
        if not file:
            raise CommandError(f"-o {text}: the name of a file is missing after the colon.")
        return self.formats(prefix), file

    def output(self, text: str) -> Output[F]:
        """Take a value of `-o` apart; raises CommandError with a sentence for what cannot be."""
        format_, file = self.named(text)
        if format_ is not None:
            return Output(format_, Path(file))
        ending = Path(text).suffix.lower().removeprefix(".")
        known = self.endings_known
        if ending not in known:
            why = (
                f"its ending `.{ending}` is no output format"
                if ending
                else "it has no ending that says its format"
            )
            raise CommandError(f"-o {text}: {why}; {self._words()}.")
        return Output(known[ending], Path(text))

    def _words(self) -> str:
        first, *_ = self.formats
        names = ", ".join(self.formats)
        example = self.example
        return f"there are {names}, as an ending ({example}.{first}) or in front ({first}:{example}.txt)"


# Two letters at least, so that a drive (`C:\grades.csv`) is never taken for a format.
_PREFIX = re.compile(r"([A-Za-z][A-Za-z0-9-]+):(.*)", re.DOTALL)

REPORTS = Choice(ReportFormat, "grades", {})
"""What `grade` writes."""


def outputs(texts: Sequence[str]) -> tuple[Output[ReportFormat], ...]:
    """Take the values of `-o` of `grade` apart; raises CommandError with a sentence for what cannot be."""
    return tuple(REPORTS.output(text) for text in texts)
