"""Journeys as Mermaid text, and Mermaid text as journeys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.canvas.canvases import canvas_text
from tests.canvas.strategies import journeys

from cxkit.canvas.importing import journeys_in
from cxkit.canvas.journey import Journey
from cxkit.canvas.load import load_canvas_text
from cxkit.canvas.mermaid import mermaid
from cxkit.canvas.mermaid_journey import journey_of
from cxkit.canvas.mermaid_reading import diagrams
from cxkit.canvas.mermaid_words import read, written
from cxkit.canvas.writing import canvas_yaml
from cxkit.documents.diagnostics import Refused


def imported(text: str, fallback: str = "x") -> Journey:
    """Read the one diagram of a text."""
    (diagram,) = diagrams(text, "a.mmd")
    return journey_of(diagram, fallback=fallback)


def sample() -> Journey:
    canvas = load_canvas_text(canvas_text("journey"), file="a.yaml").model
    assert isinstance(canvas, Journey)
    return canvas


# Out and in again


@given(journeys(), st.sampled_from(["fi", "en"]))
def test_a_diagram_reads_as_the_journey_it_was_made_of(journey: Journey, language: str) -> None:
    """Ids, titles, stages, touchpoints, emotions and personas are the same in the language written."""
    text = mermaid(journey, language)
    again = imported(text)
    assert mermaid(again, language) == text

    def words(text: object) -> str | None:
        return None if text is None else text.get(language, journey.language or "")  # type: ignore[attr-defined]

    assert again.id == journey.id
    assert words(again.title) == words(journey.title)
    assert words(again.goal) == words(journey.goal)
    assert again.persona_ids[: len(journey.persona_ids)] == journey.persona_ids
    assert [type(one) for one in again.personas] == [type(one) for one in journey.personas]
    assert [(one.id, words(one.title)) for one in again.stages] == [
        (one.id, words(one.title)) for one in journey.stages
    ]
    for one, other in zip(again.touchpoints(), journey.touchpoints(), strict=True):
        assert (one[2].id, words(one[2].title)) == (other[2].id, words(other[2].title))
        assert one[2].emotion == other[2].emotion


@given(journeys())
def test_an_imported_journey_is_a_sound_canvas(journey: Journey) -> None:
    again = imported(mermaid(journey, "fi"))
    assert load_canvas_text(canvas_yaml(again), file="a.yaml").model == again


@given(
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1).filter(
        lambda word: word == word.strip() != ""
    )
)
def test_every_word_comes_back(word: str) -> None:
    text = written(word)
    assert "\n" not in text and ";" not in text.replace("#", "").partition(";")[0]
    assert written(read(text)) == text
    if word.isprintable():
        assert read(text) == word


def test_it_looks_well(golden: Callable[[str, str], None]) -> None:
    golden("canvas-exchange/journey.fi.mmd", mermaid(sample(), "fi", {"aino": "Aino"}))
    golden("canvas-exchange/journey.en.mmd", mermaid(sample(), "en"))


def test_names_of_personas_elsewhere_are_used() -> None:
    text = mermaid(sample(), "fi", {"aino": "Aino"})
    assert "Haku: 2: Aino, Veikko" in text
    assert imported(text).personas[0] == "aino"


def test_two_personas_of_one_name_stay_two() -> None:
    text = mermaid(sample(), "fi", {"aino": "Veikko"})
    assert "Veikko (aino), Veikko (veikko)" in text
    assert imported(text).persona_ids == ("aino", "veikko")


def test_names_that_look_alike_stay_as_they_are() -> None:
    personas = ["b", {"id": "c", "name": "b"}, {"id": "d", "name": "b (c)"}]
    head = {"kind": "journey", "version": 1, "id": "a", "title": None, "language": None}
    journey = Journey.model_validate(head | {"personas": personas})
    assert imported(mermaid(journey, "en")).personas == journey.personas


def test_a_line_that_was_changed_counts_more_than_its_remark() -> None:
    text = mermaid(sample(), "fi").replace("Haku: 2:", "Haku: 5:")
    touchpoint = next(imported(text).touchpoints())[2]
    assert touchpoint.emotion == 2
    assert str(touchpoint.notes[0]) == 'emotion: {"aino": 1, "veikko": -2}'


def test_what_a_remark_says_besides_is_a_note() -> None:
    text = (
        'journey\n  %% cxkit: {"journey": "a", "seen": 1}\n  %% cxkit: {"colour": "red"}\n  section A\n'
        '    %% cxkit: {"channel": "web"}\n    x: 3\n    %% cxkit: {"id": "late"}\n'
    )
    journey = imported(text)
    assert [str(note) for note in journey.notes] == ["seen: 1"]
    assert [str(note) for note in journey.stages[0].notes] == ['{"id": "late"}', 'colour: "red"']
    assert [str(note) for note in journey.stages[0].touchpoints[0].notes] == ['channel: "web"']


# Diagrams of others

OTHERS = """\
---
title: From the front
config:
  theme: dark
---
%%{init: {"theme": "dark"}}%%
%% drawn in spring
JOURNEY
    title My working day #1
    accTitle: A day
    accDescr {
      A day of two,
      from morning on
    }
    Wake up: 2
    Section Go to work
      %% the kettle is old
      Make tea: 5: Me
      Do work: 1: Me, Cat: extra # dull
    section Go home
      Sit down: 4 : Cat
    section Go home
"""


def test_nothing_of_a_foreign_diagram_is_lost() -> None:
    journey = imported(OTHERS)
    assert journey.id == "my_working_day"
    assert str(journey.title) == "My working day"
    assert [str(note) for note in journey.notes] == [
        "A day of two, from morning on",
        "title: From the front\nconfig:\n  theme: dark",
        '%%{init: {"theme": "dark"}}%%',
        "drawn in spring",
        "From the front",
        "A day",
    ]
    assert [(one.id, str(one.title)) for one in journey.stages] == [
        ("stage_1", "None"),
        ("go_to_work", "Go to work"),
        ("go_home", "Go home"),
        ("go_home_2", "Go home"),
    ]
    assert journey.persona_ids == ("me", "cat")
    found = {one.id: (one.emotion, [str(note) for note in one.notes]) for _, _, one in journey.touchpoints()}
    assert found == {
        "wake_up": (-1, ["1"]),
        "make_tea": ({"me": 2}, ["the kettle is old"]),
        "do_work": (-2, ["dull", "extra"]),
        "sit_down": ({"cat": 1}, []),
    }


MARKDOWN = """\
# Two journeys

```mermaid
journey
    title One
    section A
      x: 1
```

> ~~~ mermaid
> journey
>     title Two
>     section B
>       y: 2: 母
> ~~~

:::mermaid
journey
  section C
    z: 3
:::
"""


def test_every_block_of_a_page_is_read() -> None:
    found = [journey_of(one, fallback="page") for one in diagrams(MARKDOWN, "a.md")]
    assert [one.id for one in found] == ["one", "two", "page"]
    assert str(found[1].personas[0].name) == "母"  # type: ignore[union-attr]


def test_statements_may_follow_on_the_line_of_journey() -> None:
    journey = imported(
        "journey title A day\n  %%{init: {\n    'theme': 'dark'}}%%\n  accDescr {one line} more\n a: 1\n"
    )
    assert str(journey.title) == "A day"
    notes = [*journey.notes, *journey.stages[0].touchpoints[0].notes]
    assert [str(note) for note in notes] == ["one line", "%%{init: {\n    'theme': 'dark'}}%%", "more"]


def test_a_remark_without_sense_is_a_comment() -> None:
    journey = imported("journey\n a: 1\n%% cxkit: {\n%% cxkit: [1]\n%%\n")
    assert [str(note) for note in journey.stages[0].notes] == ["cxkit: {", "cxkit: [1]"]


def test_named_entities_are_read() -> None:
    assert [read(word) for word in ("#amp;", "#auml;", "#nothing;", "#1114112;", "#55296;", "#7;")] == [
        "&", "ä", "#nothing;", "#1114112;", "#55296;", "#7;",
    ]  # fmt: skip


def test_a_file_of_diagrams_may_have_one_after_another() -> None:
    text = "journey\n title A\n x: 1\n\n---\ntitle: B\n---\njourney\n y: 2\n"
    assert [one.title for one in diagrams(text, "a.mmd")] == ["A", "B"]


# What is wrong

WRONG = {
    "flowchart": ("flowchart LR\n  a --> b\n", "CX380", 1, 1),
    "graph after a comment": ("%% a\n\n  graph TD\n", "CX380", 3, 3),
    "words": ("hello\n", "CX380", 1, 1),
    "nothing but a comment": ("%% journey\n", "CX380", 1, 1),
    "another block": ("```mermaid\npie\n```\n", "CX380", 2, 1),
    "an empty block": ("text\n```mermaid\n```\n", "CX380", 2, 1),
    "score too high": ("journey\n  a: 6: Me\n", "CX382", 2, 6),
    "score too low": ("journey\n  a: 0\n", "CX382", 2, 6),
    "score negative": ("journey\n  a: -1\n", "CX382", 2, 6),
    "score broken": ("journey\n  a: 3.5\n", "CX382", 2, 6),
    "score a word": ("journey\n  a: Me: 5\n", "CX382", 2, 6),
    "score in other digits": ("journey\n  a: ３\n", "CX382", 2, 6),
    "no score": ("journey\n  a: : Me\n", "CX382", 2, 5),
    "nothing behind the colon": ("journey\n  a:\n", "CX382", 2, 5),
    "misspelt": ("journey\n  sektion Loppu\n", "CX381", 2, 3),
    "colon in a name": ("journey\n  Kello 12:30 tunti: 4: Pentti\n", "CX382", 2, 12),
    "colon in a name, then a score": ("journey\n  Kello 12:30: 4: Pentti\n", "CX382", 2, 12),
    "no colon": ("journey\n  a\n", "CX381", 2, 3),
    "no name": ("journey\n  : 3: Me\n", "CX381", 2, 3),
    "semicolon": ("journey\n  a; b: 3\n", "CX381", 2, 4),
    "semicolon in a title": ("journey\n  title a; b\n", "CX381", 2, 10),
    "colon in a section": ("journey\n  section a: b\n", "CX381", 2, 12),
    "section without a name": ("journey\n  section\n", "CX381", 2, 10),
    "no name in a section of tasks": ("journey\n  section a\n    : 3\n", "CX381", 3, 5),
    "no front matter at all": ("---\n---\n", "CX380", 1, 1),
    "no journey at all": ("~~~mermaid\n%% a\n", "CX380", 1, 1),
    "front matter": ("---\na: [\n---\njourney\n", "CX001", 2, 5),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_has_its_place(name: str) -> None:
    text, code, line, column = WRONG[name]
    with pytest.raises(Refused) as refused:
        diagrams(text, "a.mmd")
    found = refused.value.diagnostics[0]
    assert found.span is not None
    assert (found.code, found.file, found.span.line, found.span.column) == (code, "a.mmd", line, column)
    assert found.hint


def test_all_errors_of_all_diagrams_are_told_at_once() -> None:
    with pytest.raises(Refused) as refused:
        diagrams(MARKDOWN.replace("x: 1", "x: 9").replace("y: 2", "y: two"), "a.md")
    assert [one.span.line for one in refused.value.diagnostics if one.span] == [7, 14]


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        (
            "Kello 12:30 tunti: 4: Pentti",
            "In a name, a colon is written `#58;`: `Kello 12#58;30 tunti: 4: Pentti`.",
        ),
        ("Kello 12:30: 4: Pentti", "In a name, a colon is written `#58;`: `Kello 12#58;30: 4: Pentti`."),
        ("a: b: c: 5", "In a name, a colon is written `#58;`: `a#58; b#58; c: 5`."),
        ("a: b: 9", "Write a whole number from 1 to 5 behind the name of the task."),
        ("sektion Loppu", "Did you mean `section`?"),
        ("Titel Polku", "Did you mean `title`?"),
        ("Loppu", "A task is written `Name: score: actor, actor`, with a score from 1 to 5."),
    ],
)
def test_a_slip_has_a_hint(line: str, hint: str) -> None:
    with pytest.raises(Refused) as refused:
        diagrams(f"journey\n  section A\n  {line}\n", "a.mmd")
    assert refused.value.diagnostics[0].hint == hint


@pytest.mark.parametrize("name", ["Kello 12:30 tunti", "a: b: c"])
def test_what_the_hint_says_is_read(name: str) -> None:
    (journey,) = [imported(f"journey\n  {name.replace(':', '#58;')}: 4: Pentti\n")]
    assert [(str(one.title), one.emotion) for *_, one in journey.touchpoints()] == [(name, 1)]


def test_more_than_a_hundred_errors_are_counted() -> None:
    with pytest.raises(Refused) as refused:
        diagrams("journey\n" + "a: 9\n" * 250, "a.mmd")
    assert len(refused.value.diagnostics) == 101
    assert refused.value.diagnostics[-1].message == "150 more errors are not listed"


def test_a_journey_has_an_end() -> None:
    with pytest.raises(Refused, match="3,000 tasks"):
        diagrams("journey\n" + "a: 3\n" * 3000, "a.mmd")


@given(st.text())
def test_no_text_is_a_crash(text: str) -> None:
    try:
        found = diagrams("journey\n" + text, "a.mmd")
    except Refused:
        return
    for one in found:
        journey_of(one, fallback="x")


@pytest.mark.parametrize("said", ['""', "5", '"finnish"', "[]"])
def test_a_language_that_is_none_becomes_a_note(said: str) -> None:
    remark = f'%% cxkit: {{"journey": "j", "language": {said}}}'
    text = f"journey\n    {remark}\n    title A\n    section S\n      T: 3: Aino\n"
    journey = journeys_in(text, "a.mmd", name="a")[0].journey
    assert journey.language is None
    assert [str(note) for note in journey.notes] == [f"language: {said}"]


def test_a_persona_without_a_name_is_none() -> None:
    remark = '%% cxkit: {"journey": "j", "personas": {" ": "x", "": {}}}'
    text = f"journey\n    {remark}\n    section S\n      T: 3: Aino\n"
    journey = journeys_in(text, "a.mmd", name="a")[0].journey
    assert journey.persona_ids == ("aino",)
