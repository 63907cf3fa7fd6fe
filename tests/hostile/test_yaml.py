"""Bad YAML, row by row: each gets a finding with file, line and column, and nothing crashes."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml

from cxkit.checks.run import Wishes, run
from cxkit.checks.runner import CheckedFile, check_course
from cxkit.documents.diagnostics import Severity, UnreadableFile
from cxkit.documents.events import parse

GOOD = """\
kind: course
version: 1
id: demo-1
title: Demonstration
credits: 5
bands: {1: 40, 3: 70, 5: 90}
all_required: false
period: {start: 2026-01-12, end: 2026-03-27}
components:
  - {id: exam, title: Exam, weight: 60, max: 20}
  - {id: project, title: Project, weight: 40, max: 10}
"""
BOMB = "a: &a [x, x]\n" + "".join(
    f"{after}: &{after} [*{before}, *{before}]\n"
    for before, after in zip("abcdefgh", "bcdefghi", strict=True)
)
GROUP = """\
  - id: project
    weight: 40
    drop_lowest: 2
    parts: [{id: one, max: 5}, {id: two, max: 5}]
"""


def _swap(old: str, new: str) -> str:
    assert GOOD.count(old) == 1
    return GOOD.replace(old, new)


def _check(tmp_path: Path, content: str | bytes) -> CheckedFile:
    file = tmp_path / "course.yaml"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return check_course(str(file))


def _first(tmp_path: Path, content: str | bytes) -> tuple[str, int, int]:
    """The code, line and column of the first error, after looking at all findings."""
    checked = _check(tmp_path, content)
    assert not checked.sound
    for found in checked.diagnostics:
        assert found.file == str(tmp_path / "course.yaml")
        assert found.span is not None
        assert found.message.isprintable()
        assert "pydantic" not in found.message
    first = next(found for found in checked.diagnostics if found.severity is Severity.ERROR)
    assert first.span is not None
    return str(first.code), first.span.line, first.span.column


def test_the_course_that_the_rows_spoil_is_good(tmp_path):
    assert _check(tmp_path, GOOD).sound


ROWS: dict[str, tuple[str | bytes, str, int, int]] = {
    "syntax error": (GOOD + "  key\n", "CX001", 12, 3),
    "tab indent": (_swap("  - {id: exam", "\t- {id: exam"), "CX002", 10, 1),
    "duplicate key": (GOOD + "credits: 3\n", "CX003", 12, 1),
    "no where a boolean is wanted": (_swap("false", "no"), "CX034", 7, 15),
    "010": (_swap("weight: 60", "weight: 010"), "CX033", 10, 37),
    "1_000": (_swap("max: 20", "max: 1_000"), "CX033", 10, 46),
    "alias": (GOOD + "notes: &n x\ngroup: *n\n", "CX004", 13, 8),
    "alias bomb": (BOMB, "CX004", 2, 8),
    "recursive alias": (GOOD + "literature: &l [*l]\n", "CX004", 12, 17),
    "merge key": (GOOD + "seats: {<<: {min: 1, max: 2}}\n", "CX005", 12, 9),
    "python object": (GOOD + "notes: !!python/object/apply:os.system [ls]\n", "CX006", 12, 8),
    "200,000 nested brackets": (GOOD + "notes: " + "[" * 200_000, "CX008", 12, 47),
    "200,000 nested braces": (GOOD + "notes: " + "{a: " * 200_000, "CX008", 12, 164),
    "200,000 nested dashes": ("- " * 200_000, "CX008", 1, 81),
    "60,000 nodes": (GOOD + "literature:\n" + "  - x\n" * 60_000, "CX009", 49_964, 5),
    "two documents": (GOOD + "---\n" + GOOD, "CX007", 12, 1),
    "a list at the top": ("- kind: course\n", "CX015", 1, 1),
    "a scalar at the top": ("course\n", "CX015", 1, 1),
    "a list as key": (GOOD + "[notes]: x\n", "CX011", 12, 1),
    "a map as key": (GOOD + "? {notes: x}\n: x\n", "CX011", 12, 3),
    "a number as key": (GOOD + "5: x\n", "CX030", 12, 1),
    "an unknown key": (GOOD + "credit: 5\n", "CX030", 12, 1),
    "an unknown kind": (_swap("kind: course", "kind: Deployment"), "CX021", 1, 7),
    "a newer version": (_swap("version: 1", "version: 2"), "CX024", 2, 10),
    ".nan": (_swap("weight: 60", "weight: .nan"), "CX033", 10, 37),
    ".inf": (_swap("weight: 60", "weight: .inf"), "CX033", 10, 37),
    "1e999999": (_swap("weight: 60", "weight: 1e999999"), "CX033", 10, 37),
    "5,000 digits": (_swap("weight: 60", "weight: " + "9" * 5_000), "CX033", 10, 37),
    "5,000 decimals": (_swap("weight: 60", "weight: 0." + "9" * 5_000), "CX033", 10, 37),
    "weight: true": (_swap("weight: 60", "weight: true"), "CX033", 10, 37),
    "an empty id": (_swap("id: exam", "id: ''"), "CX038", 10, 10),
    "../x as id": (_swap("id: exam", "id: ../x"), "CX038", 10, 10),
    "CON as id": (_swap("id: exam", "id: CON"), "CX038", 10, 10),
    "a lone surrogate": (_swap("title: Exam", 'title: "\\ud800"'), "CX012", 10, 23),
    "a lone surrogate as bytes": (GOOD.encode() + b"notes: \xed\xa0\x80\n", "CX013", 12, 8),
    "bidi in an id": (_swap("id: exam", "id: ex\u202eam"), "CX038", 10, 10),
    "zero width in an id": (_swap("id: exam", "id: ex\u200bam"), "CX038", 10, 10),
    "zero width by an escape": (_swap("id: exam", 'id: "ex\\u200bam"'), "CX038", 10, 10),
    "30 February": (_swap("2026-01-12", "2026-02-30"), "CX035", 8, 17),
    "empty": ("", "CX014", 1, 1),
    "only a comment": ("# nothing yet\n", "CX014", 1, 1),
    "NUL": (GOOD + "notes: a\0b\n", "CX012", 12, 9),
    "NUL by an escape": (GOOD + 'notes: "a\\0b"\n', "CX012", 12, 8),
    "a control character": (GOOD + "notes: a\x1b[31mb\n", "CX012", 12, 9),
    "a Latin-1 byte": (GOOD.encode() + "notes: länsi\n".encode("latin-1"), "CX013", 12, 9),
    "UTF-16 without a mark": (GOOD.encode("utf-16-le"), "CX012", 1, 2),
    "over 2 MiB": (GOOD + "#" * 2 * 1024 * 1024, "CX010", 1, 1),
}


@pytest.mark.parametrize("row", ROWS)
def test_reading_errors(tmp_path, row):
    content, code, line, column = ROWS[row]
    assert _first(tmp_path, content) == (code, line, column)


RULES = {
    "weights 99.99": (_swap("weight: 60", "weight: 59.99"), "99.99"),
    "negative points": (_swap("max: 20", "max: -20"), ""),
    "drop_lowest too large": (
        _swap("  - {id: project, title: Project, weight: 40, max: 10}\n", GROUP),
        "drop",
    ),
    "bands unsorted": (_swap("3: 70, 5: 90", "3: 30, 5: 90"), ""),
    "a dangling reference": (_swap("5: 90}", "5: {percent: 90, exm: 50}}"), "exm"),
    "duplicate ids": (_swap("id: project", "id: exam"), "exam"),
    "duplicate ids after folding": (_swap("id: project", "id: EXAM"), "EXAM"),
    "duplicate ids after normalising": (
        _swap("id: project", "id: e\u0301xam").replace("id: exam", "id: \u00e9xam"),
        "xam",
    ),
}


@pytest.mark.parametrize("row", RULES)
def test_rules_that_are_broken(tmp_path, row):
    content, words = RULES[row]
    code, line, _ = _first(tmp_path, content)
    assert code.startswith("CX1")
    assert 6 <= line <= 14
    assert words in " ".join(found.message for found in _check(tmp_path, content).diagnostics)


def test_a_duplicate_key_names_both_lines(tmp_path):
    (found,) = _check(tmp_path, GOOD + "credits: 3\n").diagnostics
    assert "lines 5 and 12" in found.message


def test_no_where_a_boolean_is_wanted_says_what_to_write(tmp_path):
    (found,) = _check(tmp_path, _swap("false", "no")).diagnostics
    assert "Write true or false" in (found.hint or "")


def test_a_newer_version_says_to_update(tmp_path):
    (found,) = _check(tmp_path, _swap("version: 1", "version: 2")).diagnostics
    assert found.hint == "Update cxkit."


@pytest.mark.parametrize("loader", [yaml.CSafeLoader, yaml.SafeLoader], ids=["fast", "pure"])
@pytest.mark.parametrize("piece", ["[", "{a: ", "- ", "? ", "[{a: ", "[? "])
def test_nesting_without_end_is_quick_and_crashes_nothing(loader, piece):
    started = time.process_time()
    document, found = parse(piece * 200_000, "f", loader=loader)
    took = time.process_time() - started
    assert document is None
    assert [str(one.code) for one in found] == ["CX008"]
    if loader is yaml.CSafeLoader and piece == "[":
        assert took < 1


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"\xef\xbb\xbf" + GOOD.encode(), id="UTF-8 with BOM"),
        pytest.param(GOOD.replace("\n", "\r\n").encode(), id="CRLF"),
        pytest.param(GOOD.replace("\n", "\r").encode(), id="CR"),
        pytest.param(GOOD.rstrip("\n").encode(), id="no final newline"),
        pytest.param(GOOD.encode("utf-16"), id="UTF-16 with BOM"),
        pytest.param(b"\xfe\xff" + GOOD.encode("utf-16-be"), id="UTF-16 big-endian with BOM"),
    ],
)
def test_ways_to_write_a_file_that_are_accepted(tmp_path, content):
    checked = _check(tmp_path, content)
    assert checked.sound
    assert checked.document is not None
    span = checked.document.value_span(("components", 1, "id"))
    assert (span.line, span.column, span.end_column) == (11, 10, 17)


def _unreadable(file: Path | str) -> str:
    with pytest.raises(UnreadableFile) as unreadable:
        check_course(str(file))
    sentence = str(unreadable.value)
    assert str(file) in sentence
    assert "\n" not in sentence
    return sentence


def test_a_missing_file_names_a_near_match(tmp_path):
    (tmp_path / "course.yaml").write_text(GOOD)
    assert "Did you mean `course.yaml`?" in _unreadable(tmp_path / "cuorse.yaml")


def test_a_folder_instead_of_a_file(tmp_path):
    assert "folder" in _unreadable(tmp_path)


def test_an_endless_file_is_left_at_the_limit():
    assert "no ordinary file" in _unreadable("/dev/zero")


def test_a_broken_symlink_says_where_it_points(tmp_path):
    (tmp_path / "link.yaml").symlink_to("gone.yaml")
    assert "points to gone.yaml" in _unreadable(tmp_path / "link.yaml")


def test_a_symlink_to_itself(tmp_path):
    (tmp_path / "link.yaml").symlink_to("link.yaml")
    assert "cannot be read" in _unreadable(tmp_path / "link.yaml")


def test_a_symlink_to_itself_in_a_folder_is_passed_over(tmp_path):
    (tmp_path / "course.yaml").write_text(GOOD)
    (tmp_path / "persona.yaml").write_text("kind: persona\nversion: 1\nid: aino\nname: Aino\n")
    (tmp_path / "cxkit.toml").write_text("")
    (tmp_path / "link.yaml").symlink_to("link.yaml")
    for named in ([str(tmp_path)], [str(tmp_path / "persona.yaml")], [str(tmp_path / "course.yaml")]):
        findings = run(named, Wishes())
        assert findings.files and not findings.unreadable


def test_no_permission_as_a_user_without_rights(tmp_path):
    file = tmp_path / "course.yaml"
    file.write_text(GOOD)
    file.chmod(0)
    tmp_path.chmod(0o755)
    program = """
import os
from cxkit.checks.runner import check_course
from cxkit.documents.diagnostics import Severity, UnreadableFile
if os.getuid() == 0:  # root may read everything
    os.setuid(65534)
try:
    check_course("course.yaml")
except UnreadableFile as error:
    print(error)
"""
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout == "course.yaml: no permission to read this file.\n"


@pytest.mark.parametrize(
    "line", ['title: "' + "[" * 200_000, "title: " + "{a" * 100_000 + ":", "- " * 100_000 + "}"]
)
def test_a_long_line_that_cannot_be_read_is_refused_at_once(line: str, tmp_path: Path) -> None:
    file = tmp_path / "course.yaml"
    file.write_text(f"kind: course\n{line}\n", encoding="utf-8")
    assert {one.severity for one in check_course(str(file)).diagnostics} == {Severity.ERROR}
