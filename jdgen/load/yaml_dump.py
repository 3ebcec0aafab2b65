"""Data to YAML a person likes to read and edit: block style, given order, no folded lines, no aliases.

A text stands without quotes only where YAML 1.1 and YAML 1.2 both read it as that text.
"""

import re
from collections.abc import Mapping
from decimal import Decimal

import yaml

_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE_BREAK = re.compile("[\r\x85\u2028\u2029]")
# What YAML 1.2, or PyYAML's neighbors under YAML 1.1, read as something else than text, and PyYAML does not: 1e3, 0o7, 2026-1-1, y.
_READ_OTHERWISE = re.compile(r"(?:[-+.\d][\d_a-fox.,:+\-tz]*|[yn])\Z", re.IGNORECASE)


class _Dumper(yaml.SafeDumper):
    """Lists stand indented under their key, and what appears twice is written twice."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: FBT001, FBT002 - PyYAML's signature
        super().increase_indent(flow, indentless=False)

    def ignore_aliases(self, data: object) -> bool:
        return True


def dump_yaml(data: Mapping[str, object]) -> str:
    """Return data as YAML text that ends with a line break; `parse_yaml` reads the same words back.

    Knows mappings, sequences, str, int, float, Decimal, bool, date and None (`null`); anything else is a yaml.RepresenterError.
    A surrogate, which no file can hold, becomes U+FFFD.
    """
    return yaml.dump(dict(data), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=10**9)


def _number(dumper: _Dumper, value: Decimal | float) -> yaml.ScalarNode:
    text = f"{Decimal(str(value)):f}"
    return dumper.represent_scalar(f"tag:yaml.org,2002:{'float' if '.' in text else 'int'}", text)


def _text(dumper: _Dumper, value: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", _SURROGATE.sub("\ufffd", value), style=_style(value))


def _style(value: str) -> str | None:
    """Return a block for clean lines, double quotes for unclean ones, and leave the rest to PyYAML."""
    if _LINE_BREAK.search(value):  # PyYAML writes these bare and reads them back as spaces
        return '"'
    if "\n" not in value:
        return None
    return '"' if value[0] in " \n" or value.endswith("\n\n") else "|"


_Dumper.add_representer(Decimal, _number)
_Dumper.add_representer(float, _number)
_Dumper.add_representer(str, _text)
_Dumper.add_representer(tuple, yaml.SafeDumper.represent_list)
_Dumper.add_implicit_resolver("tag:yaml.org,2002:read-otherwise", _READ_OTHERWISE, list("-+.0123456789yYnN"))
