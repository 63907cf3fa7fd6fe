"""Sessions inside the period, and one after another."""

import pytest
from tests.course.marked import judge, noticed

PERIOD = "period: {start: 2026-01-12, end: 2026-03-27}\n"


def sessions(*entries: str) -> str:
    return "sessions:\n" + "".join(f"  - {{{entry}}}\n" for entry in entries).replace("{§", "§{")


@pytest.mark.parametrize(
    ("code", "bad", "good"),
    [
        (
            "CX191",
            PERIOD + sessions("date: §2026-01-11", "date: §2026-03-28"),
            PERIOD + sessions("date: 2026-01-12", "date: 2026-03-27"),
        ),
        (
            "CX193",
            sessions(
                "date: 2026-01-20, start: 09:00, end: 12:00", "§date: 2026-01-20, start: 11:59, end: 14:00"
            ),
            sessions(
                "date: 2026-01-20, start: 09:00, end: 12:00", "date: 2026-01-20, start: 12:00, end: 14:00"
            ),
        ),
        (
            "CX193",
            sessions("date: 2026-01-20, start: 11:00", "§date: 2026-01-20, start: 10:00, end: 12:00"),
            sessions("date: 2026-01-20, start: 12:00", "date: 2026-01-20, start: 10:00, end: 12:00"),
        ),
        (
            "CX193",
            sessions("date: 2026-01-20, start: 11:00", "§date: 2026-01-20, start: 11:00"),
            sessions("date: 2026-01-20, start: 11:00", "date: 2026-01-20, start: 11:01", "date: 2026-01-20"),
        ),
        (
            "CX193",
            sessions(
                "date: 2026-01-20, start: 08:00, end: 18:00",
                "§date: 2026-01-20, start: 09:00, end: 10:00",
                "§date: 2026-01-20, start: 11:00, end: 12:00",
            ),
            sessions(
                "date: 2026-01-20, start: 08:00, end: 18:00",
                "date: 2026-01-21, start: 09:00, end: 10:00",
                "date: 2026-01-22, start: 11:00, end: 12:00",
            ),
        ),
    ],
)
def test_the_timetable(code, bad, good):
    judge(code, bad, good)


def test_the_other_session_is_named_by_its_line():
    body = sessions(
        "date: 2026-01-20, start: 11:00, end: 13:00", "date: 2026-01-20, start: 10:00, end: 12:00"
    )
    (finding,) = noticed(body)
    assert finding.message == "This session of 2026-01-20 is at the same time as the one in line 9"


def test_a_period_that_ends_before_it_starts_is_not_held_against_sessions():
    body = "period: {start: 2026-03-27, end: 2026-01-12}\n" + sessions("date: 2026-02-02")
    assert noticed(body) == []
