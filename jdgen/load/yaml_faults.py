"""YAML syntax faults in plain words: what stands there, what was expected, how to repair it.

The parser's own words speak of tokens and contexts, and its C and Python halves word the same fault differently, so
each sentence is chosen by what stands in the text at the place the parser names.
"""

import re
from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias

from jdgen.errors import InputError, Where

QUOTE_IT = "put the value in quotes"

# No pattern yet: it takes milliseconds to compile, and few texts need it.
_FORBIDDEN = "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
_LINE_BREAK = re.compile("\r\n|\r|\n")
_LINE_SEPARATORS = "\x85\u2028\u2029"
_ODD_BLANK = re.compile("[\xa0\u2000-\u200b\u202f\u3000]")
_KEY = re.compile(r"[ ]*(?P<dash>(?:- +)*)(?P<key>[^\s:#-][^:#]*?)[ ]*:(?=[ \t]|$)")
_GLUED = re.compile(r"[ ]*(?:- +)*(?P<key>[\w-]+):(?P<value>\S.*)")
_FIELD = re.compile(r"[a-z_]+[+-]?")
_CLOSERS = {
    '"': ("quote", "put the whole value in one pair of quotes; see that no quote above is left open"),
    "'": ("quote", "put the whole value in double quotes"),
    "]": ("`]`", "put the whole value in quotes"),
    "}": ("`}`", "put the whole value in quotes"),
}
_LONGEST = 40


def explain_forbidden_character(text: str, path: str, first_line: int) -> InputError | None:
    """Return an error for the first character a YAML file must not hold, or None."""
    if text.replace("\n", "").isprintable():  # nothing that is forbidden can be printed
        return None
    found = re.search(_FORBIDDEN, text)
    if not found:
        return None
    lines = _LINE_BREAK.split(text[: found.start()])
    where = Where(path, first_line + len(lines) - 1, len(lines[-1]) + 1)
    name = f"U+{ord(found[0]):04X}"
    if found[0] in _LINE_SEPARATORS:
        hint = "delete it and press Enter instead"
        return InputError(f"an invisible line separator ({name}), expected a line break", where=where, hint=hint)
    return InputError(f"an invisible character ({name}), expected text", where=where, hint="delete it")


def explain_fault(error: Exception, text: str, path: str, first_line: int) -> InputError:
    """Return one plain sentence for what PyYAML raised on this text."""
    fault = _Fault.of(error, _LINE_BREAK.split(text))
    if fault is None:
        return InputError(f"the YAML cannot be read: {error}", where=Where(path))
    explain = next(explain for pattern, explain in _EXPLANATIONS if re.search(pattern, fault.said))
    spot, message, hint = explain(fault)
    line = fault.line(spot)
    odd = _ODD_BLANK.search(line)
    if odd:
        name = f"U+{ord(odd[0]):04X}"
        hint = f"the line holds a blank that is no plain space ({name}); type it anew with the space bar"
    return InputError(message, where=Where(path, first_line + spot.line, spot.column + 1), hint=hint)


class _Spot(NamedTuple):
    """A place in the text, counted from 0."""

    line: int
    column: int


_Said: TypeAlias = tuple[_Spot, str, str]


class _Fault(NamedTuple):
    """What the parser said, the place it stumbled at, and the place where the thing it was reading began."""

    said: str
    lines: list[str]
    at: _Spot
    began: _Spot

    @classmethod
    def of(cls, error: Any, lines: list[str]) -> "_Fault | None":  # noqa: ANN401 (PyYAML's errors are untyped)
        """Read PyYAML's error; None for one without a place."""
        at = getattr(error, "problem_mark", None)
        if at is None:
            return None
        began = error.context_mark or at
        said = f"{error.context or ''}: {error.problem or ''}"
        return cls(said, lines, _Spot(at.line, at.column), _Spot(began.line, began.column))

    def line(self, spot: _Spot) -> str:
        """Return the line of a spot; the end of the text has an empty one."""
        return self.lines[spot.line] if spot.line < len(self.lines) else ""

    def character(self, spot: _Spot) -> str:
        """Return the character at a spot, or nothing at the end of a line."""
        return self.line(spot)[spot.column : spot.column + 1]


def _unclosed_quote(fault: _Fault) -> _Said:
    quote = fault.character(fault.began)
    message = f"the quote {_code(quote)} that opens here is never closed, expected a closing one"
    return fault.began, message, f"write {_code(quote)} at the end of the value"


def _escape(fault: _Fault) -> _Said:
    column = fault.line(fault.at).rfind("\\", 0, fault.at.column + 1)
    spot = _Spot(fault.at.line, max(column, 0))
    message = "a backslash in double quotes starts a code, and this is none, expected text"
    return spot, message, "write the backslash twice, or use single quotes"


def _block_text(fault: _Fault) -> _Said:
    sign = _code(fault.character(fault.began))
    message = f"something stands after the {sign}, expected the text on the lines below"
    return fault.began, message, f"start the text on the next line, indented, or {QUOTE_IT}"


def _bad_start(fault: _Fault) -> _Said:
    spot = fault.began if fault.character(fault.began) in "*&!" else fault.at
    character = fault.character(spot)
    if character == "\t":
        return _tab(fault)
    shown = "a backtick" if character == "`" else _code(character)
    return spot, f"a value starts with {shown} here, expected text in quotes", QUOTE_IT


def _tab(fault: _Fault) -> _Said:
    return fault.at, "a tab stands here, expected spaces", "indent with spaces, two for each level"


def _second_colon(fault: _Fault) -> _Said:
    line = fault.line(fault.at)
    key = _KEY.match(line)
    if key and key.end() <= fault.at.column:
        name, start = f"{key['key']}: ", key.end()
        message = f"the value of {_code(key['key'])} contains `: `, expected text in quotes"
        if key["dash"] and not _FIELD.fullmatch(key["key"]):
            name, start = "- ", key.start("key")
            message = "the item contains `: `, expected text in quotes"
        value = line[start:].strip()
        shown = len(value) <= _LONGEST and '"' not in value
        return fault.at, message, f'{QUOTE_IT}: `{name}"{value}"`' if shown else QUOTE_IT
    above = _line_above(fault)
    if above and not _KEY.match(fault.line(above)):
        return _no_colon(fault, above)
    spot = _Spot(fault.at.line, len(line) - len(line.lstrip()))
    message = f"{_code(line[spot.column : fault.at.column])} is indented deeper than the line above, which has a value"
    return spot, f"{message}, expected them to line up", "start both lines in the same column"


def _missing_colon(fault: _Fault) -> _Said:
    glued = _GLUED.match(fault.line(fault.began))
    if glued:
        message = f"a space is missing after `{glued['key']}:`, expected `key: value`"
        return fault.began, message, f"write {_code(glued['key'] + ': ' + glued['value'])}"
    return _no_colon(fault, fault.began)


def _no_colon(fault: _Fault, spot: _Spot) -> _Said:
    words = _code(fault.line(spot).strip())
    hint = "write `:` and a space after the key; to continue the value above, indent the line deeper"
    return spot, f"{words} has no `:`, expected `key: value`", hint


def _flow(fault: _Fault) -> _Said:
    opener = fault.character(fault.began)
    closer = {"[": "]", "{": "}"}.get(opener, opener)
    message = f"what `{opener}` opens here is not well formed, expected `,` between its parts and `{closer}` at the end"
    return fault.began, message, f"close it with `{closer}`; if the `{opener}` belongs to the text, {QUOTE_IT}"


def _inline_item(fault: _Fault) -> _Said:
    sign = _code(fault.character(fault.at))
    message = f"{sign} and a blank start a list or a key in the middle of a line, expected a value"
    return fault.at, message, f"start the list on the next line, or {QUOTE_IT}"


def _out_of_place(fault: _Fault) -> _Said:
    line, column = fault.line(fault.at), fault.at.column
    before, after = line[:column].rstrip(), line[column:]
    if before and before[-1] in _CLOSERS:
        what, hint = _CLOSERS[before[-1]]
        return fault.at, f"text stands after the closing {what}, expected the end of the value", hint
    above = _line_above(fault)
    said_above = fault.line(above).strip() if above else ""
    if said_above == "...":
        return fault.at, "text stands after the end of the document, expected nothing", "delete the `...` line above"
    if above and "document start" in fault.said and not said_above.startswith("- ") and not _KEY.match(said_above):
        return _no_colon(fault, above)
    if after.startswith("- ") and not said_above.startswith("- "):
        hint = "put the items below a `key:`, indented two spaces more than it"
        return fault.at, "a list item stands among fields, expected `key: value`", hint
    if after.startswith(":"):
        return fault.at, "there is no key before the `:`, expected `key: value`", "write a word before the `:`"
    if "block collection" in fault.said and column == fault.began.column:
        return fault.at, "a field stands among list items, expected a line that starts with `-`", "write `- ` before it"
    hint = "start the line in the same column as the lines it belongs with"
    return fault.at, "the indentation fits no line above, expected lines that line up", hint


def _directive(fault: _Fault) -> _Said:
    return fault.began, "a line starts with `%`, expected `key: value`", "delete the line or put the text in quotes"


def _unknown(fault: _Fault) -> _Said:
    said = fault.said.strip(": ")
    return fault.at, f"this is not well formed YAML ({said})", f"see the lines above; {QUOTE_IT} when in doubt"


def _line_above(fault: _Fault) -> _Spot | None:
    """Return the start of the text of the nearest line above that is neither blank nor a comment."""
    for number in range(min(fault.at.line, len(fault.lines)) - 1, -1, -1):
        words = fault.lines[number].lstrip()
        if words and not words.startswith("#"):
            return _Spot(number, len(fault.lines[number]) - len(words))
    return None


def _code(text: str) -> str:
    """Return text between backticks, cut to what fits a sentence."""
    return f"`{text if len(text) <= _LONGEST else text[: _LONGEST - 1] + '…'}`"


_EXPLANATIONS: tuple[tuple[str, Callable[[_Fault], _Said]], ...] = (
    ("quoted scalar: found unexpected", _unclosed_quote),
    ("quoted scalar:", _escape),
    ("block scalar:", _block_text),
    ("tab character", _tab),
    ("scanning an (anchor|alias)|tag|cannot start any token|node content", _bad_start),
    ("mapping values are not allowed", _second_colon),
    ("expected ':'", _missing_colon),
    ("flow (sequence|mapping)", _flow),
    ("entries are not allowed|keys are not allowed", _inline_item),
    ("expected key|block end|'-' indicator|document start", _out_of_place),
    ("directive|incompatible YAML", _directive),
    ("", _unknown),
)
"""What each sentence is for: the first pattern that is found in what the parser said. They are compiled when there is a fault."""
