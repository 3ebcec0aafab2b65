"""What a folder of postings holds for a careers site, and what of it may not change any more."""

import pickle
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from jdgen.errors import InputErrors, UsageError
from jdgen.load.publications import PUBLISHED
from jdgen.pipeline import executors
from jdgen.pipeline.site_survey import Survey, survey, undated

DAY = date(2026, 11, 22)
Look = Callable[..., Survey]


@pytest.fixture
def look(postings: Path) -> Look:
    """Return a function that surveys the folder of postings on a day."""
    return lambda day=DAY, **known: survey(postings, day, known.get("remembered", {}))


def problems_of(action: Callable[[], object]) -> list[str]:
    with pytest.raises(InputErrors) as raised:
        action()
    return [str(problem) for problem in raised.value.problems]


def test_openings_come_in_the_order_of_their_files_also_from_folders_below(post: Callable, look: Look) -> None:
    post("B-1", name="z/b.md")
    post("A-1", name="x.markdown")
    post("C-1", name="a.MD")

    assert [one.facts.id for one in look().openings] == ["C-1", "A-1", "B-1"]


def test_an_opening_of_a_later_day_waits_for_it(post: Callable, look: Look) -> None:
    post()
    post("A-2", posted="2026-11-25")

    before, on_the_day = look(), look(date(2026, 11, 25))

    assert [one.facts.id for one in before.openings] == ["A-1"]
    assert before.notes == ("left out until the day they are posted: A-2 (November 25, 2026)",)
    assert [one.facts.id for one in on_the_day.openings] == ["A-1", "A-2"]
    assert on_the_day.notes == ()


def test_what_is_no_opening_is_left_out_with_a_note(post: Callable, look: Look, postings: Path) -> None:
    post()
    post("A-1", name="A-1-internal.md", template="internal")
    for number in range(7):
        (postings / f"note-{number}.md").write_text("# A note\n", encoding="utf-8")
    (postings / "page.html").write_text("<p>no posting</p>", encoding="utf-8")

    found = look()

    named = ", ".join(f"note-{number}.md" for number in range(3))
    assert [one.facts.id for one in found.openings] == ["A-1"]
    assert found.notes == (
        f"left out, since a posting starts with its facts between two lines of `---`: {named}, and 4 others",
        "left out, since an internal job description is no opening to apply for: A-1-internal.md",
    )


@pytest.mark.parametrize(
    ("files", "hint"),
    [
        ({}, "`jdgen render` makes a posting of a requisition"),
        ({"a.md": "# A note\n"}, "left out, since a posting starts with its facts between two lines of `---`: a.md"),
    ],
)
def test_a_folder_without_an_opening_says_why(look: Look, postings: Path, files: dict[str, str], hint: str) -> None:
    for name, text in files.items():
        (postings / name).write_text(text, encoding="utf-8")

    with pytest.raises(UsageError, match="there is no opening to publish in") as raised:
        look()

    assert raised.value.hint == hint


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_the_ends_of_lines_make_no_difference(post: Callable, look: Look, ends: str) -> None:
    path = post()
    before = look().openings[0].row
    path.write_bytes(path.read_bytes().replace(b"\n", ends.encode()))

    assert before == look().openings[0].row


def test_two_ids_that_differ_only_in_their_capitals_are_refused(post: Callable, look: Look) -> None:
    one = post("CR-1", name="a.md")
    other = post("cr-1", name="b.md")

    said = problems_of(look)

    assert said == [f"{other}: the id `cr-1` is also that of `{one}`, expected a different one for each opening"]


def test_a_day_of_posting_that_moves_is_no_change_but_any_word_and_fact_is(
    post: Callable, look: Look, postings: Path
) -> None:
    digests = []
    for facts in ({}, {"posted": "2026-11-21"}, {"posted": None}, {"pay": "39-52/hour"}, {"body": "Other words."}):
        post(**facts)
        digests.append(look().openings[0].row.digest)

    assert len(set(digests[:3])) == 1
    assert len(set(digests[2:])) == 3


def test_words_below_the_facts_that_look_like_a_day_of_posting_count() -> None:
    assert undated("---\nid: A\nposted: 2026-11-22\n---\nposted: soon\n") == ("---\nid: A\n", "---\nposted: soon\n")
    assert undated("---\nposted: 2026-11-22\nid: A\n---\n") == ("---\nid: A\n", "---\n")


def test_a_source_that_did_not_change_is_not_parsed_again_but_its_logo_is_read(
    post: Callable, look: Look, postings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    post(employer="\n  name: Acme Care\n  logo: l.svg")
    (postings / "l.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    known = {one.source.path: one.source for one in look().openings}
    (postings / "l.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9"/>', encoding="utf-8")
    monkeypatch.setattr("jdgen.pipeline.site_survey.parse_posting", lambda *_words: pytest.fail("was parsed again"))

    found = look(remembered=known).openings[0]

    assert found.source.logo is not None
    assert b'width="9"' in found.source.logo.content


def test_it_is_the_same_with_two_processes(post: Callable, look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5):
        post(f"A-{number}")
    alone = look()
    monkeypatch.setattr(executors, "_WORTH_A_POOL", 1)
    monkeypatch.setattr(executors, "_processors", lambda: 2)

    assert alone == look()
    assert alone == pickle.loads(pickle.dumps(alone))  # noqa: S301 - our own


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            {"title": "Nurse Case Manager"},
            "A-1.md: the title is `Nurse Case Manager`, and `A-1` was published as `Hospital Case Manager`; what was published does not change",
        ),
        (
            {"id": "a-1"},
            "A-1.md: the id is `a-1`, and `A-1` was published as `A-1`; what was published does not change",
        ),
    ],
)
def test_a_title_and_an_id_that_are_out_never_change(
    post: Callable, posting_text: Callable, build: Callable, files: Callable, changes: dict, said: str
) -> None:
    path = post()
    build()
    before = files()
    path.write_text(posting_text(**changes), encoding="utf-8")

    problems = problems_of(build)

    assert problems == [f"{path.parent}/{said}"]
    assert before == files()


def test_a_page_keeps_its_address_that_stands_in_the_record(
    post: Callable, build: Callable, files: Callable, postings: Path
) -> None:
    (postings / PUBLISHED).write_text(
        "id,title,employer,page,posted,changed,closed,digest\n"
        "A-1,Hospital Case Manager,Acme Care,an-older-address,2026-11-20,2026-11-20,,0\n",
        encoding="utf-8",
    )
    post()

    build()

    assert [name for name in files() if name.startswith("jobs/")] == ["jobs/an-older-address.html"]


def test_two_openings_whose_names_would_be_the_same_have_two_pages(
    post: Callable, build: Callable, files: Callable
) -> None:
    post("A", title="Nurse B")
    post("B-A", title="Nurse")
    build()
    first = files()
    post("C")

    build()

    pages = {name for name in first if name.startswith("jobs/")}
    assert len(pages) == 2
    assert "jobs/nurse-b-a.html" in pages
    assert {name: first[name] for name in pages} == {name: files()[name] for name in pages}


def test_all_problems_of_all_postings_show_at_once_and_the_old_site_stays(
    post: Callable, build: Callable, files: Callable, postings: Path
) -> None:
    post()
    build()
    before, record = files(), (postings / PUBLISHED).read_bytes()
    post("A-2", pay="9-8/hour")
    post("A-3", titel="x")
    post("A-4", employer="\n  name: Acme\n  logo: none.svg")
    post("a-1", name="twin.md")

    said = problems_of(build)

    assert [line.rpartition(": ")[0].removeprefix(f"{postings}/").partition(": ")[0] for line in said] == [
        "A-2.md:11:1",
        "A-3.md:19:1",
        "none.svg",
        "twin.md",
    ]
    assert before == files()
    assert record == (postings / PUBLISHED).read_bytes()
