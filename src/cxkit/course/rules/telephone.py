"""Telephone numbers in running text, told from dates, ids of books and other numbers."""

from __future__ import annotations

import re

_AS_TYPED = str.maketrans("\u00a0\u202f\u2010\u2011\u2013", "  ---")  # other spaces, hyphens, the en dash
_GAP = "[ -]"
_BEFORE = r"(?<![\w/+-])(?<!\d[.,:])"
_AFTER = r"(?![\w/-]|[.,:]\d)"
_ABROAD = (  # +358 40 123 4567, +1 (555) 123-4567, +358/40/1234567, 00358401234567, 0049 30 901820
    rf"(?:\+(?=(?:[ ()/-]{{0,2}}\d){{9}})[1-9]\d{{0,2}}[ /-]?"
    rf"|00(?=(?:[ ()/-]{{0,2}}\d){{9}})(?:358{_GAP}?|[1-9]\d{{0,2}}{_GAP}))"
    rf"(?:\(\d{{1,4}}\){_GAP}?)?\d{{1,4}}(?:[ /-]?\d{{2,4}}){{1,4}}"
)
_MOBILE = (  # 040 123 4567, 050.123.4567, 0400 123 456
    rf"\(?0(?:4\d|50|[45]\d0(?={_GAP}))\)?[ .-]?\d{{3,4}}[ .-]?\d{{2,4}}"
)
_SPACED = r"\(?0\d{1,2}\)? \d{3,4} \d{2,4}"  # 09 1234 567, (09) 1234 567
_LOCAL = rf"\(?0(?:[1-9]|1\d|20|29|30)\)?{_GAP}\d{{3,4}}{_GAP}?\d{{3,4}}"  # 09-1234567, 019–123 4567
_TELEPHONE = re.compile(f"{_BEFORE}(?:{_ABROAD}|{_MOBILE}|{_SPACED}|{_LOCAL}){_AFTER}", re.ASCII)
_NUMBER_OF_A_BOOK = re.compile("isbn|issn", re.IGNORECASE)
_AS_FAR_BEFORE = 12  # characters: ISBN-13 (PDF)


def holds_telephone(words: str) -> bool:
    """Whether a text holds a telephone number; numbers of books and journals that say so are none."""
    if "0" not in words and "+" not in words:
        return False
    typed = words.translate(_AS_TYPED)
    return any(
        _NUMBER_OF_A_BOOK.search(typed, max(0, found.start() - _AS_FAR_BEFORE), found.start()) is None
        for found in _TELEPHONE.finditer(typed)
    )
