"""That any name gives an id that can be used."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxkit.canvas.naming import new_id
from cxkit.documents.base import Identifier, Model


class Named(Model):
    id: Identifier


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Aino", "aino"),
        ("Äiti Öhman", "aiti_ohman"),
        ("Straße Łódź", "strasse_lodz"),
        ("no", "persona_no"),
        ("1", "persona_1"),
        ("24 h", "persona_24_h"),
        ("CON", "persona_con"),
        ("-", "persona_1"),
        ("日本", "persona_1"),
        ("🙂", "persona_1"),
        ("Seppo: 'a', \"b\"", "seppo_a_b"),
        ("x" * 99, "x" * 40),
    ],
)
def test_an_id_is_made_of_a_name(name: str, made: str) -> None:
    assert new_id(name, taken=(), fallback="persona") == made


def test_ids_are_unlike_one_another() -> None:
    assert new_id("Aino", taken=["AINO", "aino_2"], fallback="persona") == "aino_3"
    assert new_id("日本", taken=["persona_1"], fallback="persona") == "persona_2"


@given(st.lists(st.text(max_size=50), max_size=6))
def test_any_names_give_ids_that_are_sound(names: list[str]) -> None:
    ids: list[str] = []
    for name in names:
        ids.append(new_id(name, taken=ids, fallback="stage"))
    assert len(set(ids)) == len(names)
    for one in ids:
        assert re.fullmatch("[a-z][a-z0-9_]*", one)
        assert Named.model_validate({"id": one}).id == one
