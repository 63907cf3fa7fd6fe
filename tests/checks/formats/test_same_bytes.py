"""The same findings give the same bytes, whatever the hash seed, time zone, locale or working directory."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cxkit.checks.formats import Format

FAULTY = """\
kind: course
version: 1
id: demo-1
title: {fi: Palvelu, en: Service, sv: Tjänst}
credits: 5
bands: {1: 40, 3: 30, 6: 90}
components:
  - {id: exam, wieght: 60, max: 30}
  - {id: exam, weight: 30, max: -1, pass_mrk: 50}
"""
ELSEWHERE = {
    "PYTHONHASHSEED": "4294967295",
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "C",
    "COLUMNS": "20",
    "PYTHONIOENCODING": "utf-8",
}


def printed(folder: Path, format_: Format, surroundings: dict[str, str]) -> bytes:
    (folder / "courses").mkdir(parents=True)
    for name in ("b.yaml", "ä.yaml", "a.yaml"):
        (folder / "courses" / name).write_text(FAULTY.replace("demo-1", f"demo-{name}"), encoding="utf-8")
    outside = ("GITHUB_", "NO_COLOR", "FORCE_COLOR")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(outside)}
    done = subprocess.run(
        [sys.executable, "-m", "cxkit", "check", "courses", "--format", format_.value],
        cwd=folder,
        env={**environment, "PYTHONHASHSEED": "0", "PYTHONUTF8": "1", **surroundings},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (1, b"")
    return done.stdout


@pytest.mark.programs
@pytest.mark.parametrize("format_", Format)
def test_surroundings_change_no_byte(format_: Format, tmp_path: Path) -> None:
    usual = printed(tmp_path / "here", format_, {})
    assert usual.count(b"CX030") >= 3
    assert printed(tmp_path / "else" / "where", format_, ELSEWHERE) == usual
