"""`cxkit check`: what is wrong in course files, line by line."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from cxkit.cli import console
from cxkit.cli.endings import Exit
from cxkit.escape import terminal


class CheckFormat(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    CONCISE = "concise"


def check(
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE...", help="Course files; - is standard input.", show_default=False),
    ],
    format_: Annotated[
        CheckFormat,
        typer.Option("--format", help="text shows the line and what to do; concise is one line a finding."),
    ] = CheckFormat.TEXT,
) -> None:
    """Check course files: structure, rules and worked cases.

    Examples:

    \b
      cxkit check course.yaml
      cxkit check courses/*.yaml --format concise
    """
    from cxkit.checks.runner import check_course
    from cxkit.documents.diagnostics import UnreadableFile, has_errors, in_order

    checked, unreadable = [], []
    for file in dict.fromkeys(files):
        try:
            checked.append(check_course(file, stream=console.standard_input() if file == "-" else None))
        except UnreadableFile as error:
            unreadable.append(error)
    found = in_order(diagnostic for one in checked for diagnostic in one.diagnostics)
    texts = {one.file: one.document.text for one in checked if one.document is not None}
    console.diagnostics(found, sys.stdout, concise=format_ is CheckFormat.CONCISE, texts=texts)
    for why in unreadable:
        console.err(f"cxkit: {terminal(str(why))}")
    if format_ is CheckFormat.TEXT and checked:
        console.out(_summary(len(checked), sum(has_errors(one.diagnostics) for one in checked)))
    if unreadable:
        raise typer.Exit(Exit.USAGE)
    if has_errors(found):
        raise typer.Exit(Exit.FINDINGS)


def _summary(files: int, faulty: int) -> str:
    checked = "1 file checked" if files == 1 else f"{files} files checked"
    if not faulty:
        return f"{checked}: no errors."
    return f"{checked}: errors in {faulty}." if files > 1 else f"{checked}: it has errors."
