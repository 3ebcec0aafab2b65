"""From the lists of words in the table of signs to the expressions and sets the audit looks for; only the shape of a sentence stands here."""

from collections.abc import Iterable, Mapping

from jdgen.audit.term_lists import Lists, in_full
from jdgen.audit.terms import compile_term
from jdgen.model.rule import WhoTable
from jdgen.model.who_words import AddressWords, DenialWords, ReasonWords, ServedWords

_NEVER = "(?!)"
"""What no text holds: the expression of an empty list."""

_WORD = r"[\w'./&-]+"
_PLURAL = r"(?<![^\W_])\w+[^isu\W]s"
"""Most words in the plural; of `is`, `us` and `ss` the end is none."""


def expressions_of(table: WhoTable) -> dict[str, str]:
    """Return the expressions that are made of lists of words, by what they find; raise TermError for a term that cannot be read."""
    lists = table.lists
    return {
        **_of_reasons(table.reasons, lists),
        **_of_denials(table.not_demanded, lists),
        **_of_things(table.not_demanded, lists),
        **_of_the_served(table.served_clauses, lists),
        **_of_addresses(table.addressed, lists),
    }


def words_of(table: WhoTable, frequency: Mapping[str, int]) -> dict[str, frozenset[str]]:
    """Return the lists that are looked up word by word, by what they find. `frequency` says how often words stand in ordinary postings."""
    names, denials = table.names, table.not_demanded
    return {
        "titles": _words(names.titles),
        "owners": _words(names.owners),
        "small": _words(names.small),
        "joints": _words(names.joints),
        "determiners": _words(names.determiners),
        "denying": _words(denials.denying),
        "goes-on": _words(denials.goes_on),
        "others": _words(table.served_clauses.others),
        "addressed": _needed_words(table.addressed, table.lists, frequency),
    }


def calls_of(table: WhoTable) -> tuple[str, ...]:
    """Return the words before somebody to turn to as they end: with the space behind them."""
    return tuple(f"{' '.join(call.split())} " for call in table.names.calls.split("|") if call.strip())


def _of_reasons(words: ReasonWords, lists: Lists) -> dict[str, str]:
    return {
        "reason-turn": f" {_but_not(words.turns, words.not_turns, lists)} ",
        "reason-first": f"{_one_of(words.openings, lists)} [^,]*, ",
        "denies": _one_of(words.denials, lists),
    }


def _of_denials(words: DenialWords, lists: Lists) -> dict[str, str]:
    """Return the forms of a denied demand: no … is required, … is not required, you need no …."""
    asked = f"{_one_of(words.asked, lists)}(?! {_one_of(words.of_others, lists)})"
    of_one, of_several = (_one_of(terms, lists) for terms in (words.of_one, words.of_several))
    joint = _one_word(words.joints)
    return {
        "no-demand": (
            rf"{_one_of(words.before, lists)} (?P<what>{_WORD}(?: (?!{joint}){_WORD}){{0,5}}?)"
            rf" (?:{_one_of(words.between, lists)} )?{asked}"
        ),
        "not-demanded": rf"(?:(?P<several>{of_several})|{of_one}) {asked}|{_one_of(words.whole, lists)}",
        "no-need": _one_of(words.ahead, lists),
        "demanding": _one_word(words.demanding),
        "joint": f" {joint} ",
        "break": rf"[,;:!?()]|\s-+\s|{_one_word(words.breaks)}",
        # What turns nothing is read first, so that a turn inside of it is none.
        "turn": f"{_one_of(words.not_turns, lists)}|(?P<turn>{_one_of(words.turns, lists)})",
        "takes-back": _one_word(words.takes_back),
    }


def _of_things(words: DenialWords, lists: Lists) -> dict[str, str]:
    """Return where the name of a thing ends, and which things nobody demands."""
    return {
        "object": rf"(?:-\w+)?(?: (?!{_one_word(words.object_ends)})\w+){{0,2}}",
        "preposition": f" {_one_word(words.prepositions)}",
        "endings": f"(?: {_one_word(words.endings)})+$",
        "unwanted": f"(?:{_one_of(words.unwanted, lists)}|{_PLURAL})$",
        "wanted": f"{_one_of(words.wanted, lists)}$",
    }


def _of_the_served(words: ServedWords, lists: Lists) -> dict[str, str]:
    return {
        "lead-in": f"{_one_word(words.lead_ins)}[^,]*, ",
        "of-the-job": _but_not(words.of_the_job, words.not_of_the_job, lists),
    }


def _of_addresses(words: AddressWords, lists: Lists) -> dict[str, str]:
    mailbox = f"{_one_word(words.mailboxes)}@"
    return {
        "begins-with-applicants": _but_not(words.begins, words.exceptions, lists),
        "holds-applicants": f"{_but_not(words.holds, words.exceptions, lists)}|{mailbox}",
    }


def _needed_words(words: AddressWords, lists: Lists, frequency: Mapping[str, int]) -> frozenset[str]:
    """Return words of which a sentence that speaks to applicants holds one: the rarest of each way to write a term."""
    terms = in_full((*words.begins, *words.holds), lists)
    runs = (run for term in terms for run in compile_term(term, frequency=frequency).anchors)
    rarest = (min(run, key=lambda word: (frequency.get(word, 0), -len(word))) for run in runs)
    return frozenset(rarest) | _words(words.mailboxes)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _one_word(text: str) -> str:
    return _one_of(text.split(), {})


def _one_of(terms: Iterable[str], lists: Lists) -> str:
    """Return the expression for one of several terms."""
    terms = in_full(terms, lists)
    return compile_term(f"({'|'.join(terms)})", anchored=False).regex if terms else _NEVER


def _but_not(terms: Iterable[str], exceptions: Iterable[str], lists: Lists) -> str:
    """Return the expression for one of several terms where no exception begins at the same word."""
    expression = _one_of(terms, lists)
    # Exceptions are only tried where a term stands.
    return f"(?:(?={expression})(?!{_one_of(exceptions, lists)}){expression})"
