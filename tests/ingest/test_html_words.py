"""The words that tell a posting from a site."""

import pytest

from jdgen.ingest.html_words import heads_posting, heads_site, is_mark_of_site, is_of_site, speaks_of_job


@pytest.mark.parametrize(
    "names", ["cookie-banner", "relatedJobs", "widget job_alert", "iCIMS_RelatedJobs", "share-buttons"]
)
def test_classes_that_name_a_part_of_a_site_are_known(names: str) -> None:
    assert is_mark_of_site(names)


@pytest.mark.parametrize("names", ["", "job-description", "content main", "shareholders", "entry-content"])
def test_other_classes_say_nothing(names: str) -> None:
    assert not is_mark_of_site(names)


@pytest.mark.parametrize(
    "line", ["Similar Jobs (2)", "You may also be interested in", "Share this:", "Jobs you might like"]
)
def test_lines_above_parts_of_a_site_are_known(line: str) -> None:
    assert heads_site(line)


@pytest.mark.parametrize("line", ["Duties", "Languages", "Legal", "Contact", "Apply for this job", "x" * 200])
def test_headings_of_a_posting_head_no_site(line: str) -> None:
    assert not heads_site(line)


def test_in_a_form_education_is_asked_for_and_requirements_are_told() -> None:
    assert heads_posting("Education", is_in_form=False)
    assert not heads_posting("Education", is_in_form=True)
    assert heads_posting("Requirements", is_in_form=True)


def test_a_fact_an_amount_and_a_demand_speak_of_the_job() -> None:
    assert all(map(speaks_of_job, ["Location: Reno, NV", "It pays $30.", "Applicants must drive."]))
    assert not any(map(speaks_of_job, ["Our story: a mill", "The river rose."]))


def test_a_copyright_is_of_the_site() -> None:
    assert is_of_site("\u00a9 2026 Lark Street Clinic. All rights reserved.")
    assert not is_of_site("You keep the records of 40 families.")
