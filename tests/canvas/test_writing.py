"""Canvases written as YAML read as equal canvases, and look as if a person had written them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from tests.canvas.canvases import BODIES, USERS_KIND, canvas_text
from tests.canvas.strategies import journeys, texts

from cxkit.canvas.journey import Journey
from cxkit.canvas.load import OURS, Kinds, load_canvas_text
from cxkit.canvas.persona import Persona
from cxkit.canvas.writing import canvas_yaml
from cxkit.canvas.yaml_scalars import scalar

EXAMPLES = sorted((Path(__file__).parents[2] / "src/cxkit/canvas/examples").glob("*.yaml"))


@given(journeys())
def test_a_written_journey_reads_as_the_same(journey: Journey) -> None:
    loaded = load_canvas_text(canvas_yaml(journey), file="a.yaml")
    assert loaded.diagnostics == ()
    assert loaded.model == journey


@given(
    st.dictionaries(st.text(st.characters(categories=("L", "N", "P", "Zs")), min_size=1), texts, max_size=4)
)
def test_free_mappings_are_written(facts: dict[str, object]) -> None:
    head = {"kind": "persona", "version": 1, "id": "a", "title": None, "language": None}
    persona = Persona.model_validate(head | {"facts": facts})
    assert load_canvas_text(canvas_yaml(persona), file="a.yaml").model == persona


@pytest.mark.parametrize("kind", BODIES)
def test_every_kind_is_written(kind: str) -> None:
    canvas = load_canvas_text(canvas_text(kind), file="a.yaml").model
    assert canvas is not None
    assert load_canvas_text(canvas_yaml(canvas), file="a.yaml").model == canvas


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.name)
def test_every_example_is_written(file: Path) -> None:
    canvas = load_canvas_text(file.read_text(encoding="utf-8"), file=file.name, kinds=OURS).model
    assert canvas is not None
    assert load_canvas_text(canvas_yaml(canvas), file="a.yaml").model == canvas


def test_a_kind_of_a_users_own_is_written(tmp_path: Path) -> None:
    (tmp_path / "kind.yaml").write_text(USERS_KIND, encoding="utf-8")
    kinds = Kinds.of([str(tmp_path / "kind.yaml")])
    text = (
        "kind: our-canvas\nversion: 1\nid: a\ntitle: A\nlanguage: fi\nblocks:\n  "
        + kinds.kind("our-canvas").blocks[0].id
        + ": {we: [x, y], they: }\n"
    )
    canvas = load_canvas_text(text, file="a.yaml", kinds=kinds).model
    assert canvas is not None
    assert load_canvas_text(canvas_yaml(canvas), file="a.yaml", kinds=kinds).model == canvas


def test_it_looks_as_if_written_by_hand(golden: Callable[[str, str], None]) -> None:
    canvas = load_canvas_text(canvas_text("journey"), file="a.yaml").model
    assert canvas is not None
    golden("canvas-exchange/written.yaml", canvas_yaml(canvas))


LONG = "Kirja on kädessä ennen lukupiiriä, eikä kukaan joudu jonottamaan"
TEXTS = f"""\
kind: persona
version: 1
id: a
title: A
language: fi
notes: "one\\ntwo: three\\n\\nfour\\n"
motivation: ["x\\ny", z, {{fi: "{LONG}", en: "{LONG} "}}]
wants: [{{fi: "{LONG}", en: "{LONG}"}}]
quote: {{fi: a, en: "a\\nb"}}
role: " \\n x"
facts: {{"a: b": 3, "no": "yes", x: {{fi: a, en: b}}, y: "3", z: 1.10, å: "{LONG}", ä: "{LONG}"}}
"""


def test_texts_of_every_form(golden: Callable[[str, str], None]) -> None:
    canvas = load_canvas_text(TEXTS, file="a.yaml").or_refuse()[0]
    written = canvas_yaml(canvas)
    assert load_canvas_text(written, file="a.yaml").model == canvas
    golden("canvas-exchange/written-texts.yaml", written)


@given(st.text(min_size=1), st.booleans())
@example("Löytyykö?", True)
@example("x ?", False)
def test_another_reader_reads_the_same_text(text: str, in_brackets: bool) -> None:
    """PyYAML's own rules for texts are not ours: to both, a scalar is the text that was written."""
    text = "".join(sign for sign in text if not 0xD800 <= ord(sign) <= 0xDFFF)
    written = scalar(text, in_brackets=in_brackets)
    document = f"a: {{b: {written}}}" if in_brackets else f"a: {written}"
    found = yaml.load(document, yaml.BaseLoader)["a"]
    assert (found["b"] if in_brackets else found) == text


@pytest.mark.parametrize(
    "word", ["yes", "No", "null", "~", "1", "1.5", "010", "1_000", "12:30", "0x1f", ".5", "+1"]
)
def test_what_would_be_something_else_is_quoted(word: str) -> None:
    assert scalar(word, in_brackets=False) == f'"{word}"'


@pytest.mark.parametrize("text", ["Onko kirja jo hyllyssä?", "a-b (c)", "50 %", "10:30 asti", "#1"])
def test_what_can_do_without_quotes_does(text: str) -> None:
    assert (scalar(text, in_brackets=False) == text) is (text != "#1")
