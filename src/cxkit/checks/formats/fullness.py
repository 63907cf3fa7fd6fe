"""How full the checked canvases are, in words for people; never a grade."""

from __future__ import annotations

from cxkit.checks.findings import Findings
from cxkit.documents.nearness import listed
from cxkit.escape import terminal

MOST = 10
"""How many canvases are told of one by one."""

_NEEDED = 3
"""How many missing places are named that the kind requires."""


def fullness(findings: Findings) -> list[str]:
    """Return a line for each canvas that is not full, the emptiest first, and one for those left out."""
    partly = {file: found for file, found in findings.completeness.items() if found.missing}
    ordered = sorted(partly.items(), key=lambda item: (item[1].percent, item[0]))
    lines = []
    for file, found in ordered[:MOST]:
        shares = [(found.elsewhere, "blocks and keys"), (found.at_touchpoints, "touchpoint fields")]
        said = ", ".join(f"{one.filled} of {len(one.places)} {words}" for one, words in shares if one.places)
        needed = [".".join(map(str, place.path)) for place in found.missing if place.required][:_NEEDED]
        first = f" Needed first: {listed([f'`{path}`' for path in needed])}." if needed else ""
        lines.append(f"{terminal(file)} is {int(found.percent)} % filled: {said}.{first}")
    if len(ordered) > MOST:
        lines.append(f"{len(ordered) - MOST} more canvases are not full yet.")
    return lines
