"""The outline of a reflection: a section for each of its own, in the writer's words."""

from __future__ import annotations

from cxkit.canvas.kind import KindSection
from cxkit.canvas.reflection import Reflection
from cxkit.documents.base import Text
from cxkit.report.canvas.outline_parts import Section
from cxkit.report.canvas.teller import Teller


def reflection_sections(reflection: Reflection, teller: Teller) -> tuple[Section, ...]:
    """A section for each that the kind has, in its order."""
    return tuple(_section(asked, reflection, teller) for asked in teller.view.kind.sections)


def _section(asked: KindSection, reflection: Reflection, teller: Teller) -> Section:
    written: dict[str, tuple[Text, ...]] = {section.id: section.text for section in reflection.sections}
    text = written.get(asked.id, ())
    return Section(
        teller.said(asked.title), teller.notes(text), question=teller.question(asked, answered=bool(text))
    )
