"""Any canvas at all: whatever is gone, empty or misplaced in it, and whatever stands beside it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.fuzz.harmless import found_in, read_canvas
from tests.fuzz.spoilt_canvases import changed, data_of, keys_in, put, remove, spoilt_canvases, written

from cxkit.canvas.rules.smallest import SMALLEST

_QUICK = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@_QUICK
@given(st.lists(spoilt_canvases(), min_size=1, max_size=4))
def test_spoilt_canvases_of_a_folder_end_in_findings(texts: list[str]) -> None:
    read = [read_canvas(text, f"{number}.yaml") for number, text in enumerate(texts)]
    found_in([one for one in read if one is not None])


@pytest.mark.parametrize("text", SMALLEST.values(), ids=SMALLEST)
def test_a_key_that_is_gone_or_an_empty_list_ends_in_findings(text: str) -> None:
    data = data_of(text)
    for path in keys_in(data):
        for change in (remove, put([]), put({})):
            read = read_canvas(written(changed(data, path, change)), "canvas.yaml")
            if read is not None:
                found_in([read])


@pytest.mark.parametrize("text", SMALLEST.values(), ids=SMALLEST)
def test_a_key_that_is_left_empty_is_told_once_and_nothing_more(text: str) -> None:
    data = data_of(text)
    before = read_canvas(written(data), "canvas.yaml")
    assert before is not None
    known = {(one.code, one.message) for one in found_in([before])}
    for path in keys_in(data):
        if not isinstance(path[-1], str):
            continue
        read = read_canvas(written(changed(data, path, put(None))), "canvas.yaml")
        if read is None:  # what cannot be left empty, such as an id
            continue
        new = [one for one in found_in([read]) if (one.code, one.message) not in known]
        assert [one.code for one in new] in (["CX300"], []), (path, new)
