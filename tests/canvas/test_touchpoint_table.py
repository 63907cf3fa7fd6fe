"""Touchpoints as a table, and tables as journeys."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.canvas.canvases import canvas_text
from tests.canvas.strategies import journeys

from cxkit.canvas.journey import Journey, Touchpoint
from cxkit.canvas.kind import own_kind
from cxkit.canvas.load import load_canvas_text
from cxkit.canvas.touchpoint_columns import BY_NAME, COLUMNS
from cxkit.canvas.touchpoint_import import looks_like_a_table, table_in
from cxkit.canvas.touchpoint_table import touchpoint_csv
from cxkit.canvas.writing import canvas_yaml
from cxkit.documents.base import Text
from cxkit.documents.diagnostics import Diagnostic, Refused
from cxkit.escape import FORMULA_START
from cxkit.locale.texts import Texts


def sample() -> Journey:
    canvas = load_canvas_text(canvas_text("journey"), file="a.yaml").model
    assert isinstance(canvas, Journey)
    return canvas


def imported(text: str) -> Journey:
    return table_in(text, "a.csv", name="Koe").journey


def refused(text: str) -> tuple[Diagnostic, ...]:
    with pytest.raises(Refused) as error:
        imported(text)
    return error.value.diagnostics


def same(value: Any) -> Any:
    """Return a value with the languages of its texts in one order, and nothing for an empty structure."""
    match value:
        case Text():
            return tuple(sorted(value.entries))
        case tuple():
            return tuple(same(one) for one in value)
        case dict():
            return value
        case _ if hasattr(type(value), "model_fields"):
            return {name: same(getattr(value, name)) for name in type(value).model_fields}
    return value


# Out and in again


@given(journeys(), st.sampled_from(["fi", "en"]))
def test_every_field_of_every_touchpoint_comes_back(journey: Journey, language: str) -> None:
    again = imported(touchpoint_csv(journey, language))
    assert [same(one) for one in again.stages] == [same(one) for one in journey.stages]
    used = {touchpoint.channel for _, _, touchpoint in journey.touchpoints()} - {None}
    assert {one.id: same(one) for one in again.channels} == {
        one.id: same(one) for one in journey.channels if one.id in used
    }


@given(journeys())
def test_no_cell_is_run_by_a_spreadsheet(journey: Journey) -> None:
    text = touchpoint_csv(journey, "en")
    for cell in text.replace('"', "").replace("\n", ",").split(","):
        assert cell[:1] not in ("=", "@") or f"\n{cell}" in text


def test_it_looks_well(golden: Callable[[str, str], None]) -> None:
    golden("canvas-exchange/touchpoints.fi.csv", touchpoint_csv(sample(), "fi"))
    golden("canvas-exchange/touchpoints.en.csv", touchpoint_csv(sample(), "en"))


def test_a_column_has_names_of_its_own() -> None:
    assert len(BY_NAME) == sum(len(column.names) for column in COLUMNS)
    known = {column.key.partition(".")[2] or column.key for column in COLUMNS}
    assert set(Touchpoint.model_fields) - known <= {"opportunities", "lanes", "data", "channel"}


@pytest.mark.parametrize("sign", FORMULA_START)
def test_a_text_that_looks_like_a_formula_comes_back(sign: str) -> None:
    stage = {"id": "a", "touchpoints": [{"id": "b", "title": f"{sign}x", "notes": [f"'{sign}y"]}]}
    journey = Journey.model_validate(
        {"kind": "journey", "version": 1, "id": "a", "title": "A", "language": "en", "stages": [stage]}
    )
    text = touchpoint_csv(journey, "en")
    assert "'" in text
    assert imported(text).stages == journey.stages


# Tables of others


def test_a_table_made_by_hand_is_enough() -> None:
    text = "Vaihe;Kohtaamispiste;Tunne;Kanava\nHaku;Hakukone;-1;Verkko\n;Suosittelu;+1;Verkko\n"
    text += "\n;;;\nNouto;Tiski;;\n"
    journey = imported(text)
    assert (journey.id, str(journey.title), journey.language) == ("koe", "Koe", "fi")
    assert [(one.id, len(one.touchpoints)) for one in journey.stages] == [("haku", 2), ("nouto", 1)]
    assert [one.emotion for _, _, one in journey.touchpoints()] == [-1, 1, None]
    assert [one.channel for _, _, one in journey.touchpoints()] == ["verkko", "verkko", None]
    assert [str(one.title) for one in journey.channels] == ["Verkko"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_delimiters_and_line_ends(delimiter: str, end: str) -> None:
    lines = ["touchpoint", "emotion [aino]", "benefits"], ["A", "−2", '"x\ny"']
    text = end.join(delimiter.join(line) for line in lines).replace("\n", end)
    journey = imported(text)
    (found,) = [one for _, _, one in journey.touchpoints()]
    assert found.emotion == {"aino": -2}
    assert [str(one) for one in found.benefits] == ["x", "y"]
    assert journey.personas == ("aino",)
    assert journey.language == "en"


def test_a_first_line_that_says_the_delimiter() -> None:
    text = "sep=;\nTouchpoint;Notes\nA;a, b, c\n"
    assert looks_like_a_table(text)
    assert [str(one.title) for _, _, one in imported(text).touchpoints()] == ["A"]


def test_data_may_be_named_by_its_method() -> None:
    journey = imported("Touchpoint,Method,Result,Scale\nA,NPS,46,\nB,NPS,3,1…5\n")
    assert [one.data_items[0].id for _, _, one in journey.touchpoints()] == ["nps", "nps_2"]


def test_what_a_table_is_like() -> None:
    assert looks_like_a_table("Muistiinpanot;Kohtaamispiste\n")
    assert looks_like_a_table('"Touchpoint [fi]",x\n')
    assert not looks_like_a_table("journey\n")
    assert not looks_like_a_table("")


# As spreadsheets save them


@pytest.mark.parametrize(
    ("header", "cell", "expected"),
    [
        ("Ostovaihe", "Osto", "purchase"),
        ("Ostovaihe", "Oston  jälkeen", "post_purchase"),
        ("Phase", "Pre-purchase", "pre_purchase"),
        ("Phase", "post_purchase", "post_purchase"),
    ],
)
def test_phases_in_words(header: str, cell: str, expected: str) -> None:
    assert imported(f"Kohtaamispiste;{header}\nA;{cell}\n").stages[0].phase == expected


@pytest.mark.parametrize(
    ("header", "cell", "expected"),
    [
        ("Offline vai online", "Paikan päällä", ("mode", "offline")),
        ("Offline vai online", "VERKOSSA", ("mode", "online")),
        ("Offline or online", "online and on site", ("mode", "both")),
        ("Omistus", "kumppanin", ("ownership", "partner")),
        ("Owner", "Tiimi", ("owner", Text.plain("Tiimi"))),
        ("Responsible", "Tiimi", ("owner", Text.plain("Tiimi"))),
        ("Vastuu", "Tiimi", ("owner", Text.plain("Tiimi"))),
        ("Ownership", "Brand-owned", ("ownership", "brand")),
        ("Perustuu", "Oletus", ("evidence", "assumption")),
        ("Perustuu", "haastatteluihin", ("evidence", "interview")),
        ("Kriittinen", "Kyllä", ("critical", True)),
        ("Kriittinen", "EI", ("critical", False)),
        ("Critical", "TRUE", ("critical", True)),
        ("Critical", "FALSE", ("critical", False)),
        ("Kriittinen", "TOSI", ("critical", True)),
        ("Kriittinen", "EPÄTOSI", ("critical", False)),
        ("Tunne", "\u22122", ("emotion", -2)),
    ],
)
def test_words_of_a_touchpoint(header: str, cell: str, expected: tuple[str, Any]) -> None:
    (found,) = [one for _, _, one in imported(f"Kohtaamispiste;{header}\nA;{cell}\n").touchpoints()]
    assert getattr(found, expected[0]) == expected[1]


@pytest.mark.parametrize("language", ["fi", "en"])
def test_every_word_that_a_page_shows_may_be_written(language: str) -> None:
    texts = Texts(language)
    _ = texts.gettext
    kind = own_kind("journey")
    cells = [("ownership", one.id, one.title.get(language)) for one in kind.ownership]
    cells += [("mode", "offline", _("on site")), ("mode", "online", _("online"))]
    cells += [("mode", "both", _("online and on site")), ("evidence", "data", _("collected data"))]
    cells += [("evidence", "interview", _("interviews")), ("evidence", "assumption", _("an assumption"))]
    for what, expected, cell in cells:
        (found,) = [one for *_, one in imported(f"Kohtaamispiste;{what}\nA;{cell}\n").touchpoints()]
        assert getattr(found, what) == expected, cell
    for phase in kind.phases:
        table = f"Kohtaamispiste;Ostovaihe\nA;{phase.title.get(language)}\n"
        assert imported(table).stages[0].phase == phase.id


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("3,4", "3.4"), ("-0,125", "-0.125"), ("1234,567", "1234.567"), ("12,50", "12.50"),
        ("\u22121,5", "-1.5"), ("1 234,5", "1234.5"), ("12\xa0345", "12345"), ("0,5", "0.5"), ("3.4", "3.4"),
    ],
)  # fmt: skip
def test_decimal_commas(cell: str, expected: str) -> None:
    (found,) = [one for *_, one in imported(f"Kohtaamispiste;Tulos\nA;{cell}\n").touchpoints()]
    assert found.data_items[0].result is not None
    assert found.data_items[0].result.value == Decimal(expected)


def test_a_comma_is_decimal_where_thousands_would_be_out_of_range() -> None:
    (found,) = [one for *_, one in imported("touchpoint;Value to customer\nA;12,345\n").touchpoints()]
    assert found.opportunities[0].customer_value == Decimal("12.345")


@pytest.mark.parametrize("cell", ["1,5…4,5", "1,5 ... 4,5", "1.5…4.5", "1,5..4,5"])
def test_scales_with_commas(cell: str) -> None:
    (found,) = [one for *_, one in imported(f"touchpoint;Tulos;Scale\nA;2;{cell}\n").touchpoints()]
    assert found.data_items[0].scale == (Decimal("1.5"), Decimal("4.5"))


@pytest.mark.parametrize("cell", ["2026-10-31", "31.10.2026", "31/10/2026", "10/31/2026"])
def test_days(cell: str) -> None:
    table = f"touchpoint;Tulos;Date of result\nA;2;{cell}\n"
    (found,) = [one for *_, one in imported(table).touchpoints()]
    assert found.data_items[0].result is not None
    assert found.data_items[0].result.date == date(2026, 10, 31)


def test_a_name_in_a_header_is_a_persona() -> None:
    journey = imported("Kohtaamispiste;Tunne [Åsa Öhman];Tunne [veikko];Tunne [Asa Öhman]\nA;1;-1;0\n")
    assert canvas_yaml(journey).partition("personas:")[2].partition("stages:")[0].split("\n") == [
        "",
        "  - {id: asa_ohman, name: Åsa Öhman}",
        "  - veikko",
        "  - {id: asa_ohman_2, name: Asa Öhman}",
        "",
    ]
    (point,) = [one for *_, one in journey.touchpoints()]
    assert point.emotion == {"asa_ohman": 1, "veikko": -1, "asa_ohman_2": 0}


def test_an_id_that_passes_for_a_name_is_marked() -> None:
    point = {"id": "b", "emotion": {"Aino": 1, "aino": 2, "varattu-kirja": 0}}
    data = {"kind": "journey", "version": 1, "id": "a", "title": "A", "language": "en"}
    journey = Journey.model_validate(data | {"stages": [{"id": "a", "touchpoints": [point]}]})
    table = touchpoint_csv(journey, "fi")
    assert "Tunne [id: Aino],Tunne [aino],Tunne [varattu-kirja]" in table
    assert imported(table).persona_ids == ("Aino", "aino", "varattu-kirja")


# What is wrong

WRONG = {
    "no column of names": ("Vaihe,Tunne\nHaku,1\n", "CX383", 1, 1, "Kohtaamispiste"),
    "misspelt": ("Kohtaamispste,Tunne\nA,1\n", "CX383", 1, 1, "Kohtaamispste"),
    "unknown": ("Touchpoint,Emotoin\nA,1\n", "CX384", 1, 12, "Did you mean `Emotion`?"),
    "no language": ("Touchpoint [finnish],Touchpoint\nA,B\n", "CX384", 1, 1, "a language such as fi"),
    "suffix": ("Touchpoint,Mode [fi]\nA,both\n", "CX384", 1, 12, ""),
    "no persona": ("Touchpoint,Emotion [id: a/b]\nA,1\n", "CX384", 1, 12, ""),
    "twice": ("Touchpoint,Kohtaamispiste\nA,B\n", "CX384", 1, 12, ""),
    "persona twice": ("Touchpoint,Emotion [aino],Tunne [Aino]\nA,1,2\n", "CX384", 1, 27, "one of the two"),
    "name twice": ("Touchpoint,Emotion [Åsa],Tunne [ÅSA]\nA,1,2\n", "CX384", 1, 26, "one of the two"),
    "without a header": ("Touchpoint,\nA,B\n", "CX384", 2, 3, ""),
    "emotion": ("Touchpoint,Emotion\nA,glad\n", "CX385", 2, 3, "from -2 to 2"),
    "emotion too high": ("Touchpoint,Emotion\nA,3\n", "CX385", 2, 3, "from -2 to 2"),
    "two readings": ('Touchpoint,Result\nA,"1,234"\n', "CX385", 2, 3, "Write 1.234 or 1234."),
    "comma too large": ('Touchpoint,Value to customer\nA,"100,5"\n', "CX385", 2, 3, "from 0 to 100"),
    "thousands": ('Touchpoint,Result\nA,"1,234,567"\n', "CX385", 2, 3, "such as 12"),
    "no number": ("Touchpoint,Result\nA,much\n", "CX385", 2, 3, "such as 12"),
    "too large": ("Touchpoint,Value to customer\nA,101\n", "CX385", 2, 3, "from 0 to 100"),
    "too many digits": ("Touchpoint,Result\nA,1.1234567\n", "CX385", 2, 3, "digits"),
    "mode": ("Touchpoint,Offline or online\nA,onlin\n", "CX385", 2, 3, "Did you mean `online`?"),
    "flag": ("Touchpoint,Critical\nA,perhaps\n", "CX385", 2, 3, "TRUE or FALSE, TOSI or EPÄTOSI"),
    "id": ("Touchpoint id\na/b\n", "CX385", 2, 1, "letters"),
    "date": ("Touchpoint,Date of result\nA,1.2.26\n", "CX385", 2, 3, "year-month-day"),
    "no date": ("Touchpoint,Date of result\nA,31.2.2026\n", "CX385", 2, 3, ""),
    "date of two readings": (
        "Touchpoint,Date of result\nA,4/3/2026\n", "CX385", 2, 3, "Write 2026-03-04 or 2026-04-03.",
    ),
    "phase": ("Touchpoint,Phase\nA,oston jälken\n", "CX385", 2, 3, "Did you mean `Oston jälkeen`?"),
    "scale": ("Touchpoint,Scale\nA,1-5\n", "CX385", 2, 3, "1…5"),
    "scale falls": ("Touchpoint,Scale\nA,5…1\n", "CX385", 2, 3, "lowest value first"),
    "off the scale": ("Touchpoint,Result,Scale\nA,6,1…5\n", "CX385", 2, 3, "its scale"),
    "off the scale of its method": ("Touchpoint,Method,Result\nA,ces,9.1\n", "CX385", 2, 7, "its scale"),
    "empty text": ("Touchpoint,Notes\nA,\\n\n", "CX385", 2, 3, ""),
    "no name": ("Touchpoint,Emotion\n,1\n", "CX385", 2, 1, "name or its id"),
    "id twice": ("Touchpoint id\na\na\n", "CX386", 3, 1, "its own id"),
    "stage again": ("Stage,Touchpoint\nA,x\nB,y\nA,z\n", "CX386", 4, 1, "together"),
    "stage differs": ("Stage id,Stage,Touchpoint\na,A,x\na,B,y\n", "CX386", 3, 3, "another stage id"),
    "channel differs": (
        "Touchpoint,Channel id,Channel is\nx,w,online\ny,w,both\n", "CX386", 3, 5, "another channel id",
    ),
    "two emotions": ("Touchpoint,Emotion,Emotion [a]\nx,1,2\n", "CX386", 2, 5, "single personas"),
    "two titles": ("Touchpoint,Touchpoint [fi]\nx,y\n", "CX386", 2, 3, "one for each"),
    "two notes": ("Touchpoint,Notes,Notes [fi]\nx,y,z\n", "CX386", 2, 5, "one for each"),
    "no data and data": ("Touchpoint,Data,Method\nx,none,NPS\n", "CX386", 2, 8, "one of the two"),
    "long row": ("Touchpoint,Notes\nx,y,z\n", "CX387", 2, 1, "delimiter"),
    "short row": ("Touchpoint,Notes\nx\n", "CX387", 2, 1, "delimiter"),
    "said delimiter": ("sep=;\nTouchpoint;Notes\nx;y;z\n", "CX387", 3, 1, "delimiter"),
    "open quote": ('Touchpoint\n"x\ny\n', "CX387", 2, 1, "Close it"),
    "after a quote": ('Touchpoint\n"x"y\n', "CX387", 2, 1, "Double"),
    "long cell": ("Touchpoint\n" + "x" * 140_000 + "\n", "CX387", 2, 1, "every quote"),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_has_its_place(name: str) -> None:
    text, code, line, column, hint = WRONG[name]
    found = refused(text)[0]
    assert found.span is not None
    assert (found.code, found.span.line, found.span.column) == (code, line, column), found
    assert hint in (found.hint or "") or hint in found.message
    assert "{" not in found.message


def test_every_bad_cell_is_told_in_one_run() -> None:
    found = refused("Touchpoint,Emotion,Critical\nA,x,y\nB,1,true\nC,z,no\n")
    assert [(one.span.line, one.span.column) for one in found if one.span] == [(2, 3), (2, 5), (4, 3)]
    assert found[0].message == "`Emotion` cannot be `x`"


def test_places_are_right_in_cells_of_several_lines() -> None:
    (found,) = refused('Notes,Touchpoint,Emotion\n"a ""b""\nc",x,9\n')
    assert found.span is not None
    assert (found.span.line, found.span.column, found.span.end_column) == (3, 6, 7)


def test_a_journey_has_an_end() -> None:
    assert "3,000 rows" in refused("Touchpoint\n" + "a\n" * 3000)[0].message


@given(st.lists(st.lists(st.text(max_size=5), min_size=4, max_size=4), max_size=4))
def test_no_table_is_a_crash(rows: list[list[str]]) -> None:
    text = "Touchpoint,Emotion,Result,Scale\n" + "\n".join(",".join(row) for row in rows)
    with suppress(Refused):
        imported(text)
