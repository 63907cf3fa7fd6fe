"""`cxkit canvas show` on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.canvas.canvases import USERS_KIND, canvas_text

from cxkit.cli.app import main


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a journey and a persona that it names."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "polku.yaml").write_text(canvas_text("journey"), encoding="utf-8")
    aino = "kind: persona\nversion: 1\nid: aino\ntitle:\nlanguage: fi\nname: Aino Öhman\nquote: Kirja!\n"
    (tmp_path / "aino.yaml").write_text(aino, encoding="utf-8")
    return tmp_path


def test_a_journey_is_shown_with_the_personas_of_its_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["canvas", "show", "polku.yaml"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("Koe\nAsiakaspolku (palvelupolku)")
    assert "● Aino Öhman: ”Kirja!”\n" in shown
    assert "\x1b" not in shown


def test_in_the_language_that_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["canvas", "show", "polku.yaml", "--lang", "en"]) == 0
    assert capsys.readouterr().out.startswith("Trial\nCustomer journey map · current state · core journey\n")


def test_a_kind_of_ones_own(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "our.yaml").write_text(USERS_KIND, encoding="utf-8")
    own = "kind: our-canvas\nversion: 1\nid: a\ntitle: A\nlanguage: fi\nblocks: {fears: {we: Hiljaisuus}}\n"
    (folder / "a.yaml").write_text(own, encoding="utf-8")
    assert main(["canvas", "show", "a.yaml"]) == 1
    assert "CX021" in capsys.readouterr().err
    assert main(["canvas", "show", "a.yaml", "--kind", "our.yaml"]) == 0
    assert "• Hiljaisuus " in capsys.readouterr().out


def test_what_cannot_be_read_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["canvas", "show", "none.yaml"]) == 2
    assert "none.yaml" in capsys.readouterr().err
    (folder / "polku.yaml").write_text(canvas_text("journey") + "stages: x\n", encoding="utf-8")
    assert main(["canvas", "show", "polku.yaml"]) == 1
    assert "polku.yaml:" in capsys.readouterr().err


def test_colour_when_it_is_demanded(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert main(["canvas", "show", "polku.yaml"]) == 0
    assert "\x1b[1;35m◆ kriittinen" in capsys.readouterr().out
