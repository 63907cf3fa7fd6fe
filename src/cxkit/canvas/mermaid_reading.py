"""Mermaid text → user journeys as data, or findings with their places.

Follows the grammar of Mermaid 11: keywords in any case, `%%` and `#` begin comments, a colon ends a name, and
a semicolon may not stand anywhere. Comments, directives and what else has no place become notes.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field, replace
from typing import Any

from cxkit.canvas.exchange_codes import MOST_TOUCHPOINTS
from cxkit.canvas.import_findings import Findings
from cxkit.canvas.mermaid_diagram import REMARK, Diagram, Section, Task
from cxkit.canvas.mermaid_sources import Line, Source, sources
from cxkit.canvas.mermaid_words import read
from cxkit.documents.events import parse
from cxkit.documents.nearness import nearest
from cxkit.documents.problem import shown

_HEADER = re.compile(r"journey(?![\w-])[ \t]*", re.IGNORECASE)
_STATEMENT = re.compile(
    r"(?P<word>title|section)(?:[^\S\n]+(?P<text>.*)|$)|(?P<acc>accTitle|accDescr)\s*:\s*(?P<value>.*)"
    r"|accDescr\s*\{(?P<open>.*)",
    re.IGNORECASE,
)
_TEXT = re.compile(r"(?:#\w+;|[^#;])*")
_NAME = re.compile(r"(?:#\w+;|[^#;:])*")
_SCORE = re.compile(r"[+-]?[0-9]+(?:\.0+)?")
_OTHER = re.compile(
    r"(flowchart|graph|sequenceDiagram|classDiagram|stateDiagram|erDiagram|gantt|pie|gitGraph|mindmap|timeline"
    r"|quadrantChart|requirementDiagram|C4\w+|sankey|xychart|block|packet|kanban|architecture|radar|treemap)"
    r"(?![a-z])",
    re.IGNORECASE,
)
_LIKE_A_KEYWORD = 0.7
_TASK = "A task is written `Name: score: actor, actor`, with a score from 1 to 5."
_SCORE_WANTED = "Write a whole number from 1 to 5 behind the name of the task."
_BEGIN = "A user journey begins with a line that says `journey`."


def diagrams(text: str, file: str) -> list[Diagram]:
    """Read every user journey of a text. Raises `Refused` with all that is wrong in it."""
    findings = Findings(file)
    found = [_Reader(source, findings).diagram() for source in sources(text)]
    count = sum(len(section.tasks) for one in found for section in one.sections)
    if count > MOST_TOUCHPOINTS:
        message = f"There are {count:,} tasks, and more than {MOST_TOUCHPOINTS:,} are not read"
        findings.add("CX388", message, "Give the file of one journey.", 1, 0)
    findings.or_refuse()
    return found


@dataclass(slots=True)
class _Open:
    """A section to which tasks are still being added."""

    name: str | None
    exact: dict[str, Any] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)

    def closed(self) -> Section:
        return Section(self.name, tuple(self.tasks), self.exact, tuple(self.notes))


class _Reader:
    """Reads one diagram line by line; what is wrong is noted, and the next line is read."""

    def __init__(self, source: Source, findings: Findings) -> None:
        self._source = source
        self._lines = iter(source.lines)
        self._findings = findings
        self._title: str | None = None
        self._description: str | None = None
        self._head: dict[str, Any] = {}
        self._remark: dict[str, Any] = {}
        self._notes: list[str] = []
        self._waiting: list[str] = []
        self._sections: list[_Open] = []

    def diagram(self) -> Diagram:
        """Return what was read; of a diagram with findings, whatever made sense."""
        if self._begin():
            for line in self._lines:
                self._read(line, line.text.strip())
        left = json.dumps(self._remark, ensure_ascii=False) if self._remark else None
        self._waiting += [left] if left is not None else []
        (self._sections[-1].notes if self._sections else self._notes).extend(self._waiting)
        sections = tuple(one.closed() for one in self._sections)
        return Diagram(self._title, sections, self._description, self._head, tuple(self._notes), left)

    def _begin(self) -> bool:
        """Go to the line after `journey`; note what stands in its place."""
        for line in self._lines:
            text = line.text.strip()
            if text == "---":
                self._front_matter()
            elif text.startswith(("%%", "#")):
                self._comment(text)
            elif found := _HEADER.match(text):
                self._notes += self._waiting
                self._waiting = []
                if text[found.end() :]:
                    self._read(line, text[found.end() :])
                return True
            elif text:
                self._no_journey(line, text)
                return False
        self._findings.add("CX380", "There is no Mermaid user journey here", _BEGIN, self._source.first, 0)
        return False

    def _no_journey(self, line: Line, text: str) -> None:
        start = len(line.text) - len(line.text.lstrip())
        other = _OTHER.match(text)
        if other is not None:
            message = f"This is a diagram of the type {shown(other[1])}, not a user journey"
            hint = "Only user journeys can be imported; take the others out of the file."
            self._findings.add("CX380", message, hint, line.number, start, start + other.end())
        else:
            message = f"{shown(text)} does not begin a Mermaid user journey"
            self._findings.add("CX380", message, _BEGIN, line.number, start, len(line.text.rstrip()))

    def _front_matter(self) -> None:
        taken: list[Line] = []
        for line in self._lines:
            if line.text.strip() == "---":
                break
            taken.append(line)
        if not taken:
            return
        # Empty lines in front give every place its number in the file.
        text = "\n" * (taken[0].number - 1) + "\n".join(line.text for line in taken)
        # Under a name of its own: the file's ending would say that it holds no YAML.
        document, diagnostics = parse(text, "")
        self._findings.take([replace(one, file=self._findings.file) for one in diagnostics])
        data = dict(document.data) if document is not None else {}
        title = data.pop("title", None)
        self._title = None if title is None else str(title).strip() or None
        if data:
            self._notes.append("\n".join(line.text for line in taken))

    def _read(self, line: Line, text: str) -> None:
        if not text:
            return
        if text.startswith(("%%", "#")) and not re.match(r"#\w+;", text):
            self._comment(text)
            return
        found = _STATEMENT.fullmatch(text)
        at = line.text.rfind(text)
        if found is None:
            self._task(line, text, at)
        elif found["word"]:
            self._named(found["word"].lower(), line, found["text"] or "", at + len(text))
        elif found["acc"]:
            self._accessible(found["acc"].lower(), read(found["value"]))
        else:
            self._accessible("accdescr", read(self._braced(found["open"])))

    def _comment(self, text: str) -> None:
        if text.startswith("%%{"):
            while "}%%" not in text and (more := next(self._lines, None)) is not None:
                text += "\n" + more.text
            self._waiting.append(text)
            return
        remark = _remark(text)
        if remark is None:
            self._wait_with(text.lstrip("%#").strip())
        elif not self._sections and not self._head and "journey" in remark:
            self._head = remark
        else:
            self._remark |= remark

    def _wait_with(self, comment: str) -> None:
        if comment:
            self._waiting.append(comment)

    def _braced(self, first: str) -> str:
        lines = [first]
        while "}" not in lines[-1] and (more := next(self._lines, None)) is not None:
            lines.append(more.text.strip())
        inside, _, behind = lines[-1].partition("}")
        self._wait_with(behind.strip())
        return " ".join(part for part in [*lines[:-1], inside.strip()] if part)

    def _accessible(self, what: str, value: str) -> None:
        if what == "accdescr" and self._description is None:
            self._description = value or None
        elif value and not (what == "acctitle" and value == self._title):
            self._notes.append(value)

    def _named(self, word: str, line: Line, text: str, end: int) -> None:
        """Take in a title or a section."""
        start = end - len(text)
        pattern = _TEXT if word == "title" else _NAME
        name = self._word(pattern, line, text, start)
        if not name:
            message = f"The name of the {word} is missing"
            self._findings.add("CX381", message, f"Write it behind `{word}`.", line.number, start, end)
        elif word == "section":
            self._sections.append(_Open(name, self._taken_remark(), [*self._taken_notes()]))
        else:
            if self._title is not None and self._title != name:
                self._notes.append(self._title)
            self._title = name

    def _taken_remark(self) -> dict[str, Any]:
        remark, self._remark = self._remark, {}
        return remark

    def _taken_notes(self) -> tuple[str, ...]:
        notes, self._waiting = tuple(self._waiting), []
        return notes

    def _word(self, pattern: re.Pattern[str], line: Line, text: str, start: int) -> str:
        """Return the word at the beginning of a text; a comment may follow, anything else is noted."""
        found = pattern.match(text)
        assert found is not None
        behind = text[found.end() :]
        if behind.startswith("#"):
            self._wait_with(behind.lstrip("#").strip())
        elif behind:
            self._stray(line, behind[0], start + found.end())
        return read(found[0])

    def _stray(self, line: Line, sign: str, at: int) -> None:
        message = f"{shown(sign)} cannot stand in a Mermaid user journey here"
        hint = f"In a text, write `#{ord(sign)};` in its place."
        self._findings.add("CX381", message, hint, line.number, at, at + 1)

    def _task(self, line: Line, text: str, start: int) -> None:
        found = _NAME.match(text)
        assert found is not None
        name, behind = read(found[0]), text[found.end() :]
        if not behind.startswith(":"):
            if behind.startswith(";"):
                self._stray(line, ";", start + found.end())
                return
            message = "A task needs a score" if name else "This line has no meaning in a Mermaid user journey"
            hint = _keyword_meant(text) or _TASK
            self._findings.add("CX381", message, hint, line.number, start, start + len(text))
            return
        if not name:
            self._findings.add("CX381", "The name of the task is missing", "Write it in front of the colon.",
                               line.number, start, start + 1)  # fmt: skip
        data = _TEXT.match(behind, 1)
        assert data is not None
        self._word(_TEXT, line, behind[1:], start + found.end() + 1)
        score_text, *more = data[0].split(":")
        hint = _colon_in_name(found[0], score_text, more) or _SCORE_WANTED
        score = self._score(line, score_text, start + found.end() + 1, hint)
        actors = [read(actor) for actor in more[0].split(",")] if more else []
        notes = [read(":".join(more[1:]))] if more[1:] else []
        task = Task(
            name,
            score,
            tuple(dict.fromkeys(filter(None, actors))),
            self._taken_remark(),
            (*self._taken_notes(), *filter(None, notes)),
        )
        self._add(task)

    def _score(self, line: Line, text: str, start: int, hint: str) -> int:
        plain = text.strip()
        at = start + len(text) - len(text.lstrip())
        if not plain:
            self._findings.add("CX382", "The score is missing", hint, line.number, start, start + len(text))
        elif not _SCORE.fullmatch(plain) or len(plain) > 12:
            message = f"The score must be a whole number, not {shown(plain)}"
            self._findings.add("CX382", message, hint, line.number, at, at + len(plain))
        elif not 1 <= int(float(plain)) <= 5:
            message = f"The score {shown(plain)} is not between 1 and 5"
            self._findings.add("CX382", message, hint, line.number, at, at + len(plain))
        else:
            return int(float(plain))
        return 1

    def _add(self, task: Task) -> None:
        """Put a task into the section, or in front of all sections."""
        if not self._sections:
            self._sections.append(_Open(None))
        self._sections[-1].tasks.append(task)


def _keyword_meant(text: str) -> str | None:
    """Return the hint for a line whose first word is nearly that of a title or a section."""
    first, _, rest = text.partition(" ")
    near = nearest(first, ("title", "section"), likeness=_LIKE_A_KEYWORD) if rest.strip() else None
    return f"Did you mean `{near}`?" if near is not None else None


def _colon_in_name(name: str, score: str, more: list[str]) -> str | None:
    """Return the hint for a line that has its score further back, behind a colon that belongs to the name."""
    for number, part in enumerate(more):
        if re.fullmatch("[1-5]", part.strip()):
            whole = "#58;".join([name, score, *more[:number]])
            line = ":".join([whole, *more[number:]])
            return f"In a name, a colon is written `#58;`: {shown(line.strip())}."
    return None


def _remark(text: str) -> dict[str, Any] | None:
    """Return what one of our own comments says, or None for any other."""
    if not text.startswith(REMARK):
        return None
    try:
        found = json.loads(text.removeprefix(REMARK))
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None
