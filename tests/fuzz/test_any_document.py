"""Any canvas that can be read can be shown: in every format, on the terminal, beside what it was."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.fuzz.harmless import read_canvas
from tests.fuzz.spoilt_canvases import spoilt_canvases

from cxkit.canvas.diff import changes
from cxkit.canvas.kind import own_kind
from cxkit.canvas.part import CanvasDocument
from cxkit.canvas.workspace import Member, Workspace
from cxkit.locale.texts import Texts
from cxkit.report.canvas.diff_json import diff_json
from cxkit.report.canvas.diff_text import Comparison, diff_text
from cxkit.report.canvas.formats import TYPESET, CanvasFormat, has_format, rendered
from cxkit.report.canvas.terminal import terminal_lines
from cxkit.report.canvas.view import View
from cxkit.report.terminal_table import Paper

_TEXTS = tuple(one for one in CanvasFormat if one not in TYPESET)
_QUICK = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
_LANGUAGES = st.sampled_from(("fi", "en"))


def read(texts: list[str]) -> list[Member[CanvasDocument]]:
    """Read the canvases among some texts."""
    found = (read_canvas(text, f"{number}.yaml") for number, text in enumerate(texts))
    return [one for one in found if one is not None]


@_QUICK
@given(st.lists(spoilt_canvases(), min_size=1, max_size=3), _LANGUAGES)
def test_every_format(texts: list[str], language: str) -> None:
    members = read(texts)
    around = Workspace.of(members)
    for one in members:
        view = View(one.canvas, own_kind(one.canvas.kind), Texts(language), around)
        for format_ in _TEXTS:
            if has_format(one.canvas.kind, format_):
                _is_sound(rendered(view, format_).content.decode(), format_)


def _is_sound(content: str, format_: CanvasFormat) -> None:
    assert content.endswith("\n")
    match format_:
        case CanvasFormat.SVG:
            ET.fromstring(content)
        case CanvasFormat.JSON:
            json.loads(content)
        case CanvasFormat.HTML:
            HTMLParser().feed(content)


@_QUICK
@given(st.lists(spoilt_canvases(), min_size=1, max_size=2), _LANGUAGES, st.integers(1, 200))
def test_the_terminal(texts: list[str], language: str, width: int) -> None:
    members = read(texts)
    for one in members:
        view = View(one.canvas, own_kind(one.canvas.kind), Texts(language), Workspace.of(members))
        for line in terminal_lines(view, Paper(width=width)):
            assert "\n" not in line


@_QUICK
@given(spoilt_canvases(), spoilt_canvases(), _LANGUAGES)
def test_two_versions(before: str, after: str, language: str) -> None:
    members = read([before, after])
    for old in members:
        for new in members:
            if old.canvas.kind != new.canvas.kind:
                continue
            view = View(new.canvas, own_kind(new.canvas.kind), Texts(language), Workspace.of([new]))
            found = changes(old.canvas, new.canvas)
            comparison = Comparison(old.canvas, view, found)
            assert diff_text(comparison)
            json.loads(diff_json(comparison, "a", "b"))
            assert old is not new or found == ()
