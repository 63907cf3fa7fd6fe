"""A page on this computer that shows itself again after each change, for `cxkit canvas preview`.

The server answers nobody but the browser of the same computer: it listens on loopback, takes no name but its
own, and has the one page and no files. What the page shows, and when it changes, is for the command.
"""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Condition, Lock, Thread
from types import TracebackType
from typing import Any

LOOPBACK = "127.0.0.1"
_PATIENCE = 15.0
"""Seconds after which a browser that waits for a change is told that the page is still there."""

_RELOAD = """\
<script>
new EventSource("/changes/{version}").addEventListener("change", () => location.reload());
</script>
</body>"""


class Preview:
    """The page, made when it is asked for and kept until something changes."""

    def __init__(self, page: Callable[[], str]) -> None:
        """Take what makes the page, a whole HTML document; it raises nothing that it can say."""
        self._page = page
        self._making = Lock()
        self._news = Condition()
        self._made: tuple[int, bytes] | None = None
        self.version = 1

    def changed(self) -> None:
        """Have the page made anew, and every browser that shows it load it again."""
        with self._news:
            self.version += 1
            self._news.notify_all()

    def page(self) -> bytes:
        """Return the page as it is now."""
        with self._making:
            version = self.version
            if self._made is None or self._made[0] != version:
                before, body, after = self._page().rpartition("</body>")
                text = before + (_RELOAD.format(version=version) if body else "") + after
                self._made = version, text.encode()
            return self._made[1]

    def wait(self, version: int, seconds: float) -> bool:
        """Wait until the page is another than that of a version; False when it still is none."""
        with self._news:
            return self._news.wait_for(lambda: self.version != version, seconds)


class PreviewServer:
    """Serves a preview while it is entered; raises OSError when the port cannot be had."""

    def __init__(self, preview: Preview, port: int) -> None:
        self._server = _Server((LOOPBACK, port), _Handler)
        self._server.preview = preview
        self._thread = Thread(target=self._server.serve_forever, args=(0.1,), daemon=True)

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"http://{LOOPBACK}:{self._server.server_port}/"

    def __enter__(self) -> PreviewServer:
        self._thread.start()
        return self

    def __exit__(self, _kind: type[BaseException] | None, _error: BaseException | None,
                 _trace: TracebackType | None) -> None:  # fmt: skip
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    preview: Preview

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that has gone is nothing to speak of."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    timeout = 60

    def do_GET(self) -> None:
        """Answer with the page, or with the news that it has changed."""
        port = self.server.server_port
        if self.headers.get("Host") not in (f"{LOOPBACK}:{port}", f"localhost:{port}"):
            # A page of the web could have its own name lead here, and read what is on the screen.
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
        elif self.path == "/":
            self._answer(self.server.preview.page())
        elif self.path.startswith("/changes/") and self.path[9:].isdecimal() and len(self.path) < 30:
            self._tell_changes(int(self.path[9:]))
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def _answer(self, page: bytes) -> None:
        self.send_response(HTTPStatus.OK)
        self._head("text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def _tell_changes(self, version: int) -> None:
        self.send_response(HTTPStatus.OK)
        self._head("text/event-stream")
        self.end_headers()
        while not self.server.preview.wait(version, _PATIENCE):
            self.wfile.write(b": still the same\n\n")
        self.wfile.write(b"event: change\ndata:\n\n")

    def _head(self, content_type: str) -> None:
        self.send_header("Content-Type", content_type)
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the library's name
        """Say nothing of requests."""
