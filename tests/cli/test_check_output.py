"""Where the findings of a check go."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from cxkit.checks.findings import Findings
from cxkit.cli.app import main
from cxkit.cli.check_output import CheckFormat, show
from cxkit.documents.diagnostics import Diagnostic, Severity, Span

FAULTY = "kind: course\nversion: 1\nid: demo-1\ntitle: Ä\ncredits: 5\nbands: {1: 40, 5: 90}\n"
ACTIONS = {"GITHUB_ACTIONS": "true"}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a faulty course."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "faulty.yaml").write_text(FAULTY, encoding="utf-8")
    return tmp_path


def finding(file: str | None) -> Findings:
    found = Diagnostic("CX031", Severity.ERROR, "Ä is missing", None, file, Span(1, 1, 1, 5))
    return Findings((file or "b.yaml",), (found,), {file or "b.yaml": FAULTY})


@pytest.mark.parametrize(
    ("chosen", "environment", "meant"),
    [
        ("auto", {}, "text"),
        ("auto", {"GITHUB_ACTIONS": "false"}, "text"),
        ("auto", ACTIONS, "github"),
        ("text", ACTIONS, "text"),
        ("sarif", {}, "sarif"),
    ],
)
def test_auto(chosen: str, environment: dict[str, str], meant: str) -> None:
    assert CheckFormat(chosen).resolved(environment).value == meant


def test_in_a_job_the_findings_become_annotations_and_a_table(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = folder / "summary.md"
    page.write_text("before\n", encoding="utf-8")
    show(finding("faulty.yaml"), CheckFormat.AUTO, environment={**ACTIONS, "GITHUB_STEP_SUMMARY": str(page)})
    out, err = capsys.readouterr()
    assert out.startswith("::error file=faulty.yaml,line=1,col=1,endLine=1,endColumn=5,title=CX031 ")
    assert out.endswith("\n1 file checked: 1 error.\n")
    assert err == ""
    text = page.read_text(encoding="utf-8")
    assert text.startswith("before\n### cxkit check\n")
    assert "| faulty.yaml:1:1 | **CX031** Ä is missing |" in text


def test_a_page_that_cannot_be_written_costs_only_the_table(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    show(finding("a.yaml"), CheckFormat.GITHUB, environment={"GITHUB_STEP_SUMMARY": str(folder)})
    out, err = capsys.readouterr()
    assert out.startswith("::error ")
    assert err.startswith(f"cxkit: the summary of the job cannot be written to {folder} (")
    assert err.count("\n") == 1


@pytest.mark.parametrize("chosen", ["github", "sarif"])
def test_a_job_in_a_folder_below_names_files_from_the_root(
    chosen: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    below = folder / "courses" / "autumn"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    job = {**ACTIONS, "GITHUB_WORKSPACE": str(folder)}
    names = {
        "a.yaml": "courses/autumn/a.yaml",
        "../b.yaml": "courses/b.yaml",
        str(folder / "c.yaml"): "c.yaml",
        "-": "-",
    }
    for file, name in names.items():
        show(finding(file), CheckFormat(chosen), environment=job)
        out = capsys.readouterr().out
        assert (f"file={name}," if chosen == "github" else f'"uri": "{name}"') in out
    show(finding("../../../d.yaml"), CheckFormat(chosen), environment=job)
    assert "../../../d.yaml" in capsys.readouterr().out
    show(finding(None), CheckFormat(chosen), environment=job)
    assert "CX031" in capsys.readouterr().out


def test_elsewhere_names_stay_as_given(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for environment in ({"GITHUB_WORKSPACE": str(folder.parent)}, ACTIONS):
        show(finding("a.yaml"), CheckFormat.GITHUB, environment=environment)
        assert "file=a.yaml," in capsys.readouterr().out
    show(finding("a.yaml"), CheckFormat.TEXT, environment={**ACTIONS, "GITHUB_WORKSPACE": str(folder.parent)})
    assert capsys.readouterr().out.startswith("a.yaml:1:1: CX031 error: Ä is missing\n")


def test_a_file_is_written_whole_without_colours(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    for name in CheckFormat:
        assert main(["check", "faulty.yaml", "--format", name.value, "-o", f"out.{name.value}"]) == 1
        written = (folder / f"out.{name.value}").read_bytes().decode()
        assert "CX031" in written and "\x1b" not in written and written.endswith("\n")
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines() == [f"1 file checked: 1 error. Written: out.{name.value}" for name in CheckFormat]


@pytest.mark.parametrize(
    ("name", "chosen", "begin"),
    [
        ("out.json", "auto", "{"),
        ("out.SARIF", "auto", "{"),
        ("out.xml", "auto", "<?xml"),
        ("out.txt", "auto", "faulty.yaml:"),
        ("out", "auto", "faulty.yaml:"),
        ("out.json", "concise", "faulty.yaml:"),
    ],
)
@pytest.mark.parametrize("job", ["", "true"])
def test_the_ending_of_a_file_decides_unless_a_format_is_given(
    name: str, chosen: str, begin: str, job: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", job)
    assert main(["check", "faulty.yaml", "--format", chosen, "-o", name]) == 1
    written = (folder / name).read_text(encoding="utf-8")
    assert written.startswith(begin)
    assert ("sarif" in written) == name.endswith("SARIF")


def test_several_files_are_written_each_by_its_ending_or_none(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    two = ["check", "faulty.yaml", "-o", "out.xml", "-o", "out.sarif"]
    assert main(two) == 1
    assert capsys.readouterr().err == "1 file checked: 1 error. Written: out.xml, out.sarif\n"
    assert (folder / "out.xml").read_text(encoding="utf-8").startswith("<?xml")
    assert "sarif" in (folder / "out.sarif").read_text(encoding="utf-8")
    (folder / "out.xml").unlink()
    assert main(two) == 2
    assert not (folder / "out.xml").exists()
    assert main(["check", "-o", "a.json", "-o", "./a.json"]) == 2
    assert "named as an output twice" in capsys.readouterr().err
    assert not (folder / "a.json").exists()


def test_of_nothing_that_could_be_read_only_the_file_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "none.yaml", "-o", "out.json"]) == 2
    first, second = capsys.readouterr().err.splitlines()
    assert first == "Written: out.json"
    assert second.startswith("cxkit: none.yaml: there is no such file.")


def test_a_file_that_is_there_stays_unless_forced(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "out.json").write_text("old", encoding="utf-8")
    assert main(["check", "faulty.yaml", "--format", "json", "-o", "out.json"]) == 2
    assert "--force" in capsys.readouterr().err
    assert (folder / "out.json").read_text(encoding="utf-8") == "old"
    assert main(["check", "faulty.yaml", "--format", "json", "-o", "out.json", "--force"]) == 1
    assert json.loads((folder / "out.json").read_text(encoding="utf-8"))["summary"]["errors"] == 1


def test_an_input_is_never_overwritten(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "faulty.yaml", "-o", "faulty.yaml", "--force"]) == 2
    assert capsys.readouterr().out == ""
    assert (folder / "faulty.yaml").read_text(encoding="utf-8") == FAULTY


def test_what_programs_read_is_utf_8_in_every_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("json", "sarif", "junit", "github"):
        raw = io.BytesIO()
        monkeypatch.setattr("sys.stdout", io.TextIOWrapper(raw, encoding="ascii", errors="backslashreplace"))
        show(finding("ä.yaml"), CheckFormat(name), environment={})
        assert "Ä is missing" in raw.getvalue().decode("utf-8")


def test_colours_are_for_people_only(capsys: pytest.CaptureFixture[str]) -> None:
    for name in CheckFormat:
        show(finding("a.yaml"), name, environment={"FORCE_COLOR": "1"})
        coloured = "\x1b[" in capsys.readouterr().out
        assert coloured == (name.value in ("auto", "text", "concise"))


def test_nothing_to_print_prints_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    show(Findings(("a.yaml",), ()), CheckFormat.CONCISE, environment={})
    assert capsys.readouterr() == ("", "")
