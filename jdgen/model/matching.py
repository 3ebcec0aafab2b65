"""What specializations are called, and the words people write for other words: `specializations/_matching.yaml`."""

from jdgen.model.record import Line, Record, field


class WordTable(Record):
    """How people write the words of job titles."""

    words: dict[Line, Line] = field(
        default_factory=dict, description="An abbreviation, or another word, and what it stands for"
    )
    ignored: tuple[Line, ...] = field(default=(), description="Words that say nothing about the kind of case manager")
    stated_in: dict[Line, Line] = field(
        default_factory=dict,
        description="Words that say no kind but a fact of the opening, and the field that states it",
    )
    other_roles: tuple[Line, ...] = field(
        default=(), description="Last words of titles that are other jobs: what ends so is offered, not taken"
    )
    offered: dict[Line, tuple[Line, ...]] = field(
        default_factory=dict,
        description="Names that mean several kinds or another job, and the ids to offer; none: nothing is alike",
    )


class Called(Record):
    """One specialization with every name its own file gives it."""

    id: Line
    shown: Line = field(description="What lists call it")
    titles: tuple[Line, ...] = field(description="Its id, its name and its title")
    variants: tuple[Line, ...] = field(default=(), description="Other titles of the same job")
    searched: tuple[Line, ...] = field(
        default=(), description="Words people search for, some of them titles of other jobs"
    )


class NameIndex(Record):
    """Everything that matching needs to know."""

    table: WordTable
    called: tuple[Called, ...]
