"""What people type is data: any text in any field comes out as that text, in Markdown and on the page, and reads back from the posting file."""

import re
import unicodedata
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import markdown
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from jdgen.load.facts import load_facts
from jdgen.load.postings import dump_posting, parse_posting
from jdgen.load.project import Workspace, open_workspace
from jdgen.load.specializations import resolved
from jdgen.load.yaml_document import plain, read_yaml
from jdgen.load.yaml_dump import dump_yaml
from jdgen.model.employer import Apply
from jdgen.pipeline.single import Composed, compose_posting
from jdgen.pipeline.sources import Order
from jdgen.render.environment import markdown_environment
from jdgen.render.formats import RENDERERS, Look
from jdgen.text.markdown_escape import one_line

EVERYTHING = Path(__file__).resolve().parents[1] / "cases" / "everything"
PLAIN = "Qxq"
"""A text without meaning to any language, in place of which hostile texts are put."""
# Fields that hold no free text: their readers refuse what is not a date, an address, an id …
TYPED = {
    "checked", "closes", "code", "color", "confidence", "employer", "employment", "evidence", "flsa", "function", "functions", "id",
    "level", "licenses", "location", "logo", "months", "months_of_experience", "openings", "pay", "posted", "review_by", "rhythm",
    "size", "source", "specialization", "status", "template", "url", "varies_by_state", "website", "email", "workplace", "certifications",
    "essential", "extends", "family", "roles", "soc", "count", "verify", "duties", "model", "delivery",
}  # fmt: skip
PIECES = (
    "<script>alert(1)</script>", "<b>", "</p>", "<!--", "-->", "&amp;", "&#60;", "<https://x.example>", "https://x.example", "{{7*7}}",
    "{% include 'page.html.j2' %}", "{#", "#}", "{{ facts.__class__ }}", "{employer}", "{contact}", "**", "__", "`", "```", "# ", "## x",
    "- ", "1. ", "> ", "| a |", "---", "***", "[x](javascript:alert(1))", "![x](y)", "[x]: y", "\\", "$", "%s", "{0}", "yes", "null",
    "~", ": ", " #", "!!python/object", "&a", "*a", "'", '"', "\n", "\n\n", "\n\n    ", "\t", "\r", "\u2028", "\x00", "\x1b[31m", "\x7f",
    "\u202e", "\u2066", "\ufeff", "\u00a0", "مستشفى", "בית חולים", "総合病院", "👩🏽‍⚕️", "é", "e\u0301", "İ", "ß", "ﬁ", "word", " ", "a_b_c",
)  # fmt: skip
TEXTS = (
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=7).map("".join)
    | st.text(min_size=1, max_size=40)
).filter(lambda text: one_line(text) != "")  # fmt: skip


def everywhere(data: object, text: str, key: str = "") -> object:
    """Return plain data with every free text replaced."""
    if key in TYPED:
        return data
    if isinstance(data, dict):
        return {name: everywhere(value, text, name) for name, value in data.items()}
    if isinstance(data, list):
        return [everywhere(value, text, key) for value in data]
    return text


def sources(name: str) -> dict[str, object]:
    data = plain(read_yaml(EVERYTHING / f"{name}.yaml"))
    assert isinstance(data, dict)
    return data


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder = tmp_path_factory.mktemp("work")
    (folder / "jdgen.yaml").touch()
    (folder / "logo.svg").write_bytes((EVERYTHING / "logo.svg").read_bytes())
    return open_workspace(folder)


Compose = Callable[[str, str], Composed]
SHIPPED = open_workspace(EVERYTHING)
TEMPLATES = SHIPPED.search.names("templates")


@pytest.fixture(scope="module")
def compose(workspace: Workspace) -> Compose:
    """Return a function that composes a posting with one text in every field of employer and requisition."""
    facts = load_facts(workspace.search)
    path = workspace.folder / "requisition.yaml"

    def make(text: str, template: str) -> Composed:
        for name in ("employer", "requisition"):
            data = everywhere(sources(name), text)
            (workspace.folder / f"{name}.yaml").write_text(dump_yaml(data), encoding="utf-8")
        return compose_posting(Order(path, template=template), workspace, facts)

    return make


class Seen(HTMLParser):
    """What a browser makes of HTML: its words, its tags with the names of their attributes, and where its links lead."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.words = ""
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: set[str] = set()
        self._hidden = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        if tag == "script" and dict(attrs) == {"type": "application/ld+json"}:
            self._hidden = (
                True  # data for search engines, which browsers do not run; a text that breaks out of it shows as a tag
            )
            return
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links |= {value for name, value in attrs if name in {"href", "src"}}
        self._hidden = tag == "style"
        self.words += " " if tag in {"p", "li", "td", "th", "h1", "h2", "h3", "ul", "title", "style"} else ""

    def handle_endtag(self, tag):
        self._hidden = False
        self.words += " " if tag in {"p", "li", "td", "th", "h1", "h2", "h3", "ul", "title", "style"} else ""

    def handle_comment(self, data):
        self.tags.add("comment")

    def handle_data(self, data):
        self.words += "" if self._hidden else data


NAMED = re.compile(r"This is a full-time, hybrid (?:position as )?(.*?)(?: position)?,? in Denver", re.DOTALL)
"""The sentence that names the job; its grammar depends on the title."""


def as_typed(text: str) -> str:
    """Return a text with the marks of a keyboard: pages show typographic ones."""
    return text.translate(str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "--", "—": "---"}))  # noqa: RUF001


def spaced(text: str) -> str:
    return " ".join(text.split())


def seen_in(one: Composed) -> dict[str, Seen]:
    """Return what is seen of a posting as Markdown and on its page."""
    look = Look(folders=SHIPPED.template_folders, paper="letter", logo=one.logo)
    page = RENDERERS["html"](one.posting, look).content.decode()
    return {
        "md": Seen(markdown.markdown(one.posting.body, extensions=["tables", "sane_lists"])),
        "html": Seen(page),
    }


@pytest.fixture(scope="module")
def plainly(compose: Compose) -> dict[str, dict[str, Seen]]:
    """Return what is seen of each template with a text that means nothing in every field."""
    return {template: seen_in(compose(PLAIN, template)) for template in TEMPLATES}


def test_every_field_of_free_text_is_tried(compose: Compose) -> None:
    def count(data: object) -> int:
        if isinstance(data, dict | list):
            return sum(map(count, data.values() if isinstance(data, dict) else data))
        return data == PLAIN

    assert count(everywhere(sources("employer"), PLAIN)) == 15
    assert count(everywhere(sources("requisition"), PLAIN)) == 20


@given(TEXTS, st.sampled_from(TEMPLATES))
@example("".join(PIECES[:12]), "posting")
@example("{{7*7}} {employer} {contact} {% include 'page.html.j2' %}", "posting")
@example("# *a* _b_ [c](d) `e` | f", "internal")
@example("مستشفى <b>", "objectives")
@settings(max_examples=120)
def test_any_text_comes_out_as_that_text(
    compose: Compose, plainly: dict[str, dict[str, Seen]], text: str, template: str
) -> None:
    one = compose(text, template)

    for form, seen in seen_in(one).items():
        baseline = plainly[template][form]
        expected, found = as_typed(baseline.words), as_typed(one_line(seen.words))
        named = NAMED.findall(found)
        assert [spaced(title).casefold() for title in named] == [spaced(as_typed(one_line(text))).casefold()] * len(
            named
        ), form
        assert len(named) == len(NAMED.findall(expected)), form
        expected = NAMED.sub("", expected).replace(PLAIN, as_typed(one_line(text)))
        # The sentence stands after the first paragraph, and a text may be several: the order of its words is not that of the baseline.
        assert sorted(expected.split()) == sorted(NAMED.sub("", found).split()), form
        assert seen.tags == baseline.tags, form
        assert seen.links == baseline.links, form
        assert seen.attributes - {"dir", "class"} == baseline.attributes - {"dir", "class"}, form


@given(TEXTS, st.sampled_from(TEMPLATES))
def test_a_posting_file_reads_back_as_the_posting(compose: Compose, text: str, template: str) -> None:
    posting = compose(text, template).posting

    assert posting == parse_posting(dump_posting(posting), "posting.md")


@given(TEXTS)
def test_nothing_unprintable_reaches_the_page(compose: Compose, text: str) -> None:
    one = compose(text, "posting")

    page = RENDERERS["html"](one.posting, Look(SHIPPED.template_folders, "letter", None)).content.decode()

    assert [char for char in page if unicodedata.category(char) in {"Cc", "Cs"} and char != "\n"] == []


ADDRESS = st.lists(
    st.sampled_from([*"aé*_[](){}|&;#?=%.~'!+$,:-", "&amp;", "&copy;", "{{7*7}}", "//"]), min_size=1
).map("".join)


@given(ADDRESS)
@example("?a=1&copy;b")
def test_any_web_address_leads_where_it_says(address: str) -> None:
    url = f"https://jobs.example/{address}"
    source = (
        markdown_environment(SHIPPED.template_folders).from_string("- {{ url | link }}").render(url=Apply(url=url).url)
    )

    seen = Seen(markdown.markdown(source, extensions=["tables", "sane_lists"]))

    assert (spaced(seen.words), seen.links) == (url, {url})


@given(ADDRESS.filter(lambda text: not text.endswith(".")))
def test_any_mail_address_leads_where_it_says(name: str) -> None:
    email = Apply(email=f"{name}@jobs.example").email
    source = markdown_environment(SHIPPED.template_folders).from_string("- {{ email | mail }}").render(email=email)

    seen = Seen(markdown.markdown(source, extensions=["tables", "sane_lists"]))

    assert (spaced(seen.words), {unquote(link) for link in seen.links}) == (email, {f"mailto:{email}"})


HOSTILE = "<script>alert('{{7*7}}')</script> & *{% raw %}*"


@pytest.fixture
def hostile(tmp_path: Path) -> Workspace:
    """Return a working folder in which every text of every file is hostile: employer, requisition, specialization and facts."""
    (tmp_path / "jdgen.yaml").touch()
    (tmp_path / "logo.svg").write_bytes((EVERYTHING / "logo.svg").read_bytes())
    for folder in ("specializations", "facts"):
        (tmp_path / folder).mkdir()
    profile = everywhere(plain(resolved("rn", SHIPPED.search)), HOSTILE)
    (tmp_path / "specializations" / "rn.yaml").write_text(dump_yaml(profile), encoding="utf-8")
    for table in ("credentials", "licenses", "notices"):
        rows = everywhere(plain(read_yaml(SHIPPED.search.require("facts", table))), HOSTILE)
        (tmp_path / "facts" / f"{table}.yaml").write_text(dump_yaml(rows), encoding="utf-8")
    (tmp_path / "employer.yaml").write_text(dump_yaml(everywhere(sources("employer"), HOSTILE)), encoding="utf-8")
    requisition = everywhere(sources("requisition"), HOSTILE) | {"profile": {}}
    (tmp_path / "requisition.yaml").write_text(dump_yaml(requisition), encoding="utf-8")
    return open_workspace(tmp_path)


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_script_in_every_text_of_every_file_stays_text(hostile: Workspace, template: str) -> None:
    order = Order(hostile.folder / "requisition.yaml", template=template)

    one = compose_posting(order, hostile, load_facts(hostile.search))

    for form, seen in seen_in(one).items():
        assert seen.tags & {"script", "em", "comment"} == set(), form
        assert as_typed(seen.words).count(HOSTILE) > 30, form
        assert "49" not in re.sub(r"7\*7", "", seen.words), form
