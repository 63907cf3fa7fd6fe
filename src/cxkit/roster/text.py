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
from cxkit.roster.plain_quotes import PlainQuotes

BLOCK: Final = 1 << 16
MAX_LINE_BYTES: Final = 16 << 20
NAMED: Final = {"tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";"}


@dataclass(slots=True)
class TextFacts:
    """What one pass over the bytes tells.

    `simple` says that below the first line every line feed ends a record and every delimiter a cell (no NUL,
    no carriage return but before a line feed, no line that could hide an overlong cell, quotes that are plain
    if there are any), in UTF-8; `delimiters` is how many there are, `quoted` whether there are quotes below
    the first line. `foreign_line` is where the first byte stands that is not UTF-8.
    """

    encoding: str
    simple: bool = False
    delimiters: int = 0
    quoted: bool = False
    foreign_line: int = 0


def chosen_delimiter(text: str | None) -> str | None:
    """Check what the user gave as the delimiter. Raises `UnreadableFile`."""
    if text is None:
        return None
    delimiter = NAMED.get(text.lower(), text)
    if len(delimiter) != 1 or not delimiter.isascii() or delimiter in '"\r\n\0':
        raise UnreadableFile(f"The delimiter must be one character such as ; or the word tab, not {text!r}.")
    return delimiter


def examine(source: Source, delimiter: str) -> TextFacts:
    """Pass over the bytes once, and twice more when they are neither ASCII nor UTF-8.

    Raises `UnreadableFile` when they are no text, `Refused` for an endless line.
    """
    with source.open() as opened:
        utf16 = opened.read(2) in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    facts = _scan(source, delimiter.encode())
    if utf16:
        if _first_undecodable(source, "utf-16") is not None:
            raise UnreadableFile(
                f"{source.file}: begins as UTF-16 text, but is not; export it again as UTF-8."
            )
        return TextFacts("utf-16")
    if facts.encoding == "utf-8-sig":
        return facts
    if _first_undecodable(source, "cp1252") is not None:
        raise UnreadableFile(f"{source.file}: is neither UTF-8 nor Windows-1252; export it again as UTF-8.")
    return TextFacts("cp1252", foreign_line=_first_undecodable(source, "utf-8") or 1)


def _scan(source: Source, delimiter: bytes) -> TextFacts:
    """Count delimiters, and look for quotes and for what the fast reader cannot have.

    The encoding is UTF-8, or "" where it is not.
    """
    decoder = codecs.getincrementaldecoder("utf-8")()
    utf8 = plain = True
    quotes = PlainQuotes(delimiter)
    delimiters = run = 0
    last = b""
    with source.open() as opened:
        while block := opened.read(BLOCK):
            utf8 = utf8 and _decodes(decoder, block)
            plain = plain and b"\0" not in block and not _has_lone_return(last, block)
            delimiters += block.count(delimiter)
            run = 0 if b"\n" in block or b"\r" in block else run + len(block)
            plain = plain and run < BLOCK
            if run > MAX_LINE_BYTES:
                raise Refused([_endless_line(source.file)])
            if plain:
                quotes.see(block)
                plain = quotes.plain
            last = block[-1:]
    quotes.end()
    utf8 = utf8 and not decoder.getstate()[0]
    simple = utf8 and plain and quotes.plain and last != b"\r"
    return TextFacts("utf-8-sig" if utf8 else "", simple, delimiters, quotes.any)


def _decodes(decoder: codecs.IncrementalDecoder, block: bytes) -> bool:
    if block.isascii() and not decoder.getstate()[0]:
        return True
    try:
        decoder.decode(block)
    except UnicodeDecodeError:
        return False
    return True


def _has_lone_return(last: bytes, block: bytes) -> bool:
    """Tell whether a carriage return, of the block or ending the one before, has no line feed after it."""
    if last == b"\r" and block[:1] != b"\n":
        return True
    return b"\r" in block and block.count(b"\r") != block.count(b"\r\n") + block.endswith(b"\r")


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
