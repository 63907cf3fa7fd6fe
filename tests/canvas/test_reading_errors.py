"""What people who write their first canvas get wrong, and that each message says what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.canvas.canvases import canvas_text

from cxkit.canvas.kind import OWN_KINDS, own_kind
from cxkit.canvas.load import Kinds, load_canvas, load_canvas_text, load_kind, own_model
from cxkit.canvas.rules import InWorkspace, broken
from cxkit.canvas.workspace import Member, Workspace
from cxkit.course.model import Course
from cxkit.documents.diagnostics import Refused
from cxkit.documents.finnish import _CHOICES, _KEYS, _KINDS, choice_meant, key_meant, kind_meant
from cxkit.documents.kinds import WHAT_KINDS_ARE

HEAD = "kind: journey\nversion: 1\nid: a\ntitle: A\nlanguage: fi\n"
TOUCHPOINT = HEAD + "stages:\n  - id: s\n    touchpoints:\n      - id: t\n        {}\n"


def at_touchpoint(line: str) -> tuple[str, str]:
    """Return the one message about a line of a touchpoint, and its hint."""
    (found,) = load_canvas_text(TOUCHPOINT.format(line), file="a.yaml").diagnostics
    assert found.span is not None and found.span.line == 10
    return found.message, found.hint or ""


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ("emotion: -1,5", "from -2 to 2, or one for each persona, not `-1,5`", "without decimals"),
        ("emotion: -1.5", "must be a whole number from -2 to 2, not `-1.5`", ""),
        ("emotion: 3", "must be a whole number from -2 to 2, not `3`", ""),
        ("emotion: −1", "one for each persona, not `−1`", "Type an ordinary hyphen as the minus sign: -1."),
        ("emotion: +1", "one for each persona, not `+1`", "Leave out the plus sign: 1."),
        ("emotion: –2", "one for each persona, not `–2`", "Type an ordinary hyphen as the minus sign: -2."),
        ("emotion: −1,5", "not `−1,5`", "Write a whole number, without decimals."),
        ("emotion: [-1, -2]", "not a list", "Write it as in `{aino: 1, veikko: -2}`."),
        ("emotion: {asa: −1}", "`asa` must be a whole number from -2 to 2, not `−1`", "an ordinary hyphen"),
        ("emotion: {asa: -1.5}", "`asa` must be a whole number from -2 to 2, not `-1.5`", ""),
        ("emotion: {asa: -1,5, ville: 1}", "`5` is no persona", "a whole number from -2 to 2"),
        ("emotion: {asa: -1,5, ville: 0,5}", "The key `5` stands twice", "decimal comma"),
        ("emotion: iloinen", "one for each persona, not `iloinen`", "Write a whole number"),
        ("importance: 4,5", "must be a whole number from 1 to 5, not `4,5`", "without decimals"),
        ("importance: 4.5", "must be a whole number from 1 to 5, not `4.5`", ""),
        ("importance: 9", "must be a whole number from 1 to 5, not `9`", ""),
        ('importance: "4"', 'from 1 to 5, not the text `"4"`', "Leave out the quotes."),
        ("opportunities: [{text: a, customer_value: 101}]", "must be a number from 0 to 100, not `101`", ""),
        ("data: [{id: d, result: {value: −3.1}}]", "not `−3.1`", "hyphen as the minus sign: -3.1."),
        ("data: [{id: d, result: {value: 3,1}}]", "`1` is not a key", "write a decimal point: 3.1"),
        ("data: [{id: d, result: {value: 3, scale: 1-7}}]", "a list, not `1-7`", "in brackets: `[1, 7]`."),
        ("data: [{id: d, result: {value: 3, scale: −100…100}}]", "a list", "`[-100, 100]`"),
        ("data: {id: d}", "not a mapping", ""),
        ("opportunities: {text: a}", "must be a list, not a mapping", "Begin each entry with a dash"),
        ("mode: verkossa", "not `verkossa`", "Did you mean `online`?"),
        ("evidence: Oletus", "not `Oletus`", "Did you mean `assumption`?"),
        ("kipupisteet: Jono", "`kipupisteet` is not a key", "Did you mean `pains`? Keys are in English."),
        ("tunne: 1", "`tunne` is not a key", "`emotion`"),
        ("edut: Kirja", "`edut` is not a key", "`benefits`"),
        ("haitat: Jono", "`haitat` is not a key", "`sacrifices`"),
    ],
)  # fmt: skip
def test_a_value_of_a_touchpoint(line: str, message: str, hint: str) -> None:
    said = at_touchpoint(line)
    assert message in said[0]
    assert hint in said[1]


def test_a_dash_behind_a_key() -> None:
    message, hint = at_touchpoint("benefits: - Ystävällinen")
    assert message
    assert hint == "Put each dash on a line of its own, below the key: `- Ystävällinen`."


def test_no_key_that_is_possible_is_hidden() -> None:
    _, hint = at_touchpoint("qqq: 1")
    assert "opportunities" in hint and " more" not in hint


@pytest.mark.parametrize(
    ("old", "new", "message", "hint"),
    [
        ("language: fi", "language: fi\nvaiheet: []", "`vaiheet` is not a key", "`stages`"),
        ("language: fi", "language: fi\nkanavat: []", "`kanavat` is not a key", "`channels`"),
        ("language: fi", "language: fi\nstages: [{id: s, phase: osto}]", "not `osto`", "mean `purchase`?"),
        ("kind: journey", "kind: asiakaspolku", "`asiakaspolku` is not a kind", "Did you mean `journey`?"),
        ("kind: journey", "kind: journy", "`journy` is not a kind", "Did you mean `journey`?"),
        ("kind: journey\n", "", "`kind` is missing", "`kind: course`"),
        ("kind: journey\n", "", "`kind` is missing", "`kind: journey`, `kind: persona` or another"),
        ("kind: journey", "kind: halli", "`halli` is not a kind", '`kinds = ["our-kind.yaml"]`'),
        ("kind: journey", "kind: halli", "`halli` is not a kind", "`--kind FILE`"),
    ],
)  # fmt: skip
def test_the_head_of_a_canvas(old: str, new: str, message: str, hint: str) -> None:
    found, *_ = load_canvas_text(HEAD.replace(old, new), file="a.yaml").diagnostics
    assert message in found.message
    assert hint in (found.hint or "")


@pytest.mark.parametrize(
    ("kind", "line"), [("journey", "title: #1 uimahalli"), ("persona", "title:   #hashtag  # remark")]
)
def test_a_text_that_begins_a_comment_is_no_error_of_reading(kind: str, line: str) -> None:
    text = HEAD.replace("kind: journey", f"kind: {kind}").replace("title: A", line)
    assert load_canvas_text(text, file="a.yaml").diagnostics == ()


def test_a_text_that_begins_a_comment_where_one_is_needed() -> None:
    (found,) = load_canvas_text(HEAD.replace("id: a", "id: #1"), file="a.yaml").diagnostics
    assert found.hint == 'A `#` begins a comment: if this is the text, put it in quotes, `"#1"`.'
    (found,) = load_canvas_text(HEAD.replace("id: a", "id:  # one"), file="a.yaml").diagnostics
    assert "#" not in (found.hint or "")


def test_a_text_that_begins_a_comment_is_still_empty() -> None:
    member = Member(*load_canvas_text(HEAD.replace("title: A", "title: #1 uimahalli"), file="a").or_refuse())
    found = broken(InWorkspace(member.canvas, member.document, Workspace.of([member]), None))
    (hint,) = (one.hint for one in found if one.code == "CX300")
    assert hint == 'A `#` begins a comment: if this is the text, put it in quotes, `"#1 uimahalli"`.'


def test_the_size_of_a_kind(tmp_path: Path) -> None:
    file = tmp_path / "kind.yaml"
    file.write_text(
        "kind: canvas-kind\nversion: 1\nid: own\ntitle: Own\npurpose: Own\nsize: 2x2\n"
        "blocks: [{id: a, title: A, grid: [1, 1, 1, 1]}]\n",
        encoding="utf-8",
    )
    found, *_ = load_kind(str(file)).diagnostics
    assert found.hint == "Write both numbers in brackets: `[2, 2]`."


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("polku.md", "# Polku\n\n- a: b: c\n", "a Markdown page"),
        ("polku.md", "---\ntitle: Polku\n---\nJono\n", "a Markdown page"),
        ("polku.svg", '<svg xmlns="a"><title>x: y</title></svg>\n', "an SVG picture"),
        ("polku.html", "<!DOCTYPE html>\n<p>\n", "a web page"),
        ("polku.mmd", "journey\n  title A: b\n", "a Mermaid diagram"),
    ],
)
def test_a_file_of_another_ending(tmp_path: Path, name: str, content: str, what: str) -> None:
    file = tmp_path / name
    file.write_text(content, encoding="utf-8")
    (found,) = load_canvas(str(file)).diagnostics
    assert (found.code, found.message) == ("CX015", f"This is {what}, not a YAML file")
    assert found.hint is not None


def test_an_odd_ending_is_no_reason_to_refuse_a_canvas(tmp_path: Path) -> None:
    (tmp_path / "polku.md").write_text(canvas_text("journey"), encoding="utf-8")
    assert load_canvas(str(tmp_path / "polku.md")).diagnostics == ()


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"%PDF-1.7\n\xe2\xe3", "a PDF document"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a PNG picture"),
        (b"PK\x03\x04\x14\0\x06\0[Content_Types].xml xl/workbook.xml", "an Excel workbook"),
        (b"PK\x03\x04\x14\0\x06\0word/document.xml", "a Word document"),
        (b"PK\x03\x04\x14\0\x06\0a.txt", "a ZIP archive"),
        (b"%PDF-1.7\n" + b"x" * 3_000_000, "a PDF document"),
    ],
)
def test_a_file_that_is_no_text(tmp_path: Path, content: bytes, what: str) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(content)
    (found,) = load_canvas(str(file)).diagnostics
    assert found.message == f"This is {what}, not a text file"


def test_a_kind_of_ones_own_is_not_explained_where_it_is_misspelt() -> None:
    kinds = Kinds((own_kind("bmc").model_copy(update={"id": "premortem"}),))
    (found,) = load_canvas_text(HEAD.replace("journey", "premorten"), file="a", kinds=kinds).diagnostics
    assert found.hint == "Did you mean `premortem`?"


def test_finnish_words() -> None:
    assert kind_meant("Asiakaspolku") == "journey"
    assert key_meant("Tärkeys", ["importance"]) == "importance"
    assert key_meant("liiketoiminta-arvo", ["business_value"]) == "business_value"
    assert (key_meant("nimi", ["title"]), key_meant("nimi", ["name", "title"])) == ("title", "name")
    assert key_meant("nimi", ["stages"]) is None
    assert choice_meant("oston jälkeen", ["post_purchase"]) == "post_purchase"
    assert choice_meant("jotain", ["post_purchase"]) is None


def test_every_finnish_word_leads_to_an_english_one_that_there_is() -> None:
    schemas = " ".join(str(own_model(kind).model_json_schema()) for kind in OWN_KINDS)
    schemas += str(Course.model_json_schema()) + " canvas 'question' 'purpose' 'size' 'question'"
    for words in (_KEYS, _CHOICES):
        assert [one for meant in words.values() for one in meant if f"'{one}'" not in schemas] == []
    assert {one for meant in _KINDS.values() for one in meant} <= set(WHAT_KINDS_ARE)


def test_a_refusal_is_raised_for_what_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "kind.yaml").write_bytes(b"%PDF-1.7\n")
    with pytest.raises(Refused, match="This is a PDF document"):
        Kinds.of([str(tmp_path / "kind.yaml")])
