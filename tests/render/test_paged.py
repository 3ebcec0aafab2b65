import logging
from pathlib import Path

import pytest

from jdgen.render import paged
from jdgen.render.style import font_settings


@pytest.mark.parametrize(
    "address",
    [
        "https://example.com/x.png",
        "http://169.254.169.254/latest",
        "file:///etc/passwd",
        "file:///etc/passwd?x=1",
        "FILE:///etc/passwd",
        "ftp://example.com/x",
        "//example.com/x",
        "file://{folder}/../secret.txt",
        "file://{folder}/%2e%2e/secret.txt",
        "file://{folder}/link.txt",
        "file://evil.example{folder}/own.txt",
        "file://localhost/etc/passwd",
        "file://localhost{folder}/../secret.txt",
        "file:secret.txt",
        "file:../secret.txt",
    ],
)
def test_addresses_outside_of_the_folders_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    folder = tmp_path / "templates"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (folder / "own.txt").write_text("own", encoding="utf-8")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")

    monkeypatch.chdir(folder)  # an address without a folder must not be read from the current one

    with pytest.raises((ValueError, OSError)):
        paged.OwnFilesOnly((folder,)).fetch(address.format(folder=folder))


def test_own_files_and_data_are_fetched(tmp_path: Path) -> None:
    (tmp_path / "a b.txt").write_text("own", encoding="utf-8")
    fetcher = paged.OwnFilesOnly((tmp_path,))

    assert fetcher.fetch((tmp_path / "a b.txt").as_uri()).read() == b"own"
    assert fetcher.fetch("data:text/plain,hello").read() == b"hello"


def test_a_page_that_asks_for_more_is_written_without_it_and_said_so(templates: tuple[Path, ...]) -> None:
    page = '<html lang="en"><title>T</title><img src="https://example.com/x.png" alt="x"><p>Text'

    content, lines = paged.write(page, "p { color: black }", folders=templates, fonts=font_settings(templates))

    assert content.startswith(b"%PDF-1.7")
    assert any("https://example.com/x.png" in line for line in lines)


def test_what_is_logged_reaches_the_caller_and_nobody_else(
    templates: tuple[Path, ...], caplog: pytest.LogCaptureFixture
) -> None:
    page = '<html lang="en"><title>T</title><p>Text'

    _, lines = paged.write(page, "p { nonsense: 1 }", folders=templates, fonts=font_settings(templates))

    assert len(lines) == 1
    assert "nonsense" in lines[0]
    assert caplog.records == []
    assert logging.getLogger("weasyprint").propagate


def test_missing_characters_are_told_from_other_lines() -> None:
    missing = '.notdef glyph rendered for Unicode string unsupported by fonts: "😀" (U+1F600)'
    lines = [missing, "something else", missing, "something else"]

    assert paged.missing_characters(lines) == ["😀"]
    assert paged.other_lines(lines) == ["something else"]
