"""The first steps of the guide work as they stand, in Finnish and in English."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from cxkit.canvas.load import load_canvas
from cxkit.canvas.measurement import Measurement
from cxkit.cli.app import main

GUIDE = Path(__file__).parents[2] / "docs" / "guide"


@pytest.mark.parametrize(
    ("page", "measuring", "language"),
    [("canvas.md", "measuring.yaml", "en"), ("kanvaasit.md", "mittaaminen.yaml", "fi")],
)
def test_the_first_steps_work(
    page: str, measuring: str, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = (GUIDE / page).read_text(encoding="utf-8")
    typed = [shlex.split(line) for line in re.findall(r"^\$ cxkit (.+)$", text, re.MULTILINE)]
    assert len(typed) >= 8
    for words in typed:
        if words[:2] != ["canvas", "preview"]:
            assert main(words) == 0, words
    canvas, _ = load_canvas(measuring).or_refuse()
    assert isinstance(canvas, Measurement)
    assert (canvas.personas, canvas.language) == (("aino",), language)
    assert main(["check", "."]) == 0


@pytest.mark.parametrize("page", ["canvas.md", "kanvaasit.md"])
def test_what_the_guide_shows_of_a_file_stands_in_it(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = (GUIDE / page).read_text(encoding="utf-8")
    (new, *_) = re.findall(r"^\$ cxkit (canvas new .+)$", text, re.MULTILINE)
    words = shlex.split(new)
    assert main(words) == 0
    made = Path(words[2]).read_text(encoding="utf-8")
    (shown,) = re.findall(r"^```yaml\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    for line in shown.splitlines():
        empty = line if "#" in line else line[: line.index(":") + 1]
        assert empty in made


@pytest.mark.parametrize("known", [True, False])
def test_a_kind_of_ones_own_works_as_the_guide_says(
    known: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = (GUIDE / "own-canvas-kinds.md").read_text(encoding="utf-8")
    kind, *_ = re.findall(r"^```yaml\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    Path("premortem-kind.yaml").write_text(kind, encoding="utf-8")
    (new, *others) = re.findall(r"^\$ cxkit (.+)$", text, re.MULTILINE)
    assert main(shlex.split(new)) == 0
    options = ["--kind", "premortem-kind.yaml"]
    if known:
        (settings,) = re.findall(r"^```toml\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
        Path("cxkit.toml").write_text(settings, encoding="utf-8")
        options = []
    assert len(others) == 3
    for words in others:
        assert main([*shlex.split(words), *options]) == 0, words


@pytest.mark.parametrize(("page", "folder"), [("canvas.md", "example"), ("kanvaasit.md", "esimerkki")])
def test_the_example_is_looked_at_in_a_folder_of_its_own(
    page: str, folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (GUIDE / page).read_text(encoding="utf-8")
    typed = re.findall(r"^cxkit (.+ ~/.+)$", text, re.MULTILINE)
    assert len(typed) == 2 and f"mkdir ~/{folder}\n" in text
    (tmp_path / folder).mkdir()
    monkeypatch.chdir(tmp_path)
    for words in typed:
        assert main(shlex.split(words.replace("~/", ""))) == 0, words
