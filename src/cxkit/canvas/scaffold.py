"""`canvas new`: a canvas to begin with, which asks the questions of its kind and passes the check.

Written as text and not from the models, for the sake of its comments. What the structures of the kinds look
like is in `scaffold_parts` and `scaffold_journey`; their words are in `scaffold_texts`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from cxkit.canvas.kind import OWN_KINDS, Kind
from cxkit.canvas.naming import new_id
from cxkit.canvas.scaffold_journey import write_journey
from cxkit.canvas.scaffold_parts import WRITERS, write_blocks
from cxkit.canvas.scaffold_sheet import Sheet, scalar
from cxkit.canvas.scaffold_wishes import Wishes, Writing
from cxkit.canvas.workspace import Workspace

SCHEMAS = "schemas"
"""Where editors look for the schemas, from the place of the file."""

_ALL: Mapping[str, int | None] = {"persona": None, "channel": None, "stage": None}
_ONE_PERSONA: Mapping[str, int | None] = {"persona": 1}
_TAKEN: Mapping[str, Mapping[str, int | None]] = {
    "journey": _ALL,
    "measurement": {"persona": None, "channel": None},
    "persona": _ONE_PERSONA,
    "slbmc": _ONE_PERSONA,
    "empathy": _ONE_PERSONA,
    "bmc": {"channel": None},
}


def takes(kind: Kind) -> Mapping[str, int | None]:
    """Return what of persona, channel and stage a new canvas of a kind can be given, and how many at most."""
    return _TAKEN.get(kind.id, _ONE_PERSONA if kind.one_per == "persona" else {})


def why_no_name(text: str) -> str | None:
    """Return why a text cannot be a name or title, as the end of a sentence; None when it can."""
    if not text.strip():
        return "is empty"
    if any(unicodedata.category(sign) in ("Cc", "Zl", "Zp") for sign in text):
        return "holds a line break or another control character"
    if any(unicodedata.category(sign) == "Cs" or sign in "\ufeff\ufffe\uffff" for sign in text):
        return "holds a character that no text file can hold"
    return None


def new_canvas(kind: Kind, wishes: Wishes, beside: Workspace | None = None) -> str:
    """Return the text of a new canvas of a kind, in a language of `scaffold_texts`.

    The wishes' names have no reason in `why_no_name`, and are such as the kind `takes`. Personas and channels
    that stand in ``beside``, the canvases of the folder, are called by the ids that they have there.
    """
    writing = Writing(Sheet(), kind, wishes, beside or Workspace())
    _opening(writing)
    _head(writing)
    if kind.id == "journey":
        write_journey(writing)
    elif kind.id in WRITERS:
        WRITERS[kind.id](writing)
    else:
        write_blocks(writing)
    return writing.sheet.text


def _opening(writing: Writing) -> None:
    sheet, kind, texts = writing.sheet, writing.kind, writing.texts
    if kind.id in OWN_KINDS:
        sheet.line(f"# yaml-language-server: $schema={SCHEMAS}/{kind.id}.schema.json")
        sheet.comment(texts.schema)
        sheet.line("#")
    sheet.comment(f"{writing.words(kind.title)}. {writing.words(kind.purpose)}")
    if kind.cite is not None:
        sheet.comment(texts.source.format(cite=writing.words(kind.cite)))
    if kind.attribution is not None:
        sheet.comment(writing.words(kind.attribution))
    sheet.line("#")
    sheet.comment(texts.how)
    sheet.comment(texts.check)


def _head(writing: Writing) -> None:
    sheet, wishes = writing.sheet, writing.wishes
    sheet.key("kind", scalar(writing.kind.id))
    sheet.key("version", "1")
    sheet.gap()
    sheet.comment(writing.texts.id_and_title)
    title = wishes.title
    if writing.kind.id == "persona" and wishes.personas:
        identifier, name = writing.personas()[0]
        title = title or name
    else:
        identifier = _own_id(writing)
    sheet.key("id", scalar(identifier))
    sheet.key("title", "" if title is None else scalar(title.strip()))
    sheet.key("language", wishes.language)
    sheet.comment(writing.texts.more_in_head)
    own_keys = [f"{field.id}:" for field in writing.kind.fields]
    keys = writing.examples["head"].splitlines()
    sheet.example("\n".join(key for key in keys if key not in own_keys))


def _own_id(writing: Writing) -> str:
    """Make an id of the file's name; capital letters and hyphens stay, as people choose them for files."""
    plain = unicodedata.normalize("NFKD", writing.wishes.id).encode("ascii", "ignore").decode()
    name = re.sub(r"[^A-Za-z0-9_-]+", "-", plain)[:60].strip("-_")
    taken = {member.canvas.id.casefold() for member in writing.beside.members}
    usual = new_id(name, taken=(), fallback=writing.kind.id)
    if not name or usual != name.casefold().replace("-", "_"):
        name = usual
    number, unique = 1, name
    while unique.casefold() in taken:
        number += 1
        unique = f"{name}-{number}"
    return unique
