"""The rooms of the house: imports go only downwards, and the documents name the rooms in that order."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
ROOMS = next(
    contract for contract in PROJECT["tool"]["importlinter"]["contracts"] if contract["id"] == "rooms"
)


def lint(config: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter as `make layers` does."""
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    return subprocess.run(
        [sys.executable, "-c", command, "--config", str(config), "--no-logo", "--no-cache"],
        capture_output=True, text=True, check=False, cwd=ROOT, timeout=120,
    )  # fmt: skip


@pytest.mark.programs
def test_imports_go_only_downwards() -> None:
    done = lint(ROOT / "pyproject.toml")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "2 kept, 0 broken" in done.stdout


@pytest.mark.programs
def test_an_import_upwards_would_be_seen(tmp_path: Path) -> None:
    """The same layers the wrong way round must break."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    turned = text.replace('  "grading",\n  "roster",\n', '  "roster",\n  "grading",\n')
    assert turned != text
    config = tmp_path / "pyproject.toml"
    config.write_text(turned, encoding="utf-8")
    done = lint(config)
    assert done.returncode == 1
    assert "1 broken" in done.stdout


def test_every_room_has_its_layer() -> None:
    """The list is exhaustive, so a new room has to be given its place on purpose."""
    assert ROOMS["exhaustive"] is True
    named = set(re.findall(r"\w+", " ".join(ROOMS["layers"]))) | set(ROOMS["exhaustive_ignores"])
    package = ROOT / "src" / "cxkit"
    rooms = {path.name for path in package.iterdir() if (path / "__init__.py").exists()}
    rooms |= {path.stem for path in package.glob("*.py")} - {"__init__"}
    assert rooms <= named
    assert named - rooms <= {"canvas"}


def test_the_architecture_names_the_rooms_in_this_order() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    order = re.findall(r"^\| `(\w+)`", text, re.MULTILINE)
    assert order == re.findall(r"\w+", " ".join(ROOMS["layers"]))
