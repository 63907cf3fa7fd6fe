"""Say what is probably wrong with a text that should have been a number, and what to do about it.

Only messages are made here; whether a text is a number is decided in `marks`.
"""

import re
from collections.abc import Callable

from cxkit.roster.quoting import quoted

FIX = "Correct the cell in the gradebook and export the file again."
MONTHS = (
    "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras"
    "|joulu|mär|mai|okt|dez"
)
DATE = re.compile(
    rf"[0-9]{{4}}-[0-9]{{1,2}}-[0-9]{{1,2}}.*|[0-9]{{1,2}}[./][0-9]{{1,2}}[./]([0-9]{{2,4}})?"
    rf"|[0-9]{{1,2}}/[0-9]{{1,2}}|[0-9]{{1,2}}[-. ]+({MONTHS})\w*\.?([-. ]*[0-9]{{2,4}})?"
    rf"|({MONTHS})\w*[-. ][0-9]{{2,4}}",
    re.IGNORECASE,
)
EXPONENT = re.compile(r"-?[0-9]+([.,][0-9]+)?e[+-]?[0-9]+", re.IGNORECASE)
THOUSANDS = re.compile(r"-?[0-9]{1,3}(([., '_\u00a0\u2009\u202f’])[0-9]{3})+([.,][0-9]+)?")
SHAPES: tuple[tuple[Callable[[str], object], str, str], ...] = (
    (
        DATE.fullmatch,
        "looks like a date",
        "A spreadsheet may have made it one: format the column as text, enter the mark again and export.",
    ),
    (EXPONENT.fullmatch, "is written with an exponent", "Write the number out in full, such as 100 for 1e2."),
    (
        THOUSANDS.fullmatch,
        "has a thousands separator",
        "Write the number without it: digits and one decimal mark.",
    ),
    (re.compile(r"\+[0-9].*").fullmatch, "begins with a plus sign", "Leave the plus sign out."),
    (
        re.compile(r"[−–—‐‑][0-9].*").fullmatch,
        "begins with a dash that is not a minus",
        "Write a hyphen-minus: -3.",
    ),
    (
        re.compile(r"-?[.,][0-9]+|-?[0-9]+[.,]").fullmatch,
        "has no digit on one side of its decimal mark",
        "Write digits on both sides, such as 0.5 (0,5 where the file has decimal commas).",
    ),
    (re.compile(r"-?[0-9]+([.,][0-9]+){2,}").fullmatch, "has more than one decimal mark", FIX),
    (
        re.compile(r"(nan|-?inf(inity)?|n/a|#.+)", re.IGNORECASE).fullmatch,
        "is not a number",
        "Leave the cell empty when there is no mark.",
    ),
    (
        lambda text: any(c.isnumeric() and not c.isascii() for c in text),
        "has digits other than 0 to 9",
        "Write the number with the digits 0 to 9: a half is 0.5 (0,5 where the file has decimal commas).",
    ),
)


def not_a_number(cell: str, *, percent_sign: bool = False) -> tuple[str, str]:
    """Give the message and the hint for a cell that does not follow the number grammar.

    ``percent_sign`` tells that there may be one behind the number.
    """
    text = cell
    if cell.endswith("%"):
        if not percent_sign:
            return (
                f"{quoted(cell)} has a percent sign, and this column holds no percentages",
                "Export the column as points, or give the component `mark: percent`.",
            )
        text = cell[:-1].rstrip()
    for fits, what, hint in SHAPES:
        if fits(text):
            return f"{quoted(cell)} {what}", hint
    return f"{quoted(cell)} is not a number", FIX


def too_long(text: str) -> tuple[str, str]:
    """Give the message and the hint for a number with more digits than marks may have."""
    return (
        f"{quoted(text)} has too many digits",
        "A mark has at most 9 digits before and 6 after the decimal mark: round it in the gradebook.",
    )
