"""The JobPosting of a posting: complete for Google, in the words of schema.org, and nothing that the posting does not say."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from jdgen.errors import InputError
from jdgen.load.postings import parse_posting
from jdgen.model.posting import Posting
from jdgen.render.job_posting import as_script, job_posting, left_out, render_json_ld

CASES = Path(__file__).resolve().parents[1] / "cases" / "render"
# What we use of https://schema.org, version 29: types and their properties.
VOCABULARY = {
    "JobPosting": {
        "title", "description", "url", "directApply", "identifier", "datePosted", "validThrough", "totalJobOpenings", "hiringOrganization",
        "jobLocation", "jobLocationType", "applicantLocationRequirements", "employmentType", "workHours", "baseSalary",
        "occupationalCategory", "educationRequirements", "experienceRequirements",
        "experienceInPlaceOfEducation", "qualifications", "responsibilities",
        "skills", "physicalRequirement", "jobBenefits", "incentiveCompensation",
    },
    "PropertyValue": {"name", "value"},
    "Organization": {"name", "sameAs", "logo"},
    "Place": {"address"},
    "PostalAddress": {"streetAddress", "addressLocality", "addressRegion", "postalCode", "addressCountry"},
    "Country": {"name"},
    "State": {"name"},
    "MonetaryAmount": {"currency", "value"},
    "QuantitativeValue": {"value", "minValue", "maxValue", "unitText"},
    "CategoryCode": {"codeValue", "name", "inCodeSet"},
    "CategoryCodeSet": {"name", "url"},
    "EducationalOccupationalCredential": {"credentialCategory", "name", "recognizedBy"},
    "OccupationalExperienceRequirements": {"monthsOfExperience"},
}  # fmt: skip
BODY = "# Hospital Case Manager\n\n- **Location:** Denver\n\nHello, remote or not.\n"
Make = Callable[..., dict[str, Any]]


def of_case(name: str) -> dict[str, Any]:
    path = CASES / name
    return job_posting(parse_posting(path.read_text(encoding="utf-8"), name))


@pytest.fixture
def make(make_facts: Callable) -> Make:
    def build(body: str = BODY, **changes: object) -> dict[str, Any]:
        return job_posting(Posting(make_facts(**changes), body))

    return build


def objects(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from objects(inner)


@pytest.mark.parametrize(
    "case", ["hospital", "remote", "several-places", "per-diem", "community-mental-health", "modifiers", "telephonic"]
)
@pytest.mark.parametrize("template", ["posting", "classic", "objectives"])
def test_every_name_is_in_the_vocabulary_and_nothing_is_empty(case: str, template: str) -> None:
    item = of_case(f"{case}/{template}.md")

    assert item["@context"] == "https://schema.org"
    for one in objects(item):
        assert set(one) - {"@context", "@type"} - VOCABULARY[one["@type"]] == set()
        assert [name for name, value in one.items() if value in (None, "", [], {})] == []


def test_a_whole_posting_says_everything() -> None:
    item = of_case("hospital/posting.md")

    assert item["identifier"] == {"@type": "PropertyValue", "name": "Cedar Ridge Medical Center", "value": "CR-1042"}
    assert (item["datePosted"], item["validThrough"]) == ("2026-11-22", "2026-12-31T23:59:59")
    assert item["hiringOrganization"]["sameAs"] == "https://www.cedarridge.example"
    assert item["jobLocation"]["address"] == {
        "@type": "PostalAddress",
        "addressLocality": "Denver",
        "addressRegion": "CO",
        "postalCode": "80204",
        "addressCountry": "US",
    }
    assert item["baseSalary"] == {
        "@type": "MonetaryAmount",
        "currency": "USD",
        "value": {"@type": "QuantitativeValue", "minValue": 38.5, "maxValue": 52, "unitText": "HOUR"},
    }
    assert item["employmentType"] == "FULL_TIME"
    assert item["workHours"].startswith("40 hours a week; Monday to Friday")
    assert item["occupationalCategory"]["codeValue"] == "21-1022.00"
    assert item["experienceRequirements"]["monthsOfExperience"] == 24
    assert item["totalJobOpenings"] == 1
    assert len(item["responsibilities"]) > 10
    assert item["qualifications"][0].startswith("Two years as a nurse")
    assert not [line for line in item["qualifications"] if "(BSN)" in str(line)]
    assert item["skills"][0].startswith("Reading a long chart")
    assert len(item["physicalRequirement"]) == 4
    assert len(item["jobBenefits"]) == 5
    assert item["incentiveCompensation"] == "$2.25 an hour extra on weekends"


def test_what_nobody_stated_is_left_out(make: Make) -> None:
    item = make(specialization=None, occupation=None, employer={"website": None})

    assert sorted(item) == [
        "@context", "@type", "datePosted", "description", "directApply", "hiringOrganization", "identifier", "jobLocation",
        "title", "totalJobOpenings",
    ]  # fmt: skip
    assert item["hiringOrganization"] == {"@type": "Organization", "name": "Cedar Ridge Medical Center"}


@pytest.mark.parametrize("apply", [{"url": "https://a.example/apply"}, {"email": "jobs@a.example"}])
def test_no_page_of_ours_takes_an_application(make: Make, apply: dict[str, str]) -> None:
    assert make(apply=apply)["directApply"] is False


def test_only_wholly_remote_work_is_told_as_remote(make: Make) -> None:
    remote = make(workplace="remote", location=["Remote (CO, MN)"])

    assert remote["jobLocationType"] == "TELECOMMUTE"
    assert [area["name"] for area in remote["applicantLocationRequirements"]] == ["Colorado, USA", "Minnesota, USA"]
    assert "jobLocation" not in remote
    for workplace in ("hybrid", "onsite", None):
        partly = make(workplace=workplace, location=["Denver, CO", "Remote (CO)"])
        assert {"jobLocationType", "applicantLocationRequirements"} & set(partly) == set()
        assert partly["jobLocation"]["address"]["addressLocality"] == "Denver"


def test_anywhere_is_the_whole_country(make: Make) -> None:
    item = make(workplace="remote", location=["Remote"])

    assert item["applicantLocationRequirements"] == {"@type": "Country", "name": "USA"}


def test_several_places_are_a_list(make: Make) -> None:
    item = make(f"{BODY}\nAt 1200 Oak St, and in Boulder.", location=["1200 Oak St, Denver, CO 80204", "Boulder, CO"])

    assert [place["address"]["addressLocality"] for place in item["jobLocation"]] == ["Denver", "Boulder"]
    assert item["jobLocation"][0]["address"]["streetAddress"] == "1200 Oak St"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("full-time", "FULL_TIME"),
        ("part-time", "PART_TIME"),
        ("PRN", "PER_DIEM"),
        ("contract, 13 weeks", "CONTRACTOR"),
        ("temporary", "TEMPORARY"),
        ("internship", "INTERN"),
        ("volunteer", "VOLUNTEER"),
        ("full-time or part-time", ["FULL_TIME", "PART_TIME"]),
    ],
)
def test_each_kind_of_job_has_its_word(make: Make, typed: str, told: object) -> None:
    assert make(employment=typed)["employmentType"] == told


@pytest.mark.parametrize(
    ("typed", "shown", "value"),
    [
        ("80000-95000/year", "$80,000 to $95,000", {"minValue": 80000, "maxValue": 95000, "unitText": "YEAR"}),
        ("40.25/hour", "$40.25", {"value": 40.25, "unitText": "HOUR"}),
        ("1500-1600/week", "$1,500 to $1,600", {"minValue": 1500, "maxValue": 1600, "unitText": "WEEK"}),
    ],
)
def test_pay_is_told_in_figures(make: Make, typed: str, shown: str, value: dict[str, object]) -> None:
    item = make(f"{BODY}\n{shown}", pay=typed)

    assert item["baseSalary"]["value"] == {"@type": "QuantitativeValue", **value}


def test_pay_by_the_visit_has_no_word_and_a_note_says_so(make: Make, make_facts: Callable) -> None:
    item = make(f"{BODY}\n$55 to $65 a visit", pay="55-65/visit")

    assert "baseSalary" not in item
    assert left_out(make_facts(pay="55-65/visit")) == (
        "structured data has no pay by the visit, so search engines read the pay in the text only",
    )
    assert left_out(make_facts(pay="55-65/hour")) == ()


@pytest.mark.parametrize(
    ("level", "told"),
    [("high-school", "high school"), ("bachelor", "bachelor degree"), ("doctorate", "postgraduate degree")],
)
def test_education_is_told_by_googles_words(make: Make, level: str, told: str) -> None:
    item = make(f"{BODY}\nA degree.", education={"level": level, "text": "A degree"})

    assert item["educationRequirements"] == {"@type": "EducationalOccupationalCredential", "credentialCategory": told}


def test_education_that_no_text_shows_is_left_out(make: Make) -> None:
    assert "educationRequirements" not in make(education={"level": "certificate"})
    assert "educationRequirements" not in make(education={"level": "none", "text": "No degree needed"})
    assert "educationRequirements" not in make(education={"level": "bachelor", "text": "A degree nobody wrote of"})


def test_what_people_cannot_see_is_left_out(make: Make) -> None:
    hidden = {
        "benefits": ["A helicopter"],
        "schedule": "Sundays",
        "experience": {"months": 24, "text": "Two years at sea"},
    }
    item = make(f"{BODY}\nA garden.", **hidden | {"benefits": ["A helicopter", "A garden"]})

    assert item["jobBenefits"] == "A garden"
    assert {"workHours", "experienceRequirements"} & set(item) == set()


@pytest.mark.parametrize(
    ("degree", "years", "expected"),
    [
        ("A degree or equivalent experience", 24, True),
        ("A degree or equivalent experience", 0, None),
        ("A degree in nursing", 24, None),
    ],
)
def test_experience_does_as_well_as_a_degree_where_the_text_says_so(
    make: Make, degree: str, years: int, expected: object
) -> None:
    experience = {"experience": {"months": years, "text": "Years at sea"}} if years else {}
    item = make(f"{BODY}\n{degree}. Years at sea.", education={"level": "bachelor", "text": degree}, **experience)

    assert item["educationRequirements"]["credentialCategory"] == "bachelor degree"
    assert item.get("experienceInPlaceOfEducation") is expected


def test_required_certifications_have_a_name_and_an_issuer(make: Make) -> None:
    body = (
        f"{BODY}\n## Licenses and certifications\n\n- Certified Case Manager (CCM), from the Commission for Case Manager "
        "Certification, or earned within 12 months of your start\n\nWelcome, not required:\n\n- Other (OTH), from the Issuer\n"
    )

    item = make(body, certifications={"required": ["ccm"], "preferred": ["oth"]})

    assert item["qualifications"][1:] == [
        {
            "@type": "EducationalOccupationalCredential",
            "credentialCategory": "certificate",
            "name": "Certified Case Manager (CCM)",
            "recognizedBy": {"@type": "Organization", "name": "Commission for Case Manager Certification"},
        }
    ]
    assert isinstance(make(body)["qualifications"], str)


def test_until_filled_has_no_last_day(make: Make) -> None:
    assert "validThrough" not in make(closes="until filled")


def test_addresses_of_page_and_logo_come_from_the_caller(make_facts: Callable) -> None:
    item = job_posting(Posting(make_facts(), BODY), url="https://a.example/1", logo="https://a.example/logo.png")

    assert item["url"] == "https://a.example/1"
    assert item["hiringOrganization"]["logo"] == "https://a.example/logo.png"


def test_every_reason_for_refusal_is_said_at_once(make_facts: Callable) -> None:
    with pytest.raises(InputError) as refused:
        job_posting(Posting(make_facts(posted=None, location=()), BODY))

    assert refused.value.message == (
        "the posting cannot be published as structured data: it has no day of first publication (`posted`) "
        "and it has no place (`location`)"
    )


def test_what_is_added_to_an_object_stands_in_no_other(make: Make) -> None:
    make(BODY)["url"] = "https://a.example/1"

    assert "url" not in make(BODY)


def test_nothing_in_a_script_can_end_it(make: Make) -> None:
    text = as_script(make(f"{BODY}\n`</script><!--` & \u2028 é"))

    assert [letter for letter in "<>&\u2028" if letter in text] == []
    assert "é" in text
    assert "&lt;/script&gt;&lt;!--" in json.loads(text)["description"]


def test_the_file_is_plain_json(make_facts: Callable) -> None:
    text = render_json_ld(
        Posting(make_facts(title="Case Manager é"), BODY.replace("Hospital Case Manager", "Case Manager é"))
    )

    assert text.endswith("}\n")
    assert '"title": "Case Manager é"' in text
    assert json.loads(text)["@type"] == "JobPosting"
