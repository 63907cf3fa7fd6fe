"""`cxkit canvas diff` on the command line."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests.canvas.canvases import BODIES, USERS_KIND, canvas_text

from cxkit.cli.app import main


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1770000000")
    return tmp_path


def put(name: str, text: str) -> None:
    Path(name).parent.mkdir(exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


OLD = """\
kind: journey
version: 1
id: varattu
title: {fi: Varatun kirjan noutaminen, en: Picking up a reserved book}
language: fi
goal: Saada kirja ennen torstaita
personas: [{id: aino, name: Aino}, {id: veikko, name: Veikko}]
channels: [{id: web, title: Verkko, mode: online}, {id: desk, title: Tiski, mode: offline}]
stages:
  - id: search
    title: Etsintä
    touchpoints:
      - id: haku
        title: Haku
        channel: web
        owner: Verkkotiimi
        emotion: -1
        benefits: [Nopea, Ilmainen]
        data: [{id: nps, item: NPS-kysely, method: NPS, result: {value: 46, n: 100}}]
      - {id: jono, title: Jono, channel: desk, critical: true, data: none, why: Laki}
      - {id: vinkki, title: Vinkki}
  - id: pick
    title: Nouto
    touchpoints:
      - {id: hylly, title: Varaushylly}
      - {id: automaatti, title: Automaatti, lanes: {backstage: Huolto}}
"""
NEW = """\
kind: journey
version: 1
id: varattu
title: {fi: Varatun kirjan noutaminen, en: Collecting a reserved book}
language: fi
goal: Saada kirja ennen keskiviikkoa
personas: [{id: aino, name: Aino}, {id: veikko, name: Veikko}]
channels: [{id: web, title: Verkko, mode: online}, {id: app, title: Sovellus}, {id: desk, title: Tiski}]
stages:
  - id: search
    title: Löytäminen
    phase: pre_purchase
    touchpoints:
      - id: haku
        title: Hakukone
        channel: app
        owner: Neuvonta
        emotion: {aino: -1, veikko: 2}
        benefits: [Ilmainen, Selkeä]
        data: [{id: nps, item: NPS-kysely, method: CES, result: {value: 5, n: 140}}, {id: ces}]
  - id: pick
    title: Nouto
    touchpoints:
      - {id: automaatti, title: Automaatti, lanes: {backstage: [Tilaus, Huolto]}, pains: Epäkunnossa}
      - {id: hylly, title: Varaushylly}
      - {id: jono, title: Jono, channel: desk, data: [{id: laskuri, method: observation}]}
      - {id: viesti, title: Tekstiviesti, emotion: -2}
"""


@pytest.mark.parametrize("language", ["fi", "en"])
def test_a_journey_in_words(
    language: str, golden: Callable[[str, str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    put("old.yaml", OLD)
    put("new.yaml", NEW)
    assert main(["canvas", "diff", "old.yaml", "new.yaml", "--lang", language]) == 0
    golden(f"canvas-exchange/diff.{language}.txt", capsys.readouterr().out)


def test_a_journey_as_json(golden: Callable[[str, str], None], capsys: pytest.CaptureFixture[str]) -> None:
    put("old.yaml", OLD)
    put("new.yaml", NEW)
    assert main(["canvas", "diff", "old.yaml", "new.yaml", "--format", "json"]) == 0
    out = capsys.readouterr().out
    assert json.loads(out)["schema"] == "cxkit/canvas-diff/1"
    golden("canvas-exchange/diff.json", out)


MORE = {
    "persona": ("wants: [Kirja]", "wants: [Rauha, Kirja]\nfacts: {age: 40}\nquote: Nyt"),
    "measurement": ("source: lomake", "source: kysely"),
    "slbmc": ("[Nouto]", "[Nouto, Kuljetus]"),
    "bmc": ("channels: Verkko", "channels: Auto"),
    "empathy": ("who: Samira", "who: Samira\n  hear: Naapurit"),
    "strategy": ("target: 50", "target: 60"),
    "maturity": ("claimed: strategic", "claimed: culture"),
    "programme": ("metric: NPS", "metric: CES"),
    "reflection": ("[Kirjasto, Olen töissä]", "[Olen töissä]"),
}


def test_every_kind_in_words(golden: Callable[[str, str], None], capsys: pytest.CaptureFixture[str]) -> None:
    assert {*MORE, "journey"} == set(BODIES)
    told = []
    for kind, (old, new) in MORE.items():
        text = canvas_text(kind)
        after = (
            text.replace(old, new)
            if kind != "empathy"
            else text.replace("{who: Samira}", "{who: S, hear: N}")
        )
        assert after != text
        put(f"{kind}/a.yaml", text)
        put(f"{kind}/b.yaml", after)
        for language in ("fi", "en"):
            assert main(["canvas", "diff", f"{kind}/a.yaml", f"{kind}/b.yaml", "--lang", language]) == 0
            told.append(f"# {kind}, {language}\n\n{capsys.readouterr().out}")
    golden("canvas-exchange/diff-of-other-kinds.txt", "\n".join(told))


def test_no_changes(capsys: pytest.CaptureFixture[str]) -> None:
    put("a.yaml", OLD)
    put("b.yaml", "# A remark.\n" + OLD.replace("title: Haku", 'title: "Haku"'))
    assert main(["canvas", "diff", "a.yaml", "b.yaml", "--exit-code"]) == 0
    assert capsys.readouterr().out == "Varatun kirjan noutaminen: ei muutoksia\n"


def test_the_status_tells_when_asked() -> None:
    put("a.yaml", OLD)
    put("b.yaml", NEW)
    assert main(["canvas", "diff", "a.yaml", "b.yaml"]) == 0
    assert main(["canvas", "diff", "a.yaml", "b.yaml", "--exit-code"]) == 1


def test_findings_are_those_of_the_folder(capsys: pytest.CaptureFixture[str]) -> None:
    """A persona in a file of its own is known, what is accepted is not told, nor the other version's id."""
    head = "version: 1\ntitle: A\nlanguage: fi\n"
    put("aino.yaml", f"kind: persona\nid: aino\n{head}")
    journey = f"kind: journey\nid: polku\n{head}personas: [aino]\n"
    put("old.yaml", journey)
    put("new.yaml", journey.replace("[aino]", "[aino, nobody]"))
    assert main(["canvas", "diff", "old.yaml", "new.yaml", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)["findings"]
    assert [one["code"] for one in found["opened"]] == ["CX302"]
    assert "nobody" in found["opened"][0]["message"]
    assert found["closed"] == []
    put("new.yaml", journey.replace("[aino]", "[aino, nobody]  # cxkit: ignore[CX302] to be written"))
    assert main(["canvas", "diff", "old.yaml", "new.yaml", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["findings"]["opened"] == []


def test_texts_stay_on_their_lines(capsys: pytest.CaptureFixture[str]) -> None:
    put("a.yaml", OLD)
    put("b.yaml", OLD.replace("title: Vinkki", r'title: "Vinkki\n\u202eX"'))
    assert main(["canvas", "diff", "a.yaml", "b.yaml"]) == 0
    assert "  uusi nimi: ”Vinkki” → ”Vinkki X”\n" in capsys.readouterr().out


def test_a_kind_of_ones_own(capsys: pytest.CaptureFixture[str]) -> None:
    put("kind.yaml", USERS_KIND)
    block = next(line.split("id: ")[1].split(",")[0] for line in USERS_KIND.splitlines() if "grid" in line)
    head = "kind: our-canvas\nversion: 1\nid: a\ntitle: A\nlanguage: en\nblocks:\n"
    put("a.yaml", f"{head}  {block}: {{we: x}}\n")
    put("b.yaml", f"{head}  {block}: {{we: [x, y]}}\n")
    assert main(["canvas", "diff", "a.yaml", "b.yaml", "--kind", "kind.yaml"]) == 0
    assert "added “y”" in capsys.readouterr().out


def test_two_kinds_are_not_compared(capsys: pytest.CaptureFixture[str]) -> None:
    put("a.yaml", canvas_text("journey"))
    put("b.yaml", canvas_text("persona"))
    assert main(["canvas", "diff", "a.yaml", "b.yaml"]) == 2
    said = "a.yaml is a customer journey, and b.yaml a persona; only versions of one canvas can be compared."
    assert capsys.readouterr().err == f"cxkit: {said}\n"


def test_a_broken_version_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    put("a.yaml", OLD)
    put("b.yaml", NEW.replace("emotion: -2", "emotion: -3"))
    assert main(["canvas", "diff", "a.yaml", "b.yaml"]) == 1
    out, err = capsys.readouterr()
    assert "b.yaml:27:" in err and "emotion: -3" in err
    assert out == ""


def test_standard_input_is_one_of_them(capsys: pytest.CaptureFixture[str]) -> None:
    put("a.yaml", OLD)
    assert main(["canvas", "diff", "-", "-"]) == 2
    assert main(["canvas", "diff", "a.yaml", "none.yaml"]) == 2
    assert "there is no such file" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("HEAD~1:a.yaml", "HEAD~1:./a.yaml"),
        ("HEAD:./a.yaml", "HEAD:./a.yaml"),
        ("HEAD:polut/a.yaml", "HEAD:polut/a.yaml"),
        ("HEAD:b c.yaml", "HEAD:'./b c.yaml'"),
        ("HEAD:b d.yaml", "HEAD:'b d.yaml'"),
    ],
)
def test_a_version_in_git_is_given_as_a_pipe(
    name: str, shown: str, capsys: pytest.CaptureFixture[str]
) -> None:
    put("a.yaml", OLD)
    put("b c.yaml", OLD)
    assert main(["canvas", "diff", name, "a.yaml"]) == 2
    said = f"there is no such file; a version in git is given as `<(git show {shown})`."
    assert capsys.readouterr().err == f"cxkit: {name}: {said}\n"


def test_an_empty_pipe_is_named(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    put("a.yaml", OLD)
    put("old/b.yaml", OLD)
    put("b c.yaml", OLD)
    ends = [os.pipe(), os.pipe()]
    for _, end in ends:
        os.close(end)
    pipe, other = (f"/dev/fd/{end}" for end, _ in ends)
    for words, name, shown in (
        ([pipe, "old/b.yaml"], pipe, "./old/b.yaml"),
        (["a.yaml", pipe], pipe, "./a.yaml"),
        (["b c.yaml", pipe], pipe, "'./b c.yaml'"),
        ([pipe, str(Path("old/b.yaml").absolute())], pipe, "./old/b.yaml"),
        ([pipe, other], pipe, "./journey.yaml"),
    ):
        assert main(["canvas", "diff", *words]) == 2
        said = f"{name} is empty: the command before it gave nothing. Of git, ask `git show HEAD:{shown}`."
        assert capsys.readouterr().err == f"cxkit: {said}\n"
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=BytesIO(b"\n")))
    assert main(["canvas", "diff", "-", "a.yaml"]) == 2
    assert "cxkit: Standard input is empty: the command before it gave nothing." in capsys.readouterr().err
    put("empty.yaml", "")
    assert main(["canvas", "diff", "empty.yaml", "a.yaml"]) == 1
    assert "empty.yaml:1:1: CX014" in capsys.readouterr().err
    for end, _ in ends:
        os.close(end)


@pytest.mark.parametrize(
    ("language", "owner", "responsible"), [("fi", "Omistaja", "Vastuu"), ("en", "Owner", "Responsible")]
)
def test_owners_are_called_as_everywhere(
    language: str, owner: str, responsible: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The canvas has an owner, and for a touchpoint somebody is responsible."""
    put("a.yaml", canvas_text("journey"))
    changed = canvas_text("journey").replace("asiakaskokemustiimi", "Uusi").replace("Verkkopalvelut", "Muu")
    put("b.yaml", changed)
    assert main(["canvas", "diff", "a.yaml", "b.yaml", "--lang", language]) == 0
    said = capsys.readouterr().out
    assert re.search(rf"^  {owner}: .asiakaskokemustiimi. → .Uusi.$", said, re.MULTILINE)
    assert re.search(rf"^    {responsible}: .Verkkopalvelut. → .Muu.$", said, re.MULTILINE)
    assert main(["canvas", "render", "b.yaml", "--format", "md", "--lang", language]) == 0
    page = capsys.readouterr().out
    assert f"**{owner}:** " in page
    assert f"**{responsible}:** " in page
    assert main(["canvas", "render", "b.yaml", "--format", "csv", "--lang", language]) == 0
    assert f",{responsible}," in capsys.readouterr().out.partition("\n")[0]


@pytest.mark.programs
def test_a_pipe_is_read_like_a_file() -> None:
    put("old/a.yaml", OLD)
    put("a.yaml", NEW)
    put("bad.yaml", OLD.replace("emotion: -1", "emotion: much"))
    program = f"{sys.executable} -m cxkit canvas diff"
    for words, status, said in (
        ("<(cat old/a.yaml) a.yaml", 0, "siirretty: Jono, vaiheesta Etsintä vaiheeseen Nouto"),
        ("- a.yaml < old/a.yaml", 0, "siirretty: Jono"),
        ("<(cat old/a.yaml) <(cat a.yaml)", 0, "siirretty: Jono"),
        ("<(cat bad.yaml) a.yaml", 1, "emotion: much"),
    ):
        done = subprocess.run(
            ["/bin/bash", "-c", f"{program} {words}"],
            capture_output=True, text=True, check=False, timeout=60,
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        )  # fmt: skip
        assert done.returncode == status, done.stderr
        assert said in done.stdout + done.stderr
