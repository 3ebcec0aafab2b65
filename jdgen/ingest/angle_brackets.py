"""What stands between angle brackets: a tag of HTML, or words that somebody has to fill in, `<Company Name>`.

Which elements there are says https://html.spec.whatwg.org/#elements-3; those browsers still know from before are among them.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

_ELEMENTS = frozenset([
    "a",
    "abbr",
    "acronym",
    "address",
    "applet",
    "area",
    "article",
    "aside",
    "audio",
    "b",
    "base",
    "basefont",
    "bdi",
    "bdo",
    "big",
    "blink",
    "blockquote",
    "body",
    "br",
    "button",
    "canvas",
    "caption",
    "center",
    "cite",
    "code",
    "col",
    "colgroup",
    "data",
    "datalist",
    "dd",
    "del",
    "details",
    "dfn",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "em",
    "embed",
    "fieldset",
    "figcaption",
    "figure",
    "font",
    "footer",
    "form",
    "frame",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hgroup",
    "hr",
    "html",
    "i",
    "iframe",
    "img",
    "input",
    "ins",
    "kbd",
    "label",
    "legend",
    "li",
    "link",
    "main",
    "map",
    "mark",
    "marquee",
    "math",
    "menu",
    "meta",
    "meter",
    "nav",
    "nobr",
    "noembed",
    "noframes",
    "noscript",
    "object",
    "ol",
    "optgroup",
    "option",
    "output",
    "p",
    "param",
    "picture",
    "plaintext",
    "pre",
    "progress",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "script",
    "search",
    "section",
    "select",
    "slot",
    "small",
    "source",
    "span",
    "strike",
    "strong",
    "style",
    "sub",
    "summary",
    "sup",
    "svg",
    "table",
    "tbody",
    "td",
    "template",
    "textarea",
    "tfoot",
    "th",
    "thead",
    "time",
    "title",
    "tr",
    "track",
    "tt",
    "u",
    "ul",
    "var",
    "video",
    "wbr",
    "xmp",
    "path",
    "g",
    "circle",
    "rect",
    "line",
    "polygon",
    "polyline",
    "ellipse",
    "defs",
    "use",
    "symbol",
    "text",
    "tspan",
    "lineargradient",
    "radialgradient",
    "stop",
    "clippath",
    "mask",
    "filter",
    "foreignobject",
    "image",
    "view",
    "desc",
    "metadata",
])
_WORDY = frozenset([
    "address",
    "area",
    "data",
    "desc",
    "image",
    "label",
    "line",
    "link",
    "map",
    "metadata",
    "section",
    "stop",
    "summary",
    "symbol",
    "text",
    "time",
    "title",
    "track",
    "use",
    "view",
])
"""Elements whose names are words that a form may ask for; one of them that is never closed, and says nothing else, is a placeholder."""

_WORDS = re.compile(r"<([A-Za-z][A-Za-z0-9]{0,40})((?:[ /,.&'\u2019_-]{1,3}[A-Za-z0-9$#]{1,40}){0,12})[ .?*]{0,3}>")
_WORD = re.compile(r"\w+")
_CLOSING = re.compile(r"</([A-Za-z][A-Za-z0-9]{0,40})\s{0,9}>")
_BARE = frozenset([
    "allowfullscreen",
    "async",
    "autofocus",
    "autoplay",
    "checked",
    "controls",
    "compact",
    "default",
    "defer",
    "disabled",
    "hidden",
    "inert",
    "ismap",
    "itemscope",
    "loop",
    "multiple",
    "muted",
    "nohref",
    "nomodule",
    "noshade",
    "novalidate",
    "nowrap",
    "open",
    "playsinline",
    "readonly",
    "required",
    "reversed",
    "selected",
])
"""Attributes that need no value."""


def is_placeholder(text: str, at: int) -> bool:
    """Say whether the bracket at an offset begins words to fill in, and no tag."""
    words = _WORDS.match(text, at)
    if not words:
        return False
    name, others = words[1].lower(), words[2]
    if name not in _ELEMENTS:
        return not _is_closed(text, name, at)
    if others:
        return not _BARE.issuperset(_WORD.findall(others.lower()))
    return name in _WORDY and not _is_closed(text, name, at)


def names_no_element(text: str, at: int) -> bool:
    """Say the same of a page, where elements may be left open."""
    words = _WORDS.match(text, at)
    return words is not None and words[1].lower() not in _ELEMENTS and is_placeholder(text, at)


def without_placeholders(text: str, stand_in: str) -> str:
    """Return a text with something else in the place of each bracket that begins words to fill in."""
    marks = [mark.start() for mark in _WORDS.finditer(text) if is_placeholder(text, mark.start())]
    if not marks:
        return text
    letters = list(text)
    for at in marks:
        letters[at] = stand_in
    return "".join(letters)


def _is_closed(text: str, name: str, at: int) -> bool:
    return _closings(text).get(name, -1) > at


@lru_cache(maxsize=2)
def _closings(text: str) -> Mapping[str, int]:
    """Return where each element is closed last, looked for once."""
    return {closing[1].lower(): closing.start() for closing in _CLOSING.finditer(text)}
