"""The Nu HTML Checker finds nothing to mend in a page or a picture, whatever is written in the canvas."""

import json
import re
import subprocess

from tests.browser.chromium import CHECKER, PATIENCE
from tests.browser.pages import drawn, empty, filled, sized, spoilt
from tests.report.canvas.journeys import HOSTILE

from cxkit.locale.texts import LANGUAGES

UNKNOWN = re.compile("CSS: (“container-type”: Property .* doesn't exist|Unrecognized at-rule “@container”)")
"""Container queries, which browsers have known since 2022 and the checker's reader of styles does not."""


def checked(folder):
    """Check the files of a folder, all in one start of Java; return what is said of each."""
    command = [
        "java",
        "-jar",
        str(CHECKER),
        "--no-langdetect",
        "--format",
        "json",
        "--also-check-svg",
        str(folder),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)
    return [
        f"{one['url'].rpartition('/')[2]}: {one['message']}"
        for one in json.loads(done.stderr)["messages"]
        if not UNKNOWN.match(one["message"])
    ]


def write(folder, files, ending):
    """Write files without the letters of their fonts, which the checker would read for minutes."""
    for name, text in files.items():
        said = re.sub("(?<=;base64,)[A-Za-z0-9+/=]+", "", text)
        (folder / f"{name.replace(' ', '-')}.{ending}").write_text(said, encoding="utf-8")


def test_the_checker_sees_what_is_wrong(tmp_path):
    page = '<!DOCTYPE html><html lang="en"><title>x</title><p style="colour:red">'
    write(tmp_path, {"wrong": page}, "html")
    write(tmp_path, {"wrong": '<svg xmlns="http://www.w3.org/2000/svg" colour="red"/>'}, "svg")
    said = checked(tmp_path)
    assert [one.partition(" at ")[0] for one in sorted(said)] == [
        "wrong.html: CSS: “colour”: Property “colour” doesn't exist.",
        "wrong.svg: Attribute “colour” not allowed on element “svg”",
    ]


def test_examples_and_empty_canvases(tmp_path):
    write(tmp_path, filled(), "html")
    for language in LANGUAGES:
        pages, pictures = empty((language,)), drawn(languages=[language])
        write(tmp_path, {f"empty {kind} {language}": page for kind, page in pages.items()}, "html")
        write(tmp_path, {f"{kind} {language}": picture for kind, picture in pictures.items()}, "svg")
    assert checked(tmp_path) == []


def test_hostile_texts(tmp_path):
    write(tmp_path, {"many": sized(60, 2)}, "html")
    for language in LANGUAGES:
        for number in (0, 2, 4):
            pages, pictures = spoilt(HOSTILE[number], language), drawn(HOSTILE[number], [language])
            name = f"{number} {language}"
            write(tmp_path, {f"{name} {kind}": page for kind, page in pages.items()}, "html")
            write(tmp_path, {f"{name} {kind}": picture for kind, picture in pictures.items()}, "svg")
    assert checked(tmp_path) == []
