"""What the sources leave open that a reader, or a law, will ask for. Nothing is invented in its place."""

from jdgen.compose.draft import Sources
from jdgen.compose.licenses import ungranted
from jdgen.compose.market import unusual_pay
from jdgen.compose.pay_laws import missing_by_law
from jdgen.compose.wording import state_words, states_of
from jdgen.model.draft import Draft, Omission
from jdgen.text.pay import PayUnstated
from jdgen.text.words import join_words

_INTERNAL = "internal"


def omissions(draft: Draft, sources: Sources) -> tuple[Omission, ...]:
    """Return one omission for each fact the posting had to leave out; what the law asks for comes first."""
    asked = missing_by_law(draft, sources.facts) if sources.template != _INTERNAL else {}
    if "pay" in asked and isinstance(sources.requisition.pay, PayUnstated):
        asked["pay"] = asked["pay"]._replace(message=f"{_unstated(sources.requisition.pay)}; {asked['pay'].message}")
    plain = {item: omission for item, omission in _plain(draft, sources).items() if item not in asked}
    unusual = unusual_pay(draft.facts, sources.facts)
    return (*asked.values(), *plain.values(), *_ungranted(draft, sources), *((unusual,) if unusual else ()))


def _ungranted(draft: Draft, sources: Sources) -> list[Omission]:
    """Return a word on each list of licenses of which a state of the posting grants none."""
    asked = {"required": draft.facts.licenses.required, "preferred": draft.facts.licenses.preferred}
    found = []
    for level, names in asked.items():
        kinds = join_words([f"`{name}`" for name in names], "or")
        hint = f"ask for what the state licenses, in `profile: {{qualifications: {{{level}: {{licenses: […]}}}}}}`"
        if states := ungranted(names, states_of(draft.facts), sources.facts):
            where = join_words(map(state_words, states))
            message = f"no license {kinds} is known in {where}, and the posting names it there as {level}"
            found.append(Omission(message, f"{hint}; `jdgen show {states[0]}` lists its licenses"))
    return found


def _plain(draft: Draft, sources: Sources) -> dict[str, Omission]:
    """Return what is missing whatever the law says, by what it is."""
    found = {item: Omission(message, hint) for item, absent, message, hint in _checks(draft, sources) if absent}
    if omission := _pay(sources):
        found = {"pay": omission, **found}
    return found


def _pay(sources: Sources) -> Omission | None:
    pay = sources.requisition.pay
    hint = "give a range such as `pay: 38.50-52/hour`"
    if pay is None:
        return Omission("no pay given, so the posting has no pay line", hint)
    if isinstance(pay, PayUnstated):
        return Omission(f"{_unstated(pay)}, so the posting has no pay line", hint)
    return None


def _unstated(pay: PayUnstated) -> str:
    return f"pay is `{pay.words}`, which names no figure"


def _checks(draft: Draft, sources: Sources) -> list[tuple[str, bool, str, str]]:
    facts, employer = draft.facts, sources.employer
    internal = sources.template == _INTERNAL
    flsa = sources.specialization.flsa
    usual = f"; {flsa.status} is usual here: {flsa.why}" if flsa else ""
    return [
        ("place", not facts.location, "no place given", "add `location: Denver, CO` or `location: Remote (CO, MN)`"),
        ("employment", facts.employment is None, "no employment type given", "add `employment: full-time, 40 hours`"),
        (
            "how-to-apply",
            not internal and not facts.apply,
            "no way to apply given",
            "add `apply: {url: https://…}` to the employer or the requisition",
        ),
        (
            "deadline",
            not internal and facts.closes is None,
            "no closing date given",
            "add `closes: 2026-12-31` or `closes: until filled`",
        ),
        (
            "benefits",
            not internal and not facts.benefits,
            "the employer lists no benefits",
            "add `benefits:` to the employer",
        ),
        (
            "accommodation",
            not employer.accommodation,
            "no contact for accommodations given",
            "add `accommodation: {email: …}` to the employer",
        ),
        (
            "flsa",
            internal and facts.flsa is None,
            "no FLSA status given",
            f"add `flsa: exempt` or `flsa: nonexempt`{usual}",
        ),
        (
            "states-served",
            bool(facts.licenses.required) and any(not area.states for area in facts.remote_areas),
            "the work asks for a license and is open to the whole country, so the posting cannot name the states served",
            "name them, as in `location: Remote (CO, MN)`",
        ),
        (
            "delivery",
            facts.workplace == "remote" and sources.requisition.delivery is None,
            "the work is remote, and the duties may still speak of meeting people in person",
            "add `delivery: remote` or `delivery: telephonic`, which rewrites them",
        ),
        (
            "reports-to",
            internal and not sources.requisition.reports_to,
            "nobody to report to given",
            "add `reports_to: Director of Care Coordination`",
        ),
    ]
