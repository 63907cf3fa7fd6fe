"""Which kinds a command knows for a file, and what it is held up by."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.canvas.canvases import USERS_KIND

from cxkit.canvas.rules.smallest import SMALLEST
from cxkit.cli.app import main

BROKEN = USERS_KIND.replace("size: [1, 2]\n", "sise: [1, 2]\n")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a persona, a canvas of a user's kind, and another program's file."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "aino.yaml").write_text(SMALLEST["persona"], encoding="utf-8")
    (tmp_path / "ours.yaml").write_text("kind: our-canvas\nversion: 1\nid: a\ntitle: A\n", encoding="utf-8")
    (tmp_path / "deployment.yaml").write_text("kind: Deployment\n", encoding="utf-8")
    (tmp_path / "compose.yaml").write_text("services: {}\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("kind", [BROKEN, "kind: canvas-kind\nid: [\n", "kind: journey\n", "\x00", None])
def test_a_broken_kind_stops_only_canvases_of_it(
    kind: str | None, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if kind is not None:
        (folder / "kind.yaml").write_text(kind, encoding="utf-8")
    (folder / "cxkit.toml").write_text('kinds = ["kind.yaml"]\n', encoding="utf-8")
    assert main(["canvas", "show", "aino.yaml"]) == 0
    capsys.readouterr()
    assert main(["canvas", "show", "ours.yaml"]) != 0
    assert "kind.yaml" in capsys.readouterr().err


def test_a_folder_is_drawn_beside_a_broken_kind(folder: Path) -> None:
    (folder / "kind.yaml").write_text(BROKEN, encoding="utf-8")
    (folder / "cxkit.toml").write_text('kinds = ["kind.yaml"]\n', encoding="utf-8")
    (folder / "ours.yaml").unlink()
    assert main(["canvas", "render", ".", "-o", "json:out/"]) == 0


def test_a_kind_that_the_command_names_must_be_sound(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "kind.yaml").write_text(BROKEN, encoding="utf-8")
    assert main(["canvas", "show", "aino.yaml", "--kind", "kind.yaml"]) == 1
    assert "sise" in capsys.readouterr().err


@pytest.mark.parametrize("setting", ['ignore = ["CX999"]', 'select = "x"', "strict = 3"])
def test_settings_of_the_check_do_not_stop_a_picture(
    setting: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "cxkit.toml").write_text(f"{setting}\n", encoding="utf-8")
    assert main(["canvas", "show", "aino.yaml"]) == 0
    capsys.readouterr()
    assert main(["canvas", "show", "ours.yaml"]) == 1
    assert "CX021" in capsys.readouterr().err


def test_a_configuration_that_cannot_be_read_stops_kinds_that_it_may_name(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "cxkit.toml").write_text("kinds = [\n", encoding="utf-8")
    assert main(["canvas", "show", "aino.yaml"]) == 0
    capsys.readouterr()
    assert main(["canvas", "show", "ours.yaml"]) == 1
    assert "CX040" in capsys.readouterr().err
