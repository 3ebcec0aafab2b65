import pytest

from jdgen.text.likeness import Likeness, Names, build_names, rank

PHRASES = {"cm": "case manager", "d snp": "special plan", "jobs": "", "and": "", "drugs": "drug and alcohol"}
NAMES = build_names(
    {
        "old": ["Geriatric Case Manager"],
        "drug": ["Drug and Alcohol Case Manager"],
        "plan": ["Special Plan Case Manager", "Plan Nurse"],
        "nurse": ["Nurse Case Manager"],
    },
    PHRASES,
)


def best(text: str, names: Names = NAMES) -> Likeness:
    return rank(text, names)[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("geriatric case manager", "old"),
        ("GERIATRICS C.M. jobs", "old"),
        ("manager case geriatric", "old"),
        ("D-SNP CM", "plan"),
        ("drugs cm", "drug"),
        ("Nurse CM", "nurse"),
        ("geratric cm", "old"),
    ],
)
def test_a_name_is_met_word_for_word_in_any_order_and_writing(text: str, expected: str) -> None:
    assert (best(text).id, best(text).exact) == (expected, True)


def test_a_telling_word_weighs_more_than_one_of_every_name() -> None:
    assert NAMES.weights["geriatric"] > NAMES.weights["nurse"] > NAMES.weights["case"]
    assert best("geriatric").score > 0.9
    assert best("dental case manager").score < 0.2


def test_a_mended_typo_counts_less_than_the_word() -> None:
    assert 0.8 < best("geratric case manager").score < best("geriatric case manager").score == 1


@pytest.mark.parametrize("text", ["dental", "eriatric", "plam", "geriatricians"])
def test_another_word_is_no_typo(text: str) -> None:
    assert best(text).score == 0


@pytest.mark.parametrize("text", ["", "jobs", "??", "総合"])
def test_a_text_without_words_is_like_nothing(text: str) -> None:
    assert rank(text, NAMES) == []


def test_equals_come_in_the_order_of_their_ids() -> None:
    assert [likeness.id for likeness in rank("case manager", build_names({"b": ["x"], "a": ["x"]}, {}))] == ["a", "b"]


def test_a_long_text_is_read_to_a_length_nobody_types() -> None:
    assert best("geriatric " + "word " * 100_000).id == "old"


def test_without_names_nothing_is_found() -> None:
    assert rank("nurse", build_names({}, {})) == []
