"""Whether the quotes of a roster are plain: each pair around a whole cell, and nothing in it that cuts cells.

Gradebooks write quotes around every text with a space in it. Where all are plain, delimiters and line ends
mean the same as if there were none, and cells may be counted by them.
"""

from __future__ import annotations

from itertools import chain

QUOTE = b'"'


class PlainQuotes:
    """Takes in the bytes of a file block by block. The first line is left out: it is read by itself."""

    def __init__(self, delimiter: bytes) -> None:
        self.any = False
        """Whether there are quotes below the first line."""
        self.plain = True
        self._cutting = (delimiter, b"\n", b"\r")
        self._before = {delimiter, b"\n"}
        self._rest = b""
        self._in_the_first_line = True

    def see(self, block: bytes) -> None:
        """Take in the next block; the last line waits for its end."""
        lines = self._rest + block
        end = lines.rfind(b"\n") + 1
        self._rest = lines[end:]
        if end:
            self._judge(lines[:end])

    def end(self) -> None:
        """Take in the last line, if it has no end."""
        self._judge(self._rest)

    def _judge(self, lines: bytes) -> None:
        if self._in_the_first_line:
            self._in_the_first_line = False
            lines = lines.partition(b"\n")[2]
        if QUOTE in lines:
            self.any = True
            self.plain = self.plain and self._are_plain(lines)

    def _are_plain(self, lines: bytes) -> bool:
        first, *pieces = lines.split(QUOTE)
        inside, outside = pieces[::2], pieces[1::2]
        if len(inside) != len(outside):
            return False
        held = b"\0".join(inside)  # what is read as text has none
        last = outside.pop()
        before = {piece[-1:] for piece in outside} | ({first[-1:]} if first else set())
        behind = {piece[:1] for piece in chain(outside, (last,) if last else ())}
        return (
            not any(sign in held for sign in self._cutting)
            and before <= self._before
            and behind <= {*self._before, b"\r"}
        )
