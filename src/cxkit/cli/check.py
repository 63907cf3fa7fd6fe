"""`cxkit check`: what is wrong in the files of a project, line by line."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

import typer

from cxkit.cli import console
from cxkit.cli.check_output import CheckFormat, show
from cxkit.cli.day import today
from cxkit.cli.endings import Exit
from cxkit.cli.suggestions import rule_lists
from cxkit.escape import terminal

if TYPE_CHECKING:
    from cxkit.checks.run import Wishes


def check(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH",
            help="Files, and folders to look through; - is standard input. Without any, this folder.",
            show_default=False,
        ),
    ] = None,
    format_: Annotated[
        CheckFormat,
        typer.Option(
            "--format",
            case_sensitive=False,
            help="How findings are written; auto is github in a GitHub job, else text; -o: by its ending.",
        ),
    ] = CheckFormat.AUTO,
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write the findings to a file: .json, .sarif, .xml (junit), else text; may repeat.",
            show_default=False,
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the output file if it exists.")] = False,
    select: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CODES",
            help="Only these rules, by code, beginning of a code or name, such as CX1 or CX101,CX103.",
            show_default=False,
            autocompletion=rule_lists,
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CODES",
            help="Not these rules, named as for --select.",
            show_default=False,
            autocompletion=rule_lists,
        ),
    ] = None,
    strict: Annotated[
        bool | None,
        typer.Option("--strict/--no-strict", help="Fail at warnings, too.", show_default=False),
    ] = None,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found in the files.")
    ] = False,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--kind", metavar="FILE", help="A kind of canvas of your own; may repeat.", show_default=False
        ),
    ] = None,
    stdin_filename: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="The file that standard input stands for."),
    ] = None,
) -> None:
    """Check course files and canvases: structure, rules, worked cases.

    Examples:

    \b
      cxkit check
      cxkit check course.yaml
      cxkit check journey.yaml
      cxkit check courses --strict -o findings.sarif
      cxkit check --stdin-filename courses/cx.yaml - < draft.yaml
    """
    from cxkit.checks.run import STANDARD_INPUT, StandardInput, Wishes, run
    from cxkit.files import check_targets

    named = paths or ["."]
    outputs = output or []
    if STANDARD_INPUT in outputs:
        raise console.CommandError("-o -: -o writes a file; without it the findings go to standard output.")
    check_targets(outputs, force=force)
    wishes = Wishes(
        _codes("--select", select), _codes("--ignore", ignore), strict, today(), _kind_files(kind or [])
    )
    _refuse_rules_as_paths(wishes, named)
    given = None
    if STANDARD_INPUT in named:
        given = StandardInput(console.standard_input(), stdin_filename or STANDARD_INPUT)
    elif stdin_filename is not None:
        raise console.CommandError("--stdin-filename names standard input: give - as the file to check.")
    findings = run(named, wishes, given)
    try:
        show(findings, format_, outputs, force=force)
    except BrokenPipeError:  # nobody reads on, but what was found is known
        console.discard_output()
    for why in findings.unreadable:
        console.err(f"cxkit: {terminal(why)}")
    if findings.unreadable:
        raise typer.Exit(Exit.USAGE)
    if findings.failing and not exit_zero:
        raise typer.Exit(Exit.FINDINGS)


def _kind_files(files: list[str]) -> tuple[str, ...]:
    """Return the files of kinds that are named; raises CommandError for one that is not there."""
    for file in files:
        if not os.path.isfile(file):  # noqa: PTH113
            raise console.CommandError(f"--kind {file}: there is no such file.")
    return tuple(os.path.normpath(file) for file in files)


def _codes(option: str, texts: list[str] | None) -> tuple[str, ...] | None:
    """Take the values of an option apart; raises CommandError for what stands for no rule of use there."""
    if texts is None:
        return None
    from cxkit.checks.selection import meant, why_none, why_not_left_out

    words = [word.strip() for text in texts for word in text.split(",") if word.strip()]
    if not words and option == "--select":
        raise console.CommandError(f"{option} names no rule: give codes, such as CX1 or CX101,CX103.")
    codes = []
    for word in words:
        code = meant(word)
        out = option == "--ignore"
        why = why_none(word, to_leave_out=out) if code is None else why_not_left_out(code) if out else None
        if why is not None:
            raise console.CommandError(f"{option} {word}: {why}")
        codes.append(code or word)
    return tuple(codes)


def _refuse_rules_as_paths(wishes: Wishes, paths: list[str]) -> None:
    """Raise CommandError when a path is the code or name of a rule, and no file: a comma is missing."""
    from cxkit.checks.selection import meant
    from cxkit.documents.nearness import either

    lists = {"--select": wishes.select, "--ignore": wishes.ignore}
    asked = [(option, codes) for option, codes in lists.items() if codes is not None]
    for path in paths if asked else ():
        code = meant(path)
        if code is not None and not os.path.lexists(path):
            examples = [f"{option} {','.join([*codes, code])}" for option, codes in asked]
            raise console.CommandError(
                f"`{path}` is taken as a file, for codes have commas between them: {either(examples)}."
            )
