"""Writing any text into Markdown so that Python-Markdown gives back exactly that text.

The result stays as close to the typed text as possible, because people edit posting files by hand. Bound to
Python-Markdown 3.11 with the extensions `tables` and `sane_lists`; a property test holds it to that.
"""

import re
import unicodedata

# Ends of lines and columns become a space. Wider and unbreakable spaces stay: somebody chose them.
_LINE_ENDS = re.compile("[ \t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")

# Dropped: embeddings, overrides and isolates reorder whatever follows until somebody closes them, which may be the
# rest of the paragraph. The marks U+200E, U+200F and U+061C stay: they reach no further than themselves, and Hebrew and
# Arabic names need them. U+FEFF is left behind by spreadsheets; the others are no characters at all.
_DROPPED = re.compile("[\u202a-\u202e\u2066-\u2069\ufeff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff]")
_DROPPED_CATEGORIES = frozenset({"Cc", "Cs"})

# Characters that mean something wherever they stand.
_ANYWHERE = re.compile(
    r"""
      [\\`*\[\]|]
    | (?<!\w)_++ | (?<!_)_++(?!\w)      # an underscore inside a word (a_b) is plain
    """,
    re.VERBOSE,
)
# A tag, comment, or address in pointed brackets; "< 140" and "<18 years" are plain.
_ANGLE = re.compile(r"<(?![ ]|[0-9]+%?(?:[ ]|$))")
# A link whose label holds "]:" is taken for the definition of a reference, even when the bracket is escaped.
_DEFINITION = re.compile(r"\](?=:)")
_ENTITY = re.compile(r"&(?=\#|[0-9A-Za-z][-.0-9A-Za-z]*;)")

# What makes a block of a line: a list, a quotation, a heading, a rule.
_AT_START = re.compile(r"(?P<number>\d+(?=\.(?:[ ]|$)))|[#>]|[+-](?=[ ]|$)|-(?=[- ]*$)")
_UNDERLINE = re.compile(r"=(?==*$)")


def one_line(text: str) -> str:
    """Return the text on one line with single spaces, without what cannot be seen or reorders its surroundings."""
    if text.isprintable():  # almost every text; nothing looked for below is printable but the space of the keyboard
        return " ".join(text.split())
    spaced = _DROPPED.sub("", _LINE_ENDS.sub(" ", text))
    kept = "".join(char for char in spaced if unicodedata.category(char) not in _DROPPED_CATEGORIES)
    return _LINE_ENDS.sub(" ", kept).strip()


def escape_markdown(text: str) -> str:
    """Return Markdown that shows `one_line(text)`, in a paragraph, list item, heading, bold label or table cell."""
    line = one_line(text)
    entities = _DEFINITION.sub("&#93;", _ENTITY.sub("&amp;", line))
    marked = _ANYWHERE.sub(lambda match: "".join(f"\\{char}" for char in match.group()), entities)
    return _escape_edges(_ANGLE.sub("&lt;", marked))


def _escape_edges(line: str) -> str:
    """Escape what opens a block at the start, and a `#` at the end, which a heading would take for its closing."""
    if match := _AT_START.match(line):
        end = match.end() if match["number"] else 0
        line = f"{line[:end]}\\{line[end:]}"
    line = _UNDERLINE.sub("&#61;", line, count=1) if _UNDERLINE.match(line) else line
    return f"{line[:-1]}\\#" if line.endswith("#") and line != "\\#" else line
