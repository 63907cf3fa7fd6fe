"""Findings as SARIF, held against the schema of the standard."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.checks.formats.made import COURSE, HOSTILE, KEY, LIST, LOST, REMARK, USUAL, findings

import cxkit
from cxkit.checks.findings import Findings
from cxkit.checks.formats import Format, render
from cxkit.checks.formats.rules import described
from cxkit.documents.diagnostics import Diagnostic, Severity, Span
from cxkit.documents.rule import Rule

SCHEMA = json.loads((Path(__file__).parents[2] / "schemas" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
STANDARD = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)


def run_of(found: Findings) -> Any:
    """Return the one run of a log that is valid."""
    text = render(Format.SARIF, found)
    log = json.loads(text)
    assert [error.message for error in STANDARD.iter_errors(log)] == []
    assert text.encode() and text.endswith("}\n")
    return log["runs"][0]


def test_the_schema_refuses_what_is_not_sarif() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    log = json.loads(render(Format.SARIF, USUAL))
    log["runs"][0]["results"][1]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert len(list(STANDARD.iter_errors(log))) == 2


def test_results_point_at_their_rules_and_places() -> None:
    run = run_of(USUAL)
    assert run["columnKind"] == "unicodeCodePoints"
    assert [(one["ruleId"], one["level"]) for one in run["results"]] == [
        ("CX998", "error"),
        ("CX030", "error"),
        ("CX032", "warning"),
        ("CX999", "note"),
    ]
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"])
    assert [rule["id"] for rule in rules] == ["CX030", "CX032", "CX998", "CX999"]
    assert "locations" not in run["results"][0]
    assert run["results"][1]["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "a/course.yaml", "uriBaseId": "SRCROOT"},
                "region": {"startLine": 3, "startColumn": 14, "endLine": 3, "endColumn": 20},
            }
        }
    ]
    assert run["results"][2]["locations"][0]["physicalLocation"]["region"]["endLine"] == 6
    assert "region" not in run["results"][3]["locations"][0]["physicalLocation"]
    assert [one["message"]["text"] for one in run["results"]] == [
        "Nowhere in particular?",
        "`wieght` has no meaning here. Did you mean `weight`?",
        "A list.",
        "It could be better. Make it so.",
    ]


def test_the_driver_says_what_it_is_and_documents_its_rules() -> None:
    driver = run_of(USUAL)["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("cxkit", cxkit.__version__)
    rule, unknown = driver["rules"][0], driver["rules"][3]
    record = USUAL.rules["CX030"]
    assert rule["name"] == record.name
    assert rule["defaultConfiguration"] == {"level": "error"}
    assert record.why.strip() in rule["fullDescription"]["text"]
    assert rule["fullDescription"]["text"].startswith(rule["shortDescription"]["text"])
    assert "```yaml\n" in rule["help"]["markdown"] and "```" not in rule["help"]["text"]
    assert unknown == {"id": "CX999"}


RULE = Rule(
    "CX101", "weights-sum", Severity.ERROR, "course", "It checks. Twice.", "It matters.", "a: 1\n", "a: 2\n"
)


def test_a_rule_in_words() -> None:
    assert described(RULE) == (
        "It checks.",
        "It checks. Twice. It matters.",
        "It checks. Twice. It matters.\n\nWrong:\n\n    a: 1\n\nRight:\n\n    a: 2\n",
        "It checks. Twice. It matters.\n\nWrong:\n\n```yaml\na: 1\n```\n\nRight:\n\n```yaml\na: 2\n```\n",
    )


def test_a_rule_whose_examples_are_long_and_strange() -> None:
    _, _, text, markdown = described(
        replace(RULE, bad="```: \udcff\n" + "- x\n" * 60_000, good="a: " + "b" * 9000)
    )
    assert "````yaml\n```: <U+DCFF>\n" in markdown
    assert "# … and 59,961 lines more" in text
    assert len(markdown) < 1000 and "b…\n" in text


def test_a_rule_without_docstrings() -> None:
    silent = replace(RULE)
    object.__setattr__(silent, "checks", "")
    assert described(silent)[:2] == ("CX101 weights-sum.", "CX101 weights-sum. It matters.")


@pytest.mark.parametrize(
    ("file", "location"),
    [
        ("ä b/50%#?.yaml", {"uri": "%C3%A4%20b/50%25%23%3F.yaml", "uriBaseId": "SRCROOT"}),
        ("c:d.yaml", {"uri": "c%3Ad.yaml", "uriBaseId": "SRCROOT"}),
        ("./x.yaml", {"uri": "x.yaml", "uriBaseId": "SRCROOT"}),
        ("\udcff.yaml", {"uri": "%FF.yaml", "uriBaseId": "SRCROOT"}),
        ("\ud800.yaml", {"uri": "%EF%BF%BD.yaml", "uriBaseId": "SRCROOT"}),
        ("../x.yaml", {"uri": "../x.yaml"}),
        ("/srv/x.yaml", {"uri": "file:///srv/x.yaml"}),
        ("-", {"uri": "-", "uriBaseId": "SRCROOT"}),
    ],
)
def test_files_become_uris(file: str, location: dict[str, str]) -> None:
    run = run_of(findings(replace(KEY, file=file)))
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"] == location


def prints(text: str, *found: Diagnostic) -> list[str]:
    run = run_of(findings(*found, texts={"a/course.yaml": text}))
    return [one["partialFingerprints"]["cxkitFinding/v1"] for one in run["results"]]


def moved(found: Diagnostic, lines: int, columns: int = 0) -> Diagnostic:
    span = found.span or Span(1, 1, 1, 1)
    down = Span(span.line + lines, span.column + columns, span.end_line + lines, span.end_column + columns)
    return replace(found, span=down, message=f"{found.message}, as in line {lines}")


def test_fingerprints_stay_when_lines_move() -> None:
    before = prints(COURSE, KEY, LIST, REMARK, LOST)
    assert len(set(before)) == 4
    assert prints("# new\n\n" + COURSE, moved(KEY, 2), moved(LIST, 2), REMARK, LOST) == before
    deeper = COURSE.replace("  - {id: exam, w", "      - {id: exam, w")
    assert prints(deeper, moved(KEY, 0, 4))[0] == before[0]


def test_fingerprints_differ_where_findings_differ() -> None:
    other = replace(KEY, span=Span(3, 6, 3, 8))
    same = prints(COURSE, KEY, replace(KEY, code="CX031"), other, KEY)
    assert len(set(same)) == 4
    assert prints(COURSE.replace("100", "90"), KEY) != prints(COURSE, KEY)
    assert prints(COURSE, replace(KEY, file="b.yaml")) != prints(COURSE, KEY)


def test_hostile_words_make_no_link_and_no_command() -> None:
    text = render(Format.SARIF, findings(HOSTILE), colour=True)
    assert not set(text) & set("\x1b\x07\r\u202e\ud800")
    message = run_of(findings(HOSTILE))["results"][0]["message"]["text"]
    assert "\\[a\\](javascript:x)" in message


def test_a_file_that_could_not_be_read_is_told() -> None:
    assert run_of(findings())["invocations"] == [{"executionSuccessful": True}]
    assert run_of(findings(unreadable=("x.yaml: no.",)))["invocations"] == [
        {
            "executionSuccessful": False,
            "toolExecutionNotifications": [{"level": "error", "message": {"text": "x.yaml: no."}}],
        }
    ]
