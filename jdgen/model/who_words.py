"""Lists of words by which the audit reads a sentence, as `rules/_who.yaml` writes them: names, reasons, denials, and who is spoken to."""

from typing import Annotated

from jdgen.model.markers import Limits
from jdgen.model.record import Record, field

Term = Annotated[str, Limits(min_length=2, max_length=1000)]
"""Words as they stand in a posting, in small letters.

`(young|youthful)` takes one of several, `[very]` may be missing, `applicant[s]` has an optional ending, `...` skips up to five words,
`<number>`, `<age>`, `<money>`, `<name>` and `<state>` stand for any of their kind, `_` for one word. A space also takes a hyphen, and the other way round.
`@refusal` alone stands for all the terms of that list in `rules/_who.yaml`.
"""

Terms = tuple[Term, ...]


class NameWords(Record):
    """Words by which the name of a person, an organization or a law is told from a demand."""

    titles: str = field(default="", description="Titles before a surname: in Dr. Young nobody is young")
    calls: str = field(
        default="",
        description="Words before somebody to turn to, with their capitals and | between them: in Ask Robin Young nobody is young",
    )
    owners: str = field(
        default="", description="Words that begin what explains a name: in Ann Young, our director, nobody is young"
    )
    small: str = field(default="", description="Small words inside of a name, between its capitals")
    joints: str = field(default="", description="Words that join two halves of a name set in capitals")
    determiners: str = field(
        default="", description="Words that begin the next noun, and so end a name set in capitals"
    )


class ReasonWords(Record):
    """Words that part what is said from the reason for it."""

    turns: Terms = field(default=(), description="Words between the reason and what follows from it")
    not_turns: Terms = field(default=(), alias="not-turns", description="The same words where they give no reason")
    openings: Terms = field(default=(), description="Words a sentence begins with that gives its reason first")
    denials: Terms = field(
        default=(), description="Words before a colon or a dash that deny what comes behind it, which stays with them"
    )


class DenialWords(Record):
    """Words that say of a thing that nobody demands it of applicants."""

    denying: str = field(default="", description="Words of which each of the forms below holds one")
    asked: Terms = field(default=(), description="Words for what is demanded")
    of_others: Terms = field(
        default=(), alias="of-others", description="Words behind them that show it is demanded of somebody else"
    )
    before: Terms = field(default=(), description="Words before a thing that is not demanded")
    between: Terms = field(default=(), description="Words that may stand between the thing and the demand")
    of_one: Terms = field(
        default=(), alias="of-one", description="Words behind one thing that deny the demand behind them"
    )
    of_several: Terms = field(
        default=(),
        alias="of-several",
        description="The same behind several things: both before the word that joins them",
    )
    whole: Terms = field(default=(), description="Words behind a thing that deny the demand and name it too")
    ahead: Terms = field(default=(), description="Words before a thing that deny the demand and name it too")
    demanding: str = field(
        default="", description="Words of another demand: a denial behind them does not speak of the thing before them"
    )
    joints: str = field(default="", description="Words that join two things")
    breaks: str = field(default="", description="Words at which another clause begins")
    turns: Terms = field(default=(), description="Words that turn a sentence: a promise before them ends there")
    not_turns: Terms = field(default=(), alias="not-turns", description="The same words where they turn nothing")
    takes_back: str = field(
        default="", alias="takes-back", description="Words behind a denial from which on a demand takes it back"
    )
    goes_on: str = field(default="", alias="goes-on", description="Words with which the name of a thing goes on")
    object_ends: str = field(default="", alias="object-ends", description="Words that end the name of a thing")
    prepositions: str = field(default="", description="Words behind the noun of a thing")
    endings: str = field(default="", description="Words between a thing and its end that are no part of it")
    unwanted: Terms = field(
        default=(),
        description="Things that nobody demands, so that to say no of them refuses people; most plurals are such, too",
    )
    wanted: Terms = field(default=(), description="Those among them that somebody may demand")


class ServedWords(Record):
    """Words that tell what the people served must do from what is asked of applicants."""

    lead_ins: str = field(
        default="", alias="lead-ins", description="Words that begin a part before the subject: to enter, residents must"
    )
    of_the_job: Terms = field(default=(), alias="of-the-job", description="Words that show it is about the job")
    not_of_the_job: Terms = field(default=(), alias="not-of-the-job", description="The same words where they do not")
    others: str = field(default="", description="Words behind which somebody else is meant")


class AddressWords(Record):
    """Words by which a sentence speaks to applicants, whatever section it stands in."""

    begins: Terms = field(default=(), description="Words such a sentence begins with")
    holds: Terms = field(default=(), description="Words that stand anywhere in it")
    exceptions: Terms = field(default=(), description="The same words where they speak of somebody else")
    mailboxes: str = field(default="", description="Names of a mailbox before the @ to which people apply")
