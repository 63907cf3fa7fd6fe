"""The outline of a persona, in a file of its own or as a part of another canvas."""

from __future__ import annotations

from collections.abc import Iterator

from cxkit.canvas.persona import Persona, PersonaFields
from cxkit.documents.base import Text
from cxkit.report.canvas.outline_parts import Cell, Fact, Facts, Item, Paragraph, Said, Section
from cxkit.report.canvas.teller import Teller


def persona_sections(persona: Persona, teller: Teller) -> tuple[Section, ...]:
    """A section for each thing that is asked of a persona."""
    made = []
    for asked in teller.view.kind.fields:
        items = _answer(asked.id, persona, teller)
        question = teller.question(asked, answered=bool(items))
        made.append(Section(teller.said(asked.title), items or teller.notes(()), question=question))
    return tuple(made)


def _answer(key: str, persona: Persona, teller: Teller) -> tuple[Item, ...]:
    if key == "facts":
        facts = tuple(_facts(persona, teller))
        return (Facts(facts),) if facts else ()
    if key == "reviewed":
        day = teller.date(persona.reviewed)
        return () if day is None else (Paragraph(day),)
    value = getattr(persona, key)
    if key == "quote" and value is not None:
        return (Paragraph(_quoted(value, teller)),)
    notes = (value,) if isinstance(value, Text) else value or ()
    return teller.notes(notes) if notes else ()


def _quoted(text: Text, teller: Teller) -> Said:
    said = teller.said(text)
    return Said(teller.texts.gettext("“{thought}”", thought=said), said.language)


def _facts(persona: PersonaFields, teller: Teller) -> Iterator[Fact]:
    _ = teller.texts.gettext
    words = {"age": _("Age"), "place": _("Lives in"), "industry": _("Industry"), "size": _("Size")}
    for name, value in (persona.facts or {}).items():
        if value is not None:
            yield Fact(words.get(name, name[:1].upper() + name[1:]), teller.cell(value))


def persona_section(identifier: str, teller: Teller, *, level: int) -> Section:
    """A persona in one section; nothing but its id where the folder does not hold it."""
    persona = teller.persona(identifier)
    name = teller.persona_name(identifier)
    if persona is None:
        unknown = teller.texts.gettext("not described yet")
        return Section(name, (Paragraph(unknown, quiet=True),), level=level)
    _ = teller.texts.gettext
    quote: Cell = () if persona.quote is None else (_quoted(persona.quote, teller),)
    told = [
        teller.fact(_("Role"), persona.role),
        *_facts(persona, teller),
        teller.fact(_("What motivates"), persona.motivation),
        teller.fact(_("What is wanted"), persona.wants),
        teller.fact(_("Value we give"), persona.value_we_give),
        teller.fact(_("Why with us"), persona.why_us),
        Fact(_("In their words"), quote),
        teller.fact(_("Reviewed"), teller.date(persona.reviewed)),
    ]
    filled = tuple(fact for fact in told if fact.values)
    items: tuple[Item, ...] = (Facts(filled),) if filled else teller.notes(())
    return Section(name, items, level=level)
