"""One process of the speed run: ``python -m benchmarks.speed_worker NAME JOB ANSWER``.

Each contender works in a process of its own, so that peaks of memory do not mix and no cache of
one serves another.
"""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path
from typing import Any

from benchmarks.speed_job import Clock, Job


def run(name: str, job: Job) -> dict[str, Any]:
    """Do the work ``stage.contender`` here and return its times, remarks and peak memory."""
    stage, _, contender = name.partition(".")
    module = importlib.import_module(f"benchmarks.speed_{stage}")
    clock = Clock()
    module.WORK[contender](job, clock)
    return clock.answer()


if __name__ == "__main__":
    NAME, JOB, ANSWER = sys.argv[1:]
    answer = run(NAME, Job.load(Path(JOB)))
    Path(ANSWER).write_text(json.dumps(answer), encoding="utf-8")
