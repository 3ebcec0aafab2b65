"""The same work for many items, in this process or in several: the same outcomes in the same order, and clear ends."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from jdgen.errors import EnvironmentProblem, InputError, InputErrors, JdgenError, UsageError, Where
from jdgen.pipeline import executors
from jdgen.pipeline.executors import each

Each = Callable[..., Iterator]


def nothing() -> str:
    return "ready"


def refuse() -> str:
    raise InputErrors(problems=[InputError("a rule is broken", where=Where("rules/a.yaml", 3), hint="mend it")])


def doubled(context: str, item: int) -> tuple[str, int]:
    return context, 2 * item


def own_process(_context: str, _item: int) -> int:
    return os.getpid()


def failing(_context: str, item: int) -> int:
    if item == 3:
        raise InputError("three is wrong", where=Where("a.md", 1, 2), hint="take four")
    return item


def dying(_context: str, item: int) -> int:
    if item == 3:
        os._exit(9)
    return item


def handler(_context: str, _item: int) -> bool:
    return signal.getsignal(signal.SIGINT) is signal.SIG_IGN


def noted(context: str, item: int) -> str:
    """Leave a mark for each item that was worked at."""
    time.sleep(0.02)
    Path(context, str(item)).touch()
    return context


class Folder:
    """Gives its path in every process."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __call__(self) -> str:
        return str(self.path)


@pytest.fixture
def two(monkeypatch: pytest.MonkeyPatch) -> int:
    """Let two processes share the work, however few items there are."""
    monkeypatch.setattr(executors, "_WORTH_A_POOL", 1)
    monkeypatch.setattr(executors, "_CHUNK", 1)
    return 2


@pytest.fixture(params=[1, 2])
def workers(request: pytest.FixtureRequest, two: int) -> int:
    """Run with one process and with two."""
    number: int = request.param
    assert number <= two
    return number


def test_outcomes_come_in_the_order_of_the_items(workers: int) -> None:
    assert [("ready", 2 * number) for number in range(40)] == list(each(doubled, range(40), nothing, workers=workers))


def test_no_items_need_no_preparation(workers: int) -> None:
    assert list(each(doubled, [], refuse, workers=workers)) == []


def test_a_fault_in_the_preparation_comes_out_as_it_is(workers: int) -> None:
    with pytest.raises(InputErrors) as raised:
        list(each(doubled, range(8), refuse, workers=workers))

    assert str(raised.value) == "rules/a.yaml:3: a rule is broken"


def test_a_fault_in_the_work_comes_out_whole(workers: int) -> None:
    with pytest.raises(InputError) as raised:
        list(each(failing, range(8), nothing, workers=workers))

    assert (str(raised.value), raised.value.hint) == ("a.md:1:2: three is wrong", "take four")


def test_few_items_are_not_worth_a_second_process() -> None:
    assert set(each(own_process, range(15), nothing, workers=2)) == {os.getpid()}


def test_several_processes_share_the_work(two: int) -> None:
    assert os.getpid() not in set(each(own_process, range(8), nothing, workers=two))


def test_by_default_every_processor_is_used(workers: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executors, "_processors", lambda: workers)

    assert (os.getpid() in set(each(own_process, range(8), nothing))) == (workers == 1)


def test_a_process_that_is_killed_is_told_in_one_sentence(two: int) -> None:
    with pytest.raises(EnvironmentProblem) as raised:
        list(each(dying, range(8), nothing, workers=two))

    assert str(raised.value) == "a process that shared the work was ended from outside, so nothing was written"
    assert raised.value.hint == "most often memory ran out: free some, then run it again"


def test_ctrl_c_is_left_to_the_process_in_front(two: int) -> None:
    assert set(each(handler, range(8), nothing, workers=two)) == {True}


def test_who_stops_taking_stops_the_work(two: int, tmp_path: Path) -> None:
    outcomes = each(noted, range(200), Folder(tmp_path), workers=two)

    next(outcomes)
    outcomes.close()  # type: ignore[attr-defined]  # a generator, as the type does not say

    assert len(list(tmp_path.iterdir())) < 100


@pytest.mark.parametrize("kind", [JdgenError, UsageError, InputError, EnvironmentProblem])
def test_every_error_of_ours_crosses_to_another_process(two: int, kind: type[JdgenError]) -> None:
    with pytest.raises(kind) as raised:
        list(each(raising, [kind] * 4, nothing, workers=two))

    assert (str(raised.value), raised.value.hint) == ("a.md:1:2: wrong", "mend it")


def raising(_context: str, kind: type[JdgenError]) -> None:
    raise kind("wrong", where=Where("a.md", 1, 2), hint="mend it")
