"""Write docs/rules.md from the rules themselves: `make rules`."""

from pathlib import Path

from cxkit.checks.rule_pages import page

if __name__ == "__main__":
    (Path(__file__).parent / "rules.md").write_text(page(), encoding="utf-8", newline="\n")
