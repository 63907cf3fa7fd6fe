"""What stands in a file onto which a journey is to be imported: a journey, or something to be left alone."""

from __future__ import annotations

import sys
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from cxkit.cli import console
from cxkit.escape import terminal

if TYPE_CHECKING:
    from cxkit.canvas.journey import Journey
    from cxkit.documents.document import Document


def journey_there(target: Path) -> tuple[Journey, str] | None:
    """Return the journey of a file and the file's text, or None for what is no document of cxkit at all.

    A journey with errors is shown them, and ends the command. Raises CommandError for a document of another
    kind, and UnreadableFile.
    """
    from cxkit.canvas.journey import Journey
    from cxkit.canvas.load import load_canvas_text
    from cxkit.cli.canvas_reading import kinds_for
    from cxkit.documents.diagnostics import Refused
    from cxkit.documents.source import decode, read_bytes

    file = str(target)
    raw = read_bytes(file)
    kinds = kinds_for(file)
    try:
        text = decode(raw, file)
        loaded = load_canvas_text(text, file=file, kinds=kinds)
        document, found = loaded.document, loaded.diagnostics
    except Refused as refused:
        # Its keys can be seen even where its letters are in another encoding.
        encoding = "utf-16" if raw.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig"
        loaded, text, document, found = None, raw.decode(encoding, "replace"), None, refused.diagnostics
    if loaded is not None and isinstance(loaded.model, Journey):
        return loaded.model, text
    kind = _kind(text, document, kinds.names)
    if kind is None:
        return None
    if kind != Journey.KIND:
        raise console.CommandError(f"{target} is {_what(kind)}, not a journey; choose another name.")
    console.diagnostics(found, sys.stderr, texts={file: text})
    said = f"cxkit: {target} has these errors and is left as it was: mend it first, or name another file."
    console.err(terminal(said))
    raise typer.Exit(1)


def _kind(text: str, document: Document | None, known: tuple[str, ...]) -> str | None:
    """Return the kind that a text is meant to be for all its slips, None when it is none of cxkit's."""
    from cxkit.canvas.journey import Journey
    from cxkit.documents.kinds import is_ours, kind_in, nearest_kind, seems_ours, slip_for_kind

    data = {} if document is None else document.data
    key = slip_for_kind(data)
    said = kind_in(text) if key is None else data[key]
    if said in known:
        return str(said)
    if said is not None and (near := nearest_kind(said)) is not None:
        return near
    if not is_ours(data) and not seems_ours(text):
        return None
    return "course" if said is None and "components" in text and "bands" in text else Journey.KIND


def _what(kind: str) -> str:
    from cxkit.documents.kinds import WHAT_KINDS_ARE

    return WHAT_KINDS_ARE.get(kind, f"of the kind `{kind}`")
