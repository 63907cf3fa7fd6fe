"""Every way in which the program ends: status and what is said."""

from __future__ import annotations

import errno
import io
from collections.abc import Callable
from pathlib import Path

import pytest
import typer

from cxkit.cli.app import main
from cxkit.cli.console import CommandError
from cxkit.cli.endings import run
from cxkit.documents.diagnostics import Diagnostic, Refused, Severity, UnreadableFile
from cxkit.files import UnwritableFile


def ending(action: Callable[[], None]) -> int:
    """Run a program whose only command does ``action``."""
    app = typer.Typer(rich_markup_mode=None, add_completion=False)
    app.command()(action)
    return run(app, [])


def raising(error: BaseException) -> Callable[[], None]:
    """Return a command that raises."""

    def command() -> None:
        raise error

    return command


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (CommandError("The output is the input."), 2, "cxkit: The output is the input.\n"),
        (UnreadableFile("x.csv: there is no such file."), 2, "cxkit: x.csv: there is no such file.\n"),
        (UnwritableFile("x.csv exists already."), 2, "cxkit: x.csv exists already.\n"),
        (CommandError("a\x1b[2Jb"), 2, "cxkit: ab\n"),
        (
            PermissionError(errno.EACCES, "Permission denied", "shut/x.csv"),
            2,
            "cxkit: shut/x.csv: there is no permission to look there.\n",
        ),
        (KeyboardInterrupt(), 130, "cxkit: interrupted.\n"),
        (typer.Exit(1), 1, ""),
        (
            Refused([Diagnostic("CX201", Severity.ERROR, "Bad mark", "Mend it.", "r.csv")]),
            1,
            "r.csv: CX201 error: Bad mark\n  help: Mend it.\n",
        ),
    ],
)
def test_said_why(error: BaseException, status: int, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert ending(raising(error)) == status
    assert capsys.readouterr() == ("", said)


def test_a_reader_that_has_gone_is_no_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert ending(raising(BrokenPipeError())) == 0
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("number", [errno.EPIPE, errno.ENOSPC])
def test_nobody_hears_why(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    class Deaf(io.StringIO):
        def write(self, _text: str) -> int:
            raise OSError(number, "no")

    monkeypatch.setattr("sys.stderr", Deaf())
    assert ending(raising(UnreadableFile("x.csv: there is no such file."))) == 2


def test_done(capsys: pytest.CaptureFixture[str]) -> None:
    assert ending(lambda: None) == 0
    assert capsys.readouterr() == ("", "")


def test_a_bug_leaves_a_paragraph_and_a_file(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CXKIT_DEBUG", raising=False)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert ending(raising(ZeroDivisionError("by \x1b[31mnothing"))) == 3
    out, err = capsys.readouterr()
    (kept,) = tmp_path.iterdir()
    assert out == ""
    assert "Traceback" not in err
    assert "\x1b" not in err
    assert err.count("\n") == 1
    for part in ("bug in cxkit", "ZeroDivisionError: by nothing", str(kept), "send it", "Version: cxkit 0."):
        assert part in err
    assert "Traceback" in kept.read_text(encoding="utf-8")
    assert kept.stat().st_mode & 0o077 == 0


def test_a_bug_with_debugging_prints_the_traceback(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CXKIT_DEBUG", "1")
    assert ending(raising(AssertionError())) == 3
    err = capsys.readouterr().err
    assert err.startswith("Traceback")
    assert "(AssertionError)" in err


def test_a_bug_where_no_file_can_be_written(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CXKIT_DEBUG", raising=False)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "missing"))
    assert ending(raising(RecursionError("deep"))) == 3
    assert "Set CXKIT_DEBUG=1" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["grade"], "cxkit: Missing argument `ROSTER`. See `cxkit grade --help`."),
        (["grade", "r.csv", "--forse"], "cxkit: No such option: `--forse`. Did you mean `--force`?"),
        (["--foo"], "cxkit: No such option: `--foo`. See `cxkit --help`."),
        (["grad"], "cxkit: No such command `grad`. Did you mean `grade`? See `cxkit --help`."),
        (
            ["canvas", "check"],
            "cxkit: No such command `check`. Did you mean `cxkit check`? See `cxkit canvas",
        ),
        (["canvas", "chekc"], "cxkit: No such command `chekc`. Did you mean `cxkit check`?"),
        (["render", "a.yaml"], "cxkit: No such command `render`. Did you mean `cxkit canvas render`? See"),
        (["new"], "cxkit: No such command `new`. Did you mean `cxkit course new` or `cxkit canvas new`?"),
        (["rendr"], "cxkit: No such command `rendr`. Did you mean `cxkit canvas render`?"),
        (["xyzzy"], "cxkit: No such command `xyzzy`. See `cxkit --help`."),
        (["course", "nwe"], "cxkit: No such command `nwe`. Did you mean `new`?"),
        (["grade", "a.csv", "b.csv"], "cxkit: More arguments than the command takes: `b.csv`. See"),
        (["grade", "a.csv", "b.yml"], "cxkit: `b.yml` is too much: did you mean `--course b.yml`? See"),
        (
            ["check", "--format", "json", "--select", "CX1", "-format"],
            "cxkit: No such option: `-format`. Did",
        ),
        (["schema", "course", "b.yml"], "cxkit: More arguments than the command takes: `b.yml`. See"),
        (["grade", "a.csv", "-lang", "fi"], "cxkit: No such option: `-lang`. Did you mean `--lang`? See"),
        (["grade", "a.csv", "-lang=fi"], "cxkit: No such option: `-lang`. Did you mean `--lang`? See"),
        (["grade", "a.csv", "--", "-lang"], "cxkit: More arguments than the command takes: `-lang`. See"),
        (
            ["grade", "k.yaml"],
            "cxkit: `k.yaml` is a YAML file, not a roster: give the gradebook export (CSV)",
        ),
        (
            ["grade", "k.yaml", "--course", "r.csv"],
            "cxkit: `k.yaml` is a YAML file, not a roster: did you mean `r.csv --course k.yaml`?",
        ),
        (
            ["grade", "a k.yaml", "--course", "ä r.csv"],
            "cxkit: `a k.yaml` is a YAML file, not a roster: did you mean `'ä r.csv' --course 'a k.yaml'`?",
        ),
        (["grade", "k.yaml", "--course", "c.yaml"], "cxkit: `k.yaml` is a YAML file, not a roster: give"),
        (["grade", "a.csv", "--course"], "cxkit: Option `--course` requires an argument."),
        (
            ["grade", "a.csv", "--lang", "sv"],
            "cxkit: Invalid value for `--lang`: `sv` is not one of `fi`, `en`.",
        ),
        (["check", "\x1b[2J", "--format", "x\ny"], "cxkit: Invalid value for `--format`: "),
        (["course", "new"], "cxkit: Missing argument `FILE`."),
    ],
)
def test_usage_errors_are_a_sentence(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(said)
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["grade", "k", "ja", "v/r.csv"], "a name with spaces needs quotes, as in `'k ja v/r.csv'`. See"),
        (["grade", "k ja v/r.csv", "--course", "a", "k.yaml"], "needs quotes, as in `'a k.yaml'`. See"),
        (["schema", "course", "a", "k.yaml"], "needs quotes, as in `'a k.yaml'`. See"),
        (["grade", "b.csv", "b.csv"], "More arguments than the command takes: `b.csv`. See"),
        (["grade", "b.csv", "c", "k.yaml"], "More arguments than the command takes: `c k.yaml`. See"),
        (["grade", "b.csv", "c k.yaml"], "`c k.yaml` is too much: did you mean `--course 'c k.yaml'`? See"),
    ],
)
def test_a_name_with_spaces_that_was_taken_apart(
    arguments: list[str],
    said: str,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "k ja v").mkdir()
    for name in ("k ja v/r.csv", "a k.yaml", "b.csv", "b.csv b.csv"):
        (tmp_path / name).touch()
    assert main(arguments) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--help", "-h"])
@pytest.mark.parametrize("command", [[], ["grade"], ["explain"], ["check"], ["course"], ["course", "new"]])
def test_help_begins_with_examples(
    command: list[str], option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*command, option]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    first = " ".join(["cxkit", *command])
    assert out.index("Examples:") < out.index(f"    {first} ") < out.index("Usage: ") < out.index("Options:")


def test_without_a_command_the_help_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    page = capsys.readouterr().out
    assert main([]) == 0
    assert capsys.readouterr() == (page, "")
    assert main(["course"]) == 0
    assert "cxkit course new" in capsys.readouterr().out


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    from cxkit import __version__

    assert main(["--version"]) == 0
    assert capsys.readouterr() == (f"cxkit {__version__}\n", "")
