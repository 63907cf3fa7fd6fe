"""The GitHub action: its form, and its shell steps run one after another as GitHub would run them."""

import os
import re
import shutil
import subprocess
import sysconfig
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
COURSE = ROOT / "examples" / "asiakaspolku" / "course.yaml"


def test_it_is_a_composite_action() -> None:
    assert ACTION["runs"]["using"] == "composite"
    assert all(set(ACTION) >= {key} for key in ("name", "description", "inputs"))
    for given in ACTION["inputs"].values():
        assert given["description"].endswith(".")
        assert isinstance(given["default"], str)


def test_every_step_says_its_shell_or_what_it_uses() -> None:
    for step in STEPS:
        assert ("run" in step) == ("shell" in step)
        assert ("run" in step) != ("uses" in step)
        if "uses" in step:
            assert re.fullmatch(r"actions/[\w-]+@v\d+", step["uses"])


def test_nothing_that_a_user_gives_is_pasted_into_a_script() -> None:
    assert not [step for step in STEPS if "${{" in step.get("run", "")]
    asked = set(re.findall(r"inputs\.([\w-]+)", str(STEPS)))
    assert asked == set(ACTION["inputs"])


class Runner:
    """What GitHub does with the action's shell steps, in a folder with a project."""

    def __init__(self, folder: Path) -> None:
        self.temp, self.project = folder / "temp", folder / "project"
        for path in (self.temp, self.project):
            path.mkdir()
        self.outputs = folder / "outputs"
        self.action = folder / "action"
        self.action.mkdir()
        shutil.copytree(ROOT / "src", self.action / "src", ignore=shutil.ignore_patterns("__pycache__"))
        for name in ("pyproject.toml", "README.md", "LICENSE", "constraints.txt"):
            shutil.copy(ROOT / name, self.action / name)

    def run(self, **inputs: str) -> subprocess.CompletedProcess[str]:
        """Run the shell steps, and return the first that fails or the last."""
        given = {name: one["default"] for name, one in ACTION["inputs"].items()} | inputs
        found: dict[str, str] = {}
        for step in STEPS:
            if "run" not in step:
                continue
            values = {name: self._filled(text, given, found) for name, text in step.get("env", {}).items()}
            done = self._bash(step["run"], values)
            if done.returncode:
                return done
            if self.outputs.exists():
                found |= dict(line.split("=", 1) for line in self.outputs.read_text().splitlines())
        return done

    def _filled(self, text: str, given: dict[str, str], found: dict[str, str]) -> str:
        text = re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda name: given[name[1]], text)
        return re.sub(r"\$\{\{ steps\.install\.outputs\.(\w+) \}\}", lambda name: found[name[1]], text)

    def _bash(self, script: str, values: dict[str, str]) -> subprocess.CompletedProcess[str]:
        """As GitHub starts bash; libraries are those of the tests, so that nothing is fetched."""
        environment = {
            **os.environ,
            **values,
            "PATH": f"{sysconfig.get_path('scripts')}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": sysconfig.get_path("purelib"),
            "PIP_NO_INDEX": "1",
            "PIP_NO_BUILD_ISOLATION": "false",
            "RUNNER_TEMP": str(self.temp),
            "GITHUB_ACTION_PATH": str(self.action),
            "GITHUB_OUTPUT": str(self.outputs),
        }
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=self.project,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=240,
        )


@pytest.mark.programs
def test_the_steps_check_a_project(tmp_path: Path) -> None:
    runner = Runner(tmp_path)
    shutil.copy(COURSE, runner.project / "course.yaml")
    done = runner.run()
    assert done.returncode == 0, done.stdout + done.stderr
    assert Path(runner.temp / "cxkit").is_dir()

    text = COURSE.read_text(encoding="utf-8")
    (runner.project / "my course.yaml").write_text(
        text.replace("weight: 10", "weight: 11", 1), encoding="utf-8"
    )
    done = runner.run(paths="course.yaml\n\nmy course.yaml\n", options="--ignore CX101")
    assert "CX101" not in done.stdout
    done = runner.run(paths="course.yaml\nmy course.yaml")
    assert done.returncode == 1, done.stdout + done.stderr
    assert re.search(r"^::error .*file=my course\.yaml,.*line=\d+", done.stdout, re.MULTILINE), done.stdout

    done = runner.run(paths="$(touch pwned)", options="; touch pwned")
    assert done.returncode == 2
    assert not (runner.project / "pwned").exists()
