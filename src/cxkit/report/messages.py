"""Notes in words: one short sentence a note, and the reason for a grade as a whole.

Only wording: which notes a student has is decided by grading.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import cast

from cxkit.exact import terminating_decimals
from cxkit.grading.plan import Combine, Plan, Scheme
from cxkit.grading.results import Derivation, Note
from cxkit.locale import Texts

_SILENT = frozenset({"dropped"})
"""Notes that the reason for a grade leaves out: they say how the course computes, not what happened."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Says notes in one language, with the titles of one course."""

    texts: Texts
    titles: Mapping[str, str]
    places: int = 2
    in_percent: frozenset[str] = frozenset()
    """The components whose marks are percents."""
    routes: Mapping[str, str] = field(default_factory=dict)
    """The titles of the course's routes, by id."""
    weightless: Mapping[str | None, frozenset[str]] = field(default_factory=dict)
    """By route, None for the course itself: the components that add nothing to their group or the course."""
    verdicts: bool = False
    """The grades are `pass` and `fail`, which are words of the language here."""

    @classmethod
    def of(cls, plan: Plan, texts: Texts) -> Wording:
        """Return the wording for a planned course."""
        titles = {
            component.id: component.title.get(texts.language, plan.course.language)
            for scheme in reversed(plan.schemes)
            for component in scheme.walk()
        }
        in_percent = {
            component.id
            for scheme in plan.schemes
            for component in scheme.walk()
            if component.mark == "percent" and not component.parts
        }
        routes = {
            scheme.route: scheme.route
            if scheme.title is None
            else scheme.title.get(texts.language, plan.course.language)
            for scheme in plan.schemes
            if scheme.route is not None
        }
        weightless = {scheme.route: frozenset(_weightless(scheme)) for scheme in plan.schemes}
        verdicts = plan.course.scale == "pass-fail"
        return cls(texts, titles, plan.decimals, frozenset(in_percent), routes, weightless, verdicts)

    def title(self, component: str) -> str:
        """Return what people call a component."""
        return self.titles.get(component, component)

    def label(self, grade: str) -> str:
        """Return a grade as people see it: its label on the scale, or passed or failed in their language."""
        if not self.verdicts:
            return grade
        return self.texts.gettext("fail") if grade == "fail" else self.texts.gettext("pass")

    def graded(self, grade: str) -> str:
        """Return a grade within a sentence: ``grade 5``, ``pass``."""
        label = self.label(grade)
        return label if self.verdicts else self.texts.gettext("grade {grade}", grade=label)

    def note(self, note: Note, route: str | None = None) -> str:
        """Return the sentence of a note, without a capital and a full stop, so that several can be joined.

        ``route`` is the one by which the student is graded.
        """
        sentence = self._sentence(note, route)
        return sentence if note.component is None else self.about(self.title(note.component), sentence)

    def _sentence(self, note: Note, route: str | None) -> str:
        uncounted = note.component in self.weightless.get(route, ())
        if note.code == "missing" and note.values["policy"] == "zero" and uncounted:
            return self.texts.gettext("no mark")
        if note.code == "capped" and note.component is not None:
            return self.capped(note.component, cast(Fraction, note.values["maximum"]))
        return _SENTENCES[note.code](self, note.values, note.component is not None)

    def about(self, title: str, sentence: str) -> str:
        """Put a title before what is said of it; after a title with a colon in it stands a dash."""
        if ":" in title:
            return self.texts.gettext("{title} – {sentence}", title=title, sentence=sentence)
        return self.texts.gettext("{title}: {sentence}", title=title, sentence=sentence)

    def capped(self, component: str, maximum: Fraction) -> str:
        """Say that a mark above the maximum, in points or in percent, counts as the maximum."""
        if component in self.in_percent:
            return self.texts.gettext("mark above 100%, counts as 100%")
        number = self.texts.number(maximum)
        return self.texts.gettext("mark above the maximum, counts as {maximum}", maximum=number)

    def reason(self, derivation: Derivation) -> str:
        """Return why a student got the grade, on one line; a route comes first, since its rules hold."""
        return "; ".join(reason for reason, _ in self._reasons(derivation))

    def sentence(self, derivation: Derivation) -> str:
        """Return the reason for a grade as a sentence; a component's title keeps its first letter."""
        titled = next((titled for _, titled in self._reasons(derivation)), False)
        reason = self.reason(derivation)
        return f"{reason}." if titled else f"{reason[:1].upper()}{reason[1:]}."

    def _reasons(self, derivation: Derivation) -> Iterator[tuple[str, bool]]:
        """Yield the reasons, each with whether it begins with the title of a component."""
        if derivation.route is not None:
            yield self.texts.gettext("route {title}", title=self.routes[derivation.route]), False
        band = next((step.values for step in derivation.steps if step.code == "band"), None)
        if band is not None:
            yield self.about(self.band(band), self.graded(cast(str, band["grade"]))), False
        failing = {note.component for note in derivation.notes if note.values.get("policy") == "fail"}
        told = [
            note
            for note in derivation.notes
            if note.code not in _SILENT and not (note.code == "not_passed" and note.component in failing)
        ]
        alike = [(self._sentence(note, derivation.route), note.component) for note in told]
        for sentence in dict.fromkeys(sentence for sentence, _ in alike):
            titles = [self.title(id_) for said, id_ in alike if said == sentence and id_ is not None]
            yield (self.about(self.texts.listed(titles), sentence) if titles else sentence), bool(titles)

    def band(self, values: Mapping[str, object]) -> str:
        """Return which limit decided the grade by percent."""
        limit, above = values["limit"], values["next_limit"]
        if limit is None:
            return self.texts.gettext("below {limit}", limit=self.percent(cast(Fraction, above)))
        return self.texts.gettext("at least {limit}", limit=self.percent(cast(Fraction, limit)))

    def percent(self, value: Fraction) -> str:
        """Write a limit, weight or cap in percent: without needless zeros, none of its decimals lost."""
        decimals = terminating_decimals(value)
        return self.texts.percent(value, self.places if decimals is None else decimals)

    def share(self, share: Fraction, above: Fraction | None) -> str:
        """Write a share of absence (0-1) in percent, never on the other side of the limit it exceeds."""
        percent = share * 100
        shown = Fraction(percent * 100 // 1, 100)
        if above is not None and shown <= above < percent:
            shown += Fraction(1, 100)
        return self.texts.percent(shown)

    def absence(self, values: Mapping[str, object]) -> str:
        """Say how much was missed: sessions and share, or the share alone."""
        share = self.share(cast(Fraction, values["share"]), cast("Fraction | None", values["above"]))
        absent, total = values["absent"], values["total"]
        if absent is None or total is None:
            return self.texts.gettext("absent {share}", share=share)
        return self.texts.gettext(
            "absent {absent}/{total} ({share})",
            absent=self.texts.number(cast(Fraction, absent)),
            total=self.texts.number(cast(Fraction, total)),
            share=share,
        )

    def lowering(self, steps: int) -> str:
        """Say that attendance lowers a grade."""
        return self.texts.ngettext("grade lowered by one", "grade lowered by {number} steps", steps)


def _weightless(scheme: Scheme) -> Iterator[str]:
    yield from (component.id for component in scheme.components if not component.weight)
    for group in scheme.walk():
        if group.combine is Combine.WEIGHTED:
            yield from (part.id for part in group.parts if not part.weight)


Values = Mapping[str, object]


def _excused(words: Wording, _values: Values, _component: bool) -> str:
    return words.texts.gettext("excused, left out")


def _missing(words: Wording, values: Values, _component: bool) -> str:
    _ = words.texts.gettext
    match values["policy"]:
        case "skip":
            return _("no mark, left out")
        case "fail":
            return _("no mark, so the course is failed")
        case _:
            return _("no mark, counts as zero")


def _incomplete(words: Wording, _values: Values, component: bool) -> str:
    _ = words.texts.gettext
    if component:
        return _("no mark yet, so the grade is open")
    return _("nothing that counts is left to grade")


def _retry_capped(words: Wording, values: Values, _component: bool) -> str:
    return words.texts.gettext(
        "attempt {attempt} counts for {cap} at most",
        attempt=values["attempt"],
        cap=words.percent(cast(Fraction, values["cap"])),
    )


def _dropped(words: Wording, _values: Values, _component: bool) -> str:
    return words.texts.gettext("dropped")


def _not_passed(words: Wording, values: Values, _component: bool) -> str:
    _ = words.texts.gettext
    percent, pass_mark = values["percent"], values["pass_mark"]
    if percent is None:
        return _("not passed, no mark")
    if pass_mark is None:
        return _("not passed")
    needed = cast(Fraction, pass_mark)
    places = max(words.places, terminating_decimals(needed) or 0)
    return _(
        "{percent}, not passed (at least {needed} is needed)",
        percent=words.texts.percent(cast(Fraction, percent), places),
        needed=words.percent(needed),
    )


def _no_marks(words: Wording, _values: Values, _component: bool) -> str:
    return words.texts.gettext("no marks at all")


def _attendance_lowered(words: Wording, values: Values, _component: bool) -> str:
    return words.texts.gettext(
        "{absence}, above {limit}: {effect}",
        absence=words.absence(values),
        limit=words.percent(cast(Fraction, values["above"])),
        effect=words.lowering(cast(int, values["lower"])),
    )


def _attendance_failed(words: Wording, values: Values, _component: bool) -> str:
    return words.texts.gettext(
        "{absence}, above {limit}: {effect}",
        absence=words.absence(values),
        limit=words.percent(cast(Fraction, values["above"])),
        effect=words.texts.gettext("the course is failed"),
    )


def _close_to(words: Wording, values: Values, _component: bool) -> str:
    # Rounded up, so that the gap and the percent, which is rounded down, add up to the limit.
    gap = cast(Fraction, values["gap"])
    scale = 10**words.places
    shown = words.texts.number(Fraction(-(-gap * scale // 1), scale))
    if words.verdicts:
        return words.texts.gettext("{gap} percentage points short of a pass", gap=shown)
    return words.texts.gettext(
        "{gap} percentage points short of grade {grade}", gap=shown, grade=values["grade"]
    )


_SENTENCES: dict[str, Callable[[Wording, Values, bool], str]] = {
    "excused": _excused,
    "missing": _missing,
    "incomplete": _incomplete,
    "retry_capped": _retry_capped,
    "dropped": _dropped,
    "not_passed": _not_passed,
    "no_marks": _no_marks,
    "attendance_lowered": _attendance_lowered,
    "attendance_failed": _attendance_failed,
    "close_to": _close_to,
}
