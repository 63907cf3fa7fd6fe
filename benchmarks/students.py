"""Make a roster of many placeholder students, the same one every time.

The students of the example roster serve as patterns, so that every kind of outcome occurs in its
share; each new student gets an id, a name and an address of their own and, within the range of the
pattern's column, other points. Prose (feedback) is left out unless quoted cells are asked for.
"""

import csv
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[1]
COURSE = ROOT / "examples" / "asiakaspolku" / "course.yaml"
PATTERN = ROOT / "examples" / "asiakaspolku" / "arviointilista.csv"

QUOTING = frozenset(',;"\n')
"""Characters for which a cell would have to be quoted; only prose has them."""

KEPT = ("Poissaolot", "Opetuskerrat")
"""Beginnings of the headers whose numbers are taken over as they are: absences and their total."""


def is_points(cell: str) -> bool:
    """Tell whether a cell holds points that may be replaced by others."""
    return cell.replace(".", "", 1).isdecimal() and "." in cell


def highest(rows: Sequence[Sequence[str]], column: int) -> int:
    """Return the highest points of a column in hundredths, 0 when it has none."""
    return max((round(float(row[column]) * 100) for row in rows if is_points(row[column])), default=0)


def read_pattern() -> tuple[list[str], list[list[str]]]:
    """Return the header and the rows of the example roster."""
    with PATTERN.open(encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    return header, rows


def students(count: int) -> Iterator[list[str]]:
    """Yield the header and so many students; the first ones are the same for every count."""
    header, rows = read_pattern()
    yield header
    random = Random(20200320)
    family, number, mail = (header.index(name) for name in ("Sukunimi", "ID-numero", "Sähköpostiosoite"))
    tops = [0 if name.startswith(KEPT) else highest(rows, column) for column, name in enumerate(header)]
    for index in range(count):
        row = list(rows[index % len(rows)])
        for column, top in enumerate(tops):
            if top and is_points(row[column]):
                row[column] = hundredths(random.randrange(0, top + 1, 25))
            elif not QUOTING.isdisjoint(row[column]):
                row[column] = ""
        row[family] = f"Opiskelija {index + 1:08}"
        row[number] = f"a{index + 1:08}"
        row[mail] = f"opiskelija{index + 1:08}@example.invalid"
        yield row


def hundredths(value: int) -> str:
    """Write a number of hundredths the way Moodle does: ``12.50``."""
    return f"{value // 100}.{value % 100:02}"


def write_roster(path: Path, count: int, *, quoted: bool = False) -> None:
    """Write a roster of so many students, with every cell quoted or none."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL, lineterminator="\n")
        lines = students(count)
        while batch := list(islice(lines, 10_000)):
            writer.writerows(batch)
