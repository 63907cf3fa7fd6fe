"""Look at a gradebook export before there is a course: which of its columns hold marks, and how large.

What components to make of them is decided in `cxkit.course.guesses`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import BinaryIO, Final

from cxkit.course.guesses import ColumnGuess
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


class _Column:
    """What the cells of one column have been so far."""

    def __init__(self, header: Header) -> None:
        self.header = header
        self.is_route = header.key in ROUTE
        self.is_mark = self._may_be_mark()
        self.words = False
        self.largest: int | None = None

    def _may_be_mark(self) -> bool:
        header = self.header
        known = compact(header.text) in IDENTITY or not SESSIONS.isdisjoint(header.names)
        return not known and header.kind not in (Kind.FEEDBACK, Kind.LETTER)

    def see(self, text: str) -> None:
        text = unescaped(text)
        word = fold(text)
        if is_empty(text) or word in EXCUSED:
            return
        if word in PASS_WORDS or word in FAIL_WORDS:
            self.words = True
            return
        number = read_number(text, percent_sign=self.header.kind is Kind.PERCENTAGE)
        if isinstance(number, BadMark):
            self.is_mark = False
        else:
            self.largest = number.value if self.largest is None else max(self.largest, number.value)

    def guess(self) -> ColumnGuess:
        largest = None if self.largest is None or self.is_route else Decimal(amount(self.largest))
        words = self.words and self.largest is None
        return ColumnGuess(_title(self.header), self.header.text, words, largest)


def guess_columns(
    file: str, *, delimiter: str | None = None, stream: BinaryIO | None = None
) -> list[ColumnGuess]:
    """List the columns of an export that hold marks or nothing, and the one that looks like the route.

    Columns that say who a student is, feedback, letters and other text are left out; a second column of an
    item (its percentages) is not. Raises `UnreadableFile`, and `Refused` when rows cannot be split.
    """
    table = open_table(file, delimiter=delimiter, stream=stream)
    columns = [_Column(header) for header in parsed(table.header.cells)]
    findings = Findings(file)
    with table.lines() as lines:
        records = iter(Records(lines, table.delimiter, findings))
        next(records)
        for record in records:
            for column, text in zip(columns, record.cells, strict=True):
                if column.is_mark:
                    column.see(text)
    if findings.count:
        raise Refused(findings.diagnostics())
    return [column.guess() for column in columns if (column.is_mark or column.is_route) and column.header.key]


def _title(header: Header) -> str:
    """Take the kind and the module off a header, keeping the case it is written in."""
    text = header.text.strip()
    if header.kind is not None:
        text = text[: text.rindex("(")].strip()
    return text.partition(":")[2].strip() if header.name else text
