"""Check, and render as pages and as Markdown, the example folder of canvases, beside a bare import.

Each command runs by turns with a process that imports what it needs and does nothing else, so that what is
left is the work itself. After that 10, 20 and 40 copies of the folder show whether the time grows with the
number of canvases and not faster. Nothing here passes or fails: it shows.
"""

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from grade_roster import NEEDED, alternate, compare, measure

EXAMPLE = Path(__file__).parents[1] / "examples" / "kirjasto"


def imports(arguments: list[str]) -> str:
    """Return a program that imports what a command needs, and does nothing else."""
    program = [sys.executable, "-c", NEEDED, *arguments]
    said = subprocess.run(program, check=True, capture_output=True, text=True).stdout
    return "import " + said.splitlines()[-1]


def commands(folder: Path) -> dict[str, list[str]]:
    """Return the commands by what they do; pages and documents go to a folder."""
    to = {name: ["-o", f"{name}:{folder / name}/", "--force", "--quiet"] for name in ("html", "md")}
    return {
        "check": ["check", str(EXAMPLE)],
        "render as pages": ["canvas", "render", str(EXAMPLE), *to["html"]],
        "render as Markdown": ["canvas", "render", str(EXAMPLE), *to["md"]],
    }


def copies(folder: Path, count: int) -> list[str]:
    """Copy the example so many times, each into a folder that is declared a workspace; return the folders."""
    made = [folder / f"copies-{count}" / str(number) for number in range(count)]
    for one in made:
        shutil.copytree(EXAMPLE, one)
        (one / "cxkit.toml").touch()
    return [str(one) for one in made]


def main() -> None:
    """Read the options, measure and print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--pairs", type=int, default=5, help="how often each is run (default: 5)")
    asked = options.parse_args()
    cxkit = str(Path(sys.executable).with_name("cxkit"))
    count = len(list(EXAMPLE.glob("*.yaml")))
    with tempfile.TemporaryDirectory(prefix="cxkit-bench-") as name:
        folder = Path(name)
        for what, arguments in commands(folder).items():
            bare = [sys.executable, "-c", imports(arguments)]
            compare(
                f"{count} canvases: {what}",
                ("import what it needs", f"cxkit {arguments[0]}"),
                alternate(bare, [cxkit, *arguments], asked.pairs),
            )
        print("cxkit check, more and more canvases")
        for many in (10, 20, 40):
            folders = copies(folder, many)
            took = statistics.median(
                measure([cxkit, "check", *folders]).processor for _ in range(asked.pairs)
            )
            each = 1000 * took / (many * count)
            print(f"  {many * count:>6,} canvases {took:8.2f} s   {each:6.2f} ms a canvas", flush=True)


if __name__ == "__main__":
    main()
