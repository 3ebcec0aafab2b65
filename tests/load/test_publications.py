"""`published.csv`: what was written is read back, and whatever else stands there is told by its line."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdgen.errors import InputError, InputErrors
from jdgen.load.publications import PUBLISHED, dump_publications, read_publications
from jdgen.model.site import Publication
from jdgen.text.markdown_escape import one_line

HEAD = "id,title,employer,page,posted,changed,closed,digest\n"
ROW = "A-1,Nurse,Acme Care,nurse-a-1,2026-11-20,2026-11-22,,abc\n"
DAY = date(2026, 11, 22)


def row(identity: str = "A-1", **changes: object) -> Publication:
    known = {"title": "Nurse", "employer": "Acme Care", "slug": f"nurse-{identity.lower()}", "digest": "abc"}
    return Publication(**({"id": identity, "posted": DAY, "changed": DAY} | known | changes))  # type: ignore[arg-type]


def problems_of(folder: Path, content: str | bytes) -> list[str]:
    """Return what is said about a file, each problem with its line and without its folder."""
    (folder / PUBLISHED).write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises((InputError, InputErrors)) as raised:
        read_publications(folder)
    error = raised.value
    problems = error.problems if isinstance(error, InputErrors) else (error,)
    assert all(problem.hint for problem in problems)
    return [str(problem).removeprefix(f"{folder / PUBLISHED}:") for problem in problems]


def test_without_a_file_nothing_was_published(tmp_path: Path) -> None:
    assert read_publications(tmp_path) == {}


def test_a_file_without_rows_holds_nothing(tmp_path: Path) -> None:
    (tmp_path / PUBLISHED).write_text(HEAD, encoding="utf-8")

    assert read_publications(tmp_path) == {}


def test_rows_stand_in_the_order_of_their_ids_in_plain_words() -> None:
    text = dump_publications([row("B-2", closed=DAY), row("a-10", title='Nurse, "RN"')])

    assert text == (
        HEAD
        + 'a-10,"Nurse, ""RN""",Acme Care,nurse-a-10,2026-11-22,2026-11-22,,abc\n'
        + "B-2,Nurse,Acme Care,nurse-b-2,2026-11-22,2026-11-22,2026-11-22,abc\n"
    )


LINES = st.text(min_size=1, max_size=600).map(one_line).filter(bool)
IDS = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}", fullmatch=True).filter(
    lambda text: (
        text.lower() not in {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
    )
)


@given(
    st.lists(
        st.builds(row, IDS, title=LINES, employer=LINES, closed=st.none() | st.dates()),
        max_size=4,
        unique_by=lambda one: one.id.lower(),
    )
)
def test_what_is_written_is_read_back(tmp_path_factory: pytest.TempPathFactory, rows: list[Publication]) -> None:
    folder = tmp_path_factory.mktemp("published")
    (folder / PUBLISHED).write_bytes(dump_publications(rows).encode())

    assert read_publications(folder) == {one.id.lower(): one for one in rows}


@pytest.mark.parametrize("slug", ["x" * 36 + "-r.2", f"{'a' * 38}-con.1", "hospital-case-manager-" + "1.2-" * 9 + "9"])
def test_a_page_with_periods_in_its_id_is_read_back(tmp_path: Path, slug: str) -> None:
    """The name of a page is longer than an id may be."""
    (tmp_path / PUBLISHED).write_text(dump_publications([row(slug=slug)]), encoding="utf-8")

    assert read_publications(tmp_path)["a-1"].slug == slug


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_spreadsheet_program_may_have_saved_it(tmp_path: Path, ends: str, mark: str) -> None:
    text = (HEAD + ROW).replace("\n", ends) + ends
    (tmp_path / PUBLISHED).write_bytes(f"{mark}{text}".encode())

    assert read_publications(tmp_path)["a-1"].title == "Nurse"


def test_twelve_thousand_rows_are_read(tmp_path: Path) -> None:
    rows = [
        row(f"CR-{number}", title=f"Hospital Case Manager for the northern district, number {number}")
        for number in range(12_000)
    ]
    text = dump_publications(rows)
    (tmp_path / PUBLISHED).write_text(text, encoding="utf-8")

    assert len(text) > 1_000_000
    assert len(read_publications(tmp_path)) == 12_000


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "1: the columns are missing, expected id, title, employer, page, posted, changed, closed, digest"),
        ("\n", "1: the columns are missing"),
        ("id;title\nA;b\n", "1: the columns are id;title, expected id, title"),
        ("id,title\nA,b\n", "1: the columns are id, title, expected id, title, employer"),
        (HEAD.replace("posted,changed", "changed,posted") + ROW, "1: the columns are id, title, employer, page, changed, posted"),
        (HEAD + ROW.replace(",abc", ""), "2: the row has 7 values, expected 8: id, title"),
        (HEAD + ROW.replace(",abc", ",abc,"), "2: the row has 9 values, expected 8: id, title"),
        (HEAD + "A-1\n", "2: the row has 1 value, expected 8: id, title"),
        (HEAD + ROW.replace("Nurse", " "), "2: `title` is empty"),
        (HEAD + ROW.replace("A-1,Nurse,Acme Care", ",,"), "2: `id` is empty; `title` is empty; `employer` is empty"),
        (HEAD + ROW.replace("2026-11-20", "11/20/2026"), "2: `posted` is `11/20/2026`, expected a date such as 2026-12-31"),
        (HEAD + ROW.replace("2026-11-22", "2026-02-30"), "2: `changed` is `2026-02-30`, expected a date"),
        (HEAD + ROW.replace(",,", ",yes,"), "2: `closed` is `yes`, expected a date"),
        (HEAD + ROW.replace("A-1", "A 1"), "2: `id` is `A 1`, expected at most 40 letters, digits, `.`, `_` and `-`"),
        (HEAD + ROW.replace("A-1", "x" * 41), "2: `id` is `xxx"),
        (HEAD + ROW.replace("nurse-a-1", "../x"), "2: `page` is `../x`, expected letters, digits"),
        (HEAD + ROW.replace("nurse-a-1", "x" * 40 + "/../../x"), "2: `page` is `xxx"),
        (HEAD + ROW.replace("Nurse", '"Nurse'), "2: this is no CSV: unexpected end of data"),
        (HEAD + ROW.replace("Nurse", '"Nurse"RN'), "2: this is no CSV: "),
        (HEAD + ROW + ROW, "3: a second row for `A-1`, which stands in line 2 already"),
        (HEAD + ROW + ROW.replace("A-1", "a-1").replace("nurse-a-1", "other"), "3: a second row for `a-1`, which stands in line 2"),
        (HEAD + ROW + ROW.replace("A-1", "A-2"), "3: a second row with the page `nurse-a-1`, which stands in line 2"),
        (HEAD + "<<<<<<< HEAD\n" + ROW + "=======\n" + ROW + ">>>>>>> main\n", "2: the merge of two versions is not finished here"),
        (HEAD + ROW + "=======\r\n", "3: the merge of two versions is not finished here"),
        (HEAD.encode() + ROW.replace("Nurse", "Infirmi\u00e8re").encode("cp1252"), "2:12: byte 0xE8 is not UTF-8 text"),
        ((HEAD + ROW).encode("utf-16"), "1: the file is UTF-16 text, expected UTF-8"),
    ],
)  # fmt: skip
def test_a_fault_is_told_in_one_sentence_with_its_line(tmp_path: Path, content: str | bytes, said: str) -> None:
    problems = problems_of(tmp_path, content)

    assert len(problems) == 1
    assert problems[0].startswith(said)


def test_every_fault_is_told_also_before_a_line_that_is_no_csv(tmp_path: Path) -> None:
    said = problems_of(tmp_path, HEAD + ROW.replace("Nurse", "") + ROW.replace("2026-11-20", "soon") + 'A-3,"x"y\n')

    assert [problem.partition(":")[0] for problem in said] == ["2", "3", "4"]


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    (tmp_path / PUBLISHED).mkdir()

    with pytest.raises(InputError, match="this is a folder, expected a file"):
        read_publications(tmp_path)
