"""The three endings of the program and their exit status: done, said why, a bug.

Commands raise what stops them; `ending` says it in a sentence and gives the status. What a finding
looks like is for `cxkit.checks.formats`.
"""

from __future__ import annotations

import os
import platform
import signal
import tempfile
import threading
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import IntEnum
from types import FrameType
from typing import Any

import typer
from typer.main import get_command

from cxkit import __version__
from cxkit.cli import console
from cxkit.documents.diagnostics import UnreadableFile
from cxkit.escape import terminal
from cxkit.files import UnwritableFile


class Exit(IntEnum):
    """What the shell is told."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    BUG = 3
    INTERRUPTED = 130
    TERMINATED = 143


class Terminated(KeyboardInterrupt):
    """Somebody asked the program to end (SIGTERM); cleans up like an interrupt."""


def run(app: typer.Typer, arguments: Sequence[str]) -> int:
    """Carry out one command line and return its exit status, whatever happens."""
    command = get_command(app)
    with _termination_as_exception():
        try:
            with command.make_context("cxkit", list(arguments)) as context:
                command.invoke(context)
            console.flush()
        except BaseException as error:
            return _ending(error)
    return Exit.DONE


def _ending(error: BaseException) -> int:
    try:
        return _say(error)
    except BrokenPipeError:
        console.discard_output()
        return Exit.DONE


def _say(error: BaseException) -> int:
    match error:
        case typer.Exit():
            console.flush()
            return error.exit_code
        case BrokenPipeError():
            raise error
        case typer.TyperException():
            console.err(usage_sentence(error))
            return Exit.USAGE
        case console.Stopped() | UnreadableFile() | UnwritableFile():
            console.err(f"cxkit: {terminal(str(error))}")
            return Exit.USAGE
        case Terminated():
            console.err("cxkit: ended on request.")
            return Exit.TERMINATED
        case KeyboardInterrupt():
            console.err("cxkit: interrupted.")
            return Exit.INTERRUPTED
        case _:
            console.err(bug_report(error))
            return Exit.BUG


def usage_sentence(error: typer.TyperException) -> str:
    """Word a usage error as one sentence and where help is.

    The library adds to some errors what it looked for; a near match is asked about instead.
    """
    context: Any = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "cxkit"
    sentence = " ".join(error.format_message().split())
    near = getattr(error, "possibilities", None)
    if near:
        sentence = f"{error.message}. Did you mean {' or '.join(sorted(near))}?"
    elif sentence[-1:] not in (".", "?"):
        sentence += "."
    return f"cxkit: {terminal(sentence)} See `{command} --help`."


def bug_report(error: BaseException) -> str:
    """Say in a paragraph that cxkit has a bug, and keep the traceback for a report."""
    trace = "".join(traceback.format_exception(error))
    what = terminal(f"{type(error).__name__}: {error}" if str(error) else type(error).__name__)
    versions = f"cxkit {__version__}, Python {platform.python_version()}, {platform.system()}"
    if os.environ.get("CXKIT_DEBUG"):
        place = "The traceback stands above"
        head = trace
    else:
        place = _kept(trace)
        head = ""
    return (
        f"{head}cxkit: stopped because of a bug in cxkit, not because of your files ({what}). {place}; "
        f"please send it to the maintainers of cxkit with the command you gave, and leave out what names "
        f"a student. Version: {versions}."
    )


def _kept(trace: str) -> str:
    try:
        number, path = tempfile.mkstemp(prefix="cxkit-bug-", suffix=".txt")
        with os.fdopen(number, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(trace)
    except OSError:
        return "Set CXKIT_DEBUG=1 and run it again to see the traceback"
    return f"The traceback is in {terminal(path)}"


@contextmanager
def _termination_as_exception() -> Iterator[None]:
    """Raise Terminated where the program stands when it is asked to end, so that it tidies up."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def terminate(_number: int, _frame: FrameType | None) -> None:
        raise Terminated

    before = signal.signal(signal.SIGTERM, terminate)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


