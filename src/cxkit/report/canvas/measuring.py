"""How wide a text is in the font that cxkit ships, without a font library.

Characters that the font lacks are taken from a font of the reader's, so they are measured as wide as such
characters get: an em, and nothing for marks that sit on a letter.
"""

from __future__ import annotations

import json
import unicodedata
from base64 import b64encode
from functools import cache
from importlib import resources
from typing import Literal

Style = Literal["regular", "semibold", "italic"]

_FONTS = "cxkit.report.fonts"
_JOINERS = "\u200c\u200d\ufe0e\ufe0f\u00ad"


def width(text: str, size: float, style: Style = "regular") -> float:
    """Return the width of ``text`` on one line, in the unit of ``size``."""
    return advance(text, style) * size / 1000


def advance(text: str, style: Style = "regular") -> int:
    """Return the width of ``text`` in thousandths of the size: that of a whole is the sum of its parts'."""
    advances = _advances(style)
    return sum([advances[sign] if sign in advances else _foreign(sign) for sign in text])


def covers(sign: str, style: Style = "regular") -> bool:
    """Tell whether the font that cxkit ships has a character."""
    return sign in _advances(style)


def font_data(style: Style) -> str:
    """Return the WOFF2 font of a style as the text of a ``data:`` address."""
    return "data:font/woff2;base64," + b64encode(_font(style)).decode("ascii")


def graphemes(text: str) -> list[str]:
    """Return ``text`` cut into what a reader takes for one sign, close to Unicode's grapheme clusters.

    Marks, joiners, skin tones and the second half of a flag stay with what they belong to.
    """
    found: list[str] = []
    for sign in text:
        if found and (_leans(sign) or found[-1].endswith("\u200d") or _is_flag(found[-1], sign)):
            found[-1] += sign
        else:
            found.append(sign)
    return found


def right_to_left(text: str) -> bool:
    """Tell whether the first letter with a direction runs from right to left."""
    for sign in text:
        direction = unicodedata.bidirectional(sign)
        if direction in ("R", "AL", "L"):
            return direction != "L"
    return False


def _leans(sign: str) -> bool:
    return unicodedata.category(sign) in ("Mn", "Me", "Mc") or sign in _JOINERS or _is_skin_tone(sign)


def _is_skin_tone(sign: str) -> bool:
    return "\U0001f3fb" <= sign <= "\U0001f3ff"


def _is_flag(cluster: str, sign: str) -> bool:
    return len(cluster) == 1 and all("\U0001f1e6" <= letter <= "\U0001f1ff" for letter in cluster + sign)


def _foreign(sign: str) -> int:
    if sign in _JOINERS or unicodedata.category(sign) in ("Mn", "Me"):
        return 0
    if unicodedata.east_asian_width(sign) in ("W", "F"):
        return 1400 if sign >= "\U0001f000" else 1050
    return 1300 if sign in "\ufdfd\ufdfa" else 1050


@cache
def _advances(style: Style) -> dict[str, int]:
    table = json.loads(resources.files(_FONTS).joinpath("widths.json").read_text(encoding="utf-8"))
    return {sign: int(advance) for advance, signs in table[style].items() for sign in signs} | {"\u00ad": 0}


@cache
def _font(style: Style) -> bytes:
    return resources.files(_FONTS).joinpath(f"inter-{style}.woff2").read_bytes()
