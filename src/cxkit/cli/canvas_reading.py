"""Reading the canvases that a command names, each with its kind and with the canvases beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cxkit.cli import console
from cxkit.cli.languages import Language, report_language

if TYPE_CHECKING:
    from cxkit.canvas.load import Kinds
    from cxkit.canvas.part import CanvasDocument
    from cxkit.canvas.workspace import Member, Workspace
    from cxkit.checks.configuration import Settings
    from cxkit.documents.loader import Loaded
    from cxkit.report.canvas.view import View


def settings_for(file: str) -> Settings:
    """Return the settings that hold for a file; raises CommandError or Refused for a broken configuration."""
    from cxkit.checks.configuration import Configurations
    from cxkit.documents.diagnostics import Refused

    configurations = Configurations()
    settings = configurations.settings_for(file)
    if configurations.unreadable:
        raise console.CommandError(configurations.unreadable[0])
    if configurations.diagnostics:
        raise Refused(configurations.diagnostics)
    return settings


def kinds_for(file: str, named: Sequence[Path] = ()) -> Kinds:
    """Return the kinds known to a file: cxkit's, those of its configuration, and those of ``named`` files.

    Raises UnreadableFile and Refused.
    """
    from cxkit.canvas.load import OURS, Kinds

    settings = settings_for(file)
    files = [*(str(Path(settings.folder, kind)) for kind in settings.kinds), *map(str, named)]
    return Kinds.of(dict.fromkeys(files)) if files else OURS


def loaded_canvas(file: str, *, kinds: Kinds) -> Loaded[CanvasDocument]:
    """Read a canvas; raises Refused with all that is wrong in it, and UnreadableFile."""
    from cxkit.canvas.load import load_canvas

    loaded = load_canvas(file, kinds=kinds)
    loaded.or_refuse()
    return loaded


def workspace_of(file: str, *, kinds: Kinds, known: Iterable[Member[CanvasDocument]] = ()) -> Workspace:
    """Return the canvases of the file's folder (or of the one that a `cxkit.toml` declares), lazily read.

    Those ``known`` belong to it wherever they lie, and are not read again.
    """
    from cxkit.canvas.workspace import Workspace
    from cxkit.checks.walk import identity, targets
    from cxkit.checks.workspace import root_of

    root, _ = root_of(file)
    read = {identity(member.file): member for member in known}
    files = {identity(one.file): one.file for one in targets([root]).files}
    files |= {same: member.file for same, member in read.items()}
    return Workspace(sorted(files.values()), kinds=kinds, known=read.values())


def read_views(
    files: Sequence[str], language: Language | None = None, named: Sequence[Path] = ()
) -> list[View[CanvasDocument]]:
    """Read canvases as they are to be shown, each in its own language unless one is asked for.

    Raises UnreadableFile, and Refused with what is wrong in any of them.
    """
    from cxkit.canvas.load import load_canvas
    from cxkit.canvas.workspace import Member
    from cxkit.checks.workspace import root_of
    from cxkit.documents.diagnostics import Refused
    from cxkit.locale.texts import Texts
    from cxkit.report.canvas.view import View

    kinds = {file: kinds_for(file, named) for file in files}
    loaded = {file: load_canvas(file, kinds=kinds[file]) for file in files}
    wrong = [found for one in loaded.values() if one.model is None for found in one.diagnostics]
    if wrong:
        raise Refused(wrong)
    members = {file: Member(*one.or_refuse()) for file, one in loaded.items()}
    roots = {file: root_of(file)[0] for file in files}
    workspaces = {
        root: workspace_of(
            file, kinds=kinds[file], known=[members[one] for one in files if roots[one] == root]
        )
        for file, root in roots.items()
    }
    views = []
    for file, member in members.items():
        canvas = member.canvas
        texts = Texts(report_language(language, canvas.language or ""))
        views.append(View(canvas, kinds[file].kind(canvas.kind), texts, workspaces[roots[file]]))
    return views


def read_view(
    file: str, language: Language | None = None, named: Sequence[Path] = ()
) -> View[CanvasDocument]:
    """Read one canvas like `read_views`."""
    return read_views([file], language, named)[0]
