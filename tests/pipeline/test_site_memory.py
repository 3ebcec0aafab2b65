"""Nothing is made twice that did not change, and what comes out is the same as if everything had been made anew."""

import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import jdgen.pipeline.site as site_pipeline
from jdgen.audit.ruleset import Ruleset
from jdgen.errors import EnvironmentProblem
from jdgen.load.project import open_workspace
from jdgen.pipeline import site_memory, site_opening
from jdgen.pipeline.ledger import LEDGER
from jdgen.pipeline.site import SiteOrder, build_site
from jdgen.pipeline.site_memory import SiteMemory, code_stamp

PAGE = "jobs/hospital-case-manager-a-1.html"
WORDS = """
- **Location:** Denver, Colorado

You plan discharges with patients and their families for $38.50 to $52.00 an hour, and you follow each of them for thirty days.

Apply by November 30, 2026.
"""


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the ids of the openings that were made, as long as one process makes them."""
    ids: list[str] = []
    real = site_opening.make_opening

    def noting(workshop: object, surveyed: object) -> object:
        ids.append(surveyed.facts.id)
        return real(workshop, surveyed)

    monkeypatch.setattr(site_pipeline, "make_opening", noting)
    return ids


def times(site: Path) -> dict[str, int]:
    return {str(path.relative_to(site)): path.stat().st_mtime_ns for path in site.rglob("*") if path.is_file()}


def test_a_second_run_makes_and_writes_nothing(post: Callable, build: Callable, site: Path, made: list[str]) -> None:
    post()
    post("A-2", filled="2026-11-22")
    post("A-3").unlink()
    first, before = build(), times(site)

    second = build()

    assert made == ["A-1", "A-2"]
    assert before == times(site)
    assert (second.written.changed, second.written.removed) == ((), ())
    assert second.written.paths == first.written.paths
    assert second._replace(written=None) == first._replace(written=None)


def test_of_one_changed_posting_only_its_page_lists_and_feeds_are_written(
    post: Callable, build: Callable, made: list[str]
) -> None:
    for number in (1, 2, 3):
        post(f"A-{number}")
    build()
    post("A-2", pay="41-50/hour")

    built = build()

    assert made == ["A-1", "A-2", "A-3", "A-2"]
    assert [name for name in built.written.changed if name.startswith("jobs/")] == [
        "jobs/hospital-case-manager-a-2.html"
    ]
    assert "indeed.xml" in built.written.changed
    assert "index.html" in built.written.changed
    assert not {name for name in built.written.changed if name.startswith(("assets/", "robots"))}


def test_a_new_day_makes_an_opening_again_only_after_a_day_it_names(
    post: Callable, build: Callable, made: list[str]
) -> None:
    post(closes="2026-12-05")
    for day in ("2026-11-22", "2026-11-30", "2026-12-05"):
        build(day)
    before = list(made)

    build("2026-12-06")

    assert before == ["A-1"]
    assert made == ["A-1", "A-1"]


def test_words_that_name_a_deadline_are_judged_again_after_it(post: Callable, build: Callable) -> None:
    post(closes=None, body=WORDS)

    before, after = build("2026-11-30"), build("2026-12-01")

    assert "google" not in before.blocked
    assert "google" in after.blocked


@pytest.mark.parametrize("name", [PAGE, "logos/"])
def test_a_file_deleted_by_hand_is_made_again(
    post: Callable, build: Callable, files: Callable, site: Path, postings: Path, name: str
) -> None:
    (postings / "l.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    post(employer="\n  name: Acme Care\n  logo: l.svg")
    build()
    before = files()
    (lost,) = (path for path in before if path.startswith(name))
    (site / lost).unlink()

    built = build()

    assert built.written.changed == (lost,)
    assert before == files()


@pytest.mark.parametrize("lost", ["memory", "site", "ledger", "damaged memory"])
def test_without_a_memory_everything_is_made_again_and_comes_out_the_same(
    post: Callable, build: Callable, files: Callable, site: Path, monkeypatch: pytest.MonkeyPatch, lost: str
) -> None:
    cache = site.with_name("cache")
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    post()
    post("A-2")
    build()
    before = files()
    (memory,) = (cache / "jdgen").glob("site-*")
    if lost == "memory":
        memory.unlink()
    elif lost == "damaged memory":
        memory.write_bytes(memory.read_bytes()[:-9])
    elif lost == "ledger":
        (site / LEDGER).unlink()
    else:
        site.rename(site.with_name("away"))

    built = build()

    assert before == files()
    assert built.opened == 2


@pytest.mark.parametrize("change", ["address", "name", "email", "logo", "law", "code", "template"])
def test_whatever_an_opening_is_made_of_makes_it_again(
    post: Callable, build: Callable, postings: Path, made: list[str], monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    logo, templates = postings / "l.svg", postings / "templates"
    (postings / "jdgen.yaml").write_text("paper: letter\n", encoding="utf-8")
    templates.mkdir()
    logo.write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    post(employer="\n  name: Acme Care\n  logo: l.svg")
    build()
    changes: dict[str, object] = {}
    if change == "address":
        changes["base_url"] = "https://other.example/"
    elif change == "name":
        changes["name"] = "Other"
    elif change == "email":
        changes["poster_email"] = "a@acme.example"
    elif change == "logo":
        logo.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="3"/>', encoding="utf-8")
    elif change == "law":
        monkeypatch.setattr(site_memory, "_law", lambda _rules, _day: iter(["another.rule error"]))
    elif change == "code":
        monkeypatch.setattr(site_memory, "version", lambda _package: "0.0")
    else:
        (templates / "own.md.j2").write_text("# x\n", encoding="utf-8")

    build(**changes)

    assert made == ["A-1", "A-1"]


def test_another_release_reads_no_facts_an_older_one_kept(
    post: Callable, build: Callable, site: Path, postings: Path
) -> None:
    post()
    build()
    workspace = open_workspace(postings)
    assert SiteMemory(site, workspace).sources()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(site_memory, "version", lambda _package: "0.0")
        kept = SiteMemory(site, workspace).sources()

    assert kept == {}


def test_a_rule_that_comes_into_force_or_is_switched_off_is_seen(shipped_rules: Ruleset) -> None:
    some = next(rule for rule in shipped_rules.rules if rule.effective_from and rule.effective_from > date(2026, 1, 1))
    start = some.effective_from

    before = set(site_memory._law(shipped_rules, start.replace(year=2025)))
    after = set(site_memory._law(shipped_rules, start))
    without = set(site_memory._law(shipped_rules.change(off=frozenset({some.id})), start))

    assert f"{some.id} {some.severity}" in after - before
    assert f"{some.id} {some.severity}" not in without


def test_an_opening_with_a_fault_or_without_its_pdf_is_made_again(
    post: Callable, build: Callable, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    post()
    monkeypatch.setattr(site_opening, "_pdf", lambda *_words: (None, EnvironmentProblem("no Pango")))
    assert build(with_pdf=True).lacking
    monkeypatch.setattr(site_opening, "_pdf", lambda *_words: (b"%PDF", None))

    built = build(with_pdf=True)

    assert made == ["A-1", "A-1"]
    assert built.lacking is None
    assert "jobs/hospital-case-manager-a-1.pdf" in built.written.changed


def test_openings_that_are_gone_are_forgotten_and_logos_are_not_kept(
    post: Callable, build: Callable, site: Path, postings: Path
) -> None:
    (postings / "l.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    kept = post(employer="\n  name: Acme Care\n  logo: l.svg")
    gone = post("A-2")
    build()
    gone.unlink()
    build()

    sources = SiteMemory(site, open_workspace(postings)).sources()

    assert set(sources) == {kept}
    assert sources[kept].logo is None


def test_the_stamp_of_the_code_is_the_same_twice(postings: Path) -> None:
    assert code_stamp(open_workspace(postings)) == code_stamp(open_workspace(postings))


CHANGES: dict[str, dict[str, str | None]] = {
    "open": {},
    "better paid": {"pay": "41-50/hour"},
    "rendered again": {"posted": "2026-11-23"},
    "elsewhere": {"location": "Austin, TX", "employer": "\n  name: Birch Care"},
    "without a way to apply": {"apply": None},
    "filled": {"filled": "2026-11-22"},
    "closing": {"closes": "2026-11-24"},
    "later": {"posted": "2026-11-24"},
    "internal": {"template": "internal"},
}
STATES = st.lists(st.sampled_from(["gone", *CHANGES]), min_size=3, max_size=3)


def build_all(folder: Path, output: Path, day: int) -> dict[str, bytes]:
    order = SiteOrder(folder, output, "https://careers.acme.example/", date(2026, 11, day), with_pdf=False)
    build_site(order, open_workspace(folder))
    return {
        str(path.relative_to(output)): path.read_bytes()
        for path in output.rglob("*")
        if path.is_file() and path.name != LEDGER
    }


@pytest.fixture(scope="module")
def quick(shipped_rules: Ruleset) -> Iterator[None]:
    """Take the rules every test shares, and the code for unchanged."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (site_pipeline, site_opening):
            patch.setattr(module, "load_ruleset", lambda _workspace: shipped_rules)
        patch.setattr(site_memory, "code_stamp", lambda _workspace: "the same")
        yield


@pytest.mark.usefixtures("quick")
@settings(max_examples=20)
@given(steps=st.lists(STATES, min_size=2, max_size=3))
def test_a_site_that_was_changed_ends_as_one_built_anew(posting_text: Callable, steps: list[list[str]]) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary, "postings")
        folder.mkdir()
        (folder / "A-0.md").write_text(posting_text(id="A-0"), encoding="utf-8")
        for day, states in enumerate(steps, 22):
            for number, state in enumerate(states, 1):
                path = folder / f"A-{number}.md"
                path.unlink(missing_ok=True)
                if state != "gone":
                    path.write_text(posting_text(id=f"A-{number}", **CHANGES[state]), encoding="utf-8")
            changed = build_all(folder, Path(temporary, "site"), day)

        anew = build_all(folder, Path(temporary, "anew"), day)

        assert changed == anew
