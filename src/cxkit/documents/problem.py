"""`Problem`: how a model says what is wrong with a value, in words for the author of the file."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from cxkit.documents.codes import Code

SHOWN_LENGTH = 60


class Problem(ValueError):
    """Raised inside a validator of a model; the loader makes a diagnostic of it.

    `{key}` in the message becomes the name of the place. `at` leads from the validated value to the part
    of it that is wrong; `at_key` points at that part's key instead of its value. `code` is one of ours or
    another room's stable code.
    """

    def __init__(
        self,
        message: str,
        *,
        code: str = Code.BAD_VALUE,
        hint: str | None = None,
        at: tuple[str | int, ...] = (),
        at_key: bool = False,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.code = code
        self.hint = hint
        self.at = at
        self.at_key = at_key


def shown(value: Any) -> str:
    """Show a value of a document within a message: as it is written, in backquotes, shortened, printable."""
    match value:
        case None:
            return "nothing"
        case bool():
            return f"`{str(value).lower()}`"
        case dict():
            return "a mapping"
        case list() | tuple():
            return "a list"
        case Decimal():
            text = format(value, "f")
        case _:
            text = str(value)
    if len(text) > SHOWN_LENGTH:
        text = text[: SHOWN_LENGTH - 1] + "…"
    return "`" + "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text) + "`"
