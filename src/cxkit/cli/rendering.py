"""One run of `cxkit canvas render`: canvases read, written in every format that was asked for, and again."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from cxkit.cli import console
from cxkit.cli.canvas_outputs import (
    Job,
    Source,
    jobs,
    refuse_files_as_folders,
    refuse_what_there_is_not,
)
from cxkit.cli.canvas_reading import Reader
from cxkit.cli.languages import Language
from cxkit.escape import terminal
from cxkit.files import UnwritableFile, check_targets, write_all

if TYPE_CHECKING:
    from cxkit.canvas.part import CanvasDocument
    from cxkit.report.canvas.formats import CanvasFormat
    from cxkit.report.canvas.tokens import ThemeName
    from cxkit.report.canvas.view import View

    Views = dict[Source, View[CanvasDocument]]


@dataclass(frozen=True, slots=True)
class Wishes:
    """How canvases are to be written: language, colours, more fonts, files of the user's own kinds."""

    language: Language | None = None
    theme: ThemeName = "light"
    fonts: tuple[Path, ...] = ()
    kinds: tuple[Path, ...] = ()


class Rendering:
    """The canvases and outputs of one command line; they can be written again after a change."""

    def __init__(self, paths: Sequence[str], outputs: Sequence[str], wishes: Wishes) -> None:
        self._paths, self._outputs, self._wishes = paths, outputs, wishes
        self._said: dict[tuple[str, str], None] = {}

    def print(self, format_: CanvasFormat) -> None:
        """Print the one canvas in a format; raises CommandError when there are several."""
        views = self._views()
        if len(views) != 1:
            message = f"--format prints one canvas, and these are {len(views)}; write them with -o."
            raise console.CommandError(message)
        ((source, view),) = views.items()
        job = Job(source, format_, Path())
        refuse_what_there_is_not([job])
        content = self._content(job, view)
        self._say_what_is_otherwise()
        console.out_document(BytesIO(content))

    def write(self, *, force: bool, quiet: bool) -> None:
        """Write every output, all or none; raises what `Reader.views`, `jobs` and `write_all` do."""
        views = self._views()
        found, folders = jobs(list(views), self._outputs)
        refuse_what_there_is_not(found)
        missing = _missing(folders)
        inputs: list[str | Path] = [source.file for source in views]
        inputs += [*self._wishes.kinds, *self._wishes.fonts]
        there = [job.target for job in found if job.target.parent not in missing]
        for target in there:
            refuse_files_as_folders(target)
        check_targets(there, force=force, inputs=inputs)
        contents: dict[str | Path, bytes] = {
            job.target: self._content(job, views[job.source]) for job in found
        }
        self._say_what_is_otherwise()
        _make(missing)
        write_all(contents, force=force, inputs=inputs)
        if not quiet:
            console.err("Written: " + ", ".join(terminal(str(job.target)) for job in found))

    def keep_writing(self, *, quiet: bool) -> None:
        """Write everything again after each change of a canvas beside it, until an interrupt."""
        from cxkit.cli.endings import say
        from cxkit.cli.watching import changes
        from cxkit.documents.diagnostics import Refused, UnreadableFile

        console.err("Watching for changes; Ctrl-C ends it.")
        with suppress(KeyboardInterrupt):  # the usual end
            for _ in changes(self._watched):
                try:
                    self.write(force=True, quiet=quiet)
                except (Refused, UnreadableFile, UnwritableFile, console.CommandError) as error:
                    say(error)

    def _watched(self) -> list[str]:
        """Return the files and folders in which a change matters."""
        folders = {str(Path(path).parent) if not Path(path).is_dir() else path for path in self._paths}
        return [*sorted(folders), *map(str, (*self._wishes.kinds, *self._wishes.fonts))]

    def _views(self) -> Views:
        reader = Reader(self._wishes.kinds)
        sources = self._sources(reader)
        views = reader.views([one.file for one in sources], self._wishes.language)
        return dict(zip(sources, views, strict=True))

    def _sources(self, reader: Reader) -> list[Source]:
        """Return the canvases that were named or found; raises CommandError when a folder has none."""
        from cxkit.checks.walk import targets

        found = targets(self._paths)
        if found.unreadable:
            raise console.CommandError(found.unreadable[0])
        sources = [
            Source(one.file, kind, one.named)
            for one in found.files
            if (kind := _kind_of(one.file, reader, named=one.named)) is not None
        ]
        if not sources:
            folders = ", ".join(f"`{terminal(one)}`" for one in found.folders)
            raise console.CommandError(f"There is no canvas in {folders}.")
        return sources

    def _content(self, job: Job, view: View[CanvasDocument]) -> bytes:
        from cxkit.report.canvas.formats import NotRendered, rendered

        try:
            found = rendered(view, job.format, theme=self._wishes.theme, fonts=self._wishes.fonts)
        except NotRendered as error:
            raise console.CommandError(f"{job.source.file}: {error}.") from error
        self._said |= dict.fromkeys((job.source.file, message) for message in found.messages)
        return found.content

    def _say_what_is_otherwise(self) -> None:
        """Say once of each canvas what did not come out as it was written, in however many formats."""
        for file, message in self._said:
            console.err(f"{terminal(file)}: {terminal(message)}")
        self._said.clear()


def _kind_of(file: str, reader: Reader, *, named: bool) -> str | None:
    """Return the kind that a file names, or None for a found file that is no canvas.

    A kind that is nearly one of a canvas is returned as it is, so that its reading is refused.
    """
    from cxkit.documents.diagnostics import Refused, UnreadableFile
    from cxkit.documents.kinds import kind_in, nearest_kind, seems_ours
    from cxkit.documents.source import read_text

    try:
        text = read_text(file)
    except (UnreadableFile, Refused):
        if named:
            raise
        return None
    kind, known = kind_in(text), reader.kinds_for(file).names
    if named or kind in known:
        return kind or ""
    meant = seems_ours(text) if kind is None else nearest_kind(kind) in known
    return kind or "" if meant else None


def _missing(folders: Sequence[Path]) -> set[Path]:
    """Return the folders that have to be made; what is a file there is refused."""
    for folder in folders:
        if folder.exists() and not folder.is_dir():
            raise UnwritableFile(f"{folder} is a file; name a folder.")
        refuse_files_as_folders(folder)
    return {folder for folder in folders if not folder.exists()}


def _make(folders: set[Path]) -> None:
    for folder in sorted(folders):
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise UnwritableFile(f"{folder} cannot be made: {reason}.") from error
