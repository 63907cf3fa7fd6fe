"""The fast reader: simple CSV in UTF-8 through Polars, and not trusted.

It yields marks as long as nothing is wrong and gives up with `Doubt` at the first sign of anything; the
careful reader then says what it is. Polars pads short rows silently, and lets rows that are too long pass
where it reads only some of the columns: that there were none is proven by counting all delimiters of the
file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Final

import polars as pl

from cxkit.roster.findings import Findings
from cxkit.roster.frames import Judge
from cxkit.roster.layout import Layout
from cxkit.roster.records import cell_span
from cxkit.roster.table import Table

CHUNK: Final = 100_000


class Doubt(Exception):
    """Something in the file wants the careful reader."""


def is_simple(table: Table) -> bool:
    """Tell whether the fast reader may try a file; Polars wants a name in Unicode."""
    one_line = table.header.line == 1 and "\n" not in table.header.text
    return table.facts.simple and one_line and _in_unicode(table.source.file)


def _in_unicode(name: str) -> bool:
    return all(not "\ud800" <= character <= "\udfff" for character in name)


def fast_batches(
    table: Table,
    layout: Layout,
    decimal_mark: str | None,
    findings: Findings,
    progress: Callable[[int], None],
) -> Iterator[pl.DataFrame]:
    """Yield the marks of a simple file; raises `Doubt`, also at the very end."""
    judge, rows, width = Judge(layout, decimal_mark), 0, len(table.header.cells)
    try:
        for batch in _texts(table, width, [str(index) for index in layout.needed]):
            lines = pl.int_range(rows + 2, rows + 2 + batch.height, eager=True)
            frame, troubles = judge.judge(batch, rows, lines)
            rows += batch.height
            if troubles:
                raise Doubt
            progress(rows)
            yield frame
    except pl.exceptions.PolarsError:
        raise Doubt from None
    delimiters = table.facts.delimiters - table.header.text.count(table.delimiter)
    if delimiters != rows * (width - 1) or not judge.is_clean():
        raise Doubt
    judge.warn(findings, partial(cell_span, 1, table.header.text, table.delimiter))


def _texts(table: Table, width: int, needed: list[str]) -> Iterator[pl.DataFrame]:
    """Yield the needed columns, all rows once; where the sum of delimiters is right, so is every row.

    While no last cell is empty no row is too short, so the sum tells of one that is too long. With the first
    empty one the whole file is read again in all its columns: Polars then refuses rows that are too long, and
    the sum tells of those that are too short.
    """
    scan, last, rows = _scan(table, width), str(width - 1), 0
    if _ends_with_a_cell(table):
        for batch in _batches(scan.select(list(dict.fromkeys([*needed, last])))):
            if (batch[last] == "").any():
                break
            yield batch.select(needed)
            rows += batch.height
        else:
            return
    for batch in _batches(scan):
        if rows < batch.height:
            yield batch.select(needed).slice(rows)
        rows = max(rows - batch.height, 0)


def _ends_with_a_cell(table: Table) -> bool:
    """Tell whether the last cell of the first student is filled, as then most likely all are."""
    with table.lines() as lines:
        return not next(islice(lines, 1, 2), "").endswith(table.delimiter)


def _batches(frame: pl.LazyFrame) -> Iterator[pl.DataFrame]:
    return frame.collect_batches(chunk_size=CHUNK, maintain_order=True)


def _scan(table: Table, width: int) -> pl.LazyFrame:
    # The path is made absolute, for Polars takes names such as `http://marks.csv` or `~` for something else
    # than a file.
    content = table.source.content
    return pl.scan_csv(
        Path(table.source.file).absolute() if content is None else content,
        has_header=False,
        skip_lines=1,
        schema={str(index): pl.String for index in range(width)},
        separator=table.delimiter,
        quote_char='"' if table.facts.quoted else None,
        empty_string_is_null=False,
        infer_schema=False,
        glob=False,
    )
