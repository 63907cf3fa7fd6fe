"""The examples of a rule as they are shown: short ones whole, of long ones what matters."""

from __future__ import annotations

from cxkit.checks.formats.examples import LINES, examples
from cxkit.documents.diagnostics import Severity
from cxkit.documents.rule import Rule


def shown(bad: str, good: str) -> tuple[str, str]:
    rule = Rule("CX999", "trial", Severity.ERROR, "journey", checks="A.", why="B.", bad=bad, good=good)
    return examples(rule)


def test_short_ones_are_whole() -> None:
    assert shown("kind: a\nb: 1\n", "kind: a\nb: 2\n") == ("kind: a\nb: 1", "kind: a\nb: 2")


def test_of_long_ones_the_difference_is_shown_where_it_stands() -> None:
    first = "kind: journey\nid: a\n" + "".join(f"k{n}: {n}\n" for n in range(LINES))
    entry = "stages:\n  - id: one\n    title: One\n    data: x\n    notes: y\n    why: z\n"
    last = "more:\n  - id: two\n  - id: three\n"
    bad, good = shown(first + entry + last, first + entry.replace("    why: z\n", "") + last)
    assert bad.splitlines() == [
        "kind: journey",
        "# …",
        "stages:",
        "  - id: one",
        "    # …",
        "    data: x",
        "    notes: y",
        "    why: z",
        "more:",
        "  - id: two",
        "  # …",
    ]
    assert good.splitlines() == [line for line in bad.splitlines() if "why" not in line]


def test_every_file_of_an_example_is_named() -> None:
    filler = "".join(f"k{n}: {n}\n" for n in range(LINES))
    bad, _ = shown(f"kind: a\n{filler}--- # b.yaml\nkind: b\nid: b\n", f"kind: a\n{filler}")
    assert bad.splitlines()[:2] == ["kind: a", "# …"]
    assert bad.splitlines()[-3:] == ["--- # b.yaml", "kind: b", "id: b"]


def test_very_long_ones_are_cut() -> None:
    bad, good = shown("a\n" * 5000, "b: 'x\ty'\n")
    assert bad.splitlines()[-1] == "# … and 4,960 lines more"
    assert good == "b: 'x⇥   y'"


def test_long_lines_end_early() -> None:
    bad, _ = shown("a: " + "b" * 500, "c")
    assert len(bad) == 120
    assert bad.endswith("…")
