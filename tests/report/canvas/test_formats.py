"""Every kind in both languages has every format, and each comes out the same to the byte.

Texts that are pleasant to compare are golden files of their own, beside the tests of their formats; here a
digest stands for all bytes. Those of PDF and PNG are of the versions in constraints.txt.
"""

from collections.abc import Callable
from hashlib import sha256

import pytest

from cxkit.canvas.example import example_text
from cxkit.canvas.kind import OWN_KINDS, own_kind
from cxkit.canvas.load import load_canvas_text
from cxkit.canvas.workspace import Member, Workspace
from cxkit.locale.texts import Texts
from cxkit.report.canvas.formats import CanvasFormat, NotRendered, has_format, rendered
from cxkit.report.canvas.view import View

EVERY = [(kind, language) for kind in OWN_KINDS for language in ("fi", "en")]


def view_of(kind: str, language: str) -> View:
    """Return the example of a kind, alone in its folder."""
    member = Member(*load_canvas_text(example_text(kind, language), file=f"{kind}.yaml").or_refuse())
    return View(member.canvas, own_kind(kind), Texts(language), Workspace.of([member]))


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_every_format_is_the_same_to_the_byte(
    kind: str, language: str, golden: Callable[[str, str | bytes], None]
) -> None:
    view = view_of(kind, language)
    lines = []
    for format_ in CanvasFormat:
        if has_format(kind, format_):
            made = rendered(view, format_)
            assert made.content
            lines.append(f"{format_.value:8}{sha256(made.content).hexdigest()}\n")
        else:
            with pytest.raises(NotRendered, match="only journeys can"):
                rendered(view, format_)
    golden(f"canvas/{kind}.{language}.digests.txt", "".join(lines))


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_examples_fit_on_their_sheets(kind: str, language: str) -> None:
    assert rendered(view_of(kind, language), CanvasFormat.PDF).messages == ()


def test_the_dark_theme_is_for_pictures() -> None:
    view = view_of("empathy", "en")
    for format_ in CanvasFormat:
        if has_format("empathy", format_):
            same = rendered(view, format_, theme="dark").content == rendered(view, format_).content
            assert same is (format_ not in (CanvasFormat.SVG, CanvasFormat.PNG))
