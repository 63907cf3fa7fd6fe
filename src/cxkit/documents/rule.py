"""The record of a rule, and how a function becomes one.

A rule is one function with everything that is known about it in one place:

    RULES: RuleBook[Course] = RuleBook("course")

    @RULES.rule("CX101", "weights-sum", why="…", bad="…", good="…")
    def weights_sum(course: Course) -> Iterator[Finding]:
        \"""What it checks; this sentence is part of the rule's documentation.\"""
        yield Finding(("components",), "what is wrong", "what to do", at_key=True)

Rules that do not go from a model to findings, such as those of reading, are records alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Generic, TypeVar

from cxkit.documents.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from cxkit.documents.document import Document, Path_

T = TypeVar("T")

MOST_FINDINGS = 100
"""What breaks a rule more often is told this many times: nobody reads on, and no file makes it slow."""

_CODE = re.compile(r"CX\d{3}", re.ASCII)
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_NEXT_FILE = re.compile(r"^--- # (\S+\.ya?ml)\n", re.MULTILINE)

FIRST_FILE = "course.yaml"
"""What the file of an example is called unless it says so itself."""


def files_in(example: str) -> dict[str, str]:
    """Return the files that an example consists of by their names; a line `--- # name.yaml` begins one."""
    first, *others = _NEXT_FILE.split(example)
    files = {FIRST_FILE: first} if first or not others else {}
    return files | dict(zip(others[::2], others[1::2], strict=True))


def in_one_text(files: Mapping[str, str]) -> str:
    """Write the files of an example as one text, the reverse of `files_in`."""
    return "".join(
        text if name == FIRST_FILE and not number else f"--- # {name}\n{text}"
        for number, (name, text) in enumerate(files.items())
    )


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as it is documented: `cxkit rule CODE` prints it, and the tests run its examples.

    ``kind`` is what it judges: `reading`, `course` or the kind of a canvas. ``bad`` is the text of a whole
    document, or of several (see `files_in`), that raises this rule and no other, ``good`` one that raises
    nothing at all. Raises ValueError when any of it is missing.
    """

    code: str
    name: str
    severity: Severity
    kind: str
    checks: str
    why: str
    bad: str
    good: str

    def __post_init__(self) -> None:
        if not _CODE.fullmatch(self.code) or not _NAME.fullmatch(self.name):
            raise ValueError(f"a rule is called by a code such as CX101 and words-like-these: {self!r}")
        # Docstrings, which say what is checked, are gone under `python -OO`; the rules work without.
        sentences = (self.checks, self.why) if __debug__ else (self.why,)
        if not all(text.strip().endswith(".") for text in sentences):
            raise ValueError(f"{self.code} does not say in sentences what it checks and why")
        if not self.bad.strip() or not self.good.strip() or self.bad == self.good:
            raise ValueError(f"{self.code} has no bad and good example")


@dataclass(frozen=True, slots=True)
class Finding:
    """A broken rule at a place of a model, before it becomes a line and column.

    ``path`` leads to a value; with ``at_key`` the finding is about the key itself. ``earlier``
    leads to another place that the message names by its line, where it says ``{line}``. ``severity`` is
    given where a finding weighs otherwise than its rule does in general.
    """

    path: Path_
    message: str
    hint: str
    at_key: bool = False
    earlier: Path_ | None = None
    severity: Severity | None = None

    def diagnostic(self, rule: Rule, document: Document) -> Diagnostic:
        """Place the finding in the file."""
        message = self.message
        if self.earlier is not None:
            line = document.value_span(document.as_written(self.earlier)).line
            message = message.replace("{line}", str(line))
        return document.diagnostic(
            rule.code,
            message,
            at=document.as_written(self.path),
            at_key=self.at_key,
            hint=self.hint,
            severity=self.severity or rule.severity,
        )


@dataclass(frozen=True, slots=True)
class ModelRule(Generic[T]):
    """A rule together with the function that finds where a model breaks it."""

    rule: Rule
    find: Callable[[T], Iterable[Finding]]

    def diagnostics(self, model: T, document: Document) -> list[Diagnostic]:
        """Return the first places that break the rule; ``document`` is what the model was read from."""
        first = islice(self.find(model), MOST_FINDINGS)
        return [finding.diagnostic(self.rule, document) for finding in first]


@dataclass(slots=True)
class RuleBook(Generic[T]):
    """The rules that one module has for one kind of document, in the order of the module.

    ``complete`` makes a whole document of an example that is only the lines that matter.
    """

    kind: str
    complete: Callable[[str], str] = str
    rules: list[ModelRule[T]] = field(default_factory=list)

    def rule(
        self, code: str, name: str, severity: Severity = Severity.ERROR, *, why: str, bad: str, good: str
    ) -> Callable[[Callable[[T], Iterable[Finding]]], Callable[[T], Iterable[Finding]]]:
        """Make a rule of the function below; its docstring says what the rule checks.

        Raises ValueError when the documentation or an example is missing.
        """

        def add(find: Callable[[T], Iterable[Finding]]) -> Callable[[T], Iterable[Finding]]:
            checks = " ".join((find.__doc__ or "").split())
            bad_one, good_one = self.complete(bad), self.complete(good)
            record = Rule(code, name, severity, self.kind, checks, why, bad_one, good_one)
            self.rules.append(ModelRule(record, find))
            return find

        return add

    def __iter__(self) -> Iterator[ModelRule[T]]:
        return iter(self.rules)
