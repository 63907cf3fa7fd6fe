"""Tests in a browser are left out where there is none, and said to be, unless it is required."""

import pytest
from tests.browser.chromium import AXE, browser, required


@pytest.fixture(autouse=True)
def _with_a_browser(request: pytest.FixtureRequest) -> None:
    if required():
        return
    if browser() is None:
        pytest.skip("Chromium is not installed")
    if request.node.path.stem == "test_accessibility" and not AXE.is_file():
        pytest.skip("axe-core is not in build/axe: npm is missing, or could not get it")
