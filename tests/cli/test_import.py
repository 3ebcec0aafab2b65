"""`jdgen import`: old postings in, posting files out, and what they lack on stderr."""

from collections.abc import Callable
from pathlib import Path

import pytest

OLD = "RN Case Manager\n\nLocation: Denver, CO\nCompany: Cedar Ridge\nSalary: $38.50 - $52 an hour\n\nRequired:\n- RN license\n"


@pytest.fixture
def old(here: Path) -> Path:
    """Return an old posting in the folder."""
    path = here / "old-ad.txt"
    path.write_text(OLD, encoding="utf-8")
    return path


def test_a_posting_is_written_and_what_it_lacks_is_said(run: Callable, old: Path) -> None:
    code, out, err = run("import", "old-ad.txt")

    assert (code, out) == (0, "output/old-ad.md\n")
    assert (
        "warning: no kind of job was recovered\n  hint: write `employment: full-time, 40 hours/week` into old-ad.md\n"
        in err
    )
    assert "pay" not in err


def test_the_posting_can_be_exported(run: Callable, old: Path) -> None:
    run("import", "old-ad.txt")

    code, out, _ = run("export", "output/old-ad.md", "-f", "md,html", "-o", "site")

    assert (code, out.split()) == (0, ["site/old-ad.md", "site/old-ad.html"])


def test_a_posting_without_names_says_on_which_lines_to_write_them(run: Callable, here: Path) -> None:
    (here / "bare.txt").write_text("We hire.\n", encoding="utf-8")

    made = run("import", "bare.txt")

    lines = (here / "output" / "bare.md").read_text(encoding="utf-8").splitlines()
    places = [number for number, line in enumerate(lines, 1) if "insert job title" in line]
    assert len(places) == 2
    assert f"write it over `[insert job title]` in bare.md, lines {places[0]} and {places[1]} " in made.said


def test_pay_in_words_is_to_be_changed_where_readers_see_it_too(run: Callable, here: Path) -> None:
    (here / "ad.txt").write_text(OLD.replace("Salary: $38.50 - $52 an hour", "Salary: DOE"), encoding="utf-8")

    made = run("import", "ad.txt")

    lines = (here / "output" / "ad.md").read_text(encoding="utf-8").splitlines()
    line = lines.index("Salary: DOE") + 1
    assert f"into ad.md, and write it over `Salary: DOE` in line {line}, which readers see" in made.said


FLYER = """NOW HIRING! CARING AND EXPERIENCED CASE MANAGERS NEEDED!!!
Lakeview Family Services of Cook County - Chicago, IL 60614
We help families stay in their homes and children in their schools.

Master of Social Work required. LCSW preferred.

Full-time or part-time work is possible. Apply by 3/4/26.
"""


def test_a_flyer_says_what_it_names_with_the_line(run: Callable, here: Path) -> None:
    (here / "flyer.txt").write_text(FLYER, encoding="utf-8")

    made = run("import", "flyer.txt")

    text = (here / "output" / "flyer.md").read_text(encoding="utf-8")
    assert "location:\n  - Chicago, IL 60614\n" in text
    assert "licenses:\n  preferred:\n    - clinical-social-work\n" in text
    assert "\n\nLakeview Family Services of Cook County - Chicago, IL 60614\n\n" in text
    assert "the employer is `Lakeview Family Services of Cook County` by the words of line 2; correct it" in made.said
    assert "no closing date was recovered; `Apply by 3/4/26` in line 7 may name it" in made.said
    assert "no kind of job was recovered; `Full-time or part-time work is possible` in line 7 may" in made.said
    assert "no place" not in made.said
    assert "license" not in made.said


def test_a_dash_prints_the_posting(run: Callable, old: Path, here: Path) -> None:
    code, out, _ = run("import", "old-ad.txt", "-o", "-")

    assert (code, out.splitlines()[0], out.splitlines()[3]) == (0, "---", "title: RN Case Manager")
    assert not (here / "output").exists()


def test_one_bad_file_does_not_stop_the_rest(run: Callable, old: Path, here: Path) -> None:
    (here / "bad.docx").write_bytes(b"PK\x03\x04 nothing")
    (here / "second.txt").write_text(OLD, encoding="utf-8")

    code, out, err = run("import", "bad.docx", "old-ad.txt", "nosuch.pdf", "second.txt", "-o", "new")

    assert (code, out.split()) == (3, ["new/old-ad.md", "new/second.md"])
    assert "bad.docx: the DOCX is broken" in err
    assert "nosuch.pdf: there is no such file" in err
    assert "old-ad.txt: no kind of job was recovered" in err


def test_two_files_of_one_name_are_not_written_over_each_other(run: Callable, old: Path, here: Path) -> None:
    (here / "old-ad.md").write_text("# LPN\n", encoding="utf-8")

    code, out, err = run("import", "old-ad.txt", "old-ad.md")

    assert (code, out) == (3, "output/old-ad.md\n")
    assert "old-ad.md: becomes `old-ad.md`, as old-ad.txt does" in err
    assert "RN Case Manager" in (here / "output/old-ad.md").read_text(encoding="utf-8")


def test_an_edited_posting_is_left_alone_without_force(run: Callable, old: Path, here: Path) -> None:
    run("import", "old-ad.txt")
    written = here / "output" / "old-ad.md"
    written.write_text("mine", encoding="utf-8")

    assert run("import", "old-ad.txt").code == 3
    assert written.read_text(encoding="utf-8") == "mine"
    assert run("import", "old-ad.txt", "--force").code == 0
    assert "RN Case Manager" in written.read_text(encoding="utf-8")


def test_the_old_file_itself_is_never_written_over(run: Callable, here: Path) -> None:
    (here / "ad.md").write_text("# RN\n\nWe hire.\n", encoding="utf-8")

    assert run("import", "ad.md", "-o", ".").code == 3
    assert run("import", "ad.md", "-o", ".", "--force").code == 3
    assert (here / "ad.md").read_text(encoding="utf-8") == "# RN\n\nWe hire.\n"


def test_several_files_cannot_be_printed(run: Callable, old: Path) -> None:
    code, out, err = run("import", "old-ad.txt", "old-ad.txt", "-o", "-")

    assert (code, out) == (2, "")
    assert "prints one posting" in err


def test_a_missing_library_ends_with_code_4(
    run: Callable, old: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pypdfium2", None)
    (here / "ad.pdf").write_bytes(b"%PDF-1.4")

    code, out, err = run("import", "ad.pdf", "old-ad.txt")

    assert (code, out) == (4, "output/old-ad.md\n")
    assert 'pip install "jdgen[import]"' in err


def test_what_is_said_fits_a_terminal_and_can_be_copied(run: Callable, here: Path) -> None:
    (here / "a-long-name-of-an-old-advertisement.txt").write_text(
        "We hire.\n\nQuestions? Ask dana@cedar.example, or see https://cedar.example/jobs.\n", encoding="utf-8"
    )

    _, _, err = run("import", "a-long-name-of-an-old-advertisement.txt")

    assert max(map(len, err.splitlines())) <= 80
    assert "`employment: full-time, 40 hours/week`" in err
    assert "        a-long-name-of-an-old-advertisement.md" in err
