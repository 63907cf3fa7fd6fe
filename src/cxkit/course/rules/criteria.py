"""Rules for assessment criteria and the components that are marked by them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cxkit.course.rules.book import course_rules, listed, meant
from cxkit.course.rules.places import places
from cxkit.course.scale import Scale, fold
from cxkit.documents.base import shown
from cxkit.documents.diagnostics import Severity
from cxkit.documents.rule import Finding

if TYPE_CHECKING:
    from cxkit.course.model import Course
    from cxkit.documents.document import Path_

RULES = course_rules()

_BANDS = "bands: {1: 50, 3: 70, 5: 90}\n"
_KNOWLEDGE = "criteria:\n  - id: knowledge\n    title: Knowledge\n"
_GOOD = _BANDS + _KNOWLEDGE + "    levels: {1: Knows the terms., 3: Explains them., 5: Judges their use.}"


@RULES.rule(
    "CX162",
    "criterion-id-repeated",
    why="A component that is marked by criteria names them by their ids.",
    bad=_GOOD + "\n  - id: Knowledge\n    title: Skills\n    levels: {1: Tries., 3: Does., 5: Masters.}",
    good=_GOOD + "\n  - id: skills\n    title: Skills\n    levels: {1: Tries., 3: Does., 5: Masters.}",
)
def criteria_differ(course: Course) -> Iterator[Finding]:
    """Each criterion has an id of its own; upper and lower case count as the same."""
    seen: dict[str, Path_] = {}
    for number, criterion in enumerate(course.criteria):
        path: Path_ = ("criteria", number, "id")
        earlier = seen.setdefault(fold(criterion.id), path)
        if earlier != path:
            message = f"The criterion id {shown(criterion.id)} is already used in line {{line}}"
            yield Finding(path, message, "Give each criterion an id of its own.", earlier=earlier)


@RULES.rule(
    "CX117",
    "level-without-criteria",
    why="The percent of a mark by levels is the mean of what the levels of its criteria are worth.",
    bad="components: [{id: essay, weight: 100, mark: level}]",
    good="components: [{id: essay, weight: 100, mark: grade}]",
)
def level_marks_have_criteria(course: Course) -> Iterator[Finding]:
    """A component that is marked by levels names its criteria."""
    for place in places(course):
        if place.component.mark == "level" and not place.component.criteria:
            yield Finding(
                (*place.path, "mark"),
                f"{shown(place.component.id)} is marked by levels but names no criteria",
                "Add `criteria` with the ids of the course's criteria.",
            )


@RULES.rule(
    "CX163",
    "criterion-unknown",
    why="A level of a criterion that is not described can be neither given nor explained.",
    bad=_GOOD + "\ncomponents: [{id: essay, weight: 100, mark: level, criteria: [knowlegde]}]",
    good=_GOOD + "\ncomponents: [{id: essay, weight: 100, mark: grade}]",
)
def criteria_exist(course: Course) -> Iterator[Finding]:
    """The criteria that a component names are among those of the course."""
    known = [criterion.id for criterion in course.criteria]
    for place in places(course):
        for number, name in enumerate(place.component.criteria):
            if place.component.mark == "level" and name not in known:
                yield Finding(
                    (*place.path, "criteria", number),
                    f"The course has no criterion {shown(name)}",
                    meant(name, known, what="The criteria are"),
                )


@RULES.rule(
    "CX164",
    "level-not-a-grade",
    why="A description of a level that nobody can be given helps nobody.",
    bad=_BANDS + _KNOWLEDGE + "    levels: {1: Knows., 3: Explains., 5: Judges., 7: Renews.}",
    good=_BANDS + _KNOWLEDGE + "    levels: {1: Knows., 3: Explains., 5: Judges.}",
)
def levels_are_grades(course: Course) -> Iterator[Finding]:
    """The levels of a criterion are grades of the scale."""
    scale = Scale.of(course)
    for number, criterion in enumerate(course.criteria):
        for label in criterion.levels:
            if scale.index(label) is None:
                yield Finding(
                    ("criteria", number, "levels", label),
                    f"The level {shown(label)} is not a grade of the scale",
                    f"The grades are {listed(scale.labels)}.",
                    at_key=True,
                )


@RULES.rule(
    "CX165",
    "criterion-lacks-level",
    Severity.WARNING,
    why="A student who gets a grade has the right to read what it takes.",
    bad=_BANDS + _KNOWLEDGE + "    levels: {1: Knows the terms., 5: Judges their use.}",
    good=_GOOD,
)
def levels_for_all_bands(course: Course) -> Iterator[Finding]:
    """Each criterion describes every grade that the bands of the course give."""
    scale = Scale.of(course)
    given = sorted({index for label in course.bands if (index := scale.index(label))})
    for number, criterion in enumerate(course.criteria):
        described = {scale.index(label) for label in criterion.levels}
        lacking = [scale.labels[index] for index in given if index not in described]
        if lacking:
            grades = "the grade" if len(lacking) == 1 else "the grades"
            yield Finding(
                ("criteria", number, "levels"),
                f"{shown(criterion.id)} does not describe {grades} {listed(lacking)}, which bands give",
                "Add what it takes for each grade.",
                at_key=True,
            )


@RULES.rule(
    "CX166",
    "levels-alike",
    Severity.WARNING,
    why="Two grades with the same description cannot be told apart by those who give them or get them. Most "
    "often one was copied and not rewritten.",
    bad=_BANDS + _KNOWLEDGE + "    levels: {1: Knows the terms., 3: Explains them., 5: Explains them.}",
    good=_GOOD,
)
def levels_differ(course: Course) -> Iterator[Finding]:
    """The levels of a criterion are described in different words, in each language."""
    for number, criterion in enumerate(course.criteria):
        seen: dict[tuple[str, str], str] = {}
        for label, text in criterion.levels.items():
            for language, words in text.entries:
                earlier = seen.setdefault((language, fold(words)), label)
                if earlier != label:
                    path = ("criteria", number, "levels", label)
                    yield Finding(
                        (*path, language) if language else path,
                        f"{shown(criterion.id)} says the same of the grades {earlier} and {label}",
                        "Write what the higher grade takes beyond the lower one.",
                    )
