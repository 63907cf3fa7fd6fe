"""Configuration files: what they say, which is the nearest, and what is wrong in them."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Literal
from unicodedata import normalize

import pytest

from cxkit.checks.configuration import Configurations, Settings


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder two levels deep."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "courses" / "old").mkdir(parents=True)
    return tmp_path


def put(name: str, text: str) -> None:
    Path(name).write_text(text, encoding="utf-8")


def faults(name: str, text: str) -> list[tuple[str, int, int, str, str | None]]:
    """Return what is wrong with a configuration: code, line, column, message, hint."""
    put(name, text)
    configurations = Configurations()
    configurations.settings_for("courses/a.yaml")
    found = []
    for diagnostic in configurations.diagnostics:
        assert diagnostic.span is not None
        assert diagnostic.file == name
        found.append(
            (
                diagnostic.code,
                diagnostic.span.line,
                diagnostic.span.column,
                diagnostic.message,
                diagnostic.hint,
            )
        )
    return found


WHOLE = """\
select = ["CX1"]
ignore = ["CX101", "CX19"]
strict = true
language = "fi"
kinds = ["visit.yaml"]
exclude = ["templates/"]

[per-file-ignores]
"old/**" = ["CX178"]
"draft-*.yaml" = ["CX1"]
"""


def test_everything_that_can_be_set(folder: Path) -> None:
    put("courses/cxkit.toml", WHOLE)
    put("courses/visit.yaml", "")
    configurations = Configurations()
    settings = configurations.settings_for("courses/old/a.yaml")
    assert configurations.diagnostics == []
    assert settings == Settings(
        folder=str(folder / "courses"),
        select=("CX1",),
        ignore=("CX101", "CX19"),
        strict=True,
        language="fi",
        kinds=("visit.yaml",),
        exclude=("templates/",),
        per_file_ignores=(("old/**", ("CX178",)), ("draft-*.yaml", ("CX1",))),
    )


def test_a_project_file_may_hold_it_instead(folder: Path) -> None:
    put("visit.yaml", "")
    tables = WHOLE.replace("[per-file", "[tool.cxkit.per-file")
    put("pyproject.toml", '[project]\nname = "x"\n\n[tool.cxkit]\n' + tables)
    put("cxkit.toml", WHOLE)
    both = Configurations().settings_for("a.yaml")
    Path("cxkit.toml").unlink()
    assert Configurations().settings_for("a.yaml") == both


def test_the_nearest_wins_and_the_own_file_before_the_shared_one() -> None:
    put("cxkit.toml", 'ignore = ["CX101"]\n')
    put("pyproject.toml", '[tool.cxkit]\nignore = ["CX102"]\n')
    put("courses/pyproject.toml", '[tool.cxkit]\nignore = ["CX103"]\n')
    put("courses/old/pyproject.toml", '[tool.other]\nname = "not cxkit"\n')
    configurations = Configurations()
    for file, code in (("a.yaml", "CX101"), ("courses/a.yaml", "CX103"), ("courses/old/a.yaml", "CX103")):
        assert configurations.settings_for(file).ignore == (code,)


def test_without_any_nothing_is_set() -> None:
    assert Configurations().settings_for("courses/a.yaml") == Settings()


def test_rules_are_named_by_code_in_any_case_or_by_name() -> None:
    put("cxkit.toml", 'select = ["cx1"]\nignore = ["weights-sum", "Cx102"]\n')
    configurations = Configurations()
    settings = configurations.settings_for("a.yaml")
    assert (settings.select, settings.ignore) == (("CX1",), ("CX101", "CX102"))
    assert configurations.diagnostics == []


def test_a_rule_that_is_nearly_named_is_asked_about() -> None:
    (found,) = faults("cxkit.toml", 'ignore = ["weights-som"]\n')
    assert found[4] == "Did you mean `weights-sum`?"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ('ignore = ["CX3O1"]', "`CX301`"),
        ('ignore = ["cxl0l"]', "`CX101`"),
        ('ignore = ["CXI01"]', "`CX101`"),
        ('select = ["CXO01"]', "`CX001`"),
        ('select = ["CX3O"]', "`CX30`"),
        ('[per-file-ignores]\n"pilot.yaml" = ["empty-key"]', "`group-empty` or `still-empty`"),
    ],
)
def test_what_looks_alike_and_can_be_meant_is_asked_about(text: str, hint: str) -> None:
    (found,) = faults("cxkit.toml", f"{text}\n")
    assert found[4] == f"Did you mean {hint}?"


@pytest.mark.parametrize(
    ("pattern", "files"),
    [
        ("a.yaml", {"courses/a.yaml", "courses/old/a.yaml"}),
        ("courses/a.yaml", {"courses/a.yaml"}),
        ("./courses/a.yaml", {"courses/a.yaml"}),
        ("courses/*.yaml", {"courses/a.yaml", "courses/b.yaml"}),
        ("courses/**", {"courses/a.yaml", "courses/b.yaml", "courses/old/a.yaml"}),
        ("**/old/*", {"courses/old/a.yaml"}),
        ("**/a.yaml", {"courses/a.yaml", "courses/old/a.yaml"}),
        ("?.yaml", {"courses/a.yaml", "courses/b.yaml", "courses/old/a.yaml"}),
        ("[ab].yaml", set()),
        ("old/a.yaml", set()),
        ("courses", {"courses/a.yaml", "courses/b.yaml", "courses/old/a.yaml"}),
        ("courses/", {"courses/a.yaml", "courses/b.yaml", "courses/old/a.yaml"}),
        ("./courses", {"courses/a.yaml", "courses/b.yaml", "courses/old/a.yaml"}),
        ("old", {"courses/old/a.yaml"}),
        ("old/", {"courses/old/a.yaml"}),
        ("o*/", {"courses/old/a.yaml"}),
        ("courses/old", {"courses/old/a.yaml"}),
        ("a.yaml/", set()),
        ("cours", set()),
        (".", {"courses/a.yaml", "courses/b.yaml", "courses/old/a.yaml"}),
        ("./", {"courses/a.yaml", "courses/b.yaml", "courses/old/a.yaml"}),
    ],
)
def test_patterns_are_relative_to_the_configuration(pattern: str, files: set[str]) -> None:
    put("cxkit.toml", f'[per-file-ignores]\n"{pattern}" = ["CX178"]\n')
    configurations = Configurations()
    all_ = ("courses/a.yaml", "courses/b.yaml", "courses/old/a.yaml")
    assert {file for file in all_ if configurations.settings_for(file).ignored_in(file)} == files


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_patterns_and_names_may_be_in_another_normal_form(form: Literal["NFC", "NFD"]) -> None:
    other: Literal["NFC", "NFD"] = "NFD" if form == "NFC" else "NFC"
    pattern, file = normalize(form, "kesä-*"), normalize(other, "kesä-1.yaml")
    put("cxkit.toml", f'exclude = ["{pattern}"]\n[per-file-ignores]\n"{pattern}" = ["CX178"]\n')
    settings = Configurations().settings_for(file)
    assert settings.ignored_in(file) == ("CX178",)
    assert settings.excludes(file)
    assert not settings.excludes("talvi.yaml")


@pytest.mark.parametrize(
    ("text", "code", "line", "column", "words"),
    [
        ("strict = true\nselekt = []\n", "CX041", 2, 1, "`selekt` is not a setting of cxkit"),
        ('"selekt" = []\n', "CX041", 1, 2, "`selekt`"),
        ("# selekt\n\n[selekt]\na = 1\n", "CX041", 3, 2, "`selekt`"),
        ("a.b = 1\n", "CX041", 1, 1, "`a` is not a setting"),
        ("strict =  1  # one\n", "CX042", 1, 11, "`strict` must be true or false"),
        ('select = "CX1"\n', "CX042", 1, 10, "`select` must be a list of texts"),
        ('select = ["CX1", 2]\n', "CX042", 1, 10, "`select` must be a list of texts"),
        ('ignore = ["CX7"]\n', "CX042", 1, 11, "`ignore` names `CX7`: no rule has this code or name"),
        (
            'ignore = [\n  "CX1",\n  "CX002",\n]\n',
            "CX042",
            3,
            3,
            "`CX002`: this error is always reported",
        ),
        ('ignore = [\n  "cx002",\n]\n', "CX042", 2, 3, "`cx002`: this error is always reported"),
        ('select = ["weights-som"]\n', "CX042", 1, 11, "`weights-som`"),
        ('kinds = [\n  "a.yaml",\n]\n', "CX042", 2, 3, "`kinds` names `a.yaml`: there is no such file"),
        ('kinds = ["""a.yaml"""]\n', "CX042", 1, 12, "`kinds` names `a.yaml`"),
        ('kinds = ["\\u0061.yaml"]\n', "CX042", 1, 9, "`kinds` names `a.yaml`"),
        ("exclude = 'old/'\n", "CX042", 1, 11, "`exclude` must be a list of texts"),
        ('language = "suomi!"\n', "CX042", 1, 12, "`language` must be a language code"),
        ("language = 3\n", "CX042", 1, 12, "`language` must be a language code"),
        ("kinds = true\n", "CX042", 1, 9, "`kinds` must be a list of texts"),
        ('per-file-ignores = ["CX1"]\n', "CX042", 1, 20, "`per-file-ignores` must be a table"),
        ('[per-file-ignores]\n"a.yaml" = "CX1"\n', "CX042", 2, 12, "`a.yaml` must be a list of texts"),
        ('per-file-ignores = {"a.yaml" = ["X"]}\n', "CX042", 1, 33, "`a.yaml` names `X`"),
        ("strict = true\nselect = [\n", "CX040", 3, 1, "not well-formed TOML"),
        ("strict = yes\n", "CX040", 1, 10, "not well-formed TOML"),
        ("a = 1\na = 2\n", "CX040", 2, 6, "not well-formed TOML"),
        ("a = " + "[" * 5000 + "\n", "CX040", 1, 1, "not well-formed TOML"),
        ("a = " + "9" * 5000 + "\n", "CX040", 1, 1, "not well-formed TOML"),
        ("a = 1\n" * 2 + "#" * 3 * 1024 * 1024, "CX010", 1, 1, "larger than 2 MiB"),
    ],
)
def test_what_is_wrong_is_said_at_its_place(text: str, code: str, line: int, column: int, words: str) -> None:
    ((found, at_line, at_column, message, hint),) = faults("cxkit.toml", text)
    assert (found, at_line, at_column) == (code, line, column)
    assert words in message
    assert hint


@pytest.mark.parametrize(
    ("name", "says", "hint"),
    [
        ("courses/*.yaml", "patterns have no meaning here", "one by one"),
        ("courses/", "it is a folder", "one by one"),
        ("canvas.yaml", "it is a canvas (`kind: pilot`) and no kind", "`kind: canvas-kind`"),
        ("journey.yaml", "it is a customer journey (`kind: journey`) and no kind", "`kind: canvas-kind`"),
    ],
)
def test_what_is_named_as_a_kind_and_is_none(name: str, says: str, hint: str) -> None:
    put("canvas.yaml", "kind: pilot\n")
    put("journey.yaml", "kind: journey\n")
    put("slip.yaml", "kind: canvas-kidn\n")
    put("binary.yaml", "\x00")
    (found,) = faults("cxkit.toml", f'kinds = ["slip.yaml", "binary.yaml", "{name}"]\n')
    assert says in found[3]
    assert hint in str(found[4])


def test_line_ends_of_any_kind() -> None:
    Path("cxkit.toml").write_bytes(b"strict = true\r\nselekt = []\r\n")
    assert [one[:3] for one in faults_of("cxkit.toml")] == [("CX041", 2, 1)]


def faults_of(name: str) -> list[tuple[str, int, int, str, str | None]]:
    return faults(name, Path(name).read_bytes().decode())


def test_a_near_match_for_a_setting() -> None:
    (found,) = faults("cxkit.toml", "per_file_ignores = {}\n")
    assert found[4] == "Did you mean `per-file-ignores`?"


def test_in_a_project_file_the_place_is_in_the_table_of_cxkit() -> None:
    text = "[tool.other]\nselekt = 1\n\n[tool.cxkit]\nselekt = 1\n"
    ((code, line, column, _, _),) = faults("pyproject.toml", text)
    assert (code, line, column) == ("CX041", 5, 1)


def test_a_project_file_whose_table_is_no_table() -> None:
    ((code, line, column, message, _),) = faults("pyproject.toml", "[tool]\ncxkit = 3\n")
    assert (code, line, column, message) == ("CX042", 2, 9, "`cxkit` must be a table")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("[project\n", 0),
        ("[project]\nname = 'cxkit'\n[broken", 0),
        ("[tool.cxkit]\n[broken", 1),
        ("\0", 0),
        ("#" * 3 * 1024 * 1024, 0),
    ],
)
def test_a_broken_project_file_is_ours_only_when_it_is_about_us(text: str, count: int) -> None:
    assert len(faults("pyproject.toml", text)) == count


def test_one_that_cannot_be_opened_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    put("cxkit.toml", "")
    put("pyproject.toml", "")
    monkeypatch.setattr(
        "pathlib.Path.open", lambda *_, **__: (_ for _ in ()).throw(PermissionError(13, "no"))
    )
    configurations = Configurations()
    assert configurations.settings_for("a.yaml") == Settings()
    assert configurations.unreadable == ["cxkit.toml: no permission to read this file."]


@pytest.mark.parametrize(
    ("made", "what"),
    [
        (Path.mkdir, "a folder"),
        (lambda path: path.symlink_to("."), "a folder"),
        (os.mkfifo, "no ordinary file"),
        (lambda path: path.symlink_to("nowhere"), "a link that cannot be followed"),
        (lambda path: path.symlink_to("cxkit.toml"), "a link that cannot be followed"),
    ],
)
def test_what_is_no_file_is_told_and_not_opened(made: Callable[[Path], None], what: str) -> None:
    put("pyproject.toml", "[tool.cxkit]\nstrict = true\n")
    made(Path("courses/cxkit.toml"))
    configurations = Configurations()
    assert configurations.settings_for("courses/a.yaml").strict
    assert configurations.settings_for("courses/old/b.yaml").strict
    assert configurations.unreadable == [
        f"courses/cxkit.toml: this is {what}, so no settings can be read from it."
    ]


def test_a_shared_file_that_is_none_is_passed_over() -> None:
    Path("pyproject.toml").mkdir()
    configurations = Configurations()
    assert configurations.settings_for("a.yaml") == Settings()
    assert configurations.unreadable == []


def test_each_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    put("cxkit.toml", "selekt = 1\n")
    configurations = Configurations()
    for file in ("a.yaml", "b.yaml", "courses/a.yaml", "courses/old/b.yaml"):
        configurations.settings_for(file)
    assert len(configurations.diagnostics) == 1
    assert configurations.texts == {"cxkit.toml": "selekt = 1\n"}
