"""From the columns of a gradebook export to a first guess at a course's components.

Reading the export and taking its headers apart (`Quiz: Name (Real)`) is the roster's work; this
module decides which columns are marks, what they are called and what they might weigh.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from cxkit.course.model import RESERVED_IDS
from cxkit.course.scale import fold

LONGEST_ID = 40
DEFAULT_MAXIMUM = Decimal(100)
LARGEST_MAXIMUM = Decimal(999_999_999)

_FRIENDLY = (1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100)
_WITHOUT_ASCII = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th"})
_DEVICE = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")
_KIND = re.compile(r"\(([^()]*)\)\s*$")

_FEEDBACK = frozenset({"feedback", "palaute", "letter", "kirjain", "buchstabe"})
_PERCENTAGE = frozenset({"percentage", "prosentti", "prosenttiosuus", "prozentsatz", "prozent"})
_ABSENCE = re.compile(r"absen|poissa|läsnä|attend|anwesen|abwesen|fehlstunden|fehlzeit")
_SESSIONS = re.compile(r"^(opetuskerrat|opetuskertoja|kerrat|sessions|(taught )?lessons|termine|sitzungen)$")
_ROUTE = re.compile(r"^(route|suoritustapa|suoritusreitti|reitti)$")
_TOTAL = re.compile(r"\btotal$|yhteensä$|kokonaistulos|kokonaispisteet|gesamt$|final grade|loppuarvosana")
_IDENTITY = frozenset(
    """
    id|student id|student number|id number|sid|studentnumber|studentno|opiskelijanumero|opiskelijanro
    opiskeluoikeusnumero|id-numero|id-nummer|matrikelnummer|sis user id|sis login id|section|username
    name|student|nimi|opiskelija|first name|last name|surname|etunimi|sukunimi|vorname|nachname
    email|e-mail|email address|e-mail address|sähköposti|sähköpostiosoite|e-mail-adresse|käyttäjätunnus
    institution|department|instituutio|osasto|abteilung|group|groups|ryhmä|ryhmät|gruppe|gruppen
    suspended|status|tila|course|kurssi|last downloaded from this course|viimeksi ladattu tältä kurssilta
    zuletzt aus diesem kurs geladen|notes|comment|comments|huomautus|huomautukset|kommentti
    """.strip()
    .replace("\n", "|")
    .replace("    ", "")
    .split("|")
)


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    """A column of an export: its title without module and kind, and the header as it stands.

    ``words`` tells that its cells are pass/fail words, ``largest`` is the largest number in it (in
    points, or percent for a percentage column), None when it holds none. Leave out columns that
    hold other text than marks.
    """

    title: str
    header: str
    words: bool = False
    largest: Decimal | None = None


@dataclass(frozen=True, slots=True)
class GuessedComponent:
    """A component to begin with; ``largest`` is the number that ``max`` was guessed from, if any."""

    id: str
    title: str
    weight: Decimal
    mark: str
    max: Decimal | None = None
    largest: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Guess:
    """What a set of columns seems to be: components, and headers of attendance and route."""

    components: tuple[GuessedComponent, ...]
    absence: str | None = None
    route: str | None = None


def components_from_headers(columns: Iterable[ColumnGuess]) -> Guess:
    """Guess the components behind the columns of an export, with equal weights that sum to 100.

    Pass/fail components weigh nothing unless there are no others. Columns that tell who somebody
    is, totals, feedback and a second column of the same title are left out.
    """
    known = list(columns)
    rest = [column for column in known if _is_mark(column)]
    chosen = _one_of_each(rest)
    counting = [column for column in chosen if not column.words] or chosen
    weights = dict(zip((id(column) for column in counting), equal_weights(len(counting)), strict=True))
    ids: list[str] = []
    for column in chosen:
        ids.append(new_id(column.title, taken=ids))
    return Guess(
        tuple(
            _component(column, name, weights.get(id(column), Decimal(0)))
            for column, name in zip(chosen, ids, strict=True)
        ),
        absence=_first(known, _ABSENCE),
        route=_first(known, _ROUTE),
    )


def equal_weights(count: int) -> list[Decimal]:
    """Return so many weights that are as equal as two decimals allow and sum to exactly 100."""
    if not count:
        return []
    unit = Decimal("0.01") if count <= 1000 else Decimal("0.000001")
    share, left = divmod(int(100 / unit), count)
    return [unit * (share + (number < left)) for number in range(count)]


def friendly_maximum(largest: Decimal | None) -> Decimal:
    """Return the round number at or above the largest mark seen; 100 when nothing above 0 was."""
    if largest is None or largest <= 0:
        return DEFAULT_MAXIMUM
    scale = Decimal(1)
    while largest > scale * _FRIENDLY[-1]:
        scale *= 10
    found = next(step * scale for step in _FRIENDLY if step * scale >= largest)
    return min(found, LARGEST_MAXIMUM)


def new_id(title: str, *, taken: Sequence[str]) -> str:
    """Make an id of plain letters and digits out of a title, unlike those already taken."""
    plain = unicodedata.normalize("NFKD", title.casefold().translate(_WITHOUT_ASCII))
    ascii_only = plain.encode("ascii", "ignore").decode()
    name = re.sub(r"[^a-z0-9]+", "_", ascii_only)[:LONGEST_ID].strip("_")
    if not name or name.isdigit():
        name = f"part_{name or len(taken) + 1}"
    if name in RESERVED_IDS or _DEVICE.fullmatch(name):
        name = f"{name}_mark"
    number, unique = 1, name
    while unique in taken:
        number += 1
        unique = f"{name}_{number}"
    return unique


def _component(column: ColumnGuess, name: str, weight: Decimal) -> GuessedComponent:
    title = " ".join(column.title.split())
    if column.words:
        return GuessedComponent(name, title, weight, "pass_fail")
    if _kind(column) in _PERCENTAGE:
        return GuessedComponent(name, title, weight, "percent", largest=column.largest)
    return GuessedComponent(name, title, weight, "points", friendly_maximum(column.largest), column.largest)


def _is_mark(column: ColumnGuess) -> bool:
    title = fold(column.title)
    special = any(pattern.search(title) for pattern in (_ABSENCE, _SESSIONS, _ROUTE, _TOTAL))
    return bool(title) and title not in _IDENTITY and not special and _kind(column) not in _FEEDBACK


def _kind(column: ColumnGuess) -> str:
    """Return what a header says in its last parentheses, such as Real or Percentage."""
    found = _KIND.search(column.header)
    return fold(found[1]) if found else ""


def _one_of_each(columns: list[ColumnGuess]) -> list[ColumnGuess]:
    """Keep one column of each title: the first, but points before a percentage of the same."""
    first: dict[str, ColumnGuess] = {}
    for column in columns:
        title = fold(column.title)
        if title not in first or (_kind(first[title]) in _PERCENTAGE and _kind(column) not in _PERCENTAGE):
            first[title] = column
    return list(first.values())


def _first(columns: list[ColumnGuess], pattern: re.Pattern[str]) -> str | None:
    return next((column.header for column in columns if pattern.search(fold(column.title))), None)
