"""Canvases that are still well-formed YAML, with keys removed, emptied or put where others were."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from decimal import Decimal
from functools import cache
from typing import Any

import yaml
from hypothesis import strategies as st
from tests.fuzz.harmless import CANVASES

from cxkit.canvas.rules.smallest import SMALLEST
from cxkit.documents.document import Path_
from cxkit.documents.events import parse

Change = Callable[[Any, Any], None]
"""What is done to a mapping or a list at one of its keys."""

_LONGEST = 10_000
"""In characters: what is longer takes too long to spoil again and again."""

SOUND = (*SMALLEST.values(), *(text for text in CANVASES if len(text) < _LONGEST))


class _Dumper(yaml.SafeDumper):
    """Writes numbers as they were read, and everything in full."""

    def ignore_aliases(self, data: Any) -> bool:
        """Tell that nothing stands for something else."""
        return True


_Dumper.add_representer(
    Decimal, lambda dumper, number: dumper.represent_scalar("tag:yaml.org,2002:float", format(number, "f"))
)


def written(data: Any) -> str:
    """Return data as YAML."""
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)


@cache
def data_of(text: str) -> dict[str, Any]:
    """Return the data of a sound canvas."""
    document, _ = parse(text, "canvas.yaml")
    assert document is not None
    return document.data


def keys_in(value: Any, path: Path_ = ()) -> Iterator[Path_]:
    """Yield the paths of all keys and entries below a value."""
    listed = enumerate(value) if isinstance(value, list) else ()
    entries: Iterable[tuple[Any, Any]] = value.items() if isinstance(value, dict) else listed
    for key, inner in entries:
        yield (*path, key)
        yield from keys_in(inner, (*path, key))


def changed(data: dict[str, Any], path: Path_, change: Change) -> dict[str, Any]:
    """Return a copy with a change made to what holds the last key of a path."""
    copy = deepcopy(data)
    holder: Any = copy
    for key in path[:-1]:
        holder = holder[key]
    change(holder, path[-1])
    return copy


def remove(holder: Any, key: Any) -> None:
    """Take a key or an entry away."""
    del holder[key]


def put(value: Any) -> Change:
    """Return the change that puts a value in the place of another."""

    def change(holder: Any, key: Any) -> None:
        holder[key] = deepcopy(value)

    return change


_VALUES: tuple[Any, ...] = (
    *(None, "", "x", "none", "aino", "culture", "2020-02-02", 0, 9, -1, True),
    *([], {}, ["x", "x"], [None], ["survey"], [[1]], {"fi": "x"}, {"id": "x"}),
)


@st.composite
def spoilt_canvases(draw: st.DrawFn) -> str:
    """Return the text of a canvas in which some keys are gone, empty or hold something else."""
    data = data_of(draw(st.sampled_from(SOUND)))
    for _ in range(draw(st.integers(1, 6))):
        paths = list(keys_in(data))
        if not paths:
            break
        path = draw(st.sampled_from(paths))
        way = draw(st.sampled_from(("remove", "empty", "put", "copy")))
        if way == "copy":
            data = changed(data, path, put(_at(data, draw(st.sampled_from(paths)))))
        else:
            value = draw(st.sampled_from(_VALUES)) if way == "put" else None
            data = changed(data, path, remove if way == "remove" else put(value))
    return written(data)


def _at(data: Any, path: Path_) -> Any:
    for key in path:
        data = data[key]
    return data
