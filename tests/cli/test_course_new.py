"""`cxkit course new` on the command line."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from cxkit.checks.runner import check_course
from cxkit.cli.app import main
from cxkit.course.model import Course

EXPORT = """\
Etunimi,Sukunimi,ID-numero,Suoritustapa,Tehtävä:Raportti 1: alku (Todellinen),\
Tehtävä:Raportti 1: alku (Palaute),Tentti (Todellinen),Tentti (Prosentti),Itsearviointi (Todellinen),\
Kommentti,Ryhmätyö (Todellinen),Linkki
Testi,Opiskelija 01,a1,,"4,50",Hyvä,"-","-",Hyväksytty,oma,-,x:y
Testi,Opiskelija 02,a2,Näyttö,"11,00",,'-3.00,"80,5 %",Hylätty,,-,z
Testi,Opiskelija 03,a3,,EX,,27,-,-,,-,
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a Finnish gradebook export."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "export.csv").write_text(EXPORT, encoding="utf-8")
    return tmp_path


def course(file: str) -> Course:
    """Check a course file that must be sound and return the course."""
    checked = check_course(file)
    assert checked.diagnostics == ()
    assert checked.course is not None
    return checked.course


@pytest.mark.parametrize("language", ["fi", "en"])
def test_an_example_to_begin_with(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["course", "new", "Palvelu.yaml", "--lang", language]) == 0
    assert capsys.readouterr() == (
        "Written: Palvelu.yaml. Fill it in, then run: cxkit check Palvelu.yaml\n",
        "",
    )
    made = course("Palvelu.yaml")
    assert (made.id, made.language) == ("Palvelu", language)


def test_components_from_an_export() -> None:
    assert main(["course", "new", "course.yaml", "--from-roster", "export.csv", "--lang", "fi"]) == 0
    made = course("course.yaml")
    found = [(str(part.title), part.mark, part.max, part.weight) for part in made.components]
    assert [(title, mark) for title, mark, _, _ in found] == [
        ("Raportti 1: alku", "points"),
        ("Tentti", "points"),
        ("Itsearviointi", "pass_fail"),
        ("Ryhmätyö", "points"),
    ]
    assert [most for _, _, most, _ in found] == [12, 30, None, 100]
    assert [weight for _, _, _, weight in found] == [1, 1, 0, 1]
    assert made.weights == "relative"
    assert "# route_column: Suoritustapa" in Path("course.yaml").read_text(encoding="utf-8")


def test_what_was_made_grades_the_export(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    export = EXPORT.replace("'-3.00", '"12,0"')
    (folder / "export.csv").write_text(export, encoding="utf-8")
    assert main(["course", "new", "course.yaml", "--from-roster", "export.csv", "--lang", "en"]) == 0
    assert main(["grade", "export.csv"]) == 0
    assert "3 students" in capsys.readouterr().out


def test_an_existing_file_is_kept_without_force(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "course.yaml").write_text("mine", encoding="utf-8")
    assert main(["course", "new", "course.yaml"]) == 2
    assert "course.yaml exists" in capsys.readouterr().err
    assert (folder / "course.yaml").read_text(encoding="utf-8") == "mine"
    assert main(["course", "new", "course.yaml", "--force"]) == 0
    assert course("course.yaml").id == "course"


def test_the_export_is_never_overwritten(folder: Path) -> None:
    assert main(["course", "new", "export.csv", "--from-roster", "export.csv", "--force"]) == 2
    assert (folder / "export.csv").read_text(encoding="utf-8") == EXPORT


def test_an_export_from_standard_input(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(EXPORT.encode())))
    assert main(["course", "new", "piped.yaml", "--from-roster", "-"]) == 0
    assert main(["course", "new", "read.yaml", "--from-roster", "export.csv"]) == 0
    assert course("piped.yaml").components == course("read.yaml").components


@pytest.mark.parametrize(
    ("export", "status", "said"),
    [
        (None, 2, "there is no such roster"),
        (b"", 1, "CX201 error"),
        (b"id,Exam\na1,1,2\n", 1, "CX210 error"),
    ],
)
def test_an_export_that_cannot_be_read(
    folder: Path, export: bytes | None, status: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "export.csv").unlink()
    if export is not None:
        (folder / "export.csv").write_bytes(export)
    assert main(["course", "new", "course.yaml", "--from-roster", "export.csv"]) == status
    assert said in capsys.readouterr().err
    assert not (folder / "course.yaml").exists()


def test_hostile_headers_become_harmless_text(folder: Path) -> None:
    header = 'id,"a: {b}, # c","!!python/object","*alias","\x1b[31mred\u202e","null",""\n'
    (folder / "export.csv").write_text(header + "a1,1,2,3,4,5,6\n", encoding="utf-8")
    assert main(["course", "new", "course.yaml", "--from-roster", "export.csv"]) == 0
    titles = [str(part.title) for part in course("course.yaml").components]
    assert titles[:3] == ["a: {b}, # c", "!!python/object", "*alias"]
    assert titles[-1] == "null"


def test_what_was_not_taken_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    export = EXPORT.replace(",27,-", ",27 p,-").replace('"11,00"', "03.huhti").replace("x:y", "x\x1b[2J")
    (folder / "export.csv").write_text(export, encoding="utf-8")
    assert main(["course", "new", "course.yaml", "--from-roster", "export.csv"]) == 0
    assert capsys.readouterr().out == (
        "Written: course.yaml. Fill it in, then run: cxkit check course.yaml\n"
        "Components: Raportti 1: alku, Tentti, Itsearviointi, Ryhmätyö\n"
        "Columns not taken:\n"
        "  Etunimi, Sukunimi, ID-numero, Kommentti: who the student is, or remarks\n"
        "  Suoritustapa: way of completing the course, see `route_column` in the file\n"
        "  Tehtävä:Raportti 1: alku (Palaute): feedback or letters\n"
        "  Tentti (Prosentti): a second column of an item that is taken\n"
        '  Linkki (line 2: "x", line 3: "z"): no cell is a number or a pass/fail word\n'
        "Columns taken, with cells that are no marks; correct them before grading:\n"
        '  Tehtävä:Raportti 1: alku (Todellinen) (line 3: "03.huhti")\n'
        '  Tentti (Todellinen) (line 4: "27 p")\n'
    )
    assert [part.id for part in course("course.yaml").components][:2] == ["raportti_1_alku", "tentti"]


def test_many_odd_cells_are_counted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = "".join(f"a{number},{'x' * 99}\n" for number in range(9))
    (folder / "export.csv").write_text(f"id,Exam\n{rows}a9,7\n", encoding="utf-8")
    assert main(["course", "new", "course.yaml", "--from-roster", "export.csv"]) == 0
    shown = ", ".join(f'line {line}: "{"x" * 40}"' for line in (2, 3, 4))
    assert f"  Exam ({shown}, and 6 more)\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("header", "language"),
    [("Etunimi,ID-numero,Koe", "fi"), ("name,id,Koe (Todellinen)", "fi"), ("name,id,Exam (Real)", "en")],
)
def test_the_language_is_that_of_the_export(header: str, language: str, folder: Path) -> None:
    (folder / "export.csv").write_text(f"{header}\nTesti,a1,5\n", encoding="utf-8")
    assert main(["course", "new", "course.yaml", "--from-roster", "export.csv"]) == 0
    assert course("course.yaml").language == language


def test_a_name_without_an_ending_gets_one(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["course", "new", "kurssi2"]) == 0
    assert "Written: kurssi2.yaml." in capsys.readouterr().out
    assert course("kurssi2.yaml").id == "kurssi2"
    assert main(["course", "new", "kurssi.v2"]) == 0
    assert capsys.readouterr().out.endswith(
        "cxkit check kurssi.v2\nName it .yaml: only such files are found in a folder or beside a roster.\n"
    )


def test_the_command_to_go_on_with_can_be_copied(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["course", "new", "uusi kurssi.yaml"]) == 0
    assert capsys.readouterr().out.endswith("then run: cxkit check 'uusi kurssi.yaml'\n")


def test_a_hostile_name_is_shown_harmlessly(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["course", "new", "a\x1b[31mb.yaml"]) == 0
    assert capsys.readouterr().out.startswith("Written: ab.yaml. ")


@pytest.mark.parametrize(
    "header", ["Kurssiyhteenveto (Todellinen)", "Kurssin yhteispisteet", "Keskiarvo", "Opintopisteet", "Nro"]
)
def test_what_is_no_component(header: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "export.csv").write_text(f"ID-numero,{header},Tentti\na1,30,15\n", encoding="utf-8")
    assert main(["course", "new", "course.yaml", "--from-roster", "export.csv"]) == 0
    assert [part.id for part in course("course.yaml").components] == ["tentti"]
    said = capsys.readouterr().out
    assert "Components: Tentti\n" in said
    assert header in said


def test_a_retake_is_an_attempt(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "export.csv").write_text(
        "ID-numero,Loppukoe (Todellinen),Loppukoe uusinta (Todellinen),Tentti:Verkkotentti (Todellinen),"
        "Tentti:Uusintatentti (Todellinen)\na1,18,22,7,8\n",
        encoding="utf-8",
    )
    assert main(["course", "new", "course.yaml", "--from-roster", "export.csv"]) == 0
    made = course("course.yaml")
    assert [(part.id, part.column) for part in made.components] == [
        ("loppukoe", ("Loppukoe", "Loppukoe uusinta")),
        ("verkkotentti", None),
        ("uusintatentti", None),
    ]
    assert made.components[0].max == 25
    text = Path("course.yaml").read_text(encoding="utf-8")
    assert "    column: [Loppukoe, Loppukoe uusinta]  # suorituskerrat, joista paras jää voimaan\n" in text
    assert (
        "  # Onko tämä uusinta? Tee silloin näistä kahdesta yksi osasuoritus, jossa on rivi\n"
        "  # column: [Verkkotentti, Uusintatentti]\n"
        "  - id: uusintatentti\n"
    ) in text
    said = capsys.readouterr().out
    assert "Components: Loppukoe (with Loppukoe uusinta), Verkkotentti, Uusintatentti\n" in said
    assert "  Is Uusintatentti a retake of Verkkotentti? Then" in said
    assert main(["grade", "export.csv"]) == 0
