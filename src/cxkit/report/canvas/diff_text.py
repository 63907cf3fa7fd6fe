"""What changed between two versions of a canvas, in words: grouped by what it is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from cxkit.canvas.diff import Change, Step, What
from cxkit.canvas.journey import Journey, Stage
from cxkit.canvas.part import CanvasDocument
from cxkit.documents.base import Model, Text
from cxkit.documents.diagnostics import Diagnostic
from cxkit.escape import plain
from cxkit.report.canvas.diff_labels import SILENT, keys_of, labels, of_kind, words_of
from cxkit.report.canvas.figures import signed
from cxkit.report.canvas.teller import Teller
from cxkit.report.canvas.view import View

_WORDS = frozenset({"phase", "ownership", "state", "type", "evidence", "data", "mode", "claimed"})
"""Keys whose values are one of some words."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions of a canvas, what changed, and the findings that only the later or earlier one has."""

    before: CanvasDocument
    view: View[CanvasDocument]
    changes: tuple[Change, ...]
    opened: tuple[Diagnostic, ...] = ()
    closed: tuple[Diagnostic, ...] = ()


def diff_text(comparison: Comparison) -> str:
    """Return the comparison in words: lines with a line end each, and nothing that a terminal would obey."""
    return "\n".join(map(plain, _Telling(comparison).lines())) + "\n"


class _Telling:
    """Puts changes into words; what they are about stands above them, each deeper one further in."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._teller = Teller(comparison.view)
        self._texts = comparison.view.texts
        self._labels = labels(self._texts)
        self._of_kind = of_kind(comparison.view.kind, self._teller)
        self._words = words_of(comparison.view.kind, self._teller)
        self._channels = {
            channel.id: str(self._teller.said(channel.called))
            for canvas in (comparison.before, comparison.view.canvas)
            for channel in (canvas.channels if isinstance(canvas, Journey) else ())
        }

    def lines(self) -> Iterator[str]:
        yield self._headline()
        heading: tuple[str, ...] = ()
        for change in self._comparison.changes:
            above, line = self._told(change)
            for depth, one in enumerate(above):
                if heading[: depth + 1] != above[: depth + 1]:
                    if depth == 0:
                        yield ""
                    yield "  " * depth + one
            heading = above
            yield "  " * len(above) + line
        yield from self._findings(self._texts.gettext("Findings opened"), self._comparison.opened)
        yield from self._findings(self._texts.gettext("Findings closed"), self._comparison.closed)

    def _headline(self) -> str:
        number = len(self._comparison.changes)
        title = self._comparison.view.title
        if not number:
            return self._texts.gettext("{title}: no changes", title=title)
        return self._texts.ngettext(
            "{title}: {number} change", "{title}: {number} changes", number, title=title
        )

    @staticmethod
    def _findings(heading: str, found: Sequence[Diagnostic]) -> Iterator[str]:
        if found:
            yield from ["", heading, *(f"  {one.code} {one.severity}: {one.message}" for one in found)]

    def _told(self, change: Change) -> tuple[tuple[str, ...], str]:
        """Return what a change is about, from the widest, and the change itself."""
        path = change.path
        if len(path) == 1:
            if self._lists_structures(change):
                return (self._label(path),), self._sentence(change, "")
            return (self._texts.gettext("The canvas"),), self._sentence(change, self._label(path))
        if path[0].key == "blocks":
            return (self._label(path[:2]),), self._sentence(change, self._chain(path, 2))
        if len(path) == 2:
            whole = path[1].called is not None
            label = self._name(path[1]) if whole else self._label(path)
            return (self._label(path[:1]),), self._sentence(change, label)
        if path[1].called is None:
            return (self._label(path[:1]),), self._sentence(change, self._chain(path, 1))
        name = self._name(path[1])
        above = (self._label(path[:1]), name) if self._has_label(path[:1]) else (name,)
        return above, self._sentence(change, self._chain(path, 2))

    @staticmethod
    def _lists_structures(change: Change) -> bool:
        return isinstance(change.before, Model) or isinstance(change.after, Model)

    def _chain(self, path: Sequence[Step], start: int) -> str:
        """Name the steps from one on, leaving out those that only hold others together."""
        named = []
        for end in range(start, len(path)):
            step, begun = path[end], path[: end + 1]
            holds = end + 1 < len(path) and path[end + 1].called is not None
            if step.called is not None:
                named.append(self._name(step))
            elif step.key not in SILENT and not (holds and keys_of(begun) not in self._of_kind):
                named.append(self._label(begun))
        return " · ".join(named)

    def _has_label(self, path: Sequence[Step]) -> bool:
        return keys_of(path) in self._of_kind or path[-1].key in self._labels

    def _label(self, path: Sequence[Step]) -> str:
        """Name a key: as its kind does, else as all canvases do, else by itself."""
        keys = keys_of(path)
        last = path[-1].key
        if last in self._labels and keys not in self._of_kind:
            return self._labels[last]
        if len(keys) > 1 and keys[-2] == "emotion":
            return str(self._teller.persona_name(last))
        if keys[0] == "stages" and isinstance(self._comparison.view.canvas, Journey) and len(keys) > 1:
            return self._labels.get(last, last)
        return self._of_kind.get(keys, last)

    def _name(self, step: Step) -> str:
        assert step.called is not None
        own = self._of_kind.get(("stages", step.key)) or self._of_kind.get(("sections", step.key))
        return own if own is not None else str(self._teller.said(step.called))

    def _sentence(self, change: Change, label: str) -> str:
        match change.what:
            case What.ADDED | What.REMOVED:
                return self._added_or_removed(change, label)
            case What.MOVED:
                return self._moved(change, label)
            case What.RENAMED:
                before, after = self._pair(change)
                return self._texts.gettext("renamed: {before} → {after}", before=before, after=after)
        return self._changed(change, label)

    def _added_or_removed(self, change: Change, label: str) -> str:
        _ = self._texts.gettext
        added = change.what is What.ADDED
        value = change.after if added else change.before
        if change.path[-1].called is not None:
            stage = f" ({self._teller.said(value.called)})" if _is_in_stage(change) else ""
            return (_("added: {what}", what=label) if added else _("removed: {what}", what=label)) + stage
        said = self._value(value, change.path)
        what = f"{label}: " if label else ""
        return what + (_("added {what}", what=said) if added else _("removed {what}", what=said))

    def _moved(self, change: Change, label: str) -> str:
        _ = self._texts.gettext
        if isinstance(change.before, Stage) and isinstance(change.after, Stage):
            before, after = (self._teller.said(one.called) for one in (change.before, change.after))
            return _("moved: {what}, from {before} to {after}", what=label, before=before, after=after)
        if change.path[-1].called is not None:
            return _("moved: {what}, to another place in the order", what=label)
        return _("{what}: in another order", what=label)

    def _changed(self, change: Change, label: str) -> str:
        _ = self._texts.gettext
        before, after = self._pair(change)
        if after and change.path[-1].key == "data":
            return f"{label}: {after}"
        if not _is_there(change.before):
            return _("{what}: {after}, which was empty", what=label, after=after)
        if not _is_there(change.after):
            return _("{what}: emptied, was {before}", what=label, before=before)
        return f"{label}: {before} → {after}"

    def _pair(self, change: Change) -> tuple[str, str]:
        """Return the values; texts that differ in another language are given in all of theirs."""
        before, after = (self._value(one, change.path) for one in (change.before, change.after))
        if before == after and isinstance(change.before, Text) and isinstance(change.after, Text):
            return self._in_all_languages(change.before), self._in_all_languages(change.after)
        return before, after

    def _in_all_languages(self, text: Text) -> str:
        said = (f"{language} {self._quoted(words)}".strip() for language, words in text.entries)
        return ", ".join(said)

    def _quoted(self, words: str) -> str:
        return self._texts.gettext("“{title}”", title=words)

    def _value(self, value: Any, path: Sequence[Step]) -> str:
        key = keys_of(path)[-1]
        match value:
            case None:
                return ""
            case Text():
                return self._quoted(str(self._teller.said(value)))
            case bool():
                return self._texts.gettext("yes") if value else self._texts.gettext("no")
            case int() if "emotion" in keys_of(path):
                return signed(value, self._texts)
            case int() | Decimal():
                return self._texts.number(value)
            case date():
                return self._texts.date(value)
            case tuple():
                return "…".join(self._value(one, path) for one in value)
            case str() if key in _WORDS:
                return self._words.get(value, value)
            case str() if key == "channel":
                return self._channels.get(value, value)
            case str() if key == "method":
                return self._teller.method(value)
            case Model():
                return str(self._teller.said(getattr(value, "called", None) or Text.plain(key)))
        return str(value)


def _is_in_stage(change: Change) -> bool:
    return len(change.path) == 2 and change.path[0].key == "touchpoints"


def _is_there(value: Any) -> bool:
    return value is not None and value != ()
