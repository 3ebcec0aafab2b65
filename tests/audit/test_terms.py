"""The language of terms: what it matches, what it never matches, and that looking a term up by its anchors loses nothing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdgen.audit.term_index import AnchorIndex, ContextIndex
from jdgen.audit.terms import FIGURE, MARKS, WORD, TermError, compile_context, compile_term


def _found(term: str, text: str) -> str | None:
    match = re.search(compile_term(term, anchored=False).regex, text)
    return match.group() if match else None


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        ("young", "a young nurse", "young"),
        ("young", "a younger nurse", None),
        ("applicant[s]", "all applicants", "applicants"),
        ("[very] young nurse", "a very young nurse", "very young nurse"),
        ("[very] young nurse", "a young nurse", "young nurse"),
        ("young [and eager] nurse", "a young nurse", "young nurse"),
        ("young [and eager] nurse", "a young and eager nurse", "young and eager nurse"),
        ("(able|fit) bodied", "an able-bodied person", "able-bodied"),
        ("able-bodied", "an able bodied person", "able bodied"),
        ("(no older than|under) <age>", "no older than 45", "no older than 45"),
        ("under <age>", "under 5", None),
        ("under <age>", "under forty-five", "under forty-five"),
        ("must ... car", "you must own and insure a car", "must own and insure a car"),
        ("must ... car", "you must work; a car", None),
        ("must ... car", "you must own (e.g. lease) a car", "must own (e.g. lease) a car"),
        ("case manager female", "case manager (female)", "case manager (female"),
        ("must ... car", "must one two three four five six seven car", None),
        ("up to <money>", "up to $45,000 a year", "up to $45,000"),
        ("licensed in <state>", "licensed in new mexico", "licensed in new mexico"),
        ("u.s. citizen", "a u.s. citizen", "u.s. citizen"),
        ("young energetic", "young, energetic", "young, energetic"),
        ("no _ required", "no degree required", "no degree required"),
        ("(a|b [c]) d", "b d", "b d"),
    ],
)
def test_a_term_matches_what_it_says(term: str, text: str, found: str | None) -> None:
    assert _found(term, text) == found


@pytest.mark.parametrize("term", ["(young", "young)", "[old", "a|b]", "<planet> people", "a < b", "must own ..."])
def test_a_broken_term_is_refused(term: str) -> None:
    with pytest.raises(TermError):
        compile_term(term)


@pytest.mark.parametrize("term", ["<age>", "[young]", "_ _", "(young|<age>)"])
def test_a_term_needs_a_word_that_must_occur(term: str) -> None:
    with pytest.raises(TermError, match="no word that must occur"):
        compile_term(term)

    assert compile_term(term, anchored=False).regex


def test_the_rarest_words_are_the_anchor() -> None:
    frequency = {"must": 90, "have": 80, "own": 20, "dentures": 0}

    assert compile_term("must ... own", frequency=frequency).anchors == {("own",)}
    assert compile_term("must ... dentures", frequency=frequency).anchors == {("dentures",)}


def test_every_spelling_of_the_anchor_is_known() -> None:
    assert compile_term("(young|very youthful) applicant[s]").anchors == {
        (*first, second) for first in [("young",), ("very", "youthful")] for second in ("applicant", "applicants")
    }


def test_words_outside_of_the_anchor_are_asked_for_too() -> None:
    pattern = compile_term("only ... (young|old) nurses", frequency={"only": 50})

    assert pattern.anchors == {("young", "nurses"), ("old", "nurses")}
    assert pattern.others == (frozenset({"only"}),)


@pytest.mark.parametrize(
    ("term", "needed"),
    [
        ("<money>+ an hour", {"$", "+"}),
        ("(up to|from) <money>", {"$"}),
        ("{(company|employer)}", {"{", "}"}),
        ("(#one|#two) [or $three]", {"#"}),
        ("(#one|two)", set()),
        ("pay[:] is", set()),
    ],
)
def test_marks_that_stand_in_every_match_are_asked_for_where_wanted(term: str, needed: set[str]) -> None:
    others = compile_term(term, anchored=False, marks=True).others

    assert {mark for words in others for mark in words if mark in MARKS} == needed
    assert not {mark for words in compile_term(term, anchored=False).others for mark in words} & MARKS


def test_a_term_of_the_context_needs_a_word_for_each_of_its_parts() -> None:
    pattern = compile_context("Only ... (young|very old) nurses [at all]: <money>")

    assert pattern.anchors == {("young", "nurses"), ("very", "old", "nurses")}
    assert set(pattern.others) == {frozenset({"$"}), frozenset({":"}), frozenset({"only"})}
    assert pattern.regex == compile_term("only ... (young|very old) nurses [at all]: <money>").regex


_WORDS = st.sampled_from([
    "alpha",
    "beta",
    "gamma",
    "alpha-beta,",
    "delta",
    "the",
    "of",
    "must",
    "42",
    "$30",
    "#tag",
    "a/b",
    "pay:",
    "5+",
])
_TERMS = st.recursive(
    st.one_of(_WORDS, st.sampled_from(["<number>", "(alpha-beta|42)[,]", "(the|must)[:]"])),
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map(" ".join),
        st.lists(inner, min_size=2, max_size=3).map(lambda items: "(" + "|".join(items) + ")"),
        st.tuples(inner, inner).map(lambda pair: f"{pair[0]} [{pair[1]}]"),
        st.tuples(inner, inner).map(lambda pair: f"{pair[0]} ... {pair[1]}"),
    ),
    max_leaves=6,
)


@given(_TERMS, st.lists(_WORDS, max_size=12).map(" ".join))
def test_where_a_term_matches_all_its_anchors_stand(term: str, text: str) -> None:
    """Looking a term up by the words it needs must never lose a match."""
    try:
        pattern = compile_term(term, marks=True)
    except TermError:
        return
    match = re.search(pattern.regex, text)
    words = WORD.findall(text)
    tokens = {*words, *MARKS.intersection(text), *([FIGURE] if re.search(r"\d", text) else [])}

    index = ContextIndex([compile_context(term)])

    assert match is None or AnchorIndex([pattern]).look_up(words)
    assert match is None or index.anchors.look_up([*words, *MARKS.intersection(text)])
    for needed in (*pattern.others, *index.needed(0)):
        assert match is None or not tokens.isdisjoint(needed)


@pytest.mark.parametrize(
    ("term", "needed"),
    [
        ("(after|once _ hit) forty men", {"after", "once"}),
        ("(after|[_] not) forty men", {"after", "not"}),
        ("(after|_) forty men", None),
        ("(after|[once]) forty men", None),
        ("(##|xx) forty men", {"#", "xx"}),
        ("<number> forty men", {FIGURE}),
        ("<age>[s] forty men", {FIGURE}),
        ("[<number>] forty men", None),
    ],
)
def test_of_a_choice_a_word_for_each_way_to_write_it_is_asked_for(term: str, needed: set[str] | None) -> None:
    frequency = {"once": 1, "hit": 2, "after": 3, "not": 4}

    assert compile_context(term, frequency).others == ((needed,) if needed else ())


def test_several_words_with_a_mark_behind_them_are_spelled_out() -> None:
    assert compile_term("(forty-five|sixty)[,] men").anchors == {("forty", "five", "men"), ("sixty", "men")}


def test_the_rarest_set_of_words_is_asked_for_first() -> None:
    pattern = compile_term("many ... dentures ... few", frequency={"many": 5, "few": 1})

    assert pattern.others == (frozenset({"few"}), frozenset({"many"}))
