"""The guide's pages on canvases name every key, and their examples are read without a finding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from cxkit.canvas.kind import Kind
from cxkit.canvas.load import Kinds, OwnModels, load_canvas_text, load_kind
from cxkit.documents.known_keys import known_keys

GUIDE = Path(__file__).parents[2] / "docs" / "guide"
FILES = (GUIDE / "canvas-files.md").read_text(encoding="utf-8")
OWN = (GUIDE / "own-canvas-kinds.md").read_text(encoding="utf-8")


def examples(page: str) -> list[str]:
    return re.findall(r"```yaml\n(kind: .*?)```", page, re.DOTALL)


def models(kind: Any) -> Iterator[type[BaseModel]]:
    """A model and every model that its schema needs."""
    seen: set[type[BaseModel]] = set()
    ahead = [kind]
    while ahead:
        one = ahead.pop()
        if isinstance(one, type) and issubclass(one, BaseModel):
            if one not in seen:
                seen.add(one)
                yield one
                ahead += [field.annotation for field in one.model_fields.values()]
        else:
            ahead += getattr(one, "__args__", ())


def words(page: str) -> set[str]:
    return {word for code in re.findall(r"`([^`\n]+)`", page) for word in re.findall(r"\w+", code)}


@pytest.mark.parametrize("kind", OwnModels())
def test_every_key_of_a_canvas_is_explained(kind: str) -> None:
    keys = {key for model in models(OwnModels()[kind]) for key in known_keys(model, ())}
    assert len(keys) > 8
    assert keys - words(FILES) == set()


def test_every_key_of_a_kind_is_explained() -> None:
    keys = {*Kind.model_fields, *known_keys(Kind, ("blocks", 0))} - {"kind", "version"}
    assert keys - words(OWN) == set()


def test_the_examples_are_read() -> None:
    assert len(examples(FILES)) == 2
    for text in examples(FILES):
        assert load_canvas_text(text, file="a.yaml").diagnostics == ()


def test_the_kind_of_ones_own_is_read(tmp_path: Path) -> None:
    kind, canvas = examples(OWN)
    file = tmp_path / "premortem.yaml"
    file.write_text(kind, encoding="utf-8")
    assert load_kind(str(file)).diagnostics == ()
    assert load_canvas_text(canvas, file="a.yaml", kinds=Kinds.of([str(file)])).diagnostics == ()
