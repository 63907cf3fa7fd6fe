"""Where an imported journey goes: onto a journey that is there, or into a new file, in some language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cxkit.documents.diagnostics import Diagnostic, Refused, Severity

if TYPE_CHECKING:
    from cxkit.canvas.imported import Imported
    from cxkit.canvas.journey import Journey

_SCHEMAS = re.compile(r"# yaml-language-server: \$schema=(\S+)/journey\.schema\.json\s")


@dataclass(frozen=True, slots=True)
class Destination:
    """A file to write: the journey, the folder of its schema, its language in words, and what else to say."""

    file: Path
    journey: Journey
    schemas: str | None
    language: str
    said: str


def destination(
    target: Path, imported: Imported, source: str, *, lang: str | None, force: bool
) -> Destination:
    """Return what goes into a file. Raises `Refused` when it does not go onto the journey that is there.

    ``source`` is the file that was imported, ``lang`` what the command line says of its language. Only with
    ``force`` the file may be replaced, and is looked into; see `journey_there` for what else it raises.
    """
    from cxkit.cli.canvas_onto_file import journey_there

    there = force and target.is_file()
    found = journey_there(target) if there else None
    imported = _with_personas_beside(imported, target)
    if found is not None:
        old, text = found
        schemas = _SCHEMAS.match(text)
        journey = _onto(old, imported, source)
        return Destination(target, journey, schemas[1] if schemas else None, "", _kept(target, imported))
    journey, language = _in_its_language(imported, lang, target)
    if there:
        said = f"The old {target} was no document of cxkit, and was replaced as a whole."
    elif imported.held is not None:
        said = (
            "A table has no head: write the title, the goal, personas in full and the like into the canvas."
        )
    else:
        said = ""
    return Destination(target, journey, None, language, said)


def _onto(old: Journey, imported: Imported, source: str) -> Journey:
    from cxkit.canvas.onto import onto
    from cxkit.documents.problem import Problem

    try:
        return onto(old, imported)
    except Problem as problem:
        found = Diagnostic("CX386", Severity.ERROR, problem.message, problem.hint, source)
        raise Refused([found]) from None


def _kept(target: Path, imported: Imported) -> str:
    what = "a diagram does not say" if imported.held is None else "the table has no column for"
    return f"Kept from the old {target}: its head, and what {what}. Its comments are lost."


def _in_its_language(imported: Imported, lang: str | None, target: Path) -> tuple[Journey, str]:
    """Return the journey with its language, and in words what that is and who says so."""
    journey = imported.journey
    if journey.language is not None:
        says = (
            "" if lang else ", as the headers are" if imported.held is not None else ", as the diagram says"
        )
        return journey, f"language {journey.language}{says}"
    found, says = _language_there(target, imported)
    if found is None:
        return journey, "language left empty: --lang sets it"
    return journey.model_copy(update={"language": found}), f"language {found}, {says}"


def _language_there(target: Path, imported: Imported) -> tuple[str | None, str]:
    """Return the configured language, that of the canvases beside the file, or the one that is guessed."""
    from cxkit.canvas.language_guess import guessed_language
    from cxkit.checks.configuration import Configurations
    from cxkit.cli.canvas_reading import kinds_for, workspace_of

    place = _place(target)
    configured = Configurations().settings_for(place).language
    if configured is not None:
        return configured, "as cxkit.toml says"
    members = workspace_of(place, kinds=kinds_for(place)).members
    theirs = {one.canvas.language for one in members if one.canvas.language is not None}
    if len(theirs) == 1:
        return theirs.pop(), "as the canvases beside it"
    return guessed_language(imported.journey), "guessed from its words: --lang says another"


def _with_personas_beside(imported: Imported, target: Path) -> Imported:
    """Return what was imported with the ids of personas that have files beside the target."""
    from cxkit.canvas.imported_people import as_in_files
    from cxkit.canvas.persona import Persona
    from cxkit.cli.canvas_reading import kinds_for, workspace_of

    if all(isinstance(one, str) for one in imported.journey.personas):
        return imported
    place = _place(target)
    beside = workspace_of(place, kinds=kinds_for(place)).members
    return as_in_files(imported, [one.canvas for one in beside if isinstance(one.canvas, Persona)])


def _place(target: Path) -> str:
    """Return the name that a file has, or would have where its folder is still to be made."""
    home = next(folder for folder in (target.parent, *target.absolute().parents) if folder.is_dir())
    return str(home / target.name)
