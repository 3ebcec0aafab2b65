"""Rules about being found: what the table of key phrases breaks, and words that come back too often."""

import pytest

from jdgen.audit.kinds.key_phrase import check
from jdgen.audit.lookup import Lookup, ProfileFact

LOOKUP = Lookup(
    profiles={
        "clinic": ProfileFact(
            "clinic",
            "Clinic Case Manager",
            ("Clinic Case Manager", "Care Coordinator"),
            (),
            ("care plan", "home visits", "primary care"),
            "29-1141",
        )
    }
)
FILLER = "You go to see them all day and ask how it is for her, him or us, and why. "


@pytest.fixture
def judge(find, rule):
    """Return a function that runs one check of this kind and returns what its hits are filled with."""

    def run(name: str, body: str, lookup: Lookup = LOOKUP, title: str = "Clinic Case Manager"):
        text = f"# {title}\n\n{body}\n\n## Duties\n\nWork.\n"
        return [
            hit.fills
            for hit in find(check, text, rule("key-phrase", settings={"check": name}), path="ad.md", lookup=lookup).hits
        ]

    return run


def test_the_job_is_to_be_named_where_the_text_begins(judge) -> None:
    assert judge("title-not-in-opening", FILLER) == [{"phrase": "clinic case manager"}]
    assert judge("title-not-in-opening", "Our clinic case managers stay.") == []


def test_initials_keep_the_capitals_of_the_title(judge) -> None:
    titled = Lookup(profiles={"rn": ProfileFact("rn", "RN Case Manager", ("RN Case Manager",), (), (), "29-1141")})

    assert judge("title-not-in-opening", FILLER, titled, "RN Case Manager") == [{"phrase": "RN case manager"}]
    assert judge("title-not-in-opening", FILLER, titled, "RN CASE MANAGER") == [{"phrase": "rn case manager"}]


def test_without_a_known_kind_of_work_nothing_is_asked(judge) -> None:
    assert judge("title-not-in-opening", FILLER, Lookup()) == []
    assert judge("few-found", FILLER * 12, Lookup()) == []


@pytest.mark.parametrize(
    ("mentioned", "said"),
    [
        ("", [{"phrases": "care plan, home visits, and primary care", "count": "3", "total": "3"}]),
        ("A care plan.", [{"phrases": "home visits and primary care", "count": "2", "total": "3"}]),
        ("A care plan, a home visit.", []),
    ],
)
def test_half_of_the_phrases_is_enough(judge, mentioned: str, said) -> None:
    assert judge("few-found", FILLER * 11 + mentioned) == said


def test_a_short_text_is_not_asked_for_many_phrases(judge) -> None:
    assert judge("few-found", FILLER * 5) == []


def test_a_key_phrase_that_comes_back_too_often_is_named(judge) -> None:
    assert judge("stuffed", FILLER * 11 + "Home visits. " * 7) == [{"phrase": "home visits", "count": "7"}]
    assert judge("stuffed", FILLER * 11 + "Home visits. " * 4) == []


def test_every_form_of_a_key_phrase_counts(judge) -> None:
    text = FILLER * 11 + "Home visits. Home visit. Home visiting. " * 3

    assert judge("stuffed", text) == [{"phrase": "home visits", "count": "9"}]


def test_so_is_any_other_pair_of_longer_words(judge) -> None:
    assert judge("stuffed", FILLER * 11 + "Friendly team. " * 7) == [{"phrase": "friendly team", "count": "7"}]
    assert judge("stuffed", FILLER * 11 + "Our job is. " * 7) == []


def test_a_short_text_may_repeat_itself(judge) -> None:
    assert judge("stuffed", FILLER * 5 + "Home visits. " * 6) == []
