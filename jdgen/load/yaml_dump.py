"""Data to YAML a person likes to read and edit: block style, given order, no folded lines, no aliases.

A text stands without quotes only where YAML 1.1 and YAML 1.2 both read it as that text. How a text is written is PyYAML's decision; lines
are laid out here, which takes a tenth of the time of PyYAML's emitter.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache

import yaml

_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE_BREAK = re.compile("[\r\x85\u2028\u2029]")
# What YAML 1.2, or PyYAML's neighbors under YAML 1.1, read as something else than text, and PyYAML does not: 1e3, 0o7, 2026-1-1, y.
_READ_OTHERWISE = re.compile(r"(?:[-+.\d][\d_a-fox.,:+\-tz]*|[yn])\Z", re.IGNORECASE)
# Most texts: a letter, no mark that YAML knows, and longer than the words it takes for yes, no and nothing.
_CLEARLY_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 .,;()/'&$%+-]{5,}(?<! )")


class _Dumper(yaml.SafeDumper):
    """Writes one text, in quotes where it needs them."""


def dump_yaml(data: Mapping[str, object]) -> str:
    """Return data as YAML text that ends with a line break; `parse_yaml` reads the same words back.

    Knows mappings, sequences, str, int, float, Decimal, bool, date and None (`null`); anything else is a yaml.RepresenterError.
    A surrogate, which no file can hold, becomes U+FFFD.
    """
    return "".join(f"{line}\n" for line in _lines(data))


def _lines(value: object) -> list[str]:
    """Return a value as lines that start at the margin."""
    if isinstance(value, Mapping) and value:
        return [line for key, item in value.items() for line in _entry(str(key), item)]
    if isinstance(value, list | tuple) and value:
        return [line for item in value for line in _hung("- ", _lines(item))]
    return _scalar(value)


def _entry(key: str, value: object) -> Iterator[str]:
    *before, head = _key(key)
    yield from before
    if isinstance(value, Mapping | list | tuple) and value:
        yield head
        yield from (f"  {line}" if line else line for line in _lines(value))
    else:
        yield from _hung(f"{head} ", _lines(value))


def _hung(head: str, lines: list[str]) -> Iterator[str]:
    """Put a head before the first line and two spaces before the others; an empty line stays empty."""
    yield head + lines[0]
    yield from (f"  {line}" if line else line for line in lines[1:])


def _scalar(value: object) -> list[str]:
    if isinstance(value, str):
        return [value] if _CLEARLY_PLAIN.fullmatch(value) else _text(value).split("\n")
    if value is None or isinstance(value, bool):
        return ["null" if value is None else str(value).lower()]
    if isinstance(value, int | float | Decimal):
        return [f"{Decimal(str(value)):f}"]
    if isinstance(value, date):
        return [value.isoformat()]
    return ["{}" if isinstance(value, Mapping) else yaml.dump(value, Dumper=_Dumper).rstrip("\n")]


@lru_cache(maxsize=4096)
def _text(value: str) -> str:
    """Return a text as it stands after `key: `; the lines of a block, at the margin, follow the first."""
    written = yaml.dump({"k": value}, Dumper=_Dumper, allow_unicode=True, width=10**9)
    return written.removeprefix("k: ").removesuffix("\n").replace("\n  ", "\n")


@lru_cache(maxsize=1024)
def _key(key: str) -> tuple[str, ...]:
    """Return a key with its colon; a very long one gets YAML's form for such, with a question mark and a second line."""
    written = yaml.dump({key: ""}, Dumper=_Dumper, allow_unicode=True, width=10**9)
    return tuple(written.removesuffix(" ''\n").split("\n"))


def _represented(dumper: _Dumper, value: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", _SURROGATE.sub("\ufffd", value), style=_style(value))


def _style(value: str) -> str | None:
    """Return a block for clean lines, double quotes for unclean ones, and leave the rest to PyYAML."""
    if _LINE_BREAK.search(value):  # PyYAML writes these bare and reads them back as spaces
        return '"'
    if "\n" not in value:
        return None
    return '"' if value[0] in " \n" or value.endswith("\n\n") else "|"


_Dumper.add_representer(str, _represented)
_Dumper.add_implicit_resolver("tag:yaml.org,2002:read-otherwise", _READ_OTHERWISE, list("-+.0123456789yYnN"))
