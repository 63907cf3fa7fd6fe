"""The columns of a gradebook export before there is a course: what each holds, and which hold marks.

Reading the export is the roster's work; what components to make of the columns is for `guesses`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from cxkit.course.scale import fold

_KIND = re.compile(r"\(([^()]*)\)\s*$")
_FEEDBACK = frozenset({"feedback", "palaute", "letter", "kirjain", "buchstabe"})
_PERCENTAGE = frozenset({"percentage", "prosentti", "prosenttiosuus", "prozentsatz", "prozent"})
_ABSENCE = re.compile(r"absen|poissa|läsnä|attend|anwesen|abwesen|fehlstunden|fehlzeit")
_SESSIONS = re.compile(r"^(opetuskerrat|opetuskertoja|kerrat|sessions|(taught )?lessons|termine|sitzungen)$")
_ROUTE = re.compile(r"^(route|suoritustapa|suoritusreitti|reitti)$")
_TOTAL = re.compile(
    r"\btotal$|gesamt$|final grade|^(grade|average|mean|sum|note|mittelwert|durchschnitt|summe)$"
    r"|yhteensä$|(^|kurssi|kurssin |opintojakson |kategoria)yhteenveto$|kokonaistulos|kokonaispisteet"
    r"|kokonaisarvosana|yhteispisteet|yhteistulos"
    r"|loppuarvosana|loppupisteet|lopputulos|^(arvosana|keskiarvo|summa)$"
)
_IDENTITY = frozenset(
    """
    id|student id|student number|id number|sid|studentnumber|studentno|opiskelijanumero|opiskelijanro
    opiskeluoikeusnumero|id-numero|id-nummer|matrikelnummer|sis user id|sis login id|section|username
    name|student|nimi|opiskelija|first name|last name|surname|etunimi|sukunimi|vorname|nachname
    email|e-mail|email address|e-mail address|sähköposti|sähköpostiosoite|e-mail-adresse|käyttäjätunnus
    institution|department|instituutio|osasto|abteilung|group|groups|ryhmä|ryhmät|gruppe|gruppen
    no|nr|nro|numero|row|rivi|sija|credits|opintopisteet|op|year|vuosi|aloitusvuosi|start year
    suspended|status|tila|course|kurssi|last downloaded from this course|viimeksi ladattu tältä kurssilta
    zuletzt aus diesem kurs geladen|notes|comment|comments|huomautus|huomautukset|kommentti
    """.strip()
    .replace("\n", "|")
    .replace("    ", "")
    .split("|")
)
_FINNISH_KINDS = frozenset({"todellinen", "prosentti", "prosenttiosuus", "palaute", "kirjain"})
_FINNISH_HEADERS = frozenset(
    """
    etunimi|sukunimi|nimi|opiskelija|opiskelijanumero|opiskelijanro|opiskeluoikeusnumero|id-numero
    sähköposti|sähköpostiosoite|käyttäjätunnus|ryhmä|suoritustapa|poissaolot
    """.strip()
    .replace("\n", "|")
    .replace("    ", "")
    .split("|")
)


class NotTaken(StrEnum):
    """Why a column of an export becomes no component, in words."""

    IDENTITY = "who the student is, or remarks"
    FEEDBACK = "feedback or letters"
    ABSENCE = "attendance, see `attendance` in the file"
    SESSIONS = "number of sessions"
    ROUTE = "way of completing the course, see `route_column` in the file"
    TOTAL = "a total of other columns"
    AGAIN = "a second column of an item that is taken"
    READ_ONLY = "read only, computed by the gradebook"
    TEXT = "no cell is a number or a pass/fail word"


class OddCell(NamedTuple):
    """A cell that is no mark: the line it begins on (from 1) and its text."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    """A column of an export: its title without module and kind, and the header as it stands.

    ``words`` tells that its cells are pass/fail words, ``largest`` is the largest number in it (in
    points, or percent for a percentage column), None when it holds none; ``percent`` tells that its
    numbers are written with a percent sign. ``odd`` are the first cells that are no marks and
    ``odd_count`` how many there are; ``not_taken`` says why its cells cannot be marks.
    """

    title: str
    header: str
    words: bool = False
    largest: Decimal | None = None
    percent: bool = False
    odd: tuple[OddCell, ...] = ()
    odd_count: int = 0
    not_taken: NotTaken | None = None

    @property
    def is_percentage(self) -> bool:
        """Tell whether the marks are percents, by their cells or by the kind in the header."""
        return self.percent or _kind(self) in _PERCENTAGE

    @property
    def is_absence(self) -> bool:
        """Tell whether the title speaks of attendance."""
        return _ABSENCE.search(fold(self.title)) is not None

    @property
    def is_route(self) -> bool:
        """Tell whether the title is that of the column which names the way of completing the course."""
        return _ROUTE.search(fold(self.title)) is not None


def why_no_marks(column: ColumnGuess) -> NotTaken | None:
    """Tell why a column is none of marks, from its title first; None when it may be one."""
    title = fold(column.title)
    if not title or title in _IDENTITY:
        return NotTaken.IDENTITY
    if _kind(column) in _FEEDBACK:
        return NotTaken.FEEDBACK
    if column.is_absence:
        return NotTaken.ABSENCE
    if column.is_route:
        return NotTaken.ROUTE
    if _SESSIONS.search(title):
        return NotTaken.SESSIONS
    return NotTaken.TOTAL if _TOTAL.search(title) else column.not_taken


def repeated(columns: Iterable[ColumnGuess]) -> list[ColumnGuess]:
    """List the columns of a title that has another: all but the first, but points go before percents."""
    first: dict[str, ColumnGuess] = {}
    again: list[ColumnGuess] = []
    for column in columns:
        title = fold(column.title)
        other = first.get(title)
        if other is None:
            first[title] = column
        elif other.is_percentage and not column.is_percentage:
            first[title] = column
            again.append(other)
        else:
            again.append(column)
    return again


def likely_language(columns: Iterable[ColumnGuess]) -> str | None:
    """Return `fi` when some header is one that Finnish exports have, else None."""
    finnish = any(
        _kind(column) in _FINNISH_KINDS or fold(column.header).strip() in _FINNISH_HEADERS
        for column in columns
    )
    return "fi" if finnish else None


def _kind(column: ColumnGuess) -> str:
    """Return what a header says in its last parentheses, such as Real or Percentage."""
    found = _KIND.search(column.header)
    return fold(found[1]) if found else ""
