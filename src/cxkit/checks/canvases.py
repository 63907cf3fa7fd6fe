"""The canvases of a run: each read as its kind, then judged among those around it.

Courses are judged elsewhere; this is loaded when a canvas, or a kind of canvas, is first met.
"""

# Names are shown as the user gave them, and a path object would tidy them.
# ruff: noqa: PTH118, PTH120

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from cxkit.canvas.completeness import Completeness, completeness
from cxkit.canvas.kind import Kind
from cxkit.canvas.load import Kinds, kind_of, validate_canvas
from cxkit.canvas.part import CanvasDocument
from cxkit.canvas.rules import InWorkspace, broken
from cxkit.canvas.workspace import Member, Workspace
from cxkit.checks.walk import identity, targets
from cxkit.checks.workspace import root_of
from cxkit.documents.codes import Code
from cxkit.documents.diagnostics import Diagnostic
from cxkit.documents.document import Document
from cxkit.documents.kinds import WHAT_KINDS_ARE
from cxkit.documents.quotes import names_in_quotes

KindsFor = Callable[[str], Kinds]
"""The kinds that are known to a file."""


@dataclass(frozen=True, slots=True)
class JudgedCanvas:
    """What was found in a canvas, or in a kind of canvas.

    ``member`` is the canvas if it could be read, ``completeness`` says how much of it is filled. Of one whose
    kind has errors (``of_unsound_kind``) nothing can be said.
    """

    file: str
    diagnostics: tuple[Diagnostic, ...]
    member: Member[CanvasDocument] | None = None
    completeness: Completeness | None = None
    of_unsound_kind: bool = False


def judge_canvases(
    documents: Iterable[Document],
    kinds_for: KindsFor,
    unsound_for: Callable[[str], frozenset[str]],
    left_out: Callable[[str], bool],
    today: date | None,
) -> Iterator[JudgedCanvas]:
    """Yield what is wrong in each document by itself, and among the canvases of its workspace.

    ``documents`` were read without errors and are no courses. ``unsound_for`` a file are kinds that cannot be
    read: nothing is said of their canvases. ``left_out`` tells of a file that the
    configuration excludes, and which belongs to no workspace.
    """
    read = [_read(document, kinds_for(document.file), unsound_for(document.file)) for document in documents]
    around = _workspaces([one.member for one in read if one.member is not None], kinds_for, left_out)
    for one in read:
        if one.member is None:
            yield one
            continue
        canvas, document = one.member.canvas, one.member.document
        here = InWorkspace(canvas, document, around[os.path.dirname(one.file)], today)
        filled = completeness(canvas, kinds_for(one.file).kind(canvas.kind))
        yield JudgedCanvas(one.file, (*one.diagnostics, *broken(here)), one.member, filled)


def _read(document: Document, kinds: Kinds, unsound: frozenset[str]) -> JudgedCanvas:
    name = document.data.get("kind")
    if name == Kind.KIND:
        return JudgedCanvas(document.file, kind_of(document).diagnostics)
    if isinstance(name, str) and name in unsound and name not in kinds.names:
        return JudgedCanvas(document.file, (), of_unsound_kind=True)
    if isinstance(name, str) and name in WHAT_KINDS_ARE and name not in kinds.names:
        message = f"This is {WHAT_KINDS_ARE[name]} (`{name}`), which this version does not read"
        hint = "A course file has `kind: course`, a canvas its own kind, such as `journey` or `persona`."
        return JudgedCanvas(
            document.file, (document.diagnostic(Code.OTHER_KIND, message, at=("kind",), hint=hint),)
        )
    loaded = validate_canvas(document, kinds=kinds)
    member = None if loaded.model is None else Member(loaded.model, document)
    return JudgedCanvas(document.file, (*loaded.diagnostics, *names_in_quotes(document)), member)


def _workspaces(
    members: Sequence[Member[CanvasDocument]], kinds_for: KindsFor, left_out: Callable[[str], bool]
) -> dict[str, Workspace]:
    """Return the workspace of each folder that a canvas of the run lies in.

    A `cxkit.toml` makes one of its folder. Without one, canvases that are checked together count together,
    with those in their folders and below.
    """
    folders = dict.fromkeys(os.path.dirname(member.file) for member in members)
    roots = {folder: root_of(os.path.join(folder, "")) for folder in folders}
    shares: dict[str, list[str]] = {}
    for folder, (root, declared) in roots.items():
        shares.setdefault(root if declared else "", []).append(folder)
    found: dict[str, Workspace] = {}
    for sharing in shares.values():
        own = [member for member in members if os.path.dirname(member.file) in set(sharing)]
        workspace = _workspace(own, {roots[folder][0] for folder in sharing}, kinds_for, left_out)
        found |= dict.fromkeys(sharing, workspace)
    return found


def _workspace(
    own: Sequence[Member[CanvasDocument]],
    roots: Iterable[str],
    kinds_for: KindsFor,
    left_out: Callable[[str], bool],
) -> Workspace:
    known = {identity(member.file) for member in own}
    near = (target.file for target in targets(sorted(roots)).files if identity(target.file) not in known)
    files = [*(member.file for member in own), *(file for file in near if not left_out(file))]
    # In the order of the files themselves: what they are called depends on what was named.
    return Workspace(sorted(files, key=identity), kinds=kinds_for(own[0].file), known=own)
