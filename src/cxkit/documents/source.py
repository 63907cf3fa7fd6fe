"""A file's bytes → its text, within limits; what cannot be opened is said in one sentence.

YAML itself is left to `events`.
"""

from __future__ import annotations

import codecs
import io
import os
import stat
import unicodedata
from pathlib import Path
from typing import BinaryIO

from cxkit.documents.codes import Code
from cxkit.documents.diagnostics import FIRST_CHARACTER, Diagnostic, Refused, Severity, UnreadableFile
from cxkit.documents.document import Lines
from cxkit.documents.foreign_files import GIVE_YAML, by_content
from cxkit.documents.nearness import did_you_mean

MAX_BYTES = 2 * 1024 * 1024
_SEEMS_ENDLESS = 8 * MAX_BYTES  # what a pipe gives when it has no end; nobody has such a document by mistake
_AT_A_TIME = 1 << 16


def read_text(file: str, *, stream: BinaryIO | None = None) -> str:
    """Read a document's text, without a byte order mark.

    `stream` is read in place of the file, which then only lends its name. Raises `UnreadableFile` for what
    is missing, no file, closed to us or endless; `Refused` for a file too large or in another encoding.
    """
    return decode(read_bytes(file, stream=stream), file)


def read_bytes(file: str, *, stream: BinaryIO | None = None) -> bytes:
    """Read a document's bytes; of a file that is too large only the first, which `decode` then refuses.

    Raises `UnreadableFile` like `read_text`.
    """
    try:
        if stream is not None:
            return _beginning(stream, file)
        with Path(as_stored(file)).open("rb") as opened:
            return _beginning(opened, file)
    except OSError as error:
        raise UnreadableFile(_why_not(file, error)) from error
    except ValueError as error:  # a NUL in the name
        raise UnreadableFile(f"{file!r} cannot be the name of a file.") from error


def _beginning(stream: BinaryIO, file: str) -> bytes:
    """Read as much of a stream as tells whether it is too large for a document."""
    raw = stream.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES and not _ends(stream):
        raise UnreadableFile(f"{file}: gives more than 16 MiB and is no ordinary file, so reading stopped.")
    return raw


def _ends(stream: BinaryIO) -> bool:
    """Whether a stream is an ordinary file, or comes to its end before it gave `_SEEMS_ENDLESS` bytes."""
    try:
        if stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            return True
    except io.UnsupportedOperation:  # nothing that the system knows
        pass
    left = _SEEMS_ENDLESS - MAX_BYTES
    while left > 0 and (more := stream.read(min(left, _AT_A_TIME))):
        left -= len(more)
    return left > 0


def as_stored(file: str) -> str:
    """Return a name as the disk has it: the same letters may be there in another Unicode normal form.

    What is not there in any form is returned as it is.
    """
    if file.isascii() or os.path.lexists(file) or (path := Path(file)).parent == path:
        return file
    folder = Path(as_stored(str(path.parent)))
    try:
        names = sorted(entry.name for entry in folder.iterdir())
    except (OSError, ValueError):
        return file
    wanted = _composed(path.name)
    return next((str(folder / name) for name in names if _composed(name) == wanted), file)


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def _too_large(file: str) -> Diagnostic:
    return Diagnostic(
        Code.TOO_LARGE,
        Severity.ERROR,
        "The file is larger than 2 MiB",
        "Keep one course or canvas a file, and data in files of their own.",
        file,
        FIRST_CHARACTER,
    )


def _why_not(file: str, error: OSError) -> str:
    path = Path(file)
    match error:
        case FileNotFoundError() if path.is_symlink():
            return f"{file}: the link points to {path.readlink()}, which does not exist."
        case FileNotFoundError():
            return f"{file}: there is no such file.{_near_match(path)}"
        case IsADirectoryError():
            return f"{file}: this is a folder, not a file."
        case PermissionError():
            return f"{file}: no permission to read this file."
    return f"{file}: cannot be read ({error.strerror or type(error).__name__})."


def _near_match(path: Path) -> str:
    try:
        names = sorted(entry.name for entry in path.parent.iterdir())
    except OSError:
        return f" The folder {path.parent} cannot be read either."
    hint = did_you_mean(path.name, names)
    return f" {hint}" if hint else ""


def decode(raw: bytes, file: str) -> str:
    """Turn bytes of UTF-8, or of UTF-16 with a byte order mark, into text.

    Raises `Refused` for another program's file, for more bytes than a document may have, and at one that its
    encoding does not allow.
    """
    what = by_content(raw)
    if what is not None:
        message = f"This is {what}, not a text file"
        raise Refused(
            [Diagnostic(Code.BAD_ENCODING, Severity.ERROR, message, GIVE_YAML, file, FIRST_CHARACTER)]
        )
    if len(raw) > MAX_BYTES:
        raise Refused([_too_large(file)])
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding, name = "utf-16", "UTF-16"
    else:
        encoding, name = "utf-8-sig", "UTF-8"
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise Refused([_bad_encoding(error, file, name)]) from None


def _bad_encoding(error: UnicodeDecodeError, file: str, name: str) -> Diagnostic:
    before = error.object[: error.start].decode(error.encoding, errors="replace").removeprefix("\ufeff")
    span = Lines.of(before).span(len(before), len(before))
    message = f"The file is not {name}: byte {error.object[error.start]:#04x} cannot stand here"
    return Diagnostic(Code.BAD_ENCODING, Severity.ERROR, message, "Save the file as UTF-8.", file, span)
