"""The page in place of a canvas that cannot be shown: what is wrong with it, and where.

The words of the findings are the program's own and English, as they are on a terminal.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from cxkit.locale.texts import Texts
from cxkit.report.canvas.html_styles import style_sheet
from cxkit.report.render import render_html


def unshown(file: str, messages: Sequence[str]) -> str:
    """Return the page; each message may have several lines, as findings with their source line have."""
    return render_html(
        "canvas/unshown.html",
        Texts("en"),
        file=file,
        style=Markup(style_sheet("unshown")),
        messages=[message.splitlines() for message in messages],
    )
