"""What a journey's picture says in words under its title: four findings, each with where and how much."""

from __future__ import annotations

from dataclasses import dataclass

from cxkit.canvas.completeness import completeness
from cxkit.canvas.journey import Journey, Touchpoint
from cxkit.canvas.kind import own_kind
from cxkit.canvas.standouts import best_opportunities
from cxkit.locale.texts import Texts
from cxkit.report.canvas.emotion import Feelings
from cxkit.report.canvas.figures import method_words, result_figure, signed


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding: what it is about, where, and the figures."""

    about: str
    where: str
    figures: str


def findings(journey: Journey, series: list[Feelings], texts: Texts) -> list[Finding]:
    """Return the lowest point, the widest gap, the best opportunity for its effort, and coverage."""
    names = [
        f"{number} {one.called.get(texts.language, journey.language or texts.language)}"
        for number, (_, _, one) in enumerate(journey.touchpoints(), 1)
    ]
    touchpoints = [one for _, _, one in journey.touchpoints()]
    return [
        _lowest(names, touchpoints, series, texts),
        *_gap(names, series, texts),
        _best(journey, texts),
        _coverage(journey, touchpoints, texts),
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
    return Finding(_("Lowest point"), names[at], ", ".join([felt, *_measured(touchpoints[at], texts)]))


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
    widest: tuple[int, int] | None = None
    for at in range(len(names)):
        values = [one.values[at] for one in series]
        known = [value for value in values if value is not None]
        gap = max(known) - min(known) if len(known) > 1 else 0
        if gap and (widest is None or gap > widest[0]):
            widest = (gap, at)
    if len(series) < 2:
        return []
    if not any(value is not None for one in series for value in one.values):
        return [Finding(_("Widest gap between personas"), _("not known"), _("no emotions are given"))]
    if widest is None:
        return [Finding(_("Widest gap between personas"), _("none identified"), _("they feel the same"))]
    felt = [
        f"{one.name} {signed(value, texts)}"
        for one in series
        if (value := one.values[widest[1]]) is not None
    ]  # fmt: skip
    return [Finding(_("Widest gap between personas"), names[widest[1]], ", ".join(felt))]


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


def _coverage(journey: Journey, touchpoints: list[Touchpoint], texts: Texts) -> Finding:
    _ = texts.gettext
    critical = [one for one in touchpoints if one.critical]
    where = texts.ngettext("{number} touchpoint", "{number} touchpoints", len(touchpoints))
    where += ", " + texts.ngettext("{number} critical", "{number} critical ones", len(critical))
    share = texts.percent(completeness(journey, own_kind("journey")).percent, 0)
    if not critical:
        return Finding(_("Coverage"), where, _("{filled} filled", filled=share))
    figures = _(
        "{measured} / {critical} of the critical measured · {filled} filled",
        measured=sum(bool(one.data_items) for one in critical),
        critical=len(critical),
        filled=share,
    )
    return Finding(_("Coverage"), where, figures)
