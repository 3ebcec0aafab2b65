"""What is wrong in the rules and tables of a working folder beyond their form: every fault at once, each with its place in a file.

Those of the working folder are looked at whenever they are made ready. The shipped ones are looked at closely only where making them ready
fails, since a test looks at them before they ship.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial

from jdgen.audit.rule_faults import Shared, faults, setting_faults
from jdgen.audit.setting_shapes import Fault
from jdgen.audit.table_faults import class_names, lacking_classes, lacking_lists, stance_faults, who_faults
from jdgen.errors import InputError, InputErrors
from jdgen.load.rule_files import rule_files
from jdgen.load.rules import own_ids, problems_of_rules
from jdgen.load.search import SearchPath
from jdgen.load.yaml_document import find, read_yaml
from jdgen.model.rule import Rule, WhoTable


def refuse_faulty(search: SearchPath, rules: Sequence[Rule], who: WhoTable) -> None:
    """Raise InputErrors for what is wrong in the rules and tables of the user, or in the settings of any rule."""
    own = own_ids(search)
    is_ours_broken = any(True for rule in rules if rule.id not in own for _ in setting_faults(rule))
    problems = problems_of(search, rules, who, also_shipped=is_ours_broken)
    if problems:
        raise InputErrors(problems=problems)


def problems_of(
    search: SearchPath, rules: Sequence[Rule], who: WhoTable, *, also_shipped: bool
) -> tuple[InputError, ...]:
    """Return everything that is wrong in the files of the user, and in the shipped ones where that is asked."""
    own = [file for file in rule_files(search) if file.origin != "shipped"]
    shipped = [file for file in rule_files(search) if also_shipped and file.origin == "shipped"]
    shared = Shared(who.lists, class_names(who.stance))
    return (
        *_problems_of_tables(search, rules, who, also_shipped=also_shipped),
        *problems_of_rules(own, partial(faults, shared=shared._replace(rules=_names(rules)))),
        # Of shipped rules the one they give way to may be one that the user took out.
        *problems_of_rules(shipped, partial(faults, shared=shared)),
    )


def refuse_future(search: SearchPath, today: date) -> None:
    """Raise InputErrors for rules of the user that somebody looked at on a day still to come; it may be tomorrow in another place already."""
    latest = today + timedelta(days=1)

    def judge(rule: Rule) -> Iterator[Fault]:
        if rule.checked > latest:
            message = f"{rule.checked} is still to come, expected the day you looked last"
            yield Fault(("checked",), message, f"today is {today}")

    own = [file for file in rule_files(search) if file.origin != "shipped"]
    problems = problems_of_rules(own, judge)
    if problems:
        raise InputErrors(problems=problems)


def _names(rules: Iterable[Rule]) -> frozenset[str]:
    """Return every id, and every family."""
    return frozenset(name for rule in rules for name in (rule.id, rule.id.partition(".")[0]))


def _problems_of_tables(
    search: SearchPath, rules: Sequence[Rule], who: WhoTable, *, also_shipped: bool
) -> Iterator[InputError]:
    if also_shipped or search.origin("rules", "_who") != "shipped":
        yield from _placed(search, "_who", [*who_faults(who), *lacking_lists(who, rules)])
    if who.stance and (also_shipped or search.origin("rules", "_stance") != "shipped"):
        yield from _placed(
            search, "_stance", [*stance_faults(who.stance, who.lists), *lacking_classes(who.stance, rules)]
        )


def _placed(search: SearchPath, name: str, found: Sequence[Fault]) -> Iterator[InputError]:
    """Give faults of a table with their places; all of it stands under one key."""
    if not found:
        return
    node = read_yaml(search.require("rules", name))
    for place, message, hint in found:
        yield InputError(message, where=find(node, (name[1:], *place)), hint=hint)
