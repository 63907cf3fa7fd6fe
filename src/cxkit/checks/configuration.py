"""The settings of a project: `cxkit.toml`, or `[tool.cxkit]` in `pyproject.toml`, nearest to a checked file.

What the settings mean for a finding is for the runner.
"""

# Names are shown as the user gave them, and a path object would tidy them.
# ruff: noqa: PTH100, PTH110, PTH112, PTH113, PTH117, PTH118, PTH120

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from cxkit.checks.configuration_rules import BAD_SETTING, NO_TOML, UNKNOWN_SETTING
from cxkit.checks.patterns import matches
from cxkit.checks.selection import meant, why_none, why_not_left_out
from cxkit.checks.toml_places import place_of, place_of_error, place_of_item
from cxkit.documents.diagnostics import Diagnostic, Refused, Span, UnreadableFile
from cxkit.documents.kinds import WHAT_KINDS_ARE, kind_in, nearest_kind
from cxkit.documents.nearness import did_you_mean
from cxkit.documents.problem import shown
from cxkit.documents.rule import Rule
from cxkit.documents.scalars import is_language
from cxkit.documents.source import as_stored, read_text

OWN_FILE = "cxkit.toml"
SHARED_FILE = "pyproject.toml"
_TABLE = ("tool", "cxkit")
_MENTIONED = re.compile(r"^\s*\[\s*tool\s*\.\s*[\"']?cxkit\b", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a configuration says. ``folder`` is where it lies, to which its paths are relative.

    ``per_file_ignores`` pairs a pattern of file names with the codes that are not reported there.
    ``exclude`` has the patterns of files that are not looked at in a folder.
    """

    folder: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    strict: bool = False
    language: str | None = None
    kinds: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    exclude: tuple[str, ...] = ()

    def ignored_in(self, file: str) -> tuple[str, ...]:
        """Return the codes that are not reported in one file only."""
        place = self._place(file)
        return tuple(
            code for pattern, codes in self.per_file_ignores if matches(pattern, place) for code in codes
        )

    def excludes(self, file: str) -> bool:
        """Tell whether a file that was found in a folder is not to be looked at."""
        return bool(self.exclude) and any(matches(pattern, self._place(file)) for pattern in self.exclude)

    def _place(self, file: str) -> str:
        return os.path.relpath(Path(file).absolute(), self.folder or None).replace(os.sep, "/")


@dataclass(slots=True)
class Configurations:
    """The configurations of a run, each read once; what is wrong in them is gathered along the way."""

    diagnostics: list[Diagnostic] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    unreadable: list[str] = field(default_factory=list)
    _known: dict[str, Settings] = field(default_factory=dict)

    def settings_for(self, file: str) -> Settings:
        """Return the settings that hold for a file: those in its folder, else in the nearest one above."""
        return self._in_folder(os.path.dirname(os.path.abspath(file)), os.path.isabs(file))

    def excludes(self, file: str) -> bool:
        """Tell whether the settings that hold for a file exclude it."""
        return self.settings_for(file).excludes(file)

    def _in_folder(self, folder: str, absolute: bool) -> Settings:
        if folder not in self._known:
            above = os.path.dirname(folder)
            own = self._read(folder, absolute)
            if own is None:
                own = Settings() if above == folder else self._in_folder(above, absolute)
            self._known[folder] = own
        return self._known[folder]

    def _read(self, folder: str, absolute: bool) -> Settings | None:
        for name in (OWN_FILE, SHARED_FILE):
            path = os.path.join(folder, name)
            if os.path.isfile(path):
                # Called as its files are: by the whole way, or as seen from the working folder.
                shown = path if absolute else os.path.relpath(path)
                found = self._settings(shown, folder, shared=name == SHARED_FILE)
                if found is not None:
                    return found
            elif name == OWN_FILE and os.path.lexists(path):
                self.unreadable.append(_why_no_settings(path if absolute else os.path.relpath(path)))
        return None

    def _settings(self, shown: str, folder: str, *, shared: bool) -> Settings | None:
        """Read one file; None for a `pyproject.toml` that is not about cxkit."""
        try:
            text = read_text(shown)
        except UnreadableFile as error:
            if not shared:
                self.unreadable.append(str(error))
            return None
        except Refused as refused:
            if not shared:
                self.diagnostics += refused.diagnostics
            return None
        if shared and not _MENTIONED.search(text) and "cxkit" not in text:
            return None
        reading = _Reading(shown, text, _TABLE if shared else (), folder)
        data = reading.data(silent=shared and not _MENTIONED.search(text))
        settings = None if data is None and shared else reading.settings(data or {})
        self.diagnostics += reading.diagnostics
        self.texts[shown] = text
        return settings


def _why_no_settings(file: str) -> str:
    """Say what stands in the place of a configuration file; it is not opened, for it may be a pipe."""
    if os.path.isdir(file):
        what = "a folder"
    else:
        what = "no ordinary file" if os.path.exists(file) else "a link that cannot be followed"
    return f"{file}: this is {what}, so no settings can be read from it."


@dataclass(slots=True)
class _Reading:
    """One pass over a configuration file whose settings stand in ``table``, and which lies in ``folder``."""

    file: str
    text: str
    table: tuple[str, ...]
    folder: str
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def note(self, rule: Rule, message: str, hint: str, span: Span) -> None:
        self.diagnostics.append(Diagnostic(rule.code, rule.severity, message, hint, self.file, span))

    def data(self, *, silent: bool) -> dict[str, Any] | None:
        """Return the settings as they are written, or None when there are none."""
        try:
            data: Any = tomllib.loads(self.text.replace("\r\n", "\n"))
        except (ValueError, RecursionError) as error:  # also numbers of very many digits
            if not silent:
                said = str(error) if isinstance(error, tomllib.TOMLDecodeError) else ""
                span = place_of_error(said, self.text)
                self.note(NO_TOML, "The file is not well-formed TOML", _hint(said), span)
            return None
        for name in self.table:
            data = data.get(name) if isinstance(data, dict) else None
        if data is not None and not isinstance(data, dict):
            self.wrong(self.table, "must be a table", "Write `[tool.cxkit]` on a line of its own.")
            return {}
        return data

    def settings(self, data: Mapping[str, Any]) -> Settings:
        """Return what is right among the settings, and note what is not."""
        found: dict[str, Any] = {}
        for name, value in data.items():
            keys = (*self.table, name)
            read = _READERS.get(name)
            if read is None:
                hint = did_you_mean(name, _READERS) or f"Possible here: {', '.join(_READERS)}."
                span = place_of(keys, self.text)
                self.note(UNKNOWN_SETTING, f"`{name}` is not a setting of cxkit", hint, span)
            else:
                found[name.replace("-", "_")] = read(self, keys, value)
        return Settings(folder=self.folder, **found)

    def wrong(self, keys: tuple[str, ...], message: str, hint: str, *, item: str | None = None) -> None:
        """Note what is wrong with a value, or with one ``item`` of it."""
        span = place_of(keys, self.text, value=True)
        if item is not None:
            span = place_of_item(item, span, self.text)
        self.note(BAD_SETTING, f"`{keys[-1]}` {message}", hint, span)

    def codes(self, keys: tuple[str, ...], value: Any) -> tuple[str, ...]:
        """Return the codes and beginnings of codes in a list of codes and names of rules."""
        return self.rules(keys, value, why_none, lambda _code: None)

    def ignored(self, keys: tuple[str, ...], value: Any) -> tuple[str, ...]:
        """Return codes like `codes`, of rules that can be left out."""
        return self.rules(keys, value, partial(why_none, to_leave_out=True), why_not_left_out)

    def rules(
        self,
        keys: tuple[str, ...],
        value: Any,
        unknown: Callable[[str], str],
        why_not: Callable[[str], str | None],
    ) -> tuple[str, ...]:
        good = []
        for text in self.texts(keys, value, 'Write a list of codes, such as ["CX103", "CX16"].'):
            code = meant(text)
            why = unknown(text) if code is None else why_not(code)
            if why is None:
                good.append(code or text)
            else:
                sentence, _, hint = why.partition(". ")
                self.wrong(keys, f"names {shown(text)}: {sentence}", hint, item=text)
        return tuple(good)

    def texts(self, keys: tuple[str, ...], value: Any, hint: str) -> tuple[str, ...]:
        """Return a list of texts."""
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            return tuple(value)
        self.wrong(keys, "must be a list of texts", hint)
        return ()

    def flag(self, keys: tuple[str, ...], value: Any) -> bool:
        """Return true or false."""
        if not isinstance(value, bool):
            self.wrong(keys, "must be true or false", "Write true or false, without quotes.")
        return value is True

    def language(self, keys: tuple[str, ...], value: Any) -> str | None:
        """Return a language code."""
        if isinstance(value, str) and is_language(value):
            return value
        self.wrong(keys, "must be a language code", 'Write a code such as "fi" or "en".')
        return None

    def files(self, keys: tuple[str, ...], value: Any) -> tuple[str, ...]:
        """Return a list of names of files that are there."""
        files = self.texts(keys, value, 'Write a list of files, such as ["kinds/visit.yaml"].')
        good = []
        for file in files:
            path = as_stored(os.path.join(self.folder, file))
            said = _no_kind(path, file)
            if said is None:
                good.append(file)
            else:
                self.wrong(keys, f"names {shown(file)}: {said[0]}", said[1], item=file)
        return tuple(good)

    def patterns(self, keys: tuple[str, ...], value: Any) -> tuple[str, ...]:
        """Return a list of patterns of file names."""
        return self.texts(keys, value, 'Write a list of patterns, such as ["templates/", "old-*.yaml"].')

    def by_file(self, keys: tuple[str, ...], value: Any) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return codes by pattern of file names."""
        if not isinstance(value, dict):
            self.wrong(keys, "must be a table", 'Write, for example, { "drafts/**" = ["CX178"] }.')
            return ()
        return tuple((pattern, self.ignored((*keys, pattern), codes)) for pattern, codes in value.items())


_READERS = {
    "select": _Reading.codes,
    "ignore": _Reading.ignored,
    "strict": _Reading.flag,
    "language": _Reading.language,
    "kinds": _Reading.files,
    "exclude": _Reading.patterns,
    "per-file-ignores": _Reading.by_file,
}


def _no_kind(path: str, file: str) -> tuple[str, str] | None:
    """Say why a file cannot be one with a kind, with a hint; None where reading it will tell."""
    if os.path.isfile(path):
        try:
            kind = kind_in(read_text(path))
        except (UnreadableFile, Refused):
            return None
        if kind is None or nearest_kind(kind) == "canvas-kind":
            return None
        what = WHAT_KINDS_ARE.get(kind, "a canvas")
        return f"it is {what} (`kind: {kind}`) and no kind", "Name the file that has `kind: canvas-kind`."
    if os.path.isdir(path):
        return "it is a folder", _ONE_BY_ONE
    if any(sign in file for sign in "*?["):
        return "there is no such file, and patterns have no meaning here", _ONE_BY_ONE
    return "there is no such file", "Name files as seen from the folder of the configuration."


_ONE_BY_ONE = 'Files are named one by one, such as ["kinds/visit.yaml", "kinds/call.yaml"].'


def _hint(said: str) -> str:
    reason = re.sub(r"\s*\(at .*\)$", "", said)
    return f"{reason}." if reason else "Check the brackets and numbers."
