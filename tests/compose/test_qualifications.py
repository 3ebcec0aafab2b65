from collections.abc import Callable

import pytest

from jdgen.compose.posting_facts import posting_facts
from jdgen.compose.qualifications import bring
from jdgen.model.draft import Bring


@pytest.fixture
def made(sources: Callable) -> Callable[..., Bring]:
    """Return a function that makes what an applicant brings from the qualifications of a profile and places."""

    def make(qualifications: dict[str, object], *places: str) -> Bring:
        given = sources({"location": list(places)}, profile={"qualifications": qualifications})
        facts = posting_facts(
            "nurse", given.specialization, given.employer, given.requisition, template="posting", posted=None
        )
        return bring(given.specialization, facts, given.facts)

    return make


def test_without_qualifications_nothing_is_asked(made: Callable) -> None:
    assert made({}) == Bring((), (), (), (), (), (), ())


def test_education_and_experience_come_before_the_rest(made: Callable) -> None:
    required = {
        "other": ["Knows Medicare"],
        "experience": {"months": 24, "text": "Two years on a unit"},
        "education": {"level": "bachelor", "text": "A degree"},
    }

    assert made({"required": required}).required == ("A degree", "Two years on a unit", "Knows Medicare")


def test_education_without_words_is_a_fact_and_no_line(made: Callable) -> None:
    assert made({"required": {"education": {"level": "certificate"}}}).required == ()


def test_required_and_preferred_stay_apart(made: Callable) -> None:
    both = made({
        "required": {"other": ["a"], "licenses": ["rn"]},
        "preferred": {"other": ["b"], "certifications": ["ccm"]},
    })

    assert (both.required, both.preferred) == (("a",), ("b",))
    assert both.preferred_credentials == ("Certified Case Manager (CCM), from the Commission",)
    assert len(both.required_credentials) == 1


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ((), "in the state where you practice"),
        (("Remote",), "for every state in which you serve people"),
        (("Reno, NV",), "in Nevada"),
        (("Reno, NV", "Elko, NV"), "in Nevada"),
        (("Reno, NV", "Boise, ID"), "in the state where you work (Nevada or Idaho)"),
        (("Remote (CO)",), "in Colorado"),
        (("Remote (CO, MN)",), "for each state you serve (Colorado and Minnesota)"),
        (("Reno, NV", "Remote (CO)"), "for each state you serve (Nevada and Colorado)"),
        (("Reno, NV", "Remote"), "for every state in which you serve people"),
    ],
)
def test_a_license_names_the_state_of_the_work(made: Callable, places: tuple[str, ...], expected: str) -> None:
    line = made({"required": {"licenses": ["rn"]}}, *places).required_credentials

    assert line == (f"Current, unrestricted registered nurse (RN) license {expected}",)


def test_licenses_are_alternatives_on_one_line(made: Callable) -> None:
    lines = made({"required": {"licenses": ["rn", "csw", "msw"]}}, "Reno, NV").required_credentials

    assert lines == (
        "Current, unrestricted license in Nevada as a registered nurse (RN), clinical social worker, or social worker",
    )
