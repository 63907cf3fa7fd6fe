"""Comments in a document by which its author accepts a finding: `# cxkit: ignore[CX312] reason`.

A comment is about its own line and, when nothing else stands in its line, about the next line that is
not a comment; `ignore-file` is about the whole file. What stops a file from being read cannot be accepted.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from cxkit.checks.selection import meant, why_none
from cxkit.checks.suppression_rules import BAD_SUPPRESSION, NO_REASON, UNUSED
from cxkit.documents.diagnostics import Diagnostic, Span
from cxkit.documents.document import Lines
from cxkit.documents.events import FAST_LOADER
from cxkit.documents.nearness import nearest
from cxkit.documents.problem import shown
from cxkit.documents.rule import Rule
from cxkit.documents.surrogates import events_of

_COMMENT = re.compile(r"#(?<![^ \t\r\n\ufeff]#)[ \t]*(?P<all>(?i:cxkit)[^\r\n]*)")
_DIRECTIVE = re.compile(
    r"""(?P<name>cxkit)(?P<colon>[ \t]*:)?[ \t;,=-]*(?P<word>[\w-]+)[ \t]*(?P<open>[\[({])?
    [ \t]*(?P<codes>[^\[\](){}]*)(?P<close>[\])}])?(?P<reason>.*)""",
    re.IGNORECASE | re.VERBOSE,
)
_BEGINS_WITH_CODE = re.compile(r"CX\d", re.IGNORECASE)
_ANY_LETTER = re.compile(r"\w")
_WORDS = ("ignore", "ignore-file")
_LIKE_WORDS = (*_WORDS, "disable", "suppress", "noqa")
_HOW = "Write `# cxkit: ignore[CX101] reason`, or `ignore-file` for the whole file."


@dataclass(frozen=True, slots=True)
class Suppression:
    """One code in one comment. ``lines`` are the lines that it is about; None means the whole file."""

    code: str
    lines: tuple[int, ...] | None
    span: Span

    def covers(self, diagnostic: Diagnostic) -> bool:
        """Tell whether the author accepts a finding."""
        if diagnostic.code != self.code:
            return False
        return self.lines is None or (diagnostic.span is not None and diagnostic.span.line in self.lines)


@dataclass(frozen=True, slots=True)
class Suppressions:
    """The suppressions of one file, and what is wrong with those that have no effect."""

    accepted: tuple[Suppression, ...] = ()
    faults: tuple[Diagnostic, ...] = ()

    def apply(
        self, found: Iterable[Diagnostic], file: str, looked_for: Callable[[str], bool]
    ) -> Iterator[Diagnostic]:
        """Yield the findings that are not accepted, and a warning for each suppression without one.

        ``looked_for`` tells whether a code could have been found at all in this run.
        """
        used: set[Suppression] = set()
        for diagnostic in found:
            covering = [one for one in self.accepted if one.covers(diagnostic)]
            used.update(covering)
            if not covering:
                yield diagnostic
        for one in self.accepted:
            if one not in used and looked_for(one.code):
                message = f"{one.code} is suppressed here, but there is nothing to suppress"
                yield _about(UNUSED, message, "Remove the suppression.", file, one.span)


NONE = Suppressions()


def suppressions(text: str, file: str) -> Suppressions:
    """Find the suppressions in the text of a document that could be read."""
    comments = [found for found in _COMMENT.finditer(text) if _directive(found) is not None]
    if not comments:
        return NONE
    lines = Lines.of(text)
    inside = _scalars(text, lines)
    reading = _Reading(file, lines)
    for comment in comments:
        if not _is_inside(comment.start(), inside):
            reading.read(comment)
    return Suppressions(tuple(reading.accepted), tuple(reading.faults))


class _Reading:
    """One pass over the comments of a file."""

    def __init__(self, file: str, lines: Lines) -> None:
        self.file = file
        self.lines = lines
        self.accepted: list[Suppression] = []
        self.faults: list[Diagnostic] = []

    def read(self, comment: re.Match[str]) -> None:
        """Take one comment apart."""
        whole = self.lines.span(comment.start(), comment.start() + len(comment[0].rstrip()))
        form = _directive(comment)
        assert form is not None, "only comments that are one come here"
        slip = _slip(form)
        if slip is not None:
            self.fault(BAD_SUPPRESSION, slip, _HOW, whole)
            return
        if not _ANY_LETTER.search(form["reason"]):
            hint = "Write the reason after the bracket."
            self.fault(NO_REASON, "This suppression has no reason, so it has no effect", hint, whole)
            return
        about = None if form["word"] == "ignore-file" else self.lines_of(whole)
        begin = comment.start("all") + form.start("codes")
        pieces = list(re.finditer(r"[^,\s]+", form["codes"]))
        if not pieces:
            self.fault(BAD_SUPPRESSION, "This suppression names no code", _HOW, whole)
        for piece in pieces:
            span = self.lines.span(begin + piece.start(), begin + piece.end())
            problem = _why_not(piece[0])
            if problem is None:
                self.accepted.append(Suppression(meant(piece[0]) or piece[0], about, span))
            else:
                self.fault(BAD_SUPPRESSION, *problem, span)

    def fault(self, rule: Rule, message: str, hint: str, span: Span) -> None:
        self.faults.append(_about(rule, message, hint, self.file, span))

    def lines_of(self, span: Span) -> tuple[int, ...]:
        """Return the comment's own line and, if it stands alone, the next line that is no comment."""
        if self.lines.line(span.line)[: span.column - 1].strip(" \t\ufeff"):
            return (span.line,)
        below = span.line + 1
        while self.lines.line(below).lstrip().startswith("#"):
            below += 1
        return span.line, below


def _about(rule: Rule, message: str, hint: str, file: str, span: Span) -> Diagnostic:
    return Diagnostic(rule.code, rule.severity, message, hint, file, span)


def _directive(comment: re.Match[str]) -> re.Match[str] | None:
    """Take a comment about cxkit apart that is meant as a suppression; None for one that only mentions it."""
    form = _DIRECTIVE.fullmatch(comment["all"].rstrip())
    if form is None:
        return None
    word, bracket = form["word"].casefold(), form["open"] == "["
    with_code = _BEGINS_WITH_CODE.match(form["codes"]) is not None
    meant_so = (
        (form["colon"] is not None and (bracket or word in _WORDS))
        or (form["open"] is not None and with_code)
        or ((bracket or with_code) and nearest(word, _LIKE_WORDS) is not None)
    )
    return form if meant_so else None


def _slip(form: re.Match[str]) -> str | None:
    """Say what keeps a comment from being a suppression; None when it is one."""
    word = form["word"]
    if form["colon"] is None:
        return f"This suppression has no effect: a colon is missing after `{form['name']}`"
    if form["name"] != "cxkit" or (word not in _WORDS and word.casefold() in _WORDS):
        wrong = word if form["name"] == "cxkit" else form["name"]
        return f"This suppression has no effect: `{wrong}` is written in small letters"
    if word not in _WORDS:
        return f"This suppression has no effect: the word is `ignore`, not `{word}`"
    if form["open"] is None:
        return "This suppression does not say in brackets which codes it is about"
    if form["open"] != "[":
        return "This suppression has no effect: its codes stand in square brackets"
    if form["close"] != "]":
        return f"This suppression has no effect: the bracket after `{word}` is not closed"
    return None


def _why_not(text: str) -> tuple[str, str] | None:
    """Say why what a text names cannot be suppressed, and what to do; None when it can."""
    from cxkit.checks.catalogue import RULES

    code = meant(text)
    if code is None:
        _, _, hint = why_none(text, to_leave_out=True).partition(". ")
        return f"{shown(text)} is not the code of a rule", hint
    if code not in RULES:
        return f"{shown(text)} is not the code of a rule", "Name each code in full."
    if code.startswith("CX0"):
        return f"{code} cannot be suppressed", "Correct what it is about, and remove the suppression."
    return None


def _scalars(text: str, lines: Lines) -> list[tuple[int, int]]:
    """Return where the texts of a document stand, as offsets in order; a number sign there is no comment."""
    found: list[tuple[int, int]] = []
    try:
        for event in iter(events_of(text, FAST_LOADER), None):
            kind: Any = type(event)
            if kind is yaml.ScalarEvent:
                start, end = event.start_mark.index, event.end_mark.index
                if event.style in ("|", ">"):  # its first line may end in a comment
                    header = lines.span(start, start).line
                    start = min(end, lines.starts[header]) if header < len(lines.starts) else end
                found.append((start, end))
    except yaml.YAMLError:
        pass
    return found


def _is_inside(offset: int, stretches: list[tuple[int, int]]) -> bool:
    number = bisect_right(stretches, offset, key=lambda stretch: stretch[0]) - 1
    return number >= 0 and offset < stretches[number][1]
