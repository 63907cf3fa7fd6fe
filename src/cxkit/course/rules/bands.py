"""Rules for the scale, the bands, what grades are worth, and rounding."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from cxkit.course.limits import worth
from cxkit.course.rules.finding import Finding, Path, Rule, meant
from cxkit.course.rules.places import all_bands, scope_of
from cxkit.course.scale import Scale, fold
from cxkit.documents.base import shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cxkit.course.bands import Band
    from cxkit.course.model import Course


def scale_has_grades(course: Course) -> Iterator[Finding]:
    """A scale of the course's own has a fail and a pass at least, each grade once."""
    if isinstance(course.scale, str):
        return
    scale, path = Scale.of(course), ("scale", "grades")
    if len(scale.labels) < 2:
        yield Finding(
            "CX135",
            path,
            "A scale needs at least two grades",
            "List the grades from the lowest; the first is the fail.",
        )
    for number, label in enumerate(scale.labels):
        if not fold(label):
            yield Finding("CX135", (*path, number), "A grade is empty", "Write the grade.")
        elif scale.index(label) != number:
            message = f"The grade {shown(label)} is on the scale twice"
            yield Finding("CX135", (*path, number), message, "List each grade once.")


def bands_given(course: Course) -> Iterator[Finding]:
    """There is at least one band."""
    for path, bands in all_bands(course):
        if not bands:
            yield Finding(
                "CX134",
                path,
                "There are no bands, so no grade can be given",
                _bands_hint(course),
                at_key=True,
            )


def bands_on_the_scale(course: Course) -> Iterator[Finding]:
    """Each band is for a grade of the scale."""
    for path, bands in all_bands(course):
        yield from _off_scale(course, path, bands, _bands_hint(course))


def worth_on_the_scale(course: Course) -> Iterator[Finding]:
    """Each worth is for a grade of the scale."""
    yield from _off_scale(course, ("grade_worth",), course.grade_worth or {}, None)


def no_band_for_the_fail(course: Course) -> Iterator[Finding]:
    """The fail needs no limit: it is what is below the lowest band."""
    scale = Scale.of(course)
    for path, bands in all_bands(course):
        for label in bands:
            if scale.index(label) == 0:
                yield Finding(
                    "CX133",
                    (*path, label),
                    f"{shown(label)} is the fail grade of the scale; it has no lower limit",
                    "Leave it out: below the lowest band a student fails.",
                    at_key=True,
                )


def one_entry_a_grade(course: Course) -> Iterator[Finding]:
    """No grade is named twice in two spellings."""
    tables: list[tuple[Path, Iterable[str]]] = [
        *all_bands(course),
        (("grade_worth",), course.grade_worth or {}),
        *((("criteria", n, "levels"), criterion.levels) for n, criterion in enumerate(course.criteria)),
    ]
    scale = Scale.of(course)
    for path, labels in tables:
        seen: dict[int, str] = {}
        for label in labels:
            index = scale.index(label)
            if index is not None and seen.setdefault(index, label) != label:
                yield Finding(
                    "CX136",
                    (*path, label),
                    f"{shown(label)} is the same grade as {shown(seen[index])}",
                    "Name each grade once.",
                    at_key=True,
                )


def bands_rise(course: Course) -> Iterator[Finding]:
    """A better grade begins at a higher percent, in whatever order the bands are written."""
    scale = Scale.of(course)
    for path, bands in all_bands(course):
        known = sorted((index, label) for label in bands if (index := scale.index(label)) is not None)
        for (low, lower), (high, higher) in pairwise(known):
            if low != high and percent_of(bands[higher]) <= percent_of(bands[lower]):
                yield Finding(
                    "CX130",
                    (*path, higher),
                    f"The band of {shown(higher)} begins at {shown(percent_of(bands[higher]))}, "
                    f"which is not above the {shown(percent_of(bands[lower]))} of {shown(lower)}",
                    "Let the limits rise along the scale.",
                )


def limits_within_percent(course: Course) -> Iterator[Finding]:
    """Limits and worths are percents."""
    for path, bands in all_bands(course):
        for label, band in bands.items():
            for key, percent in _percents(band):
                yield from _outside((*path, label, *key), percent)
    for label, percent in (course.grade_worth or {}).items():
        yield from _outside(("grade_worth", label), percent)


def worth_never_falls(course: Course) -> Iterator[Finding]:
    """A higher grade is worth no less than a lower one, with any of the bands."""
    scale = Scale.of(course)
    given = {scale.index(label): label for label in course.grade_worth or {}}
    reported: set[str] = set()
    for _, bands in all_bands(course):
        values = worth(course, scale, bands)
        falls = [i for i, value in enumerate(values) if i in given and value < max(values[:i], default=value)]
        rises = [i for i, value in enumerate(values) if i in given and value > min(values[i:])]
        for index in (falls or rises)[:1]:
            label = given[index]
            if label not in reported:
                reported.add(label)
                yield Finding(
                    "CX137",
                    ("grade_worth", label),
                    f"With {shown(label)} worth this, a higher grade is worth less than a lower one",
                    "Let the worths rise along the scale; grades left out are worth their band's limit.",
                )


def rounding_step_positive(course: Course) -> Iterator[Finding]:
    """A rounding step is above 0."""
    if course.rounding is not None and course.rounding.to <= 0:
        hint = "Give the step in percentage points, such as 1 or 0.5."
        yield Finding("CX138", ("rounding", "to"), "The rounding step must be above 0", hint)


def conditions_name_components(course: Course) -> Iterator[Finding]:
    """A band's conditions are on components that its students have."""
    for path, bands in all_bands(course):
        ids = [place.component.id for place in scope_of(course, path).places()]
        for label, band in bands.items():
            for key, _ in _percents(band):
                if key and key[0] != "percent" and key[0] not in ids:
                    yield Finding(
                        "CX139",
                        (*path, label, *key),
                        f"{shown(key[0])} is not a component",
                        meant(str(key[0]), ids, what="The components are"),
                        at_key=True,
                    )


def percent_of(band: Band) -> Decimal:
    """Return the course percent at which a band begins."""
    return band if isinstance(band, Decimal) else band.percent


def _percents(band: Band) -> Iterator[tuple[Path, Decimal]]:
    if isinstance(band, Decimal):
        yield (), band
        return
    yield ("percent",), band.percent
    for component, percent in band.components.items():
        yield (component,), percent


def _outside(path: Path, percent: Decimal) -> Iterator[Finding]:
    if not 0 <= percent <= 100:
        yield Finding("CX131", path, f"{shown(percent)} is not between 0 and 100", "Give it in percent.")


def _off_scale(course: Course, path: Path, labels: Iterable[str], hint: str | None) -> Iterator[Finding]:
    scale = Scale.of(course)
    for label in labels:
        if scale.index(label) is None:
            yield Finding(
                "CX132",
                (*path, label),
                f"{shown(label)} is not a grade of the scale",
                hint or f"The grades are {', '.join(scale.labels)}.",
                at_key=True,
            )


def _bands_hint(course: Course) -> str:
    if course.scale == "pass-fail":
        return "On the scale pass-fail the bands are {pass: 50}, with the limit you want."
    return f"Give the lower limits of {', '.join(Scale.of(course).labels[1:])}, or of some of them."


RULES: tuple[Rule, ...] = (
    scale_has_grades,
    bands_given,
    bands_on_the_scale,
    worth_on_the_scale,
    no_band_for_the_fail,
    one_entry_a_grade,
    bands_rise,
    limits_within_percent,
    worth_never_falls,
    rounding_step_positive,
    conditions_name_components,
)
