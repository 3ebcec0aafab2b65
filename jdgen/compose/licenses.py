"""The license line: which license, what the state calls it, and whether a compact license counts.

States name most licenses differently, and the place of the patient decides which one a nurse needs. A title that no primary or
secondary source confirms is not used; the line then names the kind of license in plain words.
"""

from collections.abc import Sequence
from typing import NamedTuple

from jdgen.compose.wording import state_words
from jdgen.model.fact import License
from jdgen.model.facts import Facts
from jdgen.model.law import Compact
from jdgen.text.words import join_words, with_article

_CURRENT = "Current, unrestricted"


class Practice(NamedTuple):
    """The states of the work, as postal abbreviations, and whether one person serves all of them at once."""

    states: tuple[str, ...]
    serves_all: bool = False
    nationwide: bool = False


def license_lines(names: Sequence[str], practice: Practice, facts: Facts) -> tuple[str, ...]:
    """Return one line for each group of states that asks for the same; any one of the licenses named is enough."""
    kinds = [facts.licenses[name] for name in names]
    if not kinds:
        return ()
    if practice.nationwide:
        return (_line(kinds, [kind.holder for kind in kinds], "for every state in which you serve people"),)
    if not practice.states:
        return (_line(kinds, [kind.holder for kind in kinds], "in the state where you practice"),)
    if practice.serves_all and len(practice.states) > 1:
        return (_line_for_all(kinds, practice.states, facts),)
    groups: dict[tuple[str, str], list[str]] = {}
    for state in practice.states:
        groups.setdefault(_asked_in(state, kinds, facts), []).append(state)
    return tuple(_grouped_line(asked, states, alone=len(groups) == 1) for asked, states in groups.items())


def ungranted(names: Sequence[str], states: Sequence[str], facts: Facts) -> tuple[str, ...]:
    """Return the states that grant none of the licenses named: there the line names a license nobody can hold.

    A state whose titles were not looked up, such as a territory, is not among them.
    """
    known = [state for state in states if names and facts.knows_licenses_of(state)]
    return tuple(state for state in known if not any(facts.exists_in(name, state) for name in names))


def _asked_in(state: str, kinds: Sequence[License], facts: Facts) -> tuple[str, str]:
    """Return the words before and after the place in the line of a state."""
    there = [kind for kind in kinds if facts.exists_in(kind.id, state)] or list(kinds)
    holders = [_holder(kind, state, facts) for kind in there]
    before, _, after = _line(there, holders, "\0").partition("\0")
    return before, after + _compact_clause(there, state, facts)


def _grouped_line(asked: tuple[str, str], states: Sequence[str], *, alone: bool) -> str:
    """Return the line of some states; where others ask for something else, it begins with the places it is for."""
    before, after = asked
    where = join_words(map(state_words, states), "or")
    if not alone:
        return f"If you work in {where}: {before[0].lower()}{before[1:]}in that state{after}"
    place = f"in {where}" if len(states) == 1 else f"in the state where you work ({where})"
    return f"{before}{place}{after}"


def _line(kinds: Sequence[License], holders: Sequence[str], place: str) -> str:
    """Return `Current, unrestricted registered nurse (RN) license in Ohio`, or `… license in Ohio as a …, or …` for several."""
    if len(kinds) == 1:
        return f"{_CURRENT} {holders[0]} license {place}"
    first, *others = dict.fromkeys(holders)
    return f"{_CURRENT} license {place} as {join_words([with_article(first), *others], 'or')}"


def _holder(kind: License, state: str, facts: Facts) -> str:
    """Return what a state calls who holds a license, without capitals like every other job: `licensed clinical social worker (LCSW)`."""
    row = facts.title_of(kind.id, state)
    return f"{row.name.lower()} ({row.title})" if row and kind.varies_by_state else kind.holder


def _compact_clause(kinds: Sequence[License], state: str, facts: Facts) -> str:
    """Return the words that let a multistate license, or a privilege, count in a state."""
    counting = _by_compact(kinds, [state], facts)
    if len(kinds) == 1:
        return "".join(f", or {_granted(compact, '')}" for compact, _, _ in counting)
    return "".join(f"; {_granted(compact, letters)} also counts" for compact, letters, _ in counting)


def _line_for_all(kinds: Sequence[License], states: Sequence[str], facts: Facts) -> str:
    """Return the line of a role that serves several states from one desk: a license for each, the compact for its members."""
    every = join_words(map(state_words, states))
    line = _line(
        kinds, [_holder_everywhere(kind, states, facts) for kind in kinds], f"for each state you serve ({every})"
    )
    return line + "".join(
        f"; {_granted(compact, letters if len(kinds) > 1 else '')} covers {join_words(map(state_words, covered))}"
        for compact, letters, covered in _by_compact(kinds, states, facts)
    )


def _holder_everywhere(kind: License, states: Sequence[str], facts: Facts) -> str:
    """Return `clinical social worker (LICSW in Massachusetts, LCSW in Colorado)`, or the kind alone where titles are unknown."""
    rows = {state: facts.title_of(kind.id, state) for state in states} if kind.varies_by_state else {}
    titles = {state: row.title for state, row in rows.items() if row}
    if len(titles) != len(states):
        return kind.holder
    return f"{kind.holder} ({', '.join(f'{title} in {state_words(state)}' for state, title in titles.items())})"


def _granted(compact: Compact, letters: str) -> str:
    """Return `a multistate RN license under the Nurse Licensure Compact`; the letters only where several kinds are asked."""
    license_words = f"a multistate {letters} license" if letters else "a multistate license"
    return f"{'a privilege to practice' if compact.grants == 'privilege' else license_words} under the {compact.name}"


def _by_compact(
    kinds: Sequence[License], states: Sequence[str], facts: Facts
) -> list[tuple[Compact, str, tuple[str, ...]]]:
    """Return each compact that counts, the letters of the kinds it covers, and in which of the states."""
    found = [(compact, kind, state) for kind in kinds for state in states if (compact := _compact(kind, state, facts))]
    compacts = {compact.id: compact for compact, _, _ in found}
    return [
        (
            compact,
            join_words(dict.fromkeys(kind.abbreviation for other, kind, _ in found if other is compact), "or"),
            tuple(dict.fromkeys(state for other, _, state in found if other is compact)),
        )
        for compact in compacts.values()
    ]


def _compact(kind: License, state: str, facts: Facts) -> Compact | None:
    """Return the compact under which a kind of license from elsewhere can be used in a state."""
    compacts = (compact for compact in facts.compacts.values() if kind.id in compact.licenses)
    return next((found for found in compacts if found.confidence != "U" and found.operational_in(state)), None)
