"""Which facts an imported posting states, and what is asked for."""

from datetime import date

from jdgen.ingest.held_credentials import Held
from jdgen.ingest.stated import state
from jdgen.pipeline.imported_facts import Missing, front_matter, missing_credentials

NONE = {"licenses": Held(), "certifications": Held()}


def test_facts_are_written_in_the_shorthand_of_postings() -> None:
    found = {
        "title": [state("title", "RN", 0, 2)],
        "pay": [state("pay", "$38.50 to $52 an hour", 0, 2)],
        "location": [state("location", "Denver, Colorado", 0, 2), state("location", "somewhere", 0, 2)],
        "posted": [state("posted", "Nov 22, 2026", 0, 2)],
        "employment": [state("employment", "FT", 0, 2)],
    }

    assert front_matter(found, "old", NONE) == {
        "jdgen": 1,
        "id": "old",
        "title": "RN",
        "employer": {"name": "[insert employer name]"},
        "location": ["Denver, CO"],
        "employment": "full-time",
        "pay": "38.50-52.00/hour",
        "posted": date(2026, 11, 22),
    }


def test_a_job_id_that_cannot_name_a_file_gives_way_to_the_files_name() -> None:
    assert front_matter({"id": [state("id", "CR 1042/a", 0, 2)]}, "old", NONE)["id"] == "old"
    assert front_matter({"id": [state("id", "CR-1042", 0, 2)]}, "old", NONE)["id"] == "CR-1042"


def test_credentials_are_asked_for_by_kind() -> None:
    held = {"licenses": Held({"required": ("rn",)}), "certifications": Held({}, (("ccm", 7),))}

    assert list(missing_credentials(held, "old.md", "paragraph")) == [
        Missing(
            "the certification `ccm` is named in paragraph 7, not clearly required or preferred",
            "write it under `certifications`, `required:` or `preferred:`, into old.md",
        )
    ]
