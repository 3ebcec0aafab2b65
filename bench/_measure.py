"""Side-by-side measurements: interleaved rounds, medians, ratios taken inside a round.

The machine is noisy, so milliseconds mean little; a ratio with the peer measured in the same round means something.
"""

import os
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Row:
    """A thing measured; `goal` is the ratio to the first row it must not exceed, or None."""

    name: str
    run: Callable[[], None]
    goal: float | None = None


def compare(title: str, rows: Sequence[Row], *, rounds: int = 9) -> bool:
    """Run every row once a round, print medians and ratios to the first row; say whether every goal was reached."""
    for row in rows:
        row.run()
    seconds: list[list[float]] = [[] for _ in rows]
    for number in range(rounds):
        for index in _rotated(range(len(rows)), number):
            start = time.perf_counter()
            rows[index].run()
            seconds[index].append(time.perf_counter() - start)
    ratios = [median(own / base for own, base in zip(measured, seconds[0], strict=True)) for measured in seconds]
    print(f"\n{title} (median of {rounds} rounds)")
    for row, measured, ratio in zip(rows, seconds, ratios, strict=True):
        print(f"  {row.name:<52} {median(measured) * 1000:8.1f} ms  {ratio:6.2f}  {_verdict(row, ratio)}")
    return all(row.goal is None or ratio <= row.goal for row, ratio in zip(rows, ratios, strict=True))


def process(
    *command: str, cwd: Path | None = None, shown: bool = False, accepted: Sequence[int] = (0,)
) -> Callable[[], None]:
    """Return a function that runs a program and waits for it; Python keeps its compiled files, as a user's would."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

    def run() -> None:
        done = subprocess.run(command, check=False, cwd=cwd, env=environment, capture_output=not shown)
        if done.returncode not in accepted:
            raise subprocess.CalledProcessError(done.returncode, command, done.stdout, done.stderr)

    return run


def _rotated(indexes: range, number: int) -> list[int]:
    shift = number % len(indexes)
    return [*indexes[shift:], *indexes[:shift]]


def _verdict(row: Row, ratio: float) -> str:
    if row.goal is None:
        return ""
    return f"goal {row.goal:g}: {'reached' if ratio <= row.goal else 'MISSED'}"
