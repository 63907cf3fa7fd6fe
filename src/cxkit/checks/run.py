"""One run of `cxkit check`: the named files and folders, judged one by one, then looked at together.

What is reported of the findings is decided here, too: by the command line, the configuration nearest to
each file, and the suppressions in it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, BinaryIO

from cxkit.canvas.beside import BESIDE_OTHERS
from cxkit.checks import worked
from cxkit.checks.configuration import Configurations, Settings
from cxkit.checks.findings import Findings
from cxkit.checks.judge import Judged, judge, judge_all, of_kinds
from cxkit.checks.own_kinds import KnownKinds
from cxkit.checks.selection import is_reading_error, selected
from cxkit.checks.suppressions import NONE
from cxkit.checks.walk import identity, targets
from cxkit.checks.workspace import courses_beside, id_in, same_ids
from cxkit.checks.workspace_rules import RULES as OF_SEVERAL_FILES
from cxkit.documents.diagnostics import Diagnostic, Severity, UnreadableFile, in_order
from cxkit.documents.events import parse
from cxkit.documents.kinds import kind_in
from cxkit.documents.source import read_bytes

if TYPE_CHECKING:
    from cxkit.checks.canvases import JudgedCanvas

STANDARD_INPUT = "-"
_NEEDS_ALL_FILES = frozenset(rule.code for rule in OF_SEVERAL_FILES) | BESIDE_OTHERS
"""Rules whose answer changes with other files: a suppression of theirs is never called unused."""
_NEEDS_A_SOUND_FILE = frozenset(rule.code for rule in worked.RULES)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the command line asks for; None leaves the choice to the configuration.

    ``today`` is the day before which dates are in the past; without it none is. ``kinds`` are files with
    kinds of canvas beside those of the configuration.
    """

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    strict: bool | None = None
    today: date | None = None
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StandardInput:
    """A stream to be checked where `-` is named, under the name ``file``."""

    stream: BinaryIO
    file: str = STANDARD_INPUT


def run(paths: Sequence[str], wishes: Wishes, standard_input: StandardInput | None = None) -> Findings:
    """Check the files that ``paths`` name and those in the folders among them.

    ``standard_input`` is what stands for `-`, and for the file of its name if that is among the others,
    for an editor gives what is not saved yet. Nothing is raised for a file: what cannot be opened is among
    the findings' ``unreadable``.
    """
    given = standard_input if STANDARD_INPUT in paths else None
    found = targets(path for path in paths if given is None or path != STANDARD_INPUT)
    configurations = Configurations()
    wanted = [one for one in found.files if one.named or not configurations.excludes(one.file)]
    unreadable = list(found.unreadable)
    judged: list[Judged] = []
    passed_over: list[str] = []
    replaced = None if given is None or given.file == STANDARD_INPUT else identity(given.file)
    kinds = KnownKinds(configurations, wishes.kinds)
    ahead = [
        (one, kinds.names_for(one.file))
        for one in wanted
        if replaced is None or identity(one.file) != replaced
    ]
    for (target, _), one in zip(ahead, judge_all(ahead), strict=True):
        if isinstance(one, Judged):
            judged.append(one)
        elif one is None:
            passed_over.append(target.file)
        else:
            unreadable.append(one)
    if given is not None:
        try:
            raw = read_bytes(given.file, stream=given.stream)
            judged.append(judge(raw, given.file, kinds.names_for(given.file)))
        except UnreadableFile as error:
            unreadable.append(str(error))
    found_late = list(of_kinds(passed_over, described)) if (described := _described(judged)) else []
    judged = sorted([*judged, *found_late], key=lambda one: one.file)
    canvases = _canvases(judged, kinds, wishes.today)
    all_judged = [_with(one, canvases[one.file]) if one.canvas else one for one in judged]
    findings = _reported(all_judged, wishes, unreadable, kinds)
    filled = {file: one.completeness for file, one in canvases.items() if one.completeness is not None}
    left = len(passed_over) - len(found_late)
    return replace(findings, folders=found.folders, passed_over=left, completeness=filled)


def _described(judged: Sequence[Judged]) -> frozenset[str]:
    """Return the names of the kinds that stand among the files.

    Where no setting lists such a file, canvases of its kind were taken for another program's.
    """
    texts = (one.text for one in judged if one.canvas and one.text is not None)
    return frozenset(id_ for text in texts if kind_in(text) == "canvas-kind" and (id_ := id_in(text)))


def _with(judged: Judged, canvas: JudgedCanvas) -> Judged:
    """Return a file with what was found in its canvas; what is accepted in one that was not judged waits."""
    accepted = NONE if canvas.of_unsound_kind else judged.suppressions
    return replace(judged, diagnostics=canvas.diagnostics, suppressions=accepted)


def _canvases(judged: Sequence[Judged], kinds: KnownKinds, today: date | None) -> dict[str, JudgedCanvas]:
    """Judge the canvases among the files, which takes all of them, by file."""
    if not any(one.canvas for one in judged):
        return {}
    from cxkit.checks.canvases import judge_canvases

    documents = {one.file: one.document or parse(one.text or "", one.file)[0] for one in judged if one.canvas}
    return {
        one.file: one
        for one in judge_canvases(
            [document for document in documents.values() if document is not None],
            kinds.kinds_for,
            kinds.unsound_for,
            kinds.configurations.excludes,
            today,
        )
    }


@dataclass(slots=True)
class _Report:
    """What is reported, as it is gathered."""

    diagnostics: list[Diagnostic] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    failing: bool = False
    strict: set[str] = field(default_factory=set)

    def add(self, found: Sequence[Diagnostic], texts: Mapping[str, str], *, strict: bool) -> None:
        """Take findings that are to be reported."""
        levels = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
        self.failing |= any(diagnostic.severity in levels for diagnostic in found)
        self.diagnostics += found
        named = {diagnostic.file for diagnostic in found if diagnostic.file is not None}
        self.strict |= named if strict else set()
        self.texts |= {file: text for file, text in texts.items() if file in named}


def _reported(judged: Sequence[Judged], wishes: Wishes, unreadable: list[str], kinds: KnownKinds) -> Findings:
    """Look at the files together, and leave out what is not to be reported."""
    configurations = kinds.configurations
    courses = [one.course for one in judged if one.course is not None]
    twice: dict[str | None, list[Diagnostic]] = {}
    beside = courses_beside([one.file for one in judged], configurations.excludes)
    for diagnostic in same_ids(courses, beside):
        twice.setdefault(diagnostic.file, []).append(diagnostic)
    report = _Report()
    for one in judged:
        settings = configurations.settings_for(one.file)
        strict = settings.strict if wishes.strict is None else wishes.strict
        found = _of_one_file(one, twice.get(one.file, []), settings, wishes)
        report.add(found, {} if one.text is None else {one.file: one.text}, strict=strict)
    report.add(configurations.diagnostics, configurations.texts, strict=False)
    checked = {identity(one.file) for one in judged} if kinds.diagnostics else set()
    of_kinds = [found for found in kinds.diagnostics if identity(found.file or "") not in checked]
    report.add(of_kinds, kinds.texts, strict=False)
    return Findings(
        files=tuple(one.file for one in judged),
        diagnostics=tuple(in_order(report.diagnostics)),
        texts=report.texts,
        unreadable=(*unreadable, *configurations.unreadable, *kinds.unreadable),
        failing=report.failing,
        strict=frozenset(report.strict),
    )


def _of_one_file(
    judged: Judged, more: Sequence[Diagnostic], settings: Settings, wishes: Wishes
) -> list[Diagnostic]:
    """Return what is reported of one file."""
    select = settings.select if wishes.select is None else wishes.select
    ignore = settings.ignore if wishes.ignore is None else wishes.ignore
    if settings.per_file_ignores:
        ignore = (*ignore, *settings.ignored_in(judged.file))
    readable = not any(is_reading_error(diagnostic) for diagnostic in judged.diagnostics)

    def looked_for(code: str) -> bool:
        missing = Diagnostic(code, Severity.ERROR, "")
        possible = readable and code not in _NEEDS_ALL_FILES
        if not judged.sound:
            possible = possible and code not in _NEEDS_A_SOUND_FILE
        return possible and selected(missing, select, ignore)

    found = [*judged.diagnostics, *more]
    remaining = [*judged.suppressions.apply(found, judged.file, looked_for), *judged.suppressions.faults]
    return [diagnostic for diagnostic in remaining if selected(diagnostic, select, ignore)]
