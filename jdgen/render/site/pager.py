"""The way through a list of several pages: which of them a page links to."""

from typing import NamedTuple

from jdgen.render.site.addresses import later_page, root

_AROUND = 1
"""Pages named before and after the current one."""


class Step(NamedTuple):
    """A page to go to; without an address it is the current one, and with number 0 some that are left out."""

    number: int
    address: str = ""


class Pager(NamedTuple):
    """Where a page stands in its list. Addresses are as the page names them; the first page has no previous one."""

    number: int
    last: int
    previous: str
    following: str
    steps: tuple[Step, ...]


def pager(first: str, number: int, last: int) -> Pager:
    """Return the way to the other pages of a list from one of them: 1 … 6 [7] 8 … 20."""
    way = root(later_page(first, number))
    addresses = {step: way + later_page(first, step) for step in range(1, last + 1)}
    shown = sorted({1, last, *range(max(number - _AROUND, 1), min(number + _AROUND, last) + 1)})
    steps: list[Step] = []
    for step in shown:
        before = steps[-1].number if steps else step - 1
        if step - before == 2:
            steps.append(Step(step - 1, addresses[step - 1]))
        elif step - before > 2:
            steps.append(Step(0))
        steps.append(Step(step, "" if step == number else addresses[step]))
    return Pager(number, last, addresses.get(number - 1, ""), addresses.get(number + 1, ""), tuple(steps))
