"""The columns of the touchpoint table: what each is called in either language, and what its cells hold.

A header may have a suffix: `Kohtaamispiste [fi]` holds texts in one language, `Tunne [aino]` one persona's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from cxkit.canvas import touchpoint_cells as cells
from cxkit.canvas import touchpoint_words as words

HEADER = re.compile(r"(?P<name>[^\[]*?)\s*\[(?P<suffix>.+)\]", re.DOTALL)


@dataclass(frozen=True)
class Column:
    """A column: its key, which any header may be too, its names, and how one value of it is read.

    ``many``: a cell has a value a line. ``texts``: the values are texts, and a suffix says in which language.
    ``before``: an English name that older tables have.
    """

    key: str
    en: str
    fi: str
    read: Callable[[str], Any] = cells.text
    many: bool = False
    before: str | None = None

    @property
    def texts(self) -> bool:
        """Whether a suffix says in which language the cells are."""
        return self.read is cells.text or self.read is cells.texts

    @property
    def by_persona(self) -> bool:
        """Whether a suffix says which persona's the values are."""
        return self.key == "emotion"

    def called(self, language: str, suffix: str = "") -> str:
        """Return the header in a language."""
        name = self.fi if language == "fi" else self.en
        return f"{name} [{suffix}]" if suffix else name

    @cached_property
    def names(self) -> frozenset[str]:
        """Everything that the header may be, folded."""
        return frozenset(folded(name) for name in (self.key, self.en, self.fi, self.before) if name)


def folded(header: str) -> str:
    """Bring a header to the form in which two spellings of it are equal."""
    return " ".join(header.replace("\xad", "").casefold().split())


_SHARE = cells.number(0, 100)

COLUMNS = (
    Column("stage.title", "Stage", "Vaihe"),
    Column("stage.phase", "Phase", "Ostovaihe", words.PHASE),
    Column("title", "Touchpoint", "Kohtaamispiste"),
    Column("channel.title", "Channel", "Kanava"),
    Column("channel.mode", "Channel is", "Kanavan laji", words.MODE),
    Column("mode", "Offline or online", "Offline vai online", words.MODE),
    Column("ownership", "Ownership", "Omistus", words.OWNERSHIP),
    Column("owner", "Responsible", "Vastuu", before="Owner"),
    Column("importance", "Importance", "Tärkeys", cells.whole(1, 5)),
    Column("critical", "Critical", "Kriittinen", cells.flag),
    Column("action", "Actions", "Asiakkaan toiminta", many=True),
    Column("thoughts", "Thoughts", "Ajatukset", many=True),
    Column("emotion", "Emotion", "Tunne", cells.whole(-2, 2)),
    Column("benefits", "Benefits", "Edut", many=True),
    Column("sacrifices", "Sacrifices", "Haitat", many=True),
    Column("pains", "Pain points", "Kipupisteet", many=True),
    Column("opportunities.text", "Opportunities", "Mahdollisuudet", many=True),
    Column("opportunities.customer_value", "Value to customer", "Arvo asiakkaalle", _SHARE, many=True),
    Column("opportunities.business_value", "Value to business", "Arvo liiketoiminnalle", _SHARE, many=True),
    Column("opportunities.effort", "Effort", "Työmäärä", cells.whole(0, 5), many=True),
    Column("opportunities.objective", "Objective", "Tavoite (OKR)", cells.identifier, many=True),
    Column("lanes.evidence", "Physical evidence", "Näkyvä palvelutila", many=True),
    Column("lanes.frontstage", "Frontstage", "Näyttämö", many=True),
    Column("lanes.frontstage_tech", "Frontstage technology", "Näkyvät järjestelmät", many=True),
    Column("lanes.backstage", "Backstage", "Takahuone", many=True),
    Column("lanes.support", "Support processes", "Tukiprosessit", many=True),
    Column("data.id", "Data", "Data", cells.data_id, many=True),
    Column("data.item", "Data item", "Datan kuvaus", many=True),
    Column("data.method", "Method", "Menetelmä", cells.label, many=True),
    Column("data.source", "Source", "Lähde", many=True),
    Column("data.place", "Place of data", "Datan paikka", many=True),
    Column("data.obtained", "How obtained", "Miten saadaan", many=True),
    Column("data.decision", "Decisions", "Päätökset", cells.texts, many=True),
    Column("data.result.value", "Result", "Tulos", cells.number(), many=True),
    Column("data.result.unit", "Unit", "Yksikkö", many=True),
    Column("data.result.scale", "Scale", "Asteikko", cells.scale, many=True),
    Column("data.result.n", "Answers (n)", "Vastauksia (n)", cells.whole(0, 999_999_999), many=True),
    Column("data.result.date", "Date of result", "Tuloksen päivä", cells.day, many=True),
    Column("why", "Why no data", "Miksi ei dataa"),
    Column("evidence", "Rests on", "Perustuu", words.EVIDENCE),
    Column("notes", "Notes", "Muistiinpanot", many=True),
    Column("stage.notes", "Notes on the stage", "Vaiheen muistiinpanot", many=True),
    Column("stage.id", "Stage id", "Vaiheen tunnus", cells.identifier),
    Column("id", "Touchpoint id", "Kohtaamispisteen tunnus", cells.identifier),
    Column("channel.id", "Channel id", "Kanavan tunnus", cells.identifier),
)
"""Every column, in the order in which they are written."""

BY_NAME: Mapping[str, Column] = {name: column for column in COLUMNS for name in column.names}
"""The columns by everything that their headers may be, folded."""

NAMES_SHOWN = tuple(dict.fromkeys(name for one in COLUMNS for name in (one.en, one.fi, one.key)))
"""What a header may be, as it is shown in hints."""
