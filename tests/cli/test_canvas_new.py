"""`cxkit canvas new` and `cxkit canvas kinds` on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.canvas.canvases import USERS_KIND

from cxkit.canvas.kind import OWN_KINDS
from cxkit.canvas.load import Kinds, load_canvas
from cxkit.canvas.part import CanvasDocument
from cxkit.cli.app import main
from cxkit.cli.suggestions import canvas_kinds


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def canvas(file: str, *kinds: str) -> CanvasDocument:
    loaded = load_canvas(file, kinds=Kinds.of(kinds))
    assert loaded.diagnostics == ()
    return loaded.or_refuse()[0]


@pytest.mark.parametrize("language", ["fi", "en"])
@pytest.mark.parametrize("kind", OWN_KINDS)
def test_a_new_canvas_passes_the_check(kind: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["canvas", "new", "a.yaml", "--kind", kind, "--lang", language, "--title", "Koe: 1"]) == 0
    assert capsys.readouterr().out == (
        "Written: a.yaml. Fill it in, then run:\n"
        "  cxkit check a.yaml\n"
        "  cxkit canvas render a.yaml -o a.html\n"
    )
    assert str(canvas("a.yaml").title) == "Koe: 1"
    assert main(["check", "a.yaml"]) == 0
    assert "error" not in capsys.readouterr().out


@pytest.mark.parametrize("language", ["fi", "en"])
@pytest.mark.parametrize("kind", OWN_KINDS)
def test_an_example_passes_the_check_without_a_warning(
    kind: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["canvas", "new", "a", "--kind", kind, "--lang", language, "--example"]) == 0
    assert capsys.readouterr().out.startswith("Written: a.yaml.\n  cxkit check a.yaml\n")
    assert main(["check", "--strict", "a.yaml"]) == 0


@pytest.mark.parametrize("kinds", [OWN_KINDS, tuple(reversed(OWN_KINDS))])
def test_one_of_every_kind_in_a_folder_is_without_errors(kinds: tuple[str, ...]) -> None:
    for kind in kinds:
        names = ["--persona", "Aino"] if kind in ("journey", "measurement", "slbmc", "empathy") else []
        assert main(["canvas", "new", kind, "--kind", kind, *names]) == 0
    assert main(["check", "."]) == 0


@pytest.mark.parametrize("kind", ["journey", "measurement"])
def test_names_become_personas_and_channels_without_errors(kind: str) -> None:
    names = ["--persona", "no", "--persona", "- x: 'y'", "--channel", "1", "--channel", "🙂"]
    assert main(["canvas", "new", "a", "--kind", kind, *names]) == 0
    assert main(["check", "a.yaml"]) == 0


@pytest.mark.parametrize("kind", ["slbmc", "empathy", "persona"])
def test_a_name_becomes_the_persona_without_errors(kind: str) -> None:
    assert main(["canvas", "new", "a", "--kind", kind, "--persona", "- Aino"]) == 0
    assert main(["check", "a.yaml"]) == 0


def test_the_language_is_that_of_the_canvases_beside(folder: Path) -> None:
    assert main(["canvas", "new", "a"]) == 0
    assert canvas("a.yaml").language == "en"
    assert main(["canvas", "new", "a", "--lang", "fi", "--force"]) == 0
    assert main(["canvas", "new", "b", "--kind", "bmc"]) == 0
    assert canvas("b.yaml").language == "fi"
    (folder / "cxkit.toml").write_text('language = "en"\n', encoding="utf-8")
    assert main(["canvas", "new", "c", "--kind", "bmc"]) == 0
    assert canvas("c.yaml").language == "en"


def test_personas_of_the_folder_are_named_by_their_ids() -> None:
    assert main(["canvas", "new", "aino", "--kind", "persona", "--persona", "Aino Öhman"]) == 0
    assert main(["canvas", "new", "polku", "--persona", "Aino Öhman"]) == 0
    assert "personas:\n  - aino_ohman\n" in Path("polku.yaml").read_text(encoding="utf-8")
    assert main(["canvas", "new", "s", "--kind", "slbmc", "--persona", "Aino Öhman"]) == 0
    assert "\npersona: aino_ohman\n" in Path("s.yaml").read_text(encoding="utf-8")
    assert main(["canvas", "new", "aino", "--kind", "persona", "--persona", "Aino Öhman", "--force"]) == 0
    assert canvas("aino.yaml").id == "aino_ohman"


def test_a_kind_of_ones_own(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "our.yaml").write_text(USERS_KIND, encoding="utf-8")
    assert main(["canvas", "new", "a", "--kind", "our.yaml", "--lang", "fi"]) == 0
    assert capsys.readouterr().out == (
        "Written: a.yaml. Fill it in, then run:\n"
        "  cxkit check a.yaml --kind our.yaml\n"
        "  cxkit canvas render a.yaml --kind our.yaml -o a.html\n"
        "To leave out --kind, put this line into cxkit.toml:\n"
        '  kinds = ["our.yaml"]\n'
    )
    assert canvas("a.yaml", "our.yaml").kind == "our-canvas"
    assert main(["check", "a.yaml", "--kind", "our.yaml"]) == 0
    assert main(["canvas", "render", "a.yaml", "--kind", "our.yaml", "-o", "a.html"]) == 0
    capsys.readouterr()
    assert main(["check", "a.yaml"]) == 1
    said = capsys.readouterr().out
    assert '`--kind FILE`, or name it in cxkit.toml: `kinds = ["our-kind.yaml"]`.' in said
    (folder / "cxkit.toml").write_text('kinds = ["our.yaml"]\n', encoding="utf-8")
    assert main(["canvas", "new", "b", "--kind", "our-canvas"]) == 0
    assert main(["canvas", "new", "d", "--kind", "our.yaml"]) == 0
    assert "kinds = " not in capsys.readouterr().out
    assert main(["check", "."]) == 0
    assert main(["canvas", "new", "our", "--kind", "our.yaml", "--force"]) == 2
    assert main(["canvas", "new", "c", "--kind", "our-canvas", "--example"]) == 2
    assert "There is no example of `our-canvas`" in capsys.readouterr().err


def test_the_line_for_the_configuration_works_as_it_is(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("first", "second"):
        text = USERS_KIND.replace("id: our-canvas", f"id: {name}-canvas")
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    (folder / "cxkit.toml").write_text('kinds = ["first.yaml"]\n', encoding="utf-8")
    (folder / "below").mkdir()
    assert main(["canvas", "new", "below/a", "--kind", "second.yaml"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[-2:] == [
        "To leave out --kind, change the line in cxkit.toml:",
        '  kinds = ["first.yaml", "second.yaml"]',
    ]
    (folder / "cxkit.toml").write_text(f"{said[-1].strip()}\n", encoding="utf-8")
    assert main(["check", "below/a.yaml"]) == 0


@pytest.mark.parametrize(
    ("canvas_file", "kind_file", "told"),
    [
        ("a", "our.yaml", "put this line into cxkit.toml:"),
        ("below/a", "our.yaml", "put this line into cxkit.toml:"),
        ("below/a", "below/our.yaml", f"put this line into {Path('below/cxkit.toml')}:"),
        ("below/a", "kinds/our.yaml", "put this line into cxkit.toml:"),
    ],
)
def test_a_configuration_is_made_where_it_holds(
    folder: Path, capsys: pytest.CaptureFixture[str], canvas_file: str, kind_file: str, told: str
) -> None:
    for name in ("below", "kinds"):
        (folder / name).mkdir()
    (folder / kind_file).write_text(USERS_KIND, encoding="utf-8")
    assert main(["canvas", "new", canvas_file, "--kind", kind_file]) == 0
    *_, where, line = capsys.readouterr().out.splitlines()
    assert where.endswith(told)
    Path(where.rpartition(" into ")[2].rstrip(":")).write_text(f"{line.strip()}\n", encoding="utf-8")
    assert main(["check", f"{canvas_file}.yaml"]) == 0


def test_settings_may_stand_in_a_shared_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "pyproject.toml").write_text("[tool.cxkit]\nstrict = false\n", encoding="utf-8")
    (folder / "our.yaml").write_text(USERS_KIND, encoding="utf-8")
    assert main(["canvas", "new", "a", "--kind", "our.yaml"]) == 0
    assert "put this line into [tool.cxkit] of pyproject.toml:\n" in capsys.readouterr().out


def test_channels_of_the_folder_are_named_by_their_ids(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["canvas", "new", "polku", "--persona", "Aino", "--channel", "Verkkosivu"]) == 0
    arguments = ["--kind", "measurement", "--channel", "verkkosivu", "--channel", "Tiski"]
    assert main(["canvas", "new", "mittaus", *arguments]) == 0
    made = Path("mittaus.yaml").read_text(encoding="utf-8")
    assert "    channels:  # " in made
    assert "\n      - verkkosivu\n      - id: tiski\n        title: Tiski\n" in made
    assert main(["check", "."]) == 0
    assert main(["canvas", "new", "toinen", "--channel", "Verkkosivu"]) == 0
    assert "- id: verkkosivu\n    title: Verkkosivu\n" in Path("toinen.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["a.txt"], "a.txt cannot be a canvas: its name has to end in .yaml"),
        (["."], "`.` is a folder: name the file to write in it, such as `journey.yaml`."),
        (["../"], "`../` is a folder: name the file to write in it, such as `../journey.yaml`."),
        (["none/", "--kind", "bmc"], "such as `none/bmc.yaml`."),
        (["a", "--kind", "slmbc"], "There is no kind of canvas `slmbc`. Did you mean `slbmc`?"),
        (["a", "--kind", "nothing"], "`cxkit canvas kinds` lists them."),
        (["a", "--kind", "none.yaml"], "none.yaml"),
        (["a", "--kind", "strategy", "--stage", "x"], "holds no stages: leave --stage out."),
        (["a", "--kind", "slbmc", "--channel", "x"], "holds no channels: it takes --persona."),
        (["a", "--kind", "slbmc", "--persona", "x", "--persona", "y"], "give --persona once"),
        (["a", "--persona", "x\ny"], "holds a line break"),
        (["a", "--title", " "], "is empty; give a name on one line."),
        (["a", "--example", "--stage", "x"], "leave out --stage."),
        (["none/a"], "there is no folder none"),
    ],
)
def test_what_cannot_be_done_is_refused(
    arguments: list[str], said: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["canvas", "new", *arguments]) == 2
    answer = capsys.readouterr().err
    assert said in answer
    assert answer.count("\n") == 1
    assert list(folder.iterdir()) == []


def test_a_kind_that_is_not_sound_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "our.yaml").write_text(USERS_KIND.replace("size: [1, 2]", "size: [1, 1]"), encoding="utf-8")
    assert main(["canvas", "new", "a", "--kind", "our.yaml"]) == 1
    assert "our.yaml:10:71:" in capsys.readouterr().err


def test_an_existing_file_is_kept_without_force(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.yaml").write_text("mine", encoding="utf-8")
    assert main(["canvas", "new", "a"]) == 2
    assert "--force replaces it" in capsys.readouterr().err
    assert (folder / "a.yaml").read_text(encoding="utf-8") == "mine"
    assert main(["canvas", "new", "a", "--force"]) == 0


def test_kinds_are_listed_with_a_line_each(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["canvas", "kinds", "--lang", "fi"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == list(OWN_KINDS)
    assert lines[5] == (
        "empathy      Empatiakartta. Asiakkaan tilanne hänen omin silmin, ennen kuin mitään suunnitellaan."
    )
    (folder / "our.yaml").write_text(USERS_KIND, encoding="utf-8")
    assert main(["canvas", "kinds", "--kind", "our.yaml"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "our-canvas   Our canvas. A trial."


def test_a_shell_completes_the_kinds() -> None:
    assert canvas_kinds("m") == [
        ("measurement", "a CX measurement canvas"),
        ("maturity", "a CX maturity canvas"),
    ]
    assert [name for name, _ in canvas_kinds("")] == list(OWN_KINDS)
