"""What a journey's picture says in words under its title: four findings, each with where and how much."""

from __future__ import annotations

from dataclasses import dataclass

from cxkit.canvas.completeness import completeness
from cxkit.canvas.journey import Journey, Touchpoint
from cxkit.canvas.kind import own_kind
from cxkit.canvas.metrics import has_metric
from cxkit.canvas.standouts import best_opportunities
from cxkit.canvas.workspace import Workspace
from cxkit.locale.texts import Texts
from cxkit.report.canvas.emotion import Feelings
from cxkit.report.canvas.figures import method_words, result_figure, signed


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding: what it is about, where, and the figures."""

    about: str
    where: str
    figures: str


def findings(journey: Journey, series: list[Feelings], texts: Texts, workspace: Workspace) -> list[Finding]:
    """Return the lowest point, the widest gap, the best opportunity for its effort, and coverage.

    Of several points that are equal, the first is named, with how many others there are.
    """
    names = [
        f"{number} {one.called.get(texts.language, journey.language or texts.language)}"
        for number, (_, _, one) in enumerate(journey.touchpoints(), 1)
    ]
    touchpoints = [one for _, _, one in journey.touchpoints()]
    return [
        _lowest(names, touchpoints, series, texts),
        *_gap(names, series, texts),
        _best(journey, texts),
        _coverage(journey, touchpoints, texts, workspace),
    ]


def _lowest(names: list[str], touchpoints: list[Touchpoint], series: list[Feelings], texts: Texts) -> Finding:
    _ = texts.gettext
    known = [
        (value, at, one.name)
        for one in series
        for at, value in enumerate(one.values)
        if value is not None
    ]  # fmt: skip
    if not known:
        return Finding(_("Lowest point"), _("not known"), _("no emotions are given"))
    value, at, _name = min(known, key=lambda found: found[:2])
    who = [name for other, place, name in known if (other, place) == (value, at)]
    felt = f"{texts.listed(who)} {signed(value, texts)}"
    others = len({place for other, place, _name in known if other == value}) - 1
    where = _with_others(names[at], others, texts)
    return Finding(_("Lowest point"), where, ", ".join([felt, *_measured(touchpoints[at], texts)]))


def _with_others(name: str, others: int, texts: Texts) -> str:
    """Return the name of the first of several, with how many others are like it."""
    if not others:
        return name
    return texts.ngettext("{name} and {number} other", "{name} and {number} others", others, name=name)


def _measured(touchpoint: Touchpoint, texts: Texts) -> list[str]:
    """The first figure on a scale that is known of a touchpoint, in a few words."""
    for data in touchpoint.data_items:
        figure, unit = result_figure(data, texts)
        if figure and data.method and data.scale is not None:
            said = f"{method_words(data.method, texts)} {figure} {unit}".rstrip()
            answers = data.result.n if data.result is not None else None
            return [said if answers is None else f"{said} (n = {texts.count(answers)})"]
    return []


def _gap(names: list[str], series: list[Feelings], texts: Texts) -> list[Finding]:
    _ = texts.gettext
    gaps = []
    for at in range(len(names)):
        known = [value for one in series if (value := one.values[at]) is not None]
        gaps.append(max(known) - min(known) if known else 0)
    if len(series) < 2:
        return []
    if not any(value is not None for one in series for value in one.values):
        return [Finding(_("Widest gap between personas"), _("not known"), _("no emotions are given"))]
    widest = max(gaps)
    if widest == 0:
        return [Finding(_("Widest gap between personas"), _("no difference"), _("they feel the same"))]
    first = gaps.index(widest)
    felt = [
        f"{one.name} {signed(value, texts)}"
        for one in series
        if (value := one.values[first]) is not None
    ]  # fmt: skip
    where = _with_others(names[first], gaps.count(widest) - 1, texts)
    return [Finding(_("Widest gap between personas"), where, ", ".join(felt))]


def _best(journey: Journey, texts: Texts) -> Finding:
    _ = texts.gettext
    about = _("Best opportunity for its effort")
    known = best_opportunities(journey)
    if not known:
        return Finding(about, _("not known"), _("no opportunity has its effort"))
    chance = known[0].opportunity
    figures = _(
        "customer {customer}, business {business}, effort {effort} / 5",
        customer=texts.number(chance.customer_value) if chance.customer_value is not None else "–",
        business=texts.number(chance.business_value) if chance.business_value is not None else "–",
        effort=chance.effort,
    )
    assert chance.text is not None
    words = chance.text.get(texts.language, journey.language or texts.language)
    return Finding(about, f"{known[0].number} {words}", figures)


def _coverage(journey: Journey, touchpoints: list[Touchpoint], texts: Texts, workspace: Workspace) -> Finding:
    _ = texts.gettext
    critical = [one for one in touchpoints if one.critical]
    where = texts.ngettext("{number} touchpoint", "{number} touchpoints", len(touchpoints))
    where += ", " + texts.ngettext("{number} critical", "{number} critical ones", len(critical))
    share = texts.percent(completeness(journey, own_kind("journey")).percent, 0)
    if not critical:
        return Finding(_("Coverage"), where, _("{filled} filled", filled=share))
    figures = _(
        "{measured} / {critical} of the critical measured · {filled} filled",
        measured=sum(has_metric(one, journey, workspace) for one in critical),
        critical=len(critical),
        filled=share,
    )
    return Finding(_("Coverage"), where, figures)
