"""From a roster's bytes to text: encoding, delimiter, line ends, and whether the fast reader may have it.

What stands in the lines is left to `records`.
"""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from cxkit.documents.diagnostics import Diagnostic, Refused, Severity, Span, UnreadableFile
from cxkit.roster.opening import Source

BLOCK: Final = 1 << 16
MAX_LINE_BYTES: Final = 16 << 20
DELIMITERS: Final = (",", ";", "\t")
NAMED: Final = {"tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";"}


@dataclass(slots=True)
class TextFacts:
    """What one pass over the bytes tells.

    `simple` says that every line feed ends a record and every delimiter a cell (no quotes, no NUL, no
    carriage return but before a line feed, no line that could hide an overlong cell), in UTF-8.
    """

    encoding: str
    simple: bool = False
    delimiters: int = 0
    foreign_line: int = 0


def chosen_delimiter(text: str | None) -> str | None:
    """Check what the user gave as the delimiter. Raises `UnreadableFile`."""
    if text is None:
        return None
    delimiter = NAMED.get(text.lower(), text)
    if len(delimiter) != 1 or not delimiter.isascii() or delimiter in '"\r\n\0':
        raise UnreadableFile(f"The delimiter must be one character such as ; or the word tab, not {text!r}.")
    return delimiter


def found_delimiter(header: str) -> str:
    """Find the delimiter that stands most often in a header outside quotes; a comma when none does."""
    outside = "".join(header.split('"')[::2])
    return max(DELIMITERS, key=outside.count)


def examine(source: Source, delimiter: str | None = None) -> TextFacts:
    """Pass over the bytes once, or twice when they are not UTF-8.

    `delimiter` is counted where it is known. Raises `UnreadableFile` when they are no text, `Refused` for an
    endless line.
    """
    with source.open() as opened:
        start = opened.read(2)
    if start in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        if _first_undecodable(source, "utf-16") is not None:
            raise UnreadableFile(
                f"{source.file}: begins as UTF-16 text, but is not; export it again as UTF-8."
            )
        _scan(source, b",")
        return TextFacts("utf-16")
    facts = _scan(source, (delimiter or ",").encode())
    bad = _first_undecodable(source, "utf-8") if facts.encoding == "" else None
    facts.encoding = "utf-8-sig"
    if bad is not None:
        if _first_undecodable(source, "cp1252") is not None:
            raise UnreadableFile(
                f"{source.file}: is neither UTF-8 nor Windows-1252; export it again as UTF-8."
            )
        facts = TextFacts("cp1252", foreign_line=bad)
    return facts


def _scan(source: Source, delimiter: bytes) -> TextFacts:
    """Count delimiters and line ends; the encoding is given as "" when not all bytes are ASCII."""
    ascii_only = plain = True
    delimiters = run = returns = pairs = feeds = 0
    last = b""
    with source.open() as opened:
        while block := opened.read(BLOCK):
            ascii_only = ascii_only and block.isascii()
            plain = plain and b'"' not in block and b"\0" not in block
            delimiters += block.count(delimiter)
            if b"\n" in block or b"\r" in block:
                run = 0
            else:
                run += len(block)
                plain = plain and len(block) < BLOCK
                if run > MAX_LINE_BYTES:
                    raise Refused([_endless_line(source.file)])
            if b"\r" in block or last == b"\r":
                returns += block.count(b"\r")
                pairs += block.count(b"\r\n") + (last == b"\r" and block[:1] == b"\n")
            feeds += block.count(b"\n")
            last = block[-1:]
    simple = plain and (returns == 0 or returns == pairs == feeds)
    return TextFacts("ascii" if ascii_only else "", simple, delimiters)


def _first_undecodable(source: Source, encoding: str) -> int | None:
    """Give the line of the first byte that is not in this encoding, None when all are."""
    decoder = codecs.getincrementaldecoder(encoding)()
    line = 1
    with source.open() as opened:
        while True:
            block = opened.read(BLOCK)
            try:
                decoder.decode(block, final=not block)
            except UnicodeDecodeError as error:
                return line + error.object[: error.start].count(b"\n")
            if not block:
                return None
            line += block.count(b"\n")


def _endless_line(file: str) -> Diagnostic:
    message = "A line is longer than 16 MiB"
    hint = "Check that this is a gradebook exported as CSV."
    return Diagnostic("CX214", Severity.ERROR, message, hint, file, Span(1, 1, 1, 1))


@contextmanager
def opened_lines(source: Source, facts: TextFacts) -> Iterator[Iterator[str]]:
    """Give the physical lines without their ends; every kind of line end counts."""
    with source.open() as opened, io.TextIOWrapper(opened, facts.encoding, newline=None) as text:
        yield (line.removesuffix("\n") for line in text)
