"""Bad rosters, one case each: what they get is a finding at its place, or one sentence."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pytest
from tests.roster.rosters import EXAM, Read, course_of, read_roster

from cxkit.documents.diagnostics import Refused, UnreadableFile
from cxkit.roster import opening
from cxkit.roster.opening import open_source
from cxkit.roster.read import read

COLUMNS = "id,Name,Exam\n"


def told(found: Read) -> list[tuple[int, int, str]]:
    return [(d.span.line, d.span.column, d.code) for d in found.diagnostics if d.span]


def unreadable(file: Path | str) -> str:
    course, document = course_of(EXAM)
    with pytest.raises(UnreadableFile) as caught:
        read(str(file), course, document)
    sentence = str(caught.value)
    assert "\n" not in sentence
    return sentence


def test_missing_file_with_a_near_match(tmp_path: Path) -> None:
    (tmp_path / "roster.csv").write_text(COLUMNS, encoding="utf-8")
    assert "Did you mean `roster.csv`?" in unreadable(tmp_path / "rooster.csv")


def test_folder_instead_of_file(tmp_path: Path) -> None:
    assert "folder" in unreadable(tmp_path)


def test_no_permission(monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(*args: object) -> object:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", closed)
    with pytest.raises(UnreadableFile, match="no permission"):
        open_source("roster.csv")


def test_broken_symlink(tmp_path: Path) -> None:
    (tmp_path / "roster.csv").symlink_to("gone.csv")
    assert "the link leads to gone.csv" in unreadable(tmp_path / "roster.csv")


def test_a_name_that_no_file_can_have() -> None:
    assert "cannot be the name" in unreadable("a\0b.csv")


def test_endless_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MAX_STREAM_BYTES", 1 << 20)
    assert "reading stopped" in unreadable("/dev/zero")


@pytest.mark.parametrize("name", ["r.xlsx", "r.ods", "r.parquet", "R.XLSX", "r.xls"])
def test_spreadsheets_are_asked_for_as_csv(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"anything")
    assert "CSV" in unreadable(tmp_path / name)


def test_a_course_file_in_the_place_of_the_roster(tmp_path: Path) -> None:
    (tmp_path / "course.YML").write_text("kind: course\n", encoding="utf-8")
    assert "a YAML file, not a roster" in unreadable(tmp_path / "course.YML")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ('{"students": []}', "JSON"),
        ("\ufeff\n[{}]", "JSON"),
        ('["id", "exam"]', "JSON"),
        ("<!DOCTYPE html>\n<table>", "HTML or XML"),
        (" <?xml version='1.0'?>", "HTML or XML"),
    ],
)
def test_other_texts_are_named_in_one_sentence(tmp_path: Path, text: str, what: str) -> None:
    (tmp_path / "r.csv").write_text(text, encoding="utf-8")
    assert f"this looks like {what}, not a roster" in unreadable(tmp_path / "r.csv")


def test_a_header_may_begin_with_a_bracket() -> None:
    assert read_roster("[1] x,id,Exam\n,1,2\n").rows


def test_a_zip_that_claims_to_be_text(tmp_path: Path) -> None:
    bomb = tmp_path / "r.csv"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * (64 << 20))
    assert "CSV" in unreadable(bomb)
    (tmp_path / "p.csv").write_bytes(b"PAR1" + b"\0" * 100)
    assert "CSV" in unreadable(tmp_path / "p.csv")
    (tmp_path / "g.csv").write_bytes(gzip.compress(b"id,Exam\n1,5\n"))
    assert "CSV" in unreadable(tmp_path / "g.csv")


@pytest.mark.parametrize("name", ["http://r.csv", "s3://r.csv", "file:r.csv", "~", "r[1].csv", "r*.csv", "-"])
def test_a_name_is_a_file_whatever_it_looks_like(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).parent.mkdir(exist_ok=True)
    Path(name).write_text(COLUMNS + "1,a,5\n", encoding="utf-8")
    assert [row["id"] for batch in read(name, *course_of(EXAM)).batches() for row in batch.to_dicts()] == [
        "1"
    ]


@pytest.mark.parametrize("content", ["", "\n", " \n\n", "\ufeff"])
def test_empty(content: str) -> None:
    assert told(read_roster(content)) == [(1, 1, "CX201")]


ACCEPTED = {
    "a byte order mark": ("\ufeff" + COLUMNS + "1,a,5\n").encode(),
    "CRLF": (COLUMNS + "1,a,5\n").replace("\n", "\r\n").encode(),
    "CR": (COLUMNS + "1,a,5\n").replace("\n", "\r").encode(),
    "no final newline": (COLUMNS + "1,a,5").encode(),
    "UTF-16, little end first": b"\xff\xfe" + (COLUMNS + "1,a,5\n").encode("utf-16-le"),
    "UTF-16, big end first": b"\xfe\xff" + (COLUMNS + "1,a,5\n").encode("utf-16-be"),
    "blank lines": (COLUMNS + "\n\n1,a,5\n\n   \n").encode(),
    "rows of empty cells": (COLUMNS + ",,\n1,a,5\n,,\n").encode(),
    "minus zero": (COLUMNS + "1,a,-0\n").encode(),
    "semicolons": (COLUMNS + "1,a,5\n").replace(",", ";").encode(),
    "tabs": (COLUMNS + "1,a,5\n").replace(",", "\t").encode(),
    "quotes everywhere": b'"id","Name","Exam"\n"1","a","5"\n',
    "columns that nobody needs": b"x,id,x,Name,Exam,\n?,1,NaN,a,5,\n",
}


@pytest.mark.parametrize("content", ACCEPTED.values(), ids=ACCEPTED.keys())
def test_accepted(content: bytes) -> None:
    found = read_roster(content)
    assert found.diagnostics == ()
    assert [(row["id"], row["name"]) for row in found.rows] == [("1", "a")]
    assert found.rows[0]["exam#0.v"] in (5_000_000, 0)


def test_a_latin_1_byte_is_read_as_windows_1252_with_a_warning() -> None:
    found = read_roster((COLUMNS + "1,Äijä,5\n").encode("latin-1"))
    assert (found.codes, found.rows[0]["name"]) == (["CX240"], "Äijä")


def test_nul() -> None:
    assert told(read_roster(COLUMNS + "1,a\0,5\n")) == [(2, 4, "CX202")]


def test_other_control_characters_are_data() -> None:
    assert read_roster(COLUMNS + "1,a\x1b[31m\x07b,5\n").rows[0]["name"] == "a\x1b[31m\x07b"


def test_header_only() -> None:
    found = read_roster(COLUMNS)
    assert (found.codes, found.frame.height) == (["CX241"], 0)


def test_no_header() -> None:
    found = read_roster("a1,Testi,5\na2,Testi,6\n")
    assert set(found.codes) == {"CX204", "CX205"}
    assert {(line, column) for line, column, _ in told(found)} == {(1, 1)}


def test_a_needed_column_is_missing() -> None:
    found = read_roster("id,Name,Exma\n1,a,5\n")
    assert told(found) == [(1, 1, "CX205")]
    assert 'Did you mean "Exma"?' in found.said[0]


def test_a_named_column_is_missing() -> None:
    found = read_roster(COLUMNS + "1,a,5\n", EXAM.replace("max: 10", "max: 10, column: Exam 2"))
    assert told(found) == [(1, 1, "CX206")]
    assert 'Did you mean "Exam"?' in found.said[0]


def test_a_needed_header_comes_twice() -> None:
    assert told(read_roster("id,Exam,Exam\n1,5,6\n")) == [(1, 9, "CX207")]


def test_a_student_comes_twice() -> None:
    found = read_roster(COLUMNS + "1,a,5\n2,b,5\n1,a,6\n")
    assert told(found) == [(4, 1, "CX225")]
    assert "line 2" in found.said[0]


@pytest.mark.parametrize(("row", "column"), [("1,a", 4), ("1", 2), ("1,a,5,", 7), ("1,a,5,6,7", 7)])
def test_short_and_long_rows(row: str, column: int) -> None:
    assert told(read_roster(f"{COLUMNS}0,b,5\n{row}\n2,c,5\n")) == [(3, column, "CX210")]


def test_short_and_long_rows_that_make_up_for_each_other() -> None:
    assert told(read_roster(f"{COLUMNS}1,a\n2,b,5,6\n")) == [(2, 4, "CX210"), (3, 7, "CX210")]


def test_unclosed_quote() -> None:
    assert told(read_roster(COLUMNS + '1,"a,5\n2,b,5\n')) == [(2, 3, "CX211")]


def test_text_after_a_quote() -> None:
    assert told(read_roster(COLUMNS + '1,"a"b,5\n')) == [(2, 6, "CX212")]


def test_wrong_delimiter() -> None:
    found = read_roster(COLUMNS + "1,a,5\n", delimiter=";")
    assert told(found) == [(1, 1, "CX204")]
    assert "--delimiter" in found.said[0]


def test_a_cell_over_the_limit() -> None:
    assert told(read_roster(COLUMNS + f"1,{'x' * 131_073},5\n")) == [(2, 3, "CX213")]


def test_a_line_without_end() -> None:
    course, document = course_of(EXAM)
    with pytest.raises(Refused, match="16 MiB"):
        read("r.csv", course, document, stream=io.BytesIO(b"x" * (17 << 20)))


def test_a_hundred_thousand_blank_columns() -> None:
    assert told(read_roster("id,Exam" + "," * 100_000 + "\n")) == [(1, 1, "CX203")]


BAD_MARKS = [
    "12.5.1",
    "85%",
    "1e2",
    "１２",
    "٣",
    "١٢",
    "1_000",
    "½",
    "+7",
    "NaN",
    "03.apr",
    "3.huhti",
    "2020-04-03",
]
BAD_MARKS += ["11", "-1", "1 000", "0x1", "inf", "3-4", "5.", ".5", "1.2345678", "1234567890", "1\t2"]


@pytest.mark.parametrize("mark", BAD_MARKS)
def test_a_bad_mark(mark: str) -> None:
    found = read_roster(f"{COLUMNS}0,b,5\n1,a,{mark}\n")
    assert told(found) == [(3, 5, "CX220")]
    assert 'Column "Exam": "' in found.said[0]


def test_all_bad_marks_in_one_run() -> None:
    rows = "".join(f"{number},a,{mark}\n" for number, mark in enumerate(BAD_MARKS))
    assert told(read_roster(COLUMNS + rows)) == [
        (line, 4 + len(str(line - 2)), "CX220") for line in range(2, 26)
    ]


def test_decimal_comma_mixed_with_points() -> None:
    found = read_roster("id;Exam\n1;5,5\n2;5.5\n")
    assert told(found) == [(3, 3, "CX221")]
    assert '"5,5"' in found.said[0] and '"5.5"' in found.said[0]


def test_thousand_separators_are_never_a_decimal_mark() -> None:
    course = EXAM.replace("max: 10", "max: 5000")
    assert read_roster("id;Exam\n1;1.000,5\n", course).codes == ["CX220"]


def test_fractions_of_one_in_a_percent_column() -> None:
    found = read_roster("id,Exam\n1,0.85\n2,0.9\n", EXAM.replace("max: 10", "mark: percent"))
    assert told(found) == [(1, 4, "CX222")]


def test_an_id_in_scientific_notation() -> None:
    assert told(read_roster("id;Exam\n1,23E+11;5\n")) == [(2, 1, "CX224")]


def test_lost_leading_zeros() -> None:
    assert read_roster("id,Exam\n0012345,5\n0123456,5\n12345,5\n").codes == ["CX243"]


def test_names_of_any_kind_are_kept() -> None:
    names = [
        "=HYPERLINK(1)",
        "<script>",
        "{{7*7}}",
        "[red]",
        "\u202eabc",
        "e\u0301",
        "\U0001f469\u200d\U0001f4bb",
        "x" * 10_000,
    ]
    rows = "".join(f"{number},{name},5\n" for number, name in enumerate(names))
    assert [row["name"] for row in read_roster(COLUMNS + rows).rows] == names


def test_ids_of_any_kind_are_kept_apart() -> None:
    ids = ["../../x", "a/b", "CON", "con", "é", "e\u0301"]
    rows = "".join(f"{id_},a,5\n" for id_ in ids)
    assert [row["id"] for row in read_roster(COLUMNS + rows).rows] == ids


def test_more_absences_than_sessions() -> None:
    course = EXAM + "attendance: {sessions: 6, column: {absent: Abs}, rules: [{above: 25, lower: 1}]}\n"
    assert told(read_roster("id,Exam,Abs\n1,5,7\n", course)) == [(2, 5, "CX232")]
