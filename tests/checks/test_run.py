"""A run over many files: which of them are ours, what is reported of them, and what fails the run."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest

from cxkit.checks.findings import Findings
from cxkit.checks.run import StandardInput, Wishes, run
from cxkit.documents.sound import SOUND

OTHER = SOUND.replace("demo-1", "demo-2")
WARNED = SOUND.replace("credits: 5", "credits: 99")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(name: str, content: str | bytes) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def codes(findings: Findings) -> list[tuple[str, str]]:
    """Return file and code of each finding."""
    return [(one.file or "", one.code) for one in findings.diagnostics]


class TestWhichFilesAreOurs:
    @pytest.mark.parametrize(
        "content",
        [
            "",
            "services: {}\n",
            "apiVersion: v1\nkind: Deployment\nmetadata: {kind: course}\n",
            "kind: [course]\n",
            "- kind: course\n",
            "{a: {kind: course}}\n",
            "{a: 1, kind: Service, b: {kind: course}}\n",
            "text: |\n  kind: course\n",
            b"\xff\xfe\xff",
            b"name: l\xe4nsi\nkind: Deployment\n",
            "# kind: course\n",
            "on: push\njobs:\n  build: {runs-on: ubuntu-latest, kind: course}\n",
            "services:\n  course:\n    image: course\nvolumes: {}\n",
            "apiVersion: v1\nkind: Deployment\nmetadata: {id: course}\nspec: {components: 1, bands: 2}\n",
            "openapi: 3.1.0\ninfo: {title: course}\ncomponents:\n  schemas: {bands: {type: string}}\n",
            '{"openapi": "3.1.0", "components": {"schemas": {"Kind": "course", "bands": 1}}}',
            "bands: [1, 2]\nradio: course\n",
            "find: course\nmind: course\n",
            "type: course\n",
            "kinds:\n  - course\n",
            "Kind: Service\n",
            "kind = Deployment\n",
            "{{- if .Values.on }}\nkind: Deployment\n{{- end }}\n",
        ],
    )
    def test_others_are_skipped_silently(self, content: str | bytes) -> None:
        put("other.yaml", content)
        assert run(["."], Wishes()) == Findings((), (), folders=(".",), passed_over=1)

    @pytest.mark.parametrize(
        ("content", "code"),
        [
            ("kind: Course\n", "CX021"),
            ("Kind: course\nversion: 1\n", "CX020"),
            ("KIND: course\nversion: 1\n", "CX020"),
            ("knid: course\nversion: 1\n", "CX020"),
            ("version: 1\niknd: 'cuorse'\n", "CX020"),
            ("kind = course\nversion = 1\n", "CX015"),
            ("kind = course\nversion: 1\n", "CX001"),
            ("kind:course\nversion: 1\n", "CX001"),
            ("\tkind: course\n\tversion: 1\n", "CX002"),
            ("\tversion: 1\nkind: course\n", "CX002"),
            ("\tKind: course\n", "CX002"),
            ("version: 1\nbands: {1: 40}\ncomponents: []\n", "CX020"),
            ("type: course\nbands: {1: 40}\ncomponents:\n  - {id: a\n", "CX001"),
            ('{"bands": {"1": 40}, "components": []}', "CX020"),
            ("kind: cuorse\nversion: 1\n", "CX021"),
            ("# a comment\n---\n'kind': \"course\"\n", "CX023"),
            ('{\n  "version": 1,\n  "kind": "course"\n}\n', "CX031"),
            ("kind: course\nid: [1, 2}\n", "CX001"),
            (b"kind: course\ntitle: l\xe4nsi\n", "CX013"),
            ("kind: course\n".encode("utf-16"), "CX023"),
            (b"kind: course\n" + b"#" * 3 * 1024 * 1024, "CX010"),
            ("kind: course\r# x\rversion: 1\r", "CX031"),
            ("kind: journey\nversion: 1\n", "CX031"),
        ],
    )
    def test_ours_and_nearly_ours_are_checked(self, content: str | bytes, code: str) -> None:
        put("course.yaml", content)
        findings = run(["."], Wishes())
        assert findings.files == ("course.yaml",)
        assert {code for _, code in codes(findings)} == {code}

    @pytest.mark.parametrize("content", ["kind: Deployment\n", "services: {}\n", "- a\n", ""])
    def test_a_named_file_is_always_checked(self, content: str) -> None:
        put("other.yaml", content)
        findings = run(["other.yaml"], Wishes())
        assert findings.files == ("other.yaml",)
        assert findings.failing


def test_files_are_in_order_whatever_the_order_of_the_arguments() -> None:
    for name in ("b.yaml", "a.yaml", "c/d.yaml"):
        put(name, SOUND.replace("demo-1", name[0]).replace("weight: 100", "weight: 99"))
    one, other = run(["b.yaml", "c", "a.yaml"], Wishes()), run(["a.yaml", "c", "b.yaml"], Wishes())
    assert one == other
    assert one.files == ("a.yaml", "b.yaml", "c/d.yaml")
    assert [file for file, _ in codes(one)] == ["a.yaml", "b.yaml", "c/d.yaml"]


SHARED = """
import sys
from cxkit.checks import judge
from cxkit.checks.run import Wishes, run
judge.MANY = int(sys.argv[1])
print(run(["."], Wishes()))
"""


@pytest.mark.programs
def test_several_processes_find_what_one_finds() -> None:
    for number in range(40):
        text = SOUND.replace("demo-1", f"demo-{number}")
        put(f"{number}.yaml", text if number % 3 else text.replace("weight: 100", "weight: 99"))
    put("other.yaml", "kind: Deployment\n")
    outputs = []
    for many in ("1", "1000"):
        done = subprocess.run(
            [sys.executable, "-c", SHARED, many], capture_output=True, text=True, check=True, timeout=60
        )
        assert done.stderr == ""
        outputs.append(done.stdout)
    assert outputs[0] == outputs[1]
    assert outputs[0].count("Diagnostic(code='CX101'") == 14


def test_only_texts_with_findings_are_kept() -> None:
    put("a.yaml", SOUND)
    put("b.yaml", OTHER.replace("weight: 100", "weight: 99"))
    assert set(run(["."], Wishes()).texts) == {"b.yaml"}


def test_a_text_in_another_encoding_is_shown_as_far_as_it_can_be() -> None:
    put("a.yaml", b"kind: course\ntitle: l\xe4nsi\n")
    put("b.yaml", "kind: course\ntitle: länsi".encode("utf-16")[:-1])
    texts = run(["."], Wishes()).texts
    assert "l\ufffdnsi" in texts["a.yaml"]
    assert texts["b.yaml"].startswith("kind: course\ntitle: läns")


class TestUnreadable:
    def test_the_others_are_checked_all_the_same(self) -> None:
        put("a.yaml", SOUND)
        Path("broken.yaml").symlink_to("nowhere")
        findings = run(["a.yaml", "none.yaml", "broken.yaml"], Wishes())
        assert findings.files == ("a.yaml",)
        assert [sentence.partition(":")[0] for sentence in findings.unreadable] == [
            "broken.yaml",
            "none.yaml",
        ]

    def test_standard_input_without_end(self) -> None:
        class Endless(io.RawIOBase):
            def read(self, size: int = -1) -> bytes:
                return b"x" * size

        findings = run(["-"], Wishes(), StandardInput(Endless()))  # type: ignore[arg-type]
        assert findings.files == ()
        assert "more than 16 MiB" in findings.unreadable[0]

    def test_a_closed_file_in_a_folder(self, monkeypatch: pytest.MonkeyPatch) -> None:
        put("a.yaml", SOUND)
        monkeypatch.setattr(
            "pathlib.Path.open", lambda *_, **__: (_ for _ in ()).throw(PermissionError(13, "no"))
        )
        assert run(["."], Wishes()).unreadable == ("a.yaml: no permission to read this file.",)


class TestStandardInput:
    def test_among_files(self) -> None:
        put("a.yaml", SOUND)
        stream = io.BytesIO(OTHER.replace("weight: 100", "weight: 99").encode())
        findings = run(["a.yaml", "-"], Wishes(), StandardInput(stream, "b.yaml"))
        assert findings.files == ("a.yaml", "b.yaml")
        assert codes(findings) == [("b.yaml", "CX101")]
        assert set(findings.texts) == {"b.yaml"}

    @pytest.mark.parametrize("paths", [[".", "-"], ["a.yaml", "-"], ["-", "./a.yaml"]])
    def test_it_stands_for_the_file_of_its_name(self, paths: list[str]) -> None:
        put("a.yaml", SOUND)
        stream = io.BytesIO(SOUND.replace("weight: 100", "weight: 99").encode())
        findings = run(paths, Wishes(), StandardInput(stream, "a.yaml"))
        assert findings.files == ("a.yaml",)
        assert codes(findings) == [("a.yaml", "CX101")]

    def test_a_file_of_that_name_where_there_is_no_stream(self) -> None:
        put("-", SOUND)
        assert run(["-"], Wishes()).files == ("-",)


class TestSettings:
    @pytest.fixture(autouse=True)
    def _files(self) -> None:
        put("a.yaml", WARNED)
        put("old/b.yaml", WARNED.replace("demo-1", "demo-3"))

    def test_without_any(self) -> None:
        assert codes(run(["."], Wishes())) == [("a.yaml", "CX199"), ("old/b.yaml", "CX199")]

    def test_the_nearest_holds_for_each_file(self) -> None:
        put("cxkit.toml", "strict = true\n")
        put("old/cxkit.toml", 'ignore = ["CX199"]\n')
        assert codes(run(["old"], Wishes())) == []
        assert codes(run(["."], Wishes())) == [("a.yaml", "CX199")]
        assert run(["."], Wishes()).failing
        assert not run(["old"], Wishes()).failing

    def test_for_some_files_only(self) -> None:
        put("cxkit.toml", '[per-file-ignores]\n"old/*" = ["CX19"]\n')
        assert codes(run(["."], Wishes())) == [("a.yaml", "CX199")]

    def test_the_command_line_replaces_one_by_one(self) -> None:
        put("cxkit.toml", 'select = ["CX101"]\nignore = ["CX199"]\nstrict = true\n')
        assert codes(run(["a.yaml"], Wishes(select=("CX1",)))) == []
        assert codes(run(["a.yaml"], Wishes(select=("CX1",), ignore=()))) == [("a.yaml", "CX199")]
        assert not run(["a.yaml"], Wishes(select=("CX1",), ignore=(), strict=False)).failing

    def test_a_reading_error_is_reported_whatever_is_selected(self) -> None:
        put("a.yaml", "kind: course\n")
        put("cxkit.toml", 'ignore = ["CX0"]\n')
        for wishes in (Wishes(), Wishes(select=("CX101",)), Wishes(ignore=("CX",))):
            assert codes(run(["a.yaml"], wishes)) == [("a.yaml", "CX023")]

    def test_what_is_wrong_in_a_configuration_fails_the_run_and_is_no_checked_file(self) -> None:
        put("cxkit.toml", "selekt = []\n")
        findings = run(["a.yaml"], Wishes())
        assert codes(findings) == [("a.yaml", "CX199"), ("cxkit.toml", "CX041")]
        assert findings.files == ("a.yaml",)
        assert findings.failing
        assert findings.texts["cxkit.toml"] == "selekt = []\n"


class TestExclude:
    @pytest.fixture(autouse=True)
    def _files(self) -> None:
        put("cxkit.toml", 'exclude = ["templates/", "old-*"]\n')
        for name in ("a.yaml", "templates/b.yaml", "old-c.yaml"):
            put(name, SOUND)

    def test_what_is_found_in_a_folder_may_be_left_out(self) -> None:
        findings = run(["."], Wishes())
        assert (findings.files, codes(findings), findings.passed_over) == (("a.yaml",), [], 0)

    def test_a_named_file_is_checked(self) -> None:
        assert run(["templates/b.yaml"], Wishes()).files == ("templates/b.yaml",)
        assert run(["templates"], Wishes()).files == ()

    def test_whichever_are_named_an_excluded_course_has_no_id_for_the_others(self) -> None:
        assert codes(run(["a.yaml"], Wishes())) == []
        assert codes(run(["templates/b.yaml"], Wishes())) == [("templates/b.yaml", "CX100")]


class TestSameIds:
    def test_two_courses_of_one_run(self) -> None:
        put("a.yaml", SOUND)
        put("b.yaml", SOUND.replace("demo-1", "DEMO-1"))
        put("c.yaml", OTHER)
        findings = run(["."], Wishes())
        assert codes(findings) == [("a.yaml", "CX100"), ("b.yaml", "CX100")]
        other, one = findings.diagnostics
        assert other.message == "The course id `demo-1` is also used in `b.yaml`, line 3"
        assert one.message == "The course id `DEMO-1` is also used in `a.yaml`, line 3"
        assert one.span is not None
        assert (one.span.line, one.span.column) == (3, 5)
        assert findings.failing

    def test_each_file_alone_is_fine(self) -> None:
        put("a.yaml", SOUND)
        put("b.yaml", SOUND)
        assert codes(run(["b.yaml"], Wishes())) == []

    def test_one_file_under_two_names_is_one_course(self) -> None:
        put("a.yaml", SOUND)
        Path("b.yaml").symlink_to("a.yaml")
        assert codes(run(["a.yaml", "b.yaml"], Wishes())) == []

    @pytest.mark.parametrize("quotes", ["", "'", '"'])
    def test_in_a_declared_workspace_the_other_courses_count(self, quotes: str) -> None:
        put("cxkit.toml", "")
        put("old/a.yaml", SOUND.replace("demo-1", f"{quotes}demo-1{quotes}  # an id"))
        put("new/b.yaml", SOUND)
        (alone,) = run(["new/b.yaml"], Wishes()).diagnostics
        assert (alone.file, alone.code) == ("new/b.yaml", "CX100")
        assert alone.message == "The course id `demo-1` is also used in `old/a.yaml`, line 3"
        (other,) = run(["old/a.yaml"], Wishes()).diagnostics
        assert run(["."], Wishes()).diagnostics == (alone, other)

    def test_of_three_each_names_one_other_whichever_are_named(self) -> None:
        put("cxkit.toml", "")
        for name in ("c.yaml", "a/a.yaml", "b.yaml"):
            put(name, SOUND)
        by_file = {one.file: one for one in run(["."], Wishes()).diagnostics}
        assert {file: one.message.split(" in ")[1] for file, one in by_file.items()} == {
            "a/a.yaml": "`b.yaml`, line 3",
            "b.yaml": "`a/a.yaml`, line 3",
            "c.yaml": "`a/a.yaml`, line 3",
        }
        for named in (["b.yaml"], ["c.yaml", "b.yaml"], ["a", "c.yaml"]):
            assert all(one == by_file[one.file] for one in run(named, Wishes()).diagnostics)

    def test_a_course_that_cannot_be_read_counts_whether_it_is_named_or_not(self) -> None:
        put("cxkit.toml", "")
        put("a.yaml", SOUND)
        put("b.yaml", 'kind: course\r\nid: "demo-1" # an id\r\ntitle: [\r\n')
        (alone,) = run(["a.yaml"], Wishes()).diagnostics
        assert alone.message == "The course id `demo-1` is also used in `b.yaml`, line 2"
        both = run(["a.yaml", "b.yaml"], Wishes())
        assert codes(both)[:2] == [("a.yaml", "CX100"), ("b.yaml", "CX100")]
        assert both.diagnostics[0] == alone
        span = both.diagnostics[1].span
        assert span is not None
        assert (span.line, span.column, span.end_column) == (2, 5, 13)

    def test_in_a_workspace_what_is_no_course_does_not_count(self) -> None:
        put("cxkit.toml", "")
        put("a.yaml", "kind: persona\nid: demo-1\n")
        put("b.yaml", "kind: course\ntitle: without an id\n")
        put("c.yaml", b"kind: course\nid: demo-1\ntitle: l\xe4nsi\n")
        put("d.yaml", SOUND)
        assert codes(run(["d.yaml"], Wishes())) == []

    def test_it_can_be_accepted(self) -> None:
        for name in ("a.yaml", "b.yaml"):
            put(name, SOUND.replace("id: demo-1", "id: demo-1  # cxkit: ignore[CX100] the same course"))
        assert codes(run(["."], Wishes())) == []
