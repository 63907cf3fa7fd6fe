"""What a page shows of a data item and of an opportunity: figures in words, and shares for drawing them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from cxkit.canvas.data import DataItem, Result
from cxkit.canvas.journey import Opportunity
from cxkit.locale.texts import Texts
from cxkit.report.canvas.figures import SMALL_N, signed
from cxkit.report.canvas.html_text import Wording
from cxkit.report.canvas.teller import Teller


@dataclass(frozen=True, slots=True)
class Scale:
    """Where a result stands on its scale, in percent of the way, and where zero does if inside."""

    low: str
    high: str
    place: str
    zero: str


@dataclass(frozen=True, slots=True)
class Metric:
    """A data item with its newest result; ``figure`` is empty where there is none."""

    name: Markup
    item: Markup
    figure: str
    unit: Markup
    scale: Scale | None
    answers: str
    is_small: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """One judgement of an opportunity: what, how much of how much, and the share in percent."""

    name: str
    figure: str
    most: int
    share: str
    steps: int


@dataclass(frozen=True, slots=True)
class Chance:
    """An opportunity with its bars."""

    text: Markup
    bars: tuple[Bar, ...]


def metric(data: DataItem, teller: Teller, wording: Wording) -> Metric:
    """Return what is shown of a data item."""
    texts = teller.texts
    method = teller.method(data.method)
    item = wording.write(data.item)
    name = wording.mark(method) if method else item or wording.mark(data.id)
    result = data.result
    if result is None or result.value is None:
        return Metric(name, item if method else Markup(""), "", Markup(""), None, "", False)
    below_zero = data.scale is not None and data.scale[0] < 0
    unit = wording.write(result.unit)
    if not unit and data.scale is not None and not below_zero:
        unit = Markup(f"/ {texts.number(data.scale[1])}")
    return Metric(
        name,
        item if method else Markup(""),
        signed(result.value, texts) if below_zero else texts.amount(result.value),
        unit,
        _scale(data, result.value, texts),
        texts.count(result.n) if result.n is not None else "",
        _is_small(result),
    )


def chance(opportunity: Opportunity, texts: Texts, wording: Wording) -> Chance:
    """Return what is shown of an opportunity."""
    _ = texts.gettext
    known = [
        (_("Customer"), opportunity.customer_value, 100),
        (_("Business"), opportunity.business_value, 100),
        (_("Effort"), opportunity.effort, 5),
    ]
    bars = [
        Bar(name, texts.number(value), most, percent(Decimal(value) / most), int(value) if most == 5 else 0)
        for name, value, most in known
        if value is not None
    ]
    return Chance(wording.write(opportunity.text), tuple(bars))


def percent(share: Decimal) -> str:
    """Write a share of 0-1 for a style sheet, in percent with at most two decimals."""
    shown = (min(max(share, Decimal(0)), Decimal(1)) * 100).quantize(Decimal("0.01"))
    return f"{shown:f}".rstrip("0").rstrip(".") + "%"


def _scale(data: DataItem, value: Decimal, texts: Texts) -> Scale | None:
    if data.scale is None:
        return None
    low, high = data.scale
    zero = percent(-low / (high - low)) if low < 0 < high else ""
    return Scale(texts.number(low), texts.number(high), percent((value - low) / (high - low)), zero)


def _is_small(result: Result) -> bool:
    return result.n is not None and result.n < SMALL_N
