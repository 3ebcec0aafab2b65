"""A field that nobody filled in goes out only where a person says so, whichever command would send it."""

from collections.abc import Callable
from pathlib import Path

import pytest

FLYER = "JOIN OUR TEAM TODAY\n\nWe visit people in their homes and help them stay there.\n"
BASE = ("--base-url", "https://careers.example.org/", "--no-pdf", "--date", "2026-11-22")


@pytest.fixture
def imported(run: Callable, here: Path) -> Path:
    """Return the posting file of a flyer that names neither the job nor the employer."""
    (here / "flyer.txt").write_text(FLYER, encoding="utf-8")
    assert run("import", "flyer.txt").code == 0
    return here / "output" / "flyer.md"


def lines_of(path: Path, words: str) -> list[int]:
    """Return the numbers of the lines of a file that hold some words."""
    lines = path.read_text(encoding="utf-8").splitlines()
    found = [number for number, line in enumerate(lines, 1) if words in line]
    assert found
    return found


@pytest.mark.parametrize("name", ["html", "pdf", "docx", "txt", "html,md"])
def test_export_refuses_an_imported_posting_with_open_fields(run: Callable, imported: Path, name: str) -> None:
    before = sorted(imported.parent.iterdir())

    code, out, err = run("export", "output/flyer.md", "-f", name)

    assert (code, out) == (3, "")
    for words in ("insert job title", "insert employer name"):
        for line in lines_of(imported, words):
            assert f"output/flyer.md:{line}:" in err
    assert "`--draft`" in err
    assert sorted(imported.parent.iterdir()) == before


def test_a_draft_is_made_with_a_warning_for_each_field(run: Callable, imported: Path) -> None:
    made = run("export", "output/flyer.md", "-f", "html", "--draft")

    assert (made.code, made.out) == (0, "output/flyer.html\n")
    for line in (*lines_of(imported, "insert job title"), *lines_of(imported, "insert employer name")):
        assert f"warning: output/flyer.md:{line}:" in made.said


def test_force_is_about_edits_and_lets_no_field_out(run: Callable, imported: Path) -> None:
    assert run("export", "output/flyer.md", "-f", "html", "--force").code == 3


def test_the_markdown_is_where_fields_are_filled_in(run: Callable, imported: Path) -> None:
    made = run("export", "output/flyer.md", "-f", "md", "-o", "elsewhere")

    assert (made.code, made.out) == (0, "elsewhere/flyer.md\n")
    assert "warning: output/flyer.md:4:" in made.said


def test_filled_in_it_goes_out(run: Callable, imported: Path) -> None:
    text = imported.read_text(encoding="utf-8").replace("\\[insert job title\\]", "Case Manager")
    text = text.replace("'[insert job title]'", "Case Manager").replace(
        "'[insert employer name]'", "Harbor Street Shelter"
    )
    imported.write_text(text, encoding="utf-8")

    assert run("export", "output/flyer.md", "-f", "html").code == 0


def test_a_field_the_file_allows_goes_out(run: Callable, sample: Path) -> None:
    run("render", "requisition.yaml", "-f", "md")
    posting = sample / "output" / "CR-1042.md"
    text = posting.read_text(encoding="utf-8")
    posting.write_text(f"{text}\nAsk for the form called [intake 7 of the ward].\n", encoding="utf-8")
    assert run("export", "output/CR-1042.md", "-f", "txt").code == 3

    allowed = "<!-- jdgen: allow-file placeholder.unfilled-field because the form is called so -->"
    posting.write_text(f"{posting.read_text(encoding='utf-8')}\n{allowed}\n", encoding="utf-8")

    assert run("export", "output/CR-1042.md", "-f", "txt").code == 0


def test_render_names_the_file_that_somebody_wrote(run: Callable, sample: Path) -> None:
    employer = sample / "employer.yaml"
    text = employer.read_text(encoding="utf-8")
    employer.write_text(text.replace("Cedar Ridge Medical Center", "'[insert employer name]'", 1), encoding="utf-8")
    (line,) = lines_of(employer, "insert employer name")

    code, out, err = run("render", "requisition.yaml", "-f", "md,html")

    assert (code, out) == (3, "")
    assert f"employer.yaml:{line}:" in err
    assert "CR-1042.md" not in err
    assert run("render", "requisition.yaml", "-f", "md").code == 0
    assert run("render", "requisition.yaml", "-f", "md,html", "--draft").code == 0


def test_a_site_stops_at_an_open_field_and_is_built_as_a_draft(run: Callable, sample: Path) -> None:
    run("render", "requisition.yaml", "-f", "md", "-o", "postings", "--set", "posted=2026-11-22")
    posting = sample / "postings" / "CR-1042.md"
    text = posting.read_text(encoding="utf-8").replace("posted: 2026-11-22\n", "")  # the site puts the day in
    posting.write_text(f"{text}\nYour team: [insert names]\n", encoding="utf-8")
    (line,) = lines_of(posting, "insert names")

    refused = run("site", "postings", "-o", "public", *BASE)

    assert (refused.code, refused.out) == (3, "")
    assert f"postings/CR-1042.md:{line}:12: `[insert names]` is a field nobody filled in" in refused.err
    assert not Path("public", "index.html").exists()

    draft = run("site", "postings", "-o", "public", *BASE, "--draft")

    assert (draft.code, draft.out) == (0, "public/index.html\n")
    assert f"warning: postings/CR-1042.md:{line}:12: `[insert names]` is a field nobody filled in" in draft.said
    assert run("site", "postings", "-o", "public", *BASE).code == 3


def test_pay_that_readers_do_not_see_is_told_with_its_line(run: Callable, here: Path) -> None:
    text = "Case Manager\n\nLocation: Chicago, IL\nCompany: Harbor Street Shelter\nSalary: DOE\n\nYou visit people.\n"
    (here / "ad.txt").write_text(text, encoding="utf-8")
    run("import", "ad.txt")
    posting = here / "output" / "ad.md"
    known = posting.read_text(encoding="utf-8").replace("pay: DOE", "pay: $52,000-61,000/year")
    posting.write_text(known, encoding="utf-8")
    (line,) = lines_of(posting, "Salary: DOE")

    made = run("export", "output/ad.md", "-f", "pdf")

    assert made.code == 0
    assert f"warning: output/ad.md:{line}:1: `Salary: DOE` says nothing about the pay" in made.said
    assert "`jdgen check` calls this pay.vague" in made.said

    posting.write_text(known.replace("Salary: DOE", "Salary: $52,000 to $61,000 a year"), encoding="utf-8")

    assert run("export", "output/ad.md", "-f", "pdf").err == ""


def test_pay_that_words_state_otherwise_is_told_with_its_line(run: Callable, sample: Path) -> None:
    run("render", "requisition.yaml", "-f", "md")
    posting = sample / "output" / "CR-1042.md"
    text = posting.read_text(encoding="utf-8")
    posting.write_text(text.replace("$52.00", "$48.00"), encoding="utf-8")

    made = run("export", "output/CR-1042.md", "-f", "txt")

    assert made.code == 0
    assert "`jdgen check` calls this consistency.pay" in made.said


def test_warnings_fit_a_terminal(run: Callable, imported: Path) -> None:
    made = run("export", "output/flyer.md", "-f", "html", "--draft")

    assert "carries no structured data" in made.said
    assert max(map(len, made.err.splitlines())) <= 80
