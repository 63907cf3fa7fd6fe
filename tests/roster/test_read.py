import io
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest
from tests.roster.rosters import EXAM, course_of, marks_of, read_carefully, read_roster

from cxkit.course.export_columns import ColumnGuess, NotTaken, OddCell
from cxkit.documents.diagnostics import Refused, Severity
from cxkit.roster import careful, fast, texts
from cxkit.roster.codes import CODES
from cxkit.roster.guess import guess_columns
from cxkit.roster.read import read

M = 10**6


def test_the_frame_of_marks() -> None:
    frame = read_roster("id,Name,Email,Exam\na, Testi 01 ,,5.5\nb,'=x,b@example.invalid,EX\n").frame
    assert frame.schema == pl.Schema(
        {
            "row": pl.Int64,
            "line": pl.Int64,
            "id": pl.String,
            "name": pl.String,
            "email": pl.String,
            "route": pl.Int16,
            "exam#0.v": pl.Int64,
            "exam#0.s": pl.Int8,
        }
    )
    assert frame.rows() == [
        (0, 2, "a", "Testi 01", None, 0, 5_500_000, 1),
        (1, 3, "b", "=x", "b@example.invalid", 0, 0, 2),
    ]


def test_a_roster_from_a_file_tells_its_headers_and_progress(tmp_path: Path) -> None:
    file = tmp_path / "r.csv"
    file.write_text("id,Exam\n1,5\n2,6\n", encoding="utf-8")
    told: list[int] = []
    course, document = course_of(EXAM)
    roster = read(str(file), course, document, progress=told.append)
    assert (roster.file, roster.headers, roster.diagnostics) == (str(file), ("id", "Exam"), ())
    assert [frame.height for frame in roster.batches()] == [2]
    assert told == [2]


def test_without_a_name_the_name_is_empty() -> None:
    assert read_roster("id,Exam\n1,5\n").rows[0]["name"] == ""


def test_a_header_alone_is_an_empty_result_with_a_warning() -> None:
    for content in ("id,Exam", "id,Exam\n", '"id","Exam"\n\n'):
        found = read_roster(content)
        assert found.codes == ["CX241"]
        assert found.diagnostics[0].severity is Severity.WARNING
        assert found.frame.height == 0
        assert found.frame.columns[-1] == "exam#0.s"


def test_windows_1252_is_read_with_a_warning() -> None:
    found = read_roster("id,Nimi,Exam\n1,Äijä,5\n".encode("cp1252"))
    assert found.rows[0]["name"] == "Äijä"
    assert found.codes == ["CX240"]
    assert found.diagnostics[0].span and found.diagnostics[0].span.line == 2


def test_an_empty_id_column_gives_way_to_the_e_mail_address() -> None:
    found = read_roster("id,Email,Exam\n,a@example.invalid,5\n ,b@example.invalid,6\n")
    assert [row["id"] for row in found.rows] == ["a@example.invalid", "b@example.invalid"]
    assert found.codes == ["CX242"]
    assert found.layout and found.layout.id_kind == "email"


def test_single_empty_ids_are_errors() -> None:
    found = read_roster("id,Email,Exam\n,a@example.invalid,5\n2,b@example.invalid,6\n")
    assert found.said == [
        '2:1 CX223 Column "id": There is no id (Every student needs an id: fill it in, or take the row out.)'
    ]
    assert read_roster("id,Exam\n,5\n,6\n").codes == ["CX223", "CX223"]


def test_an_id_column_without_rows_stays_the_id() -> None:
    found = read_roster("id,Email,Exam\n")
    assert found.layout and found.layout.id_kind == "id"


@pytest.mark.parametrize("bad", ["1,23E+11", "1.23e+11", "1E+9"])
def test_ids_that_became_numbers(bad: str) -> None:
    found = read_roster(f"id;Exam\nA+;5\n{bad};6\n")
    assert found.codes == ["CX224"]
    assert found.diagnostics[0].span and found.diagnostics[0].span.line == 3


@pytest.mark.parametrize(
    ("ids", "message"),
    [
        (
            ("00123", "01234", "1234"),
            '1 id has fewer than the usual 5 digits ("1234", and "01234" is there as well): leading',
        ),
        (
            ("00123", "01234", "00001", "1234", "12"),
            '2 ids have fewer than the usual 5 digits (such as "1234"',
        ),
        (("12345", "12346", "1234"), '1 id has fewer than the usual 5 digits ("1234"): leading'),
        (("12345678", "1234567"), '1 id has fewer than the usual 8 digits ("1234567")'),
        (("1234567", "12345678"), '1 id has fewer than the usual 8 digits ("1234567")'),
        (("0012345", "12346", "12347"), '2 ids have fewer than the usual 7 digits (such as "12346")'),
        (("001", "2", "3"), '2 ids have fewer than the usual 3 digits (such as "2")'),
        (("1", "10", "100", "101"), None),
        (("12345", "12346", "1"), None),
        (("0", "1", "2"), None),
        (("00123", "01234", "a12"), None),
        (("00123", "01234", "123456"), None),
    ],
)
def test_ids_that_may_have_lost_zeros(ids: tuple[str, ...], message: str | None) -> None:
    rows = "".join(f"{id_},5\n" for id_ in ids)
    for found in (read_roster(f"id,Exam\n{rows}"), read_carefully(f"id,Exam\n{rows}")):
        assert found.codes == (["CX243"] if message else [])
        assert message is None or message in found.diagnostics[0].message


def test_a_student_who_comes_twice() -> None:
    found = read_roster("id,Exam\na,5\nb,6\n a,7\na ,8\n")
    assert found.said == [
        '4:1 CX225 The student "a" is on line 2 already (Take one of the two rows out.)',
        '5:1 CX225 The student "a" is on line 2 already (Take one of the two rows out.)',
    ]


def test_an_address_in_other_capitals_is_the_same_student() -> None:
    for quote in ("", '"'):
        found = read_roster(
            f"{quote}email{quote},Exam\nA@example.invalid,5\nb@example.invalid,6\na@example.invalid,7\n"
        )
        assert [said.split(" (")[0] for said in found.said] == [
            '4:1 CX225 The student "a@example.invalid" is on line 2 already'
        ]
    assert not read_roster("id,Exam\na,5\nA,6\n").refused


def test_mixed_decimal_marks_name_both_cells() -> None:
    course = EXAM + "  - {id: lab, max: 10}\n"
    found = read_roster("id;Exam;lab\n1;5,5;1\n2;5;1.5\n3;6,5;2.5\n", course)
    assert found.said == [
        (
            '3:5 CX221 "1.5" in column "lab" has a decimal point, but "5,5" in column "Exam" on line 2 '
            "has a decimal comma (Use one decimal mark throughout the roster; which one does not matter.)"
        )
    ]
    assert marks_of("id;Note;Exam\n1;5.5;5,5\n") == [(5_500_000, 1)]


def test_percentages_that_are_shares_of_one() -> None:
    course = EXAM.replace("max: 10", "mark: percent")
    found = read_roster("id;Exam\n1;0,85\n2;1\n", course)
    assert found.codes == ["CX222"]
    assert found.diagnostics[0].span and found.diagnostics[0].span.line == 1
    for sound in ("0", "0.85 %", "2"):
        assert not read_roster(f"id,Exam\n1,{sound}\n2,0\n", course).refused


def test_every_bad_cell_is_told_in_one_run_in_order() -> None:
    found = read_roster('id,Exam\n1,x\n2,5,5\n,5\n"4",11\n1,"5\n')
    assert [d.split(" ")[:2] for d in found.said] == [
        ["2:3", "CX220"],
        ["3:5", "CX210"],
        ["4:1", "CX223"],
        ["5:5", "CX220"],
        ["6:3", "CX211"],
    ]


def test_a_bad_cell_names_header_and_value() -> None:
    assert read_roster("id,Quiz: Exam (Real)\n1,11\n").said == [
        (
            '2:3 CX220 Column "Quiz: Exam (Real)": "11" is above the maximum 10 '
            "(Correct the mark, or give the component `over_max: cap` or `over_max: allow`.)"
        )
    ]


def test_more_than_a_hundred_bad_cells_are_counted() -> None:
    found = read_roster("id,Exam\n" + "".join(f"{n},x\n" for n in range(150)))
    assert len(found.diagnostics) == 101
    assert found.diagnostics[-1].message == "50 more errors are not listed"


def test_an_empty_roster_and_too_many_columns() -> None:
    assert read_roster("").codes == read_roster("\n\n").codes == ["CX201"]
    assert read_roster("id," + "," * 100_000).codes == ["CX203"]
    assert read_roster("id,\0\n1,5\n").codes == ["CX202"]


def test_the_delimiter_of_a_header_over_several_lines() -> None:
    assert marks_of('\n"the\nid";Exam\n1;5,5\n', EXAM + "roster: {id: the id}\n") == [(5_500_000, 1)]


def test_many_batches_by_either_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(careful, "BATCH", 7)
    monkeypatch.setattr(fast, "CHUNK", 7)
    monkeypatch.setattr(texts, "MOST_KEPT", 3)
    rows = "".join(f"s{n},{n % 10}.{n}\n" for n in range(60))
    quick, slow = read_roster("id,Exam\n" + rows), read_carefully("id,Exam\n" + rows)
    assert quick.rows == slow.rows
    assert len(slow.frames) > 1


@pytest.mark.parametrize("late", ["", "\n,\n", "\n\n"])
def test_the_careful_reader_goes_on_where_the_fast_one_gave_up(
    late: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fast, "CHUNK", 10)
    first = "".join(f"s{n},5\n" for n in range(50))
    found = read_roster("id,Exam\n" + first + late + "last,6\n")
    assert [row["row"] for row in found.rows] == list(range(51))
    assert found.rows[-1]["id"] == "last"


@pytest.mark.parametrize("rows", ["1,5\n2\n", "1,5\n2,5,5\n3\n", "1,5,\n2,5\n", "1\n2,5,5\n"])
def test_rows_of_the_wrong_length_never_pass(rows: str) -> None:
    found = read_roster("id,Exam\n" + rows)
    assert found.refused
    assert set(found.codes) == {"CX210"}


def test_nothing_is_yielded_after_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(careful, "BATCH", 2)
    found = read_carefully("id,Exam\n1,5\n2,5\n3,x\n4,5\n5,5\n")
    assert found.refused
    assert [frame.height for frame in found.frames] == [2]


def test_every_code_is_explained() -> None:
    assert all(code.startswith("CX2") and sentence.endswith(".") for code, sentence in CODES.items())
    used = {code for code in CODES if any(code in file.read_text("utf-8") for file in sources())}
    assert used == set(CODES)


def sources() -> list[Path]:
    room = Path(careful.__file__).parent
    return [file for file in room.glob("*.py") if file.name != "codes.py"]


def guesses(content: str) -> list[ColumnGuess]:
    return guess_columns("r.csv", stream=io.BytesIO(content.encode()))


def test_guessing_what_an_export_holds() -> None:
    found = guesses(
        "Etunimi,ID-numero,Tehtävä:Raportti 1 (Todellinen),Tehtävä:Raportti 1 (Palaute),Koe (Kirjain),"
        "Oma arvio,Suoritustapa,Muuta,,Prosentit (Prosentti),Tyhjä,Opetuskerrat\n"
        "Testi,1,'-3.5,hyvä,A,hyv.,,teksti,,85 %,-,6\n"
        "Testi,2,12,x,B,hyl.,näyttö,1,,5 %,EX,6\n"
        "Testi,3,7,x,B,,,,,,,6\n"
    )
    assert [column for column in found if column.not_taken is None] == [
        ColumnGuess("Raportti 1", "Tehtävä:Raportti 1 (Todellinen)", False, Decimal(12)),
        ColumnGuess("Oma arvio", "Oma arvio", True, None),
        ColumnGuess("Suoritustapa", "Suoritustapa", False, None),
        ColumnGuess("Muuta", "Muuta", False, Decimal(1), odd=(OddCell(2, "teksti"),), odd_count=1),
        ColumnGuess("Prosentit", "Prosentit (Prosentti)", False, Decimal(85), percent=True),
        ColumnGuess("Tyhjä", "Tyhjä", False, None),
    ]
    assert {column.header: column.not_taken for column in found if column.not_taken is not None} == {
        "Etunimi": NotTaken.IDENTITY,
        "ID-numero": NotTaken.IDENTITY,
        "Tehtävä:Raportti 1 (Palaute)": NotTaken.FEEDBACK,
        "Koe (Kirjain)": NotTaken.FEEDBACK,
        "Opetuskerrat": NotTaken.SESSIONS,
    }


def test_an_odd_cell_does_not_take_a_column_away() -> None:
    """A date, a unit or a question in one cell: the column stays, and the cells are known by their lines."""
    found = guesses(
        "id,Essee (Todellinen),Koe,Vain tekstiä (Real),Linkki,Luku (calc),Arvio %\n"
        "1,03.huhti,24 p,kesken,x:y,(read only),85 %\n"
        "2,18,20,kesken,z:y,12,90 %\n"
        "3,17,ok,kesken,,12,\n"
        "4,17,a,kesken,,12,\n"
        "5,17,b,kesken,,12,\n"
    )
    assert found[1:] == [
        ColumnGuess(
            "Essee", "Essee (Todellinen)", False, Decimal(18), odd=(OddCell(2, "03.huhti"),), odd_count=1
        ),
        ColumnGuess(
            "Koe",
            "Koe",
            False,
            Decimal(20),
            odd=(OddCell(2, "24 p"), OddCell(4, "ok"), OddCell(5, "a")),
            odd_count=4,
        ),
        ColumnGuess(
            "Vain tekstiä",
            "Vain tekstiä (Real)",
            odd=(OddCell(2, "kesken"), OddCell(3, "kesken"), OddCell(4, "kesken")),
            odd_count=5,
        ),
        ColumnGuess(
            "Linkki",
            "Linkki",
            odd=(OddCell(2, "x:y"), OddCell(3, "z:y")),
            odd_count=2,
            not_taken=NotTaken.TEXT,
        ),
        ColumnGuess(
            "Luku (calc)",
            "Luku (calc)",
            odd=(OddCell(2, "(read only)"),),
            odd_count=1,
            not_taken=NotTaken.READ_ONLY,
        ),
        ColumnGuess("Arvio %", "Arvio %", False, Decimal(90), percent=True),
    ]


def test_guessing_refuses_rows_that_cannot_be_split() -> None:
    with pytest.raises(Refused):
        guesses("id,Exam\n1\n")


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_first_line_that_says_the_delimiter(mark: str, end: str) -> None:
    found = read_roster(end.join([f"{mark}sep=;", "id;Name;Exam", "a;Testi 01;5,5", "b;Testi, 02;7", ""]))
    assert found.codes == []
    assert [(row["id"], row["name"], row["line"], row["exam#0.v"]) for row in found.rows] == [
        ("a", "Testi 01", 3, 5_500_000),
        ("b", "Testi, 02", 4, 7_000_000),
    ]


def test_blank_lines_before_a_line_that_says_the_delimiter() -> None:
    assert read_roster("\n\nsep=;\nid;Exam\na;5,5\n").rows[0]["exam#0.v"] == 5_500_000


def test_a_delimiter_that_nobody_would_guess() -> None:
    assert read_roster("sep=|\nid|Exam\na|5\n").rows[0]["exam#0.v"] == 5_000_000


def test_what_is_wrong_behind_such_a_line_has_its_own_line() -> None:
    found = read_roster("sep=;\nid;Exam\na;5\nb;x\n")
    (one,) = found.diagnostics
    assert one.span is not None
    assert (one.code, one.span.line, one.span.column) == ("CX220", 4, 3)


@pytest.mark.parametrize("label", ["Keskiarvo", "Kaikkien keskiarvo", "YHTEENSÄ", "average", " Total "])
def test_a_row_of_averages_is_no_student(label: str) -> None:
    found = read_roster(f"id,Exam\na,5\n{label},5\n")
    assert found.codes == ["CX228"]
    assert found.said[0].endswith("(Take the row out: it would be graded like a student.)")
    assert read_roster("id,Name,Exam\na,Total,5\n").codes == []
    assert read_roster(f"id,Name,Exam\n{label},Testi Opiskelija 01,5\n").codes == []
    assert read_roster("id,Exam\nmax,5\nmin,6\n").codes == []


def test_a_cell_may_begin_with_a_line_break() -> None:
    found = read_roster('id,name,Exam\n1,A,5\n"\n2",B,6\n"","","\n"\n"",,\n')
    assert found.codes == ["CX223"]
    assert found.diagnostics[0].span is not None
    assert found.diagnostics[0].span.line == 5
    assert [row["id"] for row in read_roster('id,name,Exam\n1,A,5\n"\n2",B,6\n').rows] == ["1", "2"]


def test_a_title_above_the_headers_is_told_in_one_sentence() -> None:
    found = read_roster("Palvelumuotoilu, syksy;;;\nid;Name;Exam;\na;Testi;5;\n")
    assert found.codes == ["CX204"]
    assert found.diagnostics[0].hint == (
        "Line 1 holds one text alone: if it is a title, delete all lines above the headers."
    )


def test_feedback_is_not_proposed_for_marks() -> None:
    found = read_roster("ID number,Exam paper (Feedback),Essay (Real)\na,well,5\n")
    assert found.codes == ["CX205"]
    assert "Feedback" not in (found.diagnostics[0].hint or "").partition("The headers are")[0]


def test_a_row_that_is_too_short_may_be_no_student() -> None:
    found = read_roster("id,Name,Exam\na,Testi,5\nKeskiarvo,5\n")
    assert [(one.code, one.hint) for one in found.diagnostics] == [
        ("CX210", "Fill in the cells that are missing, or take the row out if it is no student.")
    ]
