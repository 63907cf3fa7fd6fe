"""Rules that a course file must keep beyond its shape: what would be ambiguous or cannot be graded, and more.

Each rule is a function from a course to findings, with its documentation and examples beside it.
Whether the worked tests come out as written is not judged here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxkit.course.rules.attendance import RULES as ATTENDANCE
from cxkit.course.rules.bands import RULES as BANDS
from cxkit.course.rules.components import RULES as COMPONENTS
from cxkit.course.rules.criteria import RULES as CRITERIA
from cxkit.course.rules.description import RULES as DESCRIPTION
from cxkit.course.rules.gates import RULES as GATES
from cxkit.course.rules.groups import RULES as GROUPS
from cxkit.course.rules.identity import RULES as IDENTITY
from cxkit.course.rules.later import RULES as LATER
from cxkit.course.rules.routes import RULES as ROUTES
from cxkit.course.rules.scale import RULES as SCALE
from cxkit.course.rules.texts import RULES as TEXTS
from cxkit.course.rules.timetable import RULES as TIMETABLE
from cxkit.course.rules.weights import RULES as WEIGHTS
from cxkit.course.rules.worked import RULES as WORKED
from cxkit.documents.diagnostics import Severity, in_order

if TYPE_CHECKING:
    from cxkit.course.model import Course
    from cxkit.documents.diagnostics import Diagnostic
    from cxkit.documents.document import Document
    from cxkit.documents.rule import ModelRule

__all__ = ["RULES", "problems", "remarks"]

RULES: tuple[ModelRule[Course], ...] = (
    *IDENTITY,
    *WEIGHTS,
    *COMPONENTS,
    *GATES,
    *GROUPS,
    *SCALE,
    *BANDS,
    *ATTENDANCE,
    *ROUTES,
    *DESCRIPTION,
    *TIMETABLE,
    *TEXTS,
    *CRITERIA,
    *WORKED,
    *LATER,
)

_ERRORS = tuple(one for one in RULES if one.rule.severity is Severity.ERROR)
_REMARKS = tuple(one for one in RULES if one.rule.severity is not Severity.ERROR)


def problems(course: Course, document: Document) -> list[Diagnostic]:
    """Return the errors of a course, which cannot be graded while there are any, in the order of the file.

    ``document`` is the file that the course was read from; it gives the places.
    """
    return _broken(_ERRORS, course, document)


def remarks(course: Course, document: Document) -> list[Diagnostic]:
    """Return the warnings and infos about a course, which do not keep it from being graded, in order."""
    return _broken(_REMARKS, course, document)


def _broken(rules: tuple[ModelRule[Course], ...], course: Course, document: Document) -> list[Diagnostic]:
    return in_order(found for one in rules for found in one.diagnostics(course, document))
