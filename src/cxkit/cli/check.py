"""`cxkit check`: what is wrong in the files of a project, line by line."""

from __future__ import annotations

from typing import Annotated

import typer

from cxkit.cli import console
from cxkit.cli.check_output import CheckFormat, show
from cxkit.cli.endings import Exit
from cxkit.cli.suggestions import code_lists
from cxkit.escape import terminal


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
        typer.Option("--format", help="How findings are written; auto is github in a GitHub job, else text."),
    ] = CheckFormat.AUTO,
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write the findings to a file.", show_default=False
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the output file if it exists.")] = False,
    select: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CODES",
            help="Only these rules, by code or beginning of a code, such as CX1 or CX101,CX103.",
            show_default=False,
            autocompletion=code_lists,
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CODES",
            help="Not these rules, named as for --select.",
            show_default=False,
            autocompletion=code_lists,
        ),
    ] = None,
    strict: Annotated[
        bool | None,
        typer.Option("--strict/--no-strict", help="Fail at warnings, too.", show_default=False),
    ] = None,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found in the files.")
    ] = False,
    stdin_filename: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="The file that standard input stands for."),
    ] = None,
) -> None:
    """Check course files: structure, rules and worked cases.

    Examples:

    \b
      cxkit check
      cxkit check course.yaml
      cxkit check courses --strict --format sarif -o findings.sarif
      cxkit check --stdin-filename courses/cx.yaml - < draft.yaml
    """
    from cxkit.checks.run import STANDARD_INPUT, StandardInput, Wishes, run
    from cxkit.files import check_targets

    named = paths or ["."]
    if output == STANDARD_INPUT:
        raise console.CommandError("-o -: -o writes a file; without it the findings go to standard output.")
    if output is not None:
        check_targets([output], force=force)
    wishes = Wishes(_codes("--select", select), _codes("--ignore", ignore), strict)
    given = None
    if STANDARD_INPUT in named:
        given = StandardInput(console.standard_input(), stdin_filename or STANDARD_INPUT)
    elif stdin_filename is not None:
        raise console.CommandError("--stdin-filename names standard input: give - as the file to check.")
    findings = run(named, wishes, given)
    show(findings, format_, output, force=force)
    for why in findings.unreadable:
        console.err(f"cxkit: {terminal(why)}")
    if findings.unreadable:
        raise typer.Exit(Exit.USAGE)
    if findings.failing and not exit_zero:
        raise typer.Exit(Exit.FINDINGS)


def _codes(option: str, texts: list[str] | None) -> tuple[str, ...] | None:
    """Take the values of an option apart; raises CommandError for what is the code of no rule."""
    if texts is None:
        return None
    from cxkit.checks.selection import why_no_code

    codes = [code.strip() for text in texts for code in text.split(",") if code.strip()]
    for code in codes:
        why = why_no_code(code)
        if why is not None:
            raise console.CommandError(f"{option} {code}: {why}")
    return tuple(codes)
