"""The day on which a command runs."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from cxkit.cli.app import main
from cxkit.cli.console import CommandError
from cxkit.cli.day import today


def test_the_day_of_the_clock() -> None:
    before = datetime.now(UTC).date()
    assert before <= today({}) <= before + timedelta(days=1)
    assert before <= today({"SOURCE_DATE_EPOCH": ""}) <= before + timedelta(days=1)


@pytest.mark.parametrize(
    ("seconds", "day"),
    [("0", date(1970, 1, 1)), ("1767225599", date(2025, 12, 31)), ("1767225600", date(2026, 1, 1))],
)
def test_the_day_that_is_given(seconds: str, day: date) -> None:
    assert today({"SOURCE_DATE_EPOCH": seconds}) == day


@pytest.mark.parametrize("seconds", ["yesterday", "-1", "1.5", "٣", "999999999999", "9" * 5000])
def test_what_is_no_day(seconds: str) -> None:
    with pytest.raises(CommandError, match="SOURCE_DATE_EPOCH"):
        today({"SOURCE_DATE_EPOCH": seconds})


def test_a_review_is_past_from_the_next_day_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from cxkit.canvas.rules.smallest import SMALLEST

    file = tmp_path / "strategy.yaml"
    file.write_text(SMALLEST["strategy"].replace("2099-09-01", "2026-01-01"), encoding="utf-8")
    said = []
    for seconds in ("1767225600", "1767311999", "1767312000"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
        assert main(["check", "--format", "concise", str(file)]) == 0
        said.append(capsys.readouterr().out.count("CX416"))
    assert said == [0, 0, 1]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    assert main(["check", str(file)]) == 2
