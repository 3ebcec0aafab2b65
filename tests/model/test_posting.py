import pickle

import pytest
from pydantic import ValidationError

from jdgen.load.records import as_record
from jdgen.model.posting import Posting, PostingFacts
from jdgen.text.place import Place
from jdgen.text.remote_area import RemoteArea

LEAST = {"id": "A-1", "title": "Nurse", "employer": {"name": "Acme"}}


def facts(**more: object) -> PostingFacts:
    return as_record(LEAST | more, PostingFacts)


def test_a_posting_needs_id_title_and_employer() -> None:
    for name in LEAST:
        with pytest.raises(ValidationError, match=f"{name}\n.*required"):
            as_record({key: value for key, value in LEAST.items() if key != name}, PostingFacts)


def test_files_are_named_after_the_id() -> None:
    assert facts(template="classic").file_stem == "A-1"


def test_the_internal_description_has_a_name_of_its_own() -> None:
    assert facts(template="internal").file_stem == "A-1-internal"


def test_places_and_remote_areas_are_told_apart() -> None:
    mixed = facts(location=["Remote (CO)", "Ely, MN", "Remote", "Reno, NV"])

    assert mixed.places == (Place("Ely", "MN"), Place("Reno", "NV"))
    assert mixed.remote_areas == (RemoteArea(("CO",)), RemoteArea())


@pytest.mark.parametrize("version", [0, 2, "x"])
def test_another_version_of_the_format_is_refused(version: object) -> None:
    with pytest.raises(ValidationError):
        facts(jdgen=version)


def test_a_posting_survives_pickling() -> None:
    posting = Posting(
        facts(location=["Ely, MN", "Remote"], pay="38-52/hour", closes="2027-01-01", employment="0.9 FTE"), "# Nurse\n"
    )

    assert posting == pickle.loads(pickle.dumps(posting))  # noqa: S301 - our own
