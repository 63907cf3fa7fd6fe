"""From the columns of a gradebook export to a first guess at a course's components.

Reading the export is the roster's work, telling columns of marks from others that of
`export_columns`; this module decides what the components are called and what they might weigh.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from cxkit.course.export_columns import ColumnGuess, NotTaken, repeated, why_no_marks
from cxkit.course.model import RESERVED_IDS
from cxkit.course.retakes import likely_retaken, plain, retaken

LONGEST_ID = 40
DEFAULT_MAXIMUM = Decimal(100)
LARGEST_MAXIMUM = Decimal(999_999_999)

_FRIENDLY = (1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100)
_WITHOUT_ASCII = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th"})
_DEVICE = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")


@dataclass(frozen=True, slots=True)
class GuessedComponent:
    """A component to begin with; ``largest`` is the number that ``max`` was guessed from, if any."""

    id: str
    title: str
    weight: Decimal
    mark: str
    max: Decimal | None = None
    largest: Decimal | None = None
    attempts: tuple[str, ...] = ()
    """The titles of its columns when it has several."""
    retake_of: str | None = None
    """The title of the component that this one looks like a retake of."""


@dataclass(frozen=True, slots=True)
class Guess:
    """What a set of columns seems to be: components, and headers of attendance and route.

    The weights of the components are percents, or with ``relative`` shares of their sum. ``taken`` are the
    columns of the components; ``not_taken`` all others, each with the reason.
    """

    components: tuple[GuessedComponent, ...]
    relative: bool = False
    absence: str | None = None
    route: str | None = None
    taken: tuple[ColumnGuess, ...] = ()
    not_taken: tuple[tuple[ColumnGuess, NotTaken], ...] = ()


def components_from_headers(columns: Iterable[ColumnGuess]) -> Guess:
    """Guess the components behind the columns of an export, with equal weights.

    Pass/fail components weigh nothing unless there are no others. Columns that tell who somebody
    is, totals, feedback and a second column of the same title are left out; a retake becomes an
    attempt at what it retakes.
    """
    known = list(columns)
    reasons = {id(column): why_no_marks(column) for column in known}
    rest = [column for column in known if reasons[id(column)] is None]
    reasons |= {id(column): NotTaken.AGAIN for column in repeated(rest)}
    taken = [column for column in rest if reasons[id(column)] is None]
    chosen = _with_retakes(taken)
    counting = [columns[0] for columns in chosen if not columns[0].words] or [one[0] for one in chosen]
    weight, relative = equal_weight(len(counting))
    weights = {id(column): weight for column in counting}
    ids: list[str] = []
    for first, *_ in chosen:
        ids.append(new_id(first.title, taken=ids))
    titles = [_title(first) for first, *_ in chosen if retaken(first.title) is None]
    return Guess(
        tuple(
            _component(attempts, name, weights.get(id(attempts[0]), Decimal(0)), titles)
            for attempts, name in zip(chosen, ids, strict=True)
        ),
        relative=relative,
        absence=next((column.header for column in known if column.is_absence), None),
        route=next((column.header for column in known if column.is_route), None),
        taken=tuple(taken),
        not_taken=tuple((column, why) for column in known if (why := reasons[id(column)]) is not None),
    )


def _with_retakes(columns: list[ColumnGuess]) -> list[list[ColumnGuess]]:
    """Put each retake behind the column that it retakes; every other column stands alone."""
    found = [[column] for column in columns if retaken(column.title) is None]
    first = {plain(attempts[0].title): attempts for attempts in reversed(found)}
    for column in columns:
        names = retaken(column.title)
        if names is None:
            continue
        known = next((first[name] for name in names if name in first), None)
        if known is not None and _alike(known[0], column):
            known.append(column)
        else:
            found.append([column])
    order = {id(column): number for number, column in enumerate(columns)}
    return sorted(found, key=lambda attempts: order[id(attempts[0])])


def _alike(column: ColumnGuess, retake: ColumnGuess) -> bool:
    """Tell whether two columns hold marks of one kind; one that is empty goes with any."""
    if not retake.words and retake.largest is None:
        return True
    return (column.words, column.is_percentage) == (retake.words, retake.is_percentage)


def equal_weight(count: int) -> tuple[Decimal, bool]:
    """Return the weight of each of so many equal components, and whether it is relative to their sum.

    It is a percent where two decimals hold it. 33.34, 33.33 and 33.33 would not be equal: with them half the
    points of each can be more or less than half the percent.
    """
    count = max(count, 1)
    percent = (Decimal(100) / count).quantize(Decimal("0.01"))
    return (percent, False) if percent * count == 100 else (Decimal(1), True)


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


def _component(
    columns: list[ColumnGuess], name: str, weight: Decimal, titles: Sequence[str]
) -> GuessedComponent:
    column = columns[0]
    largest = max((one.largest for one in columns if one.largest is not None), default=None)
    mark = "pass_fail" if column.words else "percent" if column.is_percentage else "points"
    return GuessedComponent(
        name,
        _title(column),
        weight,
        mark,
        max=friendly_maximum(largest) if mark == "points" else None,
        largest=None if column.words else largest,
        attempts=tuple(_title(one) for one in columns) if len(columns) > 1 else (),
        retake_of=likely_retaken(column.title, titles),
    )


def _title(column: ColumnGuess) -> str:
    return " ".join(column.title.split())
