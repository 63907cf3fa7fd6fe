"""`cxkit.report.canvas.figures`: the bars of an opportunity keep clear of their names in every language."""

from __future__ import annotations

import pytest

from cxkit.canvas.journey import Opportunity
from cxkit.locale import LANGUAGES, Texts
from cxkit.report.canvas.drawing import Drawing, Rect, TextLines
from cxkit.report.canvas.figures import Bars
from cxkit.report.canvas.measuring import width
from cxkit.report.canvas.tokens import THEMES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("room", [100.0, 114.0, 134.0, 155.0, 440.0])
def test_bars_keep_clear_of_their_names(language: str, room: float) -> None:
    opportunity = Opportunity.model_validate(
        {"text": "Ovi auki", "customer_value": 100, "business_value": 100, "effort": 5}
    )
    bars, drawing = Bars(opportunity, Texts(language), THEMES["light"], room), Drawing()
    bars.draw(drawing, 0, 0)
    names = [shape for shape in drawing.shapes if isinstance(shape, TextLines)]
    rects = [shape for shape in drawing.shapes if isinstance(shape, Rect)]
    assert len(names) == 6
    assert min(rect.width for rect in rects) > 1
    assert max(rect.x + rect.width for rect in rects) <= room
    assert max(rect.y + rect.height for rect in rects) <= bars.height
    for name in names:
        wide = width(name.text, name.size)
        left = name.x - (wide if name.anchor == "end" else 0)
        crossed = [
            rect
            for rect in rects
            if rect.x < left + wide and left < rect.x + rect.width
            and rect.y < name.y + 2 and name.y - 8 < rect.y + rect.height
        ]  # fmt: skip
        assert crossed == []
