import pytest

from cxkit.roster.headers import Kind, find, header_key, near_matches, parsed

NUMBERS = (Kind.REAL, Kind.PERCENTAGE)


def found(headers: list[str], *names: str, kinds: tuple[Kind, ...] = NUMBERS) -> list[int]:
    return [header.index for header in find(parsed(headers), {header_key(name) for name in names}, kinds)]


@pytest.mark.parametrize(
    "header",
    [
        "Exam",
        " EXAM ",
        "exam (Real)",
        "Quiz: Exam (Real)",
        "Tehtävä:Exam (Todellinen)",
        "Test: Exam (Punkte)",
        "Exam (Percentage)",
        "Exam (Prosentti)",
        "Exam (Prosenttiosuus)",
        "Exam (Prozentsatz)",
    ],
)
def test_a_title_is_found_in_every_shape_of_header(header: str) -> None:
    assert found(["x", header], "Exam") == [1]


@pytest.mark.parametrize(
    "header", ["Exam (Feedback)", "Exam (Palaute)", "Exam (Letter)", "Note: Exam", "Exam (1)"]
)
def test_other_kinds_and_other_texts_are_not_the_title(header: str) -> None:
    assert found([header], "Exam") == []


def test_unicode_forms_and_white_space_do_not_matter() -> None:
    assert found(["Va\u0308li  koe"], "VÄLI\tKOE") == [0]


def test_real_is_taken_before_percentage() -> None:
    headers = ["Quiz: Exam (Percentage)", "Quiz: Exam (Real)", "Quiz: Exam (Feedback)"]
    assert found(headers, "Exam") == [1]
    assert found(headers, "Exam", kinds=(Kind.PERCENTAGE,)) == [0]


def test_the_whole_header_wins_over_names_derived_from_others() -> None:
    assert found(["Quiz: Exam (Real)", "Exam (Real)", "Exam"], "Exam") == [2]
    assert found(["Quiz: Exam (Real)", "Exam (Real)"], "Exam") == [1]


def test_titles_with_colons_and_parentheses() -> None:
    headers = [
        "Quiz: Part 1: Exam (Real)",
        "Part 1: Exam (Real)",
        "Exam (resit) (Real)",
        "Quiz: Lab (Real) (Real)",
    ]
    assert found(headers, "Part 1: Exam") == [1]
    assert found(headers[:1], "Part 1: Exam") == [0]
    assert found(headers, "Exam (resit)") == [2]
    assert found(headers, "Lab (Real)") == [3]
    assert found(headers, "Exam") == [1]  # "Part 1" could be a module


def test_several_columns_that_fit_equally_are_all_given() -> None:
    assert found(["Exam", "a", "exam"], "Exam") == [0, 2]
    assert found(["Quiz: Exam (Real)", "Assignment: Exam (Real)"], "Exam") == [0, 1]


def test_near_matches_are_headers_as_they_stand() -> None:
    headers = parsed(["Quiz: Exam (Real)", "Name", "x" * 100])
    assert near_matches(headers, ["exan"]) == ["Quiz: Exam (Real)"]
    assert near_matches(headers, ["zzz", "y" * 100]) == []


def test_a_colon_at_the_end_is_no_module() -> None:
    assert parsed(["Exam: (Real)"])[0].name is None
