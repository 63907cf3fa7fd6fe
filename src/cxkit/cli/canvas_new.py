"""`cxkit canvas new`: a canvas to begin with."""

from __future__ import annotations

import json
import os
import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cxkit.cli import console
from cxkit.cli.languages import Language
from cxkit.cli.suggestions import canvas_kinds
from cxkit.escape import terminal

if TYPE_CHECKING:
    from cxkit.canvas.kind import Kind
    from cxkit.canvas.workspace import Workspace

ENDINGS = (".yaml", ".yml")
_SEPARATORS = tuple(filter(None, (os.sep, os.altsep)))


def new(
    name: Annotated[
        str,
        typer.Argument(
            metavar="FILE",
            help="The canvas to write; a name without an ending gets .yaml.",
            show_default=False,
        ),
    ],
    kind: Annotated[
        str,
        typer.Option(
            "--kind",
            metavar="KIND",
            help="What kind of canvas: a name from `cxkit canvas kinds`, or the file of a kind of your own.",
            autocompletion=canvas_kinds,
        ),
    ] = "journey",
    lang: Annotated[
        Language | None,
        typer.Option(
            "--lang",
            help="Language of the questions; default: that of the configuration or of the canvases beside, "
            "else en.",
            show_default=False,
        ),
    ] = None,
    title: Annotated[str | None, typer.Option("--title", metavar="TEXT", help="What people call it.")] = None,
    persona: Annotated[
        list[str] | None,
        typer.Option("--persona", metavar="NAME", help="A persona; may repeat.", show_default=False),
    ] = None,
    channel: Annotated[
        list[str] | None,
        typer.Option("--channel", metavar="NAME", help="A channel; may repeat.", show_default=False),
    ] = None,
    stage: Annotated[
        list[str] | None,
        typer.Option("--stage", metavar="NAME", help="A stage of a journey; may repeat.", show_default=False),
    ] = None,
    example: Annotated[bool, typer.Option("--example", help="Write a finished one to learn from.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that exists.")] = False,
) -> None:
    """Write a canvas with its guiding questions as comments, or an example.

    Examples:

    \b
      cxkit canvas new journey.yaml --lang fi
      cxkit canvas new journey.yaml --persona Aino --channel Website --stage Search --stage Pick-up
      cxkit canvas new model.yaml --kind slbmc --persona Aino
      cxkit canvas new journey.yaml --example
    """
    from cxkit.files import check_targets, write_all

    file = _named(name, kind)
    chosen, kind_file = _kind(file, kind)
    names = {"persona": persona or [], "channel": channel or [], "stage": stage or []}
    _refuse_names(chosen, names, title, example=example)
    inputs = [kind_file] if kind_file is not None else []
    check_targets([file], force=force, inputs=inputs)
    beside = _beside(file)
    language = lang.value if lang is not None else _language(file, beside)
    text = _example(chosen, language) if example else _scaffold(chosen, file, language, title, names, beside)
    write_all({file: text.encode()}, force=force, inputs=inputs)
    _say_what_is_next(file, chosen, kind_file, example=example)


def _named(name: str, kind: str) -> Path:
    """Give a name without an ending one; raises CommandError for a folder, and for another ending."""
    file = Path(name)
    if file.is_dir() or name.endswith(_SEPARATORS):
        example = file / f"{kind if kind.isidentifier() else 'canvas'}.yaml"
        raise console.CommandError(
            f"`{name}` is a folder: name the file to write in it, such as `{example.as_posix()}`."
        )
    if not file.suffix and file.name:
        file = file.with_name(f"{file.name}.yaml")
    if file.suffix.lower() not in ENDINGS:
        raise console.CommandError(
            f"{file} cannot be a canvas: its name has to end in .yaml, as all that is looked for in a folder."
        )
    return file


def _kind(file: Path, name: str) -> tuple[Kind, Path | None]:
    """Return the kind of a name, or the one in a file with the file.

    Raises CommandError when there is none, Refused and UnreadableFile for a file that holds none.
    """
    from cxkit.canvas.load import Kinds
    from cxkit.cli.canvas_reading import kinds_for
    from cxkit.documents.finnish import kind_meant
    from cxkit.documents.nearness import did_you_mean

    known = kinds_for(str(file))
    if name in known.names:
        return known.kind(name), None
    if name.lower().endswith(ENDINGS):
        return Kinds.of([name]).users[0], Path(name)
    meant = kind_meant(name)
    if meant in known.names:
        hint = f"Did you mean `{meant}`?"
    else:
        hint = did_you_mean(name, known.names) or "`cxkit canvas kinds` lists them."
    raise console.CommandError(f"There is no kind of canvas `{name}`. {hint}")


def _refuse_names(kind: Kind, names: dict[str, list[str]], title: str | None, *, example: bool) -> None:
    """Raise CommandError for names that the kind has no place for, and for those that cannot be one."""
    from cxkit.canvas.scaffold import takes, why_no_name

    given = [(what, one) for what, several in names.items() for one in several]
    if title is not None:
        given.append(("title", title))
    if example and given:
        raise console.CommandError(f"--example writes a finished canvas; leave out --{given[0][0]}.")
    for what, one in given:
        why = why_no_name(one)
        if why is not None:
            raise console.CommandError(f"--{what} {one!r} {why}; give a name on one line.")
    room = takes(kind)
    for what, several in names.items():
        if several and what not in room:
            can = f"it takes --{' and --'.join(room)}" if room else f"leave --{what} out"
            raise console.CommandError(f"A canvas of the kind `{kind.id}` holds no {what}s: {can}.")
        most = room.get(what)
        if most is not None and len(several) > most:
            raise console.CommandError(
                f"A canvas of the kind `{kind.id}` is about one {what}: give --{what} once, and write "
                f"another file for another {what}."
            )


def _beside(file: Path) -> Workspace:
    """Return the canvases that the new one will stand beside; the file itself is going to be replaced."""
    from cxkit.canvas.workspace import Workspace
    from cxkit.cli.canvas_reading import kinds_for, workspace_of

    kinds = kinds_for(str(file))
    there = workspace_of(str(file), kinds=kinds)
    if not file.exists():
        return there
    return Workspace.of(one for one in there.members if not Path(one.file).samefile(file))


def _language(file: Path, beside: Workspace) -> str:
    """Return the configured language, else the one that all canvases beside it are in, else English."""
    from cxkit.checks.configuration import Configurations

    wanted = Configurations().settings_for(str(file)).language
    theirs = {one.canvas.language for one in beside.members if one.canvas.language is not None}
    if wanted is None and len(theirs) == 1:
        (wanted,) = theirs
    return wanted if wanted in set(Language) else Language.EN.value


def _scaffold(
    kind: Kind, file: Path, language: str, title: str | None, names: dict[str, list[str]], beside: Workspace
) -> str:
    from cxkit.canvas.scaffold import new_canvas
    from cxkit.canvas.scaffold_wishes import Wishes

    wishes = Wishes(
        language, file.stem, title, tuple(names["persona"]), tuple(names["channel"]), tuple(names["stage"])
    )
    return new_canvas(kind, wishes, beside)


def _example(kind: Kind, language: str) -> str:
    from cxkit.canvas.example import example_text
    from cxkit.canvas.kind import OWN_KINDS

    if kind.id not in OWN_KINDS:
        raise console.CommandError(f"There is no example of `{kind.id}`: it is a kind of your own.")
    return example_text(kind.id, language)


def _say_what_is_next(file: Path, kind: Kind, kind_file: Path | None, *, example: bool) -> None:
    """Say what was written, how it is checked and how it becomes a picture.

    Of a kind that the configuration does not name yet, say the line that does.
    """
    from cxkit.cli.canvas_reading import kinds_for

    shown = shlex.quote(str(file))
    picture = shlex.quote(str(file.with_suffix(".html")))
    unknown = kind_file if kind.id not in kinds_for(str(file)).names else None
    of_kind = f" --kind {shlex.quote(str(unknown))}" if unknown is not None else ""
    fill = "" if example else " Fill it in, then run:"
    said = [
        f"Written: {file}.{fill}",
        f"  cxkit check {shown}{of_kind}",
        f"  cxkit canvas render {shown}{of_kind} -o {picture}",
    ]
    if unknown is not None:
        said += _line_for_the_configuration(file, unknown)
    for line in said:
        console.out(terminal(line))


def _line_for_the_configuration(file: Path, kind_file: Path) -> Sequence[str]:
    """Return what makes a file's configuration name a kind: the nearest `cxkit.toml`, or one to be made."""
    from cxkit.checks.configuration import OWN_FILE, SHARED_FILE, Configurations

    settings = Configurations().settings_for(str(file))
    folder = Path(settings.folder) if settings.folder else _folder_of_both(file, kind_file)
    own = Path(os.path.relpath(kind_file, folder)).as_posix()
    line = f"  kinds = {json.dumps([*settings.kinds, own], ensure_ascii=False)}"
    shared = bool(settings.folder) and not (folder / OWN_FILE).exists()
    where = f"{'[tool.cxkit] of ' if shared else ''}"
    where += str(Path(os.path.relpath(folder)) / (SHARED_FILE if shared else OWN_FILE))
    what = "change the line in" if settings.kinds else "put this line into"
    return (f"To leave out --kind, {what} {where}:", line)


def _folder_of_both(file: Path, kind_file: Path) -> Path:
    """Return the folder in which a configuration holds for a canvas and lies near its kind."""
    folders = [file.absolute().parent, kind_file.absolute().parent]
    above = [folder for folder in (folders[0], *folders[0].parents) if folders[1].is_relative_to(folder)]
    return above[0] if above and above[0] != Path(above[0].anchor) else folders[0]
