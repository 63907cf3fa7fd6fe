"""The gallery of errors: folders of `tests/errors`, what cxkit prints about them, and the page made of both.

A folder is named after the error, such as `CX030-unknown-key`, or after one more way to make it. It holds
the files that cause it, under `mended` those that end it, and in `output.txt` what is printed. `command`
has the words after `cxkit`; without it the files are checked. What is too large to be kept stands as
NAME.recipe: a JSON list of texts, each with how often it is repeated. A roster's course is the one beside
the folders unless it has its own.
"""

from __future__ import annotations

import difflib
import json
import shlex
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cxkit.canvas.exchange_codes import CODES as IMPORTED
from cxkit.checks.catalogue import RULES
from cxkit.checks.formats.excerpt import visible
from cxkit.documents.rule import FIRST_FILE, Rule, files_in
from cxkit.roster.codes import CODES as ROSTER

ROOT = Path(__file__).parents[1]
ERRORS = ROOT / "tests" / "errors"
PAGE = ROOT / "docs" / "errors.md"
WITHOUT_RULE = {**ROSTER, **IMPORTED}
"""What is found in files that are no documents: rosters, and journeys to import."""

COURSE = "course.yaml"
CANVAS = "canvas.yaml"
RECIPE = ".recipe"
LONGEST = 20
"""How many lines of a printout the page shows."""

_OURS = ("command", "output.txt", "mended")

GROUPS = {
    "Text that is no document": ["CX001-CX019"],
    "Which document it is": ["CX020-CX029"],
    "Keys and values": ["CX030-CX039"],
    "Configuration": ["CX040-CX049"],
    "Suppressions": ["CX050-CX059"],
    "Components and weights": ["CX101-CX125", "CX156", "CX157", "CX159", "CX186-CX190"],
    "Grades, bands and rounding": ["CX126-CX139"],
    "Attendance": ["CX140-CX149", "CX158"],
    "Routes": ["CX150-CX154"],
    "Criteria": ["CX162-CX167"],
    "Late work": ["CX180-CX184"],
    "Worked tests": ["CX168-CX179"],
    "Dates, people and texts": ["CX100", "CX155", "CX160-CX161", "CX185", "CX191-CX199"],
    "Canvases of every kind": ["CX300", "CX340-CX349"],
    "Journeys": ["CX302", "CX306-CX321"],
    "Personas": ["CX301", "CX303-CX305", "CX322"],
    "Measurement canvases": ["CX401-CX412", "CX426-CX427", "CX430-CX439"],
    "Service logic business models": ["CX428-CX429"],
    "Strategy, maturity and programmes": ["CX413-CX425"],
    "Journeys to import": ["CX380-CX390"],
    "The roster as a file": ["CX201-CX203", "CX210-CX219", "CX240-CX241"],
    "Columns of the roster": ["CX204-CX209"],
    "Students and marks": ["CX220-CX239", "CX242-CX249"],
}
"""The parts of the page in their order, each with its codes."""


@dataclass(frozen=True)
class Case:
    """One folder of the gallery."""

    folder: Path

    @property
    def code(self) -> str:
        return self.folder.name.partition("-")[0]

    @property
    def is_main(self) -> bool:
        """Whether the folder bears the name of the rule; others are more ways to break it."""
        rule = RULES.get(self.code)
        return rule is None or self.folder.name == f"{rule.code}-{rule.name}"

    @property
    def title(self) -> str:
        return self.folder.name.partition("-")[2].replace("-", " ")

    @property
    def sources(self) -> list[Path]:
        """The files that cause the error."""
        return sorted(path for path in self.folder.iterdir() if path.name not in _OURS)

    @property
    def mended(self) -> list[Path]:
        return sorted((self.folder / "mended").iterdir())

    @property
    def command(self) -> str:
        """The words after `cxkit`."""
        given = self.folder / "command"
        if given.exists():
            return given.read_text(encoding="utf-8").strip()
        return shlex.join(["check", *(path.name.removesuffix(RECIPE) for path in self.sources)])

    def lay_out(self, target: Path, *, mended: bool) -> None:
        """Put the files of the case into a folder."""
        files = [ERRORS / COURSE] if COURSE in self.command.split() else []
        for path in [*files, *self.sources, *(self.mended if mended else [])]:
            (target / path.name.removesuffix(RECIPE)).write_bytes(content(path))

    def printed(self, run: Callable[[list[str]], str], target: Path, *, mended: bool = False) -> str:
        """Return what a terminal shows: the command and all that it prints."""
        self.lay_out(target, mended=mended)
        return f"$ cxkit {self.command}\n{run(shlex.split(self.command))}"


def content(path: Path) -> bytes:
    """Return the bytes that a file of the gallery stands for."""
    if path.name.endswith(RECIPE):
        parts = json.loads(path.read_text(encoding="utf-8"))
        return "".join(text * times for text, times in parts).encode()
    return path.read_bytes()


def cases() -> list[Case]:
    """Return the whole gallery in the order of the codes."""
    found = (Case(folder) for folder in ERRORS.iterdir() if folder.is_dir())
    return sorted(found, key=lambda case: (case.code, not case.is_main, case.folder.name))


def wanted() -> dict[str, Rule | None]:
    """Return every code that needs a folder, with its rule where it has one."""
    return {**RULES, **dict.fromkeys(WITHOUT_RULE)}


def plant(rule: Rule) -> None:
    """Make the folder of a rule that has none out of its own examples."""
    folder = ERRORS / f"{rule.code}-{rule.name}"
    (folder / "mended").mkdir(parents=True)
    first = {"configuration": "cxkit.toml", "reading": COURSE, "course": COURSE}.get(rule.kind, CANVAS)
    bad, good = files_in(rule.bad), files_in(rule.good)
    changed = {name: text for name, text in good.items() if text != bad.get(name)}
    for target, files in ((folder, bad), (folder / "mended", changed)):
        for name, text in files.items():
            path = target / (first if name == FIRST_FILE else name)
            path.write_bytes(text.encode("utf-8", "surrogateescape"))


def plant_missing() -> None:
    """Make the folders of all rules that have none."""
    there = {case.code for case in cases()}
    for rule in RULES.values():
        if rule.code not in there:
            plant(rule)


# The page


def page() -> str:
    """Return docs/errors.md."""
    everything = cases()
    lines = [
        "# The gallery of errors",
        "",
        "Every finding that cxkit can have: a file that causes it, what is printed, how to fix it. Your own",
        "mistake looks like one of these; search the page for its code. `cxkit rule` with the code says why",
        "the rule is there. The files are in [tests/errors](../tests/errors), a folder for each; this page",
        "is written from them by `make errors`.",
        "",
    ]
    lines += [f"* [{title}](#{_anchor(title)})" for title in GROUPS]
    for title, ranges in GROUPS.items():
        lines += ["", f"## {title}"]
        for case in everything:
            if any(_within(case.code, one) for one in ranges):
                lines += ["", *_entry(case)]
    return "\n".join(lines) + "\n"


def group_of(code: str) -> list[str]:
    """Return the parts of the page that a code stands in."""
    return [title for title, ranges in GROUPS.items() if any(_within(code, one) for one in ranges)]


def _within(code: str, span: str) -> bool:
    first, _, last = span.partition("-")
    return first <= code <= (last or first)


def _anchor(title: str) -> str:
    return title.lower().replace(",", "").replace(" ", "-")


def _entry(case: Case) -> Iterator[str]:
    rule = RULES.get(case.code)
    printed = (case.folder / "output.txt").read_text(encoding="utf-8")
    changes = {path.name: path for path in case.mended}
    yield f"### {case.code}: {case.title}"
    if case.is_main:
        yield ""
        yield rule.checks if rule else WITHOUT_RULE[case.code]
    for path in case.sources:
        yield from _block(f"`{path.name.removesuffix(RECIPE)}`", _language(path), _wrong(path, changes))
    yield from _block("What is printed", "text", _beginning(printed.splitlines()))
    for path in case.mended:
        yield from _block(f"Fixed, `{path.name}`", "diff", _mended(case.folder / path.name, path))


def _beginning(lines: list[str]) -> list[str]:
    return lines if len(lines) <= LONGEST else [*lines[: LONGEST - 4], "…", *lines[-3:]]


def _block(title: str, language: str, lines: list[str]) -> Iterator[str]:
    fence = "```"
    while any(fence in line for line in lines):
        fence += "`"
    yield from ["", f"{title}:", "", f"{fence}{language}", *lines, fence]


def _language(path: Path) -> str:
    return {".yaml": "yaml", ".toml": "toml", ".csv": "csv"}.get(path.suffix, "text")


def _wrong(path: Path, mended: dict[str, Path]) -> list[str]:
    """Return the lines of a file that matter: those that are mended, with what stands around them."""
    if path.name.endswith(RECIPE):
        parts = json.loads(path.read_text(encoding="utf-8"))
        return [f"{times:,} × {json.dumps(text, ensure_ascii=False)}" for text, times in parts]
    old = _lines(path)
    if path.name not in mended or len(old) <= 8:
        return old
    shown: set[int] = set()
    matcher = difflib.SequenceMatcher(None, old, _lines(mended[path.name]), autojunk=False)
    for tag, start, end, _, _ in matcher.get_opcodes():
        if tag != "equal":
            shown.update(range(max(0, start - 2), min(len(old), end + 2)))
    lines: list[str] = []
    for number, line in enumerate(old):
        if number in shown:
            lines.append(line)
        elif not lines or lines[-1] != "# …":
            lines.append("# …")
    return lines


def _mended(old: Path, new: Path) -> list[str]:
    if not old.exists():
        return [f"+{line}" for line in _lines(new)]
    difference = list(difflib.unified_diff(_lines(old), _lines(new), lineterm="", n=1))[2:]
    return [line for line in difference if not line.startswith("@@")]


def _lines(path: Path) -> list[str]:
    text = path.read_bytes().decode("utf-8", "replace")
    lines = text.removesuffix("\n").split("\n")
    shown = [visible(line.rstrip("\r").replace("\t", "→   ")) for line in lines]
    return [line if len(line) <= 110 else f"{line[:109]}…" for line in shown]


if __name__ == "__main__":
    plant_missing()
