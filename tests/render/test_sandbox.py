"""What a template may reach in the values it gets: their fields, and nothing that acts."""

from datetime import date
from pathlib import Path

import pytest
from jinja2 import UndefinedError
from jinja2.sandbox import SecurityError

from jdgen.load.facts import load_facts
from jdgen.load.project import open_workspace
from jdgen.load.search import search_path
from jdgen.model.draft import Labeled
from jdgen.model.employer import Apply
from jdgen.model.posting import PostedEmployer, PostingFacts
from jdgen.model.record import Record, field_names
from jdgen.pipeline.single import compose_posting
from jdgen.pipeline.sources import Order
from jdgen.render.environment import html_environment, markdown_environment
from jdgen.render.logo import Logo
from jdgen.render.sandbox import Sandbox
from jdgen.text.pay import Pay

FACTS = PostingFacts(id="A-1", title="Case Manager", employer=PostedEmployer(name="Acme"), posted=date(2026, 11, 22))
FIELDS = set(field_names(PostingFacts)) | {"places", "remote_areas", "file_stem"}
REACHABLE = sorted(name for name in dir(FACTS) if name not in FIELDS)
WAYS = (
    "{{{{ facts.{0} }}}}",
    "{{{{ facts['{0}'] }}}}",
    "{{{{ facts | attr('{0}') }}}}",
    "{{{{ [facts] | map(attribute='{0}') | first }}}}",
)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("environment", [html_environment, markdown_environment])
def test_nothing_of_a_model_but_its_fields_can_be_reached(environment, way: str, tmp_path: Path) -> None:
    made = environment((tmp_path,))

    def is_refused(name: str) -> bool:
        template = made.from_string(f"{{% set x %}}{way.format(name)}{{% endset %}}")
        try:
            template.render(facts=FACTS)
        except (SecurityError, UndefinedError):
            return True
        return False

    assert [name for name in REACHABLE if not is_refused(name)] == []


def test_models_have_more_to_reach_than_their_fields() -> None:
    assert {"__class__", "__dict__", "__init_subclass__", "__dataclass_fields__"} <= set(REACHABLE)


@pytest.mark.parametrize("name", sorted(FIELDS))
def test_every_field_can_be_reached(name: str) -> None:
    assert Sandbox().is_safe_attribute(FACTS, name, getattr(FACTS, name))


@pytest.mark.parametrize("value", [Path("/etc"), Record, PostingFacts, open, Apply, pytest, type, Exception("x")])
def test_what_is_not_ours_has_nothing_to_reach(value: object) -> None:
    for name in dir(value):
        assert not Sandbox().is_safe_attribute(value, name, getattr(value, name, None))


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("facts.employer.name", "Acme"),
        ("facts.posted.isoformat()", "2026-11-22"),
        ("facts.title.upper()", "CASE MANAGER"),
        ("facts.title | replace('Case', 'Care')", "Care Manager"),
        ("label.value", "V"),
        ("logo.media_type", "image/png"),
        ("pay.unit", "hour"),
        ("{'a': 1}.items() | list", "[('a', 1)]"),
    ],
)
def test_what_a_template_needs_it_may_do(expression: str, expected: str, tmp_path: Path) -> None:
    values = {"facts": FACTS, "label": Labeled("L", "V"), "logo": Logo("image/png", b""), "pay": Pay(20, 30, "hour")}
    template = html_environment((tmp_path,)).from_string(f"{{{{ ({expression}) | string | safe }}}}")

    assert template.render(values) == expected


def test_loops_and_macros_still_work(tmp_path: Path) -> None:
    text = "{% macro m(x) %}<{{ x }}>{% endmacro %}{% for x in 'ab' %}{{ loop.index }}{{ m(x) }}{% endfor %}"

    assert html_environment((tmp_path,)).from_string(text).render() == "1<a>2<b>"


def test_a_template_cannot_run_a_command(tmp_path: Path) -> None:
    order = Order(options=(("specialization", ("rn",), "-s"),), employer=tmp_path / "e.yaml")
    (tmp_path / "e.yaml").write_text("name: Acme\n", encoding="utf-8")
    (tmp_path / "templates").mkdir()
    attack = "{{ facts.__init__.__globals__['__builtins__']['__import__']('os').system('id > PWNED') }}"
    pwned = tmp_path / "pwned"
    (tmp_path / "templates" / "posting.md.j2").write_text(attack.replace("PWNED", str(pwned)), encoding="utf-8")
    (tmp_path / "jdgen.yaml").touch()
    workspace = open_workspace(tmp_path)

    with pytest.raises(Exception, match="may not do"):
        compose_posting(order, workspace, load_facts(search_path()))

    assert not pwned.exists()


@pytest.mark.parametrize("value", ["'a'", "1", "[]", "{}", "facts.posted", "range"])
def test_plain_values_hide_what_python_adds(value: str, tmp_path: Path) -> None:
    template = html_environment((tmp_path,)).from_string(f"{{{{ ({value}).__class__ is defined }}}}")

    assert template.render(facts=FACTS) == "False"


def test_a_private_property_of_ours_is_hidden() -> None:
    kind = type("Ours", (), {"_secret": property(lambda _: 1), "shown": property(lambda _: 2), "__module__": "jdgen.x"})
    kind.__dict__["_secret"].fget.__module__ = kind.__dict__["shown"].fget.__module__ = "jdgen.x"

    found = [name for name in ("_secret", "shown") if Sandbox().is_safe_attribute(kind(), name, 1)]

    assert found == ["shown"]
