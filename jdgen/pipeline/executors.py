"""Where the same work is done for many items: in this process, or in several at once.

What goes over to another process pickles: the work is a function of a module, the item and the outcome are data.
"""

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from typing import Any, TypeVar

from jdgen.errors import EnvironmentProblem

Context = TypeVar("Context")
Item = TypeVar("Item")
Outcome = TypeVar("Outcome")

_WORTH_A_POOL = 16
"""Fewer items are done sooner than a second process has started and read its rules."""

_CHUNK = 8

# What the work of this process needs. A forked process finds it ready; one that starts anew prepares it for itself.
_prepared: list[Any] = []


def each(
    work: Callable[[Context, Item], Outcome],
    items: Sequence[Item],
    prepare: Callable[[], Context],
    *,
    workers: int | None = None,
) -> Iterator[Outcome]:
    """Give what the work makes of each item, in their order. `prepare` makes what all items need; its errors come from here.

    `workers` is how many processes share the work; by default as many as there are processors. Raises EnvironmentProblem where one of
    them is killed.
    """
    if not items:
        return
    context = prepare()
    number = min(workers or _processors(), max(1, len(items) // _WORTH_A_POOL))
    if number == 1:
        yield from (work(context, item) for item in items)
        return
    _prepared[:] = [context]
    with ProcessPoolExecutor(number, initializer=_begin, initargs=(prepare,)) as pool:
        try:
            yield from pool.map(partial(_run, work), items, chunksize=_CHUNK)
        except BrokenProcessPool as error:
            message = "a process that shared the work was ended from outside, so nothing was written"
            raise EnvironmentProblem(message, hint="most often memory ran out: free some, then run it again") from error
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _begin(prepare: Callable[[], object]) -> None:
    """Make a worker process ready. Ctrl-C reaches it too, and is answered by the process that started it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if not _prepared:
        _prepared.append(prepare())


def _run(work: Callable[[Any, Any], Outcome], item: object) -> Outcome:
    return work(_prepared[0], item)
