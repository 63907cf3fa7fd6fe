"""cxkit grades courses and keeps customer-experience canvases as code.

`grade` grades a roster by a course file and `check_course` checks a course file. They are
imported when they are first asked for, so that `import cxkit` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxkit.checks.runner import check_course
    from cxkit.documents.diagnostics import Diagnostic, Refused, UnreadableFile
    from cxkit.grading.results import Derivation
    from cxkit.report.grades import ClassGrades, grade

__version__ = "0.1.0"

_HOMES = {
    "ClassGrades": "cxkit.report.grades",
    "Derivation": "cxkit.grading.results",
    "Diagnostic": "cxkit.documents.diagnostics",
    "Refused": "cxkit.documents.diagnostics",
    "UnreadableFile": "cxkit.documents.diagnostics",
    "check_course": "cxkit.checks.runner",
    "grade": "cxkit.report.grades",
}

__all__ = [
    "ClassGrades",
    "Derivation",
    "Diagnostic",
    "Refused",
    "UnreadableFile",
    "__version__",
    "check_course",
    "grade",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOMES])
