from collections.abc import Callable

import pytest

from jdgen.errors import InputError, InputErrors, Where
from jdgen.load.inheritance import extend, overlay, resolve
from jdgen.load.yaml_document import Mapping, find, parse_yaml, plain

PARENT = """\
title: Case Manager
skills: [Listening, Planning]
responsibilities:
  - {id: plan, text: Plan care}
  - {id: assess, text: Assess needs}
qualifications:
  required: {education: bachelor, certifications: [ccm]}
"""


def tree(text: str, path: str) -> Mapping:
    node = parse_yaml(text, path)
    assert isinstance(node, Mapping)
    return node


def merged(child: str, parent: str = PARENT) -> object:
    return plain(extend(tree(parent, "parent.yaml"), tree(child, "child.yaml")))


def problems_of(action: Callable[[], object]) -> list[tuple[str, str | None]]:
    with pytest.raises(InputErrors) as raised:
        action()
    return [(str(problem), problem.hint) for problem in raised.value.problems]


def test_a_childs_key_replaces_the_parents() -> None:
    assert merged("title: RN\nskills: [Triage]", "title: CM\nskills: [Planning]") == {
        "title": "RN",
        "skills": ["Triage"],
    }


def test_an_empty_key_of_the_child_takes_the_parents_value_away() -> None:
    assert merged("skills:", "title: CM\nskills: [Planning]") == {"title": "CM", "skills": None}


def test_mappings_merge_at_any_depth() -> None:
    result = merged("qualifications: {required: {education: master}, preferred: {education: doctorate}}")

    expected = {"required": {"education": "master", "certifications": ["ccm"]}, "preferred": {"education": "doctorate"}}
    assert expected == result["qualifications"]


def test_the_parents_order_leads() -> None:
    assert list(merged("c: 3\nb: 4\n", "a: 1\nb: 2\n")) == ["a", "b", "c"]


def test_items_are_added_at_any_depth() -> None:
    result = merged("skills+: [Triage]\nqualifications: {required: {certifications+: [acm-rn]}}")

    assert result["skills"] == ["Listening", "Planning", "Triage"]
    assert result["qualifications"]["required"]["certifications"] == ["ccm", "acm-rn"]


def test_texts_are_removed_by_their_words_and_mappings_by_id() -> None:
    result = merged("skills-: [Planning]\nresponsibilities-: [plan]")

    assert result["skills"] == ["Listening"]
    assert [item["id"] for item in result["responsibilities"]] == ["assess"]


def test_an_item_is_replaced_by_removing_and_adding_it() -> None:
    result = merged("responsibilities+: [{id: plan, text: Plan discharge}]\nresponsibilities-: [plan]")

    assert result["responsibilities"] == [
        {"id": "assess", "text": "Assess needs"},
        {"id": "plan", "text": "Plan discharge"},
    ]


def test_items_are_added_to_a_list_left_empty() -> None:
    assert merged("skills+: [Triage]", "skills:\n") == {"skills": ["Triage"]}


def test_items_without_a_name_are_added_as_they_are() -> None:
    child = "skills+:\n  -\n  - [a]\n  - text: b\n"

    assert merged(child, "skills: [[a]]") == {"skills": [["a"], None, ["a"], {"text": "b"}]}


def test_each_node_keeps_the_file_it_was_written_in() -> None:
    node = extend(tree(PARENT, "parent.yaml"), tree("title: RN\nskills+: [Triage]\n", "child.yaml"))

    assert Where("child.yaml", 1, 1) == find(node, ("title",))
    assert Where("parent.yaml", 2, 10) == find(node, ("skills", 0))
    assert Where("child.yaml", 2, 11) == find(node, ("skills", 2))
    assert Where("parent.yaml", 4, 5) == find(node, ("responsibilities", 0))


def test_all_impossible_changes_are_reported_at_once() -> None:
    child = """\
title+: [x]
skill+: [Triage]
skills-: [Plannning, {a: b}]
skills+: Triage
responsibilities+: [{id: assess, text: Again}, {id: new, text: a}, {id: new, text: b}]
settings+: [x]
qualifications: {required: {certifications: [acm-rn], certifications+: [ccm]}}
extra: {list+: [x], items: [{more-: [y]}]}
"""

    assert problems_of(lambda: merged(child)) == [
        (
            "child.yaml:1:1: `title+` changes a list, but the parent's `title` is none, expected `title:`",
            "the parent's stands at parent.yaml:1:1",
        ),
        (
            "child.yaml:2:1: `skill+` changes a list the parent does not have, expected the name of one it has",
            "did you mean `skills`?",
        ),
        (
            "child.yaml:3:11: `Plannning` is not in the parent's `skills`, expected an item of it",
            "did you mean `Planning`?",
        ),
        ("child.yaml:3:22: `skills-` names nothing here, expected an id or a text of the parent's list", None),
        (
            "child.yaml:4:1: `skills+` is not a list, expected items that start with `-`",
            "write each item on a line of its own, after `- `",
        ),
        (
            "child.yaml:5:21: `assess` is in `responsibilities` already, expected something new",
            "it stands at parent.yaml:5:5; to change it, name it in `responsibilities-` first",
        ),
        (
            "child.yaml:5:68: `new` is in `responsibilities` already, expected something new",
            "it stands at child.yaml:5:48; to change it, name it in `responsibilities-` first",
        ),
        (
            "child.yaml:6:1: `settings+` changes a list the parent does not have, expected the name of one it has",
            "write `settings:` for a new list",
        ),
        (
            "child.yaml:7:55: both `certifications` and `certifications+` stand here, expected one of them",
            "`certifications` replaces the parent's list and `certifications+` changes it; keep the one you mean",
        ),
        (
            "child.yaml:8:9: `list+` changes a parent's list, but there is no parent, expected `list:`",
            "write `list:` for a list of its own, or `extends:` a parent",
        ),
        (
            "child.yaml:8:30: `more-` changes a parent's list, but there is no parent, expected `more:`",
            "write `more:` for a list of its own, or `extends:` a parent",
        ),
    ]


def test_an_overlay_leaves_changes_for_later() -> None:
    below = tree("title: RN\nprofile: {skills+: [a], tools: [b]}\n", "requisition.yaml")
    above = tree("title: CM\nprofile: {skills+: [c], skills-: [d]}\n", "options")

    expected = {"title": "CM", "profile": {"skills+": ["c"], "tools": ["b"], "skills-": ["d"]}}
    assert plain(overlay(below, above)) == expected


FILES = {
    "_base": "title: Case Manager\nskills: [Listening]\n",
    "hospital": "extends: _base\ntitle: Hospital Case Manager\nskills+: [Triage]\n",
    "rn": "extends: hospital\nskills+: [Nursing]\n",
    "rootless": "skills+: [x]\ntasks-: [y]\n",
    "broken": "extends: rootless\ntasks+: [x]\n",
    "a": "extends: b\n",
    "b": "title: B\nextends: c\n",
    "c": "extends: b\n",
    "self": "extends: self\n",
    "orphan": "title: X\nextends: hospitl\n",
    "list": "extends: [a, b]\n",
    "blank": "extends:\ntitle: X\n",
}


def load(name: str, where: Where | None) -> Mapping:
    if name not in FILES:
        raise InputError(f"there is no specialization `{name}`", where=where)
    return tree(FILES[name], f"{name}.yaml")


def test_a_chain_is_followed_to_its_root() -> None:
    expected = {"title": "Hospital Case Manager", "skills": ["Listening", "Triage", "Nursing"]}

    assert expected == plain(resolve("rn", load))


def test_a_file_without_parent_stands_for_itself() -> None:
    assert plain(resolve("_base", load)) == {"title": "Case Manager", "skills": ["Listening"]}
    assert plain(resolve("blank", load)) == {"title": "X"}


@pytest.mark.parametrize(
    ("name", "message", "hint"),
    [
        ("a", "c.yaml:1:10: `extends` runs in a circle, {expected}: b → c → b", "take `extends: b` out of `c`"),
        (
            "self",
            "self.yaml:1:10: `extends` runs in a circle, {expected}: self → self",
            "take `extends: self` out of `self`",
        ),
    ],
)
def test_a_circle_is_printed(name: str, message: str, hint: str) -> None:
    with pytest.raises(InputError) as raised:
        resolve(name, load)

    assert message.format(expected="expected a file that extends nothing at its end") == str(raised.value)
    assert hint == raised.value.hint


def test_an_unknown_parent_is_reported_where_it_is_named() -> None:
    with pytest.raises(InputError, match=r"orphan\.yaml:2:10: there is no specialization `hospitl`"):
        resolve("orphan", load)


def test_extending_two_parents_is_refused() -> None:
    with pytest.raises(
        InputError, match=r"list\.yaml:1:10: `extends` is not a name, expected the one name of a parent"
    ):
        resolve("list", load)


def test_changes_in_a_root_and_in_its_child_are_reported_together() -> None:
    assert [message.split(": ")[0] for message, _ in problems_of(lambda: resolve("broken", load))] == [
        "broken.yaml:2:1",
        "rootless.yaml:1:1",
        "rootless.yaml:2:1",
    ]


def test_a_child_that_fits_any_parent_takes_and_adds_what_it_can() -> None:
    parent = parse_yaml("skills: [a, b]\nduties: [{id: x}]\n", "p.yaml")
    child = parse_yaml(
        "skills-: [b, c]\nskills+: [a, d]\ntools+: [e]\ntools-: [f]\nnone-: [g]\nin: {it+: [h]}\n", "c.yaml"
    )
    assert isinstance(parent, Mapping)
    assert isinstance(child, Mapping)

    assert plain(extend(parent, child, fits_any=True)) == {
        "skills": ["a", "d"],
        "duties": [{"id": "x"}],
        "tools": ["e"],
        "in": {"it": ["h"]},
    }


def test_a_child_that_fits_any_parent_still_may_not_bring_an_id_twice() -> None:
    parent = parse_yaml("duties: [{id: x}]\n", "p.yaml")
    child = parse_yaml("duties+: [{id: x}]\n", "c.yaml")
    assert isinstance(parent, Mapping)
    assert isinstance(child, Mapping)

    with pytest.raises(InputErrors, match="`x` is in `duties` already"):
        extend(parent, child, fits_any=True)


@pytest.mark.parametrize(
    ("child", "expected"),
    [
        ("skill+: [a]\nzzz: 1\n", {"skill": ["a"], "zzz": "1"}),
        ("skills-: [nothing]\nskills+: [b]\n", {"skills": ["Listening", "Planning", "b"]}),
        ("skill-: [a]\ntitle: RN\n", {"title": "RN"}),
    ],
)
def test_who_looks_further_gets_the_rest_of_a_bad_change(child: str, expected: dict[str, object]) -> None:
    problems: list[InputError] = []

    changed = extend(tree(PARENT, "parent.yaml"), tree(child, "child.yaml"), problems=problems)

    assert len(problems) == 1
    data = plain(changed)
    assert {key: data.get(key) for key in ("skill", "skills", "title", "zzz") if key in expected} == expected
    assert ("skill" in data) == ("skill" in expected)
