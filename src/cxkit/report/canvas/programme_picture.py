"""A CX plan on a sheet: the aim, the steps, critical points with their metrics, means, who hears of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from cxkit.canvas.kind import Asked
from cxkit.canvas.programme import CriticalPoint, Incentive, Programme
from cxkit.documents.base import Text
from cxkit.report.canvas.items import Columns, Item, Space, Stack
from cxkit.report.canvas.layout import ROOM, Layout, even_columns
from cxkit.report.canvas.picture import Picture
from cxkit.report.canvas.setting import Setting, Words
from cxkit.report.canvas.steps import Steps
from cxkit.report.canvas.tables import table
from cxkit.report.canvas.tokens import ThemeName
from cxkit.report.canvas.view import View


def programme_picture(view: View[Programme], theme: ThemeName = "light") -> Picture:
    """Return the picture of a plan."""
    return _Plan(view, theme).draw()


class _Plan:
    def __init__(self, view: View[Programme], theme: ThemeName) -> None:
        self.view, self.plan = view, view.canvas
        self.sheet = Layout(view, theme)
        self.setting: Setting = self.sheet.setting
        self.asked: dict[str, Asked] = {one.id: one for one in view.kind.fields}

    def draw(self) -> Picture:
        sheet, plan, setting = self.sheet, self.plan, self.setting
        sheet.head()
        sheet.row(
            self._title("goal"), self._notes("goal", ROOM - 120, size=24, leading=33), rule=False, drop=8
        )
        self._pair("for_whom", "core_journey")
        steps = Steps.of(plan.steps, setting, ROOM) if plan.steps else self._notes("steps", ROOM)
        sheet.row(self._title("steps"), steps)
        sheet.row(self._title("critical_points"), self._critical_points())
        self._four(("resources", "time", "investment", "owner"), self.setting.texts.gettext("Means"))
        self._pair("business_value", "customers_take_part")
        self._pair("incentives", "systems")
        sheet.row(self._title("communication"), self._parts("communication", self._communication()))
        sheet.row(self._title("ecosystem"), self._parts("ecosystem", self._ecosystem()))
        sheet.rule(strong=True)
        sheet.space(16)
        sheet.foot()
        return sheet.picture(self._description())

    def _title(self, key: str) -> Text:
        return self.asked[key].title

    def _notes(self, key: str, room: float, *, size: float = 13, leading: float = 19) -> Item:
        value: Any = getattr(self.plan, key)
        question = self.asked[key].question
        if key == "incentives":
            return self._incentives(value, room)
        if key == "core_journey":
            return self._journey(room)
        notes = (value,) if isinstance(value, Text) else value or ()
        return self.setting.notes(notes, room, size=size, leading=leading, empty=question or "")

    def _journey(self, room: float) -> Item:
        """The journey's title where the folder holds it, else its id."""
        name = self.plan.core_journey
        if name is None:
            return self.setting.grey(self.asked["core_journey"].question or "", room)
        member = self.view.workspace.journeys.get(name)
        return self.setting.text(name if member is None else member.canvas.called, room)

    def _pair(self, left: str, right: str) -> None:
        wide, (start, middle) = even_columns(2, 32, ROOM)
        name = self.setting.text(self._title(right), 144, style="semibold", role=2)
        beside = Columns(((0, name), (168, self._notes(right, wide - 168))))
        self.sheet.row(self._title(left), Columns(((start, self._notes(left, wide)), (middle, beside))))

    def _four(self, keys: Sequence[str], label: str) -> None:
        wide, lefts = even_columns(len(keys), 32, ROOM)
        cells = tuple(
            (left, self.setting.labelled(self._title(key), self._notes(key, wide), wide, after=0))
            for left, key in zip(lefts, keys, strict=True)
        )
        self.sheet.row(label, Columns(cells))

    def _critical_points(self) -> Item:
        _ = self.setting.texts.gettext
        points = self.plan.critical_points
        if not points:
            return self.setting.grey(self.asked["critical_points"].question or "", ROOM)
        header = [_("Touchpoint"), _("Customer's metric"), _("Operational metric"), _("Business metric")]
        rows: list[list[Sequence[Words]]] = [
            [self._point_name(one), one.metric, one.operational, one.business] for one in points
        ]
        return table(header, rows, [1, 1, 1, 1], self.setting, ROOM, gap=32)

    def _point_name(self, point: CriticalPoint) -> Sequence[Words]:
        if point.title is not None:
            return [point.title]
        for held in self.view.workspace.touchpoints:
            if held.value.id == point.touchpoint:
                return [held.value.called]
        return [point.touchpoint] if point.touchpoint else []

    def _incentives(self, incentives: Sequence[Incentive], room: float) -> Item:
        _, theme = self.setting.texts.gettext, self.setting.theme
        items: list[Item] = []
        for one in incentives:
            if one.text is not None:
                items.append(self.setting.text(one.text, room))
            items += [
                self.setting.text(
                    _("against what customers expect: {words}", words=self.setting.words(text)),
                    room,
                    size=12,
                    leading=17,
                    sign="!",
                    ink=theme.critical,
                )
                for text in one.against
            ]
            items.append(Space(6))
        return (
            Stack(tuple(items)) if items else self.setting.grey(self.asked["incentives"].question or "", room)
        )

    def _communication(self) -> list[tuple[str, Sequence[Text]]]:
        _, told = self.setting.texts.gettext, self.plan.communication
        if told is None:
            return []
        return [
            (_("Functions"), told.internal),
            (_("Partners"), told.partners),
            (_("Customers"), told.customers),
        ]

    def _ecosystem(self) -> list[tuple[str, Sequence[Text]]]:
        _, made = self.setting.texts.gettext, self.plan.ecosystem
        if made is None:
            return []
        people = [(_("People"), made.people)] if made.people else []
        return [
            (_("Organisation"), made.organisation),
            *people,
            (_("Partners"), made.partners),
            (_("Premises"), made.premises),
            (_("Applications"), made.applications),
        ]

    def _parts(self, key: str, parts: Sequence[tuple[str, Sequence[Text]]]) -> Item:
        if not any(notes for _, notes in parts):
            return self.setting.grey(self.asked[key].question or "", ROOM)
        wide, lefts = even_columns(len(parts), 32, ROOM)
        return Columns(
            tuple(
                (left, self.setting.labelled(name, self.setting.notes(notes, wide), wide, after=0))
                for left, (name, notes) in zip(lefts, parts, strict=True)
            )
        )

    def _description(self) -> str:
        return ". ".join(part.rstrip(".") for part in self._said()) + "."

    def _said(self) -> Iterator[str]:
        yield self.view.words(self.view.kind.title)
        yield from self.view.all_words(self.plan.goal)
        yield from self.view.all_words(self.plan.steps)
