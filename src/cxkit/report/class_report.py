"""The class report: the course and its rules, how the class did, who needs a decision, all grades.

Prepares what the template shows, in one language; the template decides how it looks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from cxkit.grading.plan import Plan
from cxkit.grading.results import Derivation
from cxkit.locale import Texts
from cxkit.report.messages import Wording
from cxkit.report.render import render
from cxkit.report.rules import rules
from cxkit.report.terminal_table import bar_length, counts
from cxkit.report.views import (
    ComponentStatistics,
    Summary,
    bars,
    decisions,
    lacks_a_gate,
    statistics,
    summarise,
)

_LONGEST_BAR = 40
NONE = "–"


@dataclass(frozen=True, slots=True)
class Line:
    """A student in the report; ``percent`` and ``grade`` are a dash where there is none."""

    id: str
    name: str
    percent: str
    grade: str
    reason: str

    @property
    def who(self) -> str:
        """Return the id, and the name where the roster has one."""
        return f"{self.id} {self.name}" if self.name else self.id


@dataclass(frozen=True, slots=True)
class Bar:
    """A grade of the distribution (or those who have none yet), with a bar of signs."""

    grade: str
    count: str
    bar: str


@dataclass(frozen=True, slots=True)
class Figures:
    """The statistics of a component as text; ``passed``, a sentence, only for pass/fail ones."""

    title: str
    count: str
    passed: str | None
    numbers: tuple[str, ...]


def class_report(plan: Plan, derivations: Sequence[Derivation], texts: Texts) -> str:
    """Return the class report as Markdown."""
    words = Wording.of(plan, texts)
    summary = summarise(plan, derivations)
    picked = decisions(plan, derivations)
    figures = [_figures(found, words) for found in statistics(plan, derivations)]
    return render(
        "class_report.md",
        texts,
        title=plan.course.title.get(texts.language, plan.course.language),
        facts=" · ".join(_facts(plan, texts)),
        counts=counts(summary, texts),
        rules=rules(plan, words),
        bars=list(_bars(summary, words)),
        components=[figure for figure in figures if figure.passed is None],
        pass_fail=[figure for figure in figures if figure.passed is not None],
        close=[_close(derivation, words) for derivation in picked.close],
        failed=[_line(derivation, words) for derivation in picked.failed],
        incomplete=[_line(derivation, words) for derivation in picked.incomplete],
        students=[_line(derivation, words) for derivation in derivations],
    )


def _facts(plan: Plan, texts: Texts) -> Iterator[str]:
    course = plan.course
    yield course.id
    for fact in (course.programme, course.group, course.campus):
        if fact is not None:
            yield fact.get(texts.language, course.language)
    credits_ = Fraction(course.credits)
    if credits_ == 1:
        yield texts.gettext("1 credit")
    else:
        yield texts.gettext("{amount} credits", amount=texts.number(credits_))
    if course.period is not None:
        yield f"{texts.date(course.period.start)}–{texts.date(course.period.end)}"


def _bars(summary: Summary, words: Wording) -> Iterator[Bar]:
    grades = bars(summary, words.texts.gettext("incomplete"), words.label)
    most = max(count for _, count in grades)
    for grade, count in grades:
        yield Bar(grade, words.texts.count(count), "█" * bar_length(count, most, _LONGEST_BAR))


def _figures(found: ComponentStatistics, words: Wording) -> Figures:
    texts = words.texts
    numbers = (
        found.mean,
        found.minimum,
        found.lower_quartile,
        found.median,
        found.upper_quartile,
        found.maximum,
    )
    title, count = words.title(found.id), texts.count(found.count)
    passed = None
    if found.passed is not None:
        said = texts.gettext("{passed} of {count} passed", passed=texts.count(found.passed), count=count)
        passed = f"{words.about(title, said)}."
    return Figures(
        title=title,
        count=count,
        passed=passed,
        numbers=tuple(_number(number, texts) for number in numbers),
    )


def _number(number: Decimal | None, texts: Texts) -> str:
    return NONE if number is None else texts.number(number, 2)


def _close(derivation: Derivation, words: Wording) -> Line:
    """Return a student close to the next grade, and whether a gate stands in the way besides."""
    line = _line(derivation, words)
    if not lacks_a_gate(derivation):
        return line
    remark = words.texts.gettext("The limit alone is not enough: a gate is not passed either.")
    return replace(line, reason=f"{line.reason} {remark}")


def _line(derivation: Derivation, words: Wording) -> Line:
    percent = derivation.percent
    return Line(
        id=derivation.id,
        name=derivation.name,
        percent=NONE if percent is None else words.texts.number(percent, words.places),
        grade=NONE if derivation.grade is None else words.label(derivation.grade),
        reason=words.sentence(derivation),
    )
