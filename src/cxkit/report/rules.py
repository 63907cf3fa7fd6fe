"""The rules of a course in words: what counts, what passes, what absence does.

Reads the plan, so that defaults are said as well; the numbers of single students are for `messages`.
"""

from __future__ import annotations

from collections.abc import Iterator

from cxkit.course.attendance import Attendance
from cxkit.grading.plan import AttendancePlan, Combine, ComponentPlan, Missing, Plan, Scheme
from cxkit.report.messages import Wording


def rules(plan: Plan, words: Wording) -> list[str]:
    """Return the rules as sentences, the course's own first, then what routes do otherwise."""
    course, *routes = plan.schemes
    found = [*_weights(course, words), *_groups(course, words), *_attempts(course, words)]
    found += [*_bands(plan, course, words), *_gates(course, words), *_missing(course, words)]
    found += [_unmarked(plan, words), *_attendance(plan, course, words)]
    for route in routes:
        found += _route(plan, course, route, words)
    return found


def _weights(scheme: Scheme, words: Wording) -> Iterator[str]:
    _ = words.texts.gettext
    total = sum(component.weight for component in scheme.components)
    counting = [component for component in scheme.components if component.weight]
    shares = [
        _("{title} {percent}", title=words.title(c.id), percent=words.percent(c.weight * 100 / total))
        for c in counting
    ]
    if shares:
        yield _("The grade is made of {shares}.", shares=words.texts.listed(shares))
    rest = [words.title(c.id) for c in scheme.components if not c.weight]
    if rest:
        yield words.texts.ngettext(
            "{titles} does not count towards the percent.",
            "{titles} do not count towards the percent.",
            len(rest),
            titles=words.texts.listed(rest),
        )


def _groups(scheme: Scheme, words: Wording) -> Iterator[str]:
    for component in scheme.walk():
        if component.parts:
            how = ", ".join([_combined(component, words), *_selected(component, words)])
            yield f"{words.about(words.title(component.id), how)}."


def _combined(component: ComponentPlan, words: Wording) -> str:
    _ = words.texts.gettext
    match component.combine:
        case Combine.POINTS:
            return _("points of the parts added up")
        case Combine.MEAN:
            return _("mean of the parts")
        case Combine.BEST:
            return _("the best part counts")
        case _:
            return _("parts by their weights")


def _selected(component: ComponentPlan, words: Wording) -> Iterator[str]:
    """Say which parts are left out or kept.

    Where parts weigh unlike each other it is not always the weakest whose leaving helps most.
    """
    choose = words.texts.ngettext
    by_percent = component.combine in (Combine.MEAN, Combine.BEST)
    if component.drop_lowest and by_percent:
        yield choose(
            "the weakest part is dropped", "the {number} weakest parts are dropped", component.drop_lowest
        )
    elif component.drop_lowest:
        yield choose(
            "the part whose removal gives the highest result is dropped",
            "the {number} parts whose removal gives the highest result are dropped",
            component.drop_lowest,
        )
    if component.drop_highest and by_percent:
        yield choose(
            "the strongest part is dropped",
            "the {number} strongest parts are dropped",
            component.drop_highest,
        )
    elif component.drop_highest:
        yield choose(
            "the part whose removal gives the lowest result is dropped",
            "the {number} parts whose removal gives the lowest result are dropped",
            component.drop_highest,
        )
    if component.keep_highest is not None and by_percent:
        yield choose("the best part is kept", "the {number} best parts are kept", component.keep_highest)
    elif component.keep_highest is not None:
        yield choose(
            "the part that gives the highest result is kept",
            "the {number} parts that give the highest result are kept",
            component.keep_highest,
        )


def _attempts(scheme: Scheme, words: Wording) -> Iterator[str]:
    _ = words.texts.gettext
    for component in scheme.marked():
        if component.attempts < 2:
            continue
        kept = _("the last attempt counts") if component.keep_last else _("the best attempt counts")
        if component.retry_cap is not None:
            cap = words.percent(component.retry_cap)
            kept += ", " + _("attempts after the first count for {cap} at most", cap=cap)
        yield f"{words.about(words.title(component.id), kept)}."


def _bands(plan: Plan, scheme: Scheme, words: Wording) -> Iterator[str]:
    _ = words.texts.gettext
    labels = plan.scale.labels
    parts = [
        _("{grade} from {limit}", grade=words.label(labels[limit.grade]), limit=words.percent(limit.percent))
        for limit in scheme.limits
    ]
    yield _("Grades: {bands}.", bands=words.texts.listed(parts))
    rounding = plan.rounding
    if rounding is not None:
        step = words.texts.number(rounding.to)
        match rounding.mode:
            case "floor":
                yield _("The percent is rounded down to a multiple of {step} before that.", step=step)
            case "ceil":
                yield _("The percent is rounded up to a multiple of {step} before that.", step=step)
            case _:
                yield _("The percent is rounded to the nearest multiple of {step} before that.", step=step)


def _gates(scheme: Scheme, words: Wording) -> Iterator[str]:
    _ = words.texts.gettext
    gates = []
    for component in scheme.walk():
        if component.pass_mark is None:
            continue
        title = words.title(component.id)
        if component.mark == "pass_fail" and not component.parts:
            gates.append(title)
        else:
            gates.append(
                _("{title} (at least {limit})", title=title, limit=words.percent(component.pass_mark))
            )
    if gates:
        yield _("To be passed in any case: {components}.", components=words.texts.listed(gates))


def _missing(scheme: Scheme, words: Wording, *, zero: bool = True) -> Iterator[str]:
    """Say what becomes of missing marks; that they count as zero only with ``zero``."""
    _ = words.texts.gettext
    skipped = _with_policy(scheme, Missing.SKIP, words)
    if skipped:
        yield _("Left out when there is no mark: {components}.", components=skipped)
    awaited = _with_policy(scheme, Missing.INCOMPLETE, words)
    if awaited:
        yield _("The grade stays open until there is a mark: {components}.", components=awaited)
    failing = _with_policy(scheme, Missing.FAIL, words)
    if failing:
        yield _("Failed when there is no mark: {components}.", components=failing)
    if zero and _counts_zeros(scheme, words):
        if skipped or awaited or failing:
            yield _("Any other missing mark counts as zero.")
        else:
            yield _("A missing mark counts as zero.")


def _counts_zeros(scheme: Scheme, words: Wording) -> bool:
    """Tell whether a missing mark is a zero somewhere, in a percent or at a gate."""
    weightless = words.weightless[scheme.route]
    return any(
        component.missing is Missing.ZERO
        and (component.id not in weightless or component.pass_mark is not None)
        for component in scheme.marked()
    )


def _unmarked(plan: Plan, words: Wording) -> str:
    _ = words.texts.gettext
    if plan.fail_unmarked:
        return _("A student without any mark fails.")
    return _("A student without any mark is incomplete.")


def _with_policy(scheme: Scheme, policy: Missing, words: Wording) -> str:
    titles = [words.title(component.id) for component in scheme.marked() if component.missing is policy]
    return words.texts.listed(titles) if titles else ""


def _attendance(plan: Plan, scheme: Scheme, words: Wording) -> Iterator[str]:
    _ = words.texts.gettext
    if scheme.attendance is None:
        return
    for rule in scheme.attendance.rules:
        effect = _("the course is failed") if rule.fail else words.lowering(rule.lower)
        limit = words.percent(rule.above)
        yield _("Absent from more than {limit} of the sessions: {effect}.", limit=limit, effect=effect)
    yield from unrecorded(attendance_settings(plan, scheme.attendance), words)


def attendance_settings(plan: Plan, attendance: AttendancePlan) -> Attendance:
    """Return what the course file says of attendance where the rules of a scheme come from."""
    course = plan.course
    found = course.routes[attendance.scope - 1].attendance if attendance.scope else course.attendance
    assert isinstance(found, Attendance)
    return found


def unrecorded(attendance: Attendance, words: Wording) -> Iterator[str]:
    """Say what an empty cell counts as, where it counts as anything."""
    _ = words.texts.gettext
    if attendance.missing == "present":
        yield _("Where attendance is not recorded, the student counts as present.")
    elif attendance.missing == "absent":
        yield _("Where attendance is not recorded, the student counts as absent.")


def _route(plan: Plan, course: Scheme, route: Scheme, words: Wording) -> Iterator[str]:
    _ = words.texts.gettext
    assert route.route is not None
    found: list[str] = []
    if course.attendance is not None and route.attendance is None:
        found.append(_("no attendance rules."))
    elif route.attendance != course.attendance:
        found += _attendance(plan, route, words)
    if route.components != course.components:
        found += [*_weights(route, words), *_groups(route, words), *_attempts(route, words)]
        zero = not _counts_zeros(course, words)
        found += [*_gates(route, words), *_missing(route, words, zero=zero)]
    if route.limits != course.limits:
        found += list(_bands(plan, route, words))[:1]
    sentences = " ".join(found) or _("graded like the course itself.")
    yield words.about(_("Route {title}", title=words.routes[route.route]), sentences)
