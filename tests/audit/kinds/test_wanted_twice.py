"""What one part of a posting requires and another one only prefers."""

import pytest

from jdgen.audit.kinds.wanted_twice import CHECK, check


@pytest.fixture
def found(find, rule):
    """Return a function that gives the words of every hit."""
    return lambda text: find(check, f"# Case Manager\n\n{text}\n", rule("statement", settings={"check": CHECK})).words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("## Requirements\n\n- CCM certification\n\n## Preferred\n\n- A current CCM", ["A current CCM"]),
        ("## Qualifications\n\n- CCM required; CCM preferred.", ["CCM preferred"]),
        ("## Qualifications\n\n- Spanish is a plus\n- Must speak Spanish", ["Spanish is a plus"]),
        ("## Preferred\n\n- Must hold a CPR card", ["Must hold a CPR card"]),
    ],
)
def test_a_thing_that_is_required_and_preferred_is_found(found, text: str, words: list[str]) -> None:
    assert found(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "## Requirements\n\n- RN license in Maine\n\n## Preferred\n\n- RN license in Vermont",
        "## Requirements\n\n- Spanish or Somali\n\n## Preferred\n\n- Spanish",
        "## Qualifications\n\n- CCM required within two years\n- CCM preferred",
        "## Duties\n\n- CCM required\n- CCM preferred",
        "## Requirements\n\n- CCM not needed\n\n## Preferred\n\n- CCM is not needed",
        "## Requirements\n\n- Required\n\n## Preferred\n\n- Preferred",
    ],
)
def test_different_things_and_different_times_are_not(found, text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("## Requirements\n\n- CCM certification\n\n## Preferred\n\n- A current CCM", " (line 5)"),
        ("## Qualifications\n\n- CCM required; CCM preferred.", " (line 5, column 3)"),
        ("## Preferred\n\n- Must hold a CPR card", ""),
    ],
)
def test_the_place_that_requires_it_is_named(find, rule, text: str, place: str) -> None:
    made = rule("statement", settings={"check": CHECK})

    (hit,) = find(check, f"# Case Manager\n\n{text}\n", made, path="ad.md").hits

    assert hit.fills["place"] == place


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("Bachelor's degree required; degree preferred.", True),
        ("Two years of experience required; experience preferred.", True),
        ("Bachelor's degree required; master's degree preferred.", False),
        ("RN, LPN or social worker required; RN preferred.", False),
        ("Bachelor's/master's degree required; master's preferred.", False),
        ("Degree required; bachelor's degree preferred.", False),
    ],
)
def test_what_is_required_more_closely_cannot_be_preferred_in_the_same_line(find, rule, line, is_found) -> None:
    asked = rule("statement", settings={"check": CHECK})

    assert bool(find(check, f"# Nurse\n\n## Qualifications\n\n- {line}\n", asked, path="ad.md").hits) is is_found


def test_another_line_may_prefer_more_loosely_what_one_line_requires(find, rule) -> None:
    text = "# Nurse\n\n## Requirements\n\n- Maine nursing license\n\n## Preferred\n\n- Nursing experience\n- Maine\n"

    assert find(check, text, rule("statement", settings={"check": CHECK}), path="ad.md").hits == []
