import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from subprocess import PIPE

import pytest

from jdgen.errors import InputError
from jdgen.load import cache
from jdgen.load.cache import cache_home, keep, recall, remembered
from jdgen.load.facts import load_table
from jdgen.load.search import search_path, shipped_folder


def test_the_cache_of_the_user_is_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))

    assert cache_home() == tmp_path / "cache"
    assert (tmp_path / "cache").is_dir()


def test_without_a_setting_it_lies_in_the_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))

    assert cache_home() == tmp_path / ".cache"


@pytest.mark.parametrize("home", ["/nonexistent/home", "", "relative"])
def test_without_a_home_one_is_made_for_this_run(monkeypatch: pytest.MonkeyPatch, home: str) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv("HOME", home)

    folder = cache_home()

    assert folder.name.startswith("jdgen-cache-")
    assert folder.is_dir()
    assert cache_home() == folder


class Table(dict[str, str]):
    """Something worth remembering, at the top of a module so that it can be pickled."""


class Other(Table):
    """Something else."""


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., list[str]]:
    """Return a function that asks for the table of each source, in an empty cache, and says which were made anew."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))

    def go(*sources: str) -> list[str]:
        new = []

        def make(source: str) -> Table:
            new.append(source)
            return Table(text=source)

        for source in sources:
            assert remembered(source.encode(), Table, partial(make, source)) == {"text": source}
        return new

    return go


def test_what_did_not_change_is_made_once(made: Callable) -> None:
    assert made("a", "a", "b", "a", "b") == ["a", "b"]


def test_what_was_made_is_kept_for_the_next_run(made: Callable) -> None:
    made("a")

    assert made("a") == []


def test_the_same_source_of_another_kind_is_another_thing(made: Callable) -> None:
    made("a")

    assert remembered(b"a", Other, lambda: Other(text="other")) == {"text": "other"}
    assert made("a") == []


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"junk",
        b"\x80\x05.",
        pickle.dumps("another kind"),
        pickle.dumps(Table(text="x"))[:-3],
        b"cno.such\nthing\n.",
    ],
)
def test_a_broken_pickle_is_ignored_and_replaced(made: Callable, tmp_path: Path, content: bytes) -> None:
    made("a")
    (file,) = (tmp_path / "cache" / "jdgen").iterdir()
    file.write_bytes(content)

    assert made("a") == ["a"]
    assert made("a") == []


def test_a_bit_that_changed_is_noticed_though_the_rest_can_be_read(made: Callable, tmp_path: Path) -> None:
    made("a")
    (file,) = (tmp_path / "cache" / "jdgen").iterdir()
    data = bytearray(file.read_bytes())
    at = data.rindex(b"text")
    data[at] ^= 1
    file.write_bytes(data)

    assert pickle.loads(data[data.index(pickle.PROTO) :])  # noqa: S301 - written two lines above
    assert made("a") == ["a"]


def test_a_file_that_cannot_take_its_place_leaves_nothing(
    made: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(Path, "replace", refuse)
    made("a")

    assert list((tmp_path / "cache" / "jdgen").iterdir()) == []


def test_the_oldest_files_of_a_kind_make_room(made: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "cache" / "jdgen"
    made("first")
    size = next(folder.iterdir()).stat().st_size
    keep("site-1", "another kind, and larger than all the others together" * 9)
    monkeypatch.setattr(cache, "_MOST_OF_A_KIND", 2 * size + size // 2)
    for number, source in enumerate(("other", "third", "fourth")):
        for file in folder.glob("Table-*"):
            os.utime(file, (number, file.stat().st_mtime - 10))
        made(source)

    assert len(list(folder.glob("Table-*"))) == 2
    assert recall("site-1", str)
    assert made("third", "fourth") == []
    assert made("first") == ["first"]


def test_a_folder_that_cannot_be_written_costs_only_time(made: Callable, tmp_path: Path) -> None:
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "jdgen").write_text("in the way", encoding="utf-8")

    assert made("a", "a") == ["a", "a"]


def test_a_failure_is_not_remembered(made: Callable) -> None:
    def fail() -> Table:
        raise InputError("a row is wrong")

    with pytest.raises(InputError):
        remembered(b"a", Table, fail)

    assert made("a") == ["a"]


def test_other_models_make_it_again(made: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new release of jdgen or pydantic must not read what the old one kept."""
    made("a")
    cache._code_stamp.cache_clear()
    monkeypatch.setattr(cache, "_version_of_pydantic", lambda: b"0.0")

    assert made("a") == ["a"]

    cache._code_stamp.cache_clear()


def test_a_changed_table_is_read_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    shipped = shipped_folder() / "facts" / "notices.yaml"
    own = tmp_path / "facts"
    own.mkdir()
    search = search_path(given={"facts": own})
    text = shipped.read_text(encoding="utf-8")

    def demands() -> str:
        return load_table(search, "notices")["demands"].text

    (own / "notices.yaml").write_text(text, encoding="utf-8")
    before = demands()
    (own / "notices.yaml").write_text(text.replace(before, "Something else."), encoding="utf-8")

    assert demands() == "Something else."
    assert demands() == "Something else."


def test_several_processes_at_once_read_the_same(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """All of them start with an empty cache, and none of them leaves half a file behind."""
    script = (
        "from pathlib import Path; from jdgen.load.project import open_workspace; from jdgen.load.facts import load_facts; "
        "print(len(load_facts(open_workspace(Path('.')).search).credentials))"
    )
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path)}

    processes = [
        subprocess.Popen(  # noqa: S603 - this Python
            [sys.executable, "-c", script], cwd=tmp_path, env=environment, stdout=PIPE, stderr=PIPE, text=True
        )
        for _ in range(2)
    ]
    said = [process.communicate() for process in processes]

    assert {err for _, err in said} == {""}
    assert len({out for out, _ in said}) == 1
    kept = list((tmp_path / "jdgen").iterdir())
    assert kept
    assert [file.name for file in kept if file.suffix != ".pickle"] == []
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert all(recall(file.stem, object) for file in kept)


@pytest.fixture
def own_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Return where an empty cache keeps things."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "jdgen"


def test_what_was_kept_is_recalled_under_its_name(own_cache: Path) -> None:
    keep("one", Table(text="a"))
    keep("two", Table(text="b"))
    keep("one", Table(text="c"))

    assert (recall("one", Table), recall("two", Table)) == ({"text": "c"}, {"text": "b"})
    assert recall("three", Table) is None


def test_a_thing_of_another_kind_is_not_recalled(own_cache: Path) -> None:
    keep("one", Table(text="a"))

    assert recall("one", Other) is None


@pytest.mark.parametrize("content", [b"", b"junk", b"\x80\x05.", b"cno.such\nthing\n."])
def test_a_broken_file_recalls_nothing_and_is_replaced(own_cache: Path, content: bytes) -> None:
    keep("one", Table(text="a"))
    (own_cache / "one.pickle").write_bytes(content)

    assert recall("one", Table) is None
    keep("one", Table(text="b"))
    assert recall("one", Table) == {"text": "b"}


def test_keeping_where_nothing_can_be_written_costs_only_time(own_cache: Path) -> None:
    own_cache.parent.mkdir()
    own_cache.write_text("in the way", encoding="utf-8")

    keep("one", Table(text="a"))

    assert recall("one", Table) is None


class Blocks:
    """A large value that leaves its content outside of the pickle."""

    def __init__(self, content: bytes) -> None:
        self.content = memoryview(content)

    def __reduce_ex__(self, protocol: object) -> tuple[object, ...]:
        return Blocks, (pickle.PickleBuffer(self.content),)


def test_large_blocks_come_back_as_they_were(own_cache: Path) -> None:
    content = os.urandom(1_500_000)
    keep("large", Blocks(content))

    for _ in range(2):
        again = recall("large", Blocks)
        assert again is not None
        assert again.content == content
    assert len({file.suffix for file in own_cache.iterdir()}) == 2


@pytest.mark.parametrize("at", [0, 3, 50, 900_000, -1])
def test_a_large_file_is_looked_at_again_once_anything_was_done_to_it(own_cache: Path, at: int) -> None:
    keep("large", Blocks(bytes(1_500_000)))
    assert recall("large", Blocks) is not None
    (file,) = own_cache.glob("*.pickle")
    data = bytearray(file.read_bytes())
    data[at] ^= 1
    file.write_bytes(data)

    assert recall("large", Blocks) is None
