"""What specializations are called, and the words people write for other words: `specializations/_matching.yaml`."""

from pydantic import Field

from jdgen.model.record import Line, Record


class WordTable(Record):
    """How people write the words of job titles."""

    words: dict[Line, Line] = Field({}, description="An abbreviation, or another word, and what it stands for")
    ignored: tuple[Line, ...] = Field((), description="Words that say nothing about the kind of case manager")


class Called(Record):
    """One specialization with every name its own file gives it."""

    id: Line
    shown: Line = Field(description="What lists call it")
    titles: tuple[Line, ...] = Field(description="Its id, its name and its title")
    others: tuple[Line, ...] = Field(description="Title variants and words people search for")


class NameIndex(Record):
    """Everything that matching needs to know."""

    table: WordTable
    called: tuple[Called, ...]
