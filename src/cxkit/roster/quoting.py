"""Show a value of a roster inside a message: short, on one line, with control characters made visible."""

import unicodedata

LONGEST = 40
UNSEEN = {"Cc", "Cf", "Zl", "Zp", "Co", "Cs"}


def visible(text: str) -> str:
    """Write invisible and control characters as escapes (a line feed as `\\n`, U+202E as `\\u202e`)."""
    if text.isprintable():
        return text
    return "".join(
        character.encode("unicode_escape").decode()
        if unicodedata.category(character) in UNSEEN
        else character
        for character in text
    )


def quoted(text: str, longest: int = LONGEST) -> str:
    """Put a value between quotes, cut to so many characters."""
    short = text if len(text) <= longest else text[: longest - 1] + "…"
    return f'"{visible(short)}"'
