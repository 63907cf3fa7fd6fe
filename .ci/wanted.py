"""Print every requirement of pyproject.toml that is pinned, one a line: package, extras and groups.

With the name of a group as argument, print what that group alone asks for.
"""

import sys
import tomllib
from pathlib import Path

PROJECT = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))
NOT_PINNED = {"fuzz"}
"""Groups that one target installs for itself, where it can."""


def wanted(*names: str) -> list[str]:
    """Return the requirements as written, sorted and without repetition; of some groups only, if named."""
    groups = PROJECT["dependency-groups"]
    lines = set() if names else set(PROJECT["project"]["dependencies"]) | set(_of_extras())
    for name in names or (name for name in groups if name not in NOT_PINNED):
        lines.update(entry for entry in groups[name] if isinstance(entry, str))
    return sorted(lines)


def _of_extras() -> list[str]:
    extras = PROJECT["project"]["optional-dependencies"].values()
    return [entry for entries in extras for entry in entries if not entry.startswith("cxkit[")]


if __name__ == "__main__":
    sys.stdout.write("\n".join(wanted(*sys.argv[1:])) + "\n")
