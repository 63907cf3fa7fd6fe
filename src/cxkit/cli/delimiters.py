"""`--delimiter`: which character a person means."""

from __future__ import annotations

from cxkit.cli.console import CommandError

_NAMES = {"comma": ",", "semicolon": ";", "tab": "\t", "\\t": "\t"}


def delimiter_meant(text: str | None) -> str | None:
    """Return the character; raises CommandError when it cannot separate columns."""
    if text is None:
        return None
    character = _NAMES.get(text.lower(), text)
    if (
        len(character) == 1
        and character.isascii()
        and not character.isalnum()
        and character not in "\"'\r\n\0.-"
    ):
        return character
    raise CommandError(
        f"--delimiter {text!r} cannot separate columns; give one character such as ; or the word tab."
    )
