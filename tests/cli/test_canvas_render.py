"""`cxkit canvas render` on the command line: what goes where, all or none, and what is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from cxkit.canvas.example import example_text
from cxkit.cli.app import main

KIND = """\
kind: canvas-kind
version: 1
id: premortem
title: {fi: Ennakkovaroitus, en: Premortem}
purpose: {fi: Mitä voi mennä pieleen., en: What may go wrong.}
size: [1, 2]
blocks:
  - {id: failures, title: {fi: Mikä epäonnistui, en: What failed}, grid: [1, 1, 1, 1]}
  - {id: signs, title: {fi: Ensimerkit, en: Early signs}, grid: [1, 2, 1, 1]}
"""
OWN = """\
kind: premortem
version: 1
id: omatoimi
title: Omatoimikirjaston avaus
language: fi
blocks: {failures: [Ovi ei aukea]}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a journey and a business model canvas in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "journey.yaml").write_text(example_text("journey", "fi"), encoding="utf-8")
    (tmp_path / "bmc.yaml").write_text(example_text("bmc", "fi"), encoding="utf-8")
    return tmp_path


def names(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_every_ending_says_its_format(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    endings = ["html", "htm", "svg", "pdf", "png", "md", "mermaid", "mmd", "csv", "json"]
    outputs = [part for ending in endings for part in ("-o", f"out.{ending}")]
    assert main(["canvas", "render", "journey.yaml", *outputs]) == 0
    begins = {
        "html": b"<!DOCTYPE html>", "svg": b"<svg", "pdf": b"%PDF", "png": b"\x89PNG", "md": b"# ",
        "mermaid": b"journey", "csv": b"Vaihe,", "json": b"{",
    }  # fmt: skip
    for ending in endings:
        content = (folder / f"out.{ending}").read_bytes()
        wanted = begins[{"htm": "html", "mmd": "mermaid"}.get(ending, ending)]
        assert wanted in content[:200], ending
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("Written: out.html, out.htm, ")


def test_a_format_in_front_and_quiet(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["canvas", "render", "bmc.yaml", "-o", "json:bmc.txt", "-q"]) == 0
    assert json.loads((folder / "bmc.txt").read_text(encoding="utf-8"))["schema"] == "cxkit/canvas/1"
    assert capsys.readouterr().err == ""


def test_a_canvas_can_be_printed(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["canvas", "render", "journey.yaml", "--format", "svg", "--theme", "dark"]) == 0
    out = capsysbinary.readouterr().out
    assert out.startswith(b"<svg") and b"#11151A" in out


def test_several_canvases_go_into_a_folder_that_is_made(folder: Path) -> None:
    outputs = ["-o", "pages/", "-o", "svg:pictures/deep/", "-o", "mermaid:pages/"]
    assert main(["canvas", "render", ".", *outputs]) == 0
    assert names(folder) == [
        "bmc.yaml", "journey.yaml", "pages/bmc.html", "pages/journey.html", "pages/journey.mmd",
        "pictures/deep/bmc.svg", "pictures/deep/journey.svg",
    ]  # fmt: skip
    assert main(["canvas", "render", "journey.yaml", "-o", "pages", "--force"]) == 0


def test_language_is_asked_for_or_the_canvass_own(folder: Path) -> None:
    assert main(["canvas", "render", "journey.yaml", "-o", "own.md"]) == 0
    assert main(["canvas", "render", "journey.yaml", "-o", "en.md", "--lang", "en"]) == 0
    own, english = ((folder / name).read_text(encoding="utf-8") for name in ("own.md", "en.md"))
    assert "Asiakaspolku" in own and "Customer journey" in english


@pytest.mark.parametrize("way", ["option", "configuration"])
def test_a_kind_of_ones_own(folder: Path, way: str) -> None:
    (folder / "kinds").mkdir()
    (folder / "kinds" / "premortem.yaml").write_text(KIND, encoding="utf-8")
    (folder / "own.yaml").write_text(OWN, encoding="utf-8")
    options = ["--kind", "kinds/premortem.yaml"]
    if way == "configuration":
        (folder / "cxkit.toml").write_text('kinds = ["kinds/premortem.yaml"]\n', encoding="utf-8")
        options = []
    outputs = [part for name in ("own.html", "own.svg", "own.md", "own.pdf") for part in ("-o", name)]
    assert main(["canvas", "render", "own.yaml", *outputs, *options]) == 0
    assert "Ovi ei aukea" in (folder / "own.html").read_text(encoding="utf-8").replace("\u00ad", "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["journey.yaml"], "Say where to write, such as `-o journey.html`, or print it with `--format md`."),
        (["journey.yaml", "-o", "x.doc"], "-o x.doc: its ending `.doc` is no output format; there are html,"),
        (["journey.yaml", "-o", "docx:x"], "-o docx:x: there is no output format `docx`"),
        (["journey.yaml", "-o", "journey.yaml"], "-o journey.yaml: its ending `.yaml` is no output format"),
        (["journey.yaml", "-o", "md:journey.yaml"], "journey.yaml is an input of this command"),
        (
            ["bmc.yaml", "-o", "bmc.csv"],
            "bmc.yaml is no journey but `bmc`, and only journeys can be written as",
        ),
        (["bmc.yaml", "--format", "mermaid"], "bmc.yaml is no journey but `bmc`"),
        ([".", "-o", "all.html"], "2 canvases do not go into one file; name a folder, such as `-o html:"),
        ([".", "-o", "pdf"], "-o pdf: name a folder after the format, such as `-o pdf:pages/`."),
        ([".", "--format", "md"], "--format prints one canvas, and these are 2; write them with -o."),
        (["journey.yaml", "--format", "md", "-o", "x.md"], "it goes with neither -o nor --watch."),
        (["empty", "-o", "out/"], "There is no canvas in `empty`."),
        (
            [".", "-o", "kuvat"],
            "-o kuvat: there is no folder `kuvat`; end its name with / and it is made: `-o kuvat/`.",
        ),
        ([".", "-o", "omat kuvat"], "end its name with / and it is made: `-o 'omat kuvat/'`."),
        ([".", "-o", "a b/all.html"], "into one file; name a folder, such as `-o 'html:a b/canvases/'`."),
        ([".", "-o", "svg:kuvat"], "end its name with / and it is made: `-o svg:kuvat/`."),
        (["journey.yaml", "-o", "bmc.yaml/a.html"], "`bmc.yaml` is a file and no folder"),
        (["journey.yaml", "-o", "bmc.yaml/more/"], "`bmc.yaml` is a file and no folder"),
        (["jurney.yaml", "-o", "x.html"], "jurney.yaml"),
        (["journey.yaml", "-o", "a.html", "-o", "a.html"], "a.html is named as an output twice."),
        (["journey.yaml", "-o", "no/a.html"], "there is no folder no"),
        (["journey.yaml", "-o", "page.html", "--force"], "page.html is a folder; name a file."),
        (["journey.yaml", "-o", "bmc.yaml/"], "bmc.yaml is a file; name a folder."),
        (["journey.yaml", "-o", "x.pdf", "--font", "bmc.yaml"], "bmc.yaml is no font"),
        (
            ["journey.yaml", "copy/journey.yaml", "-o", "out/"],
            "would both become out/journey.html: rename one",
        ),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    (folder / "empty").mkdir()
    (folder / "page.html").mkdir()
    (folder / "empty" / "other.yaml").write_text("a: 1\n", encoding="utf-8")
    if "copy/journey.yaml" in arguments:
        (folder / "copy").mkdir()
        (folder / "copy" / "journey.yaml").write_text(example_text("journey", "en"), encoding="utf-8")
    before = names(folder)
    assert main(["canvas", "render", *arguments]) == 2
    err = capsys.readouterr().err
    assert said in err and len(err.splitlines()) == 1
    assert names(folder) == before


def test_an_output_that_exists_is_kept_unless_forced(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "journey.svg").write_text("old", encoding="utf-8")
    arguments = ["canvas", "render", "journey.yaml", "-o", "journey.md", "-o", "journey.svg"]
    assert main(arguments) == 2
    assert "--force" in capsys.readouterr().err
    assert (folder / "journey.svg").read_text(encoding="utf-8") == "old"
    assert not (folder / "journey.md").exists()
    assert main([*arguments, "--force"]) == 0
    assert (folder / "journey.md").exists()


def test_a_broken_canvas_among_others_leaves_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "bad.yaml").write_text("kind: journey\nversion: 1\nid: x\n", encoding="utf-8")
    assert main(["canvas", "render", ".", "-o", "out/"]) == 1
    assert "bad.yaml" in capsys.readouterr().err
    assert not (folder / "out").exists()


@pytest.mark.parametrize("head", ["kind: journy", "kind: Journey", "knid: journey"])
def test_a_kind_that_is_nearly_one_of_ours_is_not_left_out(
    folder: Path, capsys: pytest.CaptureFixture[str], head: str
) -> None:
    (folder / "own.yaml").write_text(OWN, encoding="utf-8")  # of a kind that nobody has named
    (folder / "course.yaml").write_text("kind: course\nversion: 1\n", encoding="utf-8")
    assert main(["canvas", "render", ".", "-o", "fine/", "-q"]) == 0
    text = example_text("journey", "fi").replace("kind: journey", head)
    (folder / "slip.yaml").write_text(text, encoding="utf-8")
    assert main(["canvas", "render", ".", "-o", "out/"]) == 1
    said = capsys.readouterr().err
    assert "slip.yaml" in said and ("`journey`" in said or "`kind`" in said)
    assert not (folder / "out").exists()


def test_what_did_not_come_out_in_several_formats_is_said_once(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = example_text("bmc", "fi").replace("title: ", "title: 图书馆 ", 1)
    (folder / "bmc.yaml").write_text(text, encoding="utf-8")
    assert main(["canvas", "render", "bmc.yaml", "-o", "bmc.pdf", "-o", "bmc.png", "-q"]) == 0
    assert capsys.readouterr().err.count("are in no font") == 1


def test_what_did_not_come_out_as_written_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = example_text("bmc", "fi").replace("blocks:", "notes: 图书馆\nblocks:", 1)
    text = text.replace("title: ", "title: 图书馆 ", 1)
    (folder / "bmc.yaml").write_text(text, encoding="utf-8")
    assert main(["canvas", "render", "bmc.yaml", "-o", "bmc.pdf", "-q"]) == 0
    assert "bmc.yaml: 3 signs are in no font and stand as `?`: 图 书 馆." in capsys.readouterr().err


def test_watching_writes_again_and_outlives_a_mistake(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    journey = folder / "journey.yaml"
    good = journey.read_text(encoding="utf-8")
    shown: list[bool] = []

    def edits(watched: Callable[[], list[str]]) -> object:
        assert watched() == ["."]
        journey.write_text("kind: journey\n", encoding="utf-8")
        yield ["journey.yaml"]
        shown.append((folder / "out.md").exists())
        journey.write_text(good.replace("title: ", "title: Uusi ", 1), encoding="utf-8")
        yield ["journey.yaml"]
        shown.append("Uusi" in (folder / "out.md").read_text(encoding="utf-8"))
        raise KeyboardInterrupt

    monkeypatch.setattr("cxkit.cli.watching.changes", edits)
    assert main(["canvas", "render", "journey.yaml", "-o", "out.md", "--watch"]) == 0
    assert shown == [True, True]
    err = capsys.readouterr().err
    assert "Watching for changes; Ctrl-C ends it." in err and "journey.yaml:" in err


def test_a_folder_that_cannot_be_made_is_said(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refuse)
    assert main(["canvas", "render", "journey.yaml", "-o", "out/"]) == 2
    assert capsys.readouterr().err == "cxkit: out cannot be made: permission denied.\n"
