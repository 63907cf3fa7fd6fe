"""Checking one file: what stops its reading, what breaks the rules, which worked cases fail.

Returns findings as values; printing them is for the command line, wording a line for `formats`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import BinaryIO

from cxkit.checks.worked import failed_cases
from cxkit.course.model import Course
from cxkit.course.rules import problems
from cxkit.documents.diagnostics import Diagnostic, has_errors, in_order
from cxkit.documents.document import Document
from cxkit.documents.loader import load

NOT_CHECKED_YET = "CX029"
"""The `kind` is one of cxkit's own, but this version does not check it."""

OTHER_KINDS = frozenset(
    {
        "bmc",
        "empathy",
        "exceptions",
        "journey",
        "maturity",
        "measurement",
        "persona",
        "programme",
        "reflection",
        "slbmc",
        "strategy",
    }
)
"""Kinds of documents that belong to cxkit and that this version cannot judge."""


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A course file as it was found. ``course`` is None when it could not be read as one.

    ``diagnostics`` are in the order of the file.
    """

    file: str
    course: Course | None
    document: Document | None
    diagnostics: tuple[Diagnostic, ...]

    @property
    def sound(self) -> bool:
        """Tell whether nothing is an error, so that the course can be graded by."""
        return self.course is not None and not has_errors(self.diagnostics)


def read_course(file: str, *, stream: BinaryIO | None = None) -> CheckedFile:
    """Read a course file and judge it by the course rules; raises UnreadableFile."""
    loaded = load(file, Course, stream=stream)
    course, document = loaded.model, loaded.document
    found = list(loaded.diagnostics)
    if course is not None and document is not None:
        found += problems(course, document)
    elif document is not None and document.data.get("kind") in OTHER_KINDS:
        found = [_not_checked_yet(document)]
    return CheckedFile(file, course, document, tuple(in_order(found)))


def check_course(file: str, *, stream: BinaryIO | None = None) -> CheckedFile:
    """Check a course file: like `read_course`, then its worked cases if it is sound."""
    checked = read_course(file, stream=stream)
    if not checked.sound or checked.course is None or checked.document is None:
        return checked
    failed = failed_cases(checked.course, checked.document)
    return replace(checked, diagnostics=tuple(in_order([*checked.diagnostics, *failed])))


def _not_checked_yet(document: Document) -> Diagnostic:
    return document.diagnostic(
        NOT_CHECKED_YET,
        f"A file of kind {document.data['kind']} is not checked by this version yet",
        at=("kind",),
        hint="This version checks course files (kind: course).",
    )
