"""The Finnish catalogue has every message of the source, no other, with the same placeholders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import cxkit

SOURCE = Path(cxkit.__file__).parent
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "choose": (1, 2)}
JINJA = "jinja2.ext:babel_extract"
METHODS = [("**.py", "python"), ("templates/**.md", JINJA), ("templates/**.html", JINJA)]
SAME_IN_BOTH = {"{title}: {sentence}", "{title} – {sentence}", "{title} {percent}", "n"}

Key = str | tuple[str, ...]


def messages_of_source() -> set[Key]:
    found: set[Key] = set()
    for room in ("locale", "report", "cli"):
        extracted = extract_from_dir(SOURCE / room, method_map=METHODS, keywords=KEYWORDS)
        found.update(m if isinstance(m, str) else tuple(m) for _, _, m, _, _ in extracted)
    return found


def catalogue() -> dict[Key, Message]:
    source = (SOURCE / "locale" / "fi.po").read_bytes()
    messages = [message for message in read_po(BytesIO(source), locale="fi") if message.id]
    assert not any(message.fuzzy for message in messages)
    return {m.id if isinstance(m.id, str) else tuple(m.id): m for m in messages}


def forms(key: Key, message: Message) -> Iterator[tuple[str, str]]:
    """Yield each English form with its Finnish one."""
    if isinstance(key, str):
        assert isinstance(message.string, str)
        yield key, message.string
    else:
        assert isinstance(message.string, tuple)
        yield from zip(key, message.string, strict=True)


FINNISH = catalogue()


def test_the_catalogue_has_what_the_source_says() -> None:
    assert set(FINNISH) == messages_of_source()


@pytest.mark.parametrize("key", FINNISH, ids=str)
def test_a_translation(key: Key) -> None:
    for english, finnish in forms(key, FINNISH[key]):
        assert finnish, "empty"
        assert set(re.findall(r"{(\w+)}", finnish)) == set(re.findall(r"{(\w+)}", english))
        assert (finnish == english) == (english in SAME_IN_BOTH)
        assert finnish.endswith(".") == english.endswith(".")
        assert finnish[0].isupper() == english[0].isupper() or "{" in (finnish[0], english[0])
