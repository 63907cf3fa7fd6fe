"""The rows of a journey's picture: a label and a cell for each touchpoint, in items of known height."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from cxkit.canvas.journey import Journey, Lanes, Touchpoint
from cxkit.documents.base import Text
from cxkit.report.canvas.figures import Bars, TouchpointSign
from cxkit.report.canvas.items import Item, Space, height_of
from cxkit.report.canvas.measuring import Style
from cxkit.report.canvas.metric_card import alike, metric_card
from cxkit.report.canvas.setting import Setting, Words

LABEL_ROOM = 112
GAP = 16


@dataclass(frozen=True, slots=True)
class JourneyRow:
    """A row; ``rule`` is how the rule under it is drawn: hair, strong, or nothing."""

    label: tuple[Item, ...]
    cells: tuple[tuple[Item, ...], ...]
    rule: str = "hair"
    ground: bool = False

    @property
    def height(self) -> float:
        """Height with the space around the text."""
        return max(height_of(items) for items in (self.label, *self.cells)) + 28


class JourneyRows:
    """Makes the rows of a journey for columns of a width, each once however many sheets show it."""

    def __init__(self, journey: Journey, setting: Setting, column: float) -> None:
        self.journey, self.setting = journey, setting
        self.texts, self.theme = setting.texts, setting.theme
        self.room = column - GAP
        self.touchpoints = [touchpoint for _, _, touchpoint in journey.touchpoints()]
        self._made: dict[str, JourneyRow] = {}

    @cached_property
    def head(self) -> JourneyRow:
        """The touchpoints: sign, number, name, channel and owner."""
        _ = self.texts.gettext
        cells: list[tuple[Item, ...]] = []
        for number, one in enumerate(self.touchpoints, 1):
            critical = _("Critical") if one.critical else ""
            sign = TouchpointSign(number, self.journey.mode_of(one), critical, self.theme)
            channel = self.journey.channel_of(one)
            grey = [text for text in (channel and channel.called, one.owner) if text]
            name = self.setting.name(one.called, self.room)
            cells.append((sign, name, *(self._small(text) for text in grey)))
        return JourneyRow(self.label(_("Touchpoint"), _("channel and owner")), tuple(cells))

    @cached_property
    def thoughts(self) -> JourneyRow:
        """What goes through the customer's mind, in italics and quotation marks."""
        _ = self.texts.gettext
        cells = [
            tuple(
                self._text(_("“{thought}”", thought=self.setting.words(text)), style="italic", after=4)
                for text in one.thoughts
            )
            or self.nothing()
            for one in self.touchpoints
        ]
        return JourneyRow(self.label(_("Thoughts")), tuple(cells))

    @cached_property
    def metrics(self) -> JourneyRow:
        """What is measured, with the newest result."""
        _ = self.texts.gettext
        cards = alike(
            [
                [metric_card(item, self.setting, self.room) for item in one.data_items]
                for one in self.touchpoints
            ]
        )
        cells = []
        for one, measured in zip(self.touchpoints, cards, strict=True):
            items: list[Item] = [*measured]
            if one.data == "none":
                items.append(self._small(_("not measured"), ink=self.theme.ink3))
            if one.why is not None:
                items.append(self._small(one.why))
            cells.append(tuple(items) or self.nothing())
        label = self.label(_("Metrics"), _("newest result and answers"))
        return JourneyRow(label, tuple(cells), rule="strong")

    def notes(
        self, title: str, sign: str, pick: Callable[[Touchpoint], Iterable[Text]], *, rule: str = "hair"
    ) -> JourneyRow:
        """Notes of each touchpoint behind a sign."""
        if title not in self._made:
            cells = [
                tuple(self._text(text, sign=sign, after=4) for text in pick(one)) or self.nothing()
                for one in self.touchpoints
            ]
            self._made[title] = JourneyRow(self.label(title), tuple(cells), rule=rule)
        return self._made[title]

    @cached_property
    def opportunities(self) -> JourneyRow:
        """What could be done better, each with its three bars."""
        _ = self.texts.gettext
        chances = [[chance for chance in one.opportunities if chance.text] for one in self.touchpoints]
        # The bars of the first opportunities stand on one line, and so do those of the second ones.
        heights: dict[int, float] = {}
        texts = [[self._text(chance.text or "", sign="→") for chance in several] for several in chances]
        for several in texts:
            for place, text in enumerate(several):
                heights[place] = max(heights.get(place, 0), text.height)
        cells = []
        for known, written in zip(chances, texts, strict=True):
            items: list[Item] = []
            for place, (chance, text) in enumerate(zip(known, written, strict=True)):
                bars = Bars(chance, self.texts, self.theme, self.room)
                items += [text, Space(heights[place] - text.height + 4), bars]
            cells.append(tuple(items) or self.nothing())
        label = self.label(_("Opportunities"), _("value to the customer and the business 0–100, effort 0–5"))
        return JourneyRow(label, tuple(cells), rule="strong")

    def lane(self, title: str, grey: str, name: str, *, ground: bool = False) -> JourneyRow:
        """A lane of the blueprint."""
        if title in self._made:
            return self._made[title]
        cells = []
        for one in self.touchpoints:
            lanes = one.lanes or Lanes()
            notes = one.action if name == "action" else getattr(lanes, name)
            items: tuple[Item, ...] = tuple(self._text(text, after=4) for text in notes)
            cells.append(items or (self._text("–", ink=self.theme.ink3),))
        self._made[title] = JourneyRow(self.label(title, grey), tuple(cells), rule="", ground=ground)
        return self._made[title]

    def label(self, name: str, grey: str = "") -> tuple[Item, ...]:
        """The name of a row, with a grey word under it."""
        label = self.setting.text(name, LABEL_ROOM, leading=18, style="semibold", role=2)
        return (label, Space(2), self.setting.label(grey, LABEL_ROOM)) if grey else (label,)

    def nothing(self) -> tuple[Item, ...]:
        """What stands where nothing is known."""
        return (self.setting.nothing(self.room),)

    def _text(
        self, words: Words, *, ink: str = "", style: Style = "regular", sign: str = "", after: float = 0
    ) -> Item:
        return self.setting.text(words, self.room, ink=ink, style=style, sign=sign, after=after)

    def _small(self, words: Words, *, ink: str = "") -> Item:
        return self.setting.small(words, self.room, ink=ink)
