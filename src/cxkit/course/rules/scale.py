"""Rules for the scale, and for the grades that the rest of the file names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cxkit.course.limits import worth
from cxkit.course.rules.book import course_rules, listed
from cxkit.course.rules.places import all_bands
from cxkit.course.scale import Scale, fold
from cxkit.documents.base import shown
from cxkit.documents.rule import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cxkit.course.model import Course
    from cxkit.documents.document import Path_

RULES = course_rules()


@RULES.rule(
    "CX135",
    "scale-unusable",
    why="A scale is a fail and at least one way to pass, and a grade that stands on it twice has no place.",
    bad="""
        scale: {grades: [F, C, B, A, a]}
        bands: {C: 50, B: 70, A: 90}
        """,
    good="""
        scale: {grades: [F, C, B, A]}
        bands: {C: 50, B: 70, A: 90}
        """,
)
def scale_has_grades(course: Course) -> Iterator[Finding]:
    """A scale of the course's own lists at least two grades, each of them once."""
    if isinstance(course.scale, str):
        return
    scale, path = Scale.of(course), ("scale", "grades")
    if len(scale.labels) < 2:
        hint = "List the grades from the lowest; the first is the fail."
        yield Finding(path, "A scale needs at least two grades", hint)
    for number, label in enumerate(scale.labels):
        if not fold(label):
            yield Finding((*path, number), "A grade is empty", "Write the grade.")
        elif scale.index(label) != number:
            message = f"The grade {shown(label)} is on the scale twice"
            yield Finding((*path, number), message, "List each grade once.")


@RULES.rule(
    "CX132",
    "grade-not-on-scale",
    why="No student could get such a grade, and the one that was meant has no limit.",
    bad="bands: {1: 50, 2: 60, 3: 70, 4: 80, 5: 90, 6: 95}",
    good="bands: {1: 50, 2: 60, 3: 70, 4: 80, 5: 90}",
)
def grades_on_the_scale(course: Course) -> Iterator[Finding]:
    """Bands and `grade_worth` name grades of the course's scale."""
    scale = Scale.of(course)
    known = f"The grades are {listed(scale.labels)}."
    tables: list[tuple[Path_, Iterable[str], str]] = [
        *((path, bands, bands_hint(course)) for path, bands in all_bands(course)),
        (("grade_worth",), course.grade_worth or {}, known),
    ]
    for path, labels, hint in tables:
        for label in labels:
            if scale.index(label) is None:
                message = f"{shown(label)} is not a grade of the scale"
                yield Finding((*path, label), message, hint, at_key=True)


@RULES.rule(
    "CX136",
    "grade-named-twice",
    why="Two entries for one grade say two things about it, and only one can hold.",
    bad="bands: {1: 50, 1.0: 50, 3: 70, 5: 90}",
    good="bands: {1: 50, 3: 70, 5: 90}",
)
def one_entry_a_grade(course: Course) -> Iterator[Finding]:
    """Bands, `grade_worth` and the levels of a criterion name each grade once, in one spelling."""
    tables: list[tuple[Path_, Iterable[str]]] = [
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
                    (*path, label),
                    f"{shown(label)} is the same grade as {shown(seen[index])}",
                    "Name each grade once.",
                    at_key=True,
                )


@RULES.rule(
    "CX137",
    "worth-falls",
    why="A student who is marked with the higher grade would get fewer points for it.",
    bad="grade_worth: {3: 30}",
    good="grade_worth: {3: 75}",
)
def worth_never_falls(course: Course) -> Iterator[Finding]:
    """As a mark, a higher grade is worth no less than a lower one, with the bands of the course and of each
    route. What `grade_worth` leaves out is worth the lower limit of its band.
    """
    if not course.grade_worth:
        return
    scale = Scale.of(course)
    given = {scale.index(label): label for label in course.grade_worth}
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
                    ("grade_worth", label),
                    f"With {shown(label)} worth this, a higher grade is worth less than a lower one",
                    "Let the worths rise along the scale; grades left out are worth their band's limit.",
                )


def bands_hint(course: Course) -> str:
    """Return which bands the course's scale can have."""
    if course.scale == "pass-fail":
        return "On the scale pass-fail the bands are {pass: 50}, with the limit you want."
    passing = Scale.of(course).labels[1:]
    if not passing:
        return "Give the scale its grades first, then the limits at which they begin."
    if len(passing) == 1:
        return f"Give the percent at which {passing[0]} begins."
    return f"Give the lower limits of {listed(passing)}, or of some of them."
