"""What Indeed is told of an opening, what keeps one off Indeed, and what makes the feed a draft."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from jdgen.model.channel_values import ChannelValues
from jdgen.model.site import Site
from jdgen.render.feeds.indeed import indeed_faults, indeed_feed, indeed_job, indeed_rows
from jdgen.render.feeds.source import unconfirmed

WHOLE = {
    "location": ["1200 Oak St, Denver, CO 80204", "Boulder, CO"],
    "workplace": "hybrid",
    "employment": "full-time or per diem, 40 hours",
    "pay": "38.50-52/hour",
    "closes": "2026-12-31",
    "education": {"level": "bachelor", "text": "Bachelor's degree in social work"},
    "experience": {"months": 24, "text": "Two years in a hospital"},
    "apply": {"email": "jobs@cedarridge.example"},
}


@pytest.fixture
def job(opening: Callable, site: Site, values: ChannelValues, texts: Callable) -> Callable[..., dict[str, str]]:
    """Return a function that makes a job of facts and reads it back."""
    return lambda **changes: texts(indeed_job(opening(**changes), site, values))


def test_a_whole_opening_is_told_in_every_element(job: Callable) -> None:
    assert job(**WHOLE, text="<p>Plan.</p>") == {
        "title": "Hospital Case Manager",
        "date": "2026-11-22",
        "referencenumber": "REQ-1042",
        "requisitionid": "REQ-1042",
        "url": "https://careers.cedarridge.example/jobs/jobs/opening-req-1042.html",
        "company": "Cedar Ridge Medical Center",
        "sourcename": "Cedar Ridge Medical Center",
        "city": "Denver",
        "state": "CO",
        "country": "US",
        "postalcode": "80204",
        "streetaddress": "1200 Oak St, Denver, CO 80204",
        "email": "jobs@cedarridge.example",
        "description": "<p>Plan.</p>",
        "salary": "$38.50 to $52.00 an hour",
        "education": "Bachelor's degree in social work",
        "jobtype": "fulltime, perdiem",
        "experience": "Two years in a hospital",
        "expirationdate": "2026-12-31",
        "remotetype": "Hybrid remote",
    }


def test_what_is_not_known_is_not_told(job: Callable) -> None:
    assert set(job(location="Denver, CO")) == {
        "title", "date", "referencenumber", "requisitionid", "url", "company", "sourcename", "city", "state", "country", "description",
    }  # fmt: skip


@pytest.mark.parametrize("changes", [{"pay": "DOE"}, {"closes": "until filled"}, {"employment": "0.9 FTE"}])
def test_what_has_no_figure_no_day_and_no_kind_is_left_to_the_text(job: Callable, changes: dict) -> None:
    assert not {"salary", "expirationdate", "jobtype"} & set(job(**changes))


def test_work_on_site_has_no_remote_type(job: Callable) -> None:
    assert "remotetype" not in job(workplace="onsite")


@pytest.mark.parametrize(("location", "state"), [("Remote", ""), ("Remote (CO)", "CO"), ("Remote (CO, MN)", "")])
def test_remote_work_without_a_city_stands_where_indeed_looks_for_it(job: Callable, location: str, state: str) -> None:
    found = job(location=location, workplace="remote")

    assert (found["city"], found["state"], found["country"], found["postalcode"]) == ("Remote", state, "US", "")
    assert found["remotetype"] == "Fully remote"


def test_remote_work_from_a_place_stands_at_the_place(job: Callable) -> None:
    found = job(location=["Denver, CO", "Remote (CO)"], workplace="remote")

    assert (found["city"], found["state"], found["remotetype"]) == ("Denver", "CO", "Fully remote")


def test_values_are_literal_and_hold_no_entity(opening: Callable, site: Site, values: ChannelValues) -> None:
    xml = indeed_job(opening(title="R&D Manager", text="<p>1 &lt; 2 &amp; 3</p>"), site, values)

    assert "<title><![CDATA[R&D Manager]]></title>" in xml
    assert "<description><![CDATA[<p>1 < 2 & 3</p>]]></description>" in xml


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>&lt;script&gt;x&lt;/script&gt;</p>", "<p>< script>x< /script></p>"),
        ("<p>&lt;!-- &lt;?php</p>", "<p>< !-- < ?php</p>"),
        ("<p>&amp;lt;b&amp;gt; &amp;copy &amp;#60;</p>", "<p>& lt;b& gt; & copy & #60;</p>"),
        ("<ul><li><strong>A</strong><br><em>R&amp;D</em></li></ul>", "<ul><li><strong>A</strong><br><em>R&D</em></li></ul>"),
    ],
)  # fmt: skip
def test_nothing_typed_becomes_a_tag_or_an_entity(job: Callable, html: str, expected: str) -> None:
    assert job(text=html)["description"] == expected


def test_hostile_names_come_back_as_they_are(job: Callable, hostile: tuple[str, str]) -> None:
    typed, kept = hostile

    assert job(forced={"title": typed})["title"] == kept


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"posted": None}, "it has no day of first publication (`posted`) (c04)"),
        ({"location": ()}, "it has no place (`location`) (i05)"),
        ({"apply": {}}, "it does not say how to apply (`apply`) (i12)"),
        ({"employment": "volunteer"}, "nothing there stands for its employment `volunteer` (c07)"),
        ({"template": "internal"}, "it is the internal job description and no opening to apply for (i12)"),
    ],
)
def test_what_keeps_an_opening_off_indeed_is_said(
    make_facts: Callable, values: ChannelValues, changes: dict, said: str
) -> None:
    assert indeed_faults(make_facts(**changes), values) == (said,)


def test_an_opening_without_text_is_kept_off(make_facts: Callable, values: ChannelValues) -> None:
    facts = make_facts()

    assert indeed_faults(facts, values, description="") == ("it has no text below its title (i05)",)
    assert indeed_faults(facts, values, description="<p>x</p>") == ()


def test_no_value_is_told_in_our_own_word(make_facts: Callable) -> None:
    said = indeed_faults(make_facts(**WHOLE), ChannelValues({}))

    assert said == (
        "nothing there stands for its date `first-day` (i03)",
        "nothing there stands for its date `last-day` (c04)",
        "nothing there stands for its workplace `hybrid` (c06)",
        "nothing there stands for its employment `full-time` (c07)",
        "nothing there stands for its employment `per-diem` (c07)",
    )


def test_a_feed_is_a_draft_by_what_its_openings_use(make_facts: Callable, values: ChannelValues) -> None:
    assert unconfirmed(indeed_rows(make_facts(employment="full-time", workplace="remote"), values)) == ()
    assert unconfirmed(indeed_rows(make_facts(**WHOLE), values)) == (
        "date last-day as YYYY-MM-DD",
        "employment per-diem as perdiem",
        "workplace hybrid as Hybrid remote",
    )


def test_the_feed_says_whose_it_is_and_when_it_was_made(
    opening: Callable, site: Site, values: ChannelValues, read: Callable
) -> None:
    jobs = [indeed_job(opening(id=name), site, values) for name in ("A-1", "A-2")]

    found = read("".join(indeed_feed(jobs, replace(site, name="Ridge & Co ]]>"), notes=["a as b"])))

    assert found.tag == "source"
    assert [child.tag for child in found] == ["publisher", "publisherurl", "lastBuildDate", "job", "job"]
    assert [child.text for child in found][:3] == [
        "Ridge & Co ]]>",
        "https://careers.cedarridge.example/jobs/",
        "Tue, 01 Dec 2026 12:00:00 GMT",
    ]
    assert [job.findtext("referencenumber") for job in found.iter("job")] == ["A-1", "A-2"]
    assert "draft" in found.getprevious().text
