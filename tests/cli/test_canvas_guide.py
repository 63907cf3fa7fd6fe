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
