"""A folder of postings becomes a careers site, and what was published stays published as it was."""

import re
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest

from jdgen.errors import InputErrors
from jdgen.load.publications import PUBLISHED, read_publications
from jdgen.pipeline import executors, site_opening
from jdgen.pipeline.site import _Builder
from jdgen.pipeline.write import Result

PAGE = "jobs/hospital-case-manager-a-1.html"
FEEDS = ("feed.xml", "feed.json", "indeed.xml", "linkedin.xml")
LINK = re.compile(r'(?:href|src)="([^"#?:]+)(?:[#?][^"]*)?"')


def problems_of(action: Callable[[], object]) -> list[str]:
    with pytest.raises(InputErrors) as raised:
        action()
    return [str(problem) for problem in raised.value.problems]


def interrupt(*_words: object) -> None:
    raise KeyboardInterrupt


def mentions(files: dict[str, bytes], slug: str) -> set[str]:
    """Return the files that name an opening by its page, or by the id at the end of that; LinkedIn's feed names no page."""
    identity = slug[-3:].upper()
    return {
        name
        for name, content in files.items()
        if slug.encode() in content or (name == "linkedin.xml" and identity.encode() in content)
    }


def test_every_opening_has_a_page_and_stands_in_lists_feeds_and_sitemap(
    post: Callable, build: Callable, files: Callable
) -> None:
    post()

    built = build()

    assert (built.opened, built.closed, built.blocked, built.faulty, built.notes) == (1, 0, {}, (), ())
    assert mentions(files(), "hospital-case-manager-a-1") >= {"index.html", "search/1.js", "sitemap.xml", PAGE, *FEEDS}
    assert b"application/ld+json" in files()[PAGE]


def test_a_closed_opening_that_is_gone_keeps_its_page_and_nothing_else(
    post: Callable, build: Callable, files: Callable
) -> None:
    post()
    post("A-2", title="Nurse Case Manager")
    build()
    post("A-2").unlink()

    built = build("2026-11-25")

    page = files()["jobs/nurse-case-manager-a-2.html"].decode()
    assert (built.opened, built.closed) == (1, 1)
    assert "This opening closed on November 25, 2026." in page
    assert "ld+json" not in page
    assert mentions(files(), "nurse-case-manager-a-2") == {"jobs/nurse-case-manager-a-2.html"}


@pytest.mark.parametrize(
    ("facts", "day", "said"),
    [
        ({"filled": "2026-11-23"}, "2026-11-23", "This position has been filled."),
        ({}, "2027-01-01", "This opening closed on December 31, 2026."),
    ],
)
def test_a_filled_or_closed_opening_keeps_its_words_without_markup(
    post: Callable, build: Callable, files: Callable, facts: dict, day: str, said: str
) -> None:
    post()
    build()
    post(**facts)

    built = build(day)

    page = files()[PAGE].decode()
    assert (built.opened, built.closed) == (0, 1)
    assert said in page
    assert "You plan discharges with patients" in page
    assert "ld+json" not in page
    assert mentions(files(), "hospital-case-manager-a-1") == {PAGE}


def test_people_can_apply_on_the_last_day_and_until_the_day_it_is_filled(post: Callable, build: Callable) -> None:
    post(filled="2027-01-15", closes="2026-12-31")

    built = build("2026-12-31")

    assert (built.opened, built.blocked) == (1, {})


@pytest.mark.parametrize("gone", ["file", "filled", "closed"])
def test_an_opening_that_is_open_again_comes_back_with_its_first_day(
    post: Callable, build: Callable, files: Callable, postings: Path, gone: str
) -> None:
    path = post()
    build()
    day = "2027-01-05" if gone == "closed" else "2026-11-23"
    if gone == "file":
        path.unlink()
    else:
        post(filled="2026-11-23" if gone == "filled" else None)
    assert build(day).closed == 1
    post(closes="2027-02-28")

    built = build("2027-01-06")

    assert built.opened == 1
    assert b"ld+json" in files()[PAGE]
    assert {"index.html", *FEEDS, "sitemap.xml"} <= mentions(files(), "hospital-case-manager-a-1")
    assert f"{PAGE[5:-5]},2026-11-20,2027-01-06,," in (postings / PUBLISHED).read_text(encoding="utf-8")


def test_the_day_of_first_publication_stays_everywhere_when_the_file_says_another(
    post: Callable, build: Callable, files: Callable, postings: Path
) -> None:
    post()
    build()
    record = (postings / PUBLISHED).read_bytes()
    first = files()
    post(posted="2026-12-05")

    built = build("2026-12-05")

    assert built.notes == (
        "`published.csv` knows another day of first publication, which stays: A-1 (November 20, 2026)",
    )
    assert record == (postings / PUBLISHED).read_bytes()
    assert first[PAGE] == files()[PAGE]
    assert b'"datePosted":"2026-11-20"' in files()[PAGE].replace(b" ", b"")
    assert first["sitemap.xml"] == files()["sitemap.xml"]
    assert mentions(files(), "2026-12-05T") == set()
    assert b"2026-11-20" in files()["indeed.xml"] + files()["linkedin.xml"]
    assert built.blocked == {}


def test_an_opening_without_a_day_was_first_published_on_the_day_of_the_site(
    post: Callable, build: Callable, files: Callable
) -> None:
    post(posted=None)

    built = build("2026-11-22")
    again = build("2026-11-29")

    assert (built.blocked, again.blocked) == ({}, {})
    assert b'"datePosted":"2026-11-22"' in files()[PAGE].replace(b" ", b"")


def test_a_page_edited_by_hand_is_refused_and_force_writes_it(
    post: Callable, build: Callable, files: Callable, site: Path, postings: Path
) -> None:
    post()
    build()
    before = files()
    (site / PAGE).write_bytes(b"mine")
    post("A-2")

    said = problems_of(build)
    kept = (site / PAGE).read_bytes()
    record = (postings / PUBLISHED).read_text(encoding="utf-8")
    build(force=True)

    assert said == [f"{site / PAGE}: was edited by hand, or not written by jdgen, so nothing was written"]
    assert kept == b"mine"
    assert "A-2" not in record
    assert before[PAGE] == files()[PAGE]


def test_lists_nobody_needs_any_more_are_removed_and_edited_ones_stay(
    post: Callable, build: Callable, files: Callable, site: Path
) -> None:
    post()
    post("A-2", employer="\n  name: Birch Care", location="Austin, TX", specialization="hospice")
    post("A-3", employer="\n  name: Cedar Care", location="Boise, ID", specialization="rn")
    build()
    assert {"employers/birch-care.html", "places/texas.html", "specializations/hospice.html", "employers.html"} <= set(
        files()
    )
    (site / "places" / "idaho.html").write_bytes(b"mine")
    for name in ("A-2", "A-3"):
        post(name, filled="2026-11-22", employer="\n  name: Acme Care", specialization="hospital")

    built = build()

    assert {
        name for name in files() if name.partition("/")[0] in {"places", "specializations"} or "employers" in name
    } == {
        "employers/acme-care.html",
        "places/colorado.html",
        "places/idaho.html",
        "specializations/hospital.html",
    }
    assert "places/texas.html" in built.written.removed
    assert files()["places/idaho.html"] == b"mine"


def test_the_pdf_of_an_opening_goes_when_it_closes(
    post: Callable, build: Callable, files: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site_opening, "_pdf", lambda *_words: (b"%PDF", None))
    post()
    build(with_pdf=True)
    assert files()["jobs/hospital-case-manager-a-1.pdf"] == b"%PDF"
    post(filled="2026-11-22")

    build(with_pdf=True)

    assert "jobs/hospital-case-manager-a-1.pdf" not in files()
    assert PAGE in files()


@pytest.mark.parametrize("end", [KeyboardInterrupt, MemoryError])
def test_a_run_that_ends_in_the_middle_leaves_the_old_site_whole(
    post: Callable,
    build: Callable,
    files: Callable,
    postings: Path,
    monkeypatch: pytest.MonkeyPatch,
    end: type[BaseException],
) -> None:
    post()
    build()
    before, record = files(), (postings / PUBLISHED).read_bytes()
    post("A-2")

    def stop(_builder: object) -> object:
        yield Result(PAGE, b"half")
        raise end

    with monkeypatch.context() as patch:
        patch.setattr(_Builder, "results", stop)
        with pytest.raises(end):
            build()

    assert before == files()
    assert record == (postings / PUBLISHED).read_bytes()
    assert build().opened == 2


def test_what_is_published_is_recorded_before_a_file_has_its_place(
    post: Callable, build: Callable, files: Callable, postings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    post(posted=None)

    with monkeypatch.context() as patch:
        patch.setattr("jdgen.pipeline.write._put_in_place", interrupt)
        with pytest.raises(KeyboardInterrupt):
            build()
    build("2026-12-01")

    assert str(read_publications(postings)["a-1"].posted) == "2026-11-22"


def test_a_record_that_cannot_be_written_stops_all(
    post: Callable, build: Callable, files: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jdgen.pipeline.site.write_report", interrupt)
    post()

    with pytest.raises(KeyboardInterrupt):
        build()
    assert files() == {}


def test_the_same_postings_make_the_same_bytes_with_one_process_and_with_two(
    post: Callable, build: Callable, files: Callable, tmp_path: Path, postings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(6):
        post(f"A-{number}")
    build()
    first, record = files(), (postings / PUBLISHED).read_bytes()
    (postings / PUBLISHED).unlink()
    monkeypatch.setattr(executors, "_WORTH_A_POOL", 1)
    monkeypatch.setattr(executors, "_CHUNK", 1)
    monkeypatch.setattr(executors, "_processors", lambda: 2)

    build(output=tmp_path / "second")

    assert first == files(tmp_path / "second")
    assert record == (postings / PUBLISHED).read_bytes()


def test_every_link_inside_the_site_leads_somewhere(
    post: Callable, build: Callable, files: Callable, site: Path
) -> None:
    post(employer="\n  name: Acme Care\n  brand_color: '#1f5f6b'")
    post("A-2", employer="\n  name: Birch Care\n  brand_color: '#7a1f5f'", location="Remote (TX)", workplace="remote")
    post("A-3", employer="\n  name: Cedar Care\n  brand_color: '#335522'", filled="2026-11-21")
    gone = post("A-4", employer="\n  name: Dogwood Care\n  brand_color: '#552233'")
    build()
    gone.unlink()
    build()

    pages = {name: text.decode() for name, text in files().items() if name.endswith(".html")}
    broken = [
        (name, link)
        for name, text in pages.items()
        for link in LINK.findall(text)
        if not (site / name).parent.joinpath(unquote(link)).exists()
    ]

    assert sum(len(LINK.findall(text)) for text in pages.values()) > 50
    assert broken == []


def test_the_site_may_lie_inside_the_folder_of_postings(
    post: Callable, build: Callable, postings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    post()
    monkeypatch.chdir(postings.parent)

    first = build(folder=Path("postings"), output=Path("postings/public"))
    second = build(folder=Path("postings"), output=Path("postings/public"))

    assert (first.opened, second.opened) == (1, 1)
    assert second.written.changed == ()


def test_the_files_of_many_openings_are_not_kept_in_memory(
    post: Callable, build: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site_opening, "_pdf", lambda *_words: (bytes(2_000_000), None))
    for number in range(12):
        post(f"A-{number}")
    build()
    tracemalloc.start()

    build(with_pdf=True)

    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 12_000_000
