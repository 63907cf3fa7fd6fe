"""What a course rule finds, and where: a place in the model, before it becomes a line and column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxkit.documents.diagnostics import Diagnostic
from cxkit.documents.nearness import did_you_mean

if TYPE_CHECKING:
    from cxkit.course.model import Course
    from cxkit.documents.document import Document

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A broken rule at a place of the file.

    ``path`` leads to a value; with ``at_key`` the finding is about the key itself. ``earlier``
    leads to another place that the message names by its line, where it says ``{line}``.
    """

    code: str
    path: Path
    message: str
    hint: str
    at_key: bool = False
    earlier: Path | None = None

    def diagnostic(self, document: Document) -> Diagnostic:
        """Place the finding in the file."""
        message = self.message
        if self.earlier is not None:
            message = message.replace("{line}", str(document.value_span(self.earlier).line))
        return document.diagnostic(self.code, message, at=self.path, at_key=self.at_key, hint=self.hint)


Rule = Callable[["Course"], Iterator[Finding]]


def meant(word: str, known: Iterable[str], *, what: str) -> str:
    """Return a hint: the nearest known word, else all of them after ``what``."""
    words = list(known)
    listed = ", ".join(words) if words else "none"
    return did_you_mean(word, words) or f"{what}: {listed}."
