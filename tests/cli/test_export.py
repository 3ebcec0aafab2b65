"""`jdgen export`: posting files, edited by hand or not, in other formats."""

from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def posting(run: Callable, sample: Path) -> Path:
    """Return the posting file of the sample."""
    assert run("render", "requisition.yaml", "-f", "md").code == 0
    return sample / "output" / "CR-1042.md"


def edit(posting: Path, old: str, new: str) -> bytes:
    """Edit a posting by hand; return what it holds then."""
    text = posting.read_text(encoding="utf-8")
    assert old in text
    posting.write_text(text.replace(old, new, 1), encoding="utf-8")
    return posting.read_bytes()


def test_export_makes_the_page_that_render_makes(run: Callable, posting: Path) -> None:
    run("render", "requisition.yaml", "-f", "html", "-o", "rendered")

    code, out, err = run("export", "output/CR-1042.md", "-f", "html", "-o", "exported")

    assert (code, err) == (0, "")
    assert out.split() == ["exported/CR-1042.html", "exported/cedar-ridge-logo-bfaaa4db.svg"]
    assert Path("rendered/CR-1042.html").read_bytes() == Path("exported/CR-1042.html").read_bytes()


def test_edited_words_and_facts_reach_the_page(run: Callable, posting: Path) -> None:
    edit(posting, "A discharge takes an afternoon.", "A discharge takes a *good* afternoon.")
    edit(posting, "name: Cedar Ridge Medical Center", "name: Cedar Ridge East")

    page = run("export", "output/CR-1042.md", "-f", "html", "-o", "-").out

    assert "A discharge takes a <em>good</em> afternoon." in page
    assert "Cedar Ridge East</title>" in page


def test_an_edited_posting_can_be_exported_beside_itself(run: Callable, posting: Path) -> None:
    """Also with comments and a style of its own in the front matter: the file stays as it is."""
    edited = edit(posting, "benefits:\n", "# from HR, do not touch\nbenefits:   \n")

    code, out, err = run("export", "output/CR-1042.md", "-f", "md,html")

    assert (code, err) == (0, "")
    assert "output/CR-1042.html" in out.split()
    assert posting.read_bytes() == edited


def test_an_exported_edit_is_still_not_overwritten_by_render(run: Callable, posting: Path) -> None:
    edited = edit(posting, "A discharge takes an afternoon.", "My words.")
    run("export", "output/CR-1042.md", "-f", "md,html")

    code, _, err = run("render", "requisition.yaml", "-f", "md")

    assert code == 3
    assert "was edited by hand" in err
    assert posting.read_bytes() == edited


def test_exported_markdown_is_the_file_itself(run: Callable, posting: Path) -> None:
    edited = edit(posting, "pay: ", "# comment\r\npay:   ")

    run("export", "output/CR-1042.md", "-f", "md", "-o", "elsewhere")

    assert Path("elsewhere/CR-1042.md").read_bytes() == edited


def test_the_name_comes_from_the_file(run: Callable, posting: Path) -> None:
    posting.rename(posting.with_name("copy of posting.md"))

    out = run("export", "output/copy of posting.md", "-f", "html").out

    assert out.splitlines()[0] == "output/copy of posting.html"


def test_a_logo_in_a_folder_beside_the_posting_goes_along(run: Callable, posting: Path) -> None:
    edit(posting, "logo: cedar-ridge-logo-bfaaa4db.svg", "logo: images/logo.svg")
    (posting.parent / "images").mkdir()
    (posting.parent / "cedar-ridge-logo-bfaaa4db.svg").rename(posting.parent / "images" / "logo.svg")

    code, out, err = run("export", "output/CR-1042.md", "-f", "html", "-o", "elsewhere")

    assert (code, err) == (0, "")
    assert out.split() == ["elsewhere/CR-1042.html", "elsewhere/images/logo.svg"]
    assert Path("elsewhere/images/logo.svg").is_file()


def test_a_posting_written_from_nothing(run: Callable, here: Path) -> None:
    (here / "p.md").write_text(
        "---\nid: X-1\ntitle: Nurse\nemployer: {name: Acme}\n---\n# Nurse\n\nCome.\n", encoding="utf-8"
    )

    code, out, err = run("export", "p.md", "-f", "html", "-o", "-")

    assert code == 0
    assert " ".join(err.split()) == (
        "warning: p: the page carries no structured data for search engines: it has no day of first publication (`posted`), "
        "it has no place (`location`), and it does not say how to apply (`apply`)"
    )
    assert "<h1>Nurse</h1>" in out
    assert "ld+json" not in out


def test_windows_line_ends_and_a_byte_order_mark_are_no_trouble(run: Callable, posting: Path) -> None:
    text = posting.read_text(encoding="utf-8").replace("\n", "\r\n")
    Path("windows.md").write_bytes(b"\xef\xbb\xbf" + text.encode())
    Path("cedar-ridge-logo-bfaaa4db.svg").write_bytes((posting.parent / "cedar-ridge-logo-bfaaa4db.svg").read_bytes())

    code, out, err = run("export", "windows.md", "-f", "html", "-o", "-")

    assert (code, err) == (0, "")
    assert out == run("export", "output/CR-1042.md", "-f", "html", "-o", "-").out


def test_all_broken_postings_are_named_with_their_lines(run: Callable, posting: Path) -> None:
    edit(posting, "workplace: onsite", "workplace: moon")
    edit(posting, "flsa: nonexempt", "flsa: maybe")
    line = {
        key: number for number, text in enumerate(posting.read_text().splitlines(), 1) for key in [text.split(":")[0]]
    }
    Path("plain.md").write_text("# Nurse\n", encoding="utf-8")

    code, out, err = run("export", "output/CR-1042.md", "plain.md", "-f", "html")

    assert (code, out) == (3, "")
    assert f"output/CR-1042.md:{line['workplace']}:" in err
    assert f"output/CR-1042.md:{line['flsa']}:" in err
    assert "plain.md:1:1: no front matter" in err


def test_exported_postings_need_different_names(run: Callable, posting: Path) -> None:
    Path("CR-1042.md").write_bytes(edit(posting, "  logo: cedar-ridge-logo-bfaaa4db.svg\n", ""))

    code, out, err = run("export", "output/CR-1042.md", "CR-1042.md", "-f", "html")

    assert (code, out) == (3, "")
    assert "2 postings would be written to `CR-1042`" in err


def test_a_folder_without_settings_will_do(run: Callable, posting: Path) -> None:
    Path("jdgen.yaml").unlink()

    assert run("export", "output/CR-1042.md", "-f", "html").code == 0
