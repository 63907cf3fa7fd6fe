"""Help pages that begin with what a command is for and with examples; usage and options follow."""

from __future__ import annotations

import re
from typing import Any

from typer.core import TyperCommand, TyperGroup

_NEGATIVE = re.compile(r"-\d")


class GroupHelp(TyperGroup):
    """A group of commands whose help begins with examples."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the page: purpose and examples, usage, options and commands."""
        self.format_help_text(ctx, formatter)
        formatter.write_paragraph()
        self.format_usage(ctx, formatter)
        self.format_options(ctx, formatter)


class CommandHelp(TyperCommand):
    """A command whose help begins with examples and whose arguments may look like negative numbers."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the page: purpose and examples, usage, options."""
        self.format_help_text(ctx, formatter)
        formatter.write_paragraph()
        self.format_usage(ctx, formatter)
        self.format_options(ctx, formatter)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Take what looks like a negative number (a student's id) as an argument, not as an option."""
        if "--" not in args:
            numbers = [argument for argument in args if _NEGATIVE.match(argument)]
            if numbers:
                args = [argument for argument in args if argument not in numbers] + ["--", *numbers]
        return super().parse_args(ctx, args)
