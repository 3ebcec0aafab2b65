"""What LinkedIn is told of an opening, what keeps one off LinkedIn, and what makes the feed a draft."""

from collections.abc import Callable

import pytest

from jdgen.model.channel_values import ChannelValues
from jdgen.model.site import Site
from jdgen.render.feeds.linkedin import linkedin_faults, linkedin_feed, linkedin_job, linkedin_rows
from jdgen.render.feeds.source import unconfirmed

APPLY = {"url": "https://www.cedarridge.example/apply", "email": "jobs@cedarridge.example"}
WHOLE = {
    "location": ["1200 Oak St, Denver, CO 80204", "Boulder, CO"],
    "workplace": "hybrid",
    "employment": "full-time, 40 hours",
    "level": "senior",
    "pay": "38.50-52/hour",
    "closes": "2026-12-31",
    "apply": APPLY,
}


@pytest.fixture
def made(opening: Callable, site: Site, values: ChannelValues) -> Callable[..., str]:
    """Return a function that makes a job of facts."""
    return lambda **changes: linkedin_job(opening(**{"apply": APPLY} | changes), site, values)


@pytest.fixture
def job(made: Callable[..., str], texts: Callable) -> Callable[..., dict[str, str]]:
    """Return a function that makes a job of facts and reads it back."""
    return lambda **changes: texts(made(**changes))


@pytest.fixture
def faults(make_facts: Callable, values: ChannelValues) -> Callable[..., tuple[str, ...]]:
    return lambda **changes: linkedin_faults(make_facts(**{"apply": APPLY} | changes), values)


def test_a_whole_opening_is_told_in_every_element(job: Callable) -> None:
    found = job(**WHOLE, text="<p><em>Plan</em> &amp; <strong>act</strong>.</p>")

    assert found.pop("salaries").strip() == ""
    assert found == {
        "partnerJobId": "REQ-1042",
        "company": "Cedar Ridge Medical Center",
        "title": "Hospital Case Manager",
        "description": "<p><i>Plan</i> &amp; <strong>act</strong>.</p>",
        "applyUrl": "https://www.cedarridge.example/apply",
        "location": "Denver, CO",
        "workplaceTypes": "Hybrid",
        "experienceLevel": "MID_SENIOR_LEVEL",
        "jobtype": "FULL_TIME",
        "listDate": "11/22/2026",
        "expirationDate": "12/31/2026",
        "posterEmail": "jobs@cedarridge.example",
    }


def test_what_is_not_known_is_not_told(job: Callable) -> None:
    assert set(job()) == {
        "partnerJobId", "company", "title", "description", "applyUrl", "location", "listDate", "expirationDate", "posterEmail",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("pay", "expected"),
    [
        ("38.50-52/hour", ["52", "USD", "38.50", "USD", "HOURLY", "BASE_SALARY"]),
        ("80000-95000/year", ["95000", "USD", "80000", "USD", "YEARLY", "BASE_SALARY"]),
        ("CAD 4000/month", ["4000", "CAD", "4000", "CAD", "MONTHLY", "BASE_SALARY"]),
    ],
)
def test_pay_is_told_to_the_cent(made: Callable[..., str], read: Callable, pay: str, expected: list[str]) -> None:
    salary = read(made(pay=pay)).find("salaries/salary")

    leaves = [leaf for leaf in salary.iter() if len(leaf) == 0]
    assert [leaf.text for leaf in leaves] == expected
    assert [leaf.getparent().tag for leaf in leaves] == ["highEnd"] * 2 + ["lowEnd"] * 2 + ["salary"] * 2
    assert [leaf.tag for leaf in leaves] == ["amount", "currencyCode"] * 2 + ["period", "type"]


@pytest.mark.parametrize("pay", ["55-65/visit", "DOE"])
def test_pay_without_a_word_for_its_unit_is_left_to_the_text(job: Callable, faults: Callable, pay: str) -> None:
    assert "salaries" not in job(pay=pay)
    assert faults(pay=pay) == ()


@pytest.mark.parametrize(
    ("closes", "expected"),
    [
        ("2026-12-31", "12/31/2026"),
        ("2027-03-01", "03/01/2027"),
        ("2027-03-02", "03/01/2027"),
        ("2028-01-01", "03/01/2027"),
        ("until filled", "03/01/2027"),
        (None, "03/01/2027"),
    ],
)
def test_no_job_runs_longer_than_ninety_days_from_the_day_of_the_feed(
    job: Callable, closes: str | None, expected: str
) -> None:
    assert job(closes=closes)["expirationDate"] == expected


@pytest.mark.parametrize(
    ("employment", "expected"),
    [("PRN", "TEMPORARY"), ("contract, 13 weeks", "CONTRACT"), ("full-time or part-time", None), ("0.9 FTE", None),
     ("temporary or per diem", "TEMPORARY"), ("internship", "INTERNSHIP")],
)  # fmt: skip
def test_one_job_type_is_told_or_none(job: Callable, employment: str, expected: str | None) -> None:
    assert job(employment=employment).get("jobtype") == expected


def test_a_level_without_counterpart_is_left_to_the_title(job: Callable, faults: Callable) -> None:
    assert "experienceLevel" not in job(level="experienced")
    assert faults(level="experienced") == ()


def test_the_address_of_whoever_posts_stands_in_for_a_missing_one(
    opening: Callable, site: Site, values: ChannelValues, texts: Callable
) -> None:
    without = opening(apply={"url": APPLY["url"]})

    found = texts(linkedin_job(without, site, values, poster_email="hr@cedarridge.example"))

    assert found["posterEmail"] == "hr@cedarridge.example"
    assert linkedin_faults(without.facts, values, poster_email="hr@cedarridge.example") == ()
    assert linkedin_faults(without.facts, values) == (
        "it names no email address of whoever posts it (`apply: email`, or `--poster-email` for the whole site) (l01)",
    )


def test_hostile_names_come_back_as_they_are(job: Callable, hostile: tuple[str, str]) -> None:
    typed, kept = hostile

    assert job(forced={"title": typed})["title"] == kept


def test_a_whole_opening_has_no_fault(faults: Callable) -> None:
    assert faults(**WHOLE) == ()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"posted": None}, "it has no day of first publication (`posted`) (c04)"),
        ({"location": ()}, "it has no place (`location`) (l04)"),
        (
            {"apply": {"email": "jobs@cedarridge.example"}},
            "it names no page to apply on (`apply: url`), and LinkedIn links to one (l01)",
        ),
        (
            {"apply": APPLY | {"url": "http://cedarridge.example/a"}},
            "the page to apply on, http://cedarridge.example/a, does not start with https (l03)",
        ),
        (
            {"location": "Remote", "workplace": "remote"},
            "it names no city, and nothing there stands for remote work anywhere (l04)",
        ),
        (
            {"location": "Remote (CO, MN)", "workplace": "remote"},
            "it names no city, and nothing there stands for remote work in several states (l04)",
        ),
        ({"employer": {"name": "Confidential"}}, "it hides its employer behind `Confidential` (l09)"),
        ({"template": "internal"}, "it is the internal job description and no opening to apply for (l10)"),
    ],
)
def test_what_keeps_an_opening_off_linkedin_is_said(faults: Callable, changes: dict, said: str) -> None:
    assert faults(**changes) == (said,)


@pytest.mark.parametrize(
    ("description", "is_enough"),
    [("<p>Short</p>", False), (f"<p>{'x' * 99}</p>", False), (f"<p>{'x' * 100}</p>", True)],
)
def test_tags_do_not_count_as_text(
    make_facts: Callable, values: ChannelValues, description: str, *, is_enough: bool
) -> None:
    said = linkedin_faults(make_facts(apply=APPLY), values, description=description)

    assert said == (() if is_enough else ("it has fewer than 100 characters of text below its title (l01)",))


def test_no_value_is_told_in_our_own_word(make_facts: Callable) -> None:
    said = linkedin_faults(make_facts(**WHOLE), ChannelValues({}))

    assert said == (
        "nothing there stands for its date `first-day` (l07)",
        "nothing there stands for its date `last-day` (l07)",
        "nothing there stands for its workplace `hybrid` (c06)",
        "nothing there stands for its employment `full-time` (c07)",
        "nothing there stands for its pay unit `hour` (c05)",
        "nothing there stands for its pay amount `with-cents` (c05)",
        "nothing there stands for its address `https-www` (l03)",
    )


def test_a_feed_is_a_draft_by_what_its_openings_use(make_facts: Callable, values: ChannelValues) -> None:
    dates = ("date first-day as MM/DD/YYYY", "date last-day as MM/DD/YYYY")
    prn = make_facts(employment="PRN", pay="38.50-52/hour", apply={"url": "https://a.example"})

    assert unconfirmed(linkedin_rows(make_facts(**WHOLE | {"pay": "38-52/hour"}), values)) == dates
    assert unconfirmed(linkedin_rows(prn, values)) == (
        "address https as https://",
        *dates,
        "employment per-diem as TEMPORARY",
        "pay-amount with-cents as 1.00",
    )


def test_a_job_type_that_is_not_told_makes_no_draft(make_facts: Callable, values: ChannelValues) -> None:
    notes = unconfirmed(linkedin_rows(make_facts(employment="part-time or per diem", apply=APPLY), values))

    assert [note for note in notes if "employment" in note] == []


def test_the_feed_says_whose_it_is_and_how_many_jobs_it_holds(
    opening: Callable, site: Site, values: ChannelValues, read: Callable
) -> None:
    jobs = [linkedin_job(opening(id=name, apply=APPLY), site, values) for name in ("A-1", "A-2")]

    found = read("".join(linkedin_feed(jobs, site, count=2)))

    assert [(child.tag, child.text) for child in found][:4] == [
        ("lastBuildDate", "Tue, 01 Dec 2026 12:00:00 GMT"),
        ("publisherUrl", "https://careers.cedarridge.example/jobs/"),
        ("publisher", "Cedar Ridge Medical Center"),
        ("expectedJobCount", "2"),
    ]
    assert [job.findtext("partnerJobId") for job in found.iter("job")] == ["A-1", "A-2"]
    assert read("".join(linkedin_feed(jobs, site))).find("expectedJobCount") is None
