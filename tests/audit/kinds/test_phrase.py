"""Rules that look for words: what they find, and every way in which a context can silence them."""

from dataclasses import replace
from datetime import date

import pytest

from jdgen.audit.kinds.phrase import check


def test_words_are_found_wherever_they_stand_and_as_often(find, rule) -> None:
    found = find(check, "A synergy here.\nSYNERGY, and no synergistic thing.", rule(terms=("synergy",)))

    assert found.words == ["synergy", "SYNERGY"]


def test_every_term_of_every_rule_counts(find, rule) -> None:
    first, second = rule(terms=("rock star", "ninja")), rule(id="test.other", terms=("guru",))

    found = find(check, "A ninja, a guru and a rock-star.", first, second)

    assert [(hit.rule.id, words) for hit, words in zip(found.hits, found.words, strict=True)] == [
        ("test.words", "ninja"),
        ("test.other", "guru"),
        ("test.words", "rock-star"),
    ]


def test_typographic_quotes_and_dashes_are_plain_ones(find, rule) -> None:
    found = find(check, "You won\u2019t be bored in this fast\u2011paced office.", rule(terms=("won't", "fast-paced")))

    assert found.words == ["won\u2019t", "fast\u2011paced"]


def test_words_of_two_sentences_are_no_phrase(find, rule) -> None:
    assert find(check, "We like it fast. Paced walks help.", rule(terms=("fast ... paced", "fast paced"))).words == []


def test_a_longer_phrase_around_the_words_makes_them_right(find, rule) -> None:
    found = find(
        check,
        "An aggressive treatment. Aggressive sales.",
        rule(terms=("aggressive",), exceptions=("aggressive treatment",)),
    )

    assert [hit.start for hit in found.hits] == [25]


def test_an_exception_elsewhere_in_the_sentence_changes_nothing(find, rule) -> None:
    asked = rule(terms=("aggressive",), exceptions=("aggressive treatment",))

    found = find(check, "Aggressive goals beside aggressive treatment.", asked)

    assert [hit.start for hit in found.hits] == [0]


@pytest.mark.parametrize(
    ("category", "text", "words"),
    [
        ("age", "Young nurses, we serve elders.", ["Young"]),
        ("age", "Young nurses serve elders.", []),
        ("age", "Young nurses, and elders.", []),
        ("style", "Young nurses, we serve elders.", []),
    ],
)
def test_of_clauses_joined_by_a_comma_a_rule_on_applicants_looks_at_each_alone(
    category: str, text: str, words: list[str], find, rule, stances
) -> None:
    asked = rule(category=category, terms=("young",), unless=("elders",))

    assert find(check, text, asked, stance=stances).words == words


def test_other_rules_look_at_the_whole_sentence_where_one_on_applicants_looks_at_clauses(find, rule, stances) -> None:
    asked = rule(category="age", terms=("young",), unless=("elders",))
    other = rule(id="test.other", category="style", terms=("nurses",), unless=("elders",))

    assert find(check, "Young nurses, we serve elders.", asked, other, stance=stances).words == ["Young"]


def test_unless_looks_at_the_whole_sentence_and_at_no_other(find, rule) -> None:
    asked = rule(terms=("lift",), unless=("accommodation",))

    found = find(check, "Lift boxes, with accommodation. Lift boxes.", asked)

    assert [hit.start for hit in found.hits] == [32]


def test_needs_asks_for_other_words_in_the_same_sentence(find, rule) -> None:
    asked = rule(terms=("license",), needs=("driver's", "car"))

    found = find(check, "A license. A license and a car. A driver's license.", asked)

    assert [hit.start for hit in found.hits] == [13, 43]


@pytest.mark.parametrize(("within", "starts"), [("sentence", [8, 28]), ("block", [8])])
def test_a_rule_may_look_for_the_other_words_in_the_whole_block(find, rule, within: str, starts: list[int]) -> None:
    asked = rule(terms=("license",), unless=("waived",), needs=("car",), within=within)
    alone = rule(terms=("license",), needs=("car",), within=within)

    text = "Car and license. Fine.\n\nCar. License, car. It is waived."
    found = find(check, text, asked, path="ad.md")

    assert [hit.start for hit in found.hits] == starts
    assert len(find(check, "A license. A car.", alone).hits) == (within == "block")


@pytest.mark.parametrize(
    ("fields", "role", "fires"),
    [
        ({"roles": ("required",)}, "required", True),
        ({"roles": ("required",)}, "duties", False),
        ({"not_roles": ("duties",)}, "duties", False),
        ({"not_roles": ("duties",)}, "benefits", True),
    ],
)
def test_a_rule_may_be_about_some_sections_only(find, rule, fields, role, fires: bool) -> None:  # noqa: FBT001 - a column of the table
    assert bool(find(check, "Ninja", rule(terms=("ninja",), **fields), role=role).hits) is fires


def test_the_section_of_a_block_is_that_of_its_heading(find, rule) -> None:
    text = "# Nurse\n\n## Benefits\n\nNinja\n\n## Responsibilities\n\nNinja\n"

    found = find(check, text, rule(terms=("ninja",), roles=("duties",)), path="ad.md")

    assert [found.view.document.position(found.view.source_span(hit.start, hit.end)[0]).line for hit in found.hits] == [
        9
    ]


def test_a_term_without_a_word_that_must_occur_is_looked_for_in_titles(find, rule) -> None:
    wild = rule(terms=("<number>",), roles=("title",))

    assert find(check, "Nurse 42", wild, role="title").words == ["42"]
    assert find(check, "Nurse 42", wild, role="duties").words == []


@pytest.mark.parametrize(
    ("places", "states", "fires"),
    [((), (), True), (("CO",), ("CO", "UT"), True), (("CO", "WA"), ("UT",), False), (("CO",), (), False)],
)
def test_a_rule_may_hold_in_some_states_only(find, rule, places, states, fires: bool) -> None:  # noqa: FBT001 - a column of the table
    assert bool(find(check, "Ninja", rule(terms=("ninja",), places=places), states=states).hits) is fires


@pytest.mark.parametrize(
    ("day", "fires"), [("2026-12-31", False), ("2027-01-01", True), ("2027-06-30", True), ("2027-07-01", False)]
)
def test_a_rule_holds_from_its_first_day_through_its_last(find, rule, day: str, fires: bool) -> None:  # noqa: FBT001 - a column of the table
    asked = rule(terms=("ninja",), effective_from="2027-01-01", effective_to="2027-06-30")

    assert bool(find(check, "Ninja", asked, day=date.fromisoformat(day)).hits) is fires


@pytest.mark.parametrize(("employees", "fires"), [(None, True), (14, False), (15, True), (16, True)])
def test_small_employers_are_left_alone_and_unknown_ones_are_not(find, rule, employees, fires: bool) -> None:  # noqa: FBT001 - a column of the table
    assert bool(find(check, "Ninja", rule(terms=("ninja",), min_employees=15), employees=employees).hits) is fires


def test_capitals_count_only_where_the_rule_says_so(find, rule) -> None:
    text = "Know the ASAP form; reply asap."

    assert find(check, text, rule(terms=("ASAP",))).words == ["ASAP", "asap"]
    assert find(check, text, rule(terms=("ASAP",), exact_case=True)).words == ["ASAP"]


def test_the_inside_of_a_name_is_left_alone_unless_the_rule_wants_it(find, rule) -> None:
    text = "You work at the Ninja Street Clinic. Ninja wanted."

    assert [hit.start for hit in find(check, text, rule(terms=("ninja",))).hits] == [37]
    assert [hit.start for hit in find(check, text, rule(terms=("ninja",), names=True)).hits] == [16, 37]


def test_words_in_quotation_marks_are_mentioned_and_not_used(find, rule) -> None:
    found = find(check, 'We never write "be a ninja here". Be a ninja.', rule(terms=("ninja",)))

    assert [hit.start for hit in found.hits] == [39]


def test_a_rule_about_the_applicant_leaves_the_people_served_alone(find, rule) -> None:
    text = "You must be young. Groups for young clients."

    found = find(check, text, rule(terms=("young",), about="applicant"))

    assert [hit.start for hit in found.hits] == [12]
    assert found.hits[0].reason.startswith("about the applicant +2.2 (governed by “must be”")


def test_a_rule_may_be_silent_only_where_the_people_served_are_clearly_meant(find, rule) -> None:
    text = "Young. Groups for young clients."

    assert [hit.start for hit in find(check, text, rule(terms=("young",), about="not-served")).hits] == [0]
    assert find(check, text, rule(terms=("young",), about="applicant")).hits == []


def test_words_may_lean_to_one_side_by_themselves(find, rule) -> None:
    assert find(check, "Young.", rule(terms=("young",), about="applicant", lean=1)).words == ["Young"]
    assert find(check, "Young.", rule(terms=("young",), about="not-served", lean=-1)).words == []


def test_a_denial_silences_a_rule_unless_it_is_about_denials_too(find, rule) -> None:
    text = "A car is not required."
    asked = rule(terms=("car",), about="applicant", lean=1)

    assert find(check, text, asked).words == []
    assert find(check, text, replace(asked, negated=True)).words == ["car"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("we utilize it", "use"),
        ("Utilize it", "Use"),
        ("PLEASE UTILIZE IT", "USE"),
        ("we take it in order  to help", "to"),
        ("In order to help", "To"),
    ],
)
def test_a_replacement_keeps_the_capitals_of_the_words(find, rule, text: str, expected: str) -> None:
    asked = rule(terms=("utilize", "in order to"), replacements={"Utilize": "use", "in order to": "to"}, names=True)

    assert [hit.replacement for hit in find(check, text, asked).hits] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Visit bedbound members at home.", "members who stay in bed"),
        ("Visit bedbound members and families.", None),
        ("Visit bedbound members, guests or families.", None),
        ("Visit bedbound members android phones reach.", "members who stay in bed"),
    ],
)
def test_new_words_that_end_in_a_clause_take_in_nothing_joined_to_them(
    find, rule, text: str, expected: str | None
) -> None:
    asked = rule(terms=("bedbound members",), replacements={"bedbound members": "members who stay in bed"})

    assert [hit.replacement for hit in find(check, text, asked).hits] == [expected]


def test_words_without_a_replacement_of_their_own_have_none(find, rule) -> None:
    asked = rule(terms=("utilize[s]",), replacements={"utilize": "use"})

    assert [hit.replacement for hit in find(check, "It utilizes", asked).hits] == [None]


def test_one_sentence_full_of_the_same_word_costs_a_few_looks(find, rule) -> None:
    assert len(find(check, "ninja " * 200, rule(terms=("ninja",))).hits) == 4


def test_other_kinds_of_rule_are_not_looked_at(find, rule) -> None:
    assert find(check, "Ninja", rule("missing", terms=("ninja",))).hits == []


@pytest.mark.parametrize(("reach", "count"), [(None, 0), ("sentence", 0), ("clause", 1), ("near", 2)])
def test_unless_may_look_less_far_than_needs(find, rule, reach: str | None, count: int) -> None:
    text = "Clients first: a young car. Clients come, and we want a calm and very patient young one. Young clients."

    found = find(check, text, rule(terms=("young",), unless=("clients",), unless_within=reach))

    assert [hit.start for hit in found.hits] == [17, 78][:count]


def test_needs_may_look_at_the_block_where_unless_looks_at_the_sentence(find, rule) -> None:
    asked = rule(terms=("license",), unless=("waived",), needs=("car",), within="block", unless_within="sentence")

    found = find(check, "A car. License. A license is waived.", asked)

    assert [hit.start for hit in found.hits] == [7]


def test_a_rule_says_nothing_in_a_posting_for_one_of_its_titles(find, rule) -> None:
    asked = rule(terms=("in recovery",), settings={"not-titled": ("peer",)})

    assert find(check, "# Peer Specialist\n\nYou are in recovery.\n", asked, path="ad.md").words == []
    assert find(check, "# Nurse\n\nYou are in recovery.\n", asked, path="ad.md").words == ["in recovery"]


def test_the_words_found_close_the_bracket_they_open_and_no_other(find, rule) -> None:
    asked = rule(terms=("ninja guru", "rock star"))

    assert find(check, "A ninja (guru) here, a (rock star) there.", asked).words == ["ninja (guru)", "rock star"]


def test_words_that_only_had_to_stand_beside_are_not_shown_and_stay_when_repaired(find, rule) -> None:
    asked = rule(
        terms=("(of|for) [the] ninjas [and]",),
        settings={"trim": ("of", "and")},
        replacements={"of ninjas and": "of people and", "of ninjas": "for people"},
    )

    found = find(check, "A team of ninjas and friends. A team of ninjas. Work for ninjas and us.", asked)

    assert found.words == ["ninjas", "of ninjas", "for ninjas"]
    assert [hit.replacement for hit in found.hits] == ["people", "for people", None]


@pytest.mark.parametrize(
    "line",
    [
        "Applicants pay for the photo.",
        "Tell us where your photo is.",
        "A photo with your resume.",
        "The photo is paid by the applicant.",
        "Your last employer has a photo.",
        "Pay for your own photo.",
        "Without a photo you will not be considered.",
    ],
)
def test_a_line_that_speaks_to_applicants_is_no_duty_whatever_heading_stands_above_it(find, rule, line) -> None:
    asked = rule(terms=("photo",), not_roles=("duties",))

    assert find(check, f"# Nurse\n\n## Duties\n\n- {line}\n", asked, path="ad.md").words == ["photo"]


@pytest.mark.parametrize(
    "line",
    [
        "Attach a photo to the chart of each applicant for housing.",
        "Applicants for Medicaid bring a photo.",
        "Send the photo to the landlord.",
        "You take a photo of the wound.",
    ],
)
def test_a_duty_stays_one_where_it_speaks_of_those_who_apply_for_something_else(find, rule, line) -> None:
    asked = rule(terms=("photo",), not_roles=("duties",))

    assert find(check, f"# Nurse\n\n## Duties\n\n- {line}\n", asked, path="ad.md").words == []


def test_what_a_rule_needs_may_stand_anywhere_in_the_posting_where_it_says_so(find, rule) -> None:
    asked = rule(terms=("own car",), needs=("no car",), settings={"needs-in": "posting"})
    text = "# Nurse\n\nNo car, no problem.\n\n- Own car.\n- Own car!\n"

    assert find(check, text, asked, path="ad.md").words == ["Own car", "Own car"]
    assert find(check, text, rule(terms=("own car",), needs=("no car",)), path="ad.md").words == []
    assert find(check, "# Nurse\n\n- Own car.\n", asked, path="ad.md").words == []
