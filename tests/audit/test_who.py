"""The decision whether words speak of the person hired or of the people served, on its own."""

import re
from pathlib import Path

import pytest
import yaml

from jdgen.audit.view import View
from jdgen.audit.who import Decision, decide
from jdgen.model.document import Block, Document, Role, Section

CASES = Path(__file__).parents[1] / "cases" / "audit" / "who.yaml"
ROWS = [
    (who, text)
    for table in yaml.safe_load(CASES.read_text(encoding="utf-8"))
    for who, texts in table.items()
    for text in texts
]


def _decide(marked: str, words, *, role: Role = "other", lean: float = 0, denials: bool = True) -> list[Decision]:
    """Decide for every span in brackets."""
    text = marked.replace("[", "").replace("]", "")
    document = Document("x", "text", text, (Block("paragraph", text, role, 0, ((0, 0),)),), (Section(role),))
    view = View(document)
    spans, shift = [], 0
    for match in re.finditer(r"\[([^\]]*)\]", marked):
        start = match.start() - shift
        spans.append((start, start + len(match[1])))
        shift += 2
    return [
        decide(
            view, view.all_sentences[view.sentence_number(start)], (start, end), words=words, lean=lean, denials=denials
        )
        for start, end in spans
    ]


@pytest.mark.parametrize(("who", "text"), ROWS)
def test_words_are_told_apart_by_their_sentence(who: str, text: str, signs) -> None:
    decisions = _decide(text, signs)

    assert decisions
    assert [decision.is_applicant for decision in decisions] == [who == "applicant"] * len(decisions), str(decisions[0])


def test_the_section_weighs_in(signs) -> None:
    required, duties = (_decide("[Bilingual].", signs, role=role)[0] for role in ("required", "duties"))

    assert required.score > 0 > duties.score


def test_the_words_themselves_can_lean(signs) -> None:
    plain, leaning = (_decide("[Words].", signs, lean=lean)[0].score for lean in (0, 1.5))

    assert leaning == plain + 1.5


def _weight_of_must_be(words) -> float:
    (decision,) = _decide("You must be one two three [calm].", words)
    return next((sign.weight for sign in decision.signs if sign.name == "governed by"), 0)


def test_a_word_that_governs_says_less_with_each_word_between_as_the_table_says(signs) -> None:
    whole = signs.governors["must be"]
    steep = signs._replace(weights={**signs.weights, "fade": 0.5, "least": 0.1})

    assert _weight_of_must_be(signs) == round(whole * (1 - 3 * signs.weights["fade"]), 2) < whole
    assert _weight_of_must_be(steep) == round(whole * 0.1, 2)


def test_a_word_governs_no_farther_than_the_table_says(signs) -> None:
    near = signs._replace(reach={**signs.reach, "governor": 3})

    assert _weight_of_must_be(near) == 0


def test_what_begins_the_next_noun_ends_a_name_set_in_capitals(signs) -> None:
    bare = signs._replace(words={**signs.words, "determiners": frozenset()})
    with_table, without = (_decide("[YOUNG] STAFF OUR CENTER", words)[0] for words in (signs, bare))

    assert "inside a name" not in {sign.name for sign in with_table.signs}
    assert "inside a name" in {sign.name for sign in without.signs}


def test_a_rule_may_ignore_denials(signs) -> None:
    denied, ignored = (_decide("We do not hire [smokers].", signs, denials=denials)[0] for denials in (True, False))

    assert denied.score < ignored.score


def test_a_decision_explains_itself_in_one_line(signs) -> None:
    said = str(_decide("You will support [young] adults.", signs)[0])

    assert said.startswith("about the people served -")
    assert "adults" in said
    assert "\n" not in said


def test_words_in_quotation_marks_are_mentioned_and_not_meant(signs) -> None:
    meant, mentioned = (
        _decide(text, signs)[0].score for text in ("We want [young] staff.", 'We never write "we want [young] staff".')
    )

    assert mentioned < meant


def test_single_marks_quote_too_and_an_apostrophe_does_not(signs) -> None:
    quoted = "We never write 'the [young]' in a posting."
    owned = "The nurses' [young] team meets at the clients' homes."

    assert [any(sign.name == "quoted" for sign in _decide(text, signs)[0].signs) for text in (quoted, owned)] == [
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Ask at the [Young] Adult Center downtown.", True),
        ("She works at [Christian] Health Ministries of Ohio.", True),
        ("[Young] people ask for you.", False),
        ("We want [Young] people.", False),
        ("[YOUNG] STAFF WANTED HERE", False),
        ("Maria [Young], our director, answers you.", True),
        ("Devout [Young], our kind of people.", False),
        ("Ms. [Young] holds the interviews.", True),
        ("See Dr. [Young] on Friday.", True),
        ("Ask Robin [Young] about it.", True),
        ("Title IX Coordinator: Robin [Young].", True),
        ("Robin [Young], 555-0161.", True),
        ("Robin [Young] at robin@example.org", True),
        ("Wanted: Practicing [Young].", False),
        ("Ask any [Young] here.", False),
        ("Call us, [Young], 555-0161.", False),
    ],
)
def test_a_name_is_recognized_by_its_capitals(text: str, signs, *, named: bool) -> None:
    found = [sign.name for sign in _decide(text, signs)[0].signs]

    assert ("inside a name" in found) == named


@pytest.mark.parametrize(
    ("text", "is_applicant"),
    [
        ("We serve clients who need [weekend coverage].", False),
        ("Our patients who need [a car] ride with us.", False),
        ("We want nurses who need [a car].", True),
        ("You need [a reliable car].", True),
    ],
)
def test_what_people_served_need_is_no_demand_on_applicants(text: str, signs, *, is_applicant: bool) -> None:
    assert _decide(text, signs)[0].is_applicant == is_applicant


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("US [CITIZENS] ONLY AT THIS HOSPITAL.", False),
        ("NO [FELONS] IN OUR CLINIC.", False),
        ("[Young] Women Wanted For Our Hospital", False),
        ("[Young] Women Preferred Hospital", False),
        ("[YOUNG] STAFF, MERCY HOSPITAL", False),
        ("[Hospital Volunteers] Wanted", False),
        ("[YOUNG] WOMEN'S CLINIC HIRES", True),
        ("Case Manager, [Women's] Health Clinic", True),
        ("[Young] Men's and Young Women's Clinic Seeks Staff", True),
        ("Nurse On [Church] Street", True),
        ("We visit the [Young] of Mercy Clinic each day.", True),
    ],
)
def test_in_text_set_in_capitals_only_words_that_run_on_to_the_end_of_a_name_are_one(
    text: str, signs, *, named: bool
) -> None:
    found = [sign.name for sign in _decide(text, signs)[0].signs]

    assert ("inside a name" in found) == named
