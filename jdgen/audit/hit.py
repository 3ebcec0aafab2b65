"""What a kind of rule reports to the engine, and what it is told about the posting."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from jdgen.audit.ruleset import ReadyRule
from jdgen.model.finding import Severity

_NO_FILLS: Mapping[str, str] = MappingProxyType({})


class Context(NamedTuple):
    """Where and when the posting is judged. `states` hold those of the posting itself and those asked for."""

    day: date
    states: tuple[str, ...] = ()
    employees: int | None = None
    channels: tuple[str, ...] = ()
    asked_states: tuple[str, ...] = ()


class Hit(NamedTuple):
    """A rule fired. `start` and `end` are offsets in the view's text, or in the document's source where `in_source`.

    `fills` are values for the braces in the rule's words besides {matched}.
    """

    rule: ReadyRule
    start: int
    end: int
    reason: str = ""
    in_source: bool = False
    fills: Mapping[str, str] = _NO_FILLS
    severity: Severity | None = None
    replacement: str | None = None
    suggestions: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
