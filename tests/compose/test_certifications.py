"""The certification lines, with the shipped credentials."""

from collections.abc import Callable
from pathlib import Path

import pytest

from jdgen.compose.certifications import certification_lines, fitting
from jdgen.compose.draft import Sources, compose
from jdgen.errors import InputErrors
from jdgen.load.facts import load_facts
from jdgen.load.project import open_workspace
from jdgen.load.specializations import load_specialization
from jdgen.load.yaml_document import parse_yaml
from jdgen.model.specialization import Specialization

SEARCH = open_workspace(Path(__file__).parent).search
FACTS = load_facts(SEARCH)
CCM = "Certified Case Manager (CCM), from the Commission for Case Manager Certification"


def line(name: str, *, required: bool, experience: int) -> str:
    (only,) = certification_lines([name], FACTS, required=required, experience=experience)
    return only


def profile(changes: str) -> Specialization:
    return load_specialization("general", SEARCH, FACTS, changes=parse_yaml(changes, "r.yaml"))


def asking(certifications: str, licenses: str = "", level: str = "required", experience: str = "") -> Specialization:
    own = f"{level}: {{certifications: [{certifications}], licenses: [{licenses}]{experience}}}"
    other = {"required": "preferred", "preferred": "required"}[level]
    return profile(f"qualifications:\n  {own}\n  {other}: {{certifications: [], licenses: []}}\n")


@pytest.mark.parametrize(
    ("licenses", "expected"),
    [
        ("rn", ("acm-rn",)),
        ("clinical-social-work", ("acm-sw",)),
        ("bachelor-social-work", ("acm-sw",)),
        ("rn, master-social-work", ("acm-rn", "acm-sw")),
    ],
)
def test_acm_is_the_version_of_the_role(licenses: str, expected: tuple[str, ...]) -> None:
    assert expected == fitting(["acm"], asking("acm", licenses).license_kinds, FACTS)


def test_a_license_that_is_only_preferred_makes_the_role_too() -> None:
    assert fitting(["acm"], asking("acm", "rn", "preferred").license_kinds, FACTS) == ("acm-rn",)


def test_the_versions_of_a_family_stand_on_one_line() -> None:
    lines = certification_lines(["acm-rn", "acm-sw", "ccm"], FACTS, required=False, experience=0)

    assert lines == ("Accredited Case Manager (ACM-RN or ACM-SW), from the American Case Management Association", CCM)


@pytest.mark.parametrize(
    ("certification", "licenses"),
    [
        ("acm-rn", "rn, clinical-social-work"),
        ("acm", "rn, clinical-counseling"),
        ("acm", "lpn, rn"),
        ("cmgt-bc", ""),
        ("cmgt-bc", "rn, master-social-work"),
    ],
)
def test_what_somebody_the_license_line_admits_cannot_hold_is_not_required(certification: str, licenses: str) -> None:
    with pytest.raises(InputErrors, match=f"`{certification}` is held with a license as"):
        asking(certification, licenses)


@pytest.mark.parametrize(
    ("certification", "licenses"), [("acm", "rn, master-social-work"), ("cmgt-bc", "rn"), ("ccm", ""), ("bls", "")]
)
def test_what_everybody_admitted_can_hold_may_be_required(certification: str, licenses: str) -> None:
    assert asking(certification, licenses).qualifications.required.certifications == (certification,)


def test_a_version_named_twice_stands_once() -> None:
    assert fitting(["acm", "acm-rn", "ccm"], frozenset({"rn"}), FACTS) == ("acm-rn", "ccm")


def test_a_version_that_does_not_fit_is_left_out_beside_one_that_does() -> None:
    assert fitting(["acm-rn", "acm-sw", "ccm"], frozenset({"rn"}), FACTS) == ("acm-rn", "ccm")


@pytest.mark.parametrize("licenses", ["", "lpn", "addiction-counseling, clinical-counseling"])
@pytest.mark.parametrize("level", ["required", "preferred"])
def test_acm_for_a_role_without_such_a_license_is_refused_with_place_and_repair(licenses: str, level: str) -> None:
    with pytest.raises(InputErrors) as raised:
        asking("ccm, acm", licenses, level)

    (problem,) = raised.value.problems
    assert str(problem).startswith(
        f"r.yaml:2:{len(f'  {level}: {{certifications: [ccm, a')}: `acm` is held with a license"
    )
    assert "registered nurse (RN), bachelor's-level social worker" in str(problem)
    assert problem.hint == "take `acm` out, or name only licenses that go with it"


@pytest.mark.parametrize("experience", [24, 60])
def test_what_the_experience_asked_can_have_earned_is_plainly_required(experience: int) -> None:
    assert line("ccm", required=True, experience=experience) == CCM


@pytest.mark.parametrize("name", [name for name, row in FACTS.credentials.items() if row.months_of_experience])
@pytest.mark.parametrize("experience", [0, 6, 11])
def test_what_nobody_can_hold_yet_may_be_earned_after_the_start(name: str, experience: int) -> None:
    credential = FACTS.credentials[name]

    text = line(name, required=True, experience=experience)

    _, _, months = text.partition(", or earned within ")
    assert credential.months_of_experience
    assert int(months.removesuffix(" months of your start")) >= max(12, credential.months_of_experience - experience)


def test_what_is_preferred_is_not_put_off() -> None:
    assert line("ccm", required=False, experience=0) == CCM


def test_what_takes_no_experience_is_required_at_once() -> None:
    assert "your start" not in line("bls", required=True, experience=0)


def test_a_posting_counts_the_experience_it_requires(sources: Callable[..., Sources]) -> None:
    def required(experience: dict[str, object] | None) -> tuple[str, ...]:
        wanted = {"certifications": ["ccm"]} | ({"experience": experience} if experience else {})
        given = sources(profile={"qualifications": {"required": wanted}})
        return compose(given._replace(facts=FACTS)).bring.required_credentials

    assert required(None) == (f"{CCM}, or earned within 24 months of your start",)
    assert required({"months": 60, "text": "Five years of nursing"}) == required(None)
    assert required({"months": 12, "text": "A year as a case manager", "in_case_management": True}) == (
        f"{CCM}, or earned within 12 months of your start",
    )
    assert required({"months": 24, "text": "Two years as a case manager", "in_case_management": True}) == (CCM,)


@pytest.mark.parametrize("name", SEARCH.names("specializations"))
def test_every_certification_of_a_shipped_specialization_leads_to_a_line(name: str) -> None:
    shipped = load_specialization(name, SEARCH, FACTS)
    asked = (*shipped.qualifications.required.certifications, *shipped.qualifications.preferred.certifications)

    assert [wanted for wanted in asked if not fitting([wanted], shipped.license_kinds, FACTS)] == []
