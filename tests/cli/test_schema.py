"""`cxkit schema`, and the schemas that lie in the project."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from cxkit.checks.models import MODELS
from cxkit.cli.app import main
from cxkit.documents.kinds import WHAT_KINDS_ARE, kind_in
from cxkit.documents.schema import schema_text

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "schemas"
CHECKER = str(Path(sys.executable).with_name("check-jsonschema"))


def test_the_schemas_in_the_project_are_those_of_the_models() -> None:
    """`cxkit schema --all schemas --force` writes them again."""
    assert set(MODELS) <= set(WHAT_KINDS_ARE)
    assert {file.name for file in SCHEMAS.iterdir()} == {f"{kind}.schema.json" for kind in MODELS}
    for kind, model in MODELS.items():
        assert (SCHEMAS / f"{kind}.schema.json").read_text(encoding="utf-8") == schema_text(model), kind


@pytest.mark.parametrize("kind", MODELS)
def test_a_schema_is_printed_byte_for_byte(kind: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["schema", kind]) == 0
    assert capfdbinary.readouterr().out == (SCHEMAS / f"{kind}.schema.json").read_bytes()


def test_all_schemas_are_written_and_none_is_overwritten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["schema", "--all", str(tmp_path / "a\x1b[31mb")]) == 0
    assert capsys.readouterr().out.startswith(f"Written: {tmp_path / 'ab'}")
    folder = tmp_path / "schemas"
    assert main(["schema", "--all", str(folder)]) == 0
    assert capsys.readouterr().out.startswith(f"Written: {folder}")
    written = {file.name: file.read_bytes() for file in folder.iterdir()}
    assert written == {file.name: file.read_bytes() for file in SCHEMAS.iterdir()}
    old = folder / "course.schema.json"
    old.write_text("mine")
    assert main(["schema", "--all", str(folder)]) == 2
    assert "exists already; --force replaces it" in capsys.readouterr().err
    assert old.read_text() == "mine"
    assert main(["schema", "--all", str(folder), "--force"]) == 0
    assert json.loads(old.read_text(encoding="utf-8"))["title"] == "cxkit course file"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "Give either a kind of file"),
        (["course", "--all", "x"], "Give either a kind of file"),
        (["cuorse"], "There is no schema for the kind `cuorse`. Did you mean `course`?"),
        (["spreadsheet"], "no schema for the kind `spreadsheet`. The schemas of this version are: course"),
        (["exceptions"], "no schema for the kind `exceptions`. The schemas of this version are: course"),
        (["--all", "missing/folder"], "missing/folder cannot be written"),
    ],
)
def test_a_question_that_cannot_be_answered(
    arguments: list[str],
    sentence: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["schema", *arguments]) == 2
    assert sentence in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def check_jsonschema(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [CHECKER, *map(str, arguments)], capture_output=True, text=True, check=False, timeout=60
    )


@pytest.mark.programs
def test_a_tool_of_draft_07_reads_the_schemas() -> None:
    done = check_jsonschema("--check-metaschema", *sorted(SCHEMAS.iterdir()))
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.programs
def test_a_tool_of_draft_07_accepts_the_examples_and_refuses_a_misspelt_key(tmp_path: Path) -> None:
    schema = SCHEMAS / "course.schema.json"
    examples = sorted((ROOT / "examples").glob("*/course.yaml"))
    done = check_jsonschema("--schemafile", schema, *examples)
    assert done.returncode == 0, done.stdout + done.stderr
    wrong = tmp_path / "course.yaml"
    wrong.write_text(examples[0].read_text(encoding="utf-8").replace("weight:", "wieght:"), encoding="utf-8")
    done = check_jsonschema("--schemafile", schema, wrong)
    assert done.returncode == 1
    assert "'wieght' was unexpected" in done.stdout


@pytest.mark.parametrize(
    "file", sorted((ROOT / "examples").glob("*/*.yaml")), ids=lambda file: file.parent.name
)
def test_an_example_names_its_schema_to_editors(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    first = text.partition("\n")[0]
    beginning, _, path = first.partition("$schema=")
    assert beginning == "# yaml-language-server: "
    assert (file.parent / path).resolve() == SCHEMAS / f"{kind_in(text)}.schema.json"


def test_a_new_course_finds_the_schemas_beside_it(tmp_path: Path) -> None:
    assert main(["course", "new", str(tmp_path / "course.yaml")]) == 0
    assert main(["schema", "--all", str(tmp_path / "schemas")]) == 0
    first = (tmp_path / "course.yaml").read_text(encoding="utf-8").partition("\n")[0]
    assert (tmp_path / first.partition("$schema=")[2]).is_file()
