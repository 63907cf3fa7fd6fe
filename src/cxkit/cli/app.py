"""The program `cxkit`: its commands by name, its help, its version.

Each command stands in a file of its own; how it ends stands in `endings`.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from cxkit import __version__
from cxkit.cli import canvas, console
from cxkit.cli.check import check
from cxkit.cli.completion import answer, asked, completion
from cxkit.cli.course import new_course_file
from cxkit.cli.endings import run
from cxkit.cli.explain import explain
from cxkit.cli.grade import grade
from cxkit.cli.help_pages import CommandHelp, GroupHelp
from cxkit.cli.rule import rule
from cxkit.cli.schema import schema

HELP = """Grade courses exactly, and keep customer-experience canvases as code.

Examples:

\b
  cxkit course new course.yaml --from-roster gradebook.csv
  cxkit check course.yaml
  cxkit grade gradebook.csv --course course.yaml
  cxkit grade gradebook.csv --course course.yaml -o grades.csv -o report.md
  cxkit explain gradebook.csv a2000001 --course course.yaml
"""

COURSE_HELP = """Begin a new course file.

Examples:

\b
  cxkit course new course.yaml
  cxkit course new course.yaml --from-roster gradebook.csv --lang fi
"""

SETTINGS = {"help_option_names": ["-h", "--help"]}


def _typer(help_: str) -> typer.Typer:
    return typer.Typer(
        cls=GroupHelp,
        help=help_,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=False,
        invoke_without_command=True,
        context_settings=SETTINGS,
    )


app = _typer(HELP)
course_app = _typer(COURSE_HELP)
canvas_app = _typer(canvas.HELP)


def _print_version(wanted: bool) -> None:
    if wanted:
        console.out(f"cxkit {__version__}")
        raise typer.Exit


def _print_help(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        console.out(context.get_help())


@app.callback()
def start(
    context: typer.Context,
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit."),
    ] = False,
) -> None:
    """Show the help when no command is given."""
    _print_help(context)


@canvas_app.callback()
@course_app.callback()
def start_group(context: typer.Context) -> None:
    """Show the help when no command is given."""
    _print_help(context)


for command in (grade, explain, check, rule, schema, completion):
    app.command(cls=CommandHelp, context_settings=SETTINGS)(command)
app.add_typer(course_app, name="course")
course_app.command("new", cls=CommandHelp, context_settings=SETTINGS)(new_course_file)
app.add_typer(canvas_app, name="canvas")
for word, canvas_command in canvas.COMMANDS.items():
    canvas_app.command(word, cls=CommandHelp, context_settings=SETTINGS)(canvas_command)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status; ``arguments`` default to the process's own."""
    console.prepare()
    if arguments is None and asked():
        return answer(app)
    return run(app, sys.argv[1:] if arguments is None else arguments)
