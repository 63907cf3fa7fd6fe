"""The kinds of canvas that the configurations of a run and its command line name, each file read once.

A kind that is not sound is a finding in its own file, and no canvas of it is known then.
"""

# Names are shown as the user gave them, and a path object would tidy them.
# ruff: noqa: PTH113, PTH118

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cxkit.checks.configuration import Configurations, Settings
from cxkit.checks.workspace import id_in
from cxkit.documents.diagnostics import Diagnostic, UnreadableFile
from cxkit.documents.kinds import WHAT_KINDS_ARE, kind_in

if TYPE_CHECKING:
    from cxkit.canvas.kind import Kind
    from cxkit.canvas.load import Kinds


@dataclass(slots=True)
class KnownKinds:
    """What kinds each file of a run may be of; what is wrong with them is gathered along the way.

    ``named`` are the files that the command line names, for every file of the run.
    """

    configurations: Configurations
    named: tuple[str, ...] = ()
    diagnostics: list[Diagnostic] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    unreadable: list[str] = field(default_factory=list)
    _read: dict[str, Kind | None] = field(default_factory=dict)
    _unsound: dict[str, str] = field(default_factory=dict)
    _known: dict[tuple[str, ...], Kinds] = field(default_factory=dict)

    def names_for(self, file: str) -> frozenset[str]:
        """Return the names of the user's kinds that a file may be of."""
        settings = self.configurations.settings_for(file)
        if not settings.kinds and not self.named:
            return frozenset()
        return frozenset(kind.id for kind in self._of(settings).users) | self.unsound_for(file)

    def unsound_for(self, file: str) -> frozenset[str]:
        """Return the names of the kinds that a file may be of and that have errors of their own."""
        settings = self.configurations.settings_for(file)
        self._of(settings)
        return frozenset(self._unsound[kind] for kind in self._files(settings) if kind in self._unsound)

    def kinds_for(self, file: str) -> Kinds:
        """Return all kinds that a file may be of."""
        return self._of(self.configurations.settings_for(file))

    def _of(self, settings: Settings) -> Kinds:
        from cxkit.canvas.load import OURS, Kinds

        if not settings.kinds and not self.named:
            return OURS
        files = self._files(settings)
        if files not in self._known:
            kinds = [kind for file in files if (kind := self._kind(file)) is not None]
            self._known[files] = Kinds(tuple(kinds))
        return self._known[files]

    def _files(self, settings: Settings) -> tuple[str, ...]:
        folder = os.path.relpath(settings.folder) if settings.kinds else ""
        own = (os.path.normpath(os.path.join(folder, name)) for name in settings.kinds)
        return tuple(dict.fromkeys([*own, *self.named]))

    def _kind(self, file: str) -> Kind | None:
        from cxkit.canvas.load import load_kind

        if file in self._read or not os.path.isfile(file):  # which is a finding in the configuration
            return self._read.get(file)
        try:
            loaded = load_kind(file)
        except UnreadableFile as error:
            self.unreadable.append(str(error))
            self._read[file] = None
            return None
        self.diagnostics += loaded.diagnostics
        self.texts |= {} if loaded.text is None else {file: loaded.text}
        self._read[file] = loaded.model
        if loaded.model is None and kind_in(loaded.text or "") == "canvas-kind":
            name = id_in(loaded.text or "")
            self._unsound |= {file: name} if name is not None and name not in WHAT_KINDS_ARE else {}
        return loaded.model
