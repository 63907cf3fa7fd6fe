"""What the reading of a document refuses, documented: why, an example that is refused, and one that is not.

The refusals themselves stand where files are read; their codes and what each stands for in `codes`.
An example that is not UTF-8 has its foreign bytes as lone surrogates, as Python's `surrogateescape` does.
"""

from __future__ import annotations

from cxkit.documents.codes import Code
from cxkit.documents.diagnostics import Severity
from cxkit.documents.rule import Rule
from cxkit.documents.sound import SOUND


def _swap(old: str, new: str) -> str:
    return SOUND.replace(old, new)


def _deep() -> str:
    return f"{SOUND}notes: {'[' * 50}{']' * 50}\n"


def _many() -> str:
    return SOUND + "literature:\n" + "  - A book\n" * 60_000


def _large() -> str:
    return SOUND + "# A long comment.\n" * 130_000


_EXAMPLES: dict[Code, tuple[str, str, str | None]] = {
    Code.SYNTAX: (
        "A text that is no YAML can be read in several ways, and none of them would be what was meant.",
        _swap("title: Demonstration", "title: Demonstration: the exam"),
        _swap("title: Demonstration", 'title: "Demonstration: the exam"'),
    ),
    Code.TAB: (
        (
            "A tab is as wide as each editor likes, so YAML does not say how deep a line stands that begins "
            "with one."
        ),
        _swap("  - {id: exam", "\t- {id: exam"),
        None,
    ),
    Code.DUPLICATE_KEY: (
        "Most programs silently keep the last of two equal keys, and somebody goes on editing the first.",
        _swap("credits: 5\n", "credits: 5\ncredits: 3\n"),
        None,
    ),
    Code.ALIAS: (
        (
            "An alias makes a change in one place change another that nobody looks at, and a few lines of "
            "aliases can stand for more data than fits into a computer."
        ),
        _swap("title: Demonstration\n", "title: &name Demonstration\ngroup: *name\n"),
        _swap("title: Demonstration\n", "title: Demonstration\ngroup: Demonstration\n"),
    ),
    Code.MERGE_KEY: (
        "What is merged in from another place cannot be seen where it counts.",
        _swap("credits: 5\n", "credits: 5\nperiod: {<<: {start: 2026-01-12}, end: 2026-03-27}\n"),
        _swap("credits: 5\n", "credits: 5\nperiod: {start: 2026-01-12, end: 2026-03-27}\n"),
    ),
    Code.TAG: (
        "Some YAML readers run programs that a tag names; a document is data and nothing else.",
        _swap("title: Demonstration", "title: !!str Demonstration"),
        None,
    ),
    Code.SEVERAL_DOCUMENTS: (
        (
            "One file is one course or canvas, so that its name, its history and its findings are about one "
            "thing."
        ),
        SOUND + "---\n" + SOUND,
        None,
    ),
    Code.TOO_DEEP: (
        "Nothing in a document needs that depth; it is a slip, or an attempt to make programs crash.",
        _deep(),
        None,
    ),
    Code.TOO_MANY_NODES: (
        "A file that large was not written by a person; data about students belongs into a roster.",
        _many(),
        _swap("credits: 5\n", "credits: 5\nliterature: [A book]\n"),
    ),
    Code.TOO_LARGE: (
        "Course files are a few pages long, and the limit keeps a wrong file from filling the memory.",
        _large(),
        None,
    ),
    Code.COMPLEX_KEY: (
        "No key of a document has parts; a bracket at the beginning of a key is text without its quotes.",
        _swap("title: Demonstration\n", "title: Demonstration\n[notes]: Bring a pen.\n"),
        _swap("title: Demonstration\n", "title: Demonstration\nnotes: Bring a pen.\n"),
    ),
    Code.CONTROL_CHARACTER: (
        "A control character cannot be seen, and terminals and other programs may obey it.",
        _swap("title: Demonstration", "title: Demon\x1b[31mstration"),
        None,
    ),
    Code.BAD_ENCODING: (
        "Guessing an encoding turns names such as Länsi into other names.",
        _swap("title: Demonstration", "title: L\udce4nsi"),
        _swap("title: Demonstration", "title: Länsi"),
    ),
    Code.EMPTY: (
        "An empty file is usually one whose writing was interrupted.",
        "# Nothing yet.\n",
        None,
    ),
    Code.NOT_A_MAPPING: (
        "Everything in a document has a name; a list or a single text does not say what it is.",
        "- kind: course\n- version: 1\n",
        None,
    ),
    Code.CURLY_QUOTES: (
        (
            "YAML knows only straight quotes: curly ones become a part of the name, which is then shown with "
            "them and is equal to no other."
        ),
        _swap("title: Demonstration", "title: ”Demonstration”"),
        _swap("title: Demonstration", 'title: "Demonstration"'),
    ),
    Code.MISSING_KIND: (
        "Without its kind nobody knows by which rules a file is to be read.",
        _swap("kind: course\n", ""),
        None,
    ),
    Code.UNKNOWN_KIND: (
        "A misspelt kind would leave a file unchecked.",
        _swap("kind: course", "kind: coarse"),
        None,
    ),
    Code.OTHER_KIND: (
        "A command that needs a course cannot guess one from a file of another kind.",
        _swap("kind: course", "kind: persona"),
        None,
    ),
    Code.MISSING_VERSION: (
        "The version lets a later cxkit read old files the way they were meant.",
        _swap("version: 1\n", ""),
        None,
    ),
    Code.NEWER_VERSION: (
        "An older cxkit could overlook what a newer format means, and grade by half of the rules.",
        _swap("version: 1", "version: 2"),
        None,
    ),
    Code.BAD_VERSION: (
        "A version that never existed is a slip, and whatever it was meant to be may read differently.",
        _swap("version: 1", "version: 0"),
        None,
    ),
    Code.UNKNOWN_KEY: (
        "A misspelt key would silently have no effect, and a rule that has no effect changes grades.",
        _swap("max: 30", "max: 30, pass_mrk: 50"),
        _swap("max: 30", "max: 30, pass_mark: 50"),
    ),
    Code.MISSING_KEY: (
        "What a course must say cannot be guessed.",
        _swap("credits: 5\n", ""),
        None,
    ),
    Code.WRONG_TYPE: (
        "A value of another type than wanted is usually text without quotes, or a list without its dash.",
        _swap("title: Demonstration", "title: 2026"),
        _swap("title: Demonstration", 'title: "2026"'),
    ),
    Code.BAD_NUMBER: (
        (
            "Programs disagree on what `010`, `1_000`, `1e2` and `12,5` are; grades are computed only from "
            "numbers that everybody reads alike, and exactly."
        ),
        _swap("max: 30", "max: 030"),
        None,
    ),
    Code.NOT_A_BOOLEAN: (
        "`yes`, `no`, `on` and `off` are texts to some programs and truth values to others.",
        _swap("credits: 5\n", "credits: 5\nall_required: no\n"),
        _swap("credits: 5\n", "credits: 5\nall_required: false\n"),
    ),
    Code.BAD_DATE: (
        "A date in another order of day and month is read as another day.",
        _swap("credits: 5\n", "credits: 5\nperiod: {start: 2026-02-30, end: 2026-03-27}\n"),
        _swap("credits: 5\n", "credits: 5\nperiod: {start: 2026-02-28, end: 2026-03-27}\n"),
    ),
    Code.BAD_TIME: (
        "One way to write the time of day leaves no doubt whether 4.15 is a time or a number.",
        _swap(
            "credits: 5\n",
            "credits: 5\nsessions:\n  - {date: 2026-01-13, start: 9.15, end: '11:45', topic: Kick-off}\n",
        ),
        _swap(
            "credits: 5\n",
            "credits: 5\nsessions:\n  - {date: 2026-01-13, start: '09:15', end: '11:45', topic: Kick-off}\n",
        ),
    ),
    Code.BAD_VALUE: (
        "A word that a key does not know would have no effect, or another one than was meant.",
        _swap("max: 30", "max: 30, mark: point"),
        _swap("max: 30", "max: 30, mark: points"),
    ),
    Code.BAD_IDENTIFIER: (
        (
            "Ids become parts of file names; one that leads into another folder or means a device on some "
            "systems would write where nobody expects it, and an invisible character makes two equal-looking "
            "ids differ."
        ),
        _swap("id: demo-1", "id: ../demo"),
        None,
    ),
    Code.BAD_TEXT: (
        "An empty text shows as a gap in reports, and a language that is no code is never chosen.",
        _swap("title: Demonstration", "title: {finnish: Esittely, en: Demonstration}"),
        _swap("title: Demonstration", "title: {fi: Esittely, en: Demonstration}"),
    ),
}


def _rule(code: Code) -> Rule:
    why, bad, good = _EXAMPLES[code]
    name = code.name.lower().replace("_", "-")
    severity = Severity.WARNING if code is Code.CURLY_QUOTES else Severity.ERROR
    return Rule(code.value, name, severity, "reading", code.sentence, why, bad, good or SOUND)


RULES: tuple[Rule, ...] = tuple(_rule(code) for code in Code)
"""The reading rules in the order of their codes."""
