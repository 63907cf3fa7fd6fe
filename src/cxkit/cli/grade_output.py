"""What `grade` makes of the grades: files, a document on standard output, or the table.

CSV is streamed from the engine's frames; everything else is made from derivations.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import IO, TYPE_CHECKING

from cxkit.cli.outputs import ReportFormat
from cxkit.grading.plan import Plan
from cxkit.grading.results import Derivation
from cxkit.locale import Texts
from cxkit.report.grades import derived, graded
from cxkit.report.terminal_table import outcomes

if TYPE_CHECKING:
    import polars as pl

    from cxkit.roster.read import Roster

Sink = tuple[ReportFormat, IO[bytes]]


class Results:
    """The results of a roster on their way into files; ``statuses`` counts students as they pass."""

    def __init__(self, plan: Plan, roster: Roster, texts: Texts) -> None:
        self._plan = plan
        self._roster = roster
        self._texts = texts
        self.statuses = [0, 0, 0]
        """How many have passed, failed and are incomplete."""

    def write(self, sinks: Sequence[Sink], *, keep: bool) -> list[Derivation]:
        """Write every format into its sinks; with ``keep`` return the derivations as well.

        Raises Refused at the end of the roster when anything in it is wrong: what has been written
        until then is worth nothing.
        """
        by_format = {format_: [sink for kind, sink in sinks if kind is format_] for format_ in ReportFormat}
        batches = self._streamed(by_format[ReportFormat.CSV])
        derivations: list[Derivation] = []
        if keep or by_format[ReportFormat.MD]:
            derivations = list(self._derivations(batches))
            self._write_json(by_format[ReportFormat.JSON], derivations)
            self._write_report(by_format[ReportFormat.MD], derivations)
        elif by_format[ReportFormat.JSON]:
            self._write_json(by_format[ReportFormat.JSON], self._derivations(batches))
        else:
            for _ in batches:
                pass
        return derivations

    def _streamed(self, sinks: Sequence[IO[bytes]]) -> Iterator[tuple[pl.DataFrame, pl.DataFrame]]:
        """Pass the batches on, each written as CSV and counted."""
        table = None
        if sinks:
            from cxkit.report.csv_table import CsvTable

            table = CsvTable(self._plan)
            _write(sinks, table.header())
        for marks, results in graded(self._plan, self._roster):
            for status in range(3):
                self.statuses[status] += int((results["status"] == status).sum())
            if table is not None:
                _write(sinks, table.rows(results))
            yield marks, results

    def _derivations(self, batches: Iterable[tuple[pl.DataFrame, pl.DataFrame]]) -> Iterator[Derivation]:
        units = self._roster.layout.units
        for marks, results in batches:
            yield from derived(self._plan, units, marks, results)

    def _write_json(self, sinks: Sequence[IO[bytes]], derivations: Iterable[Derivation]) -> None:
        if sinks:
            from cxkit.report.json_document import json_document

            for piece in json_document(self._plan, derivations, self._texts):
                _write(sinks, piece.encode())

    def _write_report(self, sinks: Sequence[IO[bytes]], derivations: Sequence[Derivation]) -> None:
        if sinks:
            from cxkit.report.class_report import class_report

            _write(sinks, class_report(self._plan, derivations, self._texts).encode())


def _write(sinks: Sequence[IO[bytes]], content: bytes) -> None:
    for sink in sinks:
        sink.write(content)


def summary(statuses: Sequence[int], files: Sequence[object], texts: Texts) -> str:
    """Say in two lines how many students came out how, and where the files lie."""
    written = texts.gettext("Written: {files}", files=", ".join(str(file) for file in files))
    return f"{outcomes(statuses, texts)}\n{written}"
