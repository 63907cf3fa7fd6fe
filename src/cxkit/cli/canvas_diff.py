"""`cxkit canvas diff`: what changed between two versions of a canvas."""

from __future__ import annotations

import os
import re
import shlex
import sys
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cxkit.cli import console
from cxkit.cli.canvas_options import OwnKinds, Shown
from cxkit.cli.languages import Language, report_language

if TYPE_CHECKING:
    from cxkit.canvas.load import Kinds
    from cxkit.cli.canvas_versions import Version
    from cxkit.report.canvas.diff_text import Comparison


_IN_GIT = re.compile(r"([^:\\]{2,}):([^:]+)")  # two letters at least before the colon: one is a drive


class DiffFormat(StrEnum):
    """How the differences are told."""

    TEXT = "text"
    JSON = "json"


def diff(
    before: Annotated[str, typer.Argument(metavar="BEFORE", help="The earlier version; may be a pipe.")],
    after: Annotated[str, typer.Argument(metavar="AFTER", help="The later version.")],
    format_: Annotated[DiffFormat, typer.Option("--format", help="Words, or JSON.")] = DiffFormat.TEXT,
    lang: Shown = None,
    kind: OwnKinds = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="End with 1 when the canvases differ, with 0 when not.")
    ] = False,
) -> None:
    """Tell in words what changed between two versions of a canvas, and which findings came and went.

    Examples:

    \b
      cxkit canvas diff old/journey.yaml journey.yaml
      cxkit canvas diff <(git show HEAD:./journey.yaml) journey.yaml
      cxkit canvas diff old.yaml new.yaml --format json
    """
    from cxkit.report.canvas.diff_json import diff_json
    from cxkit.report.canvas.diff_text import diff_text

    if console.STANDARD_INPUT == before == after:
        raise console.CommandError("Only one of the two can be read from standard input.")
    comparison = _compared(before, after, lang, kind or [])
    told = diff_text(comparison) if format_ is DiffFormat.TEXT else diff_json(comparison, before, after)
    console.out_document(BytesIO(told.encode()))
    if exit_code and comparison.changes:
        raise typer.Exit(1)


def _compared(before: str, after: str, lang: Language | None, named: list[Path]) -> Comparison:
    """Read and compare; raises CommandError when the two are of different kinds."""
    from cxkit.canvas.diff import changes
    from cxkit.cli.canvas_reading import kinds_for
    from cxkit.cli.canvas_versions import Versions
    from cxkit.documents.kinds import WHAT_KINDS_ARE
    from cxkit.locale.texts import Texts
    from cxkit.report.canvas.diff_text import Comparison
    from cxkit.report.canvas.view import View

    home = next((one for one in (after, before) if Path(one).is_file()), None)
    kinds = kinds_for(home or ".", named)
    versions = Versions(home, _read(before, kinds, home), _read(after, kinds, home), kinds)
    old, new = versions.before.canvas, versions.after.canvas
    if old.kind != new.kind:
        what = [WHAT_KINDS_ARE.get(one.kind, f"of the kind `{one.kind}`") for one in (old, new)]
        raise console.CommandError(
            f"{before} is {what[0]}, and {after} {what[1]}; only versions of one canvas can be compared."
        )
    texts = Texts(report_language(lang, new.language or ""))
    view = View(new, kinds.kind(new.kind), texts, versions.around(versions.after))
    opened, closed = versions.came_and_went()
    return Comparison(old, view, changes(old, new), opened, closed)


def _read(file: str, kinds: Kinds, home: str | None) -> Version:
    """Read a version once, for it may be a pipe; what is wrong in it is said, and ends the command.

    Raises UnreadableFile, which for the name of a version in git says how it is given, and CommandError for
    a pipe with nothing in it. ``home`` is the other version where it is a file, or this one.
    """
    from cxkit.canvas.load import load_canvas_text
    from cxkit.cli.canvas_versions import Version
    from cxkit.documents.diagnostics import UnreadableFile
    from cxkit.documents.source import read_text

    stream = console.standard_input() if file == console.STANDARD_INPUT else None
    try:
        text = read_text(file, stream=stream)
    except UnreadableFile as error:
        named = _IN_GIT.fullmatch(file)
        if named and not os.path.lexists(file):
            place = _in_this_folder(named[2]) if Path(named[2]).is_file() else named[2]
            version = f"{named[1]}:{shlex.quote(place)}"
            said = f"{file}: there is no such file; a version in git is given as `<(git show {version})`."
            raise UnreadableFile(said) from error
        raise
    if not text.strip() and (stream is not None or not Path(file).is_file()):
        what = "Standard input" if stream is not None else file
        version = f"HEAD:{shlex.quote(_in_this_folder(home or 'journey.yaml'))}"
        raise console.CommandError(
            f"{what} is empty: the command before it gave nothing. Of git, ask `git show {version}`."
        )
    loaded = load_canvas_text(text, file=file, kinds=kinds)
    if loaded.model is None:
        console.diagnostics(loaded.diagnostics, sys.stderr, texts={file: text})
        raise typer.Exit(1)
    return Version(file, text, loaded.model)


def _in_this_folder(file: str) -> str:
    """Return a name as git wants it: without `./` it would look from the top of the repository."""
    try:
        place = os.path.relpath(file)
    except ValueError:  # on another drive
        return file
    return f"./{Path(place).as_posix()}"
