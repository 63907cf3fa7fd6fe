"""The rules for suppressions, documented."""

from __future__ import annotations

from cxkit.documents.diagnostics import Severity
from cxkit.documents.rule import Rule
from cxkit.documents.sound import SOUND

KIND = "suppression"
_OTHER = SOUND.replace("weight: 100", "weight: 99")
_COMMENT = "# cxkit: ignore[CX101] One percent is for the feedback."
_ACCEPTED = _OTHER.replace("components:", f"{_COMMENT}\ncomponents:")

NO_REASON = Rule(
    "CX050",
    "suppression-without-reason",
    Severity.ERROR,
    KIND,
    checks="A comment that suppresses a finding says why. Without a reason it has no effect.",
    why="Whoever reads the file next year has to know whether the reason still holds.",
    bad=SOUND.replace("components:", "components:  # cxkit: ignore[CX101]"),
    good=_ACCEPTED,
)
UNUSED = Rule(
    "CX051",
    "unused-suppression",
    Severity.WARNING,
    KIND,
    checks="A suppression suppresses something.",
    why="A suppression that is left behind hides the next mistake in its line.",
    bad=SOUND.replace("components:", f"components:  {_COMMENT}"),
    good=_ACCEPTED,
)
BAD_SUPPRESSION = Rule(
    "CX052",
    "bad-suppression",
    Severity.ERROR,
    KIND,
    checks="A suppression is written as one, and names rules by their names or whole codes, and only such as "
    "can be suppressed: what stops a file from being read cannot.",
    why="A suppression that names nothing suppresses nothing, or would suppress what nobody thought of.",
    bad=SOUND.replace("components:", "components:  # cxkit: ignore[CX1] One percent is for the feedback."),
    good=_ACCEPTED,
)

RULES = (NO_REASON, UNUSED, BAD_SUPPRESSION)
