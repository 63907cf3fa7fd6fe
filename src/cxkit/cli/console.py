"""Standard streams: text that never fails to be written, colour and progress on terminals.

How the program ends is for `endings`; what is printed is for the commands.
"""

from __future__ import annotations

import errno
import io
import os
import re
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from shutil import copyfileobj, get_terminal_size
from typing import IO, TYPE_CHECKING, BinaryIO, TextIO

from cxkit.escape import TERMINAL_HAZARD

if TYPE_CHECKING:
    from cxkit.documents.diagnostics import Diagnostic
    from cxkit.report.terminal_table import Paper


STANDARD_INPUT = "-"
"""What a command line calls standard input."""


class CommandError(Exception):
    """The command cannot be carried out as it was given: one sentence for the user, exit status 2."""


def prepare() -> None:
    """Make the standard streams write what their encoding lacks as escapes, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def out(text: str) -> None:
    """Print text and a line end to standard output.

    Raises BrokenPipeError when the reader has gone, CommandError when it cannot be written.
    """
    _write(sys.stdout, text + "\n")


def err(text: str) -> None:
    """Print text and a line end to standard error; raises like `out`."""
    _write(sys.stderr, text + "\n")


def out_document(document: IO[bytes]) -> None:
    """Print a document, from its beginning, byte for byte as it would stand in a file.

    It is UTF-8 whatever the locale; a terminal gets it in its own encoding and without anything it
    would obey. Raises like `out`.
    """
    document.seek(0)
    stream: TextIO | None = sys.stdout
    buffer = getattr(stream, "buffer", None)
    if stream is None or buffer is None or stream.isatty():
        _write(stream, re.sub(TERMINAL_HAZARD, "", document.read().decode("utf-8", "backslashreplace")))
        return
    try:
        stream.flush()
        copyfileobj(document, buffer)
        buffer.flush()
    except OSError as error:
        raise _output_error(error) from error


def diagnostics(
    found: Sequence[Diagnostic],
    stream: TextIO | None,
    *,
    concise: bool = False,
    texts: Mapping[str, str] | None = None,
) -> None:
    """Print findings, with their source lines unless ``concise``; raises like `out`.

    ``texts`` holds the files that are read already, by name.
    """
    from cxkit.checks.excerpts import Excerpts
    from cxkit.checks.formats import lines

    colour, room = wants_colour(stream), columns(stream)
    given = texts or {}
    # Standard input cannot be read again, and a file that is called - would be another one.
    readable = [d for d in found if d.file != STANDARD_INPUT or STANDARD_INPUT in given]
    excerpts = Excerpts([] if concise else readable, given)
    for diagnostic in found:
        if concise:
            _write(stream, lines.concise(diagnostic, colour=colour) + "\n")
        else:
            _write(stream, lines.text(diagnostic, excerpts, colour=colour, columns=room) + "\n")


def paper() -> Paper:
    """Return what standard output is to a table: how wide, in colour or not, in which signs."""
    from cxkit.report.terminal_table import Paper

    stream = sys.stdout
    return Paper(columns(stream), wants_colour(stream), not _can_show(stream, "█–"))


def columns(stream: TextIO | None) -> int | None:
    """Return how wide the terminal is that a stream is shown on; None for a file, a pipe or nobody."""
    if stream is None or not stream.isatty():
        return None
    try:
        width = os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        width = 0
    # What the user says in COLUMNS goes before what the terminal says.
    return get_terminal_size((width or 80, 24)).columns


def _can_show(stream: TextIO | None, signs: str) -> bool:
    try:
        signs.encode(getattr(stream, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


def flush() -> None:
    """Push out what is still held back; raises like `out`."""
    for stream in (sys.stdout, sys.stderr):
        _write(stream, "")


def _write(stream: TextIO | None, text: str) -> None:
    # A program started without the stream (`>&-`) has None here: nobody is listening.
    if stream is None:
        return
    try:
        stream.write(text)
        stream.flush()
    except OSError as error:
        raise _output_error(error) from error


def _output_error(error: OSError) -> Exception:
    if error.errno in (errno.EPIPE, errno.EINVAL):
        return BrokenPipeError(errno.EPIPE, "the reader has gone")
    return CommandError(f"The output cannot be written: {os.strerror(error.errno or errno.EIO)}.")


def discard_output() -> None:
    """Send what is still buffered nowhere, so that the exit of a closed pipe stays quiet."""
    for stream in (sys.stdout, sys.stderr):
        try:
            number = stream.fileno()
        except (AttributeError, OSError, ValueError):
            continue
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, number)
        os.close(nowhere)


def standard_input() -> BinaryIO:
    """Return the bytes of standard input; raises CommandError when the program was started without."""
    if sys.stdin is None:
        raise CommandError("There is no standard input to read from.")
    return sys.stdin.buffer


def wants_colour(stream: TextIO | None, environment: Mapping[str, str] = os.environ) -> bool:
    """Tell whether to colour: NO_COLOR forbids, FORCE_COLOR demands, otherwise a real terminal does."""
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return is_terminal(stream, environment)


def is_terminal(stream: TextIO | None, environment: Mapping[str, str] = os.environ) -> bool:
    """Tell whether a person looks at the stream on a terminal that can move its cursor."""
    return stream is not None and environment.get("TERM") != "dumb" and stream.isatty()


class Progress:
    """One line on standard error that counts rows; only on a terminal, only after a second.

    Call it with the number of rows read so far, and use it as a context manager to wipe the line.
    """

    def __init__(
        self,
        stream: TextIO | None = None,
        clock: Callable[[], float] = time.monotonic,
        *,
        quiet: bool = False,
    ) -> None:
        self._stream = stream if stream is not None else sys.stderr
        self._clock = clock
        self._shown = not quiet and is_terminal(self._stream)
        self._next = clock() + 1.0
        self._dirty = False

    def __call__(self, rows: int) -> None:
        """Show the count when the last one is old enough."""
        now = self._clock()
        if not self._shown or now < self._next:
            return
        self._next = now + 0.2
        self._dirty = True
        _write(self._stream, f"\r{rows:,} students read\x1b[K")

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        if self._dirty:
            self._dirty = False
            _write(self._stream, "\r\x1b[K")
