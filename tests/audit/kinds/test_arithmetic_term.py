"""Benefits after the end of a temporary job."""

import pytest

from jdgen.audit.kinds.arithmetic_term import term_and_tenure


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a three-month temporary assignment. after your first year you get leave.", "after your first year"),
        ("temporary position (12 weeks). on your first anniversary you get a raise.", "on your first anniversary"),
        ("seasonal, october to january. after 12 months your leave doubles.", "after 12 months"),
        ("a five-month contract. you earn more leave in your second year.", "in your second year"),
        ("the job ends in june after 90 days. help comes after one year of service.", "after one year of service"),
        ("a three-month temporary assignment. after two months you get a raise.", None),
        ("a 24-month contract. after your first year you get a raise.", None),
        ("after your first year you get leave.", None),
    ],
)
def test_what_comes_after_the_end_of_the_job_is_found(text: str, words: str | None) -> None:
    found = [text[start:end] for start, end, _ in term_and_tenure(text, (0, len(text)))]

    assert found == ([words] if words else [])
