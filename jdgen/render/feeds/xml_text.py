"""Text inside XML 1.0: any characters in, a well-formed element out."""

import re

# What is no Char of https://www.w3.org/TR/xml/#charsets: most control characters, halves of surrogate pairs, U+FFFE and U+FFFF.
_FORBIDDEN = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DASHES = re.compile(r"-(?=-)|-$")


def clean(text: str) -> str:
    """Return a text without the characters XML forbids, its lines ended as XML ends them."""
    return _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def literal(name: str, text: str) -> str:
    """Return an element with its text in CDATA, character by character; two sections where the text holds the end of one."""
    safe = clean(text).replace("]]>", "]]]]><![CDATA[>")
    return f"<{name}><![CDATA[{safe}]]></{name}>\n"


def escaped(name: str, text: str, attributes: str = "") -> str:
    """Return an element with its text escaped."""
    safe = clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<{name}{attributes}>{safe}</{name}>\n"


def comment(text: str) -> str:
    """Return a comment; two hyphens in a row, which would end it, are set apart."""
    return f"<!-- {_DASHES.sub('- ', clean(text))} -->\n"
