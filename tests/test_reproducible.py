"""The same input gives the same bytes, whatever the hash seed, time zone, locale or working directory."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"

SURROUNDINGS = {
    "seed, far east, plain locale": {
        "PYTHONHASHSEED": "1",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "LANG": "C",
    },
    "other seed, far west, Finnish locale, narrow": {
        "PYTHONHASHSEED": "4294967295",
        "TZ": "Etc/GMT+12",
        "LC_ALL": "fi_FI.UTF-8",
        "LANGUAGE": "fi",
        "COLUMNS": "20",
        "LINES": "5",
    },
}


def run(folder: Path, surroundings: dict[str, str], *arguments: str) -> bytes:
    """Run cxkit in a folder and return what it printed; the streams are UTF-8 in every locale."""
    done = subprocess.run(
        [sys.executable, "-m", "cxkit", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONHASHSEED": "0", "PYTHONUTF8": "1", **surroundings},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    return done.stdout


def everything(folder: Path, surroundings: dict[str, str], example: str) -> dict[str, bytes]:
    """Return all that cxkit says and writes about one example course."""
    roster, course = (str(EXAMPLES / example / name) for name in ("arviointilista.csv", "course.yaml"))
    folder.mkdir()
    written = ["grades.csv", "grades.json", "report.md"]
    outputs = [word for name in written for word in ("-o", str(folder / name))]
    run(folder, surroundings, "grade", roster, "--course", course, "--quiet", *outputs)
    said = {name: (folder / name).read_bytes() for name in written}
    for shape in ("csv", "json", "md"):
        said[shape] = run(folder, surroundings, "grade", roster, "--course", course, "--format", shape)
    said["check"] = run(folder, surroundings, "check", course)
    run(folder, surroundings, "course", "new", "new.yaml", "--from-roster", roster)
    said["new"] = (folder / "new.yaml").read_bytes()
    return said


@pytest.fixture(scope="module", params=["asiakaspolku", "asiakkaat-paaomana"])
def usual(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, dict[str, bytes]]:
    """One example and what is said about it in the usual surroundings."""
    folder = tmp_path_factory.mktemp("usual") / "work"
    return request.param, everything(folder, {}, request.param)


@pytest.mark.programs
@pytest.mark.parametrize("name", SURROUNDINGS)
def test_surroundings_change_no_byte(name: str, usual: tuple[str, dict[str, bytes]], tmp_path: Path) -> None:
    example, want = usual
    got = everything(tmp_path / "elsewhere", SURROUNDINGS[name], example)
    assert [part for part, content in want.items() if got[part] != content] == []


@pytest.mark.programs
def test_what_is_printed_is_what_is_written(usual: tuple[str, dict[str, bytes]]) -> None:
    _, said = usual
    assert said["csv"] == said["grades.csv"]
    assert said["json"] == said["grades.json"]
    assert said["md"] == said["report.md"]


@pytest.mark.programs
def test_the_table_for_people_is_the_same_text(usual: tuple[str, dict[str, bytes]], tmp_path: Path) -> None:
    """Its width follows the terminal, so it is compared at one width."""
    example, _ = usual
    question = [
        "grade",
        str(EXAMPLES / example / "arviointilista.csv"),
        "--course",
        str(EXAMPLES / example / "course.yaml"),
    ]
    width = {"COLUMNS": "100"}
    want = run(tmp_path, width, *question)
    assert want
    for surroundings in SURROUNDINGS.values():
        assert run(tmp_path, {**surroundings, **width}, *question) == want


def canvases(folder: Path, surroundings: dict[str, str]) -> dict[str, bytes]:
    """Return every text that cxkit makes of the example folder of canvases, and what it says of them."""
    folder.mkdir()
    run(folder, surroundings, "canvas", "new", "new.yaml", "--kind", "slbmc", "--lang", "fi")
    said = {"new": (folder / "new.yaml").read_bytes()}
    said["check"] = run(folder, surroundings, "check", str(EXAMPLES / "kirjasto"))
    said["kinds"] = run(folder, surroundings, "canvas", "kinds")
    outputs = [word for shape in CANVAS_SHAPES for word in ("-o", f"{shape}:{folder / shape}/")]
    run(folder, surroundings, "canvas", "render", str(EXAMPLES / "kirjasto"), *outputs, "--quiet")
    for shape in CANVAS_SHAPES:
        for file in sorted((folder / shape).iterdir()):
            said[f"{shape}/{file.name}"] = file.read_bytes()
    return said


CANVAS_SHAPES = ("html", "svg", "md", "mermaid", "csv", "json")


@pytest.fixture(scope="module")
def usual_canvases(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What is made of the canvases in the usual surroundings."""
    return canvases(tmp_path_factory.mktemp("usual") / "work", {})


@pytest.mark.programs
@pytest.mark.parametrize("name", SURROUNDINGS)
def test_surroundings_change_no_byte_of_a_canvas(
    name: str, usual_canvases: dict[str, bytes], tmp_path: Path
) -> None:
    got = canvases(tmp_path / "elsewhere", SURROUNDINGS[name])
    assert got.keys() == usual_canvases.keys()
    assert [part for part, content in usual_canvases.items() if got[part] != content] == []
    assert len(got) > 4 * len(list((EXAMPLES / "kirjasto").glob("*.yaml")))
