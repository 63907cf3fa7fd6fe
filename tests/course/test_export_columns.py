"""What the columns of an export hold, by their headers."""

import pytest

from cxkit.course.export_columns import ColumnGuess, NotTaken, likely_language, why_no_marks


def column(header: str) -> ColumnGuess:
    """A column whose title is its header."""
    return ColumnGuess(header, header)


@pytest.mark.parametrize(
    ("header", "why"),
    [
        ("", NotTaken.IDENTITY),
        ("Opiskelijanumero", NotTaken.IDENTITY),
        ("Essay (Feedback)", NotTaken.FEEDBACK),
        ("Poissaolot", NotTaken.ABSENCE),
        ("Suoritustapa", NotTaken.ROUTE),
        ("Sessions", NotTaken.SESSIONS),
        ("Opetuskerrat", NotTaken.SESSIONS),
        ("Course total", NotTaken.TOTAL),
        ("Essay", None),
    ],
)
def test_a_title_may_say_that_a_column_holds_no_marks(header, why):
    assert why_no_marks(column(header)) is why


@pytest.mark.parametrize(
    ("headers", "language"),
    [
        (["Name", "Koe (Todellinen)"], "fi"),
        (["Name", " Sähköpostiosoite "], "fi"),
        (["Name", "Exam (Real)", "Etunimi of the first"], None),
        ([], None),
    ],
)
def test_an_export_is_finnish_by_a_word_in_its_headers(headers, language):
    assert likely_language([column(header) for header in headers]) == language
