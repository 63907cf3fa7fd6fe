"""A new canvas is read, breaks no rule, asks all questions of its kind and holds the names it is given."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.canvas.canvases import USERS_KIND, canvas_text

from cxkit.canvas.completeness import completeness
from cxkit.canvas.journey import Journey
from cxkit.canvas.kind import OWN_KINDS, Asked, Kind, own_kind
from cxkit.canvas.load import Kinds, load_canvas_text
from cxkit.canvas.measurement import Measurement
from cxkit.canvas.part import CanvasDocument
from cxkit.canvas.persona import Persona, PersonaInFull
from cxkit.canvas.rules import InWorkspace, broken
from cxkit.canvas.scaffold import new_canvas, takes, why_no_name
from cxkit.canvas.scaffold_wishes import Wishes
from cxkit.canvas.workspace import Member, Workspace
from cxkit.documents.diagnostics import Severity
from cxkit.documents.loader import load_text

LANGUAGES = ("fi", "en")
HOSTILE = (
    "no", "1", "true", "- a", "-1", "a: b", "# c", '"x"', "it's", "{a}", "[b]", "*c", "!!str d", "&e", "%f",
    "🙂", "日本", "مرحبا", "👩\u200d💻", "CON", "null", "x" * 2000, "a\\b", "@", "`", "|", ">", "~", "=",
    "Ääkkönen",
)  # fmt: skip

one_name = st.text(max_size=30).filter(lambda text: why_no_name(text) is None)
names = st.lists(one_name, max_size=3).map(tuple)
wishes = st.builds(
    Wishes,
    language=st.sampled_from(LANGUAGES),
    id=st.text(max_size=30),
    title=st.none() | one_name,
    personas=names,
    channels=names,
    stages=names,
)  # fmt: skip


def users_kind() -> Kind:
    return load_text(USERS_KIND, Kind, file="kind.yaml").or_refuse()[0]


def sound(text: str, kind: Kind, *beside: Member[CanvasDocument]) -> CanvasDocument:
    """The canvas in a text that must be read and break no rule worse than by what is still empty."""
    kinds = Kinds() if kind.id in OWN_KINDS else Kinds((kind,))
    loaded = load_canvas_text(text, file="new.yaml", kinds=kinds)
    assert loaded.diagnostics == ()
    canvas, document = loaded.or_refuse()
    here = InWorkspace(canvas, document, Workspace.of([*beside, Member(canvas, document)]))
    assert [found for found in broken(here) if found.severity is Severity.ERROR] == []
    return canvas


def asked(kind: Kind) -> list[Asked]:
    """Everything in a kind that has a question."""
    things = [*kind.fields, *kind.blocks, *kind.rows, *kind.stages, *kind.sections]
    return [thing for thing in things if thing.question is not None]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", OWN_KINDS)
def test_a_new_canvas_of_every_kind_asks_all_its_questions(name: str, language: str) -> None:
    kind = own_kind(name)
    text = new_canvas(kind, Wishes(language, f"my-{name}"))
    canvas = sound(text, kind)
    assert (canvas.id, canvas.kind, canvas.language) == (f"my-{name}", name, language)
    assert completeness(canvas, kind).filled == (name == "journey")  # its stages are there
    first, *_ = text.splitlines()
    assert first == f"# yaml-language-server: $schema=schemas/{name}.schema.json"
    said = " ".join(re.sub(r"^\s*(\S*:)?\s*#", "", text, flags=re.MULTILINE).split())
    for thing in asked(kind):
        assert thing.question is not None
        assert " ".join(thing.question.get(language).split()) in said
    assert max(map(len, text.splitlines())) <= 110


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", OWN_KINDS)
def test_the_examples_in_comments_are_right(name: str, language: str) -> None:
    """Taking the signs away from the examples leaves a canvas that can be read."""
    kind = own_kind(name)
    text = new_canvas(kind, Wishes(language, "trial"))
    taken = re.sub(r"^( *)# (?=- |[a-zä_]+:(?:$|  #| [\w\"])|  )", r"\1", text, flags=re.MULTILINE)
    canvas, _ = load_canvas_text(taken, file="new.yaml").or_refuse()
    full = completeness(canvas, kind)
    wanted = {"journey": 5, "measurement": 3, "persona": 1, "strategy": 2, "maturity": 4, "programme": 2}
    assert full.filled >= wanted.get(name, 0)
    assert str(canvas.updated) == "2026-11-22"


@given(wishes)
def test_any_names_give_a_journey_without_errors(wished: Wishes) -> None:
    journey = sound(new_canvas(own_kind("journey"), wished), own_kind("journey"))
    assert isinstance(journey, Journey)
    assert [str(one.called) for one in journey.personas if isinstance(one, PersonaInFull)] == [
        name.strip() for name in wished.personas
    ]
    assert [str(one.called) for one in journey.channels] == [name.strip() for name in wished.channels]
    assert [str(one.called) for one in journey.stages][: len(wished.stages)] == [
        name.strip() for name in wished.stages
    ]
    assert len(journey.stages) == (len(wished.stages) or 3)


@given(wishes, st.sampled_from(OWN_KINDS))
def test_any_names_give_a_canvas_without_errors(wished: Wishes, name: str) -> None:
    kind = own_kind(name)
    room = takes(kind)
    fitting = Wishes(
        wished.language, wished.id, wished.title,
        wished.personas[: room.get("persona", 0)],
        wished.channels[: room.get("channel", 0)],
        wished.stages[: room.get("stage", 0)],
    )  # fmt: skip
    canvas = sound(new_canvas(kind, fitting), kind)
    if fitting.title is not None:
        assert str(canvas.title) == fitting.title.strip()


def test_hostile_names_stay_what_they_are() -> None:
    wished = Wishes("fi", "trial", HOSTILE[0], HOSTILE, HOSTILE, HOSTILE)
    journey = sound(new_canvas(own_kind("journey"), wished), own_kind("journey"))
    assert isinstance(journey, Journey)
    assert tuple(str(stage.title) for stage in journey.stages) == HOSTILE
    assert len(set(journey.persona_ids)) == len(HOSTILE)
    touchpoint = journey.stages[0].touchpoints[0]
    assert isinstance(touchpoint.emotion, dict)
    assert tuple(touchpoint.emotion) == journey.persona_ids


@pytest.mark.parametrize(
    "name", ["", " ", "a\nb", "a\rb", "a\x85b", "a\u2028b", "\x1b[31m", "\ud800", "\ufeffx", "a\tb"]
)
def test_what_cannot_be_a_name(name: str) -> None:
    assert why_no_name(name) is not None


def test_a_users_kind_is_scaffolded_with_its_halves() -> None:
    text = new_canvas(users_kind(), Wishes("fi", "uusi"))
    canvas = sound(text, users_kind())
    assert canvas.kind == "our-canvas"
    assert "$schema" not in text
    assert "  # Toiveet:\n  hopes:\n    # Me: Mitä toivomme?\n    we:\n    they:\n" in text
    assert "# Meidän kanvaasi. Kokeilu." in text


def member(text: str, file: str) -> Member[CanvasDocument]:
    return Member(*load_canvas_text(text, file=file).or_refuse())


def test_what_stands_in_the_folder_is_called_by_its_id() -> None:
    persona = member("kind: persona\nversion: 1\nid: p-7\ntitle:\nlanguage: fi\nname: Aino\n", "p.yaml")
    beside = Workspace.of([persona, member(canvas_text("journey"), "j.yaml")])
    wished = Wishes("fi", "journey-1", personas=("aino", "P-7", "Veikko", "Uusi"))
    kind = own_kind("journey")
    journey = sound(new_canvas(kind, wished, beside), kind, *beside.members)
    assert isinstance(journey, Journey)
    assert [one if isinstance(one, str) else str(one.name) for one in journey.personas] == [
        "p-7",
        "veikko",
        "Uusi",
    ]
    assert journey.id == "journey-1-2"
    measurement = sound(
        new_canvas(own_kind("measurement"), wished, beside), own_kind("measurement"), *beside.members
    )
    assert isinstance(measurement, Measurement)
    assert measurement.personas[:2] == ("p-7", "veikko")
    another = sound(
        new_canvas(own_kind("persona"), Wishes("en", "x", personas=("Veikko",)), beside),
        own_kind("persona"),
    )
    assert isinstance(another, Persona)
    assert (another.id, str(another.name), str(another.title)) == ("veikko_2", "Veikko", "Veikko")


def test_names_go_where_they_belong() -> None:
    slbmc = new_canvas(own_kind("slbmc"), Wishes("fi", "s", personas=("Aino Öhman",)))
    assert (
        "\npersona:\n  id: aino_ohman\n  # Nimi: Millä nimellä hänestä puhutaan?\n  name: Aino Öhman\n"
        in slbmc
    )
    bmc = new_canvas(own_kind("bmc"), Wishes("fi", "b", channels=("Verkko", "no")))
    assert '  channels:\n    - Verkko\n    - "no"\n' in bmc
    journey = new_canvas(own_kind("journey"), Wishes("fi", "j", channels=("Verkko",)))
    assert "\n        channel: verkko\n" in journey
    several = new_canvas(own_kind("journey"), Wishes("fi", "j", channels=("Verkko", "Tiski")))
    assert "\n        channel:  # verkko, tiski\n" in several


@pytest.mark.parametrize(
    ("file", "used"),
    [
        ("Varattu-kirja", "Varattu-kirja"), ("öljy polku.v2", "oljy-polku-v2"),
        ("2026", "journey_2026"),
        ("CON", "journey_con"), ("日本", "journey_1"), ("../x", "x"), ("no", "journey_no"),
        ("_", "journey_1"),
    ],
)  # fmt: skip
def test_the_id_comes_from_the_name_of_the_file(file: str, used: str) -> None:
    assert sound(new_canvas(own_kind("journey"), Wishes("en", file)), own_kind("journey")).id == used


def test_another_language_is_no_scaffold() -> None:
    with pytest.raises(KeyError):
        new_canvas(own_kind("bmc"), Wishes("sv", "b"))
