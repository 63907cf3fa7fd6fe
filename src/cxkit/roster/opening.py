"""Open a roster's bytes, wherever they come from; what is no text file is refused in one sentence.

Encodings and lines are left to `text`.
"""

from __future__ import annotations

import io
import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from cxkit.documents.diagnostics import UnreadableFile
from cxkit.documents.nearness import did_you_mean

MAX_STREAM_BYTES: Final = 256 * 1024 * 1024
"""What a pipe or standard input may bring: it has to be kept, for it cannot be read twice."""

SPREADSHEET_ENDINGS: Final = (".xlsx", ".xlsm", ".xls", ".ods", ".parquet")
YAML_ENDINGS: Final = (".yaml", ".yml")
MAGIC: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08", b"PAR1", b"\xd0\xcf\x11\xe0", b"\x1f\x8b")


OTHER_TEXTS: Final = {
    "JSON": re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\{\s*["}]|\[\s*[\[{"\]])'),
    "HTML or XML": re.compile(rb"(?:\xef\xbb\xbf)?\s*<[!?A-Za-z]"),
}


@dataclass(frozen=True, slots=True)
class Source:
    """Where a roster's bytes are: in the file, or in `content` when they came from a stream."""

    file: str
    content: bytes | None = None

    def open(self) -> BinaryIO:
        """Open the bytes from their beginning."""
        return Path(self.file).open("rb") if self.content is None else io.BytesIO(self.content)


def open_source(file: str, stream: BinaryIO | None = None) -> Source:
    """Find out how a roster can be read. Raises `UnreadableFile`.

    `stream` is read in place of the file, which then only lends its name.
    """
    if file.lower().endswith(SPREADSHEET_ENDINGS):
        raise UnreadableFile(f"{file}: spreadsheets cannot be read yet; export the gradebook as CSV.")
    if file.lower().endswith(YAML_ENDINGS):
        raise UnreadableFile(
            f"{file}: this is a YAML file, not a roster; give a gradebook export as CSV here."
        )
    try:
        source = _regular_or_kept(file) if stream is None else Source(file, _kept(stream, file))
        with source.open() as opened:
            start = opened.read(64)
    except OSError as error:
        raise UnreadableFile(_why_not(file, error)) from error
    except ValueError as error:  # a NUL in the name
        raise UnreadableFile(f"{file!r} cannot be the name of a file.") from error
    if start.startswith(MAGIC):
        raise UnreadableFile(
            f"{file}: this is a spreadsheet or an archive, not text; export the gradebook as CSV."
        )
    other = next((name for name, begins in OTHER_TEXTS.items() if begins.match(start)), None)
    if other is not None:
        raise UnreadableFile(f"{file}: this looks like {other}, not a roster; export the gradebook as CSV.")
    return source


def _regular_or_kept(file: str) -> Source:
    with Path(file).open("rb") as opened:
        regular = stat.S_ISREG(os.fstat(opened.fileno()).st_mode)
        return Source(file) if regular else Source(file, _kept(opened, file))


def _kept(stream: BinaryIO, file: str) -> bytes:
    content = stream.read(MAX_STREAM_BYTES + 1)
    if len(content) > MAX_STREAM_BYTES:
        size = MAX_STREAM_BYTES // 2**20
        raise UnreadableFile(
            f"{file}: gives more than {size} MiB and is no ordinary file, so reading stopped."
        )
    return content


def _why_not(file: str, error: OSError) -> str:
    path = Path(file)
    if isinstance(error, FileNotFoundError) and path.is_symlink():
        return f"{file}: the link leads to {path.readlink()}, and there is nothing."
    if isinstance(error, FileNotFoundError):
        beside = sorted(entry.name for entry in path.parent.iterdir()) if path.parent.is_dir() else []
        hint = did_you_mean(path.name, beside)
        return f"{file}: there is no such roster." + (f" {hint}" if hint else "")
    if isinstance(error, IsADirectoryError):
        return f"{file}: a folder is no roster; name the file in it."
    if isinstance(error, PermissionError):
        return f"{file}: there is no permission to read this roster."
    return f"{file}: the roster cannot be read ({error.strerror or type(error).__name__})."
