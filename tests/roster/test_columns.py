import pytest
from tests.roster.rosters import EXAM, HEAD, TWO, Read, read_carefully, read_roster

from cxkit.documents.diagnostics import Span
from cxkit.roster.marks import Unit

ROUTED = (
    EXAM
    + "route_column: Route\nroutes:\n  - {id: work, title: {fi: Työ, en: Work}}\n"
    + "  - {id: demo, components: [{id: show, title: Show, weight: 100, max: 5}]}\n"
)


def header(text: str, course: str = EXAM, cells: str | None = None) -> Read:
    return read_roster(text + "\n" + (cells or ",".join("1" * (text.count(",") + 1))) + "\n", course)


def columns(found: Read) -> list[tuple[str, int, Unit]]:
    assert found.layout is not None, found.said
    return [(column.name, column.index, column.unit) for column in found.layout.marks]


@pytest.mark.parametrize(
    "title", ["Tentti", "Exam", "exam", "Quiz: Exam (Real)", "Tentti:Tentti (Todellinen)"]
)
def test_a_component_is_found_by_any_title_or_its_id(title: str) -> None:
    assert columns(header(f"id,{title}")) == [("exam#0", 1, Unit.POINTS)]


def test_percentages_stand_for_points_when_there_are_no_points() -> None:
    found = header("id,Exam (Percentage)", cells="1,85.00 %")
    assert columns(found) == [("exam#0", 1, Unit.PERCENT)]
    assert found.rows[0]["exam#0.v"] == 85_000_000


def test_percent_marks_prefer_the_percentages() -> None:
    course = EXAM.replace("max: 10", "mark: percent")
    found = header("id,Exam (Real),Exam (Percentage)", course, "1,17.00,85.00 %")
    assert columns(found) == [("exam#0", 2, Unit.PERCENT)]
    assert columns(header("id,Exam (Real)", course, "1,85"))[0][1] == 1


@pytest.mark.parametrize(
    ("mark", "index"),
    [
        ("mark: grade", 3),
        ("mark: pass_fail", 3),
        ("mark: pass_fail, max: 10, pass_mark: 50", 3),
        ("max: 10", 1),
    ],
)
def test_which_kind_of_an_item_is_taken(mark: str, index: int) -> None:
    course = EXAM.replace("max: 10", mark)
    word = "4" if "grade" in mark else "pass"
    found = header("id,Exam (Percentage),Exam (Feedback),Exam (Letter)", course, f"1,5 %,well,{word}")
    assert columns(found)[0][1] == index


def test_percentages_alone_do_for_pass_or_fail_with_a_pass_mark_only() -> None:
    course = EXAM.replace("max: 10", "mark: pass_fail, max: 10, pass_mark: 50")
    assert header("id,Exam (Percentage)", course, "1,50 %").rows[0]["exam#0.v"] == 1
    assert header("id,Exam (Percentage)", course.replace(", pass_mark: 50", "")).codes == ["CX205"]


def test_a_named_column_is_its_header_or_the_item_in_it() -> None:
    course = EXAM.replace("max: 10", "max: 10, column: [Main, Resit]")
    found = header("id,Quiz: Resit (Real),Main", course, "1,2,3")
    assert columns(found) == [("exam#0", 2, Unit.POINTS), ("exam#1", 1, Unit.POINTS)]


def test_a_missing_column_is_told_at_the_header_with_near_matches() -> None:
    found = header("id,Exan")
    assert found.said == [
        (
            '1:1 CX205 There is no column for component `exam`; looked for "Tentti", "Exam" or "exam" '
            '(Did you mean "Exan"? Name it in the course file.)'
        )
    ]
    assert header("id,zzz").said == [
        (
            '1:1 CX205 There is no column for component `exam`; looked for "Tentti", "Exam" or "exam" '
            '(The headers are: "id", "zzz".)'
        )
    ]


def test_many_headers_are_listed_in_part() -> None:
    found = header("id," + ",".join(f"column {n}" for n in range(33)))
    assert "and 9 more" in found.said[0]


def test_a_named_column_that_is_missing() -> None:
    found = header("id,Exam", EXAM.replace("max: 10", "max: 10, column: Main exam"))
    assert found.said == [
        (
            '1:1 CX206 There is no column "Main exam", which the course file names for component `exam` '
            '(Did you mean "Exam"? Name it in the course file.)'
        )
    ]


def test_headers_that_share_a_word_are_near_and_the_others_come_nearest_first() -> None:
    course = EXAM.replace("max: 10", "max: 10, column: Uusintakoe")
    found = header("id,Aktiivisuus,Loppukoe uusinta,Palautekeskustelu ja uusinnat", course)
    assert '(Did you mean "Loppukoe uusinta"? Name it' in found.said[0]
    course = EXAM.replace("max: 10", "max: 10, column: Essee 1")
    many = "id," + ",".join(f"x{n}" for n in range(12)) + ",Es e"
    assert '(The headers are: "Es e", "id", "x0"' in header(many, course).said[0]


def test_a_name_too_long_to_compare_gets_the_list() -> None:
    course = EXAM.replace("max: 10", f"max: 10, column: {'x' * 100}")
    assert "The headers are:" in header("id,Exam", course).said[0]


def test_what_is_missing_stands_at_the_beginning_of_the_header() -> None:
    (found,) = header("id,zzz").diagnostics
    assert found.span == Span(1, 1, 1, 1)


def test_duplicate_headers_matter_only_when_one_is_needed() -> None:
    assert header("id,Exam,x,x").rows
    found = header("id,Exam,x,Exam")
    assert found.said == [
        (
            '1:11 CX207 Both column 2 "Exam" and column 4 "Exam" could hold component `exam` '
            "(Rename or delete one of them, or name the right one in the course file.)"
        )
    ]


def test_one_column_does_not_serve_two_components() -> None:
    course = EXAM + "  - {id: tentti, title: Tentti, max: 10}\n"
    assert header("id,Tentti", course).codes == ["CX208"]
    named = EXAM.replace("max: 10", "max: 10, column: X") + "  - {id: again, max: 10, column: X}\n"
    assert header("id,X", named).rows


def test_identity_in_three_languages() -> None:
    for text in (
        "First name,Last name,ID number,Email address",
        "Etunimi,Sukunimi,ID-numero,Sähköpostiosoite",
        "Vorname,Nachname,ID-Nummer,E-Mail-Adresse",
        "Vorname,Surname,Matrikelnummer,Email",
    ):
        row = header(text + ",Exam", cells="Testi,Opiskelija 01,a1,a1@example.invalid,5").rows[0]
        assert row["id"] == "a1"
        assert row["name"] == "Testi Opiskelija 01"
        assert row["email"] == "a1@example.invalid"


@pytest.mark.parametrize(
    "text",
    [
        "id",
        "Student ID",
        "student_number",
        "studentNumber",
        "SID",
        "studentNo",
        "Opiskelijanumero",
        "opiskelijanro",
        "Opiskeluoikeusnumero",
    ],
)
def test_generic_id_headers(text: str) -> None:
    assert header(f"{text},Exam", cells="b7,5").rows[0]["id"] == "b7"


def test_the_course_file_names_the_identity_columns() -> None:
    course = EXAM + "roster: {id: Key, name: [First, Family], email: Post, route: Way}\nroutes: [{id: r}]\n"
    found = header("id,Key,Family,First,Post,Way,Exam", course, "1,k,B,A,p@example.invalid,r,5")
    row = found.rows[0]
    assert (row["id"], row["name"], row["email"], row["route"]) == ("k", "A B", "p@example.invalid", 1)
    one = header("id,Who,Exam", EXAM + "roster: {name: Who}\n", "1,A,5")
    assert one.rows[0]["name"] == "A"


def test_every_named_identity_column_that_is_missing_is_told() -> None:
    course = EXAM + "roster: {id: Key, name: [First, Family], email: Post, route: Way}\n"
    found = header("id,Exam", course)
    assert found.codes == ["CX206"] * 5


def test_without_an_id_the_e_mail_address_is_the_id() -> None:
    found = header("Email,Exam", cells="a@example.invalid,5")
    assert found.layout is not None and found.layout.id_kind == "email"
    assert found.rows[0]["id"] == found.rows[0]["email"] == "a@example.invalid"


def test_neither_id_nor_e_mail() -> None:
    found = header("Name,Exam")
    assert found.codes == ["CX204"]
    assert "looked for id, student id" in found.said[0]


def test_the_wrong_delimiter_is_suspected_when_there_is_one_column() -> None:
    found = read_roster("id,Exam\n1,5\n", delimiter=";")
    assert "--delimiter" in found.said[0]


def test_two_id_columns_are_a_tie() -> None:
    assert header("id,ID,Exam").codes == ["CX207"]


def test_a_route_is_an_id_or_a_title_in_any_case() -> None:
    found = read_roster("id,Exam,Show,Route\n1,1,,\n2,1,,WORK\n3,1,,työ\n4,1,,-\n5,,3,Demo\n", ROUTED)
    assert [row["route"] for row in found.rows] == [0, 1, 1, 0, 2]
    assert found.layout is not None
    assert [column.name for column in found.layout.columns_of(2)] == ["show#0"]


def test_an_unknown_route_is_told_with_a_near_match() -> None:
    found = read_roster("id,Exam,Show,Route\n1,1,,wrok\n2,1,,zzzz\n", ROUTED)
    assert found.said == [
        '2:6 CX226 Column "Route": "wrok" is no route of the course (Did you mean "work"?)',
        '3:6 CX226 Column "Route": "zzzz" is no route of the course (The routes of the course are: work, demo.)',  # noqa: E501
    ]


def test_a_route_whose_column_is_missing_may_not_be_taken() -> None:
    fine = read_roster("id,Exam,Route\n1,1,\n2,1,work\n", ROUTED)
    assert fine.layout is not None and fine.layout.absent_components == {"show"}
    found = read_roster("id,Exam,Route\n1,1,\n2,,demo\n", ROUTED)
    assert found.said == [
        (
            '3:4 CX227 Column "Route": "demo" needs show, which has no column '
            "(Add the column to the roster, or name it in the course file.)"
        )
    ]


def test_a_route_column_that_no_route_answers_to() -> None:
    found = read_roster("id,Exam,Route\n1,1,x\n", EXAM + "route_column: Route\n")
    assert "The routes of the course are: none." in found.said[0]


def test_parts_of_groups_are_what_is_looked_for() -> None:
    course = HEAD + (
        "components:\n  - id: labs\n    weight: 100\n    over_max: cap\n"
        "    parts: [{id: lab1, max: 5}, {id: lab2, max: 5, over_max: allow}]\n"
    )
    row = header("id,lab1,lab2", course, "1,6,6").rows[0]
    assert (row["lab1#0.v"], row["lab1#0.s"], row["lab2#0.v"], row["lab2#0.s"]) == (
        5_000_000,
        3,
        6_000_000,
        1,
    )


def test_bad_cells_are_told_together_with_missing_columns() -> None:
    assert header("id,Exam", TWO, "1,x").codes == ["CX205", "CX220"]


def test_units_of_a_component_come_in_the_order_of_its_attempts() -> None:
    text = TWO.replace("weight: 100, max: 10}", "weight: 100, max: 10, column: [Retake, Exam]}")
    found = read_roster("id,Exam (Real),Retake (Percentage),Essee\n1,5,50 %,x\n", text)
    assert found.layout is not None
    assert found.layout.units == {
        "exam": (Unit.PERCENT, Unit.POINTS),
        "essay": (Unit.PASS_FAIL,),
    }


def test_a_route_is_proposed_as_the_course_file_spells_it() -> None:
    course = ROUTED.replace("id: demo", "id: demo, title: Näyttö")
    (said,) = read_roster("id,Exam,Show,Route\n1,1,,näytö\n", course).said
    assert said.endswith('(Did you mean "Näyttö"?)')


def test_marks_of_students_without_a_route() -> None:
    assert read_roster("id,Exam,Show,Route\n1,1,,\n2,,3,demo\n3,1,-,\n", ROUTED).said == []
    for read in (read_roster, read_carefully):
        found = read("id,Exam,Show,Route\n1,1,3,\n2,1,4,\n3,1,,work\n", ROUTED)
        assert not found.refused
        (said,) = found.said
        assert said == (
            '1:9 CX244 2 students have a mark in column "Show" but no route, "1" among them, and only a '
            "route counts it (Name the route, or take the marks out: they count for nothing now.)"
        )
    (one,) = read_roster("id,Exam,Show,Route\n1,1,3,\n", ROUTED).said
    assert one.startswith('1:9 CX244 The student "1" has a mark in column "Show" but no route, and')


def test_of_headers_that_differ_in_capitals_the_one_spelt_so_is_taken() -> None:
    course = EXAM.replace("id: exam", "id: a").replace("title: Exam, ", "")
    course += "attendance: {sessions: 4, column: {absent: A}, rules: [{above: 25, lower: 1}]}\n"
    found = read_roster("id,a,A\n1,5,2\n", course)
    assert found.said == []
    assert (found.rows[0]["a#0.v"], found.rows[0]["absent@0"]) == (5_000_000, 2_000_000)


def test_absences_may_have_another_decimal_mark_than_marks() -> None:
    course = EXAM + "attendance: {column: {absent_percent: Away}, rules: [{above: 25, lower: 1}]}\n"
    found = read_roster("id;Exam;Away\n1;5,5;12.5\n", course)
    assert found.said == []
    assert (found.rows[0]["exam#0.v"], found.rows[0]["absent@0"]) == (5_500_000, 12_500_000)
