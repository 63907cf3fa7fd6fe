"""How the parts of a canvas are put into words of one language: texts, notes, names behind ids, figures."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cached_property

from cxkit.canvas.blocks import BlockCanvas
from cxkit.canvas.data import DataItem
from cxkit.canvas.journey import Journey, Mode, Touchpoint
from cxkit.canvas.kind import Asked
from cxkit.canvas.measurement import Measurement
from cxkit.canvas.part import CanvasDocument
from cxkit.canvas.persona import Persona, PersonaInFull
from cxkit.canvas.strategy import Okr
from cxkit.documents.base import Text
from cxkit.report.canvas.figures import SMALL_N, is_signed, method_words, signed
from cxkit.report.canvas.outline_parts import Cell, Fact, Facts, Item, Paragraph, Points, Said
from cxkit.report.canvas.view import View

Value = Text | str | Iterable[Text] | None


class Teller:
    """Puts a canvas into the words of a view's language."""

    def __init__(self, view: View[CanvasDocument]) -> None:
        self.view, self.texts = view, view.texts
        self.nothing = view.texts.gettext("none identified")

    def said(self, text: Text, language: str | None = None) -> Said:
        """Return a text in the language shown, else in its canvas's or in any, marked with that language.

        ``language`` is that of the canvas that the text is from, where that is not the one in view.
        """
        shown, own = self.texts.language, language or self.view.canvas.language or ""
        found = text.get(shown, own)
        if shown in text.languages:
            return Said(found)
        language = next((one for one, said in text.entries if said == found), "") or own
        return Said(found, "" if language == shown else language)

    def cell(self, value: Value) -> Cell:
        """Return what stands in one place: a text, several, or none."""
        if value is None:
            return ()
        if isinstance(value, Text):
            return (self.said(value),)
        return (value,) if isinstance(value, str) else tuple(self.said(text) for text in value)

    def fact(self, label: str, value: Value) -> Fact:
        """Return a fact."""
        return Fact(label, self.cell(value))

    def facts(self, pairs: Iterable[tuple[str, Value]], *, filled: bool = False) -> tuple[Facts, ...]:
        """Return facts as one item; with ``filled`` those that say nothing are left out, and no item at all
        may be left.
        """
        made = tuple(self.fact(label, value) for label, value in pairs)
        kept = tuple(one for one in made if one.values) if filled else made
        return (Facts(kept),) if kept else ()

    def notes(self, notes: tuple[Text, ...]) -> tuple[Item, ...]:
        """Return notes: one as a paragraph, several as a list, none as such."""
        match self.cell(notes):
            case ():
                return (Paragraph(self.nothing, quiet=True),)
            case (only,):
                return (Paragraph(only),)
            case several:
                return (Points(several),)

    def question(self, asked: Asked, *, answered: bool) -> str | None:
        """Return the question of something that nothing answers yet."""
        return None if answered or asked.question is None else self.said(asked.question)

    def date(self, day: date | None) -> str | None:
        """Return a day."""
        return None if day is None else self.texts.date(day)

    def number(self, value: Decimal | int | None) -> Cell:
        """Return a number."""
        return () if value is None else (self.texts.number(value),)

    @cached_property
    def _in_full(self) -> dict[str, PersonaInFull]:
        """The canvas's own personas come before those of the folder."""
        match self.view.canvas:
            case Journey(personas=personas) | Measurement(personas=personas):
                return {one.id: one for one in personas if isinstance(one, PersonaInFull)}
            case BlockCanvas(persona=PersonaInFull() as persona):
                return {persona.id: persona}
        return {}

    def persona(self, identifier: str) -> Persona | PersonaInFull | None:
        """Return a persona by its id; None where it is not known."""
        if identifier in self._in_full:
            return self._in_full[identifier]
        held = self.view.workspace.personas.get(identifier)
        return None if held is None else held.value

    def known_persona(self, identifier: str) -> Said | None:
        """Return what a persona is called; None where it is not known."""
        if identifier in self._in_full:
            return self.said(self._in_full[identifier].called)
        held = self.view.workspace.personas.get(identifier)
        return None if held is None else self.said(held.value.called, held.member.canvas.language)

    def known_journey(self, identifier: str) -> Said | None:
        """Return what a journey of the folder is called; None where it is not there."""
        member = self.view.workspace.journeys.get(identifier)
        return None if member is None else self.said(member.canvas.called, member.canvas.language)

    def known_channel(self, identifier: str) -> Said | None:
        """Return what a channel of the folder's journeys is called; None where it is not there."""
        held = self.view.workspace.channels.get(identifier)
        return None if held is None else self.said(held.value.called, held.member.canvas.language)

    def known_objective(self, identifier: str) -> Said | None:
        """Return the objective of an OKR of the folder; None where it is not there, or not yet said."""
        held = self.view.workspace.objectives.get(identifier)
        if held is None or held.value.objective is None:
            return None
        return self.said(held.value.objective, held.member.canvas.language)

    def known_touchpoint(self, identifier: str) -> Said | None:
        """Return what a touchpoint of the folder's journeys is called; None where it is not there."""
        for held in self.view.workspace.touchpoints:
            if held.value.id == identifier:
                return self.said(held.value.called, held.member.canvas.language)
        return None

    def persona_name(self, identifier: str) -> Said:
        """Return what a persona is called: its id where it is not known."""
        return self.known_persona(identifier) or Said(identifier)

    def journey_name(self, identifier: str) -> Said:
        """Return what a journey is called: its id where it is not known."""
        return self.known_journey(identifier) or Said(identifier)

    def objective_of(self, okr: Okr) -> Said:
        """Return the objective of an OKR, or its id while there is none."""
        return Said(okr.id) if okr.objective is None else self.said(okr.objective)

    def mode(self, mode: Mode | None) -> str | None:
        """Return whether something is online, on site or both."""
        _ = self.texts.gettext
        return (
            mode and {"online": _("online"), "offline": _("on site"), "both": _("online and on site")}[mode]
        )

    def ownership(self, whose: str | None) -> str | None:
        """Return to whom a touchpoint belongs; our own need no other word, of whatever kind we are."""
        if whose == "brand":
            return self.texts.gettext("our own")
        return next((self.said(one.title) for one in self.view.kind.ownership if one.id == whose), None)

    def emotions(self, one: Touchpoint, personas: Iterable[str] = ()) -> Cell:
        """Return how a touchpoint feels: one value, or in a line that of each persona, ``personas`` first."""
        if not isinstance(one.emotion, dict):
            return () if one.emotion is None else (signed(one.emotion, self.texts),)
        order = dict.fromkeys([*(key for key in personas if key in one.emotion), *one.emotion])
        felt = [
            f"{self.persona_name(key)} {signed(value, self.texts)}"
            for key in order
            if (value := one.emotion[key]) is not None
        ]
        return (", ".join(felt),) if felt else ()

    def channel(self, journey: Journey, touchpoint: Touchpoint) -> Cell:
        """Return the channel of a touchpoint, with whether it is online or on site."""
        channel = journey.channel_of(touchpoint)
        name = Said(touchpoint.channel or "") if channel is None else self.said(channel.called)
        mode = self.mode(journey.mode_of(touchpoint))
        if not name:
            return () if mode is None else (mode,)
        return (name,) if mode is None else (Said(f"{name} ({mode})", name.language),)

    def method(self, method: str | None) -> str:
        """Return a method in the language shown; names such as NPS, and words of one's own, as they are."""
        return method_words(method, self.texts)

    def figure(self, value: Decimal, unit: Text | None) -> str:
        """Return a figure with its unit."""
        said = "" if unit is None else self.said(unit)
        if said.startswith("%"):
            return self.texts.percent(value) + said[1:]
        return f"{self.texts.amount(value)} {said}".rstrip()

    def result(self, item: DataItem) -> str | None:
        """Return the figure measured last, with its scale, answers and day; None without a figure."""
        found, texts = item.result, self.texts
        if found is None or found.value is None:
            return None
        below_zero = is_signed(item)
        said = signed(found.value, texts) if below_zero else self.figure(found.value, found.unit)
        if below_zero and found.unit is not None:
            said += f" {self.said(found.unit)}"
        elif found.unit is None and item.scale is not None and not below_zero:
            said += f" / {texts.number(item.scale[1])}"
        beside = []
        if found.n is not None:
            beside.append(f"n = {texts.count(found.n)}")
            beside += [texts.gettext("small n")] if found.n < SMALL_N else []
        if found.date is not None:
            beside.append(texts.date(found.date))
        return f"{said} ({', '.join(beside)})" if beside else said

    def metrics(self, one: Touchpoint) -> Cell:
        """Return how a touchpoint is measured, or that it is not; nothing where nothing is noted of it."""
        if one.data_items:
            return tuple(self.metric(item) for item in one.data_items)
        return (self.texts.gettext("not measured"),) if one.data == "none" else ()

    def metric(self, item: DataItem) -> Said:
        """Return how something is measured and what came out last, in a line."""
        name = Said(self.method(item.method))
        if not name:
            name = Said(item.id) if item.item is None else self.said(item.item)
        result = self.result(item)
        return name if result is None else Said(f"{name} {result}", name.language)
