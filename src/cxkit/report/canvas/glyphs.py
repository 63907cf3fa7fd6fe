"""The fonts of a typeset page: which letters they have, and what stands for a letter that none has."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from cxkit.documents.diagnostics import UnreadableFile
from cxkit.report.canvas.drawing import TextLines
from cxkit.report.canvas.measuring import covers, graphemes

INSTEAD = "?"
"""What stands for a letter that no font has."""

_UNSEEN = "\u00ad\u200b\u200c\u200d\ufe0e\ufe0f"
_NAMED = 12


@dataclass
class Fonts:
    """Inter, and fonts of the user's own in ``files``; remembers which letters were missing."""

    families: tuple[str, ...]
    files: tuple[Path, ...]
    letters: frozenset[str]
    missing: dict[str, None] = field(default_factory=dict)

    @classmethod
    def with_files(cls, files: Sequence[Path]) -> Fonts:
        """Take fonts of the user's; raises UnreadableFile for a file that is none."""
        found = [_font(file) for file in files]
        families = ("Inter", *dict.fromkeys(family for family, _ in found))
        letters = frozenset(letter for _, held in found for letter in held)
        return cls(families, tuple(files), letters)

    def settable(self, text: TextLines) -> TextLines:
        """Return a text whose every letter is in some font, and remember those that were not."""
        lines = tuple(
            "".join(self._sign(sign, text) for sign in graphemes(unicodedata.normalize("NFC", line)))
            for line in text.lines
        )
        return replace(text, lines=lines)

    def message(self) -> str | None:
        """Say which letters were missing, in a sentence; None when none was."""
        if not self.missing:
            return None
        signs = list(self.missing)
        named = " ".join(signs[:_NAMED]) + (" …" if len(signs) > _NAMED else "")
        many = f"{len(signs)} signs are" if len(signs) > 1 else "One sign is"
        return (
            f"{many} in no font and stand as `{INSTEAD}`: {named}. Add a font that has them with --font FILE."
        )

    def _sign(self, sign: str, text: TextLines) -> str:
        seen = sign.translate({ord(letter): None for letter in _UNSEEN})
        if all(covers(letter, text.style) or letter in self.letters for letter in seen):
            return seen if all(covers(letter, text.style) for letter in seen) else sign
        self.missing.setdefault(sign)
        return INSTEAD


def _font(file: Path) -> tuple[str, frozenset[str]]:
    """Return the family of a font, and the letters that it has."""
    from fontTools.ttLib import TTFont, TTLibError

    try:
        with file.open("rb") as stream, TTFont(stream, fontNumber=0, lazy=True) as font:
            family = font["name"].getBestFamilyName()
            letters = frozenset(map(chr, font.getBestCmap() or ()))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UnreadableFile(f"The font {file} cannot be read: {reason}.") from error
    except (TTLibError, KeyError, ValueError, AssertionError) as error:
        raise UnreadableFile(f"{file} is no font; give a file that ends in .ttf or .otf.") from error
    if not family:
        raise UnreadableFile(f"The font {file} does not say what it is called; choose another one.")
    return family, letters
