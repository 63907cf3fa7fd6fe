"""A persona looks the same in every canvas of a folder, and like no other persona of the same canvas."""

from tests.report.canvas.canvases import HEAD, canvas_text, view_of

from cxkit.canvas.journey import Journey
from cxkit.report.canvas.drawing import Circle, Rect
from cxkit.report.canvas.emotion import feelings
from cxkit.report.canvas.persona_place import NOBODY, PLACES, persona_places
from cxkit.report.canvas.pictures import picture
from cxkit.report.canvas.tokens import THEMES

LIGHT = THEMES["light"]


def journey(identifier, personas, type_="core"):
    head = HEAD.format(kind="journey").replace("id: journey", f"id: {identifier}")
    return f"{head}type: {type_}\npersonas: [{', '.join(personas)}]\n"


def empathy(persona):
    return HEAD.format(kind="empathy") + f"persona: {persona}\n"


def test_core_journeys_give_the_places_of_a_folder():
    others = (journey("poikkeus", ["veikko", "omar"], "exception"), journey("ydin", ["aino", "veikko"]))
    view = view_of(empathy("veikko"), "fi", *others)
    assert persona_places(view, ["veikko"]) == {"veikko": 1}
    assert persona_places(view, ["omar", "aino"]) == {"omar": 2, "aino": 0}
    assert persona_places(view, ["tuntematon"]) == {"tuntematon": 3}


def test_two_personas_of_a_canvas_never_look_the_same():
    view = view_of(journey("ydin", [f"p{number}" for number in range(7)]), "fi")
    assert persona_places(view, ["p6", "p1"]) == {"p6": 2, "p1": 1}
    assert persona_places(view, ["p4", "p0"]) == {"p4": 1, "p0": 0}
    five = persona_places(view, ["p6", "p5", "p4", "p3", "p1"])
    assert sorted(five.values()) == list(range(PLACES))


def test_an_empathy_map_shows_its_persona_as_the_journey_does():
    drawn = picture(view_of(empathy("veikko"), "fi", journey("ydin", ["aino", "veikko"]))).drawing
    shown = [shape for shape in drawn.shapes if isinstance(shape, Rect | Circle) and shape.fill]
    assert [shape.fill for shape in shown] == [LIGHT.personas[1]] and isinstance(shown[0], Rect)


def test_a_feeling_that_all_share_looks_like_no_persona():
    names = {"aino": "Aino", "veikko": "Veikko"}
    body = "stages: [{id: s, title: S, touchpoints: [{id: t, title: T, emotion: 1}]}]\n"
    canvas = view_of(canvas_text("journey", body), "fi").canvas
    assert isinstance(canvas, Journey)
    (shared,) = feelings(canvas, names, "kaikki", {"aino": 0, "veikko": 1})
    assert (shared.name, shared.look(0)) == ("kaikki", NOBODY)
