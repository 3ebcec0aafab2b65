import re

import hypothesis.strategies as st
import pytest
from hypothesis import given

from jdgen.render.brand import AA_TEXT, DEFAULT_COLOR, contrast, palette

colors = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#777777", "#ffffff", 4.48),
        ("#0000ff", "#ffffff", 8.59),
    ],
)
def test_contrast_agrees_with_known_values(first: str, second: str, ratio: float) -> None:
    assert contrast(first, second) == pytest.approx(ratio, abs=0.005)
    assert contrast(second, first) == contrast(first, second)


@given(colors)
def test_text_is_readable_with_any_brand_color(color: str) -> None:
    colors_of_page = palette(color)

    assert contrast(colors_of_page.text, "#ffffff") >= AA_TEXT
    assert contrast(colors_of_page.text, colors_of_page.tint) >= AA_TEXT
    assert contrast(colors_of_page.ink, colors_of_page.accent) >= AA_TEXT
    assert contrast(colors_of_page.night_text, "#182023") >= AA_TEXT
    assert contrast(colors_of_page.night_text, colors_of_page.night_tint) >= AA_TEXT


@given(colors)
def test_body_text_is_readable_on_any_tint(color: str) -> None:
    colors_of_page = palette(color)

    assert contrast("#1a2427", colors_of_page.tint) >= 7
    assert contrast("#e4eaec", colors_of_page.night_tint) >= 7


@given(colors)
def test_every_color_is_written_as_css_reads_it(color: str) -> None:
    colors_of_page = palette(color)

    for name in ("accent", "ink", "text", "tint", "night_text", "night_tint"):
        assert re.fullmatch("#[0-9a-f]{6}", getattr(colors_of_page, name))


def test_a_dark_brand_color_is_used_as_it_is() -> None:
    assert palette("#0B5C6B").text == "#0b5c6b"
    assert palette("#0B5C6B").note is None


def test_a_light_brand_color_is_darkened_and_said_so() -> None:
    yellow = palette("#ffd200")

    assert (yellow.accent, yellow.ink) == ("#ffd200", "#000000")
    assert yellow.note == "brand color #ffd200 is too light for text (1.5:1 on white); text uses #8a7100 (4.7:1)"


def test_an_employer_without_a_color_gets_the_default() -> None:
    assert palette(None).accent == DEFAULT_COLOR
