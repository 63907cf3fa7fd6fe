"""Print every requirement of pyproject.toml, one a line: the package's own and its groups'."""

import sys
import tomllib
from pathlib import Path

PROJECT = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))


def wanted() -> list[str]:
    """Return the requirements as written, sorted and without repetition."""
    lines = set(PROJECT["project"]["dependencies"])
    for group in PROJECT["dependency-groups"].values():
        lines.update(entry for entry in group if isinstance(entry, str))
    return sorted(lines)


if __name__ == "__main__":
    sys.stdout.write("\n".join(wanted()) + "\n")
