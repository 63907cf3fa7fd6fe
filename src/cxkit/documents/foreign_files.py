"""Files of other programs in the place of a document: known by their first bytes, or by their ending."""

from __future__ import annotations

from pathlib import PurePath

_BEGINNINGS = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\xd0\xcf\x11\xe0", "a document of an old Office program"),
    (b"\x1f\x8b", "a gzip archive"),
)
_ZIP = b"PK\x03\x04"
_INSIDE_ZIP = (
    (b"xl/", "an Excel workbook"),
    (b"word/", "a Word document"),
    (b"ppt/", "a PowerPoint presentation"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file"),
)
_ENDINGS = {
    ".md": "a Markdown page",
    ".markdown": "a Markdown page",
    ".svg": "an SVG picture",
    ".html": "a web page",
    ".htm": "a web page",
    ".mmd": "a Mermaid diagram",
    ".mermaid": "a Mermaid diagram",
    ".toml": "a TOML file",
    ".xml": "an XML file",
    ".rtf": "a text document with formatting",
}
_IMPORTED = (".mmd", ".mermaid")
GIVE_YAML = "Give a course file or a canvas: they are YAML files, whose names end in .yaml."


def by_content(raw: bytes) -> str | None:
    """Say what a file is whose bytes are no text, such as `an Excel workbook`; None for any other."""
    for begin, what in _BEGINNINGS:
        if raw.startswith(begin):
            return what
    if not raw.startswith(_ZIP):
        return None
    return next((what for sign, what in _INSIDE_ZIP if sign in raw), "a ZIP archive")


def by_name(file: str) -> tuple[str, str] | None:
    """Say what a text that is no document is by the ending of its name, and what to do; or None."""
    ending = PurePath(file).suffix.lower()
    if ending not in _ENDINGS:
        return None
    hint = "`cxkit canvas import` makes a journey of it." if ending in _IMPORTED else GIVE_YAML
    return _ENDINGS[ending], hint
