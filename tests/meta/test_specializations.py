"""The shipped specializations and modifiers beside each other: what law makes essential, what must differ, what must agree."""

from collections import Counter
from pathlib import Path

import pytest

from jdgen.errors import Where
from jdgen.load.facts import load_facts
from jdgen.load.modifiers import load_modifier, modifier_names
from jdgen.load.project import open_workspace
from jdgen.load.search import shipped_folder
from jdgen.load.specializations import load_all, load_specialization

SEARCH = open_workspace(Path(__file__).parent).search
FACTS = load_facts(SEARCH)
PROFILES = load_all(SEARCH, FACTS)
# The duties by which a profile keeps the law on abuse reports and on records: those of `_base`, or its own instead.
REPORTING = {
    "child-welfare": None,  # receives the reports
    "domestic-violence": "child-harm-law",
    "geriatric": "elder-abuse",
    "juvenile-justice": "safe-reporting",
    "reentry": "abuse-in-custody",
}
PRIVACY = {"domestic-violence": "written-release", "hiv": "discreet-contact", "substance-use": "part-2-consent"}
CLINICAL = (
    "child-welfare", "clinic", "developmental-disabilities", "domestic-violence", "geriatric", "hiv", "home-health", "hospice",
    "hospital", "insurance", "juvenile-justice", "medicare", "mental-health", "oncology", "pediatric", "perinatal", "psychiatric",
    "reentry", "rehabilitation", "rn", "school", "skilled-nursing", "substance-use", "transplant", "veterans",
)  # fmt: skip
LEVELS = [name for kind, name in modifier_names(SEARCH) if kind == "level"]


@pytest.mark.parametrize("name", CLINICAL)
def test_what_the_law_demands_of_clinical_roles_is_essential(name: str) -> None:
    own = {REPORTING.get(name, "required-reporting"), PRIVACY.get(name, "privacy-and-consent")}
    demanded = own - {None}
    essential = {duty.id: duty.essential for duty in PROFILES[name].responsibilities if duty.id in demanded}

    assert demanded
    assert essential == dict.fromkeys(demanded, True)


@pytest.mark.parametrize("field", ["skills", "population", "purpose", "opening"])
def test_no_sentence_stands_in_two_profiles(field: str) -> None:
    values = [getattr(profile, field) for profile in PROFILES.values()]
    lines = Counter(line for value in values for line in ([value] if isinstance(value, str) else set(value)))

    assert len(lines) >= len(PROFILES)
    assert [line for line, count in lines.items() if count > 1] == []


@pytest.mark.parametrize("level", LEVELS)
def test_no_level_gives_a_caseload_of_ones_own_where_the_team_shares_every_case(level: str) -> None:
    where = Where("r.yaml")
    overlays = [
        load_modifier("level", level, SEARCH, where=where),
        load_modifier("model", "intensive", SEARCH, where=where),
    ]

    profile = load_specialization("mental-health", SEARCH, FACTS, overlays=overlays)

    duties = [duty.text for duty in profile.responsibilities if "caseload" in duty.text and duty.id != "supervision"]
    assert duties == [
        "Share the caseload with the whole team, and settle each morning who needs to be seen today and by whom."
    ]


def test_a_title_in_the_field_says_what_the_word_belongs_to() -> None:
    """`Field Health Plan Case Manager` reads as if the health plan were in a field."""
    field = load_modifier("delivery", "field", SEARCH, where=Where("r.yaml"))

    assert (
        load_specialization("insurance", SEARCH, FACTS, overlays=[field]).title
        == "Field-Based Health Plan Case Manager"
    )


def test_the_knowledge_writes_one_kind_of_quotes() -> None:
    """Straight ones, as people type them; a text with both would look careless on the page."""
    folder = shipped_folder()
    files = [path for name in ("specializations", "facts", "templates") for path in (folder / name).rglob("*.*")]
    texts = {path.name: path.read_text(encoding="utf-8") for path in files if path.suffix in {".yaml", ".j2"}}

    assert len(texts) > 60
    assert [name for name, text in texts.items() if {*text} & {*"\u2018\u2019\u201c\u201d"}] == []
