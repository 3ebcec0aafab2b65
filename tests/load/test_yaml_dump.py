from datetime import date
from decimal import Decimal

import pytest
import yaml

from jdgen.load.yaml_document import parse_yaml, plain
from jdgen.load.yaml_dump import dump_yaml

POSTING = {
    "jdgen": "1",
    "id": "REQ-1042",
    "title": "Hospital Case Manager (RN)",
    "employer": {"name": "Cedar Ridge: People First", "brand_color": "#0b5c6b", "size": 1200},
    "location": ["Denver, CO 80204", "01234"],
    "employment": "full-time, 40 hours",
    "schedule": "7:00 a.m. to 7:30 p.m. 🌙",
    "pay": {"minimum": Decimal("38.50"), "maximum": Decimal(52), "unit": "hour"},
    "posted": date(2026, 11, 22),
    "closes": "2026-12-31",
    "remote": False,
    "fte": 0.9,
    "note": None,
    "apply": {"instructions": "Send a résumé.\n\n  - and a letter\n"},
    "duties": [{"id": "plan", "text": "Plan care\nwith people"}, [], {}, ["a", ["b"]]],
    "empty": "",
}
WRITTEN = """\
jdgen: '1'
id: REQ-1042
title: Hospital Case Manager (RN)
employer:
  name: 'Cedar Ridge: People First'
  brand_color: '#0b5c6b'
  size: 1200
location:
  - Denver, CO 80204
  - '01234'
employment: full-time, 40 hours
schedule: 7:00 a.m. to 7:30 p.m. 🌙
pay:
  minimum: 38.50
  maximum: 52
  unit: hour
posted: 2026-11-22
closes: '2026-12-31'
remote: false
fte: 0.9
note: null
apply:
  instructions: |
    Send a résumé.

      - and a letter
duties:
  - id: plan
    text: |-
      Plan care
      with people
  - []
  - {}
  - - a
    - - b
empty: ''
"""


def test_data_is_written_as_a_person_would() -> None:
    assert dump_yaml(POSTING) == WRITTEN


def test_nothing_is_an_empty_mapping() -> None:
    assert dump_yaml({}) == "{}\n"


def test_a_long_line_is_not_folded() -> None:
    assert f"about: {'care ' * 200}end\n" == dump_yaml({"about": "care " * 200 + "end"})


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("no", "'no'"),
        ("7:00", "'7:00'"),
        ("1e3", "'1e3'"),
        ("~", "'~'"),
        (" x", "' x'"),
        ("x ", "'x '"),
        ("a #b", "'a #b'"),
        ("a#b", "a#b"),
        ("a:b", "a:b"),
        ("a:", "'a:'"),
        ('say "hi"', 'say "hi"'),
        ('"hi"', "'\"hi\"'"),
        ("'tis", "'''tis'"),
        ("\\'", "\\'"),
        ("- \\'", "'- \\'''"),
        ("a\tb\\", '"a\\tb\\\\"'),
        ("\x00\x7f\u2028\ufeff\n", '"\\0\\x7F\\L\\uFEFF\\n"'),
        ("\nx", '"\\nx"'),
        ("x\n\n", '"x\\n\\n"'),
        ("x\n \ny", '"x\\n \\ny"'),
    ],
)
def test_text_is_quoted_where_it_must_be(text: str, written: str) -> None:
    assert f"key: {written}\n" == dump_yaml({"key": text})
    assert {"key": text} == plain(parse_yaml(dump_yaml({"key": text}), "file.yaml"))


def test_numbers_are_written_without_an_exponent() -> None:
    assert dump_yaml({"a": Decimal("1E+3"), "b": 1e-8}) == "a: 1000\nb: 0.00000001\n"


def test_half_a_character_is_replaced() -> None:
    assert dump_yaml({"title": "\udcffx"}) == "title: \ufffdx\n"


def test_an_object_yaml_cannot_hold_is_refused() -> None:
    with pytest.raises(yaml.representer.RepresenterError):
        dump_yaml({"a": object()})


def test_what_stands_deep_is_indented_under_its_own_key() -> None:
    data = {"a": {"b": {"c": ["d", {"e": {"f": [1, []]}}]}}, "g": [[{"h": "i\nj"}]]}
    written = "a:\n  b:\n    c:\n      - d\n      - e:\n          f:\n            - 1\n            - []\ng:\n  - - h: |-\n        i\n        j\n"

    assert dump_yaml(data) == written
    assert yaml.safe_load(written) == data


@pytest.mark.parametrize("value", ["x", {"a": "b"}, ["a", "b"], [], {}])
def test_a_very_long_key_still_finds_its_value(value: object) -> None:
    assert yaml.safe_load(dump_yaml({"k" * 200: value, "after": "z"})) == {"k" * 200: value, "after": "z"}


@pytest.mark.parametrize("text", ["on call", "Yes, please", "Nullify", "a (b) c/d", "Falsely", "true story", "yes"])
def test_a_plain_looking_text_is_written_as_pyyaml_would(text: str) -> None:
    assert dump_yaml({"key": text}) == yaml.safe_dump({"key": text})
