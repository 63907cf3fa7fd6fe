"""The hook of pre-commit, tried as a user would try it, from a clone of the project.

Nothing is fetched: pre-commit makes an environment of its own for the hook, and finds there what is
installed for the tests.
"""

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
HOOKS = ROOT / ".pre-commit-hooks.yaml"
PACKAGE = ("src", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
GIT = ["git", "-c", "user.name=Testi", "-c", "user.email=testi@example.invalid", "-c", "commit.gpgsign=false"]
COURSE = ROOT / "examples" / "asiakaspolku" / "course.yaml"


def commit_all(folder: Path) -> None:
    """Make a repository of a folder."""
    for words in (["init", "-q"], ["add", "--all"], ["commit", "-q", "-m", "All"]):
        subprocess.run([*GIT, *words], cwd=folder, check=True, capture_output=True, timeout=60)


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("clone")
    for name in PACKAGE:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder / name)
    commit_all(folder)
    return folder


def test_the_hook_runs_a_command_of_the_program_on_yaml() -> None:
    (hook,) = yaml.safe_load(HOOKS.read_text(encoding="utf-8"))
    assert hook["id"] == "cxkit-check"
    assert hook["entry"] == "cxkit check"
    assert hook["types"] == ["yaml"]
    assert hook["language"] == "python"


@pytest.mark.programs
def test_the_hook_passes_sound_courses_and_stops_others(clone: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    (project / ".github").mkdir(parents=True)
    (project / ".github" / "workflow.yaml").write_text("on: push\n", encoding="utf-8")
    course = project / "course.yaml"
    course.write_bytes(COURSE.read_bytes())
    commit_all(project)
    environment = os.environ | {
        "PRE_COMMIT_HOME": str(tmp_path / "cache"),
        "PYTHONPATH": sysconfig.get_path("purelib"),
        "PIP_NO_INDEX": "1",
        "PIP_NO_BUILD_ISOLATION": "false",
        "GIT_CONFIG_GLOBAL": os.devnull,
    }

    def tried() -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "pre_commit", "try-repo", str(clone), "cxkit-check", "--all-files"],
            cwd=project,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=240,
        )

    done = tried()
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Passed" in done.stdout
    course.write_text(
        COURSE.read_text(encoding="utf-8").replace("weight: 10", "weight: 11", 1), encoding="utf-8"
    )
    done = tried()
    assert done.returncode == 1, done.stdout + done.stderr
    assert "course.yaml:" in done.stdout
    assert "CX101 error" in done.stdout
