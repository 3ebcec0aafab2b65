import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from jdgen.errors import InputError, InputErrors, Where
from jdgen.load.facts import load_facts
from jdgen.load.modifiers import (
    FILES,
    Overlay,
    conflicts,
    licenses_named,
    load_modifier,
    modifier_names,
    modifiers_of,
    titled,
)
from jdgen.load.project import open_workspace
from jdgen.load.specializations import load_specialization, resolved
from jdgen.load.yaml_document import Mapping, parse_yaml, plain
from jdgen.model.language import Language
from jdgen.model.specialization import Specialization

SHIPPED = open_workspace(Path(__file__).parent).search
FACTS = load_facts(SHIPPED)
NAMES = SHIPPED.names("specializations")
MODIFIERS = modifier_names(SHIPPED)
HERE = Where("r.yaml", 2, 1)
SPANISH = Language(language="Spanish", why="families speak it")
CREOLE = Language(language="Haitian Creole", level="written", why="we write to patients in it")


def overlays(text: str, *languages: Language) -> tuple[Overlay, ...]:
    tree = parse_yaml(text, "r.yaml") if text else Mapping({}, Where("r.yaml"))
    assert isinstance(tree, Mapping)
    return modifiers_of(tree, languages, SHIPPED)


def load(name: str, text: str, *languages: Language, changes: str = "") -> Specialization:
    tree = parse_yaml(changes, "r.yaml") if changes else None
    assert tree is None or isinstance(tree, Mapping)
    return load_specialization(name, SHIPPED, FACTS, changes=tree, overlays=overlays(text, *languages))


def said(action: Callable[[], object]) -> list[str]:
    with pytest.raises((InputError, InputErrors)) as raised:
        action()
    return [str(problem) for problem in getattr(raised.value, "problems", (raised.value,))]


@pytest.fixture
def own(tmp_path: Path) -> Callable[..., Specialization]:
    """Return a function that loads the specialization `own`, made of some lines, with modifiers."""
    (tmp_path / "jdgen.yaml").touch()
    (tmp_path / "specializations").mkdir()

    def go(text: str, named: str) -> Specialization:
        (tmp_path / "specializations" / "own.yaml").write_text(text, encoding="utf-8")
        return load_specialization("own", open_workspace(tmp_path).search, FACTS, overlays=overlays(named))

    return go


def test_every_kind_has_modifiers_and_none_is_a_specialization() -> None:
    assert {"entry", "experienced", "senior", "lead", "brokerage", "clinical", "strengths-based", "intensive"} <= {
        name for _, name in MODIFIERS
    }
    assert {"telephonic", "field", "remote", "bilingual"} <= {name for _, name in MODIFIERS}
    assert {kind for kind, _ in MODIFIERS} == FILES.keys()
    assert {name for _, name in MODIFIERS} & {*NAMES} == set()


def test_what_a_modifier_takes_away_or_excludes_exists_somewhere() -> None:
    """A text changed in a specialization must be changed in the modifier that takes it out."""
    profiles = [plain(resolved(name, SHIPPED)) for name in NAMES]
    known = {text for profile in profiles for text in texts(profile)} | {*FACTS.credentials, *FACTS.licenses, "acm"}
    loaded = [load_modifier(kind, name, SHIPPED, where=HERE) for kind, name in MODIFIERS]
    taken = [text for one in loaded for text in removed(plain(one.changes))]
    excluded = [name for one in loaded for exclusion in one.modifier.not_for for name in exclusion.ids]

    assert taken
    assert [text for text in taken if text not in known] == []
    assert [name for name in excluded if name not in NAMES] == []


def texts(data: object) -> list[str]:
    if isinstance(data, dict):
        return [text for value in data.values() for text in texts(value)]
    if isinstance(data, list):
        return [text for value in data for text in texts(value)]
    return [str(data)]


def removed(data: object) -> list[str]:
    if not isinstance(data, dict):
        return []
    return [text for key, value in data.items() for text in (texts(value) if key.endswith("-") else removed(value))]


def test_an_entry_level_job_prefers_nothing_that_takes_years() -> None:
    taking_years = {row.id for row in FACTS.credentials.values() if row.months_of_experience}
    kept = {
        name: taking_years & {*load(name, "level: entry").qualifications.preferred.certifications}
        for name in ("general", "homeless-services", "mental-health", "geriatric", "skilled-nursing")
    }

    assert taking_years
    assert {name: ids for name, ids in kept.items() if ids} == {}


def test_entry_asks_for_no_experience() -> None:
    required = load("homeless-services", "level: entry").qualifications.required

    assert required.experience
    assert required.experience.months == 0


def test_senior_asks_for_more_and_keeps_what_the_specialization_asks() -> None:
    before, after = (
        load("hospital", "").qualifications.required,
        load("hospital", "level: senior").qualifications.required,
    )

    assert before.experience
    assert after.experience
    assert after.experience.months > before.experience.months
    assert after.other == (before.experience.text, *before.other)


def test_a_level_below_what_the_specialization_asks_is_refused(own: Callable) -> None:
    text = "extends: rn\nqualifications: {required: {experience: {months: 60, text: Five years}}}\n"

    assert said(lambda: own(text, "level: senior")) == [
        "r.yaml:1:1: level `senior` asks 36 months of experience where the specialization asks 60"
    ]


@pytest.mark.parametrize(("kind", "name"), [pair for pair in MODIFIERS if pair[0] != "languages"])
def test_every_duty_of_a_modifier_stands_under_one_heading(own: Callable, kind: str, name: str) -> None:
    """Also where the specialization's headings know only a few functions."""
    groups = "duty_groups: [{heading: A, functions: [engage, plan]}, {heading: B, functions: [document]}]"
    duties = "responsibilities: [{id: a, text: A., function: plan, rhythm: daily}]"
    licenses = "qualifications: {preferred: {licenses: [clinical-social-work]}}"
    profile = own(f"extends: _base\n{groups}\n{duties}\n{licenses}\n", f"{kind}: {name}")
    named = {duty for group in profile.duty_groups for duty in group.duties}

    assert len(profile.responsibilities) > 1
    for duty in profile.responsibilities:
        assert sum(group.holds(duty, named) for group in profile.duty_groups) == 1


def test_a_function_without_a_heading_goes_to_the_nearest_in_the_process(own: Callable) -> None:
    groups = "duty_groups: [{heading: A, functions: [engage]}, {heading: B, functions: [document]}]"
    duties = "responsibilities: [{id: a, text: A., function: engage, rhythm: daily}]"

    profile = own(f"extends: _base\n{groups}\n{duties}\n", "model: brokerage")

    assert [group.functions for group in profile.duty_groups] == [("engage", "coordinate"), ("document", "monitor")]


def test_what_extends_an_excluded_specialization_is_excluded_too(own: Callable) -> None:
    problems = said(lambda: own("extends: supervisor\n", "level: lead\ndelivery: telephonic\n"))

    assert [problem.partition(" does")[0] for problem in problems] == [
        "r.yaml:1:1: level `lead`",
        "r.yaml:2:1: delivery `telephonic`",
    ]


def test_unknown_names_are_reported_together() -> None:
    assert said(lambda: overlays("level: senor\nmodel: zzz\n")) == [
        "r.yaml:1:1: there is no level `senor`",
        "r.yaml:2:1: there is no model `zzz`",
    ]


def test_capitals_and_spaces_make_no_difference() -> None:
    assert [one.name for one in overlays("level: Senior\nmodel: Strengths based\n")] == ["senior", "strengths-based"]


def test_a_requisitions_changes_come_last() -> None:
    profile = load("rn", "level: senior", changes="title: Boss\nresponsibilities-: [senior-cover]\n")

    assert profile.title == "Boss"
    assert "senior-teach" in [duty.id for duty in profile.responsibilities]
    assert "senior-cover" not in [duty.id for duty in profile.responsibilities]


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("RN Case Manager", "level: senior\ndelivery: telephonic", "Senior Telephonic RN Case Manager"),
        ("Mental Health Case Manager", "level: lead\nmodel: intensive", "Lead Intensive Mental Health Case Manager"),
        ("Senior Nurse", "level: senior", "Senior Nurse"),
        ("Nurse", "model: brokerage", "Nurse"),
    ],
)
def test_words_gather_around_the_title(title: str, text: str, expected: str) -> None:
    assert expected == titled(title, overlays(text))


def test_languages_stand_in_the_title_while_it_stays_short() -> None:
    assert titled("RN Case Manager", overlays("", SPANISH)) == "Bilingual (Spanish) RN Case Manager"
    assert (
        titled("Skilled Nursing Facility Case Manager", overlays("level: senior", SPANISH, CREOLE))
        == "Senior Bilingual Skilled Nursing Facility Case Manager"
    )


def test_every_language_is_asked_for_by_level_and_reason() -> None:
    profile = load("clinic", "", SPANISH, CREOLE)

    assert profile.qualifications.required.other[-2:] == (
        "Fluency in Spanish: families speak it",
        "Fluency in Haitian Creole, spoken and written: we write to patients in it",
    )
    assert any("Spanish and Haitian Creole" in duty.text for duty in profile.responsibilities)


def test_words_of_a_reason_are_not_filled_in_again() -> None:
    sly = replace(SPANISH, why="{level} and {languages}")

    assert load("clinic", "", sly).qualifications.required.other[-1] == "Fluency in Spanish: {level} and {languages}"


def test_a_clinical_model_needs_a_clinical_license() -> None:
    (problem,) = said(lambda: load("child-welfare", "model: clinical"))

    assert problem.startswith("r.yaml:1:1: model `clinical` needs a license in clinical social work, ")
    required = load("mental-health", "model: clinical").qualifications.required
    assert "clinical-social-work" in required.licenses


@pytest.mark.parametrize(
    ("text", "changes", "expected"),
    [
        ("model: intensive\ndelivery: remote", "", "model `intensive` does not go with delivery `remote`"),
        ("level: entry", "experience: {months: 12, text: One year}", "does not go with required experience:"),
        ("level: entry", "certifications: [ccm]", "does not go with a required certification that takes experience"),
    ],
)
def test_a_conflict_is_refused(text: str, changes: str, expected: str) -> None:
    over = f"qualifications: {{required: {{{changes}}}}}\n" if changes else ""
    name = "rn" if "model" in text else "general"

    assert expected in "\n".join(said(lambda: load(name, text, changes=over)))


@pytest.mark.parametrize(
    ("text", "situation"),
    [
        ("delivery: telephonic", {"workplace": {"onsite"}}),
        ("delivery: remote", {"workplace": {"onsite"}}),
        ("delivery: remote", {"location": {"not-remote"}}),
        ("delivery: field", {"workplace": {"remote"}}),
        ("model: clinical", {"level": {"entry"}}),
        ("model: clinical", {"licenses": {"rn"}}),
    ],
)
def test_facts_of_the_opening_are_compared(text: str, situation: dict[str, set[str]]) -> None:
    problems = conflicts(overlays(text), situation)

    assert len(problems) == 1
    assert problems[0].where == Where("r.yaml", 1, 1)
    assert problems[0].hint


def test_no_message_shows_a_value_that_nobody_types() -> None:
    situation = {"workplace": {"onsite", "remote"}, "location": {"not-remote"}, "licenses": {"rn"}, "experience": {"required"},
                 "certifications": {"earned-by-experience"}, "delivery": {"remote"}, "level": {"entry"}, "model": {"intensive"}}  # fmt: skip
    loaded = [load_modifier(kind, name, SHIPPED, where=HERE) for kind, name in MODIFIERS]

    problems = conflicts(loaded, situation)

    assert len(problems) >= 8
    assert [
        p.message
        for p in problems
        if re.search("`(?:not-remote|required|earned-by-experience|rn|clinical-[a-z]+-[a-z]+)`", p.message)
    ] == []


def test_a_file_without_a_block_is_no_modifier(tmp_path: Path) -> None:
    (tmp_path / "jdgen.yaml").touch()
    (tmp_path / "specializations").mkdir()
    (tmp_path / "specializations" / "_level-odd.yaml").write_text("skills+: [a]\n", encoding="utf-8")
    search = open_workspace(tmp_path).search

    assert "not a modifier" in said(lambda: load_modifier("level", "odd", search, where=HERE))[0]


def test_all_problems_of_all_modifiers_are_said_at_once(tmp_path: Path) -> None:
    (tmp_path / "jdgen.yaml").touch()
    (tmp_path / "specializations").mkdir()
    for name in ("_level-chief", "_model-odd"):
        text = "modifier:\n  name: A\n  name: B\n  zzz: 1\n"
        (tmp_path / "specializations" / f"{name}.yaml").write_text(text, encoding="utf-8")
    tree = parse_yaml("level: chief\nmodel: odd\n", "r.yaml")
    assert isinstance(tree, Mapping)

    problems = said(lambda: modifiers_of(tree, (), open_workspace(tmp_path).search))

    places = [problem.rpartition("specializations/")[2].partition(": ")[0] for problem in problems]
    assert places[:2] == ["_level-chief.yaml:3:3", "_level-chief.yaml:4:3"]
    assert {"_model-odd.yaml:3:3", "_model-odd.yaml:4:3"} <= {*places}


def test_ones_own_modifier_joins_the_others(tmp_path: Path) -> None:
    (tmp_path / "jdgen.yaml").touch()
    (tmp_path / "specializations").mkdir()
    text = "modifier: {name: Float pool, title: 'Float {title}'}\nskills+: [Finding the light switch]\n"
    (tmp_path / "specializations" / "_delivery-float.yaml").write_text(text, encoding="utf-8")
    search = open_workspace(tmp_path).search
    float_pool = load_modifier("delivery", "float", search, where=HERE)

    profile = load_specialization("rn", search, FACTS, overlays=[float_pool])

    assert ("delivery", "float") in modifier_names(search)
    assert (profile.title, profile.skills[-1]) == ("Float RN Case Manager", "Finding the light switch")


def test_a_broken_specialization_is_still_reported_as_such(own: Callable) -> None:
    assert "responsibilities" in said(lambda: own("extends: rn\nresponsibilities: [a]\n", "delivery: telephonic"))[0]
    assert "duty_groups" in said(lambda: own("extends: rn\nduty_groups: x\n", "delivery: telephonic"))[0]


def test_licenses_are_named_required_or_preferred() -> None:
    assert {"rn", "clinical-social-work"} <= licenses_named(resolved("psychiatric", SHIPPED))
    assert licenses_named(Mapping({}, HERE)) == set()


def test_modifiers_repeat_nothing_of_each_other_or_of_any_specialization() -> None:
    loaded = [plain(load_modifier(kind, name, SHIPPED, where=HERE).changes) for kind, name in MODIFIERS]
    duties = [duty for changes in loaded for duty in changes["responsibilities+"]]
    others = {duty["text"] for name in NAMES for duty in plain(resolved(name, SHIPPED))["responsibilities"]}

    assert len({duty["id"] for duty in duties}) == len(duties) == len({duty["text"] for duty in duties})
    assert [duty["text"] for duty in duties if duty["text"] in others] == []
    assert [duty["text"] for duty in duties if not 10 <= len(duty["text"].split()) <= 26] == []
