import runpy
from collections.abc import Callable
from pathlib import Path

import pytest

from jdgen.errors import InputError, UsageError
from jdgen.render import environment
from jdgen.render.environment import Markdown, find_file, html_environment, markdown_environment, render_template


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """Return two folders for templates: the user's and the shipped one."""
    for name in ("own", "shipped"):
        (tmp_path / name / "parts").mkdir(parents=True)
    return tmp_path / "own", tmp_path / "shipped"


@pytest.fixture
def render(folders: tuple[Path, Path]) -> Callable[..., str]:
    """Return a function that renders a template's text as Markdown, with some values."""

    def go(template: str, **values: object) -> str:
        (folders[0] / "t.md.j2").write_text(template, encoding="utf-8")
        return render_template(markdown_environment(folders), "t.md.j2", values)

    return go


def fault_of(action: Callable[[], object]) -> InputError:
    with pytest.raises(InputError) as raised:
        action()
    return raised.value


def test_every_value_of_a_posting_is_escaped(render: Callable) -> None:
    assert render("# *{{ x }}*", x="*a* <b> {{ y }} [c](d)") == r"# *\*a\* &lt;b> {{ y }} \[c\](d)*"


def test_every_value_of_a_page_is_escaped(folders: tuple[Path, Path]) -> None:
    (folders[0] / "t.html.j2").write_text("<p>{{ x }}", encoding="utf-8")

    assert render_template(html_environment(folders), "t.html.j2", {"x": "<b> & '"}) == "<p>&lt;b&gt; &amp; &#39;"


def test_what_is_markdown_already_stays(render: Callable) -> None:
    assert render("{{ x }}", x=Markdown("**a**")) == "**a**"


def test_joined_and_changed_texts_are_escaped_too(render: Callable) -> None:
    assert render('{{ x | join("; ") }} {{ x[0] | upper }} {{ x[0] ~ "*" }}', x=["*a", "_b"]) == r"\*a; \_b \*A \*a\*"


def test_numbers_are_printed(render: Callable) -> None:
    assert render("{{ x }} {{ x + 1 }}", x=2) == "2 3"


def test_nothing_unknown_is_printed(render: Callable) -> None:
    assert "a value that is not known was printed" in fault_of(lambda: render("{{ x }}", x=None)).message


def test_an_undefined_name_is_a_fault(render: Callable) -> None:
    error = fault_of(lambda: render("a\n\n{{ y }}"))

    assert "'y' is undefined" in error.message
    assert str(error.where).endswith("own/t.md.j2:3")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://a.example/b_c*d", "<https://a.example/b_c*d>"),
        ("https://a.example/?a&copy;", "<https://a.example/?a&amp;copy;>"),
    ],
)
def test_a_link_shows_itself(render: Callable, address: str, expected: str) -> None:
    assert expected == render("{{ x | link }}", x=address)


def test_a_mail_address_is_a_link(render: Callable) -> None:
    assert render("{{ x | mail }}", x="a_*b@c.example") == r"[a\_\*b@c.example](mailto:a_%2Ab@c.example)"


@pytest.mark.parametrize(
    "name",
    [
        "../secret.txt",
        "/etc/hostname",
        "parts/../../secret.txt",
        "..",
        "shipped/../../secret.txt",
        "link.md.j2",
        "folder/secret.txt",
    ],
)
def test_no_template_reads_outside_its_folders(render: Callable, folders: tuple[Path, Path], name: str) -> None:
    (folders[0].parent / "secret.txt").write_text("secret", encoding="utf-8")
    (folders[0] / "link.md.j2").symlink_to(folders[0].parent / "secret.txt")
    (folders[0] / "folder").symlink_to(folders[0].parent)

    for way in (f"{{% include '{name}' %}}", f"{{% extends '{name}' %}}", f"{{% import '{name}' as x %}}{{{{ x }}}}"):
        error = fault_of(lambda way=way: render(way))
        assert f"the template uses `{name}`, which does not exist" in error.message


@pytest.mark.parametrize(
    "way",
    [
        "{{ x.__class__ }}", "{{ ''.__class__.__mro__ }}", "{{ x.__init__.__globals__ }}", "{{ cycler.__init__.__globals__ }}",
        "{{ x.append(1) }}", "{% for a in range(1000000) %}{% endfor %}", "{{ '{0.__class__}'.format(x) }}",
        "{{ self.__dict__ }}", "{{ x | attr('__class__') }}",
    ],
)  # fmt: skip
def test_no_template_reaches_into_python(render: Callable, way: str) -> None:
    """Each of these is refused; which words say so is Jinja's."""
    error = fault_of(lambda: render(f"a\n{way}", x=[1]))

    assert str(error.where).endswith("t.md.j2:2")


@pytest.mark.parametrize(
    "way",
    [
        "{{ 1 / 0 }}",
        "{{ 'a' + 1 }}",
        "{{ 'x' | int + {} }}",
        "{{ 'a' | round }}",
        "{% include 't.md.j2' %}",
        "{{ '%d' % 'x' }}",
    ],
)
def test_a_slip_of_a_template_is_reported_with_its_line(render: Callable, way: str) -> None:
    error = fault_of(lambda: render(f"a\n{way}"))

    assert error.message.startswith("the template cannot be filled in")
    assert str(error.where).endswith("t.md.j2:2")


@pytest.mark.parametrize("template", ["{% if %}", "{{ x", "{% for a in b %}", "{{ x | nope }}", "{% nope %}"])
def test_a_template_that_cannot_be_read_is_reported_with_its_line(render: Callable, template: str) -> None:
    error = fault_of(lambda: render(f"a\n{template}\n", x=1))

    assert error.message.startswith("the template cannot be read: ")
    assert ".md.j2:" in str(error.where)


def test_a_fault_in_a_part_names_the_part(render: Callable, folders: tuple[Path, Path]) -> None:
    (folders[1] / "parts" / "p.md.j2").write_text("\n\n{{ nope }}", encoding="utf-8")
    (folders[1] / "parts" / "q.md.j2").write_text("\n{% if %}", encoding="utf-8")

    assert str(fault_of(lambda: render("{% include 'parts/p.md.j2' %}")).where).endswith("shipped/parts/p.md.j2:3")
    assert str(fault_of(lambda: render("{% include 'parts/q.md.j2' %}")).where).endswith("shipped/parts/q.md.j2:2")


def test_the_users_template_wins_and_the_original_stays_in_reach(render: Callable, folders: tuple[Path, Path]) -> None:
    (folders[1] / "t.md.j2").write_text("shipped", encoding="utf-8")

    assert render("own and {% include 'shipped/t.md.j2' %}") == "own and shipped"


def test_a_missing_template_is_wrong_usage(folders: tuple[Path, Path]) -> None:
    with pytest.raises(UsageError, match=r"no template `no\.md\.j2`"):
        render_template(markdown_environment(folders), "no.md.j2", {})


def test_a_changed_template_is_read_again(render: Callable) -> None:
    assert [render("one"), render("two, longer")] == ["one", "two, longer"]


def test_a_file_beside_the_templates_is_found(folders: tuple[Path, Path]) -> None:
    (folders[1] / "page.css").write_text("a", encoding="utf-8")
    shipped = find_file(folders, "page.css")
    (folders[0] / "page.css").write_text("b", encoding="utf-8")

    assert (shipped, find_file(folders, "page.css")) == (folders[1] / "page.css", folders[0] / "page.css")


@pytest.mark.parametrize("name", ["../secret.txt", "no.css", "link.css"])
def test_no_file_outside_the_folders_is_found(folders: tuple[Path, Path], name: str) -> None:
    (folders[0].parent / "secret.txt").touch()
    (folders[0] / "link.css").symlink_to(folders[0].parent / "secret.txt")

    with pytest.raises(UsageError, match="no file"):
        find_file(folders, name)


@pytest.mark.parametrize("first", ["markdown", "html"])
def test_a_part_that_page_and_posting_share_is_escaped_for_each(folders: tuple[Path, Path], first: str) -> None:
    """Compiled templates are kept between runs, and the two environments escape differently."""
    (folders[0] / "shared.j2").write_text("{{ x }}", encoding="utf-8")
    expected = {"markdown": r"\*a\* &lt;b>", "html": "*a* &lt;b&gt;"}
    makers = {"markdown": markdown_environment, "html": html_environment}

    for name in (first, *({"markdown", "html"} - {first})):
        makers[name].cache_clear()
        rendered = makers[name](folders).get_template("shared.j2").render(x="*a* <b>")

        assert rendered == expected[name]


def test_templates_compiled_by_other_code_are_compiled_again(
    render: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Jinja writes constants into the compiled template as they were escaped then."""
    before = render("{{ 'a*b' }}")
    release = tmp_path / "release.py"
    release.write_text("def escape_markdown(text):\n    return text.upper()\n", encoding="utf-8")
    module = runpy.run_path(str(release))

    markdown_environment.cache_clear()
    monkeypatch.setattr(environment, "escape_markdown", module["escape_markdown"])
    after = render("{{ 'a*b' }}")
    monkeypatch.undo()
    markdown_environment.cache_clear()

    assert (before, after) == (r"a\*b", "A*B")
