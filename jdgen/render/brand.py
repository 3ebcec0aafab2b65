"""From one brand color to the colors a page needs, each checked for contrast.

Formulas: relative luminance and contrast ratio of WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
"""

from functools import lru_cache
from typing import NamedTuple

DEFAULT_COLOR = "#0b5c6b"
"""A calm teal, for employers who name no color."""

AA_TEXT = 4.5
"""Lowest contrast of text with its background, WCAG 2.2 success criterion 1.4.3."""

_WHITE = (255, 255, 255)
_BLACK = (0, 0, 0)
_NIGHT = (24, 32, 35)
_STEPS = 50

# On a dark page thin bright letters need more than the least contrast.
_NIGHT_TEXT = 6.0

RGB = tuple[int, int, int]


class Palette(NamedTuple):
    """The colors of a page, as #rrggbb. `note` says what was changed, in one sentence, or is None."""

    accent: str
    ink: str
    text: str
    tint: str
    night_text: str
    night_tint: str
    note: str | None = None


@lru_cache(maxsize=64)
def palette(color: str | None) -> Palette:
    """Return colors for text, surfaces and the dark scheme from a brand color written #rrggbb.

    `accent` is the color itself and `ink` the black or white that reads better on it. `text` is the color, darkened
    where needed until it reads on white and on its own tint; `night_text` is lightened likewise for the dark scheme.
    """
    accent = _rgb(color or DEFAULT_COLOR)
    tint = _mix(accent, _WHITE, 0.93)
    night_tint = _mix(accent, _NIGHT, 0.82)
    text = _until_readable(accent, _BLACK, (_WHITE, tint), AA_TEXT)
    night_text = _until_readable(accent, _WHITE, (_NIGHT, night_tint), _NIGHT_TEXT)
    ink = max((_WHITE, _BLACK), key=lambda candidate: _ratio(candidate, accent))
    return Palette(
        accent=_hex(accent),
        ink=_hex(ink),
        text=_hex(text),
        tint=_hex(tint),
        night_text=_hex(night_text),
        night_tint=_hex(night_tint),
        note=_note(accent, text),
    )


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colors written #rrggbb, from 1 (equal) to 21 (black and white)."""
    return _ratio(_rgb(first), _rgb(second))


def _note(accent: RGB, text: RGB) -> str | None:
    given, used = _ratio(accent, _WHITE), _ratio(text, _WHITE)
    if given >= AA_TEXT:
        return None
    return (
        f"brand color {_hex(accent)} is too light for text ({given:.1f}:1 on white); "
        f"text uses {_hex(text)} ({used:.1f}:1)"
    )


def _until_readable(color: RGB, toward: RGB, backgrounds: tuple[RGB, ...], least: float) -> RGB:
    """Move a color in small steps until it reads on every background; the last step is black or white itself."""
    steps = (_mix(color, toward, step / _STEPS) for step in range(_STEPS + 1))
    return next(step for step in steps if all(_ratio(step, background) >= least for background in backgrounds))


def _ratio(first: RGB, second: RGB) -> float:
    dark, light = sorted((_luminance(first), _luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: RGB) -> float:
    red, green, blue = (_linear(channel / 255) for channel in color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _mix(color: RGB, other: RGB, share: float) -> RGB:
    """Return the color with a share (0 to 1) of the other in it."""
    red, green, blue = (round(ours + (theirs - ours) * share) for ours, theirs in zip(color, other, strict=True))
    return (red, green, blue)


def _rgb(color: str) -> RGB:
    return (int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16))


def _hex(color: RGB) -> str:
    return "#{:02x}{:02x}{:02x}".format(*color)
