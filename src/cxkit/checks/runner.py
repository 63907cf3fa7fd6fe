"""Checking one file: what stops its reading, what breaks the rules, which worked cases fail.

Returns findings as values; printing them is for the command line, wording a line for `formats`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import BinaryIO

from cxkit.checks.worked import failed_cases
from cxkit.course.model import Course
from cxkit.course.rules import problems
from cxkit.documents.codes import Code
from cxkit.documents.diagnostics import Diagnostic, has_errors, in_order
from cxkit.documents.document import Document
from cxkit.documents.kinds import WHAT_KINDS_ARE
from cxkit.documents.loader import load

CODES = {"CX029": "The `kind` is one of cxkit's own, but this version does not check it yet."}
"""The codes of this module, each with the sentence that says what it stands for."""


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
    return CheckedFile(file, course, document, tuple(in_order(found)))


def check_course(file: str, *, stream: BinaryIO | None = None) -> CheckedFile:
    """Check a course file: like `read_course`, then its worked cases if it is sound."""
    checked = read_course(file, stream=stream)
    document = checked.document
    if checked.sound and checked.course is not None and document is not None:
        failed = failed_cases(checked.course, document)
        return replace(checked, diagnostics=tuple(in_order([*checked.diagnostics, *failed])))
    if document is not None and any(found.code == Code.OTHER_KIND for found in checked.diagnostics):
        return replace(checked, diagnostics=(_not_checked_yet(document),))
    return checked


def _not_checked_yet(document: Document) -> Diagnostic:
    kind = document.data["kind"]
    return document.diagnostic(
        "CX029",
        f"This is {WHAT_KINDS_ARE[kind]} (`{kind}`), which is not checked by this version yet",
        at=("kind",),
        hint="This version checks course files (`kind: course`).",
    )
