"""Late rules, and an honest word about what the model knows but grading does not compute yet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cxkit.course.bands import BandConditions
from cxkit.course.rules.finding import Finding, Path, Rule
from cxkit.course.rules.places import all_bands, places
from cxkit.documents.base import shown

if TYPE_CHECKING:
    from cxkit.course.components import Component
    from cxkit.course.model import Course


def late_has_a_column(course: Course) -> Iterator[Finding]:
    """A late rule says where lateness is found."""
    for place in places(course):
        if place.component.late is not None and place.component.late.column is None:
            yield Finding(
                "CX180",
                (*place.path, "late"),
                f"The late rule of {shown(place.component.id)} has no `column`",
                "Name the column that holds the lateness or the submission time.",
                at_key=True,
            )


def deductions_within_percent(course: Course) -> Iterator[Finding]:
    """What is deducted is a percent."""
    for place in places(course):
        for key in ("deduct", "at_most", "floor") if place.component.late else ():
            percent = getattr(place.component.late, key)
            if percent is not None and not 0 <= percent <= 100:
                path = (*place.path, "late", key)
                message = f"`{key}` is {shown(percent)}, which is not between 0 and 100"
                yield Finding("CX181", path, message, "Give it in percent.")


def computed(course: Course) -> Iterator[Finding]:
    """Nothing is asked for that grading would have to leave out silently."""
    if course.cap is not None:
        yield _not_yet(("cap",), "A cap")
    for place in places(course):
        for key, what in _uncomputed(place.component):
            yield _not_yet((*place.path, key), what)
    for path, bands in all_bands(course):
        for label, band in bands.items():
            if isinstance(band, BandConditions):
                yield _not_yet((*path, label), "A band with conditions")


def _uncomputed(component: Component) -> Iterator[tuple[str, str]]:
    if component.late is not None:
        yield "late", "A late rule"
    if component.mark == "level":
        yield "mark", "A mark by levels"
    if component.extra_credit:
        yield "extra_credit", "Extra credit"
    if component.cap is not None:
        yield "cap", "A cap"
    if component.combine == "median":
        yield "combine", "A median of parts"


def _not_yet(path: Path, what: str) -> Finding:
    message = f"{what} is not computed yet"
    return Finding("CX190", path, message, "Leave it out until a later version of cxkit.", at_key=True)


RULES: tuple[Rule, ...] = (late_has_a_column, deductions_within_percent, computed)
