import pytest
from tests.roster.rosters import EXAM, Read, read_roster

M = 10**6


def course(column: str, more: str = "sessions: 6") -> str:
    comma = ", " if more else ""
    return EXAM + f"attendance: {{column: {column}{comma}{more}, rules: [{{above: 25, lower: 1}}]}}\n"


def shares(found: Read, scope: int = 0) -> list[tuple[int | None, int | None]]:
    return [(row[f"absent@{scope}"], row[f"total@{scope}"]) for row in found.rows]


def read(cells: str, text: str) -> Read:
    return read_roster("id,Exam,Abs,Tot\n" + cells, text)


def test_absences_out_of_the_sessions_of_the_course() -> None:
    assert shares(read("1,5,2,\n2,5,1.5,\n", course("{absent: Abs}"))) == [(2 * M, 6 * M), (1_500_000, 6 * M)]


def test_the_timetable_tells_the_number_of_sessions() -> None:
    days = ", ".join(f"{{date: 2020-02-0{n}, taught: {str(n > 1).lower()}}}" for n in (1, 2, 3))
    found = read("1,5,1,\n", course("{absent: Abs}", "") + f"sessions: [{days}]\n")
    assert shares(found) == [(M, 2 * M)]


def test_a_students_own_total_comes_first() -> None:
    assert shares(read("1,5,2,8\n2,5,2,\n", course("{absent: Abs, total: Tot}"))) == [
        (2 * M, 8 * M),
        (2 * M, 6 * M),
    ]


def test_no_total_anywhere_is_told_at_the_empty_cell() -> None:
    assert read("1,5,2,\n", course("{absent: Abs, total: Tot}", "")).codes == ["CX231"]
    assert shares(read("1,,,\n", course("{absent: Abs, total: Tot}", ""))) == [(None, None)]
    assert read("1,5,,\n", course("{absent: Abs, total: Tot}", "missing: absent")).codes == ["CX231"]


def test_a_total_that_cannot_be_read_is_told_once() -> None:
    for cell in ("-1", "x"):
        assert read(f"1,5,2,{cell}\n", course("{absent: Abs, total: Tot}", "")).codes == ["CX230"]


def test_attended_sessions_are_the_others() -> None:
    assert shares(read("1,5,6,\n2,5,4,\n", course("{attended: Abs}"))) == [(0, 6 * M), (2 * M, 6 * M)]


def test_absence_in_percent() -> None:
    text = course("{absent_percent: Abs}", "")
    assert shares(read("1,5,25 %,\n2,5,100,\n", text)) == [(25 * M, 100 * M), (100 * M, 100 * M)]
    assert '"101" is more than 100 percent' in read("1,5,101,\n", text).said[0]


def test_shares_of_one_are_no_percentages() -> None:
    text = course("{absent_percent: Abs}", "")
    found = read("1,5,0.25,\n2,5,0.5,\n", text)
    assert found.said == [
        (
            '1:9 CX222 No percentage in column "Abs" is above 1 (A spreadsheet keeps 85 % as 0.85: format '
            "the column as a number, multiply by 100 and export.)"
        )
    ]
    for sound in ("0", "0.5 %", "50"):
        assert not read(f"1,5,0,\n2,5,{sound},\n", text).refused


@pytest.mark.parametrize(
    ("way", "cell", "what"),
    [
        ("absent", "7", "7 sessions missed are more than the 6"),
        ("attended", "6.5", "6.5 sessions attended are more"),
    ],
)
def test_more_than_there_were(way: str, cell: str, what: str) -> None:
    found = read(f"1,5,{cell},\n", course(f"{{{way}: Abs}}"))
    assert found.codes == ["CX232"]
    assert what in found.said[0]


def test_no_session_for_a_student_is_no_share() -> None:
    assert shares(read("1,5,0,0\n", course("{absent: Abs, total: Tot}"))) == [(0, 0)]
    assert read("1,5,1,0\n", course("{absent: Abs, total: Tot}")).codes == ["CX232"]


def test_an_empty_cell_is_an_error_unless_there_is_no_mark() -> None:
    text = course("{absent: Abs}")
    assert read("1,5,,\n", text).said == [
        (
            '2:5 CX231 Column "Abs": The attendance cell is empty (Fill it in, or say in the course file '
            "what an empty cell counts as (attendance.missing).)"
        )
    ]
    assert shares(read("1,,,\n2,EX,-,\n3,,1,\n", text)) == [(None, None), (None, None), (M, 6 * M)]


@pytest.mark.parametrize(("missing", "absent"), [("present", 0), ("absent", 6 * M)])
def test_an_empty_cell_may_count(missing: str, absent: int) -> None:
    text = course("{absent: Abs}", f"sessions: 6, missing: {missing}")
    assert shares(read("1,5,,\n2,,,\n", text)) == [(absent, 6 * M)] * 2


@pytest.mark.parametrize("cell", ["x", "-1", "50 %", "EX"])
def test_what_is_no_number_of_sessions(cell: str) -> None:
    assert read(f"1,5,{cell},\n", course("{absent: Abs}")).codes == ["CX230"]


STATUS = "id,Exam,Kerta 1,Kerta 2,Kerta 3,Kertaus\n"


def statuses(cells: str, more: str = "floor: fail", pattern: str = "Kerta *") -> Read:
    return read_roster(STATUS + cells, course(f'{{sessions: "{pattern}"}}', more))


def test_status_cells_are_counted() -> None:
    found = statuses("1,5,P,A,läsnä,?\n2,5,poissa,EI,e,?\n3,5,E,E,E,?\n")
    assert shares(found) == [(M, 3 * M), (2 * M, 2 * M), (0, 0)]


@pytest.mark.parametrize(("excused", "result"), [("absent", (2 * M, 3 * M)), ("present", (M, 3 * M))])
def test_excused_absences_may_count(excused: str, result: tuple[int, int]) -> None:
    assert shares(statuses("1,5,E,A,P,\n", f"excused: {excused}")) == [result]


def test_the_course_file_adds_words() -> None:
    more = "statuses: {absent: [gone], present: [here, A], excused: [sick, '-']}"
    assert shares(statuses("1,5,GONE,a,sick,\n2,5,here,-,p,\n", more)) == [(M, 2 * M), (0, 2 * M)]


def test_an_unknown_status_is_told_with_those_known() -> None:
    found = statuses("1,5,P,Q,P,\n")
    assert found.said == [
        (
            '2:7 CX230 Column "Kerta 2": "Q" is no status of attendance (Known are '
            "a, poissa, ei, p, l, läsnä, x, e; add others to `attendance.statuses`.)"
        )
    ]


def test_an_empty_status() -> None:
    assert statuses("1,5,P,,A,\n").codes == ["CX231"]
    assert shares(statuses("1,,P,,A,\n2,,,,,\n3,,,E,,\n")) == [(M, 2 * M), (None, None), (0, 0)]
    assert shares(statuses("1,5,P,,A,\n", "missing: present")) == [(M, 3 * M)]
    assert shares(statuses("1,5,P,,A,\n", "missing: absent")) == [(2 * M, 3 * M)]


def test_no_column_matches_the_pattern() -> None:
    found = statuses("1,5,P,A,P,\n", pattern="Session *")
    assert found.codes == ["CX206"]


def test_no_column_named_is_told_in_the_course_file() -> None:
    found = read_roster(
        "id,Exam\n1,5\n", EXAM + "attendance: {sessions: 6, rules: [{above: 25, lower: 1}]}\n"
    )
    diagnostic = found.diagnostics[0]
    assert (diagnostic.code, diagnostic.file, diagnostic.span and diagnostic.span.line) == (
        "CX209",
        "course.yaml",
        9,
    )


def test_missing_columns_are_told_in_the_roster() -> None:
    assert read_roster("id,Exam\n1,5\n", course("{absent: Abs, total: Tot}")).codes == ["CX206", "CX206"]


def test_attendance_of_another_delivery_is_not_looked_for() -> None:
    text = course("{absent: Abs}", "sessions: 6, applies_to: [contact]") + "delivery: online\n"
    found = read_roster("id,Exam\n1,5\n", text)
    assert "absent@0" not in found.frame.columns


def test_a_route_may_have_attendance_of_its_own_or_none() -> None:
    text = course("{absent: Abs}") + (
        "route_column: Route\nroutes:\n  - {id: free, attendance: false}\n  - {id: same, attendance: true}\n"
        "  - id: other\n    attendance:\n"
        "      {sessions: 4, column: {absent: Tot}, rules: [{above: 25, fail: true}]}\n"
        "  - {id: online, attendance: {sessions: 4, applies_to: [online], column: {absent: No}, rules: []}}\n"
        "delivery: contact\n"
    )
    rows = "1,5,1,,\n2,5,,,free\n3,5,2,,same\n4,5,,1,other\n5,5,,,online\n"
    found = read_roster("id,Exam,Abs,Tot,Route\n" + rows, text)
    assert shares(found) == [(M, 6 * M), (None, None), (2 * M, 6 * M), (None, None), (None, None)]
    assert shares(found, 3) == [(None, None)] * 3 + [(M, 4 * M), (None, None)]


def test_marks_of_another_route_do_not_make_attendance_needed() -> None:
    text = course("{absent: Abs}") + (
        "route_column: Route\nroutes: [{id: demo, components: [{id: show, weight: 100, max: 5}]}]\n"
    )
    found = read_roster("id,Exam,show,Abs,Route\n1,,3,,\n2,5,,,demo\n", text)
    assert shares(found) == [(None, None)] * 2
    assert read_roster("id,Exam,show,Abs,Route\n1,,3,,demo\n", text).codes == ["CX231"]


def test_decimal_marks_of_attendance_are_those_of_the_course_file_if_it_says_any() -> None:
    assert read_roster("id;Exam;Abs\n1;5.5;1,5\n", course("{absent: Abs}")).codes == []
    comma = course("{absent: Abs}") + "roster: {decimal: ','}\n"
    assert read_roster("id;Exam;Abs\n1;5,5;1.5\n", comma).codes == ["CX230"]
