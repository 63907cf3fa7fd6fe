"""Where drawn canvases go: which file is made of which canvas, in one file each or into a folder."""

from __future__ import annotations

import os
import shlex
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cxkit.cli.console import CommandError
from cxkit.cli.outputs import Choice
from cxkit.report.canvas.formats import ENDINGS, OF_JOURNEYS, CanvasFormat, has_format

CANVASES = Choice(CanvasFormat, "journey", ENDINGS)


@dataclass(frozen=True, slots=True)
class Source:
    """A canvas to draw: its file, its kind by name, and whether it was named or found in a named folder."""

    file: str
    kind: str
    named: bool


@dataclass(frozen=True, slots=True)
class Job:
    """One file to write: of which source, in which format."""

    source: Source
    format: CanvasFormat
    target: Path


def jobs(sources: Sequence[Source], outputs: Sequence[str]) -> tuple[list[Job], list[Path]]:
    """Return what is to be written, and the folders that it goes to; raises CommandError.

    ``outputs`` are the values of `-o`: a file for one canvas, a folder for any number of them. Into a folder
    goes HTML unless another format stands in front. A journey's format passes over canvases of other kinds
    that were found in a folder.
    """
    found: list[Job] = []
    folders: list[Path] = []
    for text in outputs:
        format_, file = CANVASES.named(text)
        if _is_folder(file, CANVASES.endings_known if format_ is None else ()):
            folders.append(Path(file))
            found += _into_folder(sources, format_ or CanvasFormat.HTML, Path(file))
        else:
            _refuse_folder_without_its_sign(sources, file, text)
            output = CANVASES.output(text)
            source = _only(sources, output.format, text)
            found.append(Job(source, output.format, output.file))
    _refuse_one_name_for_two(found)
    return found, folders


def _is_folder(file: str, endings: Container[str]) -> bool:
    """Tell whether a folder is meant: not by the name of a file with one of the ``endings``."""
    separators = tuple(filter(None, (os.sep, os.altsep)))
    named_as_file = Path(file).suffix.lower().removeprefix(".") in endings
    return file.endswith(separators) or (Path(file).is_dir() and not named_as_file)


def _refuse_folder_without_its_sign(sources: Sequence[Source], file: str, text: str) -> None:
    """Refuse a name without an ending for several canvases: a folder is meant that is not there yet."""
    if len(sources) > 1 and file in set(CanvasFormat):
        raise CommandError(f"-o {text}: name a folder after the format, such as `-o {text}:pages/`.")
    if len(sources) > 1 and not Path(file).suffix:
        raise CommandError(
            f"-o {text}: there is no folder `{file}`; end its name with / and it is made: "
            f"`-o {shlex.quote(f'{text}/')}`."
        )


def _only(sources: Sequence[Source], format_: CanvasFormat, text: str) -> Source:
    """Return the one canvas that a file can be made of."""
    fitting = [one for one in sources if one.named or has_format(one.kind, format_)]
    if len(fitting) == 1:
        return fitting[0]
    if not fitting:
        raise CommandError(f"-o {text}: none of the canvases is a journey, and only those have {format_}.")
    folder = shlex.quote(f"{format_}:{Path(text).parent.joinpath('canvases').as_posix()}/")
    raise CommandError(
        f"-o {text}: {len(fitting)} canvases do not go into one file; name a folder, such as `-o {folder}`."
    )


def _into_folder(sources: Sequence[Source], format_: CanvasFormat, folder: Path) -> Iterator[Job]:
    for source in sources:
        if not has_format(source.kind, format_) and not source.named:
            continue
        yield Job(source, format_, folder / f"{Path(source.file).stem}.{_ending(format_)}")


def _ending(format_: CanvasFormat) -> str:
    return "mmd" if format_ is CanvasFormat.MERMAID else format_.value


def _refuse_one_name_for_two(found: Sequence[Job]) -> None:
    seen: dict[str, Job] = {}
    for job in found:
        other = seen.setdefault(os.path.normcase(job.target).casefold(), job)
        if other is not job and other.source is not job.source:
            raise CommandError(
                f"{other.source.file} and {job.source.file} would both become {job.target}: "
                "rename one, or render them into different folders."
            )


def refuse_files_as_folders(target: Path) -> None:
    """Refuse a way that leads through a file; raises CommandError."""
    for above in target.parents:
        if above.exists():
            if not above.is_dir():
                raise CommandError(
                    f"-o {target}: `{above}` is a file and no folder that {target.name} can be in."
                )
            return


def refuse_what_there_is_not(found: Sequence[Job]) -> None:
    """Refuse a format that a canvas does not have, with a sentence."""
    for job in found:
        if not has_format(job.source.kind, job.format):
            raise CommandError(
                f"{job.source.file} is no journey but `{job.source.kind}`, and only journeys can be "
                f"written as {' or '.join(sorted(OF_JOURNEYS))}."
            )
