"""Two versions of one canvas, each judged where the canvas lies: among the canvases of its folder.

Each in turn stands in the place of the file, so that findings are compared under like conditions; the file of
the other version is left out.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxkit.canvas.load import Kinds
    from cxkit.canvas.part import CanvasDocument
    from cxkit.canvas.workspace import Member, Workspace
    from cxkit.documents.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Version:
    """A version as it was read: the name it was given by, its text, the canvas."""

    file: str
    text: str
    canvas: CanvasDocument


@dataclass(frozen=True, slots=True)
class Versions:
    """Both versions; ``home`` is the file in whose folder they are judged, None when both are pipes."""

    home: str | None
    before: Version
    after: Version
    kinds: Kinds

    def around(self, version: Version) -> Workspace:
        """Return the canvases around a version, itself among them."""
        from cxkit.canvas.workspace import Workspace
        from cxkit.checks.walk import identity, targets
        from cxkit.checks.workspace import root_of

        member = self._member(version)
        if self.home is None:
            return Workspace.of([member])
        root, _ = root_of(self.home)
        own = {identity(one) for one in (self.home, self.before.file, self.after.file)}
        beside = [one.file for one in targets([root]).files if identity(one.file) not in own]
        files = sorted([*beside, self.home], key=identity)
        return Workspace(files, kinds=self.kinds, known=[member])

    def _member(self, version: Version) -> Member[CanvasDocument]:
        from cxkit.canvas.load import load_canvas_text
        from cxkit.canvas.workspace import Member

        name = self.home or version.file
        return Member(*load_canvas_text(version.text, file=name, kinds=self.kinds).or_refuse())

    def came_and_went(self) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
        """Return the findings that only the later version has, and those that only the earlier one has."""
        before, after = self._findings(self.before), self._findings(self.after)
        return _more(after, before), _more(before, after)

    def _findings(self, version: Version) -> list[Diagnostic]:
        """Return what `cxkit check` would say of a version at this place."""
        from cxkit.canvas.rules import InWorkspace, broken
        from cxkit.checks.configuration import Configurations
        from cxkit.checks.selection import selected
        from cxkit.checks.suppressions import suppressions
        from cxkit.cli.day import today

        workspace = self.around(version)
        member = self._member(version)
        found = broken(InWorkspace(member.canvas, member.document, workspace, today()))
        name = member.file
        remaining = suppressions(version.text, name).apply(found, name, lambda _: False)
        settings = Configurations().settings_for(self.home or ".")
        ignore = (*settings.ignore, *settings.ignored_in(name))
        return [one for one in remaining if selected(one, settings.select, ignore)]


def _more(found: list[Diagnostic], than: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the findings that are not among others; lines may have moved in the meantime."""
    known = Counter((one.code, one.message) for one in than)
    left = []
    for one in found:
        if known[one.code, one.message]:
            known[one.code, one.message] -= 1
        else:
            left.append(one)
    return tuple(left)
