import json
import os
import stat
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from pathlib import Path

import pytest

from jdgen.errors import EnvironmentProblem, InputErrors
from jdgen.pipeline.ledger import LEDGER
from jdgen.pipeline.write import Kept, Result, copy_new, write_new, write_results

OLD = (Result("a.md", b"old a"), Result("b.html", b"old b"))
NEW = (Result("a.md", b"new a"), Result("b.html", b"new b"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an output folder that holds what jdgen wrote before."""
    write_results(OLD, tmp_path / "output")
    return tmp_path / "output"


def contents(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder, hidden ones too, but the ledger."""
    files = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    files.pop(LEDGER, None)
    return files


def problems_of(action: Callable[[], object]) -> list[str]:
    with pytest.raises(InputErrors) as raised:
        action()
    return [str(problem) for problem in raised.value.problems]


def test_results_are_written_whole(folder: Path) -> None:
    assert contents(folder) == {"a.md": b"old a", "b.html": b"old b"}


def test_the_paths_written_are_returned_in_order(tmp_path: Path) -> None:
    written = write_results(OLD, tmp_path / "deep" / "down")

    assert written.paths == (tmp_path / "deep" / "down" / "a.md", tmp_path / "deep" / "down" / "b.html")


def test_what_jdgen_wrote_is_replaced(folder: Path) -> None:
    write_results(NEW, folder)

    assert contents(folder) == {"a.md": b"new a", "b.html": b"new b"}


def test_a_result_in_a_folder_of_its_own_is_written_there(tmp_path: Path) -> None:
    write_results([Result("images/logo.svg", b"<svg/>", is_asset=True)], tmp_path)

    assert contents(tmp_path) == {"images/logo.svg": b"<svg/>"}


def test_one_edited_file_stops_all_and_is_named(folder: Path) -> None:
    (folder / "a.md").write_bytes(b"mine")

    said = problems_of(lambda: write_results(NEW, folder))

    assert said == [f"{folder / 'a.md'}: was edited by hand, or not written by jdgen, so nothing was written"]
    assert contents(folder) == {"a.md": b"mine", "b.html": b"old b"}


def test_every_edited_file_is_named(folder: Path) -> None:
    (folder / "a.md").write_bytes(b"mine")
    (folder / "b.html").write_bytes(b"mine too")

    said = problems_of(lambda: write_results(NEW, folder))

    assert len(said) == 2


def test_a_file_jdgen_never_wrote_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"theirs")

    said = problems_of(lambda: write_results(NEW, tmp_path))

    assert "a.md" in said[0]
    assert contents(tmp_path) == {"a.md": b"theirs"}


def test_force_writes_over_edits(folder: Path) -> None:
    (folder / "a.md").write_bytes(b"mine")

    write_results(NEW, folder, force=True)
    write_results(OLD, folder)

    assert contents(folder) == {"a.md": b"old a", "b.html": b"old b"}


def test_a_deleted_file_is_written_again(folder: Path) -> None:
    (folder / "a.md").unlink()

    write_results(NEW, folder)

    assert contents(folder)["a.md"] == b"new a"


def test_writing_what_stands_there_already_does_not_make_it_ours(folder: Path) -> None:
    """An edited posting, exported, is written as it stands; the next posting must still not replace it."""
    (folder / "a.md").write_bytes(b"mine")
    write_results([Result("a.md", b"mine")], folder)

    said = problems_of(lambda: write_results(NEW, folder))

    assert "a.md" in said[0]


def test_unchanged_files_are_not_touched(folder: Path) -> None:
    before = (folder / "a.md").stat().st_ino

    write_results(OLD, folder)

    assert before == (folder / "a.md").stat().st_ino


def test_the_ledger_keeps_what_other_runs_wrote(folder: Path) -> None:
    write_results([Result("c.md", b"c")], folder)

    assert set(json.loads((folder / LEDGER).read_bytes())) == {"a.md", "b.html", "c.md"}


@pytest.mark.parametrize(
    ("step", "number", "left"),
    [
        ("open", 2, (b"old a", b"old b")),
        ("replace", 1, (b"old a", b"old b")),
        ("replace", 2, (b"old a", b"old b")),
        ("replace", 3, (b"new a", b"old b")),
        ("replace", 4, (b"new a", b"new b")),
    ],
)
def test_a_crash_in_the_middle_leaves_whole_files_and_no_others(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, left: tuple[bytes, bytes]
) -> None:
    calls, real = [], getattr(Path, step)

    def fail_in_time(path: Path, *words: object, **named: object) -> object:
        if "rb" not in {*words, *named.values()}:
            calls.append(path)
        if len(calls) == number:
            raise KeyboardInterrupt
        return real(path, *words, **named)

    with monkeypatch.context() as patch:
        patch.setattr(Path, step, fail_in_time)
        with pytest.raises(KeyboardInterrupt):
            write_results(NEW, folder)

    found = contents(folder)
    assert set(found) == {"a.md", "b.html"}
    assert left == (found["a.md"], found["b.html"])


def test_after_a_crash_the_same_results_can_be_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.replace

    def fail_at_the_ledger(path: Path, target: Path) -> object:
        if target.name == LEDGER:
            raise KeyboardInterrupt
        return real(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", fail_at_the_ledger)
        with pytest.raises(KeyboardInterrupt):
            write_results(NEW, folder)
    write_results(NEW, folder)

    assert contents(folder) == {"a.md": b"new a", "b.html": b"new b"}


def test_a_full_disk_is_explained_and_leaves_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_words: object) -> object:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(EnvironmentProblem, match=r"cannot write into `.*output`: no space left on device"):
        write_results(NEW, folder)

    assert contents(folder) == {"a.md": b"old a", "b.html": b"old b"}


def test_a_link_is_replaced_and_what_it_points_to_stays(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_bytes(b"old a")
    (folder / "a.md").unlink()
    (folder / "a.md").symlink_to(outside)

    write_results(NEW, folder)

    assert outside.read_bytes() == b"old a"
    assert not (folder / "a.md").is_symlink()
    assert (folder / "a.md").read_bytes() == b"new a"


def test_a_link_to_a_file_that_is_not_ours_is_refused(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_bytes(b"theirs")
    (folder / "a.md").unlink()
    (folder / "a.md").symlink_to(outside)

    assert "a.md" in problems_of(lambda: write_results(NEW, folder))[0]


def test_a_link_to_nothing_is_replaced(folder: Path, tmp_path: Path) -> None:
    (folder / "a.md").unlink()
    (folder / "a.md").symlink_to(tmp_path / "gone")

    write_results(NEW, folder)

    assert (folder / "a.md").read_bytes() == b"new a"
    assert not (tmp_path / "gone").exists()


def test_a_folder_in_the_place_of_a_file_stops_all(folder: Path) -> None:
    (folder / "b.html").unlink()
    (folder / "b.html").mkdir()

    with pytest.raises(EnvironmentProblem, match=r"`b\.html` is a folder"):
        write_results(NEW, folder)

    assert contents(folder) == {"a.md": b"old a"}


@pytest.mark.skipif(os.name != "posix", reason="only POSIX has a umask")
def test_files_get_the_permissions_any_new_file_would(folder: Path) -> None:
    (folder / "usual").touch()

    modes = {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}

    assert modes == {stat.S_IMODE((folder / "usual").stat().st_mode)}


def test_many_writers_do_not_disturb_each_other(tmp_path: Path) -> None:
    jobs = [[Result(f"{n}.md", str(n).encode() * 5_000)] for n in range(24)]

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda job: write_results(job, tmp_path), jobs))

    assert contents(tmp_path) == {job[0].name: job[0].content for job in jobs}


def test_new_files_are_written_all_or_none(tmp_path: Path) -> None:
    (tmp_path / "b.html").write_bytes(b"theirs")

    said = problems_of(lambda: write_new(OLD, tmp_path))

    assert said == [f"{tmp_path / 'b.html'}: exists already, so nothing was written"]
    assert contents(tmp_path) == {"b.html": b"theirs"}


def test_new_files_are_the_users_from_the_start(tmp_path: Path) -> None:
    write_new(OLD, tmp_path)

    assert not (tmp_path / LEDGER).exists()
    assert len(problems_of(lambda: write_results(NEW, tmp_path))) == 2


def test_a_new_file_into_a_file_is_explained(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(EnvironmentProblem, match="cannot write into"):
        write_new(OLD, tmp_path / "file")


def test_a_copy_never_overwrites(tmp_path: Path) -> None:
    (tmp_path / "source").write_bytes(b"x")
    copied = copy_new(tmp_path / "source", tmp_path / "own" / "copy")

    assert copied.read_bytes() == b"x"
    assert "exists already" in problems_of(lambda: copy_new(tmp_path / "source", copied))[0]


def test_what_was_new_or_other_is_told_apart_from_what_was_there(folder: Path) -> None:
    written = write_results([Result("a.md", b"old a"), Result("b.html", b"new b"), Result("c.txt", b"c")], folder)

    assert written.changed == ("b.html", "c.txt")
    assert [path.name for path in written.paths] == ["a.md", "b.html", "c.txt"]


def test_a_kept_file_is_neither_read_nor_written_nor_cleared_away(folder: Path) -> None:
    written = write_results([Kept("a.md"), Result("b.html", b"new b")], folder, clearing=("*",))

    assert contents(folder) == {"a.md": b"old a", "b.html": b"new b"}
    assert [path.name for path in written.paths] == ["a.md", "b.html"]
    assert (written.changed, written.removed) == (("b.html",), ())


def test_what_nothing_makes_any_more_is_cleared_where_asked(folder: Path) -> None:
    old = ["lists/1.html", "lists/2.html", "lists/deep/3.html", "list.html", "list-2.html", "pages/1.html"]
    write_results([Result(name, b"x") for name in old], folder)
    (folder / "lists" / "2.html").write_bytes(b"mine")
    (folder / "lists" / "theirs.html").write_bytes(b"theirs")

    written = write_results(OLD, folder, clearing=("lists/*", "list-*.html"))

    assert written.removed == ("list-2.html", "lists/1.html", "lists/deep/3.html")
    assert set(contents(folder)) == {"a.md", "b.html", "list.html", "pages/1.html", "lists/2.html", "lists/theirs.html"}
    assert not set(written.removed) & set(json.loads((folder / LEDGER).read_bytes()))


def test_results_are_taken_one_by_one_and_none_has_its_name_before_the_last(folder: Path) -> None:
    seen = []

    def results() -> Iterator[Result]:
        for result in NEW:
            yield result
            seen.append(contents(folder))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_results(results(), folder)

    assert [(found["a.md"], len(found)) for found in seen] == [(b"old a", 3), (b"old a", 4)]
    assert contents(folder) == {"a.md": b"old a", "b.html": b"old b"}


@pytest.mark.parametrize("is_edited", [False, True])
def test_what_has_to_come_first_comes_when_all_is_ready(folder: Path, is_edited: bool) -> None:  # noqa: FBT001 - a parameter of pytest
    seen: list[dict[str, bytes]] = []
    if is_edited:
        (folder / "a.md").write_bytes(b"mine")

    with pytest.raises(InputErrors) if is_edited else nullcontext():
        write_results(NEW, folder, once_ready=lambda: seen.append(contents(folder)))

    assert [found["a.md"] for found in seen] == ([] if is_edited else [b"old a"])
