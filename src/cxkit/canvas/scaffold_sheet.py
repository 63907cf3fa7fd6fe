"""The sheet that a scaffold is written on: keys, and comments that fit the page; which ones, others say."""

from __future__ import annotations

import json
import re
import textwrap

WIDTH = 100
"""Characters that a line of comment has at most."""

_PLAIN = re.compile(r"[^\W\d_](?:[\w -]*\w)?")
_WORDS_OF_YAML = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
_LINE_ENDS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "\x85\u2028\u2029"}


class Sheet:
    """Lines of YAML, gathered from the top."""

    def __init__(self) -> None:
        self._lines: list[str] = []

    @property
    def text(self) -> str:
        """All that was written."""
        return "\n".join(self._lines) + "\n"

    def gap(self) -> None:
        """Leave a line free."""
        self._lines.append("")

    def line(self, text: str) -> None:
        """Write a line as it is."""
        self._lines.append(text)

    def comment(self, text: str, depth: int = 0) -> None:
        """Write a text as a comment, on as many lines as it takes."""
        indent = " " * depth + "# "
        words = " ".join(text.split())
        self._lines += textwrap.wrap(
            words, WIDTH, initial_indent=indent, subsequent_indent=indent,
            break_long_words=False, break_on_hyphens=False,
        )  # fmt: skip

    def example(self, text: str, depth: int = 0) -> None:
        """Write YAML as comments that can be made keys by taking the signs away, each on its own line."""
        self._lines += [f"{' ' * depth}# {line}".rstrip() for line in text.splitlines()]

    def key(self, key: str, value: str = "", depth: int = 0, *, remark: str = "") -> None:
        """Write a key with a value that is YAML already, and what is to be said of it behind."""
        line = f"{' ' * depth}{key}:{f' {value}' if value else ''}"
        self._lines.append(f"{line}  # {remark}" if remark else line)


def scalar(text: str) -> str:
    """Write a text as a YAML scalar on one line, in quotes unless it is plainly a word or several."""
    if _PLAIN.fullmatch(text) and text.casefold() not in _WORDS_OF_YAML:
        return text
    return json.dumps(text, ensure_ascii=False).translate(_LINE_ENDS)
