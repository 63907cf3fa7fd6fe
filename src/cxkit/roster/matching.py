"""Look up headers and say what is wrong when none or more than one fits.

What a lookup is for is known to `columns`, `identity` and `attendance_columns`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from cxkit.documents.diagnostics import Span
from cxkit.documents.nearness import either, listed, nearest_first
from cxkit.roster.findings import Findings
from cxkit.roster.headers import Header, Kind, find, header_key, near_matches
from cxkit.roster.quoting import quoted
from cxkit.roster.records import Record, cell_span

ANY_NUMBER = (Kind.REAL, Kind.PERCENTAGE)


class HeaderLine:
    """The header record of a roster: its headers taken apart, and findings about them."""

    def __init__(self, record: Record, delimiter: str, findings: Findings) -> None:
        self.record = record
        self.delimiter = delimiter
        self.findings = findings
        self.headers: tuple[Header, ...] = tuple(Header.of(i, text) for i, text in enumerate(record.cells))

    @property
    def filled(self) -> list[Header]:
        """The headers that are not empty."""
        return [header for header in self.headers if header.text.strip()]

    @property
    def beginning(self) -> Span:
        """Where the header begins: the place of what is not in it."""
        return Span(self.record.line, 1, self.record.line, 1)

    def span_of(self, header: Header) -> Span:
        """Return the span of one header."""
        return cell_span(self.record.line, self.record.text, self.delimiter, header.index)

    def find(
        self, names: Collection[str], kinds: Sequence[Kind], what: str, *, any_case: bool = False
    ) -> Header | None:
        """Find the one column that answers to the names; two that do are an error that names `what`.

        Of several that differ in capitals only, one that is spelt as a name is taken, unless in `any_case`.
        """
        found = find(self.headers, {header_key(name) for name in names}, kinds)
        if len(found) > 1 and not any_case:
            to_the_letter = [header for header in found if header.text in names]
            found = to_the_letter if len(to_the_letter) == 1 else found
        if len(found) > 1:
            self._tie(found, what)
        return found[0] if found else None

    def named(self, name: str, kinds: Sequence[Kind], what: str) -> Header | None:
        """Find the column that the course file names; not to find it is an error."""
        header = self.find([name], kinds, what)
        if header is None:
            self.missing(
                "CX206", f"There is no column {quoted(name)}, which the course file names for {what}", [name]
            )
        return header

    def missing(self, code: str, message: str, names: Collection[str]) -> None:
        """Report a column that is not there, with the headers that look like it."""
        self.findings.error(code, message, self._hint(names), self.beginning)

    def _hint(self, names: Collection[str]) -> str:
        if len(self.filled) == 1 < len(self.headers):
            line = self.record.line
            return f"Line {line} holds one text alone: if it is a title, delete all lines above the headers."
        marks = [header for header in self.headers if header.kind is not Kind.FEEDBACK]
        near = near_matches(marks, [header_key(name) for name in names])
        if near:
            return f"Did you mean {either([quoted(text) for text in near])}? Name it in the course file."
        if len(self.headers) == 1:
            return "The header has one column only: give the delimiter with `--delimiter`."
        texts = nearest_first(next(iter(names), ""), [header.text for header in self.headers])
        return f"The headers are: {listed([quoted(text) for text in texts])}."

    def _tie(self, found: Sequence[Header], what: str) -> None:
        columns = " and ".join(f"column {header.index + 1} {quoted(header.text)}" for header in found)
        message = f"Both {columns} could hold {what}"
        hint = "Rename or delete one of them, or name the right one in the course file."
        self.findings.error("CX207", message, hint, self.span_of(found[1]))
