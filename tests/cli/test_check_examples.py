"""What `cxkit check` says of the example canvases: nothing, alone and together."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path

import pytest

from cxkit.canvas.example import LANGUAGES, example_text
from cxkit.canvas.kind import OWN_KINDS
from cxkit.cli.app import main

KIRJASTO = Path(__file__).parents[2] / "examples" / "kirjasto"


def findings(target: Path, capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str]]:
    """Return code and severity of everything that the check finds."""
    main(["check", str(target), "--format", "json"])
    return [(one["code"], one["severity"]) for one in json.loads(capsys.readouterr().out)["diagnostics"]]


@pytest.mark.parametrize(("kind", "language"), list(product(OWN_KINDS, LANGUAGES)))
def test_an_example_alone_in_a_folder(
    kind: str, language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "example.yaml").write_text(example_text(kind, language), encoding="utf-8")
    assert findings(tmp_path, capsys) == []


def test_the_library_is_clean(capsys: pytest.CaptureFixture[str]) -> None:
    assert findings(KIRJASTO, capsys) == []


@pytest.mark.parametrize("file", sorted(KIRJASTO.glob("*.yaml")), ids=lambda file: str(file.stem))
def test_so_is_each_of_its_files(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert findings(file, capsys) == []
