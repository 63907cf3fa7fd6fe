"""The worked cases of a course file: each is graded, and one that comes out otherwise is a finding.

Marks are read as a roster's are, and graded by `derive`, so nothing here needs a dataframe. What a
case may name at all has been judged by the course rules.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from cxkit.checks.reasons import decimal, reason
from cxkit.course.rules.book import whole_course
from cxkit.course.rules.worked import route_number, scope_of_test
from cxkit.documents.diagnostics import Severity
from cxkit.documents.nearness import listed
from cxkit.documents.problem import shown
from cxkit.documents.rule import Rule
from cxkit.exact import SCALE, floor_to, fraction_of
from cxkit.grading.derive import derive
from cxkit.grading.plan import Plan, Scheme, compile_plan
from cxkit.grading.results import Derivation
from cxkit.grading.student import Mark, Student
from cxkit.roster.marks import (
    BadMark,
    MarkGrammar,
    MarkState,
    Unit,
    amount,
    grammar_for,
    read_mark,
    read_number,
)

if TYPE_CHECKING:
    from cxkit.course.attendance import Attendance
    from cxkit.course.model import Course, WorkedTest
    from cxkit.documents.diagnostics import Diagnostic
    from cxkit.documents.document import Document, Path_

MARK = Rule(
    "CX176",
    "worked-mark-impossible",
    Severity.ERROR,
    "course",
    checks="A worked test gives marks as a cell of the roster could hold them.",
    why="No student can have such a mark, so the case would show nothing.",
    bad=whole_course("""
        tests:
          - {name: half the points pass, given: {exam: 20}, grade: 1}
          - {name: one point less fails, given: {exam: 190}, grade: 0}
        """),
    good=whole_course("""
        tests:
          - {name: half the points pass, given: {exam: 20}, grade: 1}
          - {name: one point less fails, given: {exam: 19}, grade: 0}
        """),
)

ABSENCE = Rule(
    "CX177",
    "worked-absence-impossible",
    Severity.ERROR,
    "course",
    checks="A worked test gives no more absences than there are sessions, and none where their number is not "
    "known.",
    why="Absence is judged as a share of the sessions.",
    bad=whole_course("""
        sessions: [{date: 2026-01-13}, {date: 2026-01-20}]
        attendance: {column: {absent: Absences}, rules: [{above: 50, fail: true}]}
        tests:
          - {name: both sessions missed, given: {exam: 40, absent: 3}, grade: 0}
        """),
    good=whole_course("""
        sessions: [{date: 2026-01-13}, {date: 2026-01-20}]
        attendance: {column: {absent: Absences}, rules: [{above: 50, fail: true}]}
        tests:
          - {name: both sessions missed, given: {exam: 40, absent: 2}, grade: 0}
        """),
)

OUTCOME = Rule(
    "CX178",
    "worked-test-fails",
    Severity.ERROR,
    "course",
    checks="Each worked test, graded by the rules of the file, has the percent, the grade and the status "
    "that are written.",
    why="Either the rules do not mean what was agreed, or somebody has changed them without meaning to "
    "change this.",
    bad=whole_course("""
        tests:
          - {name: half the points pass, given: {exam: 20}, grade: 2}
          - {name: one point less fails, given: {exam: 19}, grade: 0}
        """),
    good=whole_course("""
        tests:
          - {name: half the points pass, given: {exam: 20}, grade: 1}
          - {name: one point less fails, given: {exam: 19}, grade: 0}
        """),
)

RULES = (MARK, ABSENCE, OUTCOME)
"""The rules that take grading to judge."""

WHOLE = Fraction(100)


@dataclass(slots=True)
class _UnreadableError(Exception):
    """A value of a case that cannot be read: code, key under `given`, and what to say."""

    code: str
    key: tuple[str | int, ...]
    message: str
    hint: str


def failed_cases(course: Course, document: Document) -> Iterator[Diagnostic]:
    """Grade every worked case of a course whose rules hold; yield what does not come out."""
    if not course.tests:
        return
    plan = compile_plan(course)
    rows: dict[int, tuple[_Cells, ...]] = {}
    for number, case in enumerate(course.tests):
        where: Path_ = ("tests", number)
        route = _route(plan, case)
        if route not in rows:
            rows[route] = tuple(_row(plan, plan.schemes[route], case))
        try:
            student = _student(plan, case, route, rows[route])
        except _UnreadableError as problem:
            at = (*where, "given", *problem.key)
            yield document.diagnostic(problem.code, problem.message, at=at, hint=problem.hint)
            continue
        derivation = derive(plan, student)
        wrong = list(_differences(plan, case, derivation))
        if wrong:
            yield document.diagnostic(
                OUTCOME.code,
                f"{_named(case, course)}: expected {_and(want for want, _ in wrong)}, "
                f"got {_and(got for _, got in wrong)}",
                at=where,
                hint=f"It was graded as {_why(plan, derivation)}; correct the case or the rule.",
            )


def _named(case: WorkedTest, course: Course) -> str:
    return f"The worked test {shown(case.name.get(course.language))} does not come out as written"


def _student(plan: Plan, case: WorkedTest, route: int, row: tuple[_Cells, ...]) -> Student:
    marks = {cells.id: _marks(cells, case.given.get(cells.id, "")) for cells in row}
    absent, total = _absence(plan, route, case)
    return Student(id="", route=route, marks=marks, absent=absent, total=total)


def _route(plan: Plan, case: WorkedTest) -> int:
    given = case.given.get("route", "")
    number = route_number(plan.course, given) if isinstance(given, str) else None
    return 0 if number is None else number + 1


@dataclass(frozen=True, slots=True)
class _Cells:
    """What a row of marks holds for one component: how many attempts, and how each is read."""

    id: str
    attempts: int
    grammar: MarkGrammar


def _row(plan: Plan, scheme: Scheme, case: WorkedTest) -> Iterator[_Cells]:
    """Yield the cells of the components that a case, and every other case on its route, gives marks for."""
    attempts = {component.id: component.attempts for component in scheme.marked()}
    for place in scope_of_test(plan.course, case).places():
        id_ = place.component.id
        if id_ in attempts:
            grammar = grammar_for(place.component, plan.course, over_max=place.over_max)
            if grammar.decimal_mark is not None:
                # A course file has decimal points, whatever mark its rosters use.
                grammar = replace(grammar, decimal_mark=None)
            yield _Cells(id_, attempts[id_], grammar)


def _marks(cells: _Cells, given: str | tuple[str, ...]) -> tuple[Mark, ...]:
    if isinstance(given, str):
        read = [_mark(given, cells.grammar, (cells.id,))] if given else []
    else:
        read = [_mark(cell, cells.grammar, (cells.id, number)) for number, cell in enumerate(given)]
    if len(read) < cells.attempts:
        read += [Mark(MarkState.EMPTY, cells.grammar.unit)] * (cells.attempts - len(read))
    return tuple(read)


def _mark(cell: str, grammar: MarkGrammar, key: tuple[str | int, ...]) -> Mark:
    reading = read_mark(cell, grammar)
    if isinstance(reading, BadMark):
        raise _UnreadableError(MARK.code, key, reading.message, _what_can_be(grammar))
    return Mark(reading.state, grammar.unit, reading.value)


def _what_can_be(grammar: MarkGrammar) -> str:
    """Say what a case may give; what a roster's reader advises is about gradebooks and their exports."""
    if grammar.scale is not None:
        return f"Give a grade of the scale, which has {listed(grammar.scale.labels)}."
    numbers = ["up to 9 digits before and 6 after a decimal point"]
    if grammar.low is not None:
        numbers.insert(0, f"not below {amount(grammar.low)}")
    if grammar.high is not None and grammar.over_max == "error":
        numbers.insert(1, f"not above {amount(grammar.high)} unless `over_max` lets it")
    number = f"a plain number, {', '.join(numbers)}"
    if grammar.unit is not Unit.PASS_FAIL:
        return f"Give {number}."
    return "Give pass or fail." if grammar.pass_limit is None else f"Give pass or fail, or {number}."


def _absence(plan: Plan, route: int, case: WorkedTest) -> tuple[Fraction | None, Fraction | None]:
    """Return sessions missed and held; what the case does not say counts as present."""
    rules = plan.schemes[route].attendance
    if rules is None:
        return None, None
    key = next((key for key in ("absent", "attended") if key in case.given), None)
    total = WHOLE if rules.by_percent else _sessions(plan.course, _settings(plan.course, route))
    if key is None:
        return (None, None) if total is None else (Fraction(0), total)
    if total is None:
        message = "The course file does not say of how many sessions"
        raise _UnreadableError(ABSENCE.code, (key,), message, "Give attendance.sessions or a timetable.")
    read = read_number(str(case.given[key]))
    assert not isinstance(read, BadMark), "the rules let only plain numbers pass"
    sessions = Fraction(read.value, SCALE)
    if not 0 <= sessions <= total:
        message = f"{case.given[key]} is not between 0 and the {total} sessions of the course"
        raise _UnreadableError(ABSENCE.code, (key,), message, "Correct the case, or the number of sessions.")
    return (sessions if key == "absent" else total - sessions), total


def _settings(course: Course, route: int) -> Attendance | None:
    own = course.routes[route - 1].attendance if route else None
    return course.attendance if own is None or isinstance(own, bool) else own


def _sessions(course: Course, settings: Attendance | None) -> Fraction | None:
    declared = settings.sessions if settings is not None else None
    held = declared if declared is not None else sum(session.taught for session in course.sessions)
    return Fraction(held) if held else None


def _differences(plan: Plan, case: WorkedTest, found: Derivation) -> Iterator[tuple[str, str]]:
    """Yield what was expected and what came out, wherever the two differ."""
    if "percent" in case.model_fields_set and not _agrees(plan, case, found):
        yield f"percent {_shown(case.percent)}", f"percent {_percent(plan, found)}"
    if "grade" in case.model_fields_set:
        wanted = None if case.grade is None else plan.scale.index(case.grade)
        got = None if found.grade is None else plan.scale.index(found.grade)
        if wanted != got:
            yield f"grade {_shown(case.grade)}", f"grade {_shown(found.grade)}"
    if case.status is not None and case.status != found.status.value:
        yield f"status {case.status}", f"status {found.status.value}"


def _agrees(plan: Plan, case: WorkedTest, found: Derivation) -> bool:
    if case.percent is None or found.percent is None:
        return case.percent is None and found.percent is None
    if found.percent == fraction_of(case.percent):
        return True
    return floor_to(found.percent, plan.decimals) == case.percent


def _percent(plan: Plan, found: Derivation) -> str:
    if found.percent is None:
        return "none"
    return decimal(found.percent, plan.decimals)


def _shown(value: object) -> str:
    return "none" if value is None else str(value)


def _why(plan: Plan, found: Derivation) -> str:
    said = [f"percent {_percent(plan, found)}", f"base grade {_shown(found.base_grade)}"]
    said += [f"grade {_shown(found.grade)}", found.status.value]
    reasons = "; ".join(filter(None, (reason(note, plan.decimals) for note in found.notes)))
    return ", ".join(said) + (f" ({reasons})" if reasons else "")


def _and(texts: Iterator[str] | list[str]) -> str:
    *first, last = texts
    return f"{', '.join(first)} and {last}" if first else last
