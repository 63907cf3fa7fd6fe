"""Texts as YAML scalars: without quotes where our reader and every other one take them for that text."""

from __future__ import annotations

import re
import unicodedata

# Words that some reader of YAML takes for a truth value, for nothing, or for no number.
_WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "nan", "inf"})
_HARMLESS_BEFORE = frozenset("(/+.…–—−§«»“”„•→±°")
"""Signs besides letters with which a scalar may begin."""

_MEANS_SOMETHING = re.compile(r":(?:\s|$)|\s#|^---|^\.\.\.")
_IN_BRACKETS = re.compile(r"[,\[\]{}?]|:[\"'\[\]{},]")
_NUMBER_LIKE = re.compile(r"[-+.]?[0-9][0-9a-zA-Z_.,:+-]*|\.[a-zA-Z]+")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
_ESCAPES = {"\\": r"\\", '"': r"\"", "\n": r"\n", "\r": r"\r", "\t": r"\t", "\x85": r"\N"}


def scalar(text: str, *, in_brackets: bool) -> str:
    """Return a text as a scalar on one line; ``in_brackets`` when it is to stand in `{…}` or `[…]`."""
    return text if _is_plain(text, in_brackets=in_brackets) else _quoted(text)


def block(text: str, indent: str) -> list[str] | None:
    """Return a text of several lines as the lines of a block scalar, or None where it cannot be one.

    The first line stands behind the key, the others are indented by ``indent``.
    """
    lines = text.split("\n")
    kept = lines[:-1] if lines[-1] == "" else lines
    if len(kept) < 2 or kept[-1] == "" or kept[0][:1] in ("", " ", "\t"):
        return None
    if any(_has_unseen(line) or line != line.rstrip() for line in kept):
        return None
    head = "|" if lines[-1] == "" else "|-"
    return [head, *(f"{indent}{line}" if line else "" for line in kept)]


def _is_plain(text: str, *, in_brackets: bool) -> bool:
    if not text or text != text.strip() or _has_unseen(text) or text.casefold() in _WORDS:
        return False
    if _NUMBER_LIKE.fullmatch(text) and not _DAY.fullmatch(text):
        return False
    if not (text[0].isalnum() or text[0] in _HARMLESS_BEFORE) or _MEANS_SOMETHING.search(text):
        return False
    return not (in_brackets and _IN_BRACKETS.search(text))


def _has_unseen(text: str) -> bool:
    if text.isascii() and text.isprintable():
        return False
    return any(_is_unseen(sign) for sign in text)


def _is_unseen(sign: str) -> bool:
    # Soft hyphens and the joiners inside emoji and words are wanted as they are.
    return sign not in "\xad\u200c\u200d" and (
        unicodedata.category(sign) in _UNSEEN or (sign.isspace() and sign != " ")
    )


def _quoted(text: str) -> str:
    if not _has_unseen(text) and "\\" not in text and '"' in text:
        doubled = text.replace("'", "''")
        return f"'{doubled}'"
    return '"' + "".join(_escaped(sign) for sign in text) + '"'


def _escaped(sign: str) -> str:
    if sign in _ESCAPES:
        return _ESCAPES[sign]
    if not _is_unseen(sign):
        return sign
    number = ord(sign)
    return f"\\U{number:08x}" if number > 0xFFFF else f"\\u{number:04x}"
