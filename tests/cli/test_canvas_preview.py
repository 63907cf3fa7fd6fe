"""`cxkit canvas preview`: the page, what makes it load again, what is refused, and how it ends."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest
from tests.canvas.canvases import canvas_text

from cxkit.cli.app import main
from cxkit.cli.previewing import LOOPBACK, Preview, PreviewServer

pytestmark = [pytest.mark.programs, pytest.mark.usefixtures("loopback")]


@pytest.fixture
def server() -> Iterator[tuple[Preview, int]]:
    """A preview of a page that counts how often it is made, and its port."""
    made: list[int] = []

    def page() -> str:
        made.append(1)
        return f"<html><body>turn {len(made)}</body></html>"

    preview = Preview(page)
    with PreviewServer(preview, 0) as serving:
        yield preview, int(serving.address.rstrip("/").rpartition(":")[2])


@contextmanager
def asked(port: int, path: str, host: str | None = None) -> Iterator[HTTPResponse]:
    with closing(HTTPConnection(LOOPBACK, port, timeout=20)) as connection:
        connection.request("GET", path, headers={} if host is None else {"Host": host})
        with connection.getresponse() as answer:
            yield answer


def get(port: int, path: str) -> str:
    with asked(port, path) as answer:
        return answer.read().decode()


def test_the_page_is_made_once_for_each_change(server: tuple[Preview, int]) -> None:
    preview, port = server
    with asked(port, "/") as first:
        body = first.read().decode()
        assert (first.status, first.getheader("Content-Type")) == (200, "text/html; charset=utf-8")
        assert first.getheader("Cache-Control") == "no-store"
    assert "turn 1" in body
    assert 'new EventSource("/changes/1")' in body
    assert get(port, "/") == body
    preview.changed()
    assert "turn 2" in get(port, "/")


def test_a_browser_is_told_of_a_change(server: tuple[Preview, int]) -> None:
    preview, port = server
    with asked(port, "/changes/1") as answer:
        assert answer.getheader("Content-Type") == "text/event-stream"
        timer = threading.Timer(0.1, preview.changed)
        timer.start()
        assert answer.read() == b"event: change\ndata:\n\n"
        timer.join()
    assert get(port, "/changes/1") == "event: change\ndata:\n\n"  # it came while nobody listened


@pytest.mark.parametrize(
    ("path", "host", "status"),
    [
        ("/", "localhost:{port}", 200),
        ("/", "example.invalid", 421),
        ("/", f"{LOOPBACK}:1", 421),
        ("/etc/passwd", None, 404),
        ("/../canvas.yaml", None, 404),
        ("/changes/x", None, 404),
        (f"/changes/{'9' * 5000}", None, 404),
    ],
)
def test_it_answers_for_its_one_page_only(
    path: str, host: str | None, status: int, server: tuple[Preview, int]
) -> None:
    _, port = server
    with asked(port, path, None if host is None else host.format(port=port)) as answer:
        assert answer.status == status


def test_it_listens_on_this_computer_only(server: tuple[Preview, int]) -> None:
    _, port = server
    with socket.create_connection((LOOPBACK, port)) as reached:
        assert reached.getpeername() == (LOOPBACK, port)
    # Were it to listen on all addresses, nobody else could have the port on another one.
    with socket.create_server(("127.0.0.2", port)):
        pass


@pytest.fixture
def running(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """The program as a process that previews a journey, and the port that it says it is at."""
    (tmp_path / "polku.yaml").write_text(canvas_text("journey"), encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "cxkit", "canvas", "preview", "polku.yaml"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8", cwd=tmp_path,
        env={**os.environ, "PYTHONUTF8": "1"},
    ) as program:  # fmt: skip
        assert program.stdout is not None
        line = program.stdout.readline()
        assert line.startswith("polku.yaml is at http://127.0.0.1:")
        yield program, int(line.split("/")[2].rpartition(":")[2])
        program.kill()


def test_a_saved_canvas_is_shown_again_and_errors_with_their_lines(
    running: tuple[subprocess.Popen[str], int], tmp_path: Path
) -> None:
    _, port = running
    page = get(port, "/")
    assert "<title>Koe</title>" in page
    (tmp_path / "polku.yaml").write_text(
        canvas_text("journey").replace("state: current", "state: <b>"), "utf-8"
    )
    assert get(port, "/changes/1").endswith("event: change\ndata:\n\n")
    page = get(port, "/")
    assert "polku.yaml:10:8: CX037 error:" in page
    assert "10 | state: &lt;b&gt;" in page
    assert 'new EventSource("/changes/2")' in page


def test_it_ends_quietly(running: tuple[subprocess.Popen[str], int]) -> None:
    program, port = running
    with asked(port, "/changes/1"):  # somebody is waiting
        program.send_signal(signal.SIGINT)
        out, err = program.communicate(timeout=20)
    assert (program.returncode, out, err) == (0, "", "")


def test_what_cannot_be_previewed_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["canvas", "preview", "none.yaml"]) == 2
    assert "none.yaml" in capsys.readouterr().err
    (tmp_path / "a.yaml").write_text(canvas_text("bmc"), encoding="utf-8")
    with socket.create_server((LOOPBACK, 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["canvas", "preview", "a.yaml", "--port", str(port)]) == 2
    assert f"Port {port} of 127.0.0.1 cannot be used: address already in use." in capsys.readouterr().err
