"""The way into the program: what an interrupt does while it is still loading."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from cxkit.__main__ import main, run_and_leave


def test_an_interrupt_while_loading_ends_the_program_without_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    before = signal.getsignal(signal.SIGINT)
    handlers: list[object] = []

    class Loading(ModuleType):
        def __getattr__(self, name: str) -> object:
            handlers.append(signal.getsignal(signal.SIGINT))
            return lambda: 7

    monkeypatch.setitem(sys.modules, "cxkit.cli.app", Loading("cxkit.cli.app"))
    monkeypatch.setattr("gc.set_threshold", lambda _: None)
    assert main() == 7
    assert signal.SIG_DFL in handlers
    assert signal.getsignal(signal.SIGINT) == before


def test_an_interrupt_that_nobody_else_ends_is_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted() -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("gc.set_threshold", lambda _: None)
    monkeypatch.setattr("cxkit.cli.app.main", interrupted)
    assert main() == 130


def test_an_interrupt_in_executed_text_ends_with_130_as_any_other(tmp_path: Path) -> None:
    (tmp_path / "interrupted.py").write_text(
        "import sys\n"
        "from cxkit.__main__ import main\n"
        "from cxkit.cli import app\n"
        "app.main = lambda: exec('raise KeyboardInterrupt')\n"
        "sys.exit(main())\n",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, "-m", "interrupted"], cwd=tmp_path, check=False, timeout=60)
    assert done.returncode == 130


def test_the_process_is_left_with_the_status_and_all_that_was_printed(tmp_path: Path) -> None:
    (tmp_path / "left.py").write_text(
        "import sys\n"
        "from cxkit.__main__ import run_and_leave\n"
        "from cxkit.cli import app\n"
        "app.main = lambda: sys.stdout.write('said') and 7\n"
        "run_and_leave()\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, "left.py"], cwd=tmp_path, check=False, timeout=60, capture_output=True
    )
    assert (done.returncode, done.stdout, done.stderr) == (7, b"said", b"")


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_a_stream_that_is_not_there_is_no_trouble_at_the_end(
    monkeypatch: pytest.MonkeyPatch, stream: str
) -> None:
    left: list[int] = []
    monkeypatch.setattr(sys, stream, None)
    monkeypatch.setattr("cxkit.__main__.main", lambda: 3)
    monkeypatch.setattr("os._exit", left.append)
    run_and_leave()
    assert left == [3]


@pytest.mark.programs
def test_a_hook_of_git_may_say_where_its_repository_is(tmp_path: Path) -> None:
    """Some set `GIT_DIR=.git`, which is not so in the folder that is looked through."""
    subprocess.run(["git", "init", "-q", "."], cwd=tmp_path, check=True, timeout=60)
    (tmp_path / ".gitignore").write_text("draft.yaml\n", encoding="utf-8")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "draft.yaml").write_text("kind: cuorse\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "cxkit", "check", "sub"],
        cwd=tmp_path,
        env=os.environ | {"GIT_DIR": ".git", "GIT_INDEX_FILE": ".git/index", "GIT_WORK_TREE": "."},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "there are no YAML files" in done.stdout
