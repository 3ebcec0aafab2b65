import os
from pathlib import Path

import pytest

from jdgen.errors import InputError
from jdgen.load.text_file import MAX_BYTES, decode_text, read_text


def error_of(path: Path) -> InputError:
    with pytest.raises(InputError) as raised:
        read_text(path, shown_as=path.name)
    return raised.value


def test_a_byte_order_mark_is_dropped(tmp_path: Path) -> None:
    (tmp_path / "file.yaml").write_bytes(b"\xef\xbb\xbftitle: Caf\xc3\xa9\n")

    assert read_text(tmp_path / "file.yaml") == "title: Café\n"


def test_positions_after_a_byte_order_mark_are_the_editors() -> None:
    with pytest.raises(InputError) as raised:
        decode_text(b"\xef\xbb\xbftitle: Caf\xe9 au lait\n", "file.yaml")

    assert (raised.value.where.line, raised.value.where.column) == (1, 11)


def test_a_missing_file_is_reported_with_the_closest_name(tmp_path: Path) -> None:
    (tmp_path / "employer.yaml").touch()
    error = error_of(tmp_path / "employr.yaml")

    assert str(error) == "employr.yaml: there is no such file"
    assert error.hint == "did you mean `employer.yaml`?"


def test_a_missing_folder_is_reported(tmp_path: Path) -> None:
    error = error_of(tmp_path / "nowhere" / "employer.yaml")

    assert f"there is no folder `{tmp_path / 'nowhere'}`" == error.hint


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    assert error_of(tmp_path).message == "this is a folder, expected a file"


def test_a_file_under_a_file_is_reported(tmp_path: Path) -> None:
    (tmp_path / "employer.yaml").touch()

    assert error_of(tmp_path / "employer.yaml" / "x.yaml").message.startswith("the file cannot be read: ")


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000])
def test_an_impossible_name_is_reported(tmp_path: Path, name: str) -> None:
    assert error_of(tmp_path / name).message.startswith("the file cannot be read: ")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_reported(tmp_path: Path) -> None:
    (tmp_path / "employer.yaml").touch(mode=0o000)

    assert error_of(tmp_path / "employer.yaml").message == "the file may not be read"


def test_permission_denied_is_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def deny(*_arguments: object, **_options: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", deny)

    assert error_of(tmp_path / "employer.yaml").hint == "give yourself the right to read it"


def test_a_huge_file_is_refused_without_reading_it(tmp_path: Path) -> None:
    with (tmp_path / "huge.yaml").open("wb") as file:
        file.truncate(100_000_000)

    assert str(error_of(tmp_path / "huge.yaml")) == "huge.yaml: the file is too large, expected at most 1 MB"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs /dev/zero")
def test_an_endless_file_is_refused() -> None:
    assert error_of(Path("/dev/zero")).message == "the file is too large, expected at most 1 MB"


def test_the_largest_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "large.yaml").write_bytes(b"#" * MAX_BYTES)

    assert len(read_text(tmp_path / "large.yaml")) == MAX_BYTES
