"""Checking one course file: what stops its reading, what breaks the rules, which worked cases fail.

Returns findings as values. A run over many files is for `run`, wording a finding for the `formats`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import BinaryIO

from cxkit.checks.worked import failed_cases
from cxkit.course.model import Course
from cxkit.course.rules import problems, remarks
from cxkit.documents.codes import Code
from cxkit.documents.diagnostics import Diagnostic, Refused, has_errors, in_order
from cxkit.documents.document import Document
from cxkit.documents.loader import Loaded, load, load_text
from cxkit.documents.quotes import names_in_quotes
from cxkit.documents.source import read_text


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
    def of_another_kind(self) -> bool:
        """Tell whether the file was read without errors and is no course, but may be a canvas."""
        kinds = (Code.OTHER_KIND, Code.UNKNOWN_KIND)
        return self.document is not None and any(found.code in kinds for found in self.diagnostics)

    @property
    def sound(self) -> bool:
        """Tell whether nothing is an error, so that the course can be graded by."""
        return self.course is not None and not has_errors(self.diagnostics)


def read_course(file: str, *, stream: BinaryIO | None = None) -> CheckedFile:
    """Read a course file and judge it by the course rules; raises UnreadableFile."""
    return _judged(load(file, Course, stream=stream), file)


def check_course(file: str, *, stream: BinaryIO | None = None) -> CheckedFile:
    """Check a course file: like `read_course`, then what is only remarked on, and its worked cases."""
    try:
        text = read_text(file, stream=stream)
    except Refused as refused:
        return CheckedFile(file, None, None, refused.diagnostics)
    return check_text(text, file)


def check_text(text: str, file: str) -> CheckedFile:
    """Check the text of a course file, like `check_course`; ``file`` is the name that findings give."""
    checked = _judged(load_text(text, Course, file=file), file)
    course, document = checked.course, checked.document
    if document is None or checked.of_another_kind:
        return checked
    found = [*checked.diagnostics, *names_in_quotes(document)]
    if course is not None:
        found += remarks(course, document)
    if course is not None and checked.sound:
        found += failed_cases(course, document)
    return replace(checked, diagnostics=tuple(in_order(found)))


def _judged(loaded: Loaded[Course], file: str) -> CheckedFile:
    course, document = loaded.model, loaded.document
    found = list(loaded.diagnostics)
    if course is not None and document is not None:
        found += problems(course, document)
    return CheckedFile(file, course, document, tuple(in_order(found)))
