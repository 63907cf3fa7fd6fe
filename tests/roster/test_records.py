import pytest

from cxkit.documents.diagnostics import Span
from cxkit.roster.findings import Findings
from cxkit.roster.records import MAX_CELL, Records, cell_span


def read(text: str, delimiter: str = ",") -> tuple[list[tuple[int, list[str]]], list[tuple[str, int, int]]]:
    findings = Findings("r.csv")
    records = [(r.line, r.cells) for r in Records(iter(text.split("\n")), delimiter, findings)]
    return records, [(d.code, d.span.line, d.span.column) for d in findings.diagnostics() if d.span]


def test_cells_are_split_at_the_delimiter() -> None:
    assert read("a,b\n1,\n,2\n") == ([(1, ["a", "b"]), (2, ["1", ""]), (3, ["", "2"])], [])


def test_quoted_cells_hold_delimiters_quotes_and_line_ends() -> None:
    assert read('a,b\n"1,5","say ""x"""\n"two\n\nlines",2\n3,4')[0] == [
        (1, ["a", "b"]),
        (2, ["1,5", 'say "x"']),
        (3, ["two\n\nlines", "2"]),
        (6, ["3", "4"]),
    ]


def test_several_open_cells_in_one_record() -> None:
    assert read('a,b\n"x\ny","z\nw"\n1,2')[0] == [(1, ["a", "b"]), (2, ["x\ny", "z\nw"]), (5, ["1", "2"])]


def test_a_quote_within_an_unquoted_cell_is_a_character() -> None:
    assert read('a,b\n5" disk,it"s"\n')[0][1] == (2, ['5" disk', 'it"s"'])


def test_blank_lines_and_rows_of_empty_cells_are_skipped() -> None:
    assert read('\n  \na,b\n\n,\n"",""\n \n1,2\n\n')[0] == [(3, ["a", "b"]), (8, ["1", "2"])]


@pytest.mark.parametrize(("row", "column"), [("1", 2), ("1,2,3,4", 5), ("1,2,3", 5), ('"1"', 4)])
def test_rows_of_the_wrong_length(row: str, column: int) -> None:
    records, found = read(f"a,b\n{row}\n3,4\n")
    assert found == [("CX210", 2, column)]
    assert records[1:] == [(3, ["3", "4"])]


def test_an_unclosed_quote_is_told_where_it_opens_and_the_rest_is_read() -> None:
    records, found = read('a,b\n1,"2\n3,4\n5,6\n')
    assert found == [("CX211", 2, 3)]
    assert records[1:] == [(3, ["3", "4"]), (4, ["5", "6"])]


def test_text_after_a_closing_quote() -> None:
    records, found = read('a,b\n"1"x,2\n3,4\n')
    assert found == [("CX212", 2, 4)]
    assert records[1:] == [(3, ["3", "4"])]


@pytest.mark.parametrize("later", ['"5",6', '5"x,6'])
def test_a_quote_that_swallows_lines_is_told_where_it_opens(later: str) -> None:
    records, found = read(f'a,b\n"1,2\n3,4\n{later}\n7,8\n')
    assert found[0] == ("CX211", 2, 1)
    assert records[1] == (3, ["3", "4"])
    assert records[-1] == (5, ["7", "8"])


def test_text_after_the_quote_of_a_later_cell() -> None:
    assert read('a,b\n"1\n2","3"x\n')[1] == [("CX212", 3, 7)]


def test_a_nul_character() -> None:
    records, found = read("a,b\n1,\0\n3,4")
    assert found == [("CX202", 2, 3)]
    assert records[1:] == [(3, ["3", "4"])]


@pytest.mark.parametrize("row", ["1,{}", '1,"{}"'])
def test_a_cell_over_the_limit(row: str) -> None:
    records, found = read("a,b\n" + row.format("x" * (MAX_CELL + 1)) + "\n3,4")
    assert found == [("CX213", 2, 3)]
    assert records[1:] == [(3, ["3", "4"])]
    assert read("a,b\n" + row.format("x" * MAX_CELL))[1] == []


def test_a_quote_left_open_for_longer_than_a_cell_may_be() -> None:
    lines = "\n".join("x,y" for _ in range(MAX_CELL // 3))
    records, found = read(f'a,b\n1,"2\n{lines}\n')
    assert found == [("CX211", 2, 3)]
    assert len(records) == MAX_CELL // 3 + 1


def test_spans_of_cells_over_several_lines() -> None:
    text = '"a\nbc","d"'
    assert cell_span(5, text, ",", 0) == Span(5, 1, 6, 4)
    assert cell_span(5, text, ",", 1) == Span(6, 5, 6, 8)


def test_findings_stop_at_a_hundred_and_count_the_rest() -> None:
    findings = Findings("r.csv")
    list(Records(iter(["a,b"] + ["1"] * 250), ",", findings))
    found = findings.diagnostics()
    assert len(found) == 101
    assert found[-1].code == "CX249"
    assert found[-1].message == "150 more errors are not listed"
