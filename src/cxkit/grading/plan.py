"""The plan: what a course asks grading to compute, resolved once.

Defaults, inheritance and interpolation end here; the limits are exact percents, the weights exact
numbers. `derive` and `engine` read the same plan. A course is planned after its rules have been
checked (`cxkit.course.rules`); whether the numbers fit the engine's integers is the engine's care.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from cxkit.course.attendance import Attendance
from cxkit.course.bands import Bands
from cxkit.course.limits import limits, worth
from cxkit.course.model import Component, Course, Route
from cxkit.course.scale import Scale
from cxkit.documents.base import Text
from cxkit.exact import SCALE, fraction_of, terminating_decimals
from cxkit.grading.results import ModelPath
from cxkit.roster.marks import Unit

PERCENT = Fraction(100)


class Missing(StrEnum):
    """What an empty mark does."""

    ZERO = "zero"
    SKIP = "skip"
    FAIL = "fail"
    INCOMPLETE = "incomplete"


class Combine(StrEnum):
    """How the parts of a group make its percent."""

    WEIGHTED = "weighted"
    POINTS = "points"
    MEAN = "mean"
    BEST = "best"


@dataclass(frozen=True, slots=True)
class ComponentPlan:
    """A component or part: a mark with its attempts, or a group of parts.

    ``weight`` is as the course file gives it; ``maximum`` in points; ``retry_cap`` and
    ``pass_mark`` in percent, ``pass_mark`` None when there is no gate.
    """

    id: str
    title: Text
    path: ModelPath
    weight: Fraction
    missing: Missing
    pass_mark: Fraction | None
    mark: str = "points"
    maximum: Fraction | None = None
    attempts: int = 1
    keep_last: bool = False
    retry_cap: Fraction | None = None
    worths: tuple[Fraction, ...] = ()
    parts: tuple[ComponentPlan, ...] = ()
    combine: Combine = Combine.MEAN
    drop_lowest: int = 0
    drop_highest: int = 0
    keep_highest: int | None = None

    def percent(self, unit: Unit, value: int) -> Fraction:
        """Return how many percent of the maximum a mark is; ``value`` as the roster reads it."""
        if unit is Unit.POINTS:
            size = self.size
            return Fraction(100 * value * size.denominator, SCALE * size.numerator)
        if unit is Unit.PERCENT:
            return Fraction(value, SCALE)
        return self.worths[value] if unit is Unit.GRADE else Fraction(100 * value)

    @property
    def size(self) -> Fraction:
        """What a part weighs in a `points` group when it is a mark: its maximum in points."""
        return self.maximum if self.maximum is not None else PERCENT

    def walk(self) -> Iterator[ComponentPlan]:
        """Yield the parts at every depth, each before its group, then the component itself."""
        for part in self.parts:
            yield from part.walk()
        yield self


@dataclass(frozen=True, slots=True)
class AttendanceRulePlan:
    """Absent from more than ``above`` percent: lower by so many steps, or fail."""

    above: Fraction
    lower: int
    fail: bool
    path: ModelPath

    @property
    def strength(self) -> tuple[bool, int]:
        """Order rules by what they do: failing beats lowering, more steps beat fewer."""
        return (self.fail, self.lower)

    def lowered(self, grade: int, floor: int) -> int:
        """Return the grade after lowering, not below ``floor`` unless it was there before."""
        return min(grade, max(grade - self.lower, floor))


@dataclass(frozen=True, slots=True)
class AttendancePlan:
    """The attendance rules, weakest first, and the index of the grade at which lowering stops."""

    rules: tuple[AttendanceRulePlan, ...]
    floor: int
    scope: int
    by_percent: bool
    path: ModelPath

    def strongest(self, share: Fraction) -> AttendanceRulePlan | None:
        """Return the strongest rule whose limit a share of absence (0-1) exceeds."""
        percent = share * 100
        return next((rule for rule in reversed(self.rules) if percent > rule.above), None)


@dataclass(frozen=True, slots=True)
class Limit:
    """The percent at which a grade begins; ``own`` unless it was spaced between its neighbours."""

    grade: int
    percent: Fraction
    own: bool


@dataclass(frozen=True, slots=True)
class Scheme:
    """How one route, or the course itself, is graded; ``limits`` rise."""

    route: str | None
    title: Text | None
    path: ModelPath
    components: tuple[ComponentPlan, ...]
    components_path: ModelPath
    limits: tuple[Limit, ...]
    limits_path: ModelPath
    attendance: AttendancePlan | None

    def walk(self) -> Iterator[ComponentPlan]:
        """Yield every component and part, parts before their group, in the order of the file."""
        for component in self.components:
            yield from component.walk()

    def marked(self) -> tuple[ComponentPlan, ...]:
        """Return the components and parts that hold a mark of their own."""
        return tuple(component for component in self.walk() if not component.parts)

    def reached(self, percent: Fraction) -> int:
        """Return the index of the highest grade whose limit is reached, 0 (the fail) if none is."""
        return max((limit.grade for limit in self.limits if percent >= limit.percent), default=0)

    def above(self, grade: int) -> Limit | None:
        """Return the next limit above a grade."""
        return next((limit for limit in self.limits if limit.grade > grade), None)


@dataclass(frozen=True, slots=True)
class RoundingPlan:
    """To which multiple of percentage points the course percent goes, and how."""

    to: Fraction
    mode: str

    def apply(self, percent: Fraction) -> Fraction:
        """Round a percent; ``half_up`` takes a half upwards, also below zero."""
        steps = percent / self.to
        if self.mode == "half_up":
            steps += Fraction(1, 2)
        whole = -(-steps.numerator // steps.denominator) if self.mode == "ceil" else steps // 1
        return whole * self.to


@dataclass(frozen=True)
class Plan:
    """A course ready for grading; ``schemes[0]`` is the course itself, ``schemes[k]`` its k-th route."""

    course: Course
    scale: Scale
    schemes: tuple[Scheme, ...]
    rounding: RoundingPlan | None
    fail_unmarked: bool
    """A student without any mark fails (`no_marks: fail`)."""

    @cached_property
    def decimals(self) -> int:
        """With how many decimals percents are shown: two, or what a limit or a pass mark needs."""
        limits = [limit.percent for scheme in self.schemes for limit in scheme.limits]
        components = (component for scheme in self.schemes for component in scheme.walk())
        limits += [component.pass_mark for component in components if component.pass_mark is not None]
        return max([2, *(terminating_decimals(percent) or 0 for percent in limits)])


def compile_plan(course: Course) -> Plan:
    """Resolve a course whose rules hold into a plan.

    Raises nothing for a checked course; an unchecked one may end in any exception.
    """
    scale = Scale.of(course)
    schemes = [_scheme(course, scale, None, ())]
    schemes += [_scheme(course, scale, route, ("routes", i)) for i, route in enumerate(course.routes)]
    rounding = None
    if course.rounding is not None:
        rounding = RoundingPlan(Fraction(course.rounding.to), course.rounding.mode)
    return Plan(course, scale, tuple(schemes), rounding, course.no_marks == "fail")


def _scheme(course: Course, scale: Scale, route: Route | None, path: ModelPath) -> Scheme:
    own_bands = route is not None and route.bands is not None
    bands = route.bands if route is not None and route.bands is not None else course.bands
    own_components = route is not None and bool(route.components)
    components = route.components if route is not None and route.components else course.components
    found = limits(bands, scale, course.between)
    without_between = found if course.between == "none" else limits(bands, scale, "none")
    rising = tuple(Limit(grade, found[grade], grade in without_between) for grade in sorted(found))
    compiler = _Compiler(course, scale, bands, rising[0].percent)
    where = (*path, "components") if own_components else ("components",)
    return Scheme(
        route=route.id if route is not None else None,
        title=route.title if route is not None else None,
        path=path,
        components=tuple(
            compiler.component(component, (*where, i), None, top=True)
            for i, component in enumerate(components)
        ),
        components_path=where,
        limits=rising,
        limits_path=(*path, "bands") if own_bands else ("bands",),
        attendance=_attendance(course, route, path),
    )


@dataclass(frozen=True)
class _Compiler:
    """What the components of one scheme have in common."""

    course: Course
    scale: Scale
    bands: Bands
    lowest_limit: Fraction

    @cached_property
    def worths(self) -> tuple[Fraction, ...]:
        """What each grade is worth as a mark; few courses have such marks."""
        return worth(self.course, self.scale, self.bands)

    def component(
        self, component: Component, path: ModelPath, inherited: Missing | None, *, top: bool
    ) -> ComponentPlan:
        required = component.required or component.pass_mark is not None or (top and self.course.all_required)
        missing = Missing(component.missing) if component.missing is not None else inherited
        parts = tuple(
            self.component(part, (*path, "parts", i), missing, top=False)
            for i, part in enumerate(component.parts)
        )
        if missing is None:
            fails = component.mark == "pass_fail" and required and not parts
            missing = Missing.FAIL if fails else Missing.ZERO
        pass_mark = self.lowest_limit if component.pass_mark is None else fraction_of(component.pass_mark)
        return ComponentPlan(
            id=component.id,
            title=component.title if component.title is not None else Text.plain(component.id),
            path=path,
            weight=fraction_of(component.weight),
            missing=missing,
            pass_mark=pass_mark if required else None,
            mark=component.mark,
            maximum=None if component.max is None else fraction_of(component.max),
            attempts=max(1, len(component.columns)),
            keep_last=component.keep == "last",
            retry_cap=None if component.retry_cap is None else fraction_of(component.retry_cap),
            worths=self.worths if component.mark == "grade" else (),
            parts=parts,
            combine=Combine(component.combined_by) if parts else Combine.MEAN,
            drop_lowest=component.drop_lowest or 0,
            drop_highest=component.drop_highest or 0,
            keep_highest=component.keep_highest,
        )


def _attendance(course: Course, route: Route | None, path: ModelPath) -> AttendancePlan | None:
    settings, scope = course.attendance, 0
    where: ModelPath = ("attendance",)
    if route is not None and route.attendance is False:
        return None
    if route is not None and isinstance(route.attendance, Attendance):
        settings, where = route.attendance, (*path, "attendance")
        scope = course.routes.index(route) + 1
    if settings is None or not applies(settings, course):
        return None
    rules = [
        AttendanceRulePlan(fraction_of(rule.above), rule.lower or 0, bool(rule.fail), (*where, "rules", i))
        for i, rule in enumerate(settings.rules)
    ]
    return AttendancePlan(
        rules=tuple(sorted(rules, key=lambda rule: rule.strength)),
        floor=1 if settings.floor == "lowest_pass" else 0,
        scope=scope,
        by_percent=settings.column is not None and settings.column.absent_percent is not None,
        path=where,
    )


def applies(attendance: Attendance, course: Course) -> bool:
    """Tell whether attendance is asked for in the course's way of delivery."""
    kinds = attendance.applies_to
    return kinds is None or course.delivery is None or course.delivery in kinds
