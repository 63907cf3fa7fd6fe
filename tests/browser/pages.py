"""Pages for the browser tests: examples of every kind, empty ones, and ones whose every text is hostile."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import cycle
from pathlib import Path
from typing import Any

from tests.canvas.canvases import USERS_KIND
from tests.report.canvas.journeys import hostile

import cxkit
from cxkit.canvas.blocks import model_of
from cxkit.canvas.kind import OWN_KINDS, Kind, own_kind
from cxkit.canvas.load import load_canvas, load_canvas_text
from cxkit.canvas.part import CanvasDocument
from cxkit.documents.base import Model, Text
from cxkit.documents.loader import load_text
from cxkit.locale.texts import LANGUAGES, Texts
from cxkit.report.canvas.html_page import html
from cxkit.report.canvas.pictures import svg
from cxkit.report.canvas.view import View

EXAMPLES = Path(cxkit.__file__).parent / "canvas/examples"

HEAD = "kind: {kind}\nversion: 1\nid: empty\ntitle:\nlanguage: {language}\n"

LONG = "Asiakaspalvelukokemuksen kehittämissuunnitelma ja sen toimeenpano. " * 31
"""More than 2,000 characters."""


@cache
def example(kind: str, language: str) -> CanvasDocument:
    """Return the example of a kind in a language."""
    return load_canvas(str(EXAMPLES / f"{kind}.{language}.yaml")).or_refuse()[0]


def users_kind() -> Kind:
    """Return a kind as a user writes one."""
    return load_text(USERS_KIND, Kind, file="our-canvas.yaml").or_refuse()[0]


def users_canvas(text: str) -> CanvasDocument:
    """Return a canvas of the user's kind with a text in each place."""
    held = {"hopes": {"we": [text, text], "they": text}, "fears": {"we": None, "they": [text]}}
    data = {"kind": "our-canvas", "version": 1, "id": "x", "title": text, "language": "fi", "blocks": held}
    return model_of(users_kind()).model_validate(data)


@cache
def filled() -> dict[str, str]:
    """Return the page of each example in each language, and of a canvas of a user's kind."""
    pages = {
        f"{kind} {language}": html(View(example(kind, language), own_kind(kind), Texts(language)))
        for kind in OWN_KINDS
        for language in LANGUAGES
    }
    return pages | {"our-canvas": html(View(users_canvas("Toive"), users_kind(), Texts("en")))}


@cache
def empty(languages: tuple[str, ...] = LANGUAGES) -> dict[str, str]:
    """Return the page of an empty canvas of each kind, in the languages by turns."""
    return {
        kind: html(View(_empty(kind, language), own_kind(kind), Texts(language)))
        for kind, language in zip(OWN_KINDS, cycle(languages), strict=False)
    }


def spoilt(text: str, language: str = "fi") -> dict[str, str]:
    """Return the page of each kind with ``text`` in place of every text."""
    texts = Texts(language)
    pages = {
        kind: html(View(_spoilt(example(kind, language), text), own_kind(kind), texts)) for kind in OWN_KINDS
    }
    pages["our-canvas"] = html(View(users_canvas(text), users_kind(), texts))
    pages["five personas"] = html(View(hostile(2, 5, text), own_kind("journey"), texts))
    return pages


def drawn(text: str = "", languages: Sequence[str] = LANGUAGES) -> dict[str, str]:
    """Return the picture of each kind, of its example or with ``text`` in place of every text."""
    found = {}
    for kind, language in zip(OWN_KINDS, cycle(languages), strict=False):
        canvas = example(kind, language)
        view = View(_spoilt(canvas, text) if text else canvas, own_kind(kind), Texts(language))
        found[kind] = svg(view)
    return found


def pictures(text: str = "") -> dict[str, str]:
    """Return the pictures of `drawn`, each on a page."""
    return {kind: _alone(picture) for kind, picture in drawn(text).items()}


def sized_picture(touchpoints: int, personas: int) -> str:
    """Return the picture of a journey of any size, on a page."""
    canvas = hostile(touchpoints, personas, "Palvelupisteen neuvonta")
    return _alone(svg(View(canvas, own_kind("journey"), Texts("fi"))))


def _alone(picture: str) -> str:
    return f'<!DOCTYPE html><html lang="fi"><title>x</title><body style="margin:0;width:0">{picture}</body>'


def sized(touchpoints: int, personas: int) -> str:
    """Return the page of a journey of any size."""
    text = "Palvelupisteen neuvonta"
    return html(View(hostile(touchpoints, personas, text), own_kind("journey"), Texts("en")))


def _empty(kind: str, language: str) -> CanvasDocument:
    text = HEAD.format(kind=kind, language=language)
    return load_canvas_text(text, file="empty.yaml").or_refuse()[0]


def _spoilt(value: Any, text: str) -> Any:
    """Return a value with another text in place of each."""
    match value:
        case Text():
            return Text.plain(text)
        case Model():
            held = {name: _spoilt(getattr(value, name), text) for name in type(value).model_fields}
            return value.model_copy(update=held)
        case tuple():
            return tuple(_spoilt(one, text) for one in value)
        case dict():
            return {name: _spoilt(one, text) for name, one in value.items()}
    return value
