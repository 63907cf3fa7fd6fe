"""Grade a million students of the first example course, beside a bare copy of the same file.

Both run as processes of their own, by turns, so that whatever else the machine does falls on both
alike; the ratio of each pair is taken and the median shown. After that, a class of 25 beside a
process that only imports what grading needs. Nothing here passes or fails: it shows.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from students import COURSE, write_roster

COPY = """
import sys, polars
polars.scan_csv(sys.argv[1], infer_schema=False).sink_csv(sys.argv[2])
"""
NEEDED = """
import sys
from cxkit.cli.app import main
if main(sys.argv[1:]):
    sys.exit("the class could not be graded")
libraries = {"babel", "jinja2", "polars", "pydantic", "rich", "typer", "yaml"}
print(", ".join(name for name in sys.modules if name in libraries or name.split(".")[0] == "cxkit"))
"""


@dataclass(frozen=True, slots=True)
class Run:
    """One finished process: wall time and processor time in seconds, highest memory in MB."""

    wall: float
    processor: float
    memory: float


def measure(command: list[str]) -> Run:
    """Run a command to its end and return what it took; a failing command ends the benchmark."""
    began = time.perf_counter()
    null = os.open(os.devnull, os.O_WRONLY)
    child = os.posix_spawn(
        command[0], command, os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, null, sys.stdout.fileno())]
    )
    _, status, used = os.wait4(child, 0)
    wall = time.perf_counter() - began
    os.close(null)
    if status:
        raise SystemExit(f"exit status {os.waitstatus_to_exitcode(status)}: {' '.join(command)}")
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / unit)


def alternate(first: list[str], second: list[str], pairs: int) -> tuple[list[Run], list[Run]]:
    """Run two commands by turns, each pair in the other order than the one before it."""
    runs: tuple[list[Run], list[Run]] = ([], [])
    for pair in range(pairs):
        for which in (0, 1) if pair % 2 == 0 else (1, 0):
            runs[which].append(measure((first, second)[which]))
    return runs


def describe(name: str, runs: Sequence[Run]) -> str:
    """Return one line of the result: medians, and the highest memory of all runs."""
    wall = statistics.median(run.wall for run in runs)
    processor = statistics.median(run.processor for run in runs)
    memory = max(run.memory for run in runs)
    return f"  {name:<28}{wall:8.2f} s {processor:8.2f} s {memory:8.0f} MB"


def compare(title: str, names: tuple[str, str], runs: tuple[list[Run], list[Run]]) -> None:
    """Print two commands side by side and the median of their pairs' ratios."""
    ratios = sorted(second.wall / first.wall for first, second in zip(*runs, strict=True))
    print(title)
    print(f"  {'':<28}{'wall':>10} {'processor':>10} {'memory':>11}")
    for name, taken in zip(names, runs, strict=True):
        print(describe(name, taken))
    print(f"  ratio of {len(ratios)} pairs: median {statistics.median(ratios):.2f}, ", end="")
    print(f"from {ratios[0]:.2f} to {ratios[-1]:.2f}\n", flush=True)


def imports(arguments: list[str]) -> str:
    """Return a program that imports what a command needs, and does nothing else."""
    program = [sys.executable, "-c", NEEDED, *arguments]
    return "import " + subprocess.run(program, check=True, capture_output=True, text=True).stdout.strip()


def main() -> None:
    """Read the options, write the rosters, measure and print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--students", type=int, default=1_000_000, help="default: a million")
    options.add_argument("--pairs", type=int, default=5, help="how often each is run (default: 5)")
    options.add_argument("--quoted", action="store_true", help="quote every cell of the roster")
    asked = options.parse_args()
    python = sys.executable
    cxkit = str(Path(python).with_name("cxkit"))
    with tempfile.TemporaryDirectory(prefix="cxkit-bench-") as folder:
        many, few, copied, graded = (
            str(Path(folder) / name) for name in ("many.csv", "few.csv", "copy", "out")
        )
        write_roster(Path(many), asked.students, quoted=asked.quoted)
        write_roster(Path(few), 25, quoted=asked.quoted)
        size = Path(many).stat().st_size / 1e6
        copy = [python, "-c", COPY, many, copied]
        output = ["--course", str(COURSE), "--quiet", "--force", "-o", f"csv:{graded}"]
        compare(
            f"{asked.students:,} students, {size:.0f} MB, CSV to CSV",
            ("copy with Polars", "cxkit grade"),
            alternate(copy, [cxkit, "grade", many, *output], asked.pairs),
        )
        compare(
            "25 students",
            ("import what it needs", "cxkit grade"),
            alternate(
                [python, "-c", imports(["grade", few, *output])],
                [cxkit, "grade", few, *output],
                max(asked.pairs, 5),
            ),
        )


if __name__ == "__main__":
    main()
