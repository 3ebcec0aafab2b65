import pytest

from jdgen.text.links import complete_link
from jdgen.text.problem import Problem


@pytest.mark.parametrize("text", ["www.a.example/jobs", " a.example ", "careers.a-b.example?x=1"])
def test_an_address_without_its_beginning_is_refused_with_the_whole_one(text: str) -> None:
    outcome = complete_link(text)

    assert isinstance(outcome, Problem)
    assert (outcome.kind, outcome.hint) == ("scheme", f"write `https://{text.strip()}`")


@pytest.mark.parametrize(
    "text", ["https://a.example", "http://www.a.example/x", "x", "a@b.example", "ftp://a.example", "a b.example", ""]
)
def test_everything_else_is_left_to_the_model(text: str) -> None:
    assert complete_link(text) == text
