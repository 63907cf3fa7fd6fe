"""Data items as a table: what is collected, how, where from and for which decision."""

from __future__ import annotations

from collections.abc import Iterable

from cxkit.canvas.data import DataItem
from cxkit.report.canvas.outline_parts import Table
from cxkit.report.canvas.teller import Teller


def data_table(items: Iterable[DataItem], teller: Teller, *, title: str = "") -> Table:
    """Return a row for each data item."""
    _ = teller.texts.gettext
    header = (_("Data item"), _("Method"), _("Source"), _("Place"), _("Decision"), _("Newest result"))
    rows = tuple(
        (
            teller.cell(item.item or item.id),
            teller.cell(teller.method(item.method) or None),
            (*teller.cell(item.source), *teller.cell(item.obtained)),
            teller.cell(item.place),
            teller.cell(item.decision),
            teller.cell(teller.result(item) or _("no result yet")),
        )
        for item in items
    )
    return Table(header, rows, title=title)
