"""Which page of a row about license titles speaks of a state: rows for many states rest on a page for each of them."""

import re
from collections.abc import Iterable
from functools import lru_cache

from jdgen.audit.lookup import TitleFact
from jdgen.text.states import STATES

_LETTERS = {re.sub(r"\W", "", name).lower(): letters for letters, name in STATES.items()}
_NAME = re.compile("|".join(_LETTERS))
_HOST = re.compile(r"//[^/]*?\b(?:state\.)?([a-z]{2})\.(?:gov|us)\b")


def sources_for(rows: Iterable[TitleFact], states: Iterable[str]) -> tuple[str, ...]:
    """Return a page for each row that speaks of one of the states, else one that speaks of no other; none where all speak of others."""
    wanted = frozenset(states)
    found = (_source_for(row, wanted) for row in rows)
    return tuple(dict.fromkeys(source for source in found if source))


def _source_for(row: TitleFact, wanted: frozenset[str]) -> str | None:
    sources = row.sources or (row.source,)
    here = (source for source in sources if wanted & _states_of(source))
    general = (source for source in sources if not _states_of(source))
    return next(here, next(general, None))


@lru_cache(maxsize=256)
def _states_of(address: str) -> frozenset[str]:
    """Return the states an address names, in words or by its host."""
    named = {_LETTERS[name] for name in _NAME.findall(re.sub(r"[-_ ]", "", address.lower()))}
    host = _HOST.match(address, address.find("//"))
    if host and host[1].upper() in STATES:
        named.add(host[1].upper())
    return frozenset(named)
