"""Findings as workflow commands and as a summary page."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import unquote

from tests.checks.formats.made import HOSTILE, KEY, LIST, LOST, USUAL, findings

from cxkit.checks.formats import Format, render
from cxkit.checks.formats.github import ROWS, step_summary


def test_a_command_a_finding_and_the_summary() -> None:
    key, kind = (USUAL.rules[code].name for code in ("CX030", "CX032"))
    place = "file=a/course.yaml,line=3,col=14,endLine=3"
    said = "`wieght` has no meaning here%0ADid you mean `weight`?"
    assert render(Format.GITHUB, USUAL).splitlines() == [
        "::error title=CX998::Nowhere in particular?",
        f"::error {place},endColumn=20,title=CX030 {key}::{said}",
        f"::warning file=a/course.yaml,line=5,col=8,endLine=5,title=CX032 {kind}::A list",
        "::notice file=b.yaml,title=CX999::It could be better.%0AMake it so.",
        "2 files checked: 2 errors, 1 warning, 1 info.",
    ]


def test_nothing_breaks_out_of_a_command() -> None:
    text = render(Format.GITHUB, findings(HOSTILE), colour=True)
    command, _ = text.splitlines()
    found = re.fullmatch(r"::error ((?:\w+=[^,:]*,)*\w+=[^,:]*)::(.*)", command)
    assert found is not None
    properties = dict(part.split("=", 1) for part in found[1].split(","))
    assert list(properties) == ["file", "line", "col", "endLine", "endColumn", "title"]
    assert unquote(properties["file"]).startswith("50 %,\r\n::error::x red txt")
    assert found[2].startswith("50 %25, ::error::x red txt")
    assert not set(text) & set("\x1b\x07\r\u202e\ud800")


def test_a_name_is_carried_as_it_is_but_for_what_github_reads_back_from_no_sign() -> None:
    command = render(Format.GITHUB, findings(replace(KEY, file="a\nb\tc\rd\x1b[31m: 9 %.yaml"))).splitlines()[
        0
    ]
    assert command.startswith("::error file=a%0Ab\tc%0Dd%3A 9 %25.yaml,line=3")


def test_nothing_to_say() -> None:
    assert render(Format.GITHUB, findings()) == "2 files checked: all is well.\n"
    assert render(Format.GITHUB, findings(files=(), unreadable=("x: no.",))) == ""


def test_the_summary_page() -> None:
    row = (
        r"| ❌ error | a/course.yaml:3:14 | **CX030** \`wieght\` has no meaning here "
        r"| Did you mean \`weight\`? |"
    )
    assert step_summary(findings(LOST, KEY)).splitlines() == [
        "### cxkit check",
        "",
        "2 files checked: 2 errors.",
        "",
        "| Severity | Where | What is wrong | What to do |",
        "|---|---|---|---|",
        "| ❌ error | cxkit | **CX998** Nowhere in particular? |  |",
        row,
    ]
    assert step_summary(findings()) == "### cxkit check\n\n2 files checked: all is well.\n"


def test_the_summary_page_is_bounded_and_names_what_could_not_be_read() -> None:
    page = step_summary(findings(*[LIST] * (ROWS + 1002), unreadable=("no|pe.yaml: there is no such file.",)))
    assert page.count("| ⚠️ warning |") == ROWS
    assert "1,002 more are in the log." in page
    assert page.endswith("* no\\|pe.yaml: there is no such file.\n")
    assert len(page.encode()) < 1 << 20


def test_nothing_breaks_out_of_the_table() -> None:
    row = step_summary(findings(HOSTILE)).splitlines()[-1]
    assert len(re.findall(r"(?<!\\)\|", row)) == 5
    assert "\\<b\\>" in row and "\\[a\\](javascript:x)" in row
