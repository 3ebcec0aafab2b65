import pytest
from pydantic import ValidationError

from jdgen.load.records import as_record
from jdgen.model.fact import Credential, License

ROW = {
    "id": "rn", "name": "registered nurse (RN)", "holder": "registered nurse (RN)", "abbreviation": "RN", "source": "https://a.example",
    "checked": "2026-11-22", "review_by": "2027-11-22", "evidence": "law", "confidence": "V",
}  # fmt: skip


def test_a_row_with_its_evidence_loads() -> None:
    assert as_record(ROW, License).source == ("https://a.example",)


@pytest.mark.parametrize("name", ["source", "checked", "review_by", "evidence", "confidence"])
def test_a_row_without_evidence_does_not_load(name: str) -> None:
    with pytest.raises(ValidationError, match=name):
        as_record({key: value for key, value in ROW.items() if key != name}, License)


@pytest.mark.parametrize(
    ("name", "value"),
    [("source", []), ("source", "a book"), ("confidence", "sure"), ("evidence", "hearsay"), ("checked", "lately")],
)
def test_evidence_has_a_form(name: str, value: object) -> None:
    with pytest.raises(ValidationError, match=name):
        as_record(ROW | {name: value}, License)


@pytest.mark.parametrize(
    ("roles", "kinds", "expected"),
    [
        ((), (), True),
        ((), ("rn",), True),
        (("rn",), ("rn", "lpn"), True),
        (("rn",), ("lpn",), False),
        (("rn",), (), False),
    ],
)
def test_a_credential_fits_the_roles_it_names(
    roles: tuple[str, ...], kinds: tuple[str, ...], *, expected: bool
) -> None:
    credential = as_record(
        {key: value for key, value in ROW.items() if key != "holder"}
        | {"issuer": "Board", "held_by": "Nurses", "roles": roles},
        Credential,
    )

    assert expected == credential.fits(frozenset(kinds))
