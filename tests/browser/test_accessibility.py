"""axe-core finds nothing to mend in a page, in light and in dark, on a phone and at a desk."""

import pytest
from tests.browser.chromium import Frame, look
from tests.browser.pages import empty, filled

WIDTHS = (390, 1280)


def unbarred(pages, theme):
    frames = [Frame(name, page, width) for name, page in pages.items() for width in WIDTHS]
    found = look(frames, theme=theme, axe=True)
    assert {name: said for name, said in found.items() if said} == {}


def test_axe_sees_what_is_wrong():
    page = '<!DOCTYPE html><html lang="en"><title>Pale</title><main><h1>Pale</h1>'
    page += '<p style="color:#aaa">Hardly to be read</p></main>'
    (found,) = look([Frame("pale", page, 390)], axe=True).values()
    assert [said.partition(":")[0] for said in found] == ["color-contrast"]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_examples(theme):
    unbarred(filled(), theme)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_empty_canvases(theme):
    unbarred(empty(), theme)
