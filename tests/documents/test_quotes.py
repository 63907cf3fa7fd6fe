import pytest

from cxkit.checks.runner import check_text
from cxkit.documents.diagnostics import Severity
from cxkit.documents.sound import SOUND


def quoted(text):
    """The stretches of the text that are said to be in quotes which belong to it."""
    found = [one for one in check_text(text, "f").diagnostics if one.code == "CX016"]
    assert {one.severity for one in found} <= {Severity.WARNING}
    lines = text.splitlines()
    spans = [one.span for one in found if one.span is not None]
    return [lines[one.line - 1][one.column - 1 : one.end_column - 1] for one in spans]


@pytest.mark.parametrize("name", ["“A1”", "”Näyttö”", "„x“", "»x«", "«x y»", "‘x’", "‚x‘", "›x‹", "“it’s”"])
@pytest.mark.parametrize(
    "place",
    [
        ("id: demo-1", "id: {}"),
        ("title: Demonstration", "title: {}"),
        ("title: Demonstration", "title: {}   # a comment"),
        ("title: Demonstration\n", "title: {{fi: {}, en: Demo}}\n"),
        ("title: Demonstration\n", "title: {{fi: Näyttö, en: {} }}\n"),
        ("title: Demonstration\n", "title:\n  fi: {}\n  en: Demo\n"),
        ("max: 30", "max: 30, column: {}"),
        ("max: 30", "max: 30, column: [A, {}]"),
        ("credits: 5", "credits: 5\nroster:\n  excused:\n    - {}\n    - EX"),
        ("credits: 5", "credits: 5\nroute_column: {}"),
    ],
    ids=lambda place: place[1],
)
def test_a_name_in_typographic_quotes_is_warned_of(name, place):
    old, new = place
    assert quoted(SOUND.replace(old, new.format(name))) == [name]


@pytest.mark.parametrize(
    "line",
    [
        "notes: He said ”yes”",
        "notes: ”A quotation is a sentence.”",
        "notes: {fi: ”Kyllä”, en: “Yes”}",
        "objectives: [”Yksi”, ”Kaksi”]",
        "group: ”A” ja ”B”",
        "group: Ryhmä ”A”",
        "group: ”A” on ryhmä",
        'group: "”A”"',
        "group: '”A”'",
        "group: |\n  title: ”A”",
        "group: ’n kirja",
        "group: ”A",
        "group: ””",
        "campus: A  # title: ”A”",
        "group: ”A'",
    ],
)
def test_quotes_in_sentences_and_within_straight_ones_are_right(line):
    assert quoted(f"{SOUND}{line}\n") == []


def test_beside_an_error_the_warning_is_there_too():
    found = check_text(SOUND.replace("title: Demonstration", "title: ”Näyttö”\nxyz: 5"), "f").diagnostics
    assert [one.code for one in found] == ["CX016", "CX030"]
    assert found[0].hint == (
        'Leave them out or write straight quotes, `"Näyttö"`. If they belong to the text: `"”Näyttö”"`.'
    )
