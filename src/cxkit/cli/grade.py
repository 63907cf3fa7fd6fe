"""`cxkit grade`: the grades of a roster, as a table for people or as files."""

from __future__ import annotations

import sys
from tempfile import SpooledTemporaryFile
from typing import Annotated

import typer

from cxkit.cli import console
from cxkit.cli.languages import Language
from cxkit.cli.outputs import ReportFormat, outputs

IN_MEMORY = 1 << 26
"""How many bytes of a document to print are held in memory before they go to a temporary file."""


def grade(
    roster: Annotated[
        str, typer.Argument(metavar="ROSTER", help="The gradebook export; - is standard input.")
    ],
    course: Annotated[
        str | None,
        typer.Option(
            "--course", metavar="FILE", help="The course file; default: the only one beside the roster."
        ),
    ] = None,
    output: Annotated[
        list[str] | None,
        typer.Option(
            "-o",
            "--output",
            metavar="[FORMAT:]FILE",
            help="Write csv, json or md, by the ending; may repeat.",
        ),
    ] = None,
    format_: Annotated[
        ReportFormat | None, typer.Option("--format", help="Print this instead of the table.")
    ] = None,
    lang: Annotated[
        Language | None, typer.Option("--lang", help="Language of table and report; default: the course's.")
    ] = None,
    delimiter: Annotated[
        str | None,
        typer.Option("--delimiter", metavar="C", help="What separates the columns; default: found."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace files that exist.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print no summary and no progress.")] = False,
) -> None:
    """Grade a roster by a course file.

    Examples:

    \b
      cxkit grade gradebook.csv --course course.yaml
      cxkit grade gradebook.csv -o grades.csv -o report.md
      cxkit grade gradebook.csv --format json > grades.json
    """
    from cxkit.cli.grade_output import Results, Sink, summary
    from cxkit.cli.grading_run import failed_tests, load_engine, open_roster, planned_course
    from cxkit.cli.languages import report_language
    from cxkit.files import check_targets, writes
    from cxkit.locale import Texts

    targets = outputs(output or [])
    planned = planned_course(course, roster)
    plan = planned.plan
    texts = Texts(report_language(lang, plan.course.language))
    files = [target.file for target in targets]
    inputs = [file for file in (roster, planned.file) if file != "-"]
    check_targets(files, force=force, inputs=inputs)
    load_engine()
    with SpooledTemporaryFile(max_size=IN_MEMORY) as printed:
        with (
            console.Progress(quiet=quiet) as progress,
            writes(files, force=force, inputs=inputs) as handles,
        ):
            opened = open_roster(roster, planned, delimiter=delimiter, progress=progress)
            results = Results(plan, opened, texts)
            sinks: list[Sink] = [
                (target.format, handle) for target, handle in zip(targets, handles, strict=True)
            ]
            if format_ is not None:
                sinks.append((format_, printed))
            derivations = results.write(sinks, keep=not sinks)
        console.diagnostics(
            [*failed_tests(planned), *opened.diagnostics],
            sys.stderr,
            texts={planned.file: planned.document.text},
        )
        if format_ is not None:
            console.out_document(printed)
    if not sinks:
        from cxkit.report.terminal_table import table

        console.out("\n".join(table(plan, derivations, texts, console.paper())))
    elif files and not quiet:
        (console.err if format_ is not None else console.out)(summary(results.statuses, files, texts))
