"""Tests in a browser are left out where there is none, and said to be, unless it is required."""

import shutil

import pytest
from tests.browser.chromium import AXE, CHECKER, browser, required


@pytest.fixture(autouse=True)
def _with_what_it_needs(request: pytest.FixtureRequest) -> None:
    if required():
        return
    name = request.node.path.stem
    if name == "test_markup":
        if not CHECKER.is_file() or shutil.which("java") is None:
            pytest.skip("the Nu HTML Checker is not in build/browser, or there is no Java for it")
    elif browser() is None:
        pytest.skip("Chromium is not installed")
    elif name == "test_accessibility" and not AXE.is_file():
        pytest.skip("axe-core is not in build/browser: npm is missing, or could not get it")
