"""`cxkit canvas import` on the command line."""

from __future__ import annotations

import io
import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests.canvas.canvases import USERS_KIND, canvas_text

from cxkit.canvas.journey import Journey
from cxkit.canvas.load import load_canvas
from cxkit.canvas.touchpoint_columns import COLUMNS
from cxkit.cli.app import main

GUIDE = Path(__file__).parents[2] / "docs" / "guide" / "canvas-exchange.md"
ONE = "journey\n  title Nouto: hylly\n".replace(":", "#58;") + "  section A\n    x: 3: Aino\n"
TWO = f"# Page\n\n```mermaid\n{ONE}```\n\n```mermaid\n{ONE}```\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(name: str, text: str) -> None:
    Path(name).write_text(text, encoding="utf-8")


def journey(file: str) -> Journey:
    canvas = load_canvas(file).or_refuse()[0]
    assert isinstance(canvas, Journey)
    return canvas


def test_a_diagram_becomes_a_canvas(capsys: pytest.CaptureFixture[str]) -> None:
    put("a.mmd", ONE)
    assert main(["canvas", "import", "a.mmd", "-o", "b.yaml", "--lang", "fi"]) == 0
    assert capsys.readouterr().out == (
        "Written: b.yaml (1 stage, 1 touchpoint; language fi)\n"
        "See what is still missing: cxkit check b.yaml\n"
    )
    assert str(journey("b.yaml").title) == "Nouto: hylly"
    assert journey("b.yaml").language == "fi"
    assert main(["canvas", "import", "a.mmd", "-o", "b c.yaml", "--lang", "fi"]) == 0
    assert capsys.readouterr().out.endswith("cxkit check 'b c.yaml'\n")


def test_a_table_becomes_a_canvas() -> None:
    put("kirja.csv", "Kohtaamispiste;Tunne\nHaku;-1\nNouto;2\n")
    assert main(["canvas", "import", "kirja.csv", "-o", "b"]) == 0
    assert str(journey("b.yaml").title) == "kirja"
    assert [one.emotion for _, _, one in journey("b.yaml").touchpoints()] == [-1, 2]


def test_what_render_writes_is_read(capsys: pytest.CaptureFixture[str]) -> None:
    put("a.yaml", canvas_text("journey"))
    assert main(["canvas", "render", "a.yaml", "-o", "a.csv", "-o", "a.mmd"]) == 0
    for name in ("a.csv", "a.mmd"):
        assert main(["canvas", "import", name, "-o", f"{name}.yaml"]) == 0
        again = journey(f"{name}.yaml")
        assert [one.emotion for _, _, one in again.touchpoints()] == [{"aino": 1, "veikko": -2}, -1]
        Path(f"{name}.yaml").unlink()


def test_several_diagrams_go_into_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    put("page.md", TWO)
    assert main(["canvas", "import", "page.md", "-o", "out/"]) == 0
    assert sorted(path.name for path in Path("out").iterdir()) == ["nouto_hylly.yaml", "nouto_hylly_2.yaml"]
    assert journey("out/nouto_hylly_2.yaml").id == "nouto_hylly_2"
    assert main(["canvas", "import", "page.md", "-o", "out"]) == 2
    assert "exists already; --force replaces it" in capsys.readouterr().err
    assert main(["canvas", "import", "page.md", "-o", "out", "--force"]) == 0


def test_several_diagrams_do_not_go_into_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    put("page.md", TWO)
    assert main(["canvas", "import", "page.md", "-o", "a.yaml"]) == 2
    assert capsys.readouterr().err == (
        "cxkit: page.md holds 2 user journeys; name a folder for them, such as `-o journeys/`.\n"
    )
    assert not Path("a.yaml").exists()


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"Touchpoint,Emotion\nA,1\n")))
    assert main(["canvas", "import", "-", "-o", "a.yaml"]) == 0
    assert journey("a.yaml").id == "journey"


def test_what_is_wrong_is_shown_and_nothing_written(capsys: pytest.CaptureFixture[str]) -> None:
    put("a.mmd", "journey\n  x: 9\n  y: no\n")
    assert main(["canvas", "import", "a.mmd", "-o", "out/"]) == 1
    err = capsys.readouterr().err
    assert "a.mmd:2:6: CX382 error" in err
    assert "a.mmd:3:6: CX382 error" in err
    assert not Path("out").exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "CX014 error: The file is empty"),
        (b"journey\n a\x07: 3\n", "CX012 error"),
        (b"journey\n t\xe4: 3\n", "CX013 error"),
        (b"hello\n", "CX380 error: `hello` does not begin a Mermaid user journey"),
    ],
)
def test_files_that_are_none(content: bytes, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_bytes(content)
    assert main(["canvas", "import", "a.txt", "-o", "b.yaml"]) == 1
    assert said in capsys.readouterr().err


def test_a_page_without_a_diagram(capsys: pytest.CaptureFixture[str]) -> None:
    put("a.md", "# Title\n\nWords\n")
    assert main(["canvas", "import", "a.md", "-o", "b.yaml"]) == 1
    assert "a.md:1:1: CX380 error: This page has no Mermaid diagram" in capsys.readouterr().err


def test_the_guide_tells_the_truth() -> None:
    """Its examples are read, and it names every column."""
    guide = GUIDE.read_text(encoding="utf-8")
    for language, ending in (("text", "mmd"), ("csv", "csv")):
        example = guide.partition(f"```{language}\n")[2].partition("```")[0]
        put(f"a.{ending}", example)
        assert main(["canvas", "import", f"a.{ending}", "-o", f"{ending}.yaml"]) == 0
    assert [one.emotion for _, _, one in journey("mmd.yaml").touchpoints()] == [{"aino": -2, "veikko": 0}]
    assert [len(one.touchpoints) for one in journey("csv.yaml").stages] == [2, 1]
    table = guide.partition("| column |")[2].partition("\n\n")[0]
    for column in COLUMNS:
        assert re.search(rf"[|,] {re.escape(column.en)}[ ,]", table), column.en
        assert re.search(rf"[|,] {re.escape(column.fi)}[ ,]", table), column.fi
        assert f"`{column.key}`" in table or f"`.{column.key.rpartition('.')[2]}`" in table, column.key


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_encodings_with_a_mark(encoding: str) -> None:
    Path("a.csv").write_bytes("Kohtaamispiste\nTyö\n".encode(encoding))
    assert main(["canvas", "import", "a.csv", "-o", "b.yaml"]) == 0
    assert [str(one.title) for _, _, one in journey("b.yaml").touchpoints()] == ["Työ"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["a.yaml", "-o", "b.yaml"],
            "a.yaml is a customer journey of cxkit already; there is nothing to import.",
        ),
        (["b.mmd", "-o", "b.yaml"], "there is no such file"),
        (["a.mmd", "-o", "b.json"], "its name has to end in .yaml"),
        (["a.mmd", "-o", "a.yaml"], "exists already"),
        (["a.mmd", "-o", "a.mmd/"], "a.mmd is a file; name a folder."),
        (["a.mmd", "-o", "nowhere/b.yaml"], "there is no folder nowhere"),
        (["a.mmd"], "Missing option"),
    ],
)
def test_what_cannot_be(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    put("a.yaml", canvas_text("journey"))
    put("a.mmd", ONE)
    assert main(["canvas", "import", *words]) == 2
    out, err = capsys.readouterr()
    assert said in err
    assert err.count("\n") == 1
    assert out == ""


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.xlsx", b"PK\x03\x04\x14\0xl/workbook.xml", "a.xlsx is an Excel workbook; save its table as CSV"),
        ("a.csv", b"PK\x03\x04\x14\0xl/workbook.xml", "a.csv is an Excel workbook; save its table as CSV"),
        ("a.xls", b"\xd0\xcf\x11\xe0", "a.xls is a document of an old Office program; save its table as CSV"),
        (
            "a.ods",
            b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
            "save its table as CSV",
        ),
        ("a.numbers", b"PK\x03\x04", "a.numbers is a ZIP archive; save its table as CSV"),
        ("a.docx", b"PK\x03\x04word/", "a.docx is a Word document; journeys come from Mermaid text"),
        ("a.pdf", b"%PDF-1.7\n\xe2", "a.pdf is a PDF document; journeys come from"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "a.png is a PNG picture; journeys"),
    ],
)
def test_what_is_no_text_is_named(
    name: str, content: bytes, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(name).write_bytes(content)
    assert main(["canvas", "import", name, "-o", "b.yaml"]) == 2
    err = capsys.readouterr().err
    assert said in err
    assert err.count("\n") == 1


def test_a_table_of_excel_in_finnish_is_read(capsys: pytest.CaptureFixture[str]) -> None:
    table = "Vaihe;Kohtaamispiste;Tulos;Asteikko;Tuloksen päivä\r\n"
    table += "Etsintä;Jäsenyys;3,4;1…5;31.10.2026\r\n;;;;\r\n"
    Path("a.csv").write_bytes(table.encode("cp1252"))
    assert main(["canvas", "import", "a.csv", "-o", "b.yaml"]) == 0
    out, err = capsys.readouterr()
    assert "a.csv:1:1: CX390 warning: The table is not UTF-8; it is read as Windows-1252" in err
    assert "Written: b.yaml" in out
    ((_, stage, point),) = journey("b.yaml").touchpoints()
    assert (str(stage.title), str(point.title)) == ("Etsintä", "Jäsenyys")
    assert point.data_items[0].result is not None
    assert str(point.data_items[0].result.value) == "3.4"


def test_neither_utf_8_nor_windows(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.csv").write_bytes(b"Kohtaamispiste\nTy\x81\n")
    assert main(["canvas", "import", "a.csv", "-o", "b.yaml"]) == 1
    assert "a.csv:2:3: CX013 error" in capsys.readouterr().err


# Onto a journey that is there


def test_a_table_goes_onto_the_journey_it_came_from(capsys: pytest.CaptureFixture[str]) -> None:
    modeline = "# yaml-language-server: $schema=../s/journey.schema.json\n"
    put("a.yaml", f"{modeline}# oma\n{canvas_text('journey')}")
    old = journey("a.yaml")
    assert main(["canvas", "render", "a.yaml", "-o", "a.csv", "--lang", "fi"]) == 0
    put("b.csv", Path("a.csv").read_text(encoding="utf-8").replace("Haku", "Etsii"))
    assert main(["canvas", "import", "b.csv", "-o", "a.yaml"]) == 2
    capsys.readouterr()
    assert main(["canvas", "import", "b.csv", "-o", "a.yaml", "--force"]) == 0
    assert capsys.readouterr().out == (
        "Written: a.yaml (2 stages, 2 touchpoints)\n"
        "Kept from the old a.yaml: its head, and what the table has no column for. Its comments are lost.\n"
        "See what is still missing: cxkit check a.yaml\n"
    )
    found = journey("a.yaml")
    assert [str(one.title) for *_, one in found.touchpoints()][:1] == ["Etsii"]
    assert found.model_copy(update={"stages": old.stages}) == old
    assert Path("a.yaml").read_text(encoding="utf-8").startswith(modeline)


def test_a_diagram_goes_onto_the_journey_it_came_from(capsys: pytest.CaptureFixture[str]) -> None:
    put("a.yaml", canvas_text("journey"))
    old = journey("a.yaml")
    assert main(["canvas", "render", "a.yaml", "-o", "a.mmd"]) == 0
    assert main(["canvas", "import", "a.mmd", "-o", "a.yaml", "--force"]) == 0
    assert "its head, and what a diagram does not say. Its comments are lost." in capsys.readouterr().out
    assert journey("a.yaml") == old


@pytest.mark.parametrize(
    "old",
    [b"", b"hello", b"kind: Deployment\nspec: {}\n", b"name: \xe4\n", b"%PDF-1.7\n\xe2", b"- kind: [\n"],
)
def test_what_is_no_document_of_cxkit_is_replaced(old: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.yaml").write_bytes(old)
    put("a.csv", "Kohtaamispiste\nHaku\n")
    assert main(["canvas", "import", "a.csv", "-o", "a.yaml", "--force"]) == 0
    assert "The old a.yaml was no document of cxkit, and was replaced as a whole." in capsys.readouterr().out
    assert str(journey("a.yaml").title) == "a"


def spoilt(before: str, after: str) -> bytes:
    assert before in canvas_text("journey")
    return canvas_text("journey").replace(before, after).encode()


@pytest.mark.parametrize(
    "old",
    [
        spoilt("importance: 4", "importance: 40"),
        spoilt("{value: 46,", "{value: 146,"),
        spoilt("title: Haku", "title: [Haku"),
        spoilt("kind: journey", "knid: journey"),
        spoilt("kind: journey", "kind: jouney"),
        canvas_text("journey").replace("Haku", "Hyllyjä").encode("cp1252"),
        b"\xef\xbb\xbf" + canvas_text("journey").replace("Haku", "Hyllyjä").encode("cp1252"),
        canvas_text("journey").encode("utf-16") + b"\0",
        b"kind: journey\n",
    ],
)
def test_a_journey_with_errors_is_left_alone(old: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.yaml").write_bytes(old)
    put("a.csv", "Kohtaamispiste\nHaku\n")
    assert main(["canvas", "import", "a.csv", "-o", "a.yaml", "--force"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert re.match(r"a\.yaml:\d+:\d+: CX0", err)
    assert err.endswith(
        "a.yaml has these errors and is left as it was: mend it first, or name another file.\n"
    )
    assert Path("a.yaml").read_bytes() == old


COURSE = "version: 1\nid: k\ntitle: K\ncomponents: []\nbands: []\n"


@pytest.mark.parametrize(
    ("old", "what"),
    [
        (canvas_text("strategy"), "a CX strategy"),
        (canvas_text("persona"), "a persona"),
        ("kind: strategi\nversion: 1\n", "a CX strategy"),
        (f"kind: course\n{COURSE}", "a course file"),
        (COURSE, "a course file"),
        ("kind: canvas-kind\nid: [\n", "a kind of canvas"),
        ("kind: our-canvas\nversion: 1\n", "of the kind `our-canvas`"),
    ],
)
def test_a_document_of_another_kind_is_left_alone(
    old: str, what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    put("own.yaml", USERS_KIND)
    put("cxkit.toml", 'kinds = ["own.yaml"]\n')
    put("a.yaml", old)
    put("a.csv", "Kohtaamispiste\nHaku\n")
    assert main(["canvas", "import", "a.csv", "-o", "a.yaml", "--force"]) == 2
    assert capsys.readouterr() == ("", f"cxkit: a.yaml is {what}, not a journey; choose another name.\n")
    assert Path("a.yaml").read_text(encoding="utf-8") == old


def test_of_several_journeys_none_is_written_when_one_cannot_be() -> None:
    put("a.mmd", "journey\n title Yksi\n A: 3\njourney\n title Kaksi\n A: 3\n")
    Path("out").mkdir()
    put("out/kaksi.yaml", canvas_text("strategy"))
    assert main(["canvas", "import", "a.mmd", "-o", "out", "--force"]) == 2
    assert [one.name for one in Path("out").iterdir()] == ["kaksi.yaml"]


@pytest.mark.parametrize(
    ("result", "columns", "cells", "said"),
    [
        ("{value: 46, scale: [0, 50],", "Tulos", "77", "The result `77` of `kysely` is not between 0 and 50"),
        ("{value: 46,", "Tulos", "777", "The result `777` of `kysely` is not between -100 and 100"),
        ("{value: 46,", "Menetelmä", "CES", "The result `46` of `kysely` is not between 1 and 7"),
    ],
)
def test_a_table_that_does_not_go_onto_the_journey(
    capsys: pytest.CaptureFixture[str], result: str, columns: str, cells: str, said: str
) -> None:
    put("a.yaml", canvas_text("journey").replace("{value: 46,", result))
    before = Path("a.yaml").read_bytes()
    put("a.csv", f"Kohtaamispisteen tunnus,Data,{columns}\nhaku,kysely,{cells}\n")
    assert main(["canvas", "import", "a.csv", "-o", "a.yaml", "--force"]) == 1
    assert f"a.csv: CX386 error: {said}" in capsys.readouterr().err
    assert Path("a.yaml").read_bytes() == before


def test_personas_that_have_files_are_called_by_their_ids() -> None:
    put("asa.yaml", "kind: persona\nversion: 1\nid: asa\ntitle: \nlanguage: fi\nname: {fi: Åsa Öhman}\n")
    put("aino.yaml", "kind: persona\nversion: 1\nid: aino\ntitle: \nlanguage: fi\nname: Aino Aalto\n")
    put("a.csv", "Kohtaamispiste;Tunne [åsa öhman];Tunne [Aino];Tunne [Uusi]\nA;1;2;0\n")
    put("a.mmd", "journey\n A: 4: Åsa Öhman\n B: 5: Aino\n C: 3: Uusi\n")
    for name in ("a.csv", "a.mmd"):
        assert main(["canvas", "import", name, "-o", "b.yaml", "--force"]) == 0
        assert journey("b.yaml").persona_ids == ("asa", "aino", "uusi")
        assert [isinstance(one, str) for one in journey("b.yaml").personas] == [True, True, False]
        (point, *_) = [one for *_, one in journey("b.yaml").touchpoints()]
        assert isinstance(point.emotion, dict)
        assert point.emotion["asa"] == 1
        Path("b.yaml").unlink()


# The language


@pytest.mark.parametrize(
    ("file", "text", "said", "language"),
    [
        ("a.csv", "Kohtaamispiste\nHaku\n", "language fi, as the headers are", "fi"),
        ("a.csv", "Touchpoint\nHaku\n", "language en, as the headers are", "en"),
        (
            "a.mmd",
            'journey\n%% cxkit: {"journey": "j", "language": "sv"}\n x: 3\n',
            "sv, as the diagram",
            "sv",
        ),
        ("a.mmd", "journey\n title Kirjan noutaminen\n Hylly: 3\n", "fi, guessed from its words", "fi"),
        ("a.mmd", "journey\n title My working day\n Make tea: 3\n Go upstairs: 2\n", "en, guessed", "en"),
        ("a.csv", "title\nKirjan noutaminen\n", "language fi, guessed from its words", "fi"),
        ("a.mmd", "journey\n title 1\n 2: 3\n", "language left empty: --lang sets it", None),
    ],
)
def test_the_language_is_found(
    file: str, text: str, said: str, language: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    put(file, text)
    assert main(["canvas", "import", file, "-o", "new/"]) == 0
    assert said in capsys.readouterr().out
    (written,) = Path("new").iterdir()
    assert journey(str(written)).language == language


def test_the_language_of_the_folder(capsys: pytest.CaptureFixture[str]) -> None:
    put("a.mmd", "journey\n title My working day\n Make tea: 3\n")
    put("other.yaml", canvas_text("persona"))
    assert main(["canvas", "import", "a.mmd", "-o", "b.yaml"]) == 0
    assert "language fi, as the canvases beside it" in capsys.readouterr().out
    put("cxkit.toml", 'language = "en"\n')
    assert main(["canvas", "import", "a.mmd", "-o", "c.yaml"]) == 0
    assert "language en, as cxkit.toml says" in capsys.readouterr().out


def test_a_table_has_no_head(capsys: pytest.CaptureFixture[str]) -> None:
    put("a.csv", "Kohtaamispiste\nHaku\n")
    assert main(["canvas", "import", "a.csv", "-o", "b.yaml"]) == 0
    assert "A table has no head: write the title, the goal, personas in full" in capsys.readouterr().out


def test_hostile_titles_make_harmless_files() -> None:
    put("a.mmd", "journey\n title ../../CON\n x: 3\njourney\n title con\njourney\n title 日本\n")
    assert main(["canvas", "import", "a.mmd", "-o", "out/"]) == 0
    names = ["journey_1.yaml", "journey_con.yaml", "journey_con_2.yaml"]
    assert sorted(path.name for path in Path("out").iterdir()) == names
    assert sorted(path.name for path in Path().iterdir()) == ["a.mmd", "out"]
