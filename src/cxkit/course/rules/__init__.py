"""Rules that a course file must keep beyond its shape: what would be ambiguous or cannot be graded.

Each rule is a function from a course to findings; `problems` gathers them and puts each at its
line and column. Whether the worked tests come out as written is not judged here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxkit.course.rules.attendance import RULES as ATTENDANCE
from cxkit.course.rules.bands import RULES as BANDS
from cxkit.course.rules.codes import CODES
from cxkit.course.rules.components import RULES as COMPONENTS
from cxkit.course.rules.criteria import RULES as CRITERIA
from cxkit.course.rules.description import RULES as DESCRIPTION
from cxkit.course.rules.groups import RULES as GROUPS
from cxkit.course.rules.identity import RULES as IDENTITY
from cxkit.course.rules.later import RULES as LATER
from cxkit.course.rules.routes import RULES as ROUTES
from cxkit.course.rules.weights import RULES as WEIGHTS
from cxkit.course.rules.worked import RULES as WORKED
from cxkit.documents.diagnostics import in_order

if TYPE_CHECKING:
    from cxkit.course.model import Course
    from cxkit.course.rules.finding import Rule
    from cxkit.documents.diagnostics import Diagnostic
    from cxkit.documents.document import Document

__all__ = ["CODES", "RULES", "problems"]

RULES: tuple[Rule, ...] = (
    *IDENTITY,
    *WEIGHTS,
    *COMPONENTS,
    *GROUPS,
    *BANDS,
    *ATTENDANCE,
    *ROUTES,
    *DESCRIPTION,
    *CRITERIA,
    *WORKED,
    *LATER,
)


def problems(course: Course, document: Document) -> list[Diagnostic]:
    """Return what is wrong with a course, in the order of the file.

    ``document`` is the file that the course was read from; it gives the places.
    """
    findings = [finding for rule in RULES for finding in rule(course)]
    return in_order(finding.diagnostic(document) for finding in findings)
