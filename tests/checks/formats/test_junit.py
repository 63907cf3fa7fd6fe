"""Findings as JUnit XML, held against the schema of the reports that build servers read."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import xmlschema
from tests.checks.formats.made import HOSTILE, KEY, LIST, LOST, REMARK, USUAL, findings

from cxkit.checks.findings import Findings
from cxkit.checks.formats import Format, render

SCHEMA = xmlschema.XMLSchema(Path(__file__).parents[2] / "schemas" / "junit-10.xsd")


def read(found: Findings) -> ET.Element:
    """Return the report, which is valid, as a tree."""
    text = render(Format.JUNIT, found)
    assert [str(error) for error in SCHEMA.iter_errors(text)] == []
    assert text.encode()
    return ET.fromstring(text)


def cases(found: Findings) -> dict[str, list[tuple[str, str]]]:
    """Return what each test case holds: the element and its text."""
    return {
        case.attrib["name"]: [(part.tag, part.text or part.attrib["message"]) for part in case]
        for case in read(found).iter("testcase")
    }


def test_the_schema_refuses_what_is_no_report() -> None:
    assert not SCHEMA.is_valid(render(Format.JUNIT, USUAL).replace(" name=", " called="))


def test_a_case_a_file_fails_by_its_errors() -> None:
    wrong = "a/course.yaml:3:14: CX030 error: `wieght` has no meaning here"
    assert cases(USUAL) == {
        "a/course.yaml": [
            ("failure", f"{wrong}\n  help: Did you mean `weight`?"),
            ("system-out", "a/course.yaml:5:8: CX032 warning: A list"),
        ],
        "b.yaml": [("system-out", "b.yaml: CX999 info: It could be better.\n  help: Make it so.")],
        "cxkit": [("failure", "cxkit: CX998 error: Nowhere in particular?")],
    }
    report = read(USUAL)
    suite = report[0]
    for element in (report, suite):
        counts = {name: element.attrib[name] for name in ("tests", "failures", "errors")}
        assert counts == {"tests": "3", "failures": "2", "errors": "0"}
    failure = suite[0][0]
    assert failure.attrib == {"type": "CX030", "message": "1 error"}


def test_strict_makes_warnings_fail_too() -> None:
    assert cases(findings(LIST, REMARK))["a/course.yaml"][0][0] == "system-out"
    strict = read(findings(KEY, LIST, REMARK, strict=frozenset({"a/course.yaml"})))
    assert [part.tag for part in strict[0][0]] == ["failure"]
    assert strict[0][0][0].attrib["message"] == "1 error, 1 warning"
    assert strict.attrib["failures"] == "1"
    assert [part.tag for part in strict[0][1]] == ["system-out"]


def test_a_file_that_could_not_be_read_is_an_error() -> None:
    report = read(findings(LOST, unreadable=("c.yaml: there is no such file.",)))
    assert report.attrib["errors"] == "1"
    assert report.attrib["tests"] == "4"
    assert cases(findings(unreadable=("c.yaml: there is no such file.",))) == {
        "a/course.yaml": [],
        "b.yaml": [],
        "c.yaml": [("error", "c.yaml: there is no such file.")],
    }


def test_nothing_breaks_out_of_an_element() -> None:
    text = render(Format.JUNIT, findings(HOSTILE), colour=True)
    assert not set(text) & set("\x1b\x07\r\u202e\ud800\ufffe")
    [(tag, told)] = cases(findings(HOSTILE, files=()))[HOSTILE_NAME]
    assert tag == "failure"
    assert "<b> & \"q\" 'p' ]]> \ufffd \ufffd `c`" in told
    assert len(told.splitlines()) == 2


HOSTILE_NAME = "50 %, ::error::x red txt [a](javascript:x) <b> & \"q\" 'p' ]]> \ufffd \ufffd `c` | end.yaml"
