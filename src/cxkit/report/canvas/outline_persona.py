"""The outline of a persona, in a file of its own or as a part of another canvas."""

from __future__ import annotations

from collections.abc import Iterator

from cxkit.canvas.completeness import is_filled
from cxkit.canvas.persona import Persona, PersonaFields, fact_meant
from cxkit.documents.base import Text
from cxkit.report.canvas.outline_parts import Cell, Fact, Facts, Item, Paragraph, Said, Section
from cxkit.report.canvas.teller import Teller

_IN_THE_HEAD = ("name", "role", "facts", "reviewed")
"""What a line in the head has room for; while it is missing, it has a section that asks for it."""


def persona_facts(persona: Persona, teller: Teller) -> tuple[Fact, ...]:
    """What the head says of a persona; its name is the title already."""
    _ = teller.texts.gettext
    found = (
        teller.fact(_("Role"), persona.role),
        *_facts(persona, teller),
        teller.fact(_("Reviewed"), teller.date(persona.reviewed)),
    )
    return tuple(fact for fact in found if fact.values)


def persona_sections(persona: Persona, teller: Teller) -> tuple[Section, ...]:
    """A section for each thing that is asked of a persona and not in the head."""
    made = []
    for asked in teller.view.kind.fields:
        answered = is_filled(getattr(persona, asked.id))
        if not answered or asked.id not in _IN_THE_HEAD:
            items = _answer(asked.id, persona, teller) if answered else teller.notes(())
            question = teller.question(asked, answered=answered)
            made.append(Section(teller.said(asked.title), items, question=question))
    return tuple(made)


def _answer(key: str, persona: Persona, teller: Teller) -> tuple[Item, ...]:
    if key == "quote" and persona.quote is not None:
        return (Paragraph(_quoted(persona.quote, teller)),)
    return teller.notes(getattr(persona, key))


def _quoted(text: Text, teller: Teller) -> Said:
    said = teller.said(text)
    return Said(teller.texts.gettext("“{thought}”", thought=said), said.language)


def _facts(persona: PersonaFields, teller: Teller) -> Iterator[Fact]:
    _ = teller.texts.gettext
    words = {"age": _("Age"), "place": _("Lives in"), "industry": _("Industry"), "size": _("Size")}
    for name, value in (persona.facts or {}).items():
        if value is not None:
            yield Fact(words.get(fact_meant(name), name[:1].upper() + name[1:]), teller.cell(value))


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
