"""Pictures as PDF and PNG, set by Typst: the same shapes and texts as in the SVG, at the same places.

The picture goes to a fixed template as JSON, so no text of a user is ever read as markup. PDF is tagged as
PDF/UA-1 (ISO 14289-1) asks: texts in reading order, headings, a title, a language, shapes as artifacts.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from cxkit.documents.diagnostics import UnreadableFile
from cxkit.report.canvas.drawing import Circle, Line, Rect, Shape, TextLines
from cxkit.report.canvas.formats import NotRendered, Rendered
from cxkit.report.canvas.glyphs import Fonts
from cxkit.report.canvas.picture import Picture
from cxkit.report.canvas.pictures import picture, printed
from cxkit.report.canvas.sheets import A3_HEIGHT, A3_WIDTH, Sheet, sheets, whole
from cxkit.report.canvas.tokens import THEMES, ThemeName

if TYPE_CHECKING:
    import typst

    from cxkit.canvas.part import CanvasDocument
    from cxkit.report.canvas.view import View

_TEMPLATE = ("templates", "canvas", "picture.typ")
_SCREEN_PX = 25.4 / 96
"""Millimetres of a pixel of CSS."""

_SHARP, _WIDEST = 192.0, 4000
"""Two dots a pixel, in dots an inch; sheets wider than so many pixels get one."""


def pdf(view: View[CanvasDocument], fonts: Sequence[Path] = ()) -> Rendered:
    """Set a canvas on sheets of A3; raises NotRendered without the extra, UnreadableFile for a bad font."""
    pieces = printed(view, "light")
    pages = sheets(pieces, THEMES["light"])
    said = dict.fromkeys(message for piece in pieces[1:] for message in piece.messages)
    more = [message for message in said if message not in pieces[0].messages]
    return _set(pieces[0], pages, fonts, "pdf", [*more, *_larger_than_a3(pages)])


def png(view: View[CanvasDocument], theme: ThemeName, fonts: Sequence[Path] = ()) -> Rendered:
    """Set a canvas as one image, two dots a pixel; raises as `pdf` does."""
    drawn = picture(view, theme)
    return _set(drawn, [replace(whole(drawn), px=_SCREEN_PX)], fonts, "png", ())


def _set(
    drawn: Picture,
    pages: Sequence[Sheet],
    files: Sequence[Path],
    format_: str,
    said: Sequence[str],
) -> Rendered:
    _look_for_extra()
    fonts = Fonts.with_files(files)
    data = {
        "title": drawn.title,
        "description": drawn.description,
        "language": drawn.language,
        "ground": drawn.ground,
        "fonts": fonts.families,
        "sheets": [_sheet(page, fonts) for page in pages],
    }
    inputs = {"picture": json.dumps(data, ensure_ascii=False)}
    with TemporaryDirectory() as folder:
        compiler = _compiler(fonts, Path(folder))
        if format_ == "pdf":
            content, warnings = compiler.compile_with_warnings(
                sys_inputs=inputs, format="pdf", pdf_standards="ua-1", timestamp=0
            )
        else:
            ppi = _SHARP if drawn.width <= _WIDEST else _SHARP / 2
            content, warnings = compiler.compile_with_warnings(sys_inputs=inputs, format="png", ppi=ppi)
        assert isinstance(content, bytes)
        missing = fonts.message()
        messages = [*drawn.messages, *said, *_overflows(compiler), *([missing] if missing else [])]
        messages += [warning.message for warning in warnings]
    return Rendered(content, tuple(messages))


def _look_for_extra() -> None:
    if not all(map(find_spec, ("typst", "fontTools"))):
        raise NotRendered("pdf and png need the extra `pdf`: install it with `pip install 'cxkit[pdf]'`")


def _compiler(fonts: Fonts, folder: Path) -> typst.Compiler:
    """Return Typst with our template and fonts; it takes fonts by the folder, so the user's go into one."""
    import typst

    for number, file in enumerate(fonts.files):
        copyfile(file, folder / f"{number}{file.suffix}")
    own = str(resources.files("cxkit.report").joinpath("fonts"))
    template = str(resources.files("cxkit.report").joinpath(*_TEMPLATE))
    shipped = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[own, str(folder)],
    )
    for family in set(fonts.families) - set(shipped.families()):
        raise UnreadableFile(f"The font {family} is not one that can be set; choose another file.")
    return typst.Compiler(template, root=str(Path(template).parent), font_paths=shipped)


def _overflows(compiler: typst.Compiler) -> list[str]:
    """Return a sentence for each text that is wider than its room, as Typst measures it."""
    found = json.loads(compiler.query("<overflow>", field="value"))
    return [f"The text `{text}` is wider than its column." for text in found]


def _larger_than_a3(pages: Sequence[Sheet]) -> list[str]:
    found = []
    for number, page in enumerate(pages, 1):
        wide, high = round(page.width * page.px), round(page.height * page.px)
        if wide > A3_WIDTH or high > A3_HEIGHT:
            found.append(
                f"Page {number} is {wide} × {high} mm, larger than A3 ({A3_WIDTH} × {A3_HEIGHT} mm): "
                "print it on larger paper or scaled to A3, or write HTML, which breaks between rows."
            )
    return found


def _sheet(sheet: Sheet, fonts: Fonts) -> dict[str, Any]:
    shapes = [_shape(shape, fonts, again=True) for shape in sheet.again]
    shapes += [_shape(shape, fonts) for shape in sheet.shapes]
    return {
        "width": sheet.width,
        "height": sheet.height,
        "left": sheet.left,
        "px": sheet.px,
        "shapes": shapes,
    }


def _shape(shape: Shape, fonts: Fonts, *, again: bool = False) -> dict[str, Any]:
    if isinstance(shape, TextLines):
        return {"what": "text", "again": again, **asdict(fonts.settable(shape))}
    names = {Rect: "rect", Line: "line", Circle: "circle"}
    dash = [float(step) for step in getattr(shape, "dash", "").split()]
    return {"what": names.get(type(shape), "path"), **asdict(shape), "dash": dash}
