"""The table of key phrases: which ones, where they stand, how often, and what to do about it."""

import pytest

from jdgen.audit.key_phrases import key_phrase_table, places_of, profile_of
from jdgen.audit.lookup import Lookup, ProfileFact
from jdgen.audit.view import View
from jdgen.ingest.reader import read_document
from jdgen.model.finding import KeyPhrase
from jdgen.text.stems import StemsNear, StemTable


def profile(name: str, *titles: str, phrases: tuple[str, ...] = ()) -> ProfileFact:
    return ProfileFact(name, titles[0], titles, (), phrases, "29-1141")


LOOKUP = Lookup(
    profiles={
        one.id: one
        for one in (
            profile("general", "Case Manager", phrases=("service plan",)),
            profile(
                "clinic",
                "Clinic Case Manager",
                "Care Coordinator",
                "Office Case Manager",
                "Nurse",
                phrases=("care plan", "home visits", "case"),
            ),
        )
    }
)
POSTING = """\
# Clinic Case Manager

You are the clinic case manager of forty people.

## Home visiting and care

You write a care plan with each, and look at the care plans again. Casework at the clinic.
"""


def view_of(text: str) -> View:
    return View(read_document(text.encode(), "ad.md"))


def table(text: str = POSTING, lookup: Lookup = LOOKUP) -> dict[str, KeyPhrase]:
    return {row.phrase: row for row in key_phrase_table(view_of(text), lookup)}


def test_title_phrases_and_two_other_titles_are_looked_for() -> None:
    assert [(row.phrase, row.kind) for row in table().values()] == [
        ("clinic case manager", "title"),
        ("care plan", "skill"),
        ("home visits", "skill"),
        ("case", "skill"),
        ("care coordinator", "synonym"),
        ("office case manager", "synonym"),
    ]


def test_phrases_are_counted_by_stems_and_never_as_parts_of_words() -> None:
    counts = {row.phrase: row.times for row in table().values()}

    assert counts == {
        "clinic case manager": 2,
        "care plan": 2,
        "home visits": 1,
        "case": 2,
        "care coordinator": 0,
        "office case manager": 0,
    }


def test_every_place_is_named() -> None:
    text = f"---\ntitle: Clinic Case Manager\ndescription: A clinic case manager in Denver.\n---\n{POSTING}"

    assert table(text)["clinic case manager"].found_in == ("title", "first paragraph", "body", "description")
    assert table()["home visits"].found_in == ("headings", "body")
    assert table()["care coordinator"].found_in == ()


def test_words_of_two_headings_are_no_phrase() -> None:
    places = places_of(view_of("# Nurse\n\n## Home\n\n## Visits\n"), StemsNear({"visit"}, StemTable()))

    assert places.headings == (("home",), ("visit",))


def test_the_first_paragraph_has_sixty_words() -> None:
    assert len(places_of(view_of("# Nurse\n\n" + "word " * 90), StemsNear({"visit"}, StemTable())).opening) == 60


def test_density_is_occurrences_in_a_hundred_words() -> None:
    words = view_of(POSTING).word_count

    assert table()["care plan"].density == round(200 / words, 2)


@pytest.mark.parametrize(
    ("text", "phrase", "advice"),
    [
        (POSTING, "clinic case manager", ""),
        (POSTING, "care plan", ""),
        (POSTING, "office case manager", "another title people type; one mention helps"),
        (POSTING.replace("Home visiting", "Housing"), "home visits", "mention it, if it is part of the work"),
        (
            POSTING.replace("You are the clinic case manager", "Join us"),
            "clinic case manager",
            "name the job in the first paragraph",
        ),
        (POSTING + "A care plan. " * 60, "care plan", "too often: say it in other words"),
        (
            f"---\nspecialization: clinic\ntitle: Helper\n---\n{POSTING.replace('# Clinic Case Manager', '# Helper')}",
            "clinic case manager",
            "use it as the title, if it is what the job is",
        ),
    ],
)
def test_each_row_says_what_to_do(text: str, phrase: str, advice: str) -> None:
    assert table(text)[phrase].advice == advice


def test_a_short_posting_may_repeat_itself() -> None:
    assert table(POSTING + "A care plan. " * 5)["care plan"].advice == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("---\nspecialization: general\ntitle: Nurse\n---\n# Nurse\n", "general"),
        ("---\nspecialization: unheard-of\n---\n# Nurse\n", "clinic"),
        ("# Case Managers\n", "general"),
        ("# Senior Clinic Case Manager (RN)\n", "clinic"),
        ("# Care Coordination\n", "clinic"),
        ("# Plumber\n", None),
        ("Words only.\n", None),
    ],
)
def test_the_kind_of_work_is_stated_or_read_off_the_title(text: str, name: str | None) -> None:
    found = profile_of(view_of(text), LOOKUP)

    assert (found and found.id) == name


def test_a_fragment_and_an_unknown_kind_of_work_have_no_table() -> None:
    assert table("# Clinic Case Manager\n\nWe hire.\n") == {}
    assert table(POSTING, Lookup()) == {}
    assert table(POSTING.replace("Clinic Case Manager", "Plumber")) == {}
