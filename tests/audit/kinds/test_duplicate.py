"""Items of lists that say the same as an earlier one."""

import pytest

from jdgen.audit.kinds.duplicate import check, repeated
from jdgen.audit.view import View
from jdgen.ingest.reader import read_document


def items(*lines: str) -> str:
    return "# Nurse\n\n## Duties\n\n" + "".join(f"- {line}\n" for line in lines)


@pytest.fixture
def repeats(find, rule):
    """Return a function that gives the items found to be repeats, and those they repeat."""

    def run(*lines: str, **settings):
        found = find(check, items(*lines), rule("duplicate", settings=settings), path="ad.md")
        return [(words, hit.fills["earlier"]) for words, hit in zip(found.words, found.hits, strict=True)]

    return run


def test_an_item_that_stands_twice_is_found_at_its_second_place(repeats) -> None:
    one = "Call families every week about rides and visits"

    assert repeats(one, "Write notes on the same day you meet people", one) == [(one, one)]


def test_a_repeated_item_names_the_line_of_the_first(find, rule) -> None:
    one = "Call families every week about rides and visits"
    text = items(one, "Write notes on the same day you meet people", one)

    (hit,) = find(check, text, rule("duplicate", settings={}), path="ad.md").hits

    assert hit.fills["place"] == "line 5"
    assert text.splitlines()[4] == f"- {one}"


def test_order_capitals_and_small_words_make_no_difference(repeats) -> None:
    first, second = (
        "Plan rides, visits and calls with families weekly",
        "Weekly calls, visits, rides: plan for the families with",
    )

    assert repeats(first, second) == [(second, first)]


def test_short_items_may_be_alike(repeats) -> None:
    assert repeats("Paid time off", "Paid time off", "Health and dental care", "Health and dental care") == []


@pytest.mark.parametrize(("share", "found"), [(75, 1), (80, 0)])
def test_a_rule_says_how_alike_is_too_alike(repeats, share: int, found: int) -> None:
    """Six of eight different words are the same: 75 of a hundred."""
    first = "alpha beta gamma delta epsilon zeta eta"
    second = "alpha beta gamma delta epsilon zeta theta"

    assert len(repeats(first, second, share=share)) == found


def test_ninety_of_a_hundred_is_usual(repeats) -> None:
    words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]

    assert len(repeats(" ".join(words), " ".join(words[:9]))) == 1
    assert len(repeats(" ".join(words), " ".join(words[:8]))) == 0


def test_a_rule_may_leave_out_a_section(find, rule) -> None:
    text = items("Call families every week about rides", "Call families every week about rides")

    assert len(find(check, text, rule("duplicate", roles=("duties",)), path="ad.md").hits) == 1
    assert find(check, text, rule("duplicate", not_roles=("duties",)), path="ad.md").hits == []


def test_only_items_are_compared(find, rule) -> None:
    text = "Call families every week about rides.\n\nCall families every week about rides.\n"

    assert find(check, text, rule("duplicate"), path="ad.md").hits == []


def test_the_index_by_words_misses_no_pair_that_looking_at_all_pairs_finds() -> None:
    words = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa"]
    lines = [" ".join(words[number % 4 :][: 6 + number % 5]) for number in range(20)]
    view = View(read_document(items(*lines).encode(), "ad.md"))
    bags = {number: set(block.text.split()) for number, block in enumerate(view.blocks) if block.kind == "item"}
    alike = {
        number
        for number, bag in bags.items()
        if any(len(bag & bags[other]) / len(bag | bags[other]) >= 0.8 for other in bags if other < number)
    }

    assert alike
    assert {number for number, _ in repeated(view, 0.8)} == alike
