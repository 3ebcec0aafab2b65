"""Folders named on the command line: every posting below them, in order, and nothing that is none."""

from pathlib import Path

import pytest

from jdgen.pipeline.folders import expand, is_posting


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"")


def test_a_folder_means_every_posting_below_it_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "jobs/b.md", "jobs/a.docx", "jobs/old/c.PDF", "jobs/old/d.html", "jobs/e.txt", "jobs/f.jsonld")
    monkeypatch.chdir(tmp_path)

    assert expand(["jobs"]) == (
        "jobs/a.docx", "jobs/b.md", "jobs/e.txt", "jobs/f.jsonld", "jobs/old/c.PDF", "jobs/old/d.html",
    )  # fmt: skip


def test_what_is_no_posting_is_left_out_of_a_folder(tmp_path: Path) -> None:
    put(
        tmp_path, ".git/a.md", ".jdgen-0.md", "node_modules/a/b.md", "README.md", "CHANGELOG.md", "logo.png", "package.json",
        "requirements.txt", "robots.txt", "~$a.docx", "posting.md",
    )  # fmt: skip

    assert expand([str(tmp_path)]) == (str(tmp_path / "posting.md"),)


@pytest.mark.parametrize(
    ("content", "is_one"),
    [
        ('{"@context": "https://schema.org", "@type": "JobPosting"}', True),
        ('[{"@type": ["Thing", "JobPosting"]}]', True),
        ('{"@type": "https://schema.org/JobPosting"}', True),
        ('{"excerpt": "{\\"@type\\": \\"JobPosting\\"}"}', False),
        ('{"@type": "Organization", "name": "JobPosting"}', False),
        ("", False),
    ],
)
def test_a_json_file_in_a_folder_has_to_say_that_it_is_a_posting(tmp_path: Path, content: str, *, is_one: bool) -> None:
    for name in ("a.json", ".hidden.json"):
        (tmp_path / name).write_text(content, encoding="utf-8")

    assert expand([str(tmp_path)]) == (str(tmp_path / "a.json"),) * is_one


def test_a_file_named_is_taken_whatever_it_is(tmp_path: Path) -> None:
    put(tmp_path, "README.md")

    assert expand([str(tmp_path / "README.md"), "missing.md", "-"]) == (str(tmp_path / "README.md"), "missing.md", "-")


def test_each_file_is_taken_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "a.md")
    monkeypatch.chdir(tmp_path)

    assert expand(["a.md", ".", "./a.md", "-", "-"]) == ("a.md", "-")


def test_a_link_to_a_folder_above_is_not_followed(tmp_path: Path) -> None:
    put(tmp_path, "jobs/a.md")
    (tmp_path / "jobs" / "up").symlink_to(tmp_path)

    assert expand([str(tmp_path / "jobs")]) == (str(tmp_path / "jobs" / "a.md"),)


@pytest.mark.parametrize(
    ("name", "expected"), [("a.MD", True), ("a.htm", True), ("readme.html", False), ("a.json", False)]
)
def test_a_posting_is_known_by_its_name(name: str, *, expected: bool) -> None:
    assert is_posting(name) is expected


def test_the_page_of_an_audit_is_no_posting_whatever_it_is_called(tmp_path: Path) -> None:
    template = (Path(__file__).parents[2] / "templates" / "audit.html.j2").read_text(encoding="utf-8")
    mark = '<meta name="generator" content="jdgen check">'
    (tmp_path / "all.html").write_text(f"<!DOCTYPE html><head><title>Audit</title>{mark}</head>", encoding="utf-8")
    (tmp_path / "ad.html").write_text("<p>We hire a nurse.", encoding="utf-8")

    assert mark in template
    assert expand([str(tmp_path)]) == (str(tmp_path / "ad.html"),)
    assert expand([str(tmp_path / "all.html")]) == (str(tmp_path / "all.html"),)
