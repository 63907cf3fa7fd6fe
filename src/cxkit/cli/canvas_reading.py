"""Reading the canvases that a command names, each with its kind and with the canvases beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cxkit.cli import console
from cxkit.cli.languages import Language, report_language
from cxkit.documents.diagnostics import Refused, UnreadableFile

if TYPE_CHECKING:
    from cxkit.canvas.kind import Kind
    from cxkit.canvas.load import Kinds
    from cxkit.canvas.part import CanvasDocument
    from cxkit.canvas.workspace import Member, Workspace
    from cxkit.report.canvas.view import View


class Reader:
    """Reads canvases for one command, or for one turn of it: configurations and kinds are read once."""

    def __init__(self, named: Sequence[Path] = ()) -> None:
        """Take the files of kinds that the command line names."""
        from cxkit.checks.configuration import Configurations

        self._named = tuple(map(str, named))
        self._configurations = Configurations()
        self._kinds: dict[tuple[str, ...], tuple[Kinds, list[_Unsound]]] = {}

    def kinds_for(self, file: str) -> Kinds:
        """Return the kinds known to a file: cxkit's, those of its configuration, and the named ones.

        Where the file's own kind is not among them, raises CommandError or Refused for what is broken in the
        configuration, UnreadableFile and Refused for kinds that it names; for a kind of the command line at
        any rate. A canvas of another kind is not held up by them.
        """
        from cxkit.documents.kinds import nearly

        settings = self._configurations.settings_for(file)
        own = tuple(str(Path(settings.folder, kind)) for kind in settings.kinds)
        if own not in self._kinds:
            self._kinds[own] = self._read(own)
        kinds, unsound = self._kinds[own]
        broken = [*self._broken_configuration(), *unsound]
        kind = _kind_of(file) if broken else ""
        if kind == "" or kind in kinds.names:
            return kinds
        errors = [one.error for one in broken if not kind or not one.kind or nearly(kind, [one.kind])]
        for error in errors:
            if not isinstance(error, Refused):
                raise error
        found = [one for error in errors if isinstance(error, Refused) for one in error.diagnostics]
        if found:
            raise Refused(found)
        return kinds

    def _broken_configuration(self) -> Iterator[_Unsound]:
        """Yield what keeps kinds from being known; lists of rules are no matter of who draws."""
        from cxkit.checks.configuration_rules import BAD_SETTING

        for sentence in self._configurations.unreadable:
            yield _Unsound(console.CommandError(sentence))
        found = self._configurations.diagnostics
        found = [one for one in found if one.code != BAD_SETTING.code or one.message.startswith("`kinds`")]
        if found:
            yield _Unsound(Refused(found))

    def _read(self, own: Sequence[str]) -> tuple[Kinds, list[_Unsound]]:
        """Read the kinds that a configuration names, and those of the command line."""
        from cxkit.canvas.load import OURS, Kinds
        from cxkit.checks.workspace import id_in
        from cxkit.documents.source import read_text

        named = Kinds.of(self._named) if self._named else OURS
        read: list[Kind] = []
        unsound = []
        for file in (one for one in own if one not in self._named):
            try:
                read += Kinds.of([file]).users
            except UnreadableFile as error:
                unsound.append(_Unsound(error))
            except Refused as refused:
                try:
                    unsound.append(_Unsound(refused, id_in(read_text(file))))
                except (Refused, UnreadableFile):
                    unsound.append(_Unsound(refused))
        return (Kinds((*read, *named.users)) if read or named.users else OURS), unsound

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
        workspaces: dict[str, Workspace] = {}
        for known in beside.values():
            first = known[0].file
            workspace = workspace_of(first, kinds=self.kinds_for(first), known=known)
            workspaces |= dict.fromkeys((member.file for member in known), workspace)
        views = []
        for file, member in members.items():
            canvas = member.canvas
            texts = Texts(report_language(language, canvas.language or ""))
            kind = self.kinds_for(file).kind(canvas.kind)
            views.append(View(canvas, kind, texts, workspaces[member.file]))
        return views


@dataclass(frozen=True, slots=True)
class _Unsound:
    """Why kinds are not known, and which one if that can be told."""

    error: Refused | UnreadableFile | console.CommandError
    kind: str | None = None


def _kind_of(file: str) -> str | None:
    """Return the kind that a file names, "" for none in a YAML file; None where that cannot be told."""
    from cxkit.checks.walk import ENDINGS
    from cxkit.documents.kinds import kind_in
    from cxkit.documents.source import read_text

    if not Path(file).is_file():
        return None
    try:
        kind = kind_in(read_text(file))
    except (Refused, UnreadableFile):
        return None
    return kind if kind is not None or not file.lower().endswith(ENDINGS) else ""


def kinds_for(file: str, named: Sequence[Path] = ()) -> Kinds:
    """Return the kinds known to one file, like `Reader.kinds_for`."""
    return Reader(named).kinds_for(file)


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
