"""A document that has been read: plain data, and where each key and value stands in its file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, NamedTuple

from cxkit.documents.diagnostics import Diagnostic, Severity, Span

Path_ = tuple[str | int, ...]
"""The way from the root of a document to a value, such as ("components", 3, "max")."""

_LINE_END = re.compile(r"\r\n|\r|\n")


class Place(NamedTuple):
    """Offsets of a value and of its key (None for what stands in a list), ends exclusive."""

    start: int
    end: int
    key_start: int | None = None
    key_end: int | None = None


Branch = tuple[int, int, int | None, int | None, "Branches"]
"""A value's offsets, its key's, and the branches below; a bare tuple, for every value of a file has one."""

Branches = dict[str | int, Branch]
"""The entries of a mapping by their keys, or of a list by their numbers; none in a single value."""


class Places(Mapping[Path_, Place]):
    """The places of a document by path. They hang in a tree: few are ever looked up, and all are made."""

    def __init__(self, root: Branch) -> None:
        self._root = root

    def __getitem__(self, path: Path_) -> Place:
        branch = self._root
        for element in path:
            branch = branch[4][element]
        return Place(*branch[:4])

    def __iter__(self) -> Iterator[Path_]:
        pending: list[tuple[Path_, Branch]] = [((), self._root)]
        while pending:
            path, branch = pending.pop()
            yield path
            pending += [((*path, element), inner) for element, inner in branch[4].items()]

    def __len__(self) -> int:
        return sum(1 for _ in self)


@dataclass(frozen=True)
class Lines:
    """The lines of a text, ended as editors end them: by LF, CR LF or CR."""

    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Lines:
        """Find the beginnings of the lines."""
        if "\r" not in text:
            return cls(text, (0, *accumulate(len(line) + 1 for line in text.split("\n")[:-1])))
        return cls(text, (0, *(match.end() for match in _LINE_END.finditer(text))))

    def span(self, start: int, end: int) -> Span:
        """Turn offsets in characters into lines and columns from 1."""
        return Span(*self._position(start), *self._position(max(start, end)))

    def _position(self, offset: int) -> tuple[int, int]:
        offset = min(offset, len(self.text))
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def line(self, number: int) -> str:
        """Return a line, counted from 1, without its line end; "" for a line that is not there."""
        if not 1 <= number <= len(self.starts):
            return ""
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.text[self.starts[number - 1] : end].rstrip("\r\n")


@dataclass(frozen=True)
class Document:
    """The data of one file (str, bool, None, int, Decimal, dict, list) with its text and places."""

    file: str
    text: str
    data: dict[str, Any]
    places: Mapping[Path_, Place]
    lines: Lines

    @property
    def id(self) -> str | None:
        """The `id` that the document gives itself, if it is a text."""
        found = self.data.get("id")
        return found if isinstance(found, str) else None

    def as_written(self, path: Path_) -> Path_:
        """Return a model's path as it is in the file: one value that stands for a list has no number."""
        written: Path_ = ()
        for element in path:
            if element != 0 or (*written, 0) in self.places:
                written = (*written, element)
        return written

    def value_span(self, path: Path_) -> Span:
        """Where a value stands; its key where the value is left empty; else the nearest parent there is."""
        place = self.places[self._there(path)]
        if place.start == place.end and place.key_start is not None:
            return self._key_of(place)
        return self.lines.span(place.start, place.end)

    def key_span(self, path: Path_) -> Span:
        """Where the key of a value stands; of a key that is missing, where the mapping begins that lacks it.

        An entry of a list and the root have no key and are placed where they begin.
        """
        there = self._there(path)
        place = self.places[there]
        lacking = there != path and isinstance(self._value(there), dict)
        return self._beginning(there) if lacking or place.key_start is None else self._key_of(place)

    def _beginning(self, path: Path_) -> Span:
        """Where a mapping begins: its brace, or its first key; any other value has its own span."""
        place, value = self.places[path], self._value(path)
        if isinstance(value, dict) and self.text.startswith("{", place.start):
            return self.lines.span(place.start, place.start + 1)
        if isinstance(value, dict) and value:
            return self._key_of(self.places[(*path, next(iter(value)))])
        return self.value_span(path)

    def line(self, number: int) -> str:
        """Return a line of the text, counted from 1, without its line end."""
        return self.lines.line(number)

    def diagnostic(
        self,
        code: str,
        message: str,
        *,
        at: Path_,
        at_key: bool = False,
        hint: str | None = None,
        severity: Severity = Severity.ERROR,
    ) -> Diagnostic:
        """Make a finding about a value of this document, or about its key."""
        span = self.key_span(at) if at_key else self.value_span(at)
        return Diagnostic(code, severity, message, hint, self.file, span, self.id)

    def _there(self, path: Path_) -> Path_:
        """Return as much of a path as there is."""
        while path not in self.places:
            path = path[:-1]
        return path

    def _value(self, path: Path_) -> Any:
        value: Any = self.data
        for element in path:
            value = value[element]
        return value

    def _key_of(self, place: Place) -> Span:
        return self.lines.span(place.key_start or 0, place.key_end or 0)
