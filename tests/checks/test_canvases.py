"""Canvases of a run: which of them are looked at together, and as which kind each is read."""

from __future__ import annotations

import io
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from tests.canvas.canvases import USERS_KIND

from cxkit.canvas.rules.smallest import SMALLEST
from cxkit.checks import judge
from cxkit.checks.findings import Findings
from cxkit.checks.run import StandardInput, Wishes, run
from cxkit.checks.walk import Target
from cxkit.documents.diagnostics import UnreadableFile

PERSONA = SMALLEST["persona"]
CANVAS = """\
kind: our-canvas
version: 1
id: ours
title: Ours
language: en
blocks: {hopes: {we: A roof, they: }}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(name: str, text: str) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def journey(persona: str = "aino", id_: str = "reserved-book") -> str:
    head, _, rest = SMALLEST["journey"].partition("personas:\n")
    return f"{head}personas: [{persona}]\n{rest[rest.index('channels:') :]}".replace("reserved-book", id_)


def codes(findings: Findings) -> list[tuple[str, str]]:
    return [(one.file or "", one.code) for one in findings.diagnostics]


def checked(*paths: str) -> list[tuple[str, str]]:
    return codes(run(paths, Wishes()))


class TestTheWorkspace:
    def test_is_the_folder_of_a_file_and_what_lies_below(self) -> None:
        put("a/journey.yaml", journey())
        assert checked("a/journey.yaml") == [("a/journey.yaml", "CX302")]
        put("aino.yaml", PERSONA)
        assert checked("a/journey.yaml") == [("a/journey.yaml", "CX302")]
        put("a/personas/aino.yaml", PERSONA)
        assert checked("a/journey.yaml") == []

    def test_is_the_folder_of_a_configuration(self) -> None:
        put("a/journey.yaml", journey())
        put("b/aino.yaml", PERSONA)
        put("cxkit.toml", "")
        assert checked("a/journey.yaml") == []
        assert checked("b/aino.yaml") == []

    def test_is_not_shared_across_configurations(self) -> None:
        put("a/journey.yaml", journey())
        put("a/cxkit.toml", "")
        put("b/aino.yaml", PERSONA)
        put("b/cxkit.toml", "")
        assert checked(".") == [("a/journey.yaml", "CX302"), ("b/aino.yaml", "CX301")]

    def test_takes_in_what_is_checked_together(self) -> None:
        put("a/journey.yaml", journey())
        put("b/aino.yaml", PERSONA)
        assert checked("a/journey.yaml", "b/aino.yaml") == []
        assert checked(".") == []
        assert checked("b") == [("b/aino.yaml", "CX301")]

    def test_is_without_what_the_configuration_leaves_out(self) -> None:
        put("journey.yaml", journey())
        put("old/aino.yaml", PERSONA)
        put("cxkit.toml", 'exclude = ["old/"]\n')
        assert checked("journey.yaml") == [("journey.yaml", "CX302")]

    def test_has_nothing_missing_that_cannot_be_read(self) -> None:
        put("journey.yaml", journey())
        put("aino.yaml", PERSONA + "wish: none\n")
        assert checked("journey.yaml") == []
        assert checked(".") == [("aino.yaml", "CX030")]

    def test_has_what_standard_input_says(self) -> None:
        put("journey.yaml", journey("veikko"))
        put("aino.yaml", PERSONA)
        given = StandardInput(io.BytesIO(journey().encode()), "journey.yaml")
        assert codes(run(["-", "aino.yaml"], Wishes(), given)) == []
        given = StandardInput(io.BytesIO(journey().encode()), "journey.yaml")
        assert codes(run(["-"], Wishes(), given)) == []

    def test_is_the_same_whatever_its_files_are_called(self, folder: Path) -> None:
        put("journey.yaml", journey())
        put("aino.yaml", PERSONA)
        assert checked(str(folder / "journey.yaml"), "./aino.yaml") == []

    def test_findings_are_reported_for_named_files_only(self) -> None:
        put("a.yaml", journey(id_="a"))
        put("b.yaml", journey(id_="a"))
        put("aino.yaml", PERSONA)
        assert ("a.yaml", "CX341") in checked("a.yaml")
        assert {file for file, _ in checked("a.yaml")} == {"a.yaml"}


class TestOtherKinds:
    def test_a_kind_of_the_users_own(self) -> None:
        put("canvas.yaml", CANVAS)
        assert checked("canvas.yaml") == [("canvas.yaml", "CX021")]
        assert run(["."], Wishes()).files == ()
        put("kinds/ours.yaml", USERS_KIND)
        put("cxkit.toml", 'kinds = ["kinds/ours.yaml"]\n')
        assert checked("canvas.yaml") == [("canvas.yaml", "CX300")]
        assert run(["."], Wishes()).files == ("canvas.yaml", "kinds/ours.yaml")
        assert checked(".") == [("canvas.yaml", "CX300")]

    def test_the_kind_of_a_folder_further_up(self) -> None:
        put("a/b/canvas.yaml", CANVAS)
        put("ours.yaml", USERS_KIND)
        put("cxkit.toml", 'kinds = ["ours.yaml"]\n')
        assert checked("a") == [("a/b/canvas.yaml", "CX300")]

    def test_a_kind_that_is_not_sound_is_told_once(self) -> None:
        put("canvas.yaml", CANVAS)
        put("ours.yaml", USERS_KIND.replace("size: [1, 2]\n", "sise: [1, 2]\n"))
        put("cxkit.toml", 'kinds = ["ours.yaml"]\n')
        findings = run(["canvas.yaml"], Wishes())
        assert codes(findings) == [("ours.yaml", "CX030")]
        assert findings.files == ("canvas.yaml",)
        assert "sise" in findings.texts["ours.yaml"]
        assert checked("canvas.yaml", "ours.yaml") == checked(".") == codes(findings)
        put("canvas.yaml", "# cxkit: ignore-file[CX300] To be filled in May.\n" + CANVAS)
        assert checked(".") == codes(findings)

    @pytest.mark.parametrize("kind", ["our-canvsa", "Our-Canvas", "our-canvass"])
    def test_a_near_miss_in_a_folder_is_found(self, kind: str) -> None:
        put("kinds/ours.yaml", USERS_KIND)
        put("canvas.yaml", CANVAS.replace("our-canvas", kind))
        put("deployment.yaml", "kind: Deployment\n")
        assert codes(run(["."], Wishes(kinds=("kinds/ours.yaml",)))) == [("canvas.yaml", "CX021")]
        put("cxkit.toml", 'kinds = ["kinds/ours.yaml"]\n')
        findings = run(["."], Wishes())
        assert codes(findings) == [("canvas.yaml", "CX021")]
        assert findings.diagnostics[0].hint == "Did you mean `our-canvas`?"

    @pytest.mark.parametrize("many", [1, 1000])
    def test_canvases_of_a_kind_that_no_setting_lists(
        self, many: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(judge, "MANY", many)
        put("kinds/ours.yaml", USERS_KIND)
        put("a.yaml", CANVAS)
        put("deployment.yaml", "kind: Deployment\n")
        findings = run(["."], Wishes())
        assert (codes(findings), findings.passed_over) == ([("a.yaml", "CX021")], 1)
        assert '`kinds = ["our-kind.yaml"]`' in (findings.diagnostics[0].hint or "")
        assert checked("a.yaml") == [("a.yaml", "CX021")]

    def test_a_kind_that_is_not_there_is_a_finding_of_the_configuration(self) -> None:
        put("canvas.yaml", CANVAS)
        put("cxkit.toml", 'kinds = ["ours.yaml"]\n')
        assert checked("canvas.yaml") == [("canvas.yaml", "CX021"), ("cxkit.toml", "CX042")]

    def test_a_kind_is_checked_itself(self) -> None:
        put("ours.yaml", USERS_KIND)
        assert checked(".") == []
        put("ours.yaml", USERS_KIND.replace("id: our-canvas", "id: journey"))
        assert checked(".") == [("ours.yaml", "CX037")]

    def test_a_near_miss_names_the_users_kind(self) -> None:
        put("ours.yaml", USERS_KIND)
        put("cxkit.toml", 'kinds = ["ours.yaml"]\n')
        put("canvas.yaml", CANVAS.replace("our-canvas", "our-canvass"))
        (found,) = run(["canvas.yaml"], Wishes()).diagnostics
        assert found.hint == "Did you mean `our-canvas`?"

    def test_what_is_no_canvas_and_no_course(self) -> None:
        put("exceptions.yaml", "kind: exceptions\nversion: 1\n")
        (found,) = run(["."], Wishes()).diagnostics
        assert found.code == "CX022"
        assert found.message.endswith("(`exceptions`), which this version does not read")

    def test_a_list_as_kind(self) -> None:
        put("a.yaml", "kind: [journey]\n")
        assert checked("a.yaml") == [("a.yaml", "CX021")]


class TestWhatIsReported:
    def test_what_is_accepted_of_other_files_is_never_unused(self) -> None:
        put("aino.yaml", PERSONA.replace("id: aino", "id: aino  # cxkit: ignore[CX301] Drawn next week."))
        assert checked(".") == []
        put("journey.yaml", journey())
        assert checked(".") == []

    def test_a_finding_in_a_file_that_cannot_be_read_may_be_accepted_for_later(self) -> None:
        put("aino.yaml", "# cxkit: ignore-file[CX301] Drawn next week.\n" + PERSONA + "wish: none\n")
        assert checked(".") == [("aino.yaml", "CX030")]

    def test_rules_are_chosen(self) -> None:
        put("aino.yaml", PERSONA.replace("reviewed: 2026-03-02\n", ""))
        assert checked(".") == [("aino.yaml", "CX301"), ("aino.yaml", "CX322")]
        assert codes(run(["."], Wishes(select=("CX32",)))) == [("aino.yaml", "CX322")]
        put("cxkit.toml", 'ignore = ["persona-without-journey"]\nstrict = true\n')
        assert checked(".") == [("aino.yaml", "CX322")]

    def test_warnings_fail_a_strict_run(self) -> None:
        put("aino.yaml", PERSONA)
        assert not run(["."], Wishes()).failing
        assert run(["."], Wishes(strict=True)).failing

    def test_a_day_is_given(self) -> None:
        put("s.yaml", SMALLEST["strategy"].replace("2099-09-01", "2026-09-01"))
        assert codes(run(["."], Wishes(today=date(2026, 9, 1)))) == []
        assert codes(run(["."], Wishes(today=date(2026, 9, 2)))) == [("s.yaml", "CX416")]


SHARED = """
import sys
from cxkit.checks import judge
from cxkit.checks.run import Wishes, run
judge.MANY = int(sys.argv[1])
print(run(["."], Wishes()))
"""


@pytest.mark.programs
def test_several_processes_find_what_one_finds() -> None:
    put("ours.yaml", USERS_KIND)
    put("cxkit.toml", 'kinds = ["ours.yaml"]\n')
    put("aino.yaml", PERSONA)
    for number in range(30):
        put(f"{number}.yaml", (journey, lambda **_: CANVAS)[number % 2](id_=f"j{number}"))
    outputs = []
    for many in ("1", "1000"):
        done = subprocess.run(
            [sys.executable, "-c", SHARED, many], capture_output=True, text=True, check=True, timeout=60
        )
        outputs.append(done.stdout)
    assert outputs[0] == outputs[1]
    assert "CX311" in outputs[0]
    assert "CX341" in outputs[0]


def test_a_canvas_does_not_come_back_from_another_process() -> None:
    put("aino.yaml", PERSONA)
    target = Target("aino.yaml", named=True)
    judged = judge._judge_apart((target, frozenset()))
    assert isinstance(judged, judge.Judged)
    assert judged.canvas
    assert judged.document is None
    assert judged.text == PERSONA


def test_a_kind_that_cannot_be_opened_is_told_and_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    put("canvas.yaml", CANVAS)
    put("ours.yaml", USERS_KIND)
    put("cxkit.toml", 'kinds = ["ours.yaml"]\n')

    def closed(file: str) -> None:
        raise UnreadableFile(f"{file}: permission denied.")

    monkeypatch.setattr("cxkit.canvas.load.load_kind", closed)
    findings = run(["canvas.yaml"], Wishes())
    assert codes(findings) == [("canvas.yaml", "CX021")]
    assert findings.unreadable == ("ours.yaml: permission denied.",)


@pytest.mark.parametrize("more", ["", "xyz: 5\n"])
def test_a_name_in_typographic_quotes_is_warned_of(more: str) -> None:
    put("aino.yaml", PERSONA.replace("id: aino", "id: “aino”") + "quote: ”Where is it?”\n" + more)
    assert ("aino.yaml", "CX016") in [
        (one.file, one.code) for one in run(["aino.yaml"], Wishes()).diagnostics
    ]
