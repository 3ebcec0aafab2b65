"""Credentials by their exact names, sorted only where the posting sorts them."""

from collections.abc import Callable

import pytest

from jdgen.ingest.held_credentials import Held, Names, held_credentials

ROWS = [
    Names("ccm", ("CCM",), ("Certified Case Manager",)),
    Names("rn", ("RN",), ("registered nurse",)),
    Names("lcsw", (), ("clinical social worker",)),
]


def held(read: Callable, text: str) -> Held:
    """Return the credentials of a posting."""
    return held_credentials(read(text), ROWS)


def test_letters_and_names_are_found_where_they_are_asked_for(read: Callable) -> None:
    found = held(read, "# Job\n\n## Required\n\n- Current RN license\n\n## Preferred\n\n- certified case manager\n")

    assert found.sorted == {"required": ("rn",), "preferred": ("ccm",)}
    assert found.unsorted == ()


def test_other_sections_and_other_words_name_nothing(read: Callable) -> None:
    found = held(read, "# RN\n\n## Duties\n\n- Lead RN rounds\n\n## Required\n\n- Earn trust, rn, BSN-RN-like, CCMX\n")

    assert found == Held()


def test_what_a_posting_does_not_sort_is_not_sorted(read: Callable) -> None:
    found = held(read, "# Job\n\n## Qualifications\n\n- RN license\n\n## Required\n\n- CCM preferred\n")

    assert found.sorted == {}
    assert found.unsorted == (("ccm", 9), ("rn", 5))


def test_a_credential_that_is_sorted_once_is_sorted(read: Callable) -> None:
    found = held(
        read, "# Job\n\n## Qualifications\n\n- RN license\n\n## Required\n\n- RN license\n\n## Preferred\n\n- RN\n"
    )

    assert found == Held({"required": ("rn",)}, ())


@pytest.mark.parametrize(
    "line",
    [
        "BSW, MSW, RN or equivalent", "RN or LCSW license required", "RN/LPN license", "RN, BSN", "CCM a plus", "CCM within two years of hire", "Must have CCM or be eligible",
        "RN strongly encouraged", "Experience as an RN case manager", "Must have experience as an RN", "Work with RN case managers", "An RN license may stand in for the degree",
        "Two years as a registered nurse", "Either an RN license, a CCM", "RN license and/or CCM",
        "Must have a supervisor who has an RN license", "You must work with RN license holders", "Must have worked beside an RN license holder",
        "RN license in hand before the end of orientation", "Active RN license required after one year", "Active RN license required for the nurse role only",
        "For the nurse option: multistate RN license", "If you apply as a nurse: RN license", "Nurse option: RN license",
        "For hospital units: RN license",
    ],
)  # fmt: skip
def test_what_may_be_replaced_or_missed_is_not_required(read: Callable, line: str) -> None:
    found = held(read, f"# Job\n\n## Required\n\n- {line}\n")

    assert found.sorted == {}
    assert found.unsorted != ()


@pytest.mark.parametrize(
    "line",
    [
        "RN", "Registered nurse", "Current Colorado RN license", "Must be a registered nurse", "Licensed in Colorado as a registered nurse", "A bachelor's degree and a current RN license",
        "Registered nurse with a bachelor's degree or higher", "Colorado or compact RN license", "Two years of experience; current RN license", "RN license in OR",
        "A degree in social work or nursing. Current RN license.", "A valid driver's license and an RN license",
    ],
)  # fmt: skip
def test_what_a_sentence_surely_asks_for_is_required(read: Callable, line: str) -> None:
    assert held(read, f"# Job\n\n## Required\n\n- {line}\n") == Held({"required": ("rn",)}, ())


@pytest.mark.parametrize(
    "items",
    [
        "One of the following:\n\n- RN license\n- CCM certification",
        "- RN license, or\n- CCM certification",
        "- RN license\n- or CCM certification",
        "RN license\n\nOR\n\nCCM certification",
    ],
)
def test_choices_over_several_lines_are_not_required(read: Callable, items: str) -> None:
    found = held(read, f"# Job\n\n## Required\n\n{items}\n")

    assert (found.sorted, {one for one, _ in found.unsorted}) == ({}, {"rn", "ccm"})


def test_the_words_of_a_line_can_require_where_the_section_does_not(read: Callable) -> None:
    found = held(read, "# Job\n\n## Qualifications\n\n- Current RN license required\n- CCM\n")

    assert (found.sorted, found.unsorted) == ({"required": ("rn",)}, (("ccm", 6),))


def test_what_is_required_among_the_preferred_is_open(read: Callable) -> None:
    assert held(read, "# Job\n\n## Preferred\n\n- RN license required\n").sorted == {}


@pytest.mark.parametrize(
    "line",
    ["RN license required. CCM preferred.", "RN license required, CCM preferred", "CCM preferred; RN license required"],
)
@pytest.mark.parametrize("heading", ["\n## Required\n\n- ", "\n## Qualifications\n\n", "\nWe hire. ", "\n"])
def test_each_sentence_is_sorted_by_its_own_words(read: Callable, line: str, heading: str) -> None:
    found = held(read, f"# Job\n{heading}{line}\n")

    assert found == Held({"required": ("rn",), "preferred": ("ccm",)}, ())


def test_experience_that_is_preferred_is_no_license(read: Callable) -> None:
    found = held(read, "# Job\n\n## Qualifications\n\n- Experience as an RN preferred\n")

    assert (found.sorted, found.unsorted) == ({}, (("rn", 5),))


def test_running_text_that_sorts_nothing_names_nothing(read: Callable) -> None:
    assert held(read, "# Job\n\nOur RN team meets daily. You must like people.\n") == Held()


def test_what_this_job_asks_for_is_no_choice(read: Callable) -> None:
    found = held(read, "# Job\n\n## Required\n\n- For this position: RN license\n")

    assert found.sorted == {"required": ("rn",)}
