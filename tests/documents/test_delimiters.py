from __future__ import annotations

import pytest

from cxkit.documents.delimiters import found_delimiter, said_delimiter


@pytest.mark.parametrize(
    ("header", "delimiter"),
    [("a,b;c,d", ","), ("a;b,c;d", ";"), ("a\tb", "\t"), ("a", ","), ('"x,y,z";b', ";"), ("", ",")],
)
def test_the_delimiter_is_found_in_the_header(header: str, delimiter: str) -> None:
    assert found_delimiter(header) == delimiter


@pytest.mark.parametrize(
    ("line", "delimiter"),
    [
        ("sep=;", ";"),
        ("SEP=,", ","),
        ("sep=\t", "\t"),
        ("sep=|", "|"),
        ('"sep=;"', ";"),
        ("\ufeffsep=;", ";"),
        ("sep=;;;;", ";"),
        ('"sep=,",,', ","),
        ("sep=", None),
        ("sep=ä", None),
        ('sep="', None),
        ("sep=;,", None),
        ("sep=;name", None),
        ("id;sep=;", None),
        ("", None),
    ],
)
def test_the_delimiter_may_be_said(line: str, delimiter: str | None) -> None:
    assert said_delimiter(line) == delimiter
