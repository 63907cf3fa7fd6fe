"""The bytes of a file to import → text: what is no text is named, and a table may be as Excel saves it.

What stands in the text is for `importing`.
"""

from __future__ import annotations

from pathlib import PurePath

from cxkit.canvas.mermaid_sources import has_journey, is_markdown
from cxkit.canvas.touchpoint_import import looks_like_a_table
from cxkit.documents.codes import Code
from cxkit.documents.diagnostics import Diagnostic, Refused, Severity, Span, UnreadableFile
from cxkit.documents.foreign_files import by_content
from cxkit.documents.source import decode

PAGES = (".md", ".markdown")
_TABLES = (".csv", ".tsv")
_MERMAID = (".mmd", ".mermaid", *PAGES)
_SPREADSHEETS = (".xls", ".xlsx", ".xlsm", ".ods", ".numbers")
_WORKBOOK = "an Excel workbook"


def text_of(raw: bytes, file: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return the text, and a warning when it is that of a table in Windows-1252.

    Raises `UnreadableFile` for what is no text, and `Refused` as `decode` does.
    """
    _refuse_no_text(raw, file)
    try:
        return decode(raw, file), ()
    except Refused as refused:
        if any(one.code != Code.BAD_ENCODING for one in refused.diagnostics):
            raise
        try:
            text = raw.decode("cp1252")
        except UnicodeDecodeError:
            raise refused from None
        if not is_table(text, file):
            raise
        return text, tuple(_as_windows(one) for one in refused.diagnostics)


def is_table(text: str, file: str) -> bool:
    """Whether a text is a table of touchpoints: the ending of its file says so, or else what stands in it."""
    ending = PurePath(file).suffix.lower()
    if ending in _TABLES or ending in _MERMAID:
        return ending in _TABLES
    return not is_markdown(text) and not has_journey(text) and looks_like_a_table(text)


def _as_windows(error: Diagnostic) -> Diagnostic:
    line = error.span.line if error.span is not None else 1
    message = "The table is not UTF-8; it is read as Windows-1252"
    hint = "Check that the letters look right, or save the table as `CSV UTF-8`."
    return Diagnostic("CX390", Severity.WARNING, message, hint, error.file, Span(line, 1, line, 1))


def _refuse_no_text(raw: bytes, file: str) -> None:
    what = by_content(raw)
    if what is None:
        return
    if what == _WORKBOOK or PurePath(file).suffix.lower() in _SPREADSHEETS:
        raise UnreadableFile(f"{file} is {what}; save its table as CSV (`CSV UTF-8`) and give that.")
    raise UnreadableFile(f"{file} is {what}; journeys come from Mermaid text and from tables as CSV.")
