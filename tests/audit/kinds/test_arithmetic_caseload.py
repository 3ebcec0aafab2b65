"""A larger caseload beside the limit."""

import pytest

from jdgen.audit.kinds.arithmetic_caseload import cap_and_load


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("caseloads are capped at 25. plan on carrying 40 to 45 families.", "carrying 40 to 45 families"),
        ("you carry 9 families on a caseload capped at 8.", "carry 9 families"),
        ("each worker holds twelve cases at most. you would have 22 cases.", "have 22 cases"),
        ("maximum caseload: 18. current caseload: 29.", "current caseload: 29"),
        ("you never carry more than 12 families, and today each of us has 19.", "has 19"),
        ("caseloads are capped at 25. you carry 18 to 22 families.", None),
        ("caseloads are capped at 25. you carry 30 percent of them.", None),
        ("caseloads are capped at 25. you have 30 hours a week.", None),
        ("caseloads are capped at 25. you get 30 for lunch.", None),
        ("caseloads are limited to 20 to 25. you carry 24 families.", None),
        ("you carry 40 families.", None),
    ],
)
def test_a_number_to_carry_above_the_limit_is_found(text: str, words: str | None) -> None:
    found = [text[start:end] for start, end, _ in cap_and_load(text, (0, len(text)))]

    assert found == ([words] if words else [])


def test_only_the_part_of_the_text_that_is_asked_for_is_looked_at() -> None:
    text = "caseloads are capped at 25. you carry 40 families."

    assert [*cap_and_load(text, (0, 27))] == []
