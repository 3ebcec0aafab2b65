"""Every modifier alone, and pairs of them, over every specialization: what goes together renders whole in every template."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from jdgen.compose.draft import Sources, compose
from jdgen.errors import InputError, InputErrors, Where
from jdgen.load.facts import load_facts
from jdgen.load.modifiers import FILES, Overlay, load_modifier, modifier_names, modifiers_of
from jdgen.load.project import open_workspace
from jdgen.load.records import as_record
from jdgen.load.specializations import load_specialization
from jdgen.load.yaml_document import Mapping, plain
from jdgen.model.employer import Employer
from jdgen.model.language import Language
from jdgen.model.requisition import Requisition
from jdgen.model.specialization import Specialization
from jdgen.render.markdown import render_body

SHIPPED = open_workspace(Path(__file__).parent)
FACTS = load_facts(SHIPPED.search)
TEMPLATES = SHIPPED.search.names("templates")
SPECIALIZATIONS = SHIPPED.search.names("specializations")
LANGUAGES = (
    Language(language="Spanish", why="families speak it at home"),
    Language(language="Hmong", why="elders prefer it"),
)
TREE = Mapping({}, Where("r.yaml"))
ALL = [
    load_modifier(kind, name, SHIPPED.search, where=Where("r.yaml")) for kind, name in modifier_names(SHIPPED.search)
]
ONES = [*[one for one in ALL if one.kind != "languages"], *modifiers_of(TREE, LANGUAGES, SHIPPED.search)]
PAIRS = [pair for pair in combinations(ONES, 2) if pair[0].kind != pair[1].kind]
LEFTOVER = re.compile(r"\bNone\b|\{|\}|\(\)|\[\]|\s[,;.:](?:\s|$)|\.\.(?:\s|$)|,,|  ")


def sensible(name: str, overlays: tuple[Overlay, ...]) -> Specialization | None:
    """Return the specialization with its modifiers, or None where they do not go together, and it was said well."""
    refused: tuple[InputError, ...] = ()
    try:
        return load_specialization(name, SHIPPED.search, FACTS, overlays=overlays)
    except InputErrors as errors:
        refused = errors.problems
    except InputError as error:
        refused = (error,)
    said = [re.search("does not go with|needs|months of experience", problem.message) for problem in refused]
    assert all(said)
    assert all(problem.hint for problem in refused)
    return None


def bodies(
    name: str, profile: Specialization, overlays: tuple[Overlay, ...], templates: list[str]
) -> Iterator[tuple[str, str]]:
    named = {one.kind: one.name for one in overlays if one.kind != "languages"}
    requisition = as_record({"specialization": name, **named}, Requisition)
    for template in templates:
        sources = Sources(name, profile, Employer(name="Quarry Lake Health"), requisition, FACTS, template)
        yield template, render_body(compose(sources), template, folders=SHIPPED.template_folders)


def faults(profile: Specialization, overlays: tuple[Overlay, ...], body: str) -> list[str]:
    """Return leftovers, bullets that stand twice, and duties that do not stand exactly once."""
    bullets = Counter(line[2:] for line in body.splitlines() if line.startswith("- "))
    found = [f"leftover {match.group()!r}" for match in LEFTOVER.finditer(body)]
    found += [f"twice: {text}" for text, count in bullets.items() if count > 1]
    ours = {duty["id"] for one in overlays for duty in plain(one.changes)["responsibilities+"]}
    expected = [duty for duty in profile.responsibilities if duty.id in ours]
    found += [f"lost: {duty.text}" for duty in expected if body.count(duty.text) != 1]
    if len(profile.title) > 75:
        found.append(f"long title {profile.title}")
    return found


def test_there_is_enough_to_try() -> None:
    assert {one.kind for one in ONES} == FILES.keys()
    assert len(PAIRS) > 30


@pytest.mark.parametrize("name", SPECIALIZATIONS)
def test_every_modifier_renders_in_every_template_or_says_why_not(name: str) -> None:
    tried = 0
    for one in ONES:
        if profile := sensible(name, (one,)):
            tried += 1
            for template, body in bodies(name, profile, (one,), TEMPLATES):
                assert (one.name, template, faults(profile, (one,), body)) == (one.name, template, [])

    assert tried >= 1


@pytest.mark.parametrize("name", SPECIALIZATIONS)
def test_pairs_render_or_say_why_not(name: str) -> None:
    """Every sixth pair, another sixth for each specialization, each in one template: the same ones in every run."""
    start = SPECIALIZATIONS.index(name)
    for number, pair in enumerate(PAIRS):
        if (number + start) % 6 == 0 and (profile := sensible(name, pair)):
            template = TEMPLATES[(number + start) // 6 % len(TEMPLATES)]
            for _, body in bodies(name, profile, pair, [template]):
                assert faults(profile, pair, body) == []
