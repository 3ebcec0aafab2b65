"""How much one term may hold."""

import pytest

from jdgen.audit.term_limits import excess


@pytest.mark.parametrize(
    ("term", "said"),
    [
        ("(" * 450 + "young" + ")" * 450, "has 450 brackets inside of each other, expected at most 12"),
        ("[" * 13 + "young" + "]" * 13, "has 13 brackets inside of each other"),
        ("young" + ")" * 900, "has 900 brackets inside of each other"),
        ("word " * 90, "is 90 words long, expected at most 80"),
        ("young " + "[_] " * 17 + "staff", "leaves more than 65,536 ways to read a sentence"),
        ("young " + "... " * 7 + "staff", "leaves more than 65,536 ways"),
        ("ask " + "<name> " * 9 + "first", "leaves more than 65,536 ways"),
        ("a " + "(very|very) " * 17 + "b", "leaves more than 65,536 ways"),
        ("a " + "([very] old|old) " * 17 + "b", "leaves more than 65,536 ways"),
        ("x(" + "(a|b)" * 13 + ")", "holds a word that can be spelled in more than 5,000 ways"),
    ],
)
def test_a_term_that_could_make_a_check_slow_is_named(term: str, said: str) -> None:
    assert said in (excess(term) or "")


@pytest.mark.parametrize(
    "term",
    [
        "young staff",
        "young " + "[_] " * 16 + "staff",
        "(a|b) " * 40 + "c",
        "(nurse[s]|aide[s]|cook[s]|guide[s]|clerk[s]|driver[s]|planner[s]|manager[s]|worker[s]|teacher[s]) [very] young",
        "(" * 12 + "young" + ")" * 12,
        "young) staff",
        "(young",
        "",
    ],
)
def test_what_a_person_would_write_is_let_through(term: str) -> None:
    assert excess(term) is None
