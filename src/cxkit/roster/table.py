"""A roster that has been opened: encoding, delimiter and header are known, its rows not yet read."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import BinaryIO, Final

from cxkit.documents.delimiters import found_delimiter, said_delimiter
from cxkit.documents.diagnostics import Diagnostic, Refused, Severity, Span
from cxkit.roster.findings import Findings
from cxkit.roster.opening import Source, open_source
from cxkit.roster.records import Record, Records
from cxkit.roster.text import TextFacts, chosen_delimiter, examine, opened_lines

MOST_COLUMNS: Final = 10_000
HEAD: Final = 1 << 16


@dataclass(frozen=True, slots=True)
class Table:
    """A roster's bytes, what one pass over them tells, the delimiter and the header record."""

    source: Source
    facts: TextFacts
    delimiter: str
    header: Record

    def lines(self) -> AbstractContextManager[Iterator[str]]:
        """Open the physical lines of the whole file, the header among them."""
        return opened_lines(self.source, self.facts)

    @property
    def warnings(self) -> list[Diagnostic]:
        """What the reader of the results should know about how the file was read."""
        if self.facts.encoding != "cp1252":
            return []
        message = "The roster is not UTF-8; it is read as Windows-1252"
        hint = "Check that names look right, or export the roster again as UTF-8."
        span = Span(self.facts.foreign_line, 1, self.facts.foreign_line, 1)
        return [Diagnostic("CX240", Severity.WARNING, message, hint, self.source.file, span)]


def open_table(file: str, *, delimiter: str | None = None, stream: BinaryIO | None = None) -> Table:
    """Open a roster as far as its header.

    `delimiter` is found from the header, or from a line before it that declares it, when it is not given.
    Raises `UnreadableFile` for what is no text and `Refused` for a header that cannot be.
    """
    given = chosen_delimiter(delimiter)
    source = open_source(file, stream)
    head = _head(source)
    used = given or said_delimiter(head) or found_delimiter(head)
    facts = examine(source, used)
    findings = Findings(file)
    with opened_lines(source, facts) as lines:
        header = next(iter(Records(lines, used, findings)), None)
    if header is None and not findings.count:
        hint = "The first line must hold the headers of the columns."
        findings.error("CX201", "The roster is empty", hint, Span(1, 1, 1, 1))
    if header is None or findings.count:
        raise Refused(findings.diagnostics())
    if len(header.cells) > MOST_COLUMNS:
        message = f"The roster has {len(header.cells)} columns"
        hint = f"No more than {MOST_COLUMNS} are read: take the empty ones out, or check the delimiter."
        findings.error("CX203", message, hint, Span(header.line, 1, header.line, 1))
        raise Refused(findings.diagnostics())
    return Table(source, facts, used, header)


def _head(source: Source) -> str:
    """Give the text of the header, roughly: enough of the file to count delimiters in."""
    with source.open() as opened:
        block = opened.read(HEAD)
    utf16 = block.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    block = block.removeprefix(codecs.BOM_UTF8)
    text = block.decode("utf-16" if utf16 else "latin-1", errors="replace")
    head = ""
    for line in text.replace("\r", "\n").lstrip("\n").split("\n"):
        head += line
        if head.strip() and head.count('"') % 2 == 0:
            break
    return head
