"""Look at a gradebook export before there is a course: which of its columns hold marks, and how large.

What components to make of them is decided in `cxkit.course.guesses`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import BinaryIO, Final

from cxkit.course.export_columns import ColumnGuess, NotTaken, OddCell
from cxkit.course.scale import fold
from cxkit.documents.diagnostics import Refused
from cxkit.roster.findings import Findings
from cxkit.roster.headers import Header, Kind, parsed
from cxkit.roster.identity import EMAIL_HEADERS, FIRST_NAMES, ID_HEADERS, LAST_NAMES, NAME_HEADERS, compact
from cxkit.roster.marks import FAIL_WORDS, PASS_WORDS, BadMark, amount, is_empty, read_number, unescaped
from cxkit.roster.records import Records
from cxkit.roster.table import open_table

IDENTITY: Final = frozenset(
    compact(name) for name in (*ID_HEADERS, *EMAIL_HEADERS, *NAME_HEADERS, *FIRST_NAMES, *LAST_NAMES)
)
ROUTE: Final = frozenset({"route", "suoritustapa", "suoritusreitti", "reitti"})
EXCUSED: Final = frozenset({"ex", "excused", "vapautettu", "befreit"})
SESSIONS: Final = frozenset({"sessions", "taken sessions", "opetuskerrat", "kerrat"})
READ_ONLY: Final = "(read only)"
ODD_CELLS: Final = 3
"""How many cells of a column that are no marks are shown."""


class _Seen:
    """Cells of one sort: how many, and the first of them."""

    def __init__(self) -> None:
        self.count = 0
        self.first: list[OddCell] = []

    def add(self, line: int, text: str) -> None:
        self.count += 1
        if len(self.first) < ODD_CELLS:
            self.first.append(OddCell(line, text))


class _Column:
    """What the cells of one column have been so far."""

    def __init__(self, header: Header) -> None:
        self.header = header
        self.never = self._never()
        self.numbers = self.percents = 0
        self.largest: int | None = None
        self.words = _Seen()
        self.odd = _Seen()

    def _never(self) -> NotTaken | None:
        """Tell why the header alone says that this column holds no marks."""
        header = self.header
        if compact(header.text) in IDENTITY:
            return NotTaken.IDENTITY
        if not SESSIONS.isdisjoint(header.names):
            return NotTaken.SESSIONS
        return NotTaken.FEEDBACK if header.kind in (Kind.FEEDBACK, Kind.LETTER) else None

    def see(self, line: int, text: str) -> None:
        text = unescaped(text)
        word = fold(text)
        if is_empty(text) or word in EXCUSED:
            return
        if word in PASS_WORDS or word in FAIL_WORDS:
            self.words.add(line, text)
            return
        number = read_number(text, percent_sign=self.header.kind in (None, Kind.PERCENTAGE))
        if isinstance(number, BadMark):
            self._see_odd(line, text)
            return
        self.numbers += 1
        self.percents += number.percent_sign
        self.largest = number.value if self.largest is None else max(self.largest, number.value)

    def _see_odd(self, line: int, text: str) -> None:
        if fold(text) == READ_ONLY:
            self.never = NotTaken.READ_ONLY
        self.odd.add(line, text)

    def guess(self) -> ColumnGuess:
        header = self.header
        if header.key in ROUTE:
            return ColumnGuess(_title(header), header.text)
        words = self.words.count > 0 and not self.numbers
        # Beside numbers a word is no mark.
        odd = self.odd.first if words else sorted((*self.odd.first, *self.words.first))[:ODD_CELLS]
        return ColumnGuess(
            _title(header),
            header.text,
            words,
            None if self.largest is None else Decimal(amount(self.largest)),
            percent=bool(self.numbers) and self.percents == self.numbers,
            odd=tuple(odd),
            odd_count=self.odd.count + (0 if words else self.words.count),
            not_taken=self._why_not(),
        )

    def _why_not(self) -> NotTaken | None:
        if self.never is not None:
            return self.never
        some_mark = self.numbers or self.words.count or self.header.kind is not None
        return NotTaken.TEXT if self.odd.count and not some_mark else None


def guess_columns(
    file: str, *, delimiter: str | None = None, stream: BinaryIO | None = None
) -> list[ColumnGuess]:
    """List the columns of an export, each with what its cells hold and, if it holds no marks, why.

    An item of Moodle's is always one of marks, another column as soon as some cell of it is a number or a
    pass/fail word, or when all are empty. Raises `UnreadableFile`, and `Refused` when rows cannot be split.
    """
    table = open_table(file, delimiter=delimiter, stream=stream)
    columns = [_Column(header) for header in parsed(table.header.cells)]
    findings = Findings(file)
    with table.lines() as lines:
        records = iter(Records(lines, table.delimiter, findings))
        next(records)
        for record in records:
            for column, text in zip(columns, record.cells, strict=True):
                if column.never is None:
                    column.see(record.line, text)
    if findings.count:
        raise Refused(findings.diagnostics())
    return [column.guess() for column in columns if column.header.key]


def _title(header: Header) -> str:
    """Take the kind and the module off a header, keeping the case it is written in."""
    text = header.text.strip()
    if header.kind is not None:
        text = text[: text.rindex("(")].strip()
    return text.partition(":")[2].strip() if header.name else text
