"""Which columns of an export are retakes, and of what."""

from __future__ import annotations

from decimal import Decimal

import pytest

from cxkit.course.export_columns import ColumnGuess
from cxkit.course.guesses import components_from_headers
from cxkit.course.retakes import likely_retaken, retaken


@pytest.mark.parametrize(
    ("title", "of"),
    [
        ("Loppukoe", None),
        ("Loppukoe uusinta", ["loppukoe"]),
        ("Loppukoe, uusinta 2", ["loppukoe"]),
        ("Loppukoe 2. uusinta", ["loppukoe 2", "loppukoe"]),
        ("Koe 2 (uusinta)", ["koe 2", "koe"]),
        ("Tentti uusintatentti", ["tentti", "tentti tentti"]),
        ("Uusintatentti", ["tentti"]),
        ("Uusinta", []),
        ("Exam re-sit", ["exam"]),
        ("Retake: Exam", ["exam"]),
        ("Klausur Wiederholung", ["klausur"]),
        ("Wiederholungsprüfung", ["prüfung"]),
        ("Nachklausur", ["klausur"]),
        ("Uusintamatka", None),
    ],
)
def test_what_a_title_retakes(title: str, of: list[str] | None) -> None:
    assert retaken(title) == of


@pytest.mark.parametrize(
    ("title", "others", "of"),
    [
        ("Uusintatentti", ["Essee", "Verkkotentti"], "Verkkotentti"),
        ("Uusintatentti", ["Välitentti", "Verkkotentti"], None),
        ("Uusinta", ["Koe"], "Koe"),
        ("Uusinta", ["Koe", "Essee"], None),
        ("Essee", ["Koe"], None),
    ],
)
def test_what_a_lone_retake_may_belong_to(title: str, others: list[str], of: str | None) -> None:
    assert likely_retaken(title, others) == of


def attempts(*columns: ColumnGuess) -> list[tuple[str, tuple[str, ...], Decimal]]:
    return [(one.id, one.attempts, one.weight) for one in components_from_headers(columns).components]


def column(title: str, largest: int | None, *, words: bool = False) -> ColumnGuess:
    return ColumnGuess(title, title, words, None if largest is None else Decimal(largest))


def test_attempts_share_a_component_whatever_their_order() -> None:
    found = attempts(
        column("Koe uusinta", 9), column("Essee", 5), column("Koe", 7), column("Koe resit", None)
    )
    assert found == [
        ("essee", (), Decimal(50)),
        ("koe", ("Koe", "Koe uusinta", "Koe resit"), Decimal(50)),
    ]


def test_marks_of_two_kinds_are_no_attempts_at_one_component() -> None:
    found = attempts(column("Koe", 7), column("Koe uusinta", None, words=True))
    assert [(id_, titles) for id_, titles, _ in found] == [("koe", ()), ("koe_uusinta", ())]


def test_titles_that_differ_in_their_signs_only_stay_apart() -> None:
    found = attempts(column("Koe 1", 7), column("Koe-1", 7), column("№", 1), column("§", 1))
    assert len(found) == 4
