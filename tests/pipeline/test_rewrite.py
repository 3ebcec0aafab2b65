"""Files written again: with the encoding, the marks and the permissions they had, whole or not at all."""

import os
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdgen.errors import EnvironmentProblem, InputError
from jdgen.pipeline.rewrite import rewrite_text, write_report

ENCODINGS = [
    (b"", "utf-8"),
    (BOM_UTF8, "utf-8"),
    (BOM_UTF16_LE, "utf-16-le"),
    (BOM_UTF16_BE, "utf-16-be"),
    (b"", "cp1252"),
]


@pytest.mark.parametrize(("mark", "encoding"), ENCODINGS)
def test_encoding_mark_and_line_ends_stay(tmp_path: Path, mark: bytes, encoding: str) -> None:
    path = tmp_path / "a.md"
    before = "Café\r\nyoung “people”\rend\n\n"
    path.write_bytes(mark + before.encode(encoding))

    rewrite_text(path, before, before.replace("young ", ""))

    assert path.read_bytes() == mark + "Café\r\n“people”\rend\n\n".encode(encoding)
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.md"]


def test_a_file_that_changed_since_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"new words")

    with pytest.raises(InputError, match="not what was checked"):
        rewrite_text(path, "old words", "other words")

    assert path.read_bytes() == b"new words"


def test_a_letter_that_the_encoding_lacks_leaves_the_file_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes("caf\u00e9".encode("cp1252"))

    with pytest.raises(InputError, match="saved as cp1252, which has no `→`"):
        rewrite_text(path, "café", "café →")

    assert path.read_bytes() == b"caf\xe9"


def test_a_file_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no longer be read"):
        rewrite_text(tmp_path / "a.md", "a", "b")


def test_permissions_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"a")
    path.chmod(0o640)

    rewrite_text(path, "a", "b")

    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target = tmp_path / "real.md"
    target.write_bytes(b"a")
    link = tmp_path / "link.md"
    link.symlink_to(target)

    rewrite_text(link, "a", "b")

    assert link.is_symlink()
    assert target.read_bytes() == b"b"


def test_a_file_protected_from_writing_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"a")
    monkeypatch.setattr(os, "access", lambda *_: False)  # the tests may run as root, who may do anything

    with pytest.raises(EnvironmentProblem, match=r"a\.md`: permission denied"):
        rewrite_text(path, "a", "b")

    assert path.read_bytes() == b"a"


def test_a_failed_rename_leaves_the_file_and_no_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"a")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)

    with pytest.raises(EnvironmentProblem, match="no space left"):
        rewrite_text(path, "a", "b")

    assert path.read_bytes() == b"a"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.md"]


def test_a_report_is_written_over_an_older_one(tmp_path: Path) -> None:
    path = tmp_path / "audit.html"
    write_report(path, b"one")

    write_report(path, b"two")

    assert path.read_bytes() == b"two"


@pytest.mark.parametrize("name", ["missing/audit.html", "."])
def test_a_report_with_nowhere_to_go_is_said(tmp_path: Path, name: str) -> None:
    with pytest.raises(EnvironmentProblem, match="cannot write"):
        write_report(tmp_path / name, b"one")


@given(st.text(), st.text(), st.sampled_from(ENCODINGS[:4]))
def test_any_text_is_written_back_as_it_was_read(
    tmp_path_factory: pytest.TempPathFactory, before: str, after: str, kind: tuple[bytes, str]
) -> None:
    mark, encoding = kind
    path = tmp_path_factory.mktemp("rewrite") / "a.txt"
    before, after = before.lstrip("\ufeff"), after.lstrip("\ufeff")
    path.write_bytes(mark + before.encode(encoding))

    rewrite_text(path, before, after)

    assert path.read_bytes().decode({"utf-8": "utf-8-sig"}.get(encoding, "utf-16")) == after
