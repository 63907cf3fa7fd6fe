"""The table for a person on the terminal: one line a student, then the distribution and the counts.

Plain text; colour is two escape sequences around a grade at most, and only when asked for. Widths
are those of the terminal's cells, so that combining, wide and joined signs keep the columns straight.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size

from cxkit.escape import terminal
from cxkit.grading.plan import Plan
from cxkit.grading.results import Derivation
from cxkit.locale import Texts
from cxkit.report.messages import Wording
from cxkit.report.views import Summary, bars, summarise
from cxkit.report.wrapping import wrapped

GAP = "  "
_WIDEST_ID, _WIDEST_NAME = 24, 30
_WIDEST_ADDRESS = 64
"""Up to here the columns stay straight around ids that are not cut, because no terminal is narrow."""
_NARROWEST_NAME, _NARROWEST_REASON = 16, 40


Row = tuple[str, str, str, str, str]
"""Id, name, percent, grade and why."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What the table is written on: cells a line (None: as many as it takes), colour, and signs.

    ``ascii_only`` is for streams that cannot show anything else in the program's own words.
    """

    width: int | None = None
    colour: bool = False
    ascii_only: bool = False


def table(plan: Plan, derivations: Sequence[Derivation], texts: Texts, paper: Paper) -> Iterator[str]:
    """Yield the lines of the table for all students, without line ends."""
    words, _ = Wording.of(plan, texts), texts.gettext
    head = (_("id"), _("name"), _("percent"), _("grade"), _("why"))
    rows = [_row(derivation, words, paper) for derivation in derivations]
    columns = _columns([head, *rows], paper)
    if rows:
        yield from _line(head, columns, Paper(paper.width, False, paper.ascii_only))
    for row in rows:
        yield from _line(row, columns, paper)
    if rows:
        yield ""
    yield from distribution(summarise(plan, derivations), words, paper)


@dataclass(frozen=True, slots=True)
class _Columns:
    """The widths of all columns but the last, and where that stands: in the row, or in lines under it."""

    widths: tuple[int, ...]
    beside: bool

    @property
    def taken(self) -> int:
        """Return how many cells a row takes with the gaps between its columns, without the reason."""
        return sum(self.widths) + (len(self.widths) - 1) * len(GAP)


def _columns(rows: Sequence[Row], paper: Paper) -> _Columns:
    """Fit the columns to the paper; a long name gives way to the reason, which goes under the row at last."""
    id_, name, *others, why = (max(cell_len(row[column]) for row in rows) for column in range(5))
    id_, name = min(id_, _WIDEST_ADDRESS if paper.width is None else _WIDEST_ID), min(name, _WIDEST_NAME)
    if paper.width is None:
        return _Columns((id_, name, *others), beside=True)
    under = paper.width - id_ - sum(others) - 3 * len(GAP)
    beside = under - len(GAP) - min(why, _NARROWEST_REASON)
    least = min(name, _NARROWEST_NAME)
    fits = beside >= least
    return _Columns((id_, max(min(name, beside if fits else under), least), *others), fits)


def distribution(summary: Summary, words: Wording, paper: Paper) -> Iterator[str]:
    """Yield the lines of a bar a grade and one for incomplete students, and the counts in one sentence."""
    texts = words.texts
    if summary.students:
        grades = bars(summary, texts.gettext("incomplete"), words.label)
        label_width = max(cell_len(terminal(label)) for label, _ in grades)
        most = max(count for _, count in grades)
        count_width = len(texts.count(most))
        if paper.width is not None:
            label_width = max(1, min(label_width, paper.width - count_width - 6))
        room = 40 if paper.width is None else max(1, min(40, paper.width - label_width - count_width - 5))
        bar = "#" if paper.ascii_only else "█"
        for label, count in grades:
            grade = _left(_cut(terminal(label), label_width, paper), label_width)
            number = _right(texts.count(count), count_width)
            yield f" {grade}{GAP}{number}{GAP}{bar * bar_length(count, most, room)}".rstrip()
        yield ""
    yield from wrapped(counts(summary, texts), paper.width)


def bar_length(count: int, most: int, room: int) -> int:
    """Return how long a bar is: at most ``room``, one sign a student where they fit, never 0 for some."""
    if most <= room:
        return count
    return -(-count * room // most)


def counts(summary: Summary, texts: Texts) -> str:
    """Return how many students there are and how they did, with mean and median."""
    _ = texts.gettext
    sentence = outcomes((summary.passed, summary.failed, summary.incomplete), texts)
    if summary.mean_percent is None or summary.median_percent is None:
        return sentence
    figures = _(
        "Mean {mean}, median {median}.",
        mean=texts.percent(summary.mean_percent, 2),
        median=texts.percent(summary.median_percent, 2),
    )
    return f"{sentence} {figures}"


def outcomes(statuses: Sequence[int], texts: Texts) -> str:
    """Return how many students there are, and how many passed, failed and are incomplete."""
    passed, failed, incomplete = statuses
    return texts.gettext(
        "{students}: {passed} passed, {failed} failed, {incomplete} incomplete.",
        students=texts.ngettext("{number} student", "{number} students", sum(statuses)),
        passed=texts.count(passed),
        failed=texts.count(failed),
        incomplete=texts.count(incomplete),
    )


def _row(derivation: Derivation, words: Wording, paper: Paper) -> Row:
    none = "-" if paper.ascii_only else "–"
    percent = derivation.percent
    return (
        terminal(derivation.id),
        terminal(derivation.name),
        none if percent is None else words.texts.number(percent, words.places),
        none if derivation.grade is None else terminal(words.label(derivation.grade)),
        terminal(words.reason(derivation)),
    )


def _line(row: Row, columns: _Columns, paper: Paper) -> Iterator[str]:
    id_, name, percent, grade, why = row
    widths = columns.widths
    cells = [
        _left(id_ if paper.width is None else _cut(id_, widths[0], paper), widths[0]),
        _left(_cut(name, widths[1], paper), widths[1]),
        _right(percent, widths[2]),
        _emphasised(_right(grade, widths[3]), paper),
    ]
    if paper.width is None or columns.beside:
        before = columns.taken + len(GAP)
        first, *more = wrapped(why, None if paper.width is None else paper.width - before)
        yield GAP.join([*cells, first]).rstrip()
        yield from (" " * before + line for line in more)
    elif paper.width >= columns.taken:
        yield GAP.join(cells)
        yield from (GAP + line for line in wrapped(why, paper.width - len(GAP)))
    else:
        for cell in (id_, name, f"{percent}{GAP}{grade}", why):
            yield from wrapped(cell, paper.width)


def _emphasised(cell: str, paper: Paper) -> str:
    return f"\x1b[1m{cell}\x1b[0m" if paper.colour else cell


def _left(text: str, width: int) -> str:
    return text + " " * (width - cell_len(text))


def _right(text: str, width: int) -> str:
    return " " * (width - cell_len(text)) + text


def _cut(text: str, width: int, paper: Paper) -> str:
    if cell_len(text) <= width:
        return text
    more = "..." if paper.ascii_only else "…"
    return set_cell_size(text, width - len(more)).rstrip() + more
