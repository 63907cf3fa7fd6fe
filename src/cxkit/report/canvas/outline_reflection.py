"""The outline of a reflection: each section in the writer's words, then what the folder's canvases say."""

from __future__ import annotations

from collections.abc import Iterator

from cxkit.canvas.kind import KindSection
from cxkit.canvas.reflection import Reflection
from cxkit.documents.base import Text
from cxkit.report.canvas.gathered import gathered
from cxkit.report.canvas.outline_parts import Item, Paragraph, Points, Section
from cxkit.report.canvas.teller import Teller


def reflection_sections(reflection: Reflection, teller: Teller) -> tuple[Section, ...]:
    """A section for each that the kind has, in its order, with one under it that is gathered."""
    return tuple(
        section for asked in teller.view.kind.sections for section in _section(asked, reflection, teller)
    )


def _section(asked: KindSection, reflection: Reflection, teller: Teller) -> Iterator[Section]:
    written: dict[str, tuple[Text, ...]] = {section.id: section.text for section in reflection.sections}
    text = written.get(asked.id, ())
    yield Section(
        teller.said(asked.title),
        tuple(Paragraph(said) for said in teller.cell(text)) or (_unwritten(teller),),
        question=teller.question(asked, answered=bool(text)),
    )
    items = tuple(_from_the_folder(asked, teller, written=bool(text)))
    if items:
        yield Section(teller.texts.gettext("From the canvases"), items, level=3)


def _unwritten(teller: Teller) -> Points:
    """Beside the question of a section, which a page may show instead of a quiet paragraph."""
    return Points((teller.texts.gettext("not written yet"),), quiet=True)


def _from_the_folder(asked: KindSection, teller: Teller, *, written: bool) -> Iterator[Item]:
    """What the folder says; what it lacks is named until the writer has said something, to hand that in."""
    _ = teller.texts.gettext
    found = gathered(asked, teller)
    yield from found.items
    for wanted in () if written else found.wanted:
        yield Paragraph(wanted, quiet=True)
    if found.sources:
        yield Paragraph(_("From: {canvases}.", canvases="; ".join(found.sources)))
