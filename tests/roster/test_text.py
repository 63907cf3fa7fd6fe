import io
from pathlib import Path

import pytest

from cxkit.documents.diagnostics import Refused, UnreadableFile
from cxkit.roster import opening, text
from cxkit.roster.opening import Source, open_source
from cxkit.roster.text import chosen_delimiter, examine, opened_lines


def lines(content: bytes) -> list[str]:
    source = Source("r.csv", content)
    with opened_lines(source, examine(source, ",")) as found:
        return list(found)


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("utf-8", "utf-8-sig"), ("utf-8-sig", "utf-8-sig"), ("utf-16", "utf-16"), ("cp1252", "cp1252")],
)
def test_encodings(encoding: str, name: str) -> None:
    content = "nimi,työ\nÄ,ö\n".encode(encoding)
    assert examine(Source("r.csv", content), ",").encoding == name
    assert lines(content) == ["nimi,työ", "Ä,ö"]


def test_utf_16_of_either_byte_order() -> None:
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        assert lines(mark + "a,ä".encode(encoding)) == ["a,ä"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_all_kinds(end: str) -> None:
    assert lines(f"a{end}b{end}{end}c".encode()) == ["a", "b", "", "c"]
    assert lines("a\x0bb\x0cc\u2028d\x85e\n".encode()) == ["a\x0bb\x0cc\u2028d\x85e"]


@pytest.mark.parametrize(
    ("content", "simple"),
    [
        (b"a,b\n1,2\n", True),
        (b"a,b\r\n1,2\r\n", True),
        (b"a,b\n1,2\r\n", True),
        ("a,ä\n".encode(), True),
        (b"a,b\r1,2\r", False),
        (b"a,b\n1,2\r", False),
        (b'a,"b"\n', True),
        (b'a,b\n"1",2\n', True),
        (b'a,b\n"1"x,2\n', False),
        (b"a,\0\n", False),
        (b"a,b\n" + b"x" * 70_000 + b"\n", True),
        (b"a,b\n" + b"x" * 140_000 + b"\n", False),
        (b"x" * 65_535 + b"\r\n1\r\n", True),
        (b"x" * 65_535 + b"\r1\n", False),
        ("a,ä\n".encode("cp1252"), False),
        ("ä,b\n".encode("utf-16"), False),
        (b"a,b\xc3", False),
    ],
)
def test_what_the_fast_reader_may_have(content: bytes, simple: bool) -> None:
    assert examine(Source("r.csv", content), ",").simple is simple


def test_a_character_may_lie_across_blocks() -> None:
    content = b"x" * (text.BLOCK - 1) + "ä\n".encode() + b"y" * text.BLOCK
    assert examine(Source("r.csv", content), ",").encoding == "utf-8-sig"


def test_the_line_of_the_first_foreign_byte() -> None:
    content = b"a\n" * text.BLOCK + "ä\n".encode() + b"\xe4\n\xe4"
    assert examine(Source("r.csv", content), ",").foreign_line == text.BLOCK + 2


@pytest.mark.parametrize(
    ("content", "what"), [(b"a\x81\n", "neither UTF-8 nor Windows-1252"), (b"\xff\xfea", "begins as UTF-16")]
)
def test_bytes_in_no_encoding(content: bytes, what: str) -> None:
    with pytest.raises(UnreadableFile, match=what):
        examine(Source("r.csv", content), ",")


def test_an_endless_line() -> None:
    with pytest.raises(Refused, match="longer than 16 MiB"):
        examine(Source("r.csv", b"x" * (text.MAX_LINE_BYTES + text.BLOCK)), ",")


@pytest.mark.parametrize(
    ("given", "delimiter"),
    [(None, None), (";", ";"), ("tab", "\t"), ("\\t", "\t"), ("TAB", "\t"), ("|", "|")],
)
def test_a_delimiter_can_be_given(given: str | None, delimiter: str | None) -> None:
    assert chosen_delimiter(given) == delimiter


@pytest.mark.parametrize("given", ["", ";;", '"', "\n", "\0", "ä"])
def test_what_cannot_be_a_delimiter(given: str) -> None:
    with pytest.raises(UnreadableFile, match="one character"):
        chosen_delimiter(given)


def test_a_stream_is_kept_and_read_in_place_of_the_file() -> None:
    with open_source("-", io.BytesIO(b"id\n1\n")).open() as opened:
        assert opened.read() == b"id\n1\n"


def test_a_stream_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MAX_STREAM_BYTES", 1 << 20)
    assert open_source("-", io.BytesIO(b"x" * (1 << 20))).content
    with pytest.raises(UnreadableFile, match="more than 1 MiB"):
        open_source("-", io.BytesIO(b"x" * ((1 << 20) + 1)))


def test_a_named_pipe_is_read_once(tmp_path: Path) -> None:
    import os
    import threading

    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(b"id\n1\n",))
    writer.start()
    assert open_source(str(pipe)).content == b"id\n1\n"
    writer.join()


def test_other_trouble_with_a_file_is_told_in_the_words_of_the_system(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*args: object) -> object:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "open", fail)
    with pytest.raises(UnreadableFile, match="Input/output error"):
        open_source("roster.csv")
    monkeypatch.undo()
    with pytest.raises(UnreadableFile, match="there is no such roster"):
        open_source("/nowhere/at/all/roster.csv")
