"""What the readers pass on about a batch: which row, which column, what is wrong."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something wrong in a batch: `row` counts within it from 0, `column` in the file from 0."""

    code: str
    row: int
    column: int
    message: str
    hint: str
