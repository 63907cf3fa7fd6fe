"""What one run of `cxkit check` found: the one value that every output format is written from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cxkit.documents.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from cxkit.canvas.completeness import Completeness
    from cxkit.documents.rule import Rule


@dataclass(frozen=True, slots=True)
class Findings:
    """The outcome of one run.

    ``files`` are the names of all files that were checked, as the user gave them, in the order of the
    output; ``diagnostics`` are in the order of files, lines and columns, and may be about configuration
    files, which are not among ``files``. ``texts`` holds the text of each file that has a finding, if it
    could be read, by name. ``unreadable`` has a sentence for each file that could not be opened at all.
    ``failing`` tells whether anything is at or above the level that fails a run. ``strict`` names the files
    in which warnings fail it, too. ``folders`` were looked through, and ``passed_over`` of the YAML files in
    them are other programs'. ``completeness`` says of each canvas how much of it is filled, by file.
    """

    files: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    texts: Mapping[str, str] = field(default_factory=dict)
    unreadable: tuple[str, ...] = ()
    failing: bool = False
    strict: frozenset[str] = frozenset()
    folders: tuple[str, ...] = ()
    passed_over: int = 0
    completeness: Mapping[str, Completeness] = field(default_factory=dict)

    @property
    def rules(self) -> Mapping[str, Rule]:
        """Every rule there is, by code, for formats that describe rules."""
        from cxkit.checks.catalogue import RULES

        return RULES

    def count(self, severity: Severity) -> int:
        """Return how many findings are of one severity."""
        return sum(diagnostic.severity is severity for diagnostic in self.diagnostics)
