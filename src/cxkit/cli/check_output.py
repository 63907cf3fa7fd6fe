"""Where the findings of a check go: standard output or a file, and the summary page of a job.

What they look like is for `cxkit.checks.formats`.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from cxkit.cli import console
from cxkit.escape import terminal

if TYPE_CHECKING:
    from cxkit.checks.findings import Findings


class CheckFormat(StrEnum):
    """How findings are written; `auto` leaves it to the place."""

    AUTO = "auto"
    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"
    JUNIT = "junit"

    def resolved(self, environment: Mapping[str, str] = os.environ, file: str | None = None) -> CheckFormat:
        """Return the format that is meant: by the ending of the file, if there is one, or by where we run."""
        if self is not CheckFormat.AUTO:
            return self
        if file is not None:
            return _BY_ENDING.get(Path(file).suffix.lower(), CheckFormat.TEXT)
        return CheckFormat.GITHUB if _in_actions(environment) else CheckFormat.TEXT


_BY_ENDING = {".json": CheckFormat.JSON, ".sarif": CheckFormat.SARIF, ".xml": CheckFormat.JUNIT}
_FOR_PEOPLE = (CheckFormat.TEXT, CheckFormat.CONCISE)
_FOR_THE_REPOSITORY = (CheckFormat.GITHUB, CheckFormat.SARIF)


def show(
    findings: Findings,
    format_: CheckFormat,
    outputs: Sequence[str] = (),
    *,
    force: bool = False,
    environment: Mapping[str, str] = os.environ,
) -> None:
    """Print the findings, or write them to files, all or none of them, and say so on standard error.

    The format `github` also adds a table to the job's summary, where there is one. Raises
    UnwritableFile for a file that must not or cannot be written, and like `console.out`.
    """
    from cxkit.checks.formats import Format, render
    from cxkit.checks.formats.summary import summary
    from cxkit.files import write_all

    inputs = [name for name in findings.files if name != "-"]
    from_root = findings
    if _in_actions(environment):
        from_root = _from_root(findings, environment.get("GITHUB_WORKSPACE", ""))

    def text_in(chosen: CheckFormat, *, colour: bool = False, columns: int | None = None) -> str:
        named = from_root if chosen in _FOR_THE_REPOSITORY else findings
        return render(Format(chosen.value), named, colour=colour, columns=columns)

    if outputs:
        texts = {file: text_in(format_.resolved(environment, file)) for file in outputs}
        write_all({file: text.encode() for file, text in texts.items()}, force=force, inputs=inputs)
    if format_.resolved(environment, next(iter(outputs), None)) is CheckFormat.GITHUB:
        _add_to_summary(from_root, environment.get("GITHUB_STEP_SUMMARY", ""))
    if outputs:
        names = ", ".join(map(terminal, outputs))
        console.err(f"{summary(findings)} Written: {names}".lstrip())
        return
    chosen = format_.resolved(environment)
    if chosen not in _FOR_PEOPLE:
        console.out_document(io.BytesIO(text_in(chosen).encode()))
        return
    colour = console.wants_colour(sys.stdout, environment)
    if text := text_in(chosen, colour=colour, columns=console.columns(sys.stdout)):
        console.out(text.removesuffix("\n"))


def _in_actions(environment: Mapping[str, str]) -> bool:
    return environment.get("GITHUB_ACTIONS") == "true"


def _add_to_summary(findings: Findings, page: str) -> None:
    """Append the table to the job's page; a page that cannot be written costs only the table."""
    from cxkit.checks.formats.github import step_summary

    if not page:
        return
    try:
        with Path(page).open("a", encoding="utf-8", newline="\n") as opened:
            opened.write(step_summary(findings))
    except OSError as error:
        why = error.strerror or type(error).__name__
        console.err(f"cxkit: the summary of the job cannot be written to {terminal(page)} ({why}).")


def _from_root(findings: Findings, root: str) -> Findings:
    """Name the files as from the root of the repository, in whose pages the findings are shown."""
    if not root:
        return findings
    folder = Path(os.path.realpath(root))

    def name(file: str) -> str:
        path = Path(os.path.abspath(file))  # noqa: PTH100  # `..` goes away, links stay
        return path.relative_to(folder).as_posix() if file != "-" and path.is_relative_to(folder) else file

    return replace(
        findings,
        files=tuple(map(name, findings.files)),
        diagnostics=tuple(
            replace(found, file=found.file and name(found.file)) for found in findings.diagnostics
        ),
        texts={name(file): text for file, text in findings.texts.items()},
    )
