"""Old postings become posting files: what is stated is kept, what is not is listed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from jdgen.errors import InputError
from jdgen.load.postings import parse_posting
from jdgen.load.search import search_path
from jdgen.model.posting import Posting
from jdgen.pipeline.importing import CredentialRows, Imported, import_posting, load_credentials, stem_of

OLD = """RN Case Manager

Location: Denver, CO 80204
Salary: $38.50 - $52.00 per hour
Job Type: Full-time
Company: Cedar Ridge
Workplace: On site
Posted: 11/22/2026
Apply by: December 31, 2026

Duties:
- Plan discharges

Required:
- Current RN license

Preferred:
- CCM

How to apply:
Send your resume to jobs@cedar.example.
"""


@pytest.fixture(scope="module")
def rows() -> CredentialRows:
    """Return the shipped credentials."""
    return load_credentials(search_path())


@pytest.fixture
def bring(tmp_path: Path, rows: CredentialRows) -> Callable[..., tuple[Imported, Posting]]:
    """Return a function that imports a text and reads the posting file back."""

    def go(text: str, name: str = "old-ad.txt") -> tuple[Imported, Posting]:
        (tmp_path / name).write_text(text, encoding="utf-8")
        imported = import_posting(tmp_path / name, rows)
        return imported, parse_posting(imported.result.content.decode(), imported.result.name)

    return go


def test_what_an_old_posting_states_is_kept(bring: Callable) -> None:
    imported, posting = bring(OLD)

    assert imported.missing == ()
    assert imported.result.name == "old-ad.md"
    text = imported.result.content.decode()
    for line in (
        "id: old-ad",
        "title: RN Case Manager",
        "  - Denver, CO 80204",
        "pay: 38.50-52.00/hour",
        "employment: full-time",
    ):
        assert line in text.splitlines()
    assert (posting.facts.employer.name, posting.facts.workplace) == ("Cedar Ridge", "onsite")
    assert (str(posting.facts.posted), str(posting.facts.closes)) == ("2026-11-22", "2026-12-31")
    assert (posting.facts.licenses.required, posting.facts.certifications.preferred) == (("rn",), ("ccm",))


def test_the_words_and_headings_stay(bring: Callable) -> None:
    _, posting = bring(OLD)

    assert posting.body.startswith("# RN Case Manager\n\nLocation: Denver, CO 80204\n")
    assert "## Duties:\n\n- Plan discharges\n" in posting.body


def test_what_is_not_stated_is_listed_with_what_to_write(bring: Callable) -> None:
    imported, posting = bring("We hire. The pay is $30 an hour in Denver, CO.\n")

    assert posting.facts.title == "[insert job title]"
    assert posting.facts.employer.name == "[insert employer name]"
    assert (posting.facts.pay, posting.facts.location) == (None, ())
    assert [missing.message for missing in imported.missing] == [
        "no job title was recovered",
        "no name of the employer was recovered",
        "no place was recovered; `Denver, CO` in line 1 may name it",
        "no pay was recovered; `The pay is $30 an hour in Denver, CO` in line 1 may name it",
        "no kind of job was recovered",
        "no workplace was recovered",
        "no day of posting was recovered",
        "no closing date was recovered",
        "no way to apply was recovered",
        "no license or certification was recognized",
    ]
    assert imported.missing[0].hint == "write it over `[insert job title]` in old-ad.md, lines 4 and 11"
    assert imported.missing[3].hint == "write `pay: 38.50-52/hour` into old-ad.md"


def test_an_employer_that_only_a_sentence_names_is_taken_and_told(bring: Callable) -> None:
    imported, posting = bring(OLD.replace("Company: Cedar Ridge", "Cedar Ridge Clinic is hiring."))

    assert posting.facts.employer.name == "Cedar Ridge Clinic"
    assert imported.missing == ()
    assert imported.notes == (
        "the employer is `Cedar Ridge Clinic` by the words of line 6; correct it where somebody else hires",
    )
    assert bring(OLD)[0].notes == ()


def test_what_cannot_be_read_is_quoted_with_its_line(bring: Callable) -> None:
    imported, posting = bring(OLD.replace("$38.50 - $52.00 per hour", "up to a lot"))

    assert posting.facts.pay is None
    assert [missing.message for missing in imported.missing] == ["no pay was recovered from `up to a lot` in line 4"]


def test_pay_without_a_figure_is_kept_and_said(bring: Callable) -> None:
    imported, posting = bring(OLD.replace("$38.50 - $52.00 per hour", "DOE"))

    assert posting.facts.pay is not None
    assert [missing.message for missing in imported.missing] == ["the pay is `DOE` and names no figure"]


def test_credentials_nobody_sorted_are_listed(bring: Callable) -> None:
    imported, posting = bring(OLD.replace("Preferred:\n", "Qualifications:\n"))

    assert posting.facts.certifications.preferred == ()
    (missing,) = imported.missing
    assert missing.message == "the certification `ccm` is named in line 18, not clearly required or preferred"


def test_a_license_goes_by_the_title_of_its_state(bring: Callable) -> None:
    text = OLD.replace("RN license", "LICSW")

    _, in_massachusetts = bring(text.replace("Denver, CO 80204", "Boston, MA"))
    _, in_colorado = bring(text)

    assert in_massachusetts.facts.licenses.required == ("clinical-social-work",)
    assert in_colorado.facts.licenses.required == ()


def test_letters_mean_nothing_where_the_titles_of_the_place_are_unknown(bring: Callable) -> None:
    _, posting = bring(OLD.replace("RN license", "LCSW").replace("Denver, CO 80204", "San Juan, PR"))

    assert posting.facts.licenses.required == ()


def test_facts_of_json_ld_are_kept(bring: Callable) -> None:
    _, posting = bring(
        '{"@type": "JobPosting", "title": "RN", "description": "<p>We hire.</p>", "employmentType": ["FULL_TIME", "PART_TIME"],'
        ' "identifier": "CR-1", "jobLocationType": "TELECOMMUTE", "applicantLocationRequirements": {"name": "Colorado"}}',
        "old.json",
    )

    assert (posting.facts.id, posting.facts.workplace) == ("CR-1", "remote")
    assert posting.facts.employment is not None
    assert posting.facts.employment.kinds == ("full-time", "part-time")
    assert posting.facts.remote_areas[0].states == ("CO",)


def test_a_remote_area_alone_makes_the_work_remote(bring: Callable) -> None:
    _, posting = bring(OLD.replace("Denver, CO 80204", "Remote (CO)").replace("Workplace: On site\n", ""))

    assert posting.facts.workplace == "remote"


def test_a_posting_file_stays_as_it_is(bring: Callable) -> None:
    imported, _ = bring(OLD)
    text = imported.result.content.decode().replace("id: old-ad", "id: old-ad # mine")

    again, _ = bring(text, "mine.md")

    assert again.result.content.decode() == text
    assert again.notes == ("it is a posting file already",)


def test_addresses_behind_words_are_noted(bring: Callable) -> None:
    imported, posting = bring('<p>We hire.</p><a href="https://x.example/1">Our benefits</a>', "old.html")

    assert imported.notes == ("`Our benefits` links to https://x.example/1, which the text no longer shows",)
    assert not posting.facts.apply


def test_a_link_to_apply_becomes_a_fact(bring: Callable) -> None:
    imported, posting = bring('<p>We hire.</p><a href="https://x.example/1"><b>Apply</b> here</a>', "old.html")

    assert (posting.facts.apply.url, imported.notes) == ("https://x.example/1", ())


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("Questions: ask@cedar.example.", "no way to apply was recovered; `ask@cedar.example` in line 21 may be one"),
        (
            "Apply at www.cedar.example.",
            "the address `www.cedar.example` in line 21 is named as the way to apply and was not taken",
        ),
        (
            "Send resumes to a@x.example or b@x.example.",
            "the email addresses `a@x.example` in line 21 and `b@x.example` in line 21 are named as ways to apply, and were not taken",
        ),
    ],
)
def test_an_address_that_is_not_clear_is_listed(bring: Callable, words: str, message: str) -> None:
    imported, posting = bring(OLD.replace("Send your resume to jobs@cedar.example.", words))

    assert not posting.facts.apply
    assert [missing.message for missing in imported.missing] == [message]


def test_facts_of_json_ld_are_shown_in_the_text(bring: Callable) -> None:
    _, posting = bring(
        '{"@type": "JobPosting", "title": "RN", "description": "<p>We hire.</p>", "employmentType": "FULL_TIME", "validThrough": "2026-12-31"}',
        "old.json",
    )

    assert posting.body.startswith("# RN\n\n- Job type: full-time\n- Apply by: December 31, 2026\n\nWe hire.\n")


def test_fields_of_the_old_front_matter_are_kept_or_named(bring: Callable) -> None:
    text = (
        "---\nlayout: post\ntitle: RN Case Manager\nbenefits: [Dental]\nlicenses: {required: [rn]}\n---\n\nWe hire.\n"
    )
    imported, posting = bring(text, "old.md")

    assert (posting.facts.benefits, posting.facts.licenses.required) == (("Dental",), ("rn",))
    assert imported.notes == ("of the old front matter, `layout` did not go into the posting file",)
    assert not any("license" in missing.message for missing in imported.missing)


def test_a_fact_no_posting_takes_is_left_out(bring: Callable) -> None:
    _, posting = bring(f"---\ntitle: {'x' * 700}\nflsa: maybe\n---\n\nWe hire.\n", "old.md")

    assert posting.facts.title == "[insert job title]"
    assert posting.facts.flsa is None


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("old-ad.docx", "old-ad"),
        ("Caf\u00e9 ad (1).pdf", "cafe-ad-1"),
        ("\u6c42\u4eba.txt", "posting"),
        ("con.txt", "posting"),
        ("-", "posting"),
    ],
)
def test_the_posting_file_is_named_after_the_old_one(name: str, stem: str) -> None:
    assert stem_of(Path(name)) == stem


@pytest.mark.parametrize(("name", "message"), [("", "this is a folder"), ("nosuch.txt", "there is no such file")])
def test_a_file_that_is_not_there_is_named(tmp_path: Path, rows: CredentialRows, name: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        import_posting(tmp_path / name, rows)


def test_letters_that_mean_one_license_everywhere_need_no_place(bring: Callable) -> None:
    text = OLD.replace("Denver, CO 80204", "by the river")

    _, clear = bring(text.replace("RN license", "LISW required"))
    _, unclear = bring(text.replace("RN license", "LSW required"))

    assert clear.facts.licenses.required == ("clinical-social-work",)
    _, of_several = bring(text.replace("RN license", "LIMHP required"))
    assert unclear.facts.licenses.required == of_several.facts.licenses.required == ()


def test_lines_of_job_boards_become_facts(bring: Callable) -> None:
    text = "Case Manager\n\nReno, NV \u00b7 2 weeks ago\n\n$24/hr - $29/hr\n\nHybrid\n\nFull-time\n\nLocation: by the river\n\nYou visit people.\n"

    _, posting = bring(text)

    assert [place.city for place in posting.facts.places] == ["Reno"]
    assert posting.facts.pay is not None
    assert (posting.facts.workplace, posting.facts.employment and posting.facts.employment.kinds) == (
        "hybrid",
        ("full-time",),
    )
