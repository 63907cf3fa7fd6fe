"""Words inside Mermaid text: signs that mean something there are written as entity codes, and read again.

Mermaid reads `#35;` and `#amp;` as the character with that number or name. A word is everything between two
signs of its grammar: a title, the name of a section or task, an actor.
"""

from __future__ import annotations

import re
import unicodedata
from html.entities import html5

# What ends every word, and what the preprocessor may take for a tag.
_SIGNS = frozenset("#;<>")
_UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp"})
_NO_STYLE = re.compile(r":(?! )")
_PERCENTS = re.compile(r"%{2,}")
_JOINERS = frozenset("\xad\u200c\u200d")
_KEYWORD = re.compile(r"journey|(?:title|section)\s|acctitle\s*$|accdescr\s*(?:$|\{)", re.IGNORECASE)
_ENTITY = re.compile(r"#(\w{1,40});")
_LARGEST = 0x10FFFF


def written(word: str, ends: str = ":,") -> str:
    """Return a word as it stands in Mermaid text, on one line and without a sign that would end it.

    ``ends`` are the signs that end it there: a colon ends a name, a comma an actor, neither ends a title. A
    colon is left alone only before a space: Mermaid mends what looks like a style, `style…:#…;`.
    """
    text = _NO_STYLE.sub("#58;", "".join(_sign(sign, ends) for sign in word))
    text = _PERCENTS.sub(lambda found: "#37;" * len(found[0]), text)
    if _KEYWORD.match(text):
        text = _code(text[0]) + text[1:]
    return _ends_kept(text)


def read(word: str) -> str:
    """Return the word that stands in Mermaid text; an entity that is none stays as it is written."""
    return _ENTITY.sub(_character, word.strip())


def _sign(sign: str, ends: str) -> str:
    if sign in _JOINERS or sign == " ":
        return sign
    hidden = sign.isspace() or unicodedata.category(sign) in _UNSEEN
    return _code(sign) if hidden or sign in _SIGNS or sign in ends else sign


def _ends_kept(text: str) -> str:
    """Write the spaces at both ends as codes, for readers trim them."""
    inner = text.strip(" ")
    before = len(text) - len(text.lstrip(" "))
    after = len(text) - len(inner) - before
    return "#32;" * before + inner + "#32;" * after


def _code(sign: str) -> str:
    return f"#{ord(sign)};"


def _character(found: re.Match[str]) -> str:
    name = found[1]
    if name.isascii() and name.isdigit():
        number = int(name)
        # What no document may hold stays a code: half a character, a control character, too large a number.
        return chr(number) if number <= _LARGEST and _may_stand(number) else found[0]
    return html5.get(f"{name};", found[0])


def _may_stand(number: int) -> bool:
    return number in (9, 10, 13, 0x85) or unicodedata.category(chr(number)) not in {"Cc", "Cs"}
