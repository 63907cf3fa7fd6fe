"""Finding the student that a person means."""

from __future__ import annotations

import pytest

from cxkit.cli.console import CommandError
from cxkit.cli.student_search import Search

CLASS = [
    ("a1", "Testi Opiskelija 01", "opiskelija01@example.invalid"),
    ("A1", "Testi Opiskelija 02", "opiskelija02@example.invalid"),
    ("a3", "Äänetön Opiskelija", None),
    ("a4", "Testi Opiskelija 04", "Opiskelija04@example.invalid"),
    ("a5", "Testi Opiskelija 04", ""),
    ("a6", "", None),
]


def search(wanted: str) -> str:
    """Return the id of the student that is found."""
    found: Search[str] = Search(wanted)
    for id_, name, email in CLASS:
        if found.fits(id_, name, email):
            found.add(id_, id_)
    return found.found()


@pytest.mark.parametrize(
    ("wanted", "id_"),
    [
        ("a1", "a1"),
        ("A1", "A1"),
        (" a3 ", "a3"),
        ("A3", "a3"),
        ("testi opiskelija 01", "a1"),
        ("A\u0308a\u0308neto\u0308n opiskelija", "a3"),
        ("OPISKELIJA04@EXAMPLE.INVALID", "a4"),
    ],
)
def test_by_id_by_name_and_by_email(wanted: str, id_: str) -> None:
    assert search(wanted) == id_


def test_a_name_of_two_is_not_enough() -> None:
    with pytest.raises(CommandError, match=r'2 students fit "Testi Opiskelija 04": a4, a5; give the id'):
        search("Testi Opiskelija 04")


def test_near_matches() -> None:
    with pytest.raises(
        CommandError, match=r'no student "Testi Opiskelja 01".* Did you mean Testi Opiskelija 01, '
    ):
        search("Testi Opiskelja 01")
    with pytest.raises(CommandError, match=r'no student "zzz" in the roster\. Ids look like a1\.$'):
        search("zzz")
    with pytest.raises(CommandError, match=r"in the roster\. Ids look like a1\.$"):
        search("a" * 1000)


def test_an_empty_word_finds_nobody() -> None:
    with pytest.raises(CommandError, match='no student ""'):
        search("")


def test_many_with_one_name_are_cut_short() -> None:
    found: Search[int] = Search("same")
    for number in range(9):
        if found.fits(str(number), "Same", None):
            found.add(str(number), number)
    with pytest.raises(CommandError, match=r'9 students fit "same": 0, 1, 2, 3, 4 and 4 more; give the id'):
        found.found()


def test_who_has_the_word_in_the_name() -> None:
    with pytest.raises(CommandError, match=r"5 students have that in .*: a1, A1, a3, a4, a5; give the id"):
        search("opiskelija")
    with pytest.raises(CommandError, match=r"Did you mean a3\?$"):
        search("äänetön")


def test_nobody_is_in_an_empty_roster() -> None:
    with pytest.raises(CommandError, match=r"in the roster\.$"):
        Search[str]("a1").found()
