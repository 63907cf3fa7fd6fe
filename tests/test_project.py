"""The project's own papers agree with each other: version, pins, decisions and the Makefile's targets."""

import re
import socket
import tomllib
from pathlib import Path

import pytest

import cxkit

ROOT = Path(__file__).parents[1]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([\w-]+):", MAKEFILE, re.MULTILINE))


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_every_make_target_named_exists(page: str) -> None:
    named = set(
        re.findall(r"(?:`|^)make ([a-z][\w-]*)", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert named
    assert named <= TARGETS


def test_the_machine_runs_what_the_makefile_has() -> None:
    text = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert {"test", "lint", "types", "layers", "docs", "demo"} <= TARGETS
    assert "for name in lint types layers docs;" in text
    assert text.count("make demo") == 2
    assert "make test" in text


def test_the_makefile_lists_its_targets() -> None:
    phony = set(re.findall(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)[0].split())
    helped = MAKEFILE.partition("\nhelp:")[2].partition("\n\n")[0]
    assert phony == TARGETS
    assert phony - {"help"} == set(re.findall(r"make ([\w-]+)", helped))


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "docs/architecture.md", "benchmarks/README.md"])
def test_every_path_named_exists(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    named = set(re.findall(r"\b((?:src|tests|docs|benchmarks)/[\w./-]*)", text))
    assert {path for path in named if not (ROOT / path).exists()} == set()
    assert named or page.startswith("benchmarks")


def test_the_changelog_has_this_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## {re.escape(cxkit.__version__)}\b", text, re.MULTILINE)


def test_the_version_is_a_literal() -> None:
    text = (ROOT / "src" / "cxkit" / "__init__.py").read_text(encoding="utf-8")
    assert f'__version__ = "{cxkit.__version__}"' in text


def test_decisions_are_numbered_without_gaps() -> None:
    names = sorted(path.name for path in (ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    assert [int(name[:2]) for name in names] == list(range(1, len(names) + 1))


def normal(name: str) -> str:
    """Return a distribution's name as the packaging standard compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def test_everything_wanted_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    for name, group in project["dependency-groups"].items():
        if name == "fuzz":  # asked for by one target only
            continue
        wanted += [entry for entry in group if isinstance(entry, str)]
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").split()
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", line) for line in lines)
    pinned = {normal(line.partition("==")[0]) for line in lines}
    assert {normal(re.match(r"[\w.-]+", entry)[0]) for entry in wanted} <= pinned  # type: ignore[index]


def test_no_test_reaches_the_network() -> None:
    with pytest.raises(Exception, match=r"a connection to .* was tried"), socket.socket() as one:
        one.connect(("127.0.0.1", 9))
