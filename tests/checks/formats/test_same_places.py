"""An error stands at the same line and column in every format, for every folder of the gallery."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest
from tests.gallery import Case, cases

from cxkit.checks.findings import Findings
from cxkit.checks.formats import Format, render
from cxkit.checks.run import Wishes, run

Place = tuple[str, int, int, str]
LINE = re.compile(r"^(\S+):(\d+):(\d+): (CX\d{3}) (?:error|warning|info): ")
COMMAND = re.compile(
    r"^::\w+ file=([^,]*),line=(\d+),col=(\d+),endLine=\d+(?:,endColumn=\d+)?,title=(CX\d{3})"
)
CHECKED = [case for case in cases() if case.command.startswith("check ")]


def in_lines(text: str, pattern: re.Pattern[str]) -> Iterator[Place]:
    for line in text.splitlines():
        found = pattern.match(line)
        if found is not None:
            yield unquote(found[1]), int(found[2]), int(found[3]), found[4]


def in_json(text: str) -> Iterator[Place]:
    for found in json.loads(text)["diagnostics"]:
        yield found["file"], found["line"], found["column"], found["code"]


def in_sarif(text: str) -> Iterator[Place]:
    for result in json.loads(text)["runs"][0]["results"]:
        place = result["locations"][0]["physicalLocation"]
        region = place["region"]
        file = unquote(place["artifactLocation"]["uri"])
        yield file, region["startLine"], region["startColumn"], result["ruleId"]


def carets(text: str) -> list[tuple[int, int]]:
    """Return the line number and the column in which each row of carets begins."""
    rows = text.splitlines()
    found = []
    for above, under in pairwise(rows):
        number = re.match(r"  (\d+) \| ", above)
        if number is not None and set(under) <= set(" |^") and "^" in under:
            found.append((int(number[1]), under.index("^") - number.end() + 1))
    return found


def checked(case: Case, folder: Path) -> Findings:
    case.lay_out(folder, mended=False)
    return run(case.command.split()[1:], Wishes(None, None, None))


@pytest.mark.parametrize("case", CHECKED, ids=lambda case: case.folder.name)
def test_every_format_names_the_same_places(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    findings = checked(case, tmp_path)
    want = [
        (found.file, found.span.line, found.span.column, found.code)
        for found in findings.diagnostics
        if found.span is not None
    ]
    assert case.code in {code for _, _, _, code in want}
    got = {
        "text": in_lines(render(Format.TEXT, findings), LINE),
        "concise": in_lines(render(Format.CONCISE, findings), LINE),
        "json": in_json(render(Format.JSON, findings)),
        "github": in_lines(render(Format.GITHUB, findings), COMMAND),
        "sarif": in_sarif(render(Format.SARIF, findings)),
    }
    assert {name: list(places) for name, places in got.items()} == dict.fromkeys(got, want)


@pytest.mark.parametrize("case", CHECKED, ids=lambda case: case.folder.name)
def test_carets_begin_where_the_error_stands(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In lines that are shown as they are written: no tabs, nothing wide, nothing cut."""
    monkeypatch.chdir(tmp_path)
    findings = checked(case, tmp_path)
    shown = render(Format.TEXT, findings)
    marked = carets(shown)
    assert len(marked) == len(findings.diagnostics)
    if shown.isascii():
        spans = [found.span for found in findings.diagnostics]
        assert marked == [(span.line, span.column) for span in spans if span is not None]
