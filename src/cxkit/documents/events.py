"""Text → plain data with the place of every key and value, read from a YAML parser's events.

Events are read one by one and never composed by the parser itself, so that nesting, aliases and size are
judged before they can do harm. What the data means is left to the models.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from typing import Any, NoReturn

import yaml

from cxkit.documents.codes import Code
from cxkit.documents.diagnostics import FIRST_CHARACTER, Diagnostic, Severity
from cxkit.documents.document import Branch, Branches, Document, Lines, Places
from cxkit.documents.foreign_files import by_name
from cxkit.documents.problem import shown
from cxkit.documents.slips import hint_for_equals, is_table, key_alone, stands_alone
from cxkit.documents.surrogates import events_of
from cxkit.documents.syntax import HALF_CHARACTER_HINT, syntax_error

MAX_DEPTH = 40
MAX_NODES = 50_000
LONGEST_INT = 18  # digits; a longer whole number is a Decimal, which is read in linear time

# Looked up once and not for each of the many events; their types promise less than the events hold.
_DOCUMENT_START: Any = yaml.DocumentStartEvent
_SCALAR: Any = yaml.ScalarEvent
_ALIAS: Any = yaml.AliasEvent
_MAPPING_START: Any = yaml.MappingStartEvent
_MAPPING_END: Any = yaml.MappingEndEvent
_SEQUENCE_END: Any = yaml.SequenceEndEvent

FAST_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# Everything YAML does not allow unescaped; a byte order mark inside a file is an accident, too.
_NEVER = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff"
_FORBIDDEN = re.compile(f"[{_NEVER}]")
_ALLOWED = re.compile(f"[^{_NEVER}]*+")  # running through what is right is the quicker search
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?")
_TAG = re.compile(r"![^\s,\]}]*")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
_DIGITS = frozenset("-0123456789")
_BLOCK_STYLES = frozenset("|>")
_BEGIN = "Begin with `kind: …` and `version: 1`."


class _Stop(Exception):
    pass


_Node = tuple[Any, int, int, Branches]
"""A value, its offsets and the places inside it. Thousands are made for a file, so it is a bare tuple."""

_NOTHING_INSIDE: Branches = {}


def parse(text: str, file: str, *, loader: Any = FAST_LOADER) -> tuple[Document | None, list[Diagnostic]]:
    """Read one document out of a text without byte order mark.

    The document is None when reading had to stop; with lesser errors it is there, but not to be trusted.
    What is no document and has the ending of another program's file is called by that.
    """
    document, diagnostics = _parsed(text, file, loader)
    nothing = document is None or "kind" not in document.data
    other = by_name(file) if nothing and text.strip() else None
    if other is None:
        return document, diagnostics
    message = f"This is {other[0]}, not a YAML file"
    return None, [Diagnostic(Code.NOT_A_MAPPING, Severity.ERROR, message, other[1], file, FIRST_CHARACTER)]


def _parsed(text: str, file: str, loader: Any) -> tuple[Document | None, list[Diagnostic]]:
    reader = _Reader(text, file)
    reader.check_characters(text, 0, len(text), where="The file holds")
    if reader.diagnostics:
        return None, reader.diagnostics
    try:
        root = reader.read(events_of(text, loader))
    except _Stop:
        return None, reader.diagnostics
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # the last two: PyYAML's own parser
        if is_table(text, file):
            return None, [_no_document_but_a_table(file)]
        return None, [*reader.diagnostics, syntax_error(error, reader.lines, file)]
    if not isinstance(root[0], dict):
        if root[2] and is_table(text, file):
            return None, [_no_document_but_a_table(file)]
        reader.note_no_mapping(*root[:3])
        return None, reader.diagnostics
    value, start, end, inside = root
    places = Places((start, end, None, None, inside))
    return Document(file, text, value, places, reader.lines), reader.diagnostics


def _no_document_but_a_table(file: str) -> Diagnostic:
    message = "This looks like a roster (CSV), not a course file"
    hint = "Give the course file here. A roster is read by `cxkit grade ROSTER --course COURSE`."
    return Diagnostic(Code.NOT_A_MAPPING, Severity.ERROR, message, hint, file, FIRST_CHARACTER)


class _Reader:
    """One pass over the events of one text."""

    next_event: Callable[[], Any]
    """What `read` was given: the next event, None after the last."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self.lines = Lines.of(text)
        self.diagnostics: list[Diagnostic] = []
        self.nodes = 0

    def note(self, code: Code, message: str, hint: str, start: int, end: int) -> None:
        span = self.lines.span(start, end)
        self.diagnostics.append(Diagnostic(code, Severity.ERROR, message, hint, self.file, span))

    def stop(self, code: Code, message: str, hint: str, start: int, end: int) -> NoReturn:
        self.note(code, message, hint, start, end)
        raise _Stop

    def check_characters(self, text: str, start: int, end: int, *, where: str) -> None:
        """Note the first character of a text that no document may hold; for the whole file, where it is."""
        found = None if _ALLOWED.fullmatch(text) else _FORBIDDEN.search(text)
        if not found:
            return
        if end - start == len(text):
            start, end = start + found.start(), start + found.end()
        number = ord(found.group())
        half = 0xD800 <= number <= 0xDFFF
        what = "half of a character" if half else "the control character"
        hint = HALF_CHARACTER_HINT if half else "Remove it. If the file is full of them, save it as UTF-8."
        self.note(Code.CONTROL_CHARACTER, f"{where} {what} U+{number:04X}", hint, start, end)

    def note_no_mapping(self, value: Any, start: int, end: int) -> None:
        """Note that the document is empty, or a list or a single value."""
        if start == end:
            self.note(Code.EMPTY, "The file holds no document", _BEGIN, 0, 0)
        else:
            message = f"The document must be a mapping of keys to values, not {shown(value)}"
            hint = hint_for_equals(self.lines.line(self.lines.span(start, start).line)) or _BEGIN
            self.note(Code.NOT_A_MAPPING, message, hint, start, end)

    def read(self, next_event: Callable[[], Any]) -> _Node:
        """Read the only document. Raises `_Stop` after noting what makes it pointless to go on."""
        self.next_event = next_event
        root: _Node | None = None
        while (event := next_event()) is not None:
            if type(event) is not _DOCUMENT_START:
                continue
            if root is not None:
                at = event.start_mark.index
                self.stop(
                    Code.SEVERAL_DOCUMENTS,
                    "A second document begins here",
                    "Give it its own file.",
                    at,
                    at + 3,
                )
            root = self._node(next_event(), 1)
        return root or (None, 0, 0, _NOTHING_INSIDE)

    def _node(self, event: Any, depth: int) -> _Node:
        start, end = event.start_mark.index, event.end_mark.index
        self.nodes += 1
        kind = type(event)
        if kind is _SCALAR:
            if self.nodes > MAX_NODES or event.tag is not None:
                self._refuse(start, end)
            return self._scalar(event, start, end)
        if self.nodes > MAX_NODES or (kind is not _ALIAS and event.tag is not None):
            self._refuse(start, end)
        if kind is _ALIAS:
            message = f"{shown(self.text[start:end])} is an alias"
            self.note(Code.ALIAS, message, "Write the value out in full.", start, end)
            return None, start, end, _NOTHING_INSIDE
        if depth > MAX_DEPTH:
            message = f"Lists and mappings are nested more than {MAX_DEPTH} deep"
            self.stop(Code.TOO_DEEP, message, "Look for brackets that are not meant.", start, end)
        value, end, inside = (self._mapping if kind is _MAPPING_START else self._sequence)(depth + 1)
        return value, start, end, inside

    def _refuse(self, start: int, end: int) -> None:
        """Note the tag of a key or value, and stop at the one that is too many."""
        if self.nodes > MAX_NODES:
            message = f"The document has more than {MAX_NODES:,} keys and values"
            self.stop(Code.TOO_MANY_NODES, message, "Split it into several files.", start, end)
        found = _TAG.search(self.text, start)
        message = "A tag asks for a special type, and documents hold plain values only"
        hint = "Remove the word that begins with `!`, or put the whole text in quotes."
        self.note(Code.TAG, message, hint, *(found.span() if found else (start, end)))

    def _scalar(self, event: Any, start: int, end: int) -> _Node:
        text: str = event.value
        if event.style in _BLOCK_STYLES:  # the parser's end is the beginning of what follows
            end = start + len(self.text[start:end].rstrip())
        if not event.implicit[0]:
            self.check_characters(text, start, end, where="An escape stands for")
            return text, start, end, _NOTHING_INSIDE
        if text in _WORDS:
            return _WORDS[text], start, end, _NOTHING_INSIDE
        if text[0] not in _DIGITS:
            return text, start, end, _NOTHING_INSIDE
        number = _known_number if len(text) <= LONGEST_INT else _number_or_text
        return number(text), start, end, _NOTHING_INSIDE

    def _sequence(self, depth: int) -> tuple[Any, int, Branches]:
        values: list[Any] = []
        places: Branches = {}
        end = 0
        while type(event := self.next_event()) is not _SEQUENCE_END:
            value, start, end, inside = self._node(event, depth)
            places[len(values)] = start, end, None, None, inside
            values.append(value)
        return values, _closed(event, end), places

    def _mapping(self, depth: int) -> tuple[Any, int, Branches]:
        values: dict[str, Any] = {}
        places: Branches = {}
        end = 0
        next_event, read_key, read_value = self.next_event, self._key, self._node
        while type(event := next_event()) is not _MAPPING_END:
            key = read_key(event, places, depth)
            value, start, end, inside = read_value(next_event(), depth)
            if key is not None:
                text, key_start, key_end = key
                places[text] = start, end, key_start, key_end, inside
                if value is None and start == end:
                    self._note_key_alone(text, key_start, key_end)
                values[text] = value
        return values, _closed(event, end), places

    def _note_key_alone(self, key: str, start: int, end: int) -> None:
        """Note a key of braces without a colon after it when it is clear what was meant."""
        slip = key_alone(key) if self.text[start:end] == key else None
        if slip is not None and stands_alone(self.text, end):
            self.note(Code.UNKNOWN_KEY, *slip, start, end)

    def _key(self, event: Any, known: Branches, depth: int) -> tuple[str, int, int] | None:
        """Read a key; None (after noting why) for one whose value is not to be kept."""
        if type(event) is not _SCALAR:
            complex_key = type(event) is not _ALIAS
            _, start, end, _ = self._node(event, depth)
            if complex_key:
                message = "A list or a mapping cannot be a key"
                hint = "Use a text as the key; put a text that begins with a bracket in quotes."
                self.note(Code.COMPLEX_KEY, message, hint, start, end)
            return None
        start, end = event.start_mark.index, event.end_mark.index
        self.nodes += 1
        if self.nodes > MAX_NODES or event.tag is not None:
            self._refuse(start, end)
        text: str = event.value
        if not event.implicit[0]:
            self.check_characters(text, start, end, where="An escape stands for")
        elif text == "<<":
            message = "`<<` would merge another mapping in here"
            self.note(Code.MERGE_KEY, message, "Write its keys out in full.", start, end)
            return None
        if text in known:
            self._note_twice(text, known[text], start, end)
            return None
        return text, start, end

    def _note_twice(self, key: str, first: Branch, start: int, end: int) -> None:
        lines = [self.lines.span(at, at).line for at in (first[2] or 0, start)]
        message = f"The key {shown(key)} stands twice, in lines {lines[0]} and {lines[1]}"
        hint = "Remove one of the two."
        if key.isdigit() and any(stands_alone(self.text, one) for one in (first[3] or 0, end)):
            hint = "If they belong to numbers with a decimal comma, write a decimal point."
        self.note(Code.DUPLICATE_KEY, message, hint, start, end)


def _number_or_text(text: str) -> Any:
    """Return the number that a plain text is, or else the text."""
    number = _NUMBER.fullmatch(text)
    if number is None:
        return text
    return int(text) if number.group(1) is None and len(text) <= LONGEST_INT else Decimal(text)


_known_number = lru_cache(maxsize=1024)(_number_or_text)
"""The same for short texts: numbers are small and come again and again."""


def _closed(event: Any, last: int) -> int:
    """The end of a list or mapping: its bracket, or else its last entry (the parser gives what follows)."""
    start, end = event.start_mark.index, event.end_mark.index
    return int(end) if end > start else last
