"""The style sheet of a page: fonts and colours as variables, light and dark, then the rules it needs."""

from __future__ import annotations

from functools import cache
from importlib import resources

from cxkit.report.canvas.measuring import Style, font_data
from cxkit.report.canvas.tokens import THEMES, Theme

_FACES: dict[Style, str] = {
    "regular": "font-weight:400",
    "semibold": "font-weight:600",
    "italic": "font-weight:400;font-style:italic",
}


@cache
def style_sheet(*parts: str) -> str:
    """Return the style of a page that is laid out by the named parts, files of ``templates/canvas``."""
    faces = "".join(
        f"@font-face{{font-family:Inter;{look};src:url({font_data(style)}) format('woff2')}}\n"
        for style, look in _FACES.items()
    )
    light = f":root{{color-scheme:light dark;{_variables(THEMES['light'])}}}\n"
    dark = f"@media screen and (prefers-color-scheme:dark){{:root{{{_variables(THEMES['dark'])}}}}}\n"
    return faces + light + dark + "".join(_rules(part) for part in ("page", *parts))


def _variables(theme: Theme) -> str:
    named = {
        "page": theme.page,
        "surface": theme.surface,
        "ink": theme.ink,
        "ink2": theme.ink2,
        "ink3": theme.ink3,
        "hair": theme.hair,
        "line": theme.line,
        "critical": theme.critical,
        "tint": theme.critical_tint,
        "customer": theme.customer_half,
        "customer-ink": theme.customer_ink,
        "provider": theme.provider_half,
        "provider-ink": theme.provider_ink,
    }
    named |= {f"p{number}": colour for number, colour in enumerate(theme.personas, 1)}
    return ";".join(f"--{name}:{colour}" for name, colour in named.items())


def _rules(part: str) -> str:
    folder = resources.files("cxkit.report").joinpath("templates", "canvas")
    return folder.joinpath(f"{part}.css").read_text(encoding="utf-8")
