"""`-o [FORMAT:]FILE` taken apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxkit.cli.console import CommandError
from cxkit.cli.outputs import Output, ReportFormat, outputs


@pytest.mark.parametrize(
    ("text", "format_", "file"),
    [
        ("grades.csv", ReportFormat.CSV, "grades.csv"),
        ("out/Grades.JSON", ReportFormat.JSON, "out/Grades.JSON"),
        ("report.md", ReportFormat.MD, "report.md"),
        ("csv:grades.txt", ReportFormat.CSV, "grades.txt"),
        ("MD:report", ReportFormat.MD, "report"),
        ("json:a:b", ReportFormat.JSON, "a:b"),
        ("C:\\grades.csv", ReportFormat.CSV, "C:\\grades.csv"),
        ("./odd:name.csv", ReportFormat.CSV, "./odd:name.csv"),
        ("a.b/c.md", ReportFormat.MD, "a.b/c.md"),
    ],
)
def test_the_ending_or_a_prefix_says_the_format(text: str, format_: ReportFormat, file: str) -> None:
    assert outputs([text]) == (Output(format_, Path(file)),)


def test_several_outputs_keep_their_order() -> None:
    assert [one.format.value for one in outputs(["b.md", "a.csv", "c.json"])] == ["md", "csv", "json"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("grades.xlsx", "`.xlsx` is no output format; there are csv, json, md"),
        ("grades", "no ending that says its format; there are csv, json, md"),
        ("sisu:grades.csv", "there is no output format `sisu`; there are csv, json, md"),
        ("csv:", "the name of a file is missing"),
        ("-", "--format prints to standard output"),
        ("csv:-", "--format prints to standard output"),
        ("", "no ending"),
    ],
)
def test_what_there_is_not(text: str, said: str) -> None:
    with pytest.raises(CommandError, match=said.replace(".", r"\.")):
        outputs([text])
