"""Reading the canvases that a command names, each with its kind and with the canvases beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cxkit.cli import console
from cxkit.cli.languages import Language, report_language
from cxkit.documents.diagnostics import Refused

if TYPE_CHECKING:
    from cxkit.canvas.load import Kinds
    from cxkit.canvas.part import CanvasDocument
    from cxkit.canvas.workspace import Member, Workspace
    from cxkit.documents.loader import Loaded
    from cxkit.report.canvas.view import View


class Reader:
    """Reads canvases for one command, or for one turn of it: configurations and kinds are read once."""

    def __init__(self, named: Sequence[Path] = ()) -> None:
        """Take the files of kinds that the command line names."""
        from cxkit.checks.configuration import Configurations

        self._named = tuple(map(str, named))
        self._configurations = Configurations()
        self._kinds: dict[tuple[str, ...], Kinds] = {}

    def kinds_for(self, file: str) -> Kinds:
        """Return the kinds known to a file: cxkit's, those of its configuration, and the named ones.

        Raises CommandError or Refused for a broken configuration, UnreadableFile and Refused for a kind.
        """
        from cxkit.canvas.load import OURS, Kinds

        settings = self._configurations.settings_for(file)
        if self._configurations.unreadable:
            raise console.CommandError(self._configurations.unreadable[0])
        if self._configurations.diagnostics:
            raise Refused(self._configurations.diagnostics)
        own = (str(Path(settings.folder, kind)) for kind in settings.kinds)
        files = tuple(dict.fromkeys([*own, *self._named]))
        if files not in self._kinds:
            self._kinds[files] = Kinds.of(files) if files else OURS
        return self._kinds[files]

    def views(self, files: Sequence[str], language: Language | None = None) -> list[View[CanvasDocument]]:
        """Read canvases as they are to be shown, each in its own language unless one is asked for.

        Raises UnreadableFile, and Refused with what is wrong in any of them.
        """
        from cxkit.canvas.load import load_canvas
        from cxkit.canvas.workspace import Member
        from cxkit.checks.workspace import root_of
        from cxkit.locale.texts import Texts
        from cxkit.report.canvas.view import View

        loaded = {file: load_canvas(file, kinds=self.kinds_for(file)) for file in files}
        wrong = [found for one in loaded.values() if one.model is None for found in one.diagnostics]
        if wrong:
            raise Refused(wrong)
        members = {file: Member(*one.or_refuse()) for file, one in loaded.items()}
        beside: dict[str, list[Member[CanvasDocument]]] = {}
        for file, member in members.items():
            beside.setdefault(root_of(file)[0], []).append(member)
        workspaces = {
            member.file: workspace
            for known in beside.values()
            for workspace in [workspace_of(known[0].file, kinds=self.kinds_for(known[0].file), known=known)]
            for member in known
        }
        views = []
        for file, member in members.items():
            canvas = member.canvas
            texts = Texts(report_language(language, canvas.language or ""))
            kind = self.kinds_for(file).kind(canvas.kind)
            views.append(View(canvas, kind, texts, workspaces[member.file]))
        return views


def kinds_for(file: str, named: Sequence[Path] = ()) -> Kinds:
    """Return the kinds known to one file, like `Reader.kinds_for`."""
    return Reader(named).kinds_for(file)


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


def read_view(
    file: str, language: Language | None = None, named: Sequence[Path] = ()
) -> View[CanvasDocument]:
    """Read one canvas like `Reader.views`."""
    return Reader(named).views([file], language)[0]
