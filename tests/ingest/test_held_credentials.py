"""Credentials by their exact names, sorted only where the posting sorts them."""

from collections.abc import Callable

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
