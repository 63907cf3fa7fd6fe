"""An SVG drawing: shapes and real text in document order, with the font inside, always valid XML."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from cxkit.escape import plain
from cxkit.report.canvas.measuring import Style, font_data, right_to_left

_STYLES: dict[Style, str] = {
    "regular": "font-weight:400;font-style:normal",
    "semibold": "font-weight:600;font-style:normal",
    "italic": "font-weight:400;font-style:italic",
}
_CLASSES: dict[Style, str] = {"regular": "r", "semibold": "b", "italic": "i"}


class Drawing:
    """What has been drawn so far; lengths in pixels, y downwards."""

    def __init__(self) -> None:
        self._parts: list[str] = []

    def rect(self, x: float, y: float, width: float, height: float, **paint: object) -> None:
        """Draw a rectangle."""
        self._shape("rect", {"x": x, "y": y, "width": width, "height": height}, paint)

    def line(self, x1: float, y1: float, x2: float, y2: float, **paint: object) -> None:
        """Draw a straight line."""
        self._shape("line", {"x1": x1, "y1": y1, "x2": x2, "y2": y2}, paint)

    def circle(self, x: float, y: float, radius: float, **paint: object) -> None:
        """Draw a circle around a point."""
        self._shape("circle", {"cx": x, "cy": y, "r": radius}, paint)

    def path(self, data: str, **paint: object) -> None:
        """Draw a path."""
        self._shape("path", {"d": data}, paint)

    def text(
        self,
        lines: list[str],
        x: float,
        y: float,
        *,
        size: float,
        ink: str,
        style: Style = "regular",
        leading: float = 0,
        anchor: str = "start",
        room: float = 0,
    ) -> None:
        """Write lines, the first with its baseline at ``y``.

        A text that runs from right to left begins at the right end of ``room``.
        """
        lines = [plain(line) for line in lines]
        if not lines:
            return
        turned = anchor == "start" and right_to_left(" ".join(lines))
        if turned:
            x += room
        rtl = ' direction="rtl"' if turned else ""
        rows = "".join(
            f'<tspan x="{figure(x)}" y="{figure(y + number * leading)}">{escape(line)}</tspan>'
            for number, line in enumerate(lines)
        )
        place = "" if anchor == "start" else f' text-anchor="{anchor}"'
        kind = _CLASSES[style]
        self._parts.append(
            f'<text class="{kind}" font-size="{figure(size)}" fill="{ink}"{place}{rtl}>{rows}</text>'
        )

    def document(
        self, width: float, height: float, *, title: str, description: str, language: str, ground: str
    ) -> str:
        """Return the whole picture as the text of an SVG file."""
        size = f"{figure(width)} {figure(height)}"
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{figure(width)}" height="{figure(height)}" '
            f'viewBox="0 0 {size}" role="img" aria-labelledby="title desc" lang={quoteattr(language)} '
            f"xml:lang={quoteattr(language)}>"
        )
        return "\n".join(
            [
                head,
                f'<title id="title">{escape(plain(title))}</title>',
                f'<desc id="desc">{escape(plain(description))}</desc>',
                f"<style>{_style()}</style>",
                f'<rect width="{figure(width)}" height="{figure(height)}" fill="{ground}"/>',
                *self._parts,
                "</svg>\n",
            ]
        )

    def _shape(self, name: str, place: dict[str, object], paint: dict[str, object]) -> None:
        every = place | {key.replace("_", "-"): value for key, value in paint.items() if value != ""}
        written = " ".join(f"{key}={quoteattr(_value(value))}" for key, value in every.items())
        self._parts.append(f"<{name} {written}/>")


def figure(number: float) -> str:
    """Write a length with at most two decimals."""
    return f"{number:.2f}".rstrip("0").rstrip(".").replace("-0", "0" if abs(number) < 0.005 else "-0")


def _value(value: object) -> str:
    return figure(value) if isinstance(value, float | int) else str(value)


def _style() -> str:
    faces = "".join(
        f"@font-face{{font-family:Inter;{look};src:url({font_data(style)}) format('woff2')}}"
        for style, look in _STYLES.items()
    )
    looks = "".join(f".{_CLASSES[style]}{{{look}}}" for style, look in _STYLES.items())
    family = "font-family:Inter,system-ui,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif"
    return f"{faces}text{{{family};white-space:pre}}{looks}"
