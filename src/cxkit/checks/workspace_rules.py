"""The rules that are about several files at once, documented; an example is one file, named twice."""

from __future__ import annotations

from cxkit.documents.diagnostics import Severity
from cxkit.documents.rule import Rule
from cxkit.documents.sound import SOUND

SAME_ID = Rule(
    "CX100",
    "course-id-twice",
    Severity.ERROR,
    "course",
    checks="Two courses that are checked together have different ids; upper and lower case count as the "
    "same. Each of them is told, with another one that has its id. In a project with a `cxkit.toml` all its "
    "courses count.",
    why="Reports and feedback are filed by the id of the course: two courses with one id would overwrite "
    "each other's, and a copied course file usually has more in it that was not adapted.",
    bad=SOUND,
    good=SOUND.replace("id: demo-1", "id: demo-2"),
)

RULES = (SAME_ID,)
