"""`jdgen site`: a folder of postings in, a careers site out; what is said, where, and how it ends."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from jdgen.errors import EnvironmentProblem
from jdgen.pipeline import executors, site, site_opening

USAGE, INPUT, OURS = 2, 3, 4
BASE = ("--base-url", "https://careers.cedarridge.example/", "--date", "2026-11-22")
PAGE = "jobs/hospital-case-manager-cr-1042.html"
HEAD = "id,title,employer,page,posted,changed,closed,digest\n"
DRAFT = (
    "note: indeed.xml is a draft: Indeed has not confirmed date last-day as YYYY-MM-DD "
    "note: linkedin.xml is a draft: LinkedIn has not confirmed date first-day as MM/DD/YYYY, date last-day as MM/DD/YYYY, and "
    "pay-amount with-cents as 1.00 "
)


@pytest.fixture
def postings(run: Callable, sample: Path) -> Path:
    """Return a folder with the posting of the sample."""
    assert run("render", "requisition.yaml", "-f", "md", "-o", "postings", "--date", "2026-11-20").code == 0
    return sample / "postings"


@pytest.fixture
def build(run: Callable, postings: Path) -> Callable:
    """Return a function that builds the site of the sample, without PDF."""
    return lambda *words: run("site", "postings", "-o", "public", *BASE, "--no-pdf", *words)


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def change(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def test_data_and_talk_stand_apart(build: Callable) -> None:
    code, out, err = build("--poster-email", "jobs@cedarridge.example")

    number = len(contents(Path("public"))) - 1
    assert (code, out) == (0, "public/index.html\n")
    assert (
        " ".join(err.split())
        == f"{DRAFT}note: 1 open position, 0 closed; indeed.xml holds 1, linkedin.xml 1; {number} of {number} files written"
    )


def test_a_second_run_writes_nothing(build: Callable) -> None:
    build()
    before = contents(Path("public"))

    made = build()

    assert (made.code, made.out) == (0, "public/index.html\n")
    assert made.said.endswith(f"; 0 of {len(before) - 1} files written")
    assert before == contents(Path("public"))


def test_a_board_that_would_refuse_an_opening_is_named_with_its_reason(build: Callable) -> None:
    made = build()

    assert made.code == 0
    assert (
        "CR-1042: not in linkedin.xml: it names no email address of whoever posts it (`apply: email`, or `--poster-email` for the whole site) (l01) "
        in made.said
    )


def test_openings_kept_out_for_the_same_reason_are_told_together(build: Callable, postings: Path) -> None:
    text = (postings / "CR-1042.md").read_text(encoding="utf-8")
    without = text[: text.index("apply:\n")] + text[text.index("---\n\n# ") :]
    for number in range(7):
        (postings / f"{number}.md").write_text(without.replace("id: CR-1042", f"id: B-{number}"), encoding="utf-8")

    made = build("--poster-email", "jobs@cedarridge.example")

    some = "warning: B-0, B-1, B-2, and 4 others: "
    assert made.code == 0
    assert f"{some}carries no structured data for Google: it does not say how to apply (`apply`) " in made.said
    assert f"{some}not in indeed.xml: it does not say how to apply (`apply`) (i12)" in made.said
    assert made.err.count("warning: ") == 3


def test_one_more_opening_than_are_named_is_one_other(build: Callable, postings: Path) -> None:
    for number in range(3):
        text = (postings / "CR-1042.md").read_text(encoding="utf-8")
        (postings / f"{number}.md").write_text(text.replace("id: CR-1042", f"id: B-{number}"), encoding="utf-8")

    assert "B-2, and 1 other: not in linkedin.xml: " in build().err


def test_what_the_audit_finds_is_told_with_the_command_that_shows_it(build: Callable, postings: Path) -> None:
    change(postings / "CR-1042.md", "\n## ", "\nWe want a young and energetic nurse.\n\n## ")

    code, _, err = build()

    assert code == 0
    assert "`jdgen check` finds errors in CR-1042\n  hint: see them with `jdgen check postings/CR-1042.md`\n" in err


def test_a_new_title_writes_nothing_and_names_file_and_repair(build: Callable, postings: Path) -> None:
    build()
    before = contents(Path.cwd())
    change(postings / "CR-1042.md", "title: Hospital Case Manager\n", "title: Nurse Case Manager\n")
    before["postings/CR-1042.md"] = (postings / "CR-1042.md").read_bytes()

    code, out, err = build()

    assert (code, out) == (INPUT, "")
    assert err == (
        "postings/CR-1042.md: the title is `Nurse Case Manager`, and `CR-1042` was published as `Hospital Case Manager`; "
        "what was published does not change\n\n"
        "hint: bring the title back, or give the posting a new id; what was published stands in `published.csv`\n\n"
    )
    assert before == contents(Path.cwd())


def test_a_posting_rendered_again_changes_only_the_day_of_feeds(run: Callable, build: Callable, postings: Path) -> None:
    build()
    before = contents(Path("public"))
    record = (postings / "published.csv").read_bytes()
    assert run("render", "requisition.yaml", "-f", "md", "-o", "postings", "--set", "posted=2026-11-29").code == 0

    made = build("--date", "2026-11-29")

    after = contents(Path("public"))
    assert made.code == 0
    assert "knows another day of first publication, which stays: CR-1042 (November 22, 2026)" in made.said
    assert record == (postings / "published.csv").read_bytes()
    assert {name for name in before if before[name] != after[name]} <= {
        ".jdgen.json",
        "feed.xml",
        "indeed.xml",
        "linkedin.xml",
    }


def test_a_page_edited_by_hand_is_kept_until_forced(build: Callable) -> None:
    build()
    page = Path("public", PAGE)
    made = page.read_bytes()
    page.write_bytes(b"mine")

    refused, kept, forced = build(), page.read_bytes(), build("--force")

    assert (refused.code, refused.out) == (INPUT, "")
    assert f"public/{PAGE}: was edited by hand, or not written by jdgen, so nothing was written" in refused.err
    assert kept == b"mine"
    assert (forced.code, page.read_bytes()) == (0, made)


def test_a_machine_without_pango_makes_the_site_without_pdf(
    run: Callable, postings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lack(*_words: object) -> None:
        raise EnvironmentProblem("a PDF needs the Pango library, which this machine lacks", hint="install it")

    monkeypatch.setattr(site_opening, "render_paper", lack)

    code, out, err = run("site", "postings", "-o", "public", *BASE)

    assert (code, out) == (OURS, "public/index.html\n")
    assert err.endswith("a PDF needs the Pango library, which this machine lacks\n\nhint: install it\n\n")
    assert PAGE in contents(Path("public"))
    assert b".pdf" not in Path("public", PAGE).read_bytes()


def test_a_page_offers_the_pdf(run: Callable, postings: Path) -> None:
    code, _, _ = run("site", "postings", "-o", "public", *BASE, "--paper", "a4")

    assert code == 0
    assert Path("public/jobs/hospital-case-manager-cr-1042.pdf").read_bytes().startswith(b"%PDF")
    assert b"hospital-case-manager-cr-1042.pdf" in Path("public", PAGE).read_bytes()


def test_a_process_that_is_killed_ends_in_one_sentence(
    build: Callable, postings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (postings / "B.md").write_bytes((postings / "CR-1042.md").read_bytes().replace(b"id: CR-1042", b"id: B-1"))
    monkeypatch.setattr(executors, "_WORTH_A_POOL", 1)
    monkeypatch.setattr(executors, "_processors", lambda: 2)
    monkeypatch.setattr(site, "make_opening", die)

    code, out, err = build()

    assert (code, out) == (OURS, "")
    assert err.startswith("a process that shared the work was ended from outside, so nothing was written\n\nhint: ")
    assert contents(Path("public")) == {}
    assert not (postings / "published.csv").exists()


def die(_workshop: object, _surveyed: object) -> None:
    """End as a process does that the system kills."""
    import os

    os._exit(9)


@pytest.mark.parametrize(
    ("address", "whole"),
    [
        ("https://careers.acme.example", "https://careers.acme.example/"),
        ("http://acme.example:8080/jobs", "http://acme.example:8080/jobs/"),
        ("https://acme.example/a/%C3%A9t%C3%A9/", "https://acme.example/a/%C3%A9t%C3%A9/"),
        ("HTTPS://ACME.example/Jobs/", "HTTPS://ACME.example/Jobs/"),
        ("http://[::1]:8000/", "http://[::1]:8000/"),
    ],
)
def test_any_address_of_a_site_will_do(build: Callable, address: str, whole: str) -> None:
    assert build("--base-url", address).code == 0

    page = Path("public", PAGE).read_text(encoding="utf-8")
    assert f'<link rel="canonical" href="{whole}{PAGE}">' in page
    assert f"Sitemap: {whole}sitemap.xml" in Path("public/robots.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "address",
    [
        "",
        "careers.acme.example",
        "ftp://acme.example/",
        "https://",
        "https:///jobs",
        "https://acme.example/?site=1",
        "https://acme.example/?",
        "https://acme.example/#",
        "https://acme .example/",
        "https://acme.example/a\nb",
        'https://acme.example/"onload="x',
        "https://acme.example/<script>",
        "https://user:secret@acme.example/",
        "http://[::1",
        "https://acme.example:port/",
        "https://m\u00fcnchen.example/",
        "javascript:alert(1)",
    ],
)
def test_what_can_be_no_address_of_a_site_is_refused(build: Callable, address: str) -> None:
    code, out, err = build("--base-url", address)

    assert (code, out) == (USAGE, "")
    assert err == (
        f"`--base-url` is `{address}`, expected the address the site will have\n\n"
        "hint: write it as `https://www.example.org/careers/`\n\n"
    )
    assert not Path("public").exists()


@dataclass(frozen=True)
class Misuse:
    """Words of the command, how it must end, and files put there first."""

    words: str
    code: int
    said: tuple[str, ...]
    files: dict[str, str | bytes] = field(default_factory=dict)


SITE = "site postings -o public --base-url https://acme.example/ --no-pdf"
MISUSES = {
    "nothing": Misuse("site", USAGE, ("Missing argument 'DIR_OF_POSTINGS'",)),
    "no output": Misuse("site postings --base-url https://acme.example/", USAGE, ("Missing option '-o'",)),
    "no address": Misuse("site postings -o public", USAGE, ("Missing option '--base-url'",)),
    "missing folder": Misuse("site postngs -o public --base-url https://acme.example/", USAGE, ("'postngs' does not exist",)),
    "a file": Misuse("site requisition.yaml -o public --base-url https://acme.example/", USAGE, ("'requisition.yaml' is a file",)),
    "output is a file": Misuse("site postings -o logo.svg --base-url https://acme.example/", USAGE, ("'logo.svg' is a file",)),
    "output below a file": Misuse(SITE.replace("public", "logo.svg/x"), OURS, ("cannot write into `logo.svg/x`: ",)),
    "no date": Misuse(f"{SITE} --date soon", USAGE, ("--date", "soon")),
    "empty folder": Misuse(SITE.replace("postings", "empty"), USAGE, ("there is no opening to publish in `empty`",), {"empty/x.html": ""}),
    "nothing but notes": Misuse(SITE.replace("postings", "empty"), USAGE, ("left out, since a posting starts", "a.md"), {"empty/a.md": "# x\n"}),
    "several broken postings": Misuse(
        SITE, INPUT, ("postings/a.md:2:1: missing `id`", "postings/b.md:1:1: the front matter has no end"),
        {"postings/a.md": "---\ntitle: A\n---\n", "postings/b.md": "---"},
    ),
    "a posting of another encoding": Misuse(SITE, INPUT, ("postings/a.md:1:3: byte 0xE8 is not UTF-8",), {"postings/a.md": b"# \xe8"}),
    "missing logo": Misuse(SITE, INPUT, ("none.svg: the logo cannot be read",), {"postings/a.md": "---\nid: A\ntitle: B\nemployer: {name: C, logo: none.svg}\n---\n"}),
    "broken record": Misuse(SITE, INPUT, ("postings/published.csv:2: `posted` is `soon`",), {"postings/published.csv": f"{HEAD}A,B,C,d,soon,2026-11-22,,x\n"}),
    "record of a merge": Misuse(SITE, INPUT, ("postings/published.csv:2: the merge of two versions",), {"postings/published.csv": f"{HEAD}<<<<<<< HEAD\n"}),
    "record with other columns": Misuse(SITE, INPUT, ("postings/published.csv:1: the columns are a, b",), {"postings/published.csv": "a,b\n"}),
    "files of somebody else": Misuse(SITE, INPUT, ("public/index.html: was edited by hand, or not written by jdgen",), {"public/index.html": "mine"}),
    "a damaged ledger": Misuse(SITE, INPUT, ("public/.jdgen.json: is damaged", "--force"), {"public/.jdgen.json": "{"}),
    "broken rule": Misuse(SITE, INPUT, ("rules/a.yaml:1:1: ",), {"rules/a.yaml": "rulez: []\n"}),
}  # fmt: skip


@pytest.mark.parametrize("name", MISUSES)
def test_misuse_is_explained(run: Callable, sample: Path, name: str) -> None:
    misuse = MISUSES[name]
    (sample / "postings").mkdir()
    text = "---\nid: CR-1\ntitle: Nurse\nemployer:\n  name: Acme\n---\n\n# Nurse\n\nWe visit families.\n"
    for path, content in ({"postings/CR-1.md": text} | misuse.files).items():
        (sample / path).parent.mkdir(parents=True, exist_ok=True)
        (sample / path).write_bytes(content if isinstance(content, bytes) else content.encode())
    before = contents(sample)

    code, out, err = run(*misuse.words.split())

    assert (code, out) == (misuse.code, "")
    assert [words for words in misuse.said if words not in err] == [], err
    assert "Traceback" not in err
    assert "made a mistake" not in err
    assert before == contents(sample)


def test_an_opening_whose_file_is_gone_is_named(build: Callable, postings: Path) -> None:
    (postings / "CR-2.md").write_text((postings / "CR-1042.md").read_text().replace("CR-1042", "CR-2"))
    build()
    (postings / "CR-2.md").unlink()
    assert "warning: CR-2: its file is gone, so the opening is closed from now on\n" in build().err
    assert "its file is gone" not in build().err


def test_a_published_posting_that_lost_its_first_line_stops_the_run(build: Callable, postings: Path) -> None:
    build()
    change(postings / "CR-1042.md", "---\njdgen", "jdgen")

    code, _, err = build()

    assert (code, "CR-1042.md:1:1: no front matter" in err) == (INPUT, True)


@pytest.mark.parametrize("output", ["postings", "."])
def test_a_folder_that_holds_other_things_is_no_place_for_a_site(run: Callable, postings: Path, output: str) -> None:
    code, _, err = run("site", "postings", "-o", output, *BASE, "--no-pdf")

    assert (code, err.partition(":")[0]) == (USAGE, f"`{output}` is no folder for a site")


def test_a_second_record_of_the_same_openings_is_refused(run: Callable, build: Callable) -> None:
    build()

    code, _, err = run("site", ".", "-o", "public2", *BASE, "--no-pdf")

    assert (code, "`postings/published.csv` keeps what was published from `postings`" in err) == (USAGE, True)


def test_a_record_that_is_missing_is_told(build: Callable, postings: Path) -> None:
    build()
    (postings / "published.csv").unlink()
    assert "`postings/published.csv` is missing, though `public` holds a site" in build().err
