"""Headless Chromium for tests: many pages in one start, each in a frame of several widths.

A harness page puts every page into a frame, lets a script of `measure.js` look at it, and is read back with
``--dump-dom``. No page reaches the network, and a page cannot reach the harness.
"""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

HERE = Path(__file__).parent
MODULES = HERE.parents[1] / "build/browser/node_modules"
AXE = MODULES / "axe-core/axe.min.js"
CHECKER = MODULES / "vnu-jar/build/dist/vnu.jar"
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-dev-shm-usage", "--proxy-server=127.0.0.1:9",
)  # fmt: skip
"""The last one sends whatever a page would fetch to a port where nobody answers."""

PATIENCE = 300
"""Seconds for one start, on a slow machine with other work to do."""

Theme = Literal["light", "dark"]


def browser() -> str | None:
    """Return the program, or None where there is none."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def left_out() -> list[str]:
    """Say what the tests of pages have to do without; nothing where all is there."""
    by_npm = "for npm did not bring it into build/browser"
    found = []
    if browser() is None:
        found.append("tests in a browser, for Chromium is not installed (Debian's package: chromium)")
    if not AXE.is_file():
        found.append(f"tests with axe-core, {by_npm}")
    if not CHECKER.is_file():
        found.append(f"tests with the Nu HTML Checker, {by_npm}")
    elif shutil.which("java") is None:
        found.append("tests with the Nu HTML Checker, for Java is not installed (default-jre-headless)")
    return found


def required() -> bool:
    """Whether a missing browser is a failure: so it is where CXKIT_BROWSER says ``required``."""
    return os.environ.get("CXKIT_BROWSER") == "required"


@dataclass(frozen=True)
class Frame:
    """A page at a width in pixels."""

    name: str
    page: str
    width: int


def look(frames: Sequence[Frame], *, theme: Theme = "light", axe: bool = False) -> Mapping[str, list[str]]:
    """Return by name and width what is wrong with each page: its layout, or what axe-core finds."""
    program = browser()
    assert program is not None
    pages: dict[str, dict[str, int]] = {}
    for one in frames:
        pages.setdefault(one.page, {})[f"{one.name} {one.width}"] = one.width
    held = [{"page": page, "widths": widths} for page, widths in pages.items()]
    script = (HERE / "measure.js").read_text(encoding="utf-8")
    source = AXE.read_text(encoding="utf-8") if axe else ""
    harness = (
        '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Harness</title><body>'
        f"<script>const PAGES = {_literal(held)}; const AXE = {_literal(source)};</script>"
        f"<script>{script}</script>"
    )
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "harness.html")
        page.write_text(harness, encoding="utf-8")
        scheme = ["--blink-settings=preferredColorScheme=0"] if theme == "dark" else []
        dump = [f"--user-data-dir={folder}/profile", "--virtual-time-budget=100000000", "--dump-dom"]
        done = subprocess.run(
            [program, *FLAGS, *scheme, *dump, page.as_uri()],
            capture_output=True, text=True, check=False, timeout=PATIENCE, encoding="utf-8",
        )  # fmt: skip
    answer = re.search(r'<pre id="result">(.*?)</pre>', done.stdout, re.DOTALL)
    assert answer is not None, done.stderr[-2000:] + done.stdout[-500:]
    found: dict[str, list[str]] = json.loads(html.unescape(answer[1]))
    assert set(found) == {f"{one.name} {one.width}" for one in frames}
    return found


def printed(page: str, folder: Path) -> Path:
    """Print a page to a PDF file in a folder."""
    program = browser()
    assert program is not None
    source, target = folder / "page.html", folder / "page.pdf"
    source.write_text(page, encoding="utf-8")
    to = [f"--user-data-dir={folder}/profile", "--no-pdf-header-footer", f"--print-to-pdf={target}"]
    command = [program, *FLAGS, *to, source.as_uri()]
    subprocess.run(command, capture_output=True, check=True, timeout=PATIENCE)
    return target


def _literal(value: Any) -> str:
    """Return a value as JavaScript that ends no script element."""
    return json.dumps(value).replace("<", "\\u003c")
