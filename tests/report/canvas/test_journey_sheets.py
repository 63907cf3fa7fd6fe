"""A wide journey goes on on further sheets; what is not known of a feeling is not drawn as if it were."""

from typing import Any

import pytest

from cxkit.canvas.journey import Journey
from cxkit.canvas.kind import own_kind
from cxkit.locale.texts import Texts
from cxkit.report.canvas.drawing import Path, TextLines
from cxkit.report.canvas.journey_stages import shares
from cxkit.report.canvas.persona_place import NOBODY
from cxkit.report.canvas.pictures import picture, printed
from cxkit.report.canvas.tokens import THEMES
from cxkit.report.canvas.view import View


def journey(*stages: int, felt: tuple[int | None, ...] = ()) -> Journey:
    """Return a journey with as many touchpoints in each stage, the first of which feel as given."""
    found: list[dict[str, Any]] = []
    feelings = iter(felt)
    number = 0
    for at, many in enumerate(stages):
        touchpoints = []
        for _ in range(many):
            number += 1
            touchpoint: dict[str, Any] = {"id": f"t{number}", "title": f"Kohta {number}"}
            feeling = next(feelings, None)
            touchpoints.append(touchpoint if feeling is None else touchpoint | {"emotion": feeling})
        found.append({"id": f"s{at}", "title": f"Vaihe {at}", "touchpoints": touchpoints})
    head = {"kind": "journey", "version": 1, "id": "polku", "title": "Polku", "language": "fi"}
    return Journey.model_validate(head | {"stages": found})


def view(*stages: int, felt: tuple[int | None, ...] = ()) -> View[Any]:
    return View(journey(*stages, felt=felt), own_kind("journey"), Texts("fi"))


@pytest.mark.parametrize(
    ("stages", "shared"),
    [
        ((3, 4), [(0, 7)]),
        ((5, 5), [(0, 10)]),
        ((3, 2, 4, 5), [(0, 9), (9, 5)]),
        ((4, 4, 4), [(0, 8), (8, 4)]),
        ((2, 9, 2), [(0, 2), (2, 9), (11, 2)]),
        ((24,), [(0, 10), (10, 10), (20, 4)]),
        ((0, 10), [(0, 1), (1, 10)]),
        ((), [(0, 0)]),
    ],
)
def test_sheets_end_with_a_stage(stages, shared):
    assert shares(journey(*stages), 10) == shared


def test_each_piece_fits_a_sheet_and_names_its_touchpoints_once():
    pieces = printed(view(12, 3, 9, felt=(1, -1) * 12))
    assert all(piece.width == 1600 for piece in pieces)
    names = []
    for piece in pieces:
        texts = [
            shape.text.replace("\u00ad", "") for shape in piece.drawing.shapes if isinstance(shape, TextLines)
        ]
        assert "Kohtaamispiste" in texts and "Tunnekäyrä" in texts
        names += [text for text in texts if text.startswith("Kohta ")]
        reach = [value for path in _curves(piece) for _, at in path.steps for value in at[::2]]
        assert min(reach) >= 184 - 14 and max(reach) <= piece.width - 48
    assert names == [f"Kohta {number}" for number in range(1, 25)]
    second = [shape.text for shape in pieces[1].drawing.shapes if isinstance(shape, TextLines)]
    assert "Vaihe 0 (jatkuu)" in second and "Polku (jatkuu)" in second


def test_a_screen_has_it_in_one_piece():
    assert picture(view(12, 3, 9)).width == 184 + 24 * 150 + 48
    assert printed(view(4, 4))[0].height == picture(view(4, 4)).height


def test_a_line_over_what_is_not_known_is_thin_and_said():
    made = picture(view(6, felt=(1, -1, None, 2, 0, None)))
    assert [path.stroke_width for path in _curves(made)] == [2.25, 1.0, 2.25]
    assert "ohut viiva: ei tiedossa" in [
        shape.text for shape in made.drawing.shapes if isinstance(shape, TextLines)
    ]
    known = picture(view(4, felt=(1, -1, 2, None)))
    assert [path.stroke_width for path in _curves(known)] == [2.25]
    assert not any("ohut viiva" in getattr(shape, "text", "") for shape in known.drawing.shapes)


def test_the_foot_explains_the_signs_that_there_are():
    def foot(touchpoint):
        stages = [{"id": "s", "touchpoints": [{"id": "t"} | touchpoint]}]
        head = {"kind": "journey", "version": 1, "id": "polku", "title": "Polku", "language": "fi"}
        channels = [{"id": "verkko", "mode": "online"}]
        model = Journey.model_validate(head | {"channels": channels, "stages": stages})
        made = picture(View(model, own_kind("journey"), Texts("fi")))
        return [shape.text for shape in made.drawing.shapes if isinstance(shape, TextLines)][-3:]

    assert foot({})[-1] == "kanava ei tiedossa"
    data = [{"id": "d", "method": "CSAT", "result": {"value": 4, "n": 12}}]
    everything = {"channel": "verkko", "critical": True, "data": data}
    assert foot(everything) == ["verkossa", "kriittinen kohtaamispiste", "alle 30 vastaajaa"]
    assert foot({"channel": "verkko"})[-1] == "verkossa"


def _curves(made: Any) -> list[Path]:
    ink = THEMES["light"].personas[NOBODY]
    return [shape for shape in made.drawing.shapes if isinstance(shape, Path) and shape.stroke == ink]
