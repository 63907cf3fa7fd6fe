"""Many files are judged by several processes, and none of these outlives the run."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

PROGRAM = """
import os, time
from cxkit.checks import judge
from cxkit.checks.walk import Target

os.cpu_count = lambda: 4

def slowly(wanted):
    if wanted[0].file == "0.yaml":
        print(os.getpid(), flush=True)
        time.sleep(60)

judge._judge_target = slowly
list(judge.judge_all([(Target(f"{number}.yaml", True), frozenset()) for number in range(judge.MANY)]))
"""
SECONDS = 20


@pytest.mark.skipif(not hasattr(os, "fork"), reason="one process does it all here")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_the_processes_end_with_the_one_that_started_them(number: signal.Signals) -> None:
    """One is busy with a file, the others wait for work; all of them hold the standard output open."""
    command = [sys.executable, "-c", PROGRAM]
    with subprocess.Popen(command, stdout=subprocess.PIPE, start_new_session=True) as program:
        assert program.stdout is not None
        busy = int(program.stdout.readline())
        assert busy != program.pid
        program.send_signal(number)
        try:
            rest, _ = program.communicate(timeout=SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(program.pid, signal.SIGKILL)
            raise
    assert program.returncode == -number
    assert rest == b""
