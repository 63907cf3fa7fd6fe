"""Comments that accept a finding: which lines they are about, and what is wrong with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxkit.checks.catalogue import RULES
from cxkit.checks.run import Wishes, run
from cxkit.checks.suppressions import NONE, suppressions

HEAD = """\
kind: course
version: 1
id: C-1
title: Course
bands: {1: 40, 3: 70, 5: 90}
tests:
  - {name: full marks, given: {exam: 30}, grade: 5}
  - {name: too little, given: {exam: 11}, grade: 0}
components:
  - {id: exam, weight: 100, max: 30}
"""
FIRST = HEAD.count("\n") + 1
REASON = "agreed with the faculty"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def found(text: str, wishes: Wishes = Wishes()) -> list[tuple[str, int]]:  # noqa: B008 - frozen
    """Return the codes and lines of what is reported about a course; 99 credits raise CX199."""
    Path("course.yaml").write_bytes(text.encode())
    reported = run(["course.yaml"], wishes)
    return [(one.code, one.span.line if one.span else 0) for one in reported.diagnostics]


def test_without_a_comment_there_is_a_finding() -> None:
    assert found(HEAD + "credits: 99\n") == [("CX199", FIRST)]


@pytest.mark.parametrize(
    "comment",
    [
        f"# cxkit: ignore[CX199] {REASON}",
        f"#cxkit:ignore[CX199] {REASON}",
        f"#  cxkit:  ignore [ CX199 ]  {REASON}",
        f"# cxkit: ignore[CX101, CX199] {REASON}",
        f"# cxkit: ignore[CX199]: {REASON}",
        f"# cxkit: ignore[cx199] {REASON} (and [more])",
        f"# cxkit: ignore[%s] {REASON}" % RULES["CX199"].name,
        f"# cxkit: ignore[CX199] – {REASON}",
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_line_itself_and_the_line_above(comment: str, end: str) -> None:
    others = [("CX051", FIRST)] if "CX101" in comment else []
    for text in (f"credits: 99  {comment}\n", f"{comment}\ncredits: 99\n", f"  {comment}\ncredits: 99\n"):
        assert found((HEAD + text).replace("\n", end)) == others


def test_a_comment_at_the_very_beginning_of_the_file() -> None:
    assert found(f"\ufeff# cxkit: ignore-file[CX199] {REASON}\n{HEAD}credits: 99\n") == []


def test_several_comments_above_one_line() -> None:
    text = f"# cxkit: ignore[CX199] {REASON}\n# Not a typing error.\ncredits: 99\n"
    assert found(HEAD + text) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"# cxkit: ignore[CX199] {REASON}\ngroup: A\ncredits: 99\n", 2),
        (f"group: A  # cxkit: ignore[CX199] {REASON}\ncredits: 99\n", 1),
        (f"credits: 99\n# cxkit: ignore[CX199] {REASON}\n", 0),
    ],
)
def test_other_lines_are_not_covered(text: str, line: int) -> None:
    codes = found(HEAD + text)
    assert ("CX199", FIRST + line) in codes
    assert [code for code, _ in codes if code != "CX199"] == ["CX051"]


def test_a_whole_file_from_anywhere_in_it() -> None:
    text = f"credits: 99\ngroup: A  # cxkit: ignore-file[CX199] {REASON}\n"
    assert found(HEAD + text) == []


@pytest.mark.parametrize(
    "scalar",
    [
        "notes: |\n  # cxkit: ignore-file[CX199] a reason\n  b\n",
        "notes: >-\n\n  a\n\n  # cxkit: ignore-file[CX199] a reason\n\n",
        "notes: |+\n  # cxkit: ignore-file[CX199] a reason\n",
        "notes: 'a\n  # cxkit: ignore-file[CX199] a reason'\n",
        'notes: "a # cxkit: ignore-file[CX199] a reason"\n',
        "notes: a#cxkit:ignore-file[CX199] a reason\n",
        "notes: [a, 'b # cxkit: ignore-file[CX199] a reason']\n",
    ],
)
def test_text_that_looks_like_a_comment_is_none(scalar: str) -> None:
    assert [code for code, _ in found(HEAD + "credits: 99\n" + scalar)] == ["CX199"]


@pytest.mark.parametrize(
    "text",
    [
        f"notes: |  # cxkit: ignore-file[CX199] {REASON}\n  a\n",
        f"notes: |\n  a\n\n# cxkit: ignore-file[CX199] {REASON}\n",
        f"notes: |\n  a\n # cxkit: ignore-file[CX199] {REASON}\ngroup: A\n",
        f"notes: a\n  b # cxkit: ignore-file[CX199] {REASON}\n",
        f"notes: 'a # b' # cxkit: ignore-file[CX199] {REASON}\n",
        f"notes: a\ngroup: >\n # x\n\n# cxkit: ignore-file[CX199] {REASON}",
    ],
)
def test_a_comment_beside_a_text_is_one(text: str) -> None:
    assert found(HEAD + "credits: 99\n" + text) == []


@pytest.mark.parametrize(
    ("comment", "code", "column", "words"),
    [
        ("# cxkit: ignore[CX199]", "CX050", 1, "has no reason"),
        ("# cxkit: ignore[CX199] --", "CX050", 1, "has no reason"),
        ("# cxkit: ignore", "CX052", 1, "does not say in brackets which codes"),
        ("# cxkit: ignore this", "CX052", 1, "does not say in brackets which codes"),
        ("# cxkit: ignore CX199 because", "CX052", 1, "does not say in brackets which codes"),
        ("# cxkit: ignore[CX199 because", "CX052", 1, "the bracket after `ignore` is not closed"),
        ("# cxkit: ignore[CX199) because", "CX052", 1, "the bracket after `ignore` is not closed"),
        ("# cxkit: ignore(CX199) because", "CX052", 1, "its codes stand in square brackets"),
        ("# cxkit: ingore[CX199] because", "CX052", 1, "the word is `ignore`, not `ingore`"),
        ("# cxkit: ignore-all[CX199] because", "CX052", 1, "the word is `ignore`, not `ignore-all`"),
        ("# cxkit: disable[CX199] because", "CX052", 1, "the word is `ignore`, not `disable`"),
        ("# cxkit: disable CX199 because", "CX052", 1, "the word is `ignore`, not `disable`"),
        ("# cxkit: Ignore[CX199] because", "CX052", 1, "`Ignore` is written in small letters"),
        ("# CXKIT: ignore[CX199] because", "CX052", 1, "`CXKIT` is written in small letters"),
        ("# cxkit ignore[CX199] because", "CX052", 1, "a colon is missing after `cxkit`"),
        ("# cxkit ignore CX199 because", "CX052", 1, "a colon is missing after `cxkit`"),
        ("# cxkit-ignore[CX199] because", "CX052", 1, "a colon is missing after `cxkit`"),
        ("# cxkit; ignore[CX199] because", "CX052", 1, "a colon is missing after `cxkit`"),
        ("# cxkit: ignore[] because", "CX052", 1, "names no code"),
        ("# cxkit: ignore[CX1] because", "CX052", 17, "`CX1` is not the code of a rule"),
        ("# cxkit: ignore[weights] because", "CX052", 17, "`weights` is not the code of a rule"),
        ("# cxkit: ignore[CX776] because", "CX052", 17, "`CX776` is not the code of a rule"),
        ("# cxkit: ignore[CX030] because", "CX052", 17, "CX030 cannot be suppressed"),
    ],
)
def test_what_is_wrong_with_a_comment(comment: str, code: str, column: int, words: str) -> None:
    text = HEAD + comment + "\ncredits: 99\n"
    assert found(text) == [(code, FIRST), ("CX199", FIRST + 1)]
    (fault,) = suppressions(text, "f").faults
    assert fault.span is not None
    assert fault.span.column == column
    assert words in fault.message
    assert fault.hint


def test_a_good_code_beside_a_bad_one_has_its_effect() -> None:
    assert found(HEAD + f"credits: 99  # cxkit: ignore[CX199,CX1] {REASON}\n") == [("CX052", FIRST)]


@pytest.mark.parametrize(
    "comment",
    [
        "# See the page of cxkit: ignore it.",
        "# cxkit: a fine program",
        "# cxkit is fine",
        "# cxkit rule CX199 says why",
        "# cxkit check (in every build)",
        "# cxkit ignored (it is small)",
        "# cxkit",
        "# x",
    ],
)
def test_other_comments_are_let_be(comment: str) -> None:
    assert found(HEAD + f"{comment}\ncredits: 5\n") == []


class TestUnused:
    UNUSED = HEAD + f"credits: 5  # cxkit: ignore[CX199] {REASON}\n"

    def test_it_is_a_warning_at_the_code(self) -> None:
        assert found(self.UNUSED) == [("CX051", FIRST)]
        (one,) = run(["course.yaml"], Wishes()).diagnostics
        assert one.span is not None
        assert one.span.column == len("credits: 5  # cxkit: ignore[") + 1

    @pytest.mark.parametrize(
        "wishes", [Wishes(("CX101",)), Wishes(ignore=("CX199",)), Wishes(("CX1",), ("CX199", "CX2"))]
    )
    def test_not_when_nobody_looked(self, wishes: Wishes) -> None:
        assert found(self.UNUSED, wishes) == []

    def test_not_when_the_file_cannot_be_read_as_a_course(self) -> None:
        assert found(self.UNUSED.replace("title: Course\n", "")) == [("CX031", 1)]

    def test_not_about_cases_that_were_not_graded(self) -> None:
        text = self.UNUSED.replace("CX199", "CX178").replace("weight: 100", "weight: 99")
        assert [code for code, _ in found(text)] == ["CX101"]

    def test_not_about_a_rule_that_needs_the_other_files(self) -> None:
        assert found(self.UNUSED.replace("CX199", "CX100")) == []

    def test_it_can_be_ignored(self) -> None:
        assert found(self.UNUSED, Wishes(ignore=("CX051",))) == []


def test_an_error_that_is_accepted_does_not_fail_the_run() -> None:
    text = HEAD.replace("components:", f"components:  # cxkit: ignore[CX101] {REASON}")
    assert found(text.replace("weight: 100", "weight: 99") + "credits: 5\n") == []
    assert not run(["course.yaml"], Wishes()).failing


def test_a_reading_error_cannot_be_accepted() -> None:
    text = HEAD + f"credit: 5  # cxkit: ignore[CX030] {REASON}\ncredits: 5\n"
    assert [code for code, _ in found(text)] == ["CX030", "CX052"]
    assert run(["course.yaml"], Wishes()).failing


def test_a_text_without_the_word_is_not_looked_through() -> None:
    assert suppressions(HEAD, "f") is NONE
    assert suppressions(HEAD + "# cxkit: nothing\n", "f") is NONE


def test_a_text_that_breaks_off_keeps_what_was_seen() -> None:
    text = f"a: 'x # cxkit: ignore[CX199] no'\nb: [ # cxkit: ignore[CX199] {REASON}\n"
    assert [one.span.line for one in suppressions(text, "f").accepted] == [2]
