"""Text from a roster or a course file made harmless for the place where it is shown.

One function a place: a terminal, Markdown, a spreadsheet, JSON. Each keeps the words and takes away
their power. HTML is left to the template engine's own escaping.
"""

from __future__ import annotations

import re

# Terminal control: CSI, then the string commands (OSC, DCS, SOS, PM, APC) up to their end, then any
# other escape. The 8-bit forms (C1) count as well; an unfinished command is taken away to its last sign.
_COMMANDS = (
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c\r\n]*(?:\x07|\x1b\\|\x9c)?"
    r"|\x1b[ -/]*[0-~]?"
)
_COMMAND = re.compile(_COMMANDS)
_BREAK = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029]+")
_INVISIBLE = "\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb"
_CONTROL = re.compile(rf"[\x00-\x1f\x7f-\x9f{_INVISIBLE}]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")

TERMINAL_HAZARD = rf"{_COMMANDS}|[\x00-\x09\x0b-\x1f\x7f-\x9f{_INVISIBLE}]"
"""What a terminal must not get in a table of lines: `terminal` as a pattern, line feeds left alone."""

FORMULA_START = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"
"""First characters that make a spreadsheet run a cell; the last four are the full-width forms."""

_MARKDOWN = re.compile(r"[\\`*_{}\[\]<>|~&$^!#]|://")
_LINE_START = re.compile(r"^(\s*)([-+](?=\s|$)|-(?=-)|[=:]|\d{1,9}(?=[.)](?:\s|$)))")
_JSON_HAZARD = re.compile(rf"[\x7f-\x9f{_INVISIBLE}\u2028\u2029\ud800-\udfff]")


def plain(text: str) -> str:
    """Return ``text`` on one line without terminal commands, control signs and direction overrides.

    Line breaks and tabs become a space, lone surrogates the replacement character; letters of
    every script, combining marks and joined emoji stay as they are.
    """
    if text.isascii() and text.isprintable():
        return text
    text = _BREAK.sub(" ", _COMMAND.sub("", text))
    return _SURROGATE.sub("\ufffd", _CONTROL.sub("", text))


def terminal(text: str) -> str:
    """Return ``text`` as one line that a terminal shows and never obeys."""
    return plain(text)


def markdown(text: str) -> str:
    """Return Markdown that shows exactly ``text``, on one line, also inside a table cell."""
    text = _MARKDOWN.sub(lambda found: r"\://" if found[0] == "://" else "\\" + found[0], plain(text))
    return _LINE_START.sub(_escaped_start, text)


def _escaped_start(found: re.Match[str]) -> str:
    # A digit cannot be escaped, so "1." at the start of a line is kept from being a list by its dot.
    space, sign = found[1], found[2]
    return f"{space}{sign}\\" if sign.isdigit() else f"{space}\\{sign}"


def spreadsheet(text: str) -> str:
    """Return ``text`` as a cell that a spreadsheet takes for text: a formula gets a leading apostrophe."""
    return "'" + text if text[:1] and text[0] in FORMULA_START else text


def json_text(document: str) -> str:
    """Return a JSON ``document`` with the signs that would act on a terminal written as ``\\uXXXX``.

    Only strings can hold such signs, and there the escape means the same, so the data stays equal.
    """
    return _JSON_HAZARD.sub(lambda found: f"\\u{ord(found[0]):04x}", document)
