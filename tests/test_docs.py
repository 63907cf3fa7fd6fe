"""The documentation tells the truth: every command and option is explained, every link leads somewhere.

What the README tells a reader to type is run as it stands, in a copy of the example courses.
"""

import importlib.util
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import typer.main

from cxkit.cli.app import app

ROOT = Path(__file__).parents[1]
GUIDE = ROOT / "docs" / "guide"
PAGES = sorted(
    path
    for folder in (".", "docs", "examples", "benchmarks")
    for path in (ROOT / folder).glob("*.md" if folder == "." else "**/*.md")
)
FENCE = re.compile(
    r"^(?P<fence>`{3,})(?P<language>[\w-]*)[^\n]*\n(?P<body>.*?)^(?P=fence)`*\s*$", re.MULTILINE | re.DOTALL
)
LINK = re.compile(r"!?\[[^\]]*\]\((?P<target>[^)\s]+)(?:\s+\"[^\"]*\")?\)")


# Commands and options


def commands(command: Any, path: tuple[str, ...] = ("cxkit",)) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Yield every command that a person can type, with its words."""
    below = getattr(command, "commands", {})
    if not below or getattr(command, "invoke_without_command", False):
        yield path, command
    for name, child in below.items():
        if not child.hidden:
            yield from commands(child, (*path, name))


def options(command: Any) -> Iterator[str]:
    """Yield the long name of every option of one command."""
    for parameter in command.params:
        if parameter.param_type_name == "option" and not parameter.hidden:
            yield from (
                name for name in (*parameter.opts, *parameter.secondary_opts) if name.startswith("--")
            )


PROGRAM = typer.main.get_command(app)
COMMANDS = list(commands(PROGRAM))
ASKED = sorted(
    {(" ".join(path), name) for path, command in COMMANDS for name in options(command)}
    | {("cxkit", name) for name in options(PROGRAM)}
)


@pytest.fixture(scope="module")
def guide() -> str:
    """The whole user guide as one text."""
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(GUIDE.rglob("*.md")))


def test_the_program_has_commands() -> None:
    assert {" ".join(path) for path, _ in COMMANDS} >= {
        "cxkit grade",
        "cxkit explain",
        "cxkit check",
        "cxkit course new",
    }


@pytest.mark.parametrize("words", [" ".join(path) for path, _ in COMMANDS])
def test_every_command_is_in_the_guide(words: str, guide: str) -> None:
    assert re.search(rf"\b{re.escape(words)}\b", guide), f"docs/guide does not mention `{words}`"


@pytest.mark.parametrize(("words", "option"), ASKED)
def test_every_option_is_in_the_guide(words: str, option: str, guide: str) -> None:
    assert re.search(rf"`[^`\n]*{re.escape(option)}(?![\w-])", guide), (
        f"docs/guide does not explain {option} of `{words}`"
    )


# Commands in the README


def typed(page: Path) -> list[str]:
    """Return the lines of a page's shell blocks that a reader is to type, without the prompt."""
    found = []
    for block in FENCE.finditer(page.read_text(encoding="utf-8")):
        lines = [line.strip() for line in block["body"].splitlines()]
        if block["language"] == "console":
            found += [line[2:] for line in lines if line.startswith("$ ")]
        elif block["language"] in {"sh", "bash"}:
            found += [line for line in lines if line and not line.startswith("#")]
    return [line.partition("  #")[0].strip() for line in found]


README = typed(ROOT / "README.md")


TYPED = [(page, line) for page in PAGES for line in typed(page) if line.startswith("cxkit ")]


@pytest.mark.parametrize(("page", "line"), TYPED, ids=lambda part: getattr(part, "name", part))
def test_what_is_to_be_typed_exists(page: Path, line: str) -> None:
    """Every page's commands are commands of the program, with options that they take."""
    words = shlex.split(line.partition(" | ")[0].partition(" > ")[0])
    path = max((path for path, _ in COMMANDS if tuple(words[: len(path)]) == path), key=len, default=())
    assert path, page
    taken = {name for parameter in dict(COMMANDS)[path].params for name in parameter.opts} | {"--help", "-h"}
    assert {word.partition("=")[0] for word in words if word.startswith("-") and word != "-"} <= taken


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the examples in it, in which the README's commands run one after another."""
    folder = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "examples", folder / "examples")
    return folder


def test_the_readme_has_five_examples() -> None:
    assert len([line for line in README if line.startswith("cxkit ")]) >= 5


@pytest.mark.programs
@pytest.mark.xdist_group("readme")
def test_the_commands_of_the_readme_run(copy: Path) -> None:
    """In the order of the page, so that a later command may use what an earlier one wrote."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    for line in README:
        words = shlex.split(line)
        if words[0] == "cxkit":
            done = subprocess.run(
                words,
                cwd=copy,
                env={**os.environ, "PATH": path},
                capture_output=True,
                text=True,
                check=False,
                timeout=60,
            )
            assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"


# Links


def slug(heading: str) -> str:
    """Return the anchor that git hosts give a heading."""
    plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).replace("`", "").strip().lower()
    return re.sub(r"[^\w\- ]", "", plain).replace(" ", "-")


def anchors(page: Path) -> set[str]:
    """Return the anchors of a page; repeated headings get a number, as git hosts give them."""
    found: set[str] = set()
    for heading in re.findall(
        r"^#{1,6} +(.+?) *#*$", FENCE.sub("", page.read_text(encoding="utf-8")), re.MULTILINE
    ):
        anchor, repeat = slug(heading), 0
        while anchor in found:
            repeat += 1
            anchor = f"{slug(heading)}-{repeat}"
        found.add(anchor)
    return found


def broken(page: Path) -> Iterator[str]:
    """Yield the internal links of a page that lead nowhere."""
    text = re.sub(r"`[^`\n]*`", "", FENCE.sub("", page.read_text(encoding="utf-8")))
    for link in LINK.finditer(text):
        target, _, anchor = link["target"].partition("#")
        if re.match(r"[a-z]+:", target):
            continue
        goal = (page.parent / target).resolve() if target else page
        here = goal.exists() and (not target or goal.is_relative_to(ROOT))
        if not here or (anchor and goal.suffix == ".md" and anchor not in anchors(goal)):
            yield link["target"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    assert not list(broken(page))


def test_a_broken_link_is_seen(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "# One\n[a](#one) [b](nowhere.md) [c](#two) `[d](x.md)`\n```\n[e](y.md)\n```\n", encoding="utf-8"
    )
    assert list(broken(page)) == ["nowhere.md", "#two"]


def test_every_page_can_be_reached_from_the_index() -> None:
    """Follow the links from the README and from docs/README.md."""
    seen: set[Path] = set()
    ahead = [ROOT / "README.md"]
    while ahead:
        page = ahead.pop()
        if page in seen:
            continue
        seen.add(page)
        for link in LINK.finditer(page.read_text(encoding="utf-8")):
            goal = (page.parent / link["target"].partition("#")[0]).resolve()
            if goal.suffix == ".md" and goal.is_file():
                ahead.append(goal)
    assert {page for page in PAGES if page.is_relative_to(ROOT / "docs")} <= seen


# Pictures


def drawing() -> ModuleType:
    """Load the script that draws the pictures."""
    spec = importlib.util.spec_from_file_location("draw", ROOT / "docs" / "pictures" / "draw.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.programs
def test_the_pictures_are_of_today() -> None:
    """`make pictures` draws them again."""
    for name, drawn in drawing().pictures().items():
        assert (ROOT / "docs" / "pictures" / name).read_text(encoding="utf-8") == drawn, name
