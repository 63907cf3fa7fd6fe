"""Help pages that begin with what a command is for and with examples; usage and options follow."""

from __future__ import annotations

import re
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

_NEGATIVE = re.compile(r"-\d")


_WHOLE = 1000
"""More characters than the first sentence of a help has: no description is cut."""


class GroupHelp(TyperGroup):
    """A group of commands whose help begins with examples."""

    def get_short_help_str(self, _limit: int = _WHOLE) -> str:
        """Return the whole first sentence, which is what a list of commands says of this one."""
        return super().get_short_help_str(_WHOLE)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the page: purpose and examples, usage, options and commands."""
        self.format_help_text(ctx, formatter)
        formatter.write_paragraph()
        self.format_usage(ctx, formatter)
        self.format_options(ctx, formatter)


class CommandHelp(TyperCommand):
    """A command whose help begins with examples and whose arguments may look like negative numbers."""

    def get_short_help_str(self, _limit: int = _WHOLE) -> str:
        """Return the whole first sentence, which is what a list of commands says of this one."""
        return super().get_short_help_str(_WHOLE)

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """Return what follows the command's name in the usage: `[OPTIONS] ROSTER [PATH]...`."""
        return ["[OPTIONS]", *(_in_usage(argument) for argument in _of_type(self, ctx, "argument"))]

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the lists of arguments and options, an argument by its name alone."""
        arguments = [(_name(argument), argument.help) for argument in _of_type(self, ctx, "argument")]
        if arguments:
            with formatter.section("Arguments"):
                formatter.write_dl(arguments)
        with formatter.section("Options"):
            formatter.write_dl([option.get_help_record(ctx) for option in _of_type(self, ctx, "option")])

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the page: purpose and examples, usage, options."""
        self.format_help_text(ctx, formatter)
        formatter.write_paragraph()
        self.format_usage(ctx, formatter)
        self.format_options(ctx, formatter)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Take what looks like a negative number (a student's id) as an argument, not as an option."""
        self._refuse_single_dash(ctx, args)
        if "--" not in args:
            numbers = [argument for argument in args if _NEGATIVE.match(argument)]
            if numbers:
                args = [argument for argument in args if argument not in numbers] + ["--", *numbers]
        return super().parse_args(ctx, args)

    def _refuse_single_dash(self, ctx: Any, args: list[str]) -> None:
        """Refuse `-lang`, which would be read as `-l -a -n -g`, where there is an option `--lang`."""
        known = {name for parameter in self.params for name in parameter.opts if name.startswith("--")}
        for argument in args[: args.index("--")] if "--" in args else args:
            word = argument.partition("=")[0]
            if f"-{word}" in known:
                message = f"No such option: `{word}`. Did you mean `-{word}`?"
                raise typer.BadParameter(message, ctx=ctx)


def _of_type(command: TyperCommand, ctx: Any, type_: str) -> list[Any]:
    return [parameter for parameter in command.get_params(ctx) if parameter.param_type_name == type_]


def _name(argument: Any) -> str:
    return f"{argument.metavar}"


def _in_usage(argument: Any) -> str:
    name = _name(argument) if argument.required else f"[{_name(argument)}]"
    return name if argument.nargs == 1 else f"{name}..."
