from cxkit.documents.codes import Code
from cxkit.documents.diagnostics import Diagnostic, Refused, Severity, Span, has_errors, in_order


def _at(file: str | None, line: int, column: int, code: str = "CX001") -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, "wrong", file=file, span=Span(line, column, line, column))


def test_findings_are_sorted_by_file_line_column_and_code():
    wanted = [
        Diagnostic("CX900", Severity.INFO, "about nothing in particular"),
        _at("a", 1, 2),
        _at("a", 2, 1, "CX001"),
        _at("a", 2, 1, "CX002"),
        _at("a", 10, 1),
        _at("b", 1, 1),
    ]
    assert in_order(reversed(wanted)) == wanted


def test_only_errors_are_errors():
    assert has_errors([_at("a", 1, 1)])
    assert not has_errors(
        [Diagnostic("CX900", Severity.WARNING, "hm"), Diagnostic("CX901", Severity.INFO, "so")]
    )


def test_a_refusal_carries_its_findings_and_says_them():
    refused = Refused([_at("a", 1, 1), _at("a", 2, 1)])
    assert len(refused.diagnostics) == 2
    assert str(refused) == "wrong; wrong"


def test_every_code_is_unique_and_has_a_sentence():
    codes = [str(code) for code in Code]
    assert len(set(codes)) == len(codes) == len(Code.__members__)
    for code in Code:
        assert code.startswith("CX0")
        assert code.sentence.endswith(".")
        assert f"{code}" == code.value
