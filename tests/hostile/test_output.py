"""Killed at any moment, or many at once: files are whole, and nothing piles up."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cxkit.files import write_all
from cxkit.files.leftovers import TEMPORARY

SIZE = 300_000
ROUNDS = """
import sys
from cxkit.files import writes
one, two = sys.argv[1:]
print("started", flush=True)
for number in range(100_000):
    with writes([one, two], force=True) as handles:
        for handle in handles:
            for _ in range(3):
                handle.write(b"%d" % (number % 10) * 100_000)
"""


def is_whole(content: bytes) -> bool:
    return len(content) == SIZE and len(set(content)) == 1


@pytest.mark.parametrize("delay", [0.0, 0.003, 0.007, 0.013, 0.029, 0.061, 0.127])
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_killed_while_writing_again_and_again(tmp_path: Path, delay: float, number: signal.Signals) -> None:
    one, two = tmp_path / "one.csv", tmp_path / "two.json"
    write_all({one: b"x" * SIZE, two: b"x" * SIZE})
    command = [sys.executable, "-c", ROUNDS, str(one), str(two)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert process.stdout is not None
    with process.stdout:
        process.stdout.readline()
    time.sleep(delay)
    process.send_signal(number)
    assert process.wait(10) != 0
    assert is_whole(one.read_bytes())
    assert is_whole(two.read_bytes())
    left = {entry.name for entry in tmp_path.iterdir()} - {"one.csv", "two.json"}
    assert len(left) <= (1 if number is signal.SIGKILL else 0)
    assert all(name.startswith(TEMPORARY) for name in left)
    write_all({one: b"y"}, force=True)
    assert {entry.name for entry in tmp_path.iterdir()} == {"one.csv", "two.json"}


SEVERAL = """
import sys
from cxkit.files import write_all
for number in range(200):
    write_all({sys.argv[1]: b"x"}, force=True)
"""


def test_several_runs_in_one_folder_leave_each_other_alone(tmp_path: Path) -> None:
    commands = [[sys.executable, "-c", SEVERAL, str(tmp_path / f"{n}.csv")] for n in range(4)]
    runs = [subprocess.Popen(command) for command in commands]
    assert [run.wait(60) for run in runs] == [0, 0, 0, 0]
    assert {entry.name for entry in tmp_path.iterdir()} == {"0.csv", "1.csv", "2.csv", "3.csv"}
