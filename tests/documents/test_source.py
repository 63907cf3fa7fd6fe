import errno
import io
import os
import subprocess
import sys
from unicodedata import normalize

import pytest

from cxkit.documents.diagnostics import Refused, Span, UnreadableFile
from cxkit.documents.source import MAX_BYTES, as_stored, decode, read_text


def test_a_stream_stands_in_for_the_file():
    assert read_text("-", stream=io.BytesIO(b"\xef\xbb\xbfa: 1\n")) == "a: 1\n"


def test_a_stream_that_never_ends_is_left():
    class Endless(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            return b"a" * size

    with pytest.raises(UnreadableFile, match="-: gives more than 16 MiB"):
        read_text("-", stream=Endless())  # type: ignore[arg-type]


@pytest.mark.parametrize("size", [MAX_BYTES + 1, MAX_BYTES + 100_000, 8 * MAX_BYTES - 1])
def test_a_stream_that_is_too_large_and_ends_is_a_finding(size):
    with pytest.raises(Refused) as refused:
        read_text("-", stream=io.BytesIO(b"#" * size))
    (found,) = refused.value.diagnostics
    assert (found.code, found.file, found.span) == ("CX010", "-", Span(1, 1, 1, 1))


def test_a_pipe_that_is_too_large_and_ends_is_a_finding_and_so_is_any_file(tmp_path):
    (tmp_path / "large.yaml").write_bytes(b"#" * (8 * MAX_BYTES + 1))
    with (tmp_path / "large.yaml").open("rb") as large, pytest.raises(Refused):
        read_text("-", stream=large)
    program = "import sys; sys.stdout.write('#' * 3_000_000)"
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as writing:
        assert writing.stdout is not None
        with pytest.raises(Refused):
            read_text(f"/dev/fd/{writing.stdout.fileno()}")


def test_a_stream_that_cannot_be_read():
    class Broken(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            raise IsADirectoryError(errno.EISDIR, "Is a directory")

    with pytest.raises(UnreadableFile, match="folder"):
        read_text("-", stream=Broken())  # type: ignore[arg-type]


def test_two_mebibytes_are_read_and_one_byte_more_is_not(tmp_path):
    file = tmp_path / "large.yaml"
    file.write_bytes(b"#" * MAX_BYTES)
    assert len(read_text(str(file))) == MAX_BYTES
    file.write_bytes(b"#" * (MAX_BYTES + 1))
    with pytest.raises(Refused) as refused:
        read_text(str(file))
    assert refused.value.diagnostics[0].code == "CX010"


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), "no permission"),
        (OSError(errno.EIO, "Input/output error"), r"cannot be read \(Input/output error\)"),
        (OSError("odd"), r"cannot be read \(OSError\)"),
    ],
)
def test_what_the_system_says_becomes_one_sentence(monkeypatch, error, words):
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("pathlib.Path.open", fail)
    with pytest.raises(UnreadableFile, match=words):
        read_text("course.yaml")


def test_a_name_that_no_file_can_have():
    with pytest.raises(UnreadableFile, match="cannot be the name"):
        read_text("a\0b")


def test_a_missing_file_without_anything_like_it(tmp_path):
    with pytest.raises(UnreadableFile, match=r"no such file\.$"):
        read_text(str(tmp_path / "course.yaml"))


@pytest.mark.parametrize(("stored", "asked"), [("NFC", "NFD"), ("NFD", "NFC")])
def test_a_name_in_another_normal_form_is_the_same_name(tmp_path, monkeypatch, stored, asked):
    monkeypatch.chdir(tmp_path)
    (tmp_path / normalize(stored, "kesä")).mkdir()
    (tmp_path / normalize(stored, "kesä") / normalize(stored, "työ.yaml")).write_text("a: 1", "utf-8")
    there = normalize(stored, "kesä/työ.yaml")
    for file in (normalize(asked, "kesä/työ.yaml"), there):
        assert as_stored(file) == there
        assert read_text(file) == "a: 1"
    for file in ("kesä/tyo.yaml", "työ/työ.yaml", "tyo.yaml", "ä\0"):
        assert as_stored(file) == file


def test_a_missing_folder(tmp_path):
    with pytest.raises(UnreadableFile, match=r"The folder .* cannot be read either"):
        read_text(str(tmp_path / "nowhere" / "course.yaml"))


@pytest.mark.parametrize(
    ("raw", "span", "words"),
    [
        (b"\xef\xbb\xbfab\n\xe4b", Span(2, 1, 2, 1), "not UTF-8: byte 0xe4"),
        ("å".encode() + b"\xff", Span(1, 2, 1, 2), "not UTF-8: byte 0xff"),
        ("\ufeffa\nb".encode("utf-16-le") + b"\x00\xd8x\0", Span(2, 2, 2, 2), "not UTF-16: byte 0x00"),
        ("\ufeffa".encode("utf-16-be") + b"x", Span(1, 2, 1, 2), "not UTF-16: byte 0x78"),
    ],
)
def test_a_bad_byte_is_found_at_its_place(raw, span, words):
    with pytest.raises(Refused, match=words) as refused:
        decode(raw, "f")
    found = refused.value.diagnostics[0]
    assert (found.code, found.file, found.span) == ("CX013", "f", span)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_that_are_read(encoding):
    assert decode("kind: kurssi å😀\r".encode(encoding), "f") == "kind: kurssi å😀\r"


def test_reading_a_pipe_by_its_name(tmp_path):
    read_end, write_end = os.pipe()
    os.write(write_end, b"a: 1")
    os.close(write_end)
    try:
        assert read_text(f"/dev/fd/{read_end}") == "a: 1"
    finally:
        os.close(read_end)
