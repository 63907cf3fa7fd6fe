"""`cxkit canvas preview`: a canvas in the browser, shown again after each save."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cxkit.cli import console
from cxkit.cli.canvas_options import OwnKinds, Shown
from cxkit.cli.languages import Language
from cxkit.escape import terminal

if TYPE_CHECKING:
    from cxkit.cli.previewing import Preview, PreviewServer
    from cxkit.documents.diagnostics import Refused

USUAL_PORT = 8787


def preview(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The canvas to show.", show_default=False)],
    port: Annotated[
        int | None,
        typer.Option(
            "--port",
            metavar="N",
            min=1,
            max=65535,
            help=f"The port to use; default: {USUAL_PORT}, or a free one when that is taken.",
            show_default=False,
        ),
    ] = None,
    lang: Shown = None,
    kind: OwnKinds = None,
) -> None:
    """Show a canvas in the browser, and show it again whenever a file is saved.

    Examples:

    \b
      cxkit canvas preview journey.yaml
      cxkit canvas preview journey.yaml --port 9000
    """
    from cxkit.checks.workspace import root_of
    from cxkit.cli.previewing import Preview
    from cxkit.cli.watching import changes
    from cxkit.documents.diagnostics import Refused
    from cxkit.documents.source import read_text

    with suppress(Refused):  # what is wrong in a file is for the page; one that is not there is said at once
        read_text(file)
    shown = Preview(lambda: _page(file, lang, kind or ()))
    with _server(shown, port) as server:
        try:  # from the address on: whoever has read it may end the program
            console.out(
                f"{terminal(file)} is at {server.address} and shown again after each save; Ctrl-C ends it."
            )
            for _ in changes(lambda: [root_of(file)[0], file, *map(str, kind or ())]):
                shown.changed()
        except KeyboardInterrupt:
            if console.is_terminal(sys.stdout):
                console.out("")  # after the ^C


def _server(shown: Preview, port: int | None) -> PreviewServer:
    """Return a server on a port; of its own choice it takes a free one. Raises CommandError."""
    from cxkit.cli.previewing import LOOPBACK, PreviewServer

    try:
        return PreviewServer(shown, port or USUAL_PORT)
    except OSError as error:
        if port is not None:
            reason = (error.strerror or str(error)).lower()
            raise console.CommandError(
                f"Port {port} of {LOOPBACK} cannot be used: {reason}. Choose another with --port."
            ) from error
    return PreviewServer(shown, 0)


def _page(file: str, lang: Language | None, kinds: Sequence[Path]) -> str:
    """Return the canvas as a page, or a page that says why it cannot be shown."""
    from cxkit.cli.canvas_reading import read_view
    from cxkit.cli.endings import bug_report
    from cxkit.documents.diagnostics import Refused, UnreadableFile
    from cxkit.report.canvas.html_page import html
    from cxkit.report.canvas.unshown import unshown

    try:
        return html(read_view(file, lang, kinds))
    except Refused as refused:
        return unshown(file, _said(refused))
    except (UnreadableFile, console.CommandError) as error:
        return unshown(file, [str(error)])
    except Exception as error:
        return unshown(file, [bug_report(error)])


def _said(refused: Refused) -> list[str]:
    """Return each finding with its source line, as it stands on a terminal."""
    from cxkit.checks.excerpts import Excerpts
    from cxkit.checks.formats.lines import text

    excerpts = Excerpts(refused.diagnostics)
    return [text(one, excerpts) for one in refused.diagnostics]
