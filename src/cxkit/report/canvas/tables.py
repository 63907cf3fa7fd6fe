"""A table as a newspaper sets it: a header in grey, hairlines between rows, no boxes."""

from __future__ import annotations

from collections.abc import Sequence

from cxkit.report.canvas.items import Columns, Item, Rule, Space, Stack
from cxkit.report.canvas.setting import Setting, Words


def table(
    header: Sequence[str],
    rows: Sequence[Sequence[Sequence[Words]]],
    shares: Sequence[float],
    setting: Setting,
    room: float,
    *,
    size: float = 13,
    gap: float = 16,
) -> Stack:
    """Return a table across a room; a cell holds texts, one below the other, and the first column names.

    ``shares`` are the widths of the columns in relation to each other.
    """
    whole = room - gap * (len(shares) - 1)
    widths = [whole * share / sum(shares) for share in shares]
    lefts = [sum(widths[:number]) + gap * number for number in range(len(widths))]
    heads: list[tuple[float, Item]] = [
        (left, setting.label(name, wide)) for left, wide, name in zip(lefts, widths, header, strict=True)
    ]
    items: list[Item] = [Columns(tuple(heads)), Rule(room, setting.theme.line, above=2, below=7)]
    for number, row in enumerate(rows):
        if number:
            items.append(Rule(room, setting.theme.hair, above=6, below=7))
        items.append(
            Columns(
                tuple(
                    (left, _cell(cell, setting, wide, size, names=left == 0))
                    for left, wide, cell in zip(lefts, widths, row, strict=True)
                )
            )
        )
    return Stack((*items, Space(4)))


def _cell(cell: Sequence[Words], setting: Setting, wide: float, size: float, *, names: bool) -> Item:
    if not cell:
        return setting.text("–", wide, size=size, leading=size + 5, ink=setting.theme.ink3)
    return Stack(
        tuple(
            setting.text(
                words, wide, size=size, leading=size + 5, style="semibold" if names else "regular", after=1
            )
            for words in cell
        )
    )
