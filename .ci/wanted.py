"""Print every requirement of pyproject.toml that is pinned, one a line: the package's own and its groups'.

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
    lines = set() if names else set(PROJECT["project"]["dependencies"])
    for name in names or (name for name in groups if name not in NOT_PINNED):
        lines.update(entry for entry in groups[name] if isinstance(entry, str))
    return sorted(lines)


if __name__ == "__main__":
    sys.stdout.write("\n".join(wanted(*sys.argv[1:])) + "\n")
