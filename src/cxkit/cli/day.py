"""The day on which a command runs: that of the clock, or one that is given, so that a run can be repeated."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime

from cxkit.cli.console import CommandError

VARIABLE = "SOURCE_DATE_EPOCH"
"""Seconds since 1970; see https://reproducible-builds.org/specs/source-date-epoch/."""

_SECONDS = re.compile(r"\d{1,12}", re.ASCII)


def today(environment: Mapping[str, str] = os.environ) -> date:
    """Return the day in UTC, so that no time zone changes what is found; raises CommandError."""
    given = environment.get(VARIABLE, "")
    if not given:
        return datetime.now(UTC).date()
    try:
        if _SECONDS.fullmatch(given):
            return datetime.fromtimestamp(int(given), UTC).date()
    except (ValueError, OverflowError, OSError):
        pass
    raise CommandError(f"{VARIABLE} is to be a number of seconds since 1970, such as 1767225600.")
