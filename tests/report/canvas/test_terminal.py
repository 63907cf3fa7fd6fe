"""Canvases on the terminal: every kind at any width, straight columns, nothing that acts."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from tests.canvas.canvases import USERS_KIND, canvas_text

from cxkit.canvas.example import example_text
from cxkit.canvas.kind import OWN_KINDS, Kind, own_kind
from cxkit.canvas.load import Kinds, load_canvas_text
from cxkit.canvas.part import CanvasDocument
from cxkit.canvas.scaffold import new_canvas, takes, why_no_name
from cxkit.canvas.scaffold_wishes import Wishes
from cxkit.canvas.workspace import Member, Workspace
from cxkit.documents.base import Text
from cxkit.documents.loader import load_text
from cxkit.locale.texts import Texts
from cxkit.report.canvas.terminal import terminal_lines
from cxkit.report.canvas.terminal_curve import curve, scale
from cxkit.report.canvas.view import View
from cxkit.report.terminal_table import Paper

HOSTILE = (
    "\\u202eeno [bold] {x}", "学生が図書館で本を借りるまでの長い長い旅程", "👩\u200d💻🙂",
    "شلوم العالم", "x" * 2000, "e\u0301e\u0301 Ääkköset", "lainaus\u00adautomaatti", "a\\nb\\tc",
)  # fmt: skip


def view_of(text: str, language: str | None = None, kinds: Kinds | None = None) -> View[CanvasDocument]:
    known = kinds or Kinds()
    canvas, document = load_canvas_text(text, file="a.yaml", kinds=known).or_refuse()
    texts = Texts(language or canvas.language or "en")
    workspace = Workspace.of([Member(canvas, document)])
    return View(canvas, known.kind(canvas.kind), texts, workspace)


def shown(view: View[CanvasDocument], width: int | None = 80, **paper: bool) -> list[str]:
    return list(terminal_lines(view, Paper(width, **paper)))


def hostile_journey(touchpoints: int = 3) -> str:
    lines = ["kind: journey", "version: 1", "id: j", f'title: "{HOSTILE[0]}"', "language: fi"]
    lines += ["personas:"] + [f'  - {{id: p{n}, name: "{text[:300]}"}}' for n, text in enumerate(HOSTILE[:5])]
    lines += ['channels: [{id: c, title: "学生", mode: online}]', "stages:"]
    for number in range(touchpoints):
        text = HOSTILE[number % len(HOSTILE)]
        if number % 4 == 0:
            lines += [f'  - id: s{number}\n    title: "{text}"\n    touchpoints:']
        lines += [
            f'      - {{id: t{number}, title: "{text}", channel: c, critical: true, owner: "{text}",',
            f'         thoughts: "{text}", pains: ["{text}", "{text}"], benefits: "{text}",',
            f'         action: "{text}",',
            f"         emotion: {{p0: {number % 5 - 2}, p1: {(number + 3) % 5 - 2}, p3: }},",
            f'         opportunities: [{{text: "{text}"}}], lanes: {{backstage: "{text}"}},',
            f"         data: [{{id: d{number}, method: NPS, result: {{value: 4, n: 2}}}}]}}",
        ]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("language", ["fi", "en"])
@pytest.mark.parametrize("kind", OWN_KINDS)
def test_every_kind(kind: str, language: str, golden: Callable[[str, str | bytes], None]) -> None:
    lines = shown(view_of(canvas_text(kind), language), 90)
    golden(f"canvas/{kind}.{language}.show.txt", "\n".join(lines) + "\n")


@pytest.mark.parametrize("width", [*range(8, 60, 3), 80, 200])
@pytest.mark.parametrize("kind", OWN_KINDS)
def test_no_line_is_wider_than_the_terminal(kind: str, width: int) -> None:
    wide = [line for line in shown(view_of(canvas_text(kind)), width) if cell_len(line) > width]
    assert wide == []


@pytest.mark.parametrize("width", [8, 20, 58, 90])
@pytest.mark.parametrize("touchpoints", [1, 3, 60])
def test_hostile_journeys_stay_within_the_terminal(touchpoints: int, width: int) -> None:
    lines = shown(view_of(hostile_journey(touchpoints)), width)
    assert [line for line in lines if cell_len(line) > width] == []
    text = "\n".join(lines)
    assert not any(sign in text for sign in "\x1b\u202e\t\u00ad")
    assert text.count("◆ kriittinen") == touchpoints or width < 14


def test_escape_sequences_are_taken_away() -> None:
    view = view_of(canvas_text("journey"))
    broken = Text.plain("\x1b[31mred\x1b[0m \x9b2Jeno")
    hostile = view.canvas.model_copy(update={"title": broken, "goal": broken, "owner": broken})
    lines = shown(replace(view, canvas=hostile), colour=False)
    assert lines[0] == "red eno"
    assert not any("\x1b" in line or "\x9b" in line for line in lines)


def test_columns_are_straight_in_every_script() -> None:
    """The second touchpoint's column begins at one cell in all rows of the map."""
    lines = shown(view_of(hostile_journey(2)), 60)
    begin = lines.index(next(line for line in lines if "━" in line))
    rows = [line for line in lines[begin + 1 :] if line.endswith(("学生 (verkossa)", "ei tunnistettu"))]
    assert {cell_len(line[: line.rindex("学生")]) for line in rows} == {39}


@pytest.mark.parametrize("kind", OWN_KINDS)
def test_an_empty_canvas_shows_what_is_missing_and_what_is_asked(kind: str) -> None:
    lines = shown(view_of(f"kind: {kind}\nversion: 1\nid: a\ntitle:\nlanguage: en\n"))
    assert lines[0] == "a"
    assert re.fullmatch(r"░{20} 0 of \d+ places filled \(0%\)", lines[3])
    assert lines[4].startswith("Still empty: ")


def test_what_is_missing_comes_first_and_is_counted() -> None:
    lines = shown(view_of(canvas_text("journey")))
    assert "27/41 kohtaa täytetty (65 %)" in lines[3]
    assert lines[4].startswith("Vielä tyhjänä: jono: Kohtaamispisteet, Ajatukset,")
    assert "ja " in " ".join(lines[4:6])
    full = shown(view_of(example_text("bmc", "fi")))
    assert not any("Vielä tyhjänä" in line for line in full)


def test_emotions_are_a_line_with_signs_for_each_persona() -> None:
    lines = shown(view_of(canvas_text("journey")), 70)
    aino, veikko = (at for at, line in enumerate(lines) if re.match(r"Tunne +[●■] ", line))
    assert lines[aino].endswith("● aino")
    assert "+1  ●+1──────" in lines[aino + 2]
    assert lines[veikko].endswith("■ Veikko")
    assert "−2  ■−2──────" in lines[veikko + 5]
    narrow = shown(view_of(canvas_text("journey")), 40)
    assert "···●· +1 aino" in narrow
    assert "■···· −2 Veikko" in narrow


def test_critical_is_a_word_and_lanes_have_their_lines() -> None:
    text = "\n".join(shown(view_of(canvas_text("journey"), "en"), 100))
    assert "◆ critical" in text
    assert "─── Line of interaction ───" in text.replace("\u00ad", "")
    assert "╌╌╌ Line of visibility" in text


def test_what_customers_do_and_why_nothing_is_measured_without_lanes() -> None:
    point = "{id: t, title: Ovi, action: Näyttää korttia, data: none, why: Laki kieltää}"
    head = "kind: journey\nversion: 1\nid: j\ntitle: J\nlanguage: fi\n"
    view = view_of(f"{head}stages: [{{id: s, title: S, touchpoints: [{point}]}}]\n")
    for width in (30, 100):
        lines = "\n".join(shown(view, width))
        assert "Asiakkaan" in lines and "Näyttää korttia" in lines
        assert "ei mitata" in lines and "Laki kieltää" in lines


def test_a_curve_steps_halfway_and_has_gaps() -> None:
    assert curve([1, -1, None, 0, 0], [0, 9, 18, 27, 36], 40, "●") == [
        "",
        "●+1───╮",
        "┈┈┈┈┈┈│┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈● 0──────● 0┈",
        "      ╰──●−1",
        "",
    ]
    assert [scale(value, "o") for value in (-2, 0, 2)] == ["o···· −2", "··o·· 0", "····o +2"]


def test_how_many_answers_there_are_stays_on_one_line() -> None:
    text = canvas_text("journey").replace("{value: 46, n: 389, date: 2026-03-01}", "{value: 46, n: 12345}")
    lines = "\n".join(shown(view_of(text), 58))
    assert "n = 12 345" in lines
    assert "\u00a0" not in lines


def test_colour_only_when_asked() -> None:
    view = view_of(example_text("journey", "fi"))
    assert "\x1b" not in "".join(shown(view))
    coloured = shown(view, colour=True)
    assert [re.sub(r"\x1b\[[\d;]*m", "", line) for line in coloured] == shown(view)
    assert any("\x1b[1;35m◆ kriittinen" in line for line in coloured)


@pytest.mark.parametrize("kind", OWN_KINDS)
def test_ascii_only_needs_nothing_else_of_our_own(kind: str) -> None:
    for line in shown(view_of(canvas_text(kind), "en"), ascii_only=True):
        assert not re.search(r"[^\x00-\x7fÀ-ž]", line), line


def test_off_a_terminal_the_width_is_always_the_same() -> None:
    view = view_of(example_text("journey", "fi"))
    assert shown(view, None) == shown(view, 100)


def test_a_users_kind_is_shown_with_its_halves() -> None:
    kind = load_text(USERS_KIND, Kind, file="kind.yaml").or_refuse()[0]
    text = "kind: our-canvas\nversion: 1\nid: a\ntitle: Meidän\nlanguage: fi\nblocks: {hopes: {we: Rauhaa}}\n"
    view = view_of(text, kinds=Kinds((kind,)))
    lines = shown(view)
    assert lines[6].startswith("┌───")
    assert lines[7] == "│ 1 Toiveet                            │ 2 Fears                               │"
    assert "│ • Rauhaa                             │" in "\n".join(lines)
    narrow = shown(view, 30)
    assert "1 Toiveet" in narrow
    assert "• Rauhaa" in narrow


@pytest.mark.parametrize("width", [33, 86, 87, 100, 200])
@pytest.mark.parametrize("kind", ["bmc", "slbmc", "empathy"])
def test_the_grid_has_straight_walls(kind: str, width: int) -> None:
    text = (
        canvas_text(kind)
        .replace("Kirja", "学生が図書館で本を借りる 👩\u200d💻")
        .replace("who: Aino", "who: 学生")
    )
    lines = shown(view_of(text), width)
    grid = [line for line in lines if line.startswith(("┌", "│", "├", "└"))]
    assert {cell_len(line) for line in grid} <= {min(width, 160)}
    assert bool(grid) == (width >= 86)
    text = "\n".join(grid)
    assert text.count("┌") == text.count("└") == text.count("┐") == text.count("┘") == bool(grid)


@pytest.mark.parametrize("kind", OWN_KINDS)
def test_examples_fit_any_terminal(kind: str) -> None:
    view = view_of(example_text(kind, "fi"))
    for width in (*range(1, 8), 8, 16, 24, 31, 50, 77, 96, 118, 240):
        lines = shown(view, width)
        assert [line for line in lines if cell_len(line) > width] == [] or width < 8


@given(
    st.sampled_from(OWN_KINDS),
    st.sampled_from(["fi", "en"]),
    st.lists(st.text(max_size=60).filter(lambda name: why_no_name(name) is None), max_size=3),
    st.integers(8, 130),
)
def test_any_names_stay_within_the_terminal(kind: str, language: str, names: list[str], width: int) -> None:
    room = {"persona": tuple(names), "channel": tuple(names), "stage": tuple(names)}
    most = takes(own_kind(kind))
    chosen = {what: several[: most[what]] if what in most else () for what, several in room.items()}
    title = names[0] if names else None
    wishes = Wishes(language, "a", title, chosen["persona"], chosen["channel"], chosen["stage"])
    lines = shown(view_of(new_canvas(own_kind(kind), wishes)), width)
    assert [line for line in lines if cell_len(line) > width] == []
