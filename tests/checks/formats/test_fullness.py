"""How full canvases are stands after the summary, and in JSON, and never for courses."""

import json
from pathlib import Path

import pytest

from cxkit.canvas.example import example_text
from cxkit.cli.app import main

JOURNEY = """\
kind: journey
version: 1
id: nouto
title: Nouto
language: fi
personas: [{id: aino, name: Aino}]
stages:
  - {id: a, title: Alku, touchpoints: [{id: t, title: Ovi, channel: ovi, data: none, why: Ei vielä}]}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_canvas_that_is_not_full(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "journey.yaml").write_text(JOURNEY, encoding="utf-8")
    main(["check", "."])
    last = capsys.readouterr().out.splitlines()[-1]
    shares = "2 of 7 blocks and keys, 3 of 13 touchpoint fields"
    assert last == f"journey.yaml is 25 % filled: {shares}. Needed first: `goal`."
    main(["check", ".", "--format", "json"])
    (found,) = json.loads(capsys.readouterr().out)["completeness"]
    assert found == {
        "file": "journey.yaml",
        "percent": 25,
        "filled": 5,
        "places": 20,
        "blocks_and_keys": {"filled": 2, "places": 7},
        "touchpoint_fields": {"filled": 3, "places": 13},
    }


def test_many_canvases_are_counted_and_full_ones_are_not_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "full.yaml").write_text(example_text("bmc", "en"), encoding="utf-8")
    assert main(["check", "."]) == 0
    assert capsys.readouterr().out == "1 file checked: all is well.\n"
    for number in range(13):
        text = JOURNEY.replace("id: nouto", f"id: nouto-{number}")
        (folder / f"journey-{number:02}.yaml").write_text(text, encoding="utf-8")
    main(["check", "."])
    lines = capsys.readouterr().out.splitlines()
    told = [line for line in lines if " % filled: " in line]
    assert len(told) == 10 and not any(line.startswith("full.yaml") for line in told)
    assert lines[-1] == "3 more canvases are not full yet."


def test_a_course_has_no_completeness(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "course.yaml").write_text("kind: course\nversion: 1\n", encoding="utf-8")
    main(["check", ".", "--format", "json"])
    assert set(json.loads(capsys.readouterr().out)) == {"schema_version", "diagnostics", "summary"}


class TestKinds:
    KIND = """\
kind: canvas-kind
version: 1
id: premortem
title: Premortem
purpose: What may go wrong.
size: [1, 2]
blocks:
  - {id: failures, title: What failed, required: true, grid: [1, 1, 1, 1]}
  - {id: signs, title: Early signs, grid: [1, 2, 1, 1]}
"""
    CANVAS = "kind: premortem\nversion: 1\nid: a\ntitle: Opening\nlanguage: en\nblocks: {signs: [Calls]}\n"

    def test_a_kind_can_be_named(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (folder / "kinds").mkdir()
        (folder / "kinds" / "premortem.yaml").write_text(self.KIND, encoding="utf-8")
        (folder / "a.yaml").write_text(self.CANVAS, encoding="utf-8")
        assert main(["check", "a.yaml"]) == 1
        assert "CX021" in capsys.readouterr().out
        assert main(["check", "a.yaml", "--kind", "kinds/premortem.yaml"]) == 0
        said = "a.yaml is 50 % filled: 1 of 2 blocks and keys. Needed first: `blocks.failures`."
        assert said in capsys.readouterr().out
        assert main(["check", "a.yaml", "--kind", "kinds/premortam.yaml"]) == 2
        assert "--kind kinds/premortam.yaml: there is no such file." in capsys.readouterr().err
