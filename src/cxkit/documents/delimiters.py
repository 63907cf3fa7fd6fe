"""What separates the cells of a CSV text: said by its first line, as Excel does, or found in its header.

Cells, quotes and records are left to those who read them.
"""

from __future__ import annotations

import re

DELIMITERS = (",", ";", "\t")

_SAID = re.compile(r'"?sep=(?P<sign>[\x01-\x09\x0b\x0c\x0e-!#-\x7f])"?(?P=sign)*', re.IGNORECASE)


def said_delimiter(line: str) -> str | None:
    """Return the delimiter that a line such as ``sep=;`` declares; None for any other line.

    Excel obeys such a line and hides it; one that was saved again has empty cells behind it, one a column.
    """
    found = _SAID.fullmatch(line.removeprefix("\ufeff"))
    return None if found is None else found["sign"]


def found_delimiter(header: str) -> str:
    """Find the delimiter that stands most often in a header outside quotes; a comma when none does."""
    outside = "".join(header.split('"')[::2])
    return max(DELIMITERS, key=outside.count)
