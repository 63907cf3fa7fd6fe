"""A picture as the text of an SVG file: real text, the font inside, always valid XML."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from cxkit.escape import plain
from cxkit.report.canvas.drawing import Circle, Line, Path, Rect, Shape, TextLines, figure
from cxkit.report.canvas.measuring import Style, font_data
from cxkit.report.canvas.picture import Picture

_STYLES: dict[Style, str] = {
    "regular": "font-weight:400;font-style:normal",
    "semibold": "font-weight:600;font-style:normal",
    "italic": "font-weight:400;font-style:italic",
}
_CLASSES: dict[Style, str] = {"regular": "r", "semibold": "b", "italic": "i"}


def svg_document(picture: Picture) -> str:
    """Return a picture as SVG, the same text for the same picture."""
    wide, high = figure(picture.width), figure(picture.height)
    language = quoteattr(picture.language)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" '
        f'viewBox="0 0 {wide} {high}" role="img" aria-labelledby="title desc" xml:lang={language}>'
    )
    return "\n".join(
        [
            head,
            f'<title id="title">{escape(plain(picture.title))}</title>',
            f'<desc id="desc">{escape(plain(picture.description))}</desc>',
            f"<style>{_style(picture)}</style>",
            f'<rect width="{wide}" height="{high}" fill="{picture.ground}"/>',
            *(_element(shape, picture.language) for shape in picture.drawing.shapes),
            "</svg>\n",
        ]
    )


def _element(shape: Shape, language: str) -> str:
    match shape:
        case TextLines():
            return _text(shape, language)
        case Rect():
            place = {"x": shape.x, "y": shape.y, "width": shape.width, "height": shape.height}
            return _shape("rect", place, shape.fill, shape, rx=shape.radius or None)
        case Line():
            place = {"x1": shape.x1, "y1": shape.y1, "x2": shape.x2, "y2": shape.y2}
            return _shape("line", place, None, shape)
        case Circle():
            return _shape("circle", {"cx": shape.x, "cy": shape.y, "r": shape.radius}, shape.fill, shape)
        case Path():
            data = "".join(
                step + " ".join(figure(number) for number in places) for step, places in shape.steps
            )
            return _shape("path", {"d": data}, shape.fill, shape)


def _shape(
    name: str,
    place: Mapping[str, float | str],
    fill: str | None,
    shape: Rect | Line | Circle | Path,
    *,
    rx: float | None = None,
) -> str:
    dash = "" if isinstance(shape, Circle) else shape.dash
    drawn = bool(shape.stroke)
    paint: dict[str, float | str | None] = {
        "rx": rx,
        "fill": None if fill is None else fill or "none",
        "stroke": shape.stroke if drawn else None,
        "stroke-width": shape.stroke_width if drawn else None,
        "stroke-dasharray": dash or None,
    }
    every = [*place.items(), *paint.items()]
    written = " ".join(f'{key}="{_value(value)}"' for key, value in every if value is not None)
    return f"<{name} {written}/>"


def _value(value: float | str) -> str:
    return value if isinstance(value, str) else figure(value)


def _text(text: TextLines, language: str) -> str:
    rows = "".join(
        f'<tspan x="{figure(text.x)}" y="{figure(y)}">{escape(line)}</tspan>'
        for line, y in zip(text.lines, text.baselines, strict=True)
    )
    anchor = "" if text.anchor == "start" else f' text-anchor="{text.anchor}"'
    direction = ' direction="rtl"' if text.rtl else ""
    other = f" xml:lang={quoteattr(text.language)}" if text.language not in ("", language) else ""
    return (
        f'<text class="{_CLASSES[text.style]}" font-size="{figure(text.size)}" fill="{text.ink}"'
        f"{anchor}{direction}{other}>{rows}</text>"
    )


def _style(picture: Picture) -> str:
    used = {shape.style for shape in picture.drawing.shapes if isinstance(shape, TextLines)}
    styles = [style for style in _STYLES if style in used]
    faces = "".join(
        f"@font-face{{font-family:Inter;{_STYLES[style]};src:url({font_data(style)}) format('woff2')}}"
        for style in styles
    )
    looks = "".join(f".{_CLASSES[style]}{{{_STYLES[style]}}}" for style in styles)
    family = "font-family:Inter,system-ui,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif"
    return f"{faces}text{{{family};white-space:pre}}{looks}"
