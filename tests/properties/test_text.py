"""What holds for every text: readers answer, formats read back, escaped Markdown shows what was typed."""

from datetime import date
from decimal import Decimal
from html.parser import HTMLParser
from typing import get_args

import markdown
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from jdgen.text.dates import describe_date, parse_date
from jdgen.text.employment import Employment, Kind, describe_employment, format_employment, parse_employment
from jdgen.text.markdown_escape import escape_markdown, one_line
from jdgen.text.pay import Pay, PayUnstated, check_pay, describe_pay, format_pay, parse_pay
from jdgen.text.place import Place, describe_place, format_place, parse_location, parse_place
from jdgen.text.postal_codes import states_of
from jdgen.text.problem import Problem
from jdgen.text.remote_area import RemoteArea, describe_remote_area, format_remote_area, parse_remote_area
from jdgen.text.slugs import check_id, slug
from jdgen.text.states import STATES
from jdgen.text.words import join_words, paragraphs, sentence, with_article
from jdgen.text.workplace import parse_workplace

MARKDOWN_CHARS = r"\`*_{}[]()#+-.!|<>&;:='\"~^$%@/ 12aAxé" + "\t\n\r\u00a0\u2028\x00\x02\x03\x1f\u202e\u2066\ufeff"
MARKDOWN_WORDS = (
    "&amp;", "&#38;", "&lt", "<b>", "</b>", "<!--", "-->", "<http://a.b>", "<a@b.c>", "1. ", "- ", "+ ", "# ", "> ",
    "    ",
    "![x](y)", "[x](y)", "[x]: y", "[x][y]", "**", "__", "a_b", "---", "***", "===", "{: #id}", "{{ x }}", "{% x %}",
    "```",
    "  \n", "\n\n", "\n---", "\n===", "|---|", "| a |", "<?x?>", "<![CDATA[x]]>", "<div>", "</div>", "<script>",
    "C++", "R&D",
    "https://a.org/b_c_d", "x_y@z.org", "klzzwxh:0000", "word", "word ",
)  # fmt: skip
texts = st.text(max_size=60) | st.text(st.sampled_from(MARKDOWN_CHARS), max_size=40)
markdown_texts = texts | st.lists(st.sampled_from(MARKDOWN_WORDS) | st.sampled_from(MARKDOWN_CHARS), max_size=8).map(
    "".join
)

POSITIONS = {
    "paragraph": ("{0}", "p"),
    "second paragraph": ("Before.\n\n{0}\n\nAfter.", "p"),
    "after a word": ("Before {0} after.", "p"),
    "list item": ("- {0}\n- next", "li"),
    "loose list item": ("- first\n\n- {0}\n\n- next", "li"),
    "numbered item": ("1. {0}\n2. next", "li"),
    "heading": ("# {0}\n\nAfter.", "h1"),
    "sub-heading": ("Before.\n\n### {0}", "h3"),
    "bold label": ("- **{0}:** words", "strong"),
    "wholly bold": ("**{0}** and **{0}** again", "strong"),
    "after a label": ("- **Pay:** {0}", "li"),
    "between labels": ("**Pay {0}:** {0} and **more {0}** than *{0}* x_{0}_x", "p"),
    "quotation": ("> {0}", "blockquote"),
    "item on two lines": ("- first\n  {0}\n- next", "li"),
    "link label": ("[{0}](https://example.org)", "a"),
    "cell": ("| a | b |\n| --- | --- |\n| {0} | next |", "td"),
    "last cell": ("| a | b |\n| --- | --- |\n| first | {0} |", "td"),
    "head cell": ("| {0} | b |\n| --- | --- |\n| c | d |", "th"),
}


READERS = {
    parse_pay: (Pay, PayUnstated, Problem),
    parse_place: (Place, Problem),
    parse_location: (Place, RemoteArea, Problem),
    parse_remote_area: (RemoteArea, Problem),
    parse_date: (date, Problem),
    parse_employment: (Employment, Problem),
    parse_workplace: (str, Problem),
    check_id: (str, Problem),
}
SHORTHAND_WORDS = (
    "$", "38.50", "80,000", "80", "k", "-", " to ", "/hr", "/hour", " an hour", "per", " year", " week", "PRN",
    "DOE", "USD", "€", "+", "from ",
    "up to ", "and", "Denver", ", ", "CO", "Colorado", " 80204", "USA", "Remote", "(", ")", "IN", "OR", " or ", "12",
    "/", "31", "2026", "Dec ",
    "st", "full-time", "part-time", "40 hours", "0.9", " FTE", "contract", "13 weeks", "hybrid", "2 days", "on-site",
    " ", ".", "\u017f", "\u0131", "\u00a0",
)  # fmt: skip
typed_texts = texts | st.lists(st.sampled_from(SHORTHAND_WORDS), max_size=8).map("".join)

# Letters and the marks that names of towns have; "Fort And" would be two places, and a state at the end is no city.
cities = st.from_regex(r"(?:St\. )?[A-Z][a-zé]{2,12}(?:[ '-][A-Z][a-zé]{2,8})?", fullmatch=True).filter(
    lambda city: (
        not any(word in {"And", "Remote", "Virtual"} for word in city.replace("-", " ").replace("'", " ").split())
    )
)
streets = st.from_regex(r"[1-9][0-9]{0,3} [A-Z][a-z]{2,8} (?:St|Ave|Road), Suite [1-9]", fullmatch=True)


@st.composite
def pays(draw):
    unit = draw(st.sampled_from(["hour", "shift", "visit", "day", "week", "month", "year"]))
    low, high = {"hour": (8, 400), "visit": (5, 5000), "shift": (20, 10_000), "day": (20, 10_000)}.get(
        unit, (5000, 40_000)
    )
    cents = st.integers(low * 100, high * 100) | st.integers(low, high).map(lambda whole: whole * 100)
    ends = sorted(Decimal(draw(cents)) / 100 for _ in range(2))
    pay = Pay(
        ends[0], ends[draw(st.integers(0, 1))], unit, draw(st.sampled_from(["USD", "CAD", "EUR", "GBP", "JPY", "PHP"]))
    )
    assert check_pay(pay) is None
    return pay


@st.composite
def employments(draw):
    kinds = draw(st.lists(st.sampled_from(get_args(Kind)), unique=True, max_size=3))
    figures = st.integers(1, 800).map(lambda tenths: Decimal(tenths) / 10)
    hours = draw(st.none() | st.tuples(figures, figures).map(lambda ends: tuple(sorted(ends))))
    fte = draw(st.none() | st.integers(1, 150).map(lambda hundredths: Decimal(hundredths) / 100))
    term = draw(st.none() | st.sampled_from(["13 weeks", "1 year", "3 to 6 months", "90 days"]))
    assume(kinds or hours or (fte is not None and fte != 1))
    if fte == 1 and not kinds:
        kinds = ["full-time"]
    return Employment(tuple(kinds), hours, fte, term)


@st.composite
def places(draw):
    state = draw(st.sampled_from(sorted(STATES)))
    code = draw(st.none() | st.integers(0, 99_999).map("{:05}".format).filter(lambda code: state in states_of(code)))
    four = draw(st.sampled_from(["", "-1234"])) if code else ""
    return Place(draw(cities), state, code and code + four, draw(st.none() | streets))


class _Reader(HTMLParser):
    """Collect the tags and the text of HTML as a browser would."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)

    def handle_comment(self, data):
        self.tags.append("comment")

    def handle_data(self, data):
        self.text += data


def _convert(source: str) -> _Reader:
    reader = _Reader()
    reader.feed(markdown.markdown(source, extensions=["tables", "sane_lists"]))
    reader.close()
    return reader


def _words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("position", POSITIONS)
@given(text=markdown_texts)
@example("]:")
@example("a_b_ __c d__ e_f")
@example("\\`\\\\``<b>&lt;")
@example("# ##")
@settings(max_examples=25)
def test_escaped_text_shows_exactly_what_was_typed(position, text):
    shape, tag = POSITIONS[position]
    line = one_line(text)
    assume(line)
    harmless = _convert(shape.format("Zqz"))

    shown = _convert(shape.format(escape_markdown(text)))

    assert harmless.tags == shown.tags
    assert tag in shown.tags
    assert _words(harmless.text.replace("Zqz", line)) == _words(shown.text)


@given(markdown_texts)
def test_one_line_changes_nothing_the_second_time(text):
    assert one_line(text) == one_line(one_line(text))
    assert escape_markdown(text) == escape_markdown(one_line(text))


@pytest.mark.parametrize(("read", "answers"), READERS.items())
@given(text=typed_texts)
@example("\x00")
@example("9" * 150)
@example("1" + ",000" * 40)
def test_every_text_gets_one_of_the_answers_and_no_error(read, answers, text):
    answer = read(text)

    assert isinstance(answer, answers)
    if isinstance(answer, Problem):
        assert answer.kind
        assert answer.message
        assert answer.hint
        assert len(answer.message) < 300


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("piece", ["9", "1-", "to ", "(", "9.", "co ", "a,", "\\", "- ", "9 hours ", "\n"])
def test_a_text_of_a_hundred_kilobytes_is_refused_at_once(read, piece):
    assert isinstance(read(piece * 100_000), Problem)


@given(pays())
def test_pay_is_read_back_from_its_shorthand_and_its_words(pay):
    assert pay == parse_pay(format_pay(pay)) == parse_pay(describe_pay(pay))


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_date_is_read_back_from_iso_and_from_words(day):
    assert day == parse_date(day.isoformat()) == parse_date(describe_date(day))


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_american_order_gives_the_date_or_asks(day):
    answer = parse_date(f"{day.month}/{day.day}/{day.year}")

    assert answer == day or (isinstance(answer, Problem) and answer.kind == "ambiguous")


@given(employments())
def test_employment_is_read_back_from_its_shorthand_and_its_words(employment):
    read = parse_employment(format_employment(employment))

    assume(not (isinstance(read, Problem) and read.kind == "contradiction"))
    assert employment == read == parse_employment(describe_employment(employment))


@given(places())
def test_a_place_is_read_back(place):
    assert place == parse_place(format_place(place)) == parse_location(format_place(place))


@given(cities, st.sampled_from(sorted(STATES)))
def test_a_city_and_state_is_read_back_from_words(city, state):
    place = Place(city, state)

    assert place == parse_place(describe_place(place)) == parse_place(describe_place(place, short=True))


@given(st.lists(st.sampled_from(sorted(STATES)), unique=True, max_size=8).map(tuple).map(RemoteArea))
def test_a_remote_area_is_read_back_from_its_shorthand_and_its_words(area):
    for words in (format_remote_area(area), describe_remote_area(area)):
        assert area == parse_remote_area(words) == parse_location(words)


@given(texts)
def test_every_slug_is_a_slug_and_a_safe_id_when_it_is_short(text):
    name = slug(text)

    assert name == slug(name)
    assert (
        not name or len(name) > 40 or check_id(name) == name or name.partition("-")[0] in {"con", "prn", "aux", "nul"}
    )


@given(texts | st.sampled_from(["CON", "com1.x", "a" * 99, "con." + "x" * 60]))
def test_every_refused_id_comes_with_a_safe_one(text):
    answer = check_id(text)

    if isinstance(answer, Problem):
        repaired = answer.hint.removeprefix("write `").removesuffix("`")
        assert repaired == check_id(repaired)


@given(texts)
def test_a_sentence_stays_as_it_is_the_second_time(text):
    assert sentence(text) == sentence(sentence(text))


@given(st.lists(st.text(max_size=20), max_size=5))
def test_paragraphs_are_found_again(parts):
    found = paragraphs("\n\n".join(parts))

    assert found == paragraphs("\n\n".join(found))
    assert "".join("".join(parts).split()) == "".join("".join(found).split())


@given(st.lists(st.from_regex(r"[a-z]+", fullmatch=True), min_size=1, max_size=6))
def test_joined_words_hold_every_item_in_order(items):
    joined = join_words(items)

    assert [word for word in joined.replace(",", "").split() if word != "and"] == [
        item for item in items if item != "and"
    ]


@given(texts)
def test_an_article_is_put_before_any_phrase(phrase):
    assert with_article(phrase) in {f"a {phrase}", f"an {phrase}"}
