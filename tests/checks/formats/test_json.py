"""Findings as JSON."""

from __future__ import annotations

import json

from tests.checks.formats.made import HOSTILE, NASTY, USUAL, findings

from cxkit.checks.formats import Format, render


def test_every_key_is_there_in_the_order_of_the_contract() -> None:
    document = json.loads(render(Format.JSON, USUAL))
    assert list(document) == ["schema_version", "diagnostics", "summary"]
    assert document["schema_version"] == 1
    assert document["summary"] == {"files": 2, "errors": 2, "warnings": 1, "infos": 1}
    assert list(document["diagnostics"][0].items()) == [
        ("code", "CX998"),
        ("severity", "error"),
        ("message", "Nowhere in particular?"),
        ("hint", None),
        ("file", None),
        ("line", None),
        ("column", None),
        ("end_line", None),
        ("end_column", None),
        ("document", None),
    ]
    assert list(document["diagnostics"][1].values()) == [
        "CX030",
        "error",
        "`wieght` has no meaning here",
        "Did you mean `weight`?",
        "a/course.yaml",
        3,
        14,
        3,
        20,
        "demo-1",
    ]


def test_no_findings() -> None:
    assert json.loads(render(Format.JSON, findings())) == {
        "schema_version": 1,
        "diagnostics": [],
        "summary": {"files": 2, "errors": 0, "warnings": 0, "infos": 0},
    }


def test_hostile_words_are_data_and_colours_are_never_asked_for() -> None:
    text = render(Format.JSON, findings(HOSTILE), colour=True)
    assert not set(text) & set("\x1b\x07\r\u202e\ud800")
    assert json.loads(text)["diagnostics"][0]["message"] == NASTY
    assert text.endswith("}\n")
    assert text.encode()
