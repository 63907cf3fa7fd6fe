"""The columns of a gradebook export as a new course file wants them: titles, and what their cells hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import islice

from cxkit.course.guesses import ColumnGuess, components_from_headers
from cxkit.documents.diagnostics import Refused
from cxkit.exact import SCALE
from cxkit.roster.findings import Findings
from cxkit.roster.headers import WITH_KIND, Header, Kind
from cxkit.roster.marks import FAIL_WORDS, PASS_WORDS, Number, is_empty, read_number, unescaped
from cxkit.roster.records import Records
from cxkit.roster.table import open_table

LOOKED_AT = 1_000
"""How many students are looked at: enough to see what a column holds and about how many points it has."""

_EXCUSED = "ex"


def columns_of(file: str) -> tuple[ColumnGuess, ...]:
    """Return the columns of an export that hold marks, or words that could be; others are left out.

    Raises UnreadableFile, and Refused for a file that cannot be taken apart.
    """
    table = open_table(file)
    findings = Findings(file)
    with table.lines() as lines:
        records = [
            record.cells for record in islice(Records(lines, table.delimiter, findings), 1 + LOOKED_AT)
        ]
    if findings.count:
        raise Refused(findings.diagnostics())
    headers = [Header.of(index, text) for index, text in enumerate(table.header.cells)]
    guesses = (_guess(header, [cells[header.index] for cells in records[1:]]) for header in headers)
    return tuple(guess for guess in guesses if guess is not None)


def _guess(header: Header, cells: Sequence[str]) -> ColumnGuess | None:
    if header.kind is Kind.FEEDBACK:
        return None
    texts = {unescaped(cell) for cell in cells}
    marks = {text for text in texts if not is_empty(text) and text.casefold() != _EXCUSED}
    title = _title(header)
    if marks and all(text.casefold() in PASS_WORDS | FAIL_WORDS for text in marks):
        return ColumnGuess(title, header.text, words=True)
    guess = ColumnGuess(title, header.text, largest=_largest(marks))
    is_text = bool(marks) and guess.largest is None
    # A column of other text cannot be a component, but by its header it may be that of the routes.
    return None if is_text and components_from_headers([guess]).components else guess


def _largest(texts: Iterable[str]) -> Decimal | None:
    """Return the largest of some numbers, None when there are none or one is no number."""
    numbers = [read_number(text, percent_sign=True) for text in texts]
    values = [number.value for number in numbers if isinstance(number, Number)]
    if not values or len(values) < len(numbers):
        return None
    return Decimal(max(values)) / SCALE


def _title(header: Header) -> str:
    """Return the name of a Moodle item as it stands in the header, without module and kind."""
    found = WITH_KIND.fullmatch(header.text.strip())
    if header.kind is None or found is None:
        return header.text.strip()
    item = found[1].strip()
    module, colon, name = item.partition(":")
    return name.strip() if colon and module and name.strip() else item
