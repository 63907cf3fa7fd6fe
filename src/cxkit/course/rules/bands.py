"""Rules for bands, the percents at which grades begin, and for the rounding before them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from cxkit.course.bands import BandConditions
from cxkit.course.rules.book import course_rules, meant
from cxkit.course.rules.gates import gated
from cxkit.course.rules.places import all_bands, percent_of, scope_of
from cxkit.course.rules.scale import bands_hint
from cxkit.course.scale import Scale
from cxkit.documents.base import shown
from cxkit.documents.diagnostics import Severity
from cxkit.documents.rule import Finding

if TYPE_CHECKING:
    from cxkit.course.bands import Band
    from cxkit.course.model import Course
    from cxkit.documents.document import Path_

RULES = course_rules()


@RULES.rule(
    "CX134",
    "bands-missing",
    why="Without a single limit no percent leads to a grade.",
    bad="bands: {}",
    good="bands: {1: 50, 3: 70, 5: 90}",
)
def bands_given(course: Course) -> Iterator[Finding]:
    """There is at least one band, in the course and in each route with bands of its own."""
    for path, bands in all_bands(course):
        if not bands:
            message = "There are no bands, so no grade can be given"
            yield Finding(path, message, bands_hint(course), at_key=True)


@RULES.rule(
    "CX130",
    "bands-not-rising",
    why="A student with more points would get a worse grade, or two grades would begin at one percent.",
    bad="bands: {1: 50, 3: 80, 5: 70}",
    good="bands: {1: 50, 3: 70, 5: 80}",
)
def bands_rise(course: Course) -> Iterator[Finding]:
    """A better grade begins at a higher percent, in whatever order the bands are written."""
    scale = Scale.of(course)
    for path, bands in all_bands(course):
        known = sorted((index, label) for label in bands if (index := scale.index(label)) is not None)
        for (low, lower), (high, higher) in pairwise(known):
            if low != high and percent_of(bands[higher]) <= percent_of(bands[lower]):
                yield Finding(
                    (*path, higher),
                    f"The band of {shown(higher)} begins at {shown(percent_of(bands[higher]))}, "
                    f"which is not above the {shown(percent_of(bands[lower]))} of {shown(lower)}",
                    "Let the limits rise along the scale.",
                )


@RULES.rule(
    "CX131",
    "limit-outside-percent",
    why="Limits are percents of the course. One above 100 cannot be reached; most often points were meant.",
    bad="bands: {1: 50, 3: 70, 5: 140}",
    good="bands: {1: 50, 3: 70, 5: 90}",
)
def limits_within_percent(course: Course) -> Iterator[Finding]:
    """The limits of bands, their conditions, and what `grade_worth` says lie between 0 and 100 percent."""
    for path, bands in all_bands(course):
        for label, band in bands.items():
            for key, percent in _percents(band):
                yield from _outside((*path, label, *key), percent)
    for label, percent in (course.grade_worth or {}).items():
        yield from _outside(("grade_worth", label), percent)


@RULES.rule(
    "CX133",
    "band-of-the-fail",
    why="The fail is what is below the lowest band; a limit of its own would say something else.",
    bad="bands: {0: 0, 1: 50, 3: 70, 5: 90}",
    good="bands: {1: 50, 3: 70, 5: 90}",
)
def no_band_for_the_fail(course: Course) -> Iterator[Finding]:
    """The lowest grade of the scale, which is the fail, has no band."""
    scale = Scale.of(course)
    for path, bands in all_bands(course):
        for label in bands:
            if scale.index(label) == 0:
                yield Finding(
                    (*path, label),
                    f"{shown(label)} is the fail grade of the scale; it has no lower limit",
                    "Leave it out: below the lowest band a student fails.",
                    at_key=True,
                )


@RULES.rule(
    "CX138",
    "rounding-step",
    why="A percent can be brought to a multiple of 1 or of 0.5, but not of 0.",
    bad="rounding: {to: 0, mode: half_up}",
    good="rounding: {to: 1, mode: half_up}",
)
def rounding_step_positive(course: Course) -> Iterator[Finding]:
    """The step of rounding is above 0."""
    if course.rounding is not None and course.rounding.to <= 0:
        hint = "Give the step in percentage points, such as 1 or 0.5."
        yield Finding(("rounding", "to"), "The rounding step must be above 0", hint)


@RULES.rule(
    "CX139",
    "condition-unknown",
    why="A condition on a component that is not there can never hold, so nobody would get the grade.",
    bad="bands: {1: 50, 3: 70, 5: {percent: 90, exma: 80}}",
    good="bands: {1: 50, 3: 70, 5: 90}",
)
def conditions_name_components(course: Course) -> Iterator[Finding]:
    """The conditions of a band are on components that its students have."""
    for path, bands in all_bands(course):
        if not any(isinstance(band, BandConditions) for band in bands.values()):
            continue
        ids = [place.component.id for place in scope_of(course, path).places()]
        for label, band in bands.items():
            for key, _ in _percents(band):
                if key and key[0] != "percent" and key[0] not in ids:
                    yield Finding(
                        (*path, label, *key),
                        f"{shown(key[0])} is not a component",
                        meant(str(key[0]), ids, what="The components are"),
                        at_key=True,
                    )


@RULES.rule(
    "CX126",
    "lowest-pass-without-band",
    Severity.WARNING,
    why="Nobody can get the lowest passing grade by points; those who were meant to pass with it fail.",
    bad="bands: {2: 60, 3: 70, 4: 80, 5: 90}",
    good="bands: {1: 50, 2: 60, 3: 70, 4: 80, 5: 90}",
)
def lowest_pass_has_a_band(course: Course) -> Iterator[Finding]:
    """The lowest passing grade of the scale has a band."""
    yield from _without_band(course, 1, "the lowest passing grade")


@RULES.rule(
    "CX127",
    "highest-grade-without-band",
    Severity.WARNING,
    why="However good the work is, nobody can get the highest grade.",
    bad="bands: {1: 50, 2: 60, 3: 70, 4: 80}",
    good="bands: {1: 50, 2: 60, 3: 70, 4: 80, 5: 90}",
)
def highest_grade_has_a_band(course: Course) -> Iterator[Finding]:
    """The highest grade of the scale has a band."""
    if len(Scale.of(course).labels) > 2:
        yield from _without_band(course, -1, "the highest grade")


@RULES.rule(
    "CX128",
    "nobody-fails",
    Severity.WARNING,
    why="A student who has earned nothing reaches 0 percent and so passes.",
    bad="bands: {1: 0, 2: 60, 3: 70, 4: 80, 5: 90}",
    good="bands: {1: 50, 2: 60, 3: 70, 4: 80, 5: 90}",
)
def points_are_needed(course: Course) -> Iterator[Finding]:
    """The lowest band is above 0 percent, unless some component has to be passed."""
    for path, bands in all_bands(course):
        for label, band in bands.items():
            if not isinstance(band, Decimal) or band or Scale.of(course).index(label) == 0:
                continue
            if not any(gated(course, place) for place in scope_of(course, path).places()):
                yield Finding(
                    (*path, label),
                    f"The grade {shown(label)} begins at 0 percent, so nobody can fail",
                    "Raise the limit, or say with `required: true` what has to be passed.",
                )


@RULES.rule(
    "CX129",
    "limit-between-rounding-steps",
    Severity.WARNING,
    why="No rounded percent lies on such a limit, so the grade begins at the next step; what is told to the "
    "students is not what is done.",
    bad="""
        bands: {1: 50, 2: 60, 3: 70, 4: 80, 5: 89.5}
        rounding: {to: 1, mode: half_up}
        """,
    good="""
        bands: {1: 50, 2: 60, 3: 70, 4: 80, 5: 90}
        rounding: {to: 1, mode: half_up}
        """,
)
def limits_on_rounding_steps(course: Course) -> Iterator[Finding]:
    """With `rounding`, each band begins at a multiple of its step."""
    if course.rounding is None or course.rounding.to <= 0:
        return
    step = Fraction(course.rounding.to)
    for path, bands in all_bands(course):
        for label, band in bands.items():
            percent = percent_of(band)
            if 0 <= percent <= 100 and Fraction(percent) % step:
                yield Finding(
                    (*path, label),
                    f"Percents are rounded to a multiple of {shown(course.rounding.to)}, and the limit "
                    f"{shown(percent)} of {shown(label)} is none",
                    "Move the limit to a multiple of the step, or leave the rounding out.",
                )


def _without_band(course: Course, grade: int, what: str) -> Iterator[Finding]:
    scale = Scale.of(course)
    if len(scale.labels) < 2:
        return
    label = scale.labels[grade]
    for path, bands in all_bands(course):
        known = {index for name in bands if (index := scale.index(name))}
        if known and scale.index(label) not in known:
            yield Finding(
                path,
                f"{shown(label)}, {what}, has no band, so no percent leads to it",
                f"Add the percent at which {shown(label)} begins.",
                at_key=True,
            )


def _percents(band: Band) -> Iterator[tuple[Path_, Decimal]]:
    if isinstance(band, Decimal):
        yield (), band
        return
    yield ("percent",), band.percent
    for component, percent in band.components.items():
        yield (component,), percent


def _outside(path: Path_, percent: Decimal) -> Iterator[Finding]:
    if not 0 <= percent <= 100:
        yield Finding(path, f"{shown(percent)} is not between 0 and 100", "Give it in percent.")
