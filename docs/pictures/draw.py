"""Draw the pictures of the documentation from what cxkit prints today.

A picture is an SVG without any address in it; those of a terminal use the reader's own fonts. A test
compares the files with what this script draws; `make pictures` writes them again.
"""

import os
import pty
import re
import subprocess
import sys
import termios
from collections.abc import Iterator
from contextlib import suppress
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import DEFAULT_TERMINAL_THEME
from rich.text import Text

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
WIDTH = 110

COMMANDS = {
    "grade.svg": ["grade", "arviointilista.csv", "--course", "course.yaml", "--lang", "en"],
    "explain.svg": ["explain", "arviointilista.csv", "a2100008", "--course", "course.yaml", "--lang", "en"],
}

CANVASES = {"journey.svg": ["canvas", "render", "ydinpolku.yaml", "--format", "svg", "--lang", "en"]}
"""What `cxkit canvas render` prints in the folder of example canvases, taken as it is."""

STYLE = {"Fira Code": "ui-monospace, Menlo, Consolas", "rgba(255,255,255,0.35)": "#999999"}
"""What Rich's SVG has, and what stands there instead: fonts of the system, a frame that shows on white."""


def shown(arguments: list[str]) -> str:
    """Return what a command prints beside the first example on a terminal of a fixed width."""
    reader, terminal = pty.openpty()
    termios.tcsetwinsize(terminal, (50, WIDTH))
    surroundings = {"COLUMNS": str(WIDTH), "TERM": "xterm-256color", "PYTHONUTF8": "1"}
    with subprocess.Popen(
        [sys.executable, "-m", "cxkit", *arguments],
        cwd=ROOT / "examples" / "asiakaspolku",
        env={**without_colour_wishes(), **surroundings},
        stdout=terminal,
        stderr=subprocess.PIPE,
    ) as process:
        os.close(terminal)
        printed = b"".join(pieces(reader))
        _, said = process.communicate()
    if process.returncode:
        raise RuntimeError(said.decode())
    return printed.decode().replace("\r\n", "\n")


def without_colour_wishes() -> dict[str, str]:
    """Return the environment without what switches colour on or off."""
    return {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "FORCE_COLOR"}}


def pieces(reader: int) -> Iterator[bytes]:
    """Yield what comes out of a terminal until its last user has gone."""
    with os.fdopen(reader, "rb", buffering=0) as stream, suppress(OSError):
        while piece := stream.read(65536):
            yield piece


def drawn(name: str, arguments: list[str]) -> str:
    """Return one picture as SVG text; the same for the same output."""
    console = Console(
        record=True, width=WIDTH, file=StringIO(), force_terminal=True, color_system="truecolor"
    )
    command = " ".join(["cxkit", *arguments])
    console.print(Text.from_ansi(shown(arguments)))
    svg = console.export_svg(title=command, theme=DEFAULT_TERMINAL_THEME, unique_id=name.removesuffix(".svg"))
    svg = re.sub(r"\s*(@font-face \{.*?\n    \}|<!--.*?-->)", "", svg, flags=re.DOTALL)
    for old, new in STYLE.items():
        svg = svg.replace(old, new)
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"


def rendered(arguments: list[str]) -> str:
    """Return what a command prints beside the example canvases."""
    done = subprocess.run(
        [sys.executable, "-m", "cxkit", *arguments],
        cwd=ROOT / "examples" / "kirjasto",
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    return done.stdout


def pictures() -> dict[str, str]:
    """Return every picture by the name of its file."""
    shown_on_a_terminal = {name: drawn(name, arguments) for name, arguments in COMMANDS.items()}
    return shown_on_a_terminal | {name: rendered(arguments) for name, arguments in CANVASES.items()}


def main() -> None:
    """Write the pictures beside this script."""
    for name, svg in pictures().items():
        (HERE / name).write_text(svg, encoding="utf-8")
        print(f"docs/pictures/{name}")


if __name__ == "__main__":
    main()
