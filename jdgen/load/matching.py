"""What somebody meant by the name of a specialization: an id, a title, an abbreviation, a typo.

An exact id wins and costs nothing. Everything else is compared with the names each specialization's own file gives it
(not those it inherits, they are its parent's) by `jdgen/text/likeness.py`, with the word table
`specializations/_matching.yaml`. Nothing is guessed: several meanings are an error that offers the nearest, and the title of
another job, such as a probation officer, is never taken for a case manager.
"""

from collections.abc import Mapping as Mappable
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from jdgen.errors import InputError, JdgenError, UsageError, Where
from jdgen.load.cache import remembered
from jdgen.load.search import SearchPath, can_be_name
from jdgen.load.text_file import read_text
from jdgen.load.validation import validate
from jdgen.load.yaml_document import Mapping, Node, Scalar, parse_yaml
from jdgen.load.yaml_document import Sequence as Items
from jdgen.model.matching import Called, NameIndex, WordTable
from jdgen.text.closest import did_you_mean
from jdgen.text.likeness import Likeness, Names, build_names, rank
from jdgen.text.markdown_escape import one_line
from jdgen.text.problem import quoted
from jdgen.text.slugs import slug
from jdgen.text.words import join_words

TABLE = "_matching"
GENERAL = "general"

_OFFERED = 3
# Found by trying: tests/load/matching holds the names that people type, and what they must and must not find.
_CLEAR = 0.7
_AHEAD = 0.2
_RELATED = 0.3


class Meaning(NamedTuple):
    """The id of the specialization meant, and a sentence for the reader where something else was typed."""

    id: str
    note: str | None = None


class LookUp(NamedTuple):
    """What a name that is no id was found to mean: one specialization, or the nearest that it may mean."""

    meaning: Meaning | None = None
    offers: tuple[str, ...] = ()
    is_another_job: bool = False
    """Whether the word table knows the name, as one that has nothing to do with case management."""

    @property
    def hint(self) -> str | None:
        """Return the question that offers the nearest, or None where nothing is near."""
        return f"did you mean {join_words(self.offers, 'or')}?" if self.offers else None


@dataclass(frozen=True)
class Known:
    """What specializations are called, ready to be compared."""

    index: NameIndex

    @cached_property
    def names(self) -> Names:
        """Return every name of every specialization."""
        return self._built({
            called.id: (*called.titles, *called.variants, *called.searched) for called in self.index.called
        })

    @cached_property
    def titles(self) -> Names:
        """Return only the id, name and title of each."""
        return self._built({called.id: called.titles for called in self.index.called})

    @cached_property
    def jobs(self) -> Names:
        """Return the titles of each, its variants too, without what people only search for."""
        return self._built({called.id: (*called.titles, *called.variants) for called in self.index.called})

    @cached_property
    def offered(self) -> Names:
        """Return the names for which the word table says what to offer; all other words are here too, as no typos."""
        texts = [text for called in self.index.called for text in (*called.titles, *called.variants, *called.searched)]
        return self._built({"": tuple(texts), **{name: (name,) for name in self.index.table.offered}})

    def instead(self, typed: str) -> tuple[str, ...] | None:
        """Return the ids that the word table offers for a name, or None where it says nothing of it."""
        exact = (likeness.id for likeness in rank(typed, self.offered) if likeness.exact and likeness.id)
        name = next(exact, None)
        known = {called.id for called in self.index.called}
        return None if name is None else tuple(one for one in self.index.table.offered[name] if one in known)

    def is_another_job(self, typed: str) -> bool:
        """Say whether a name ends like the title of another job, and is no title of a specialization."""
        last = slug(typed).rpartition("-")[2].removesuffix("s")
        return last in self.index.table.other_roles and not any(one.exact for one in rank(typed, self.jobs))

    def described(self, name: str) -> str:
        """Return an id and what it is."""
        return next(f"`{name}` ({called.shown})" for called in self.index.called if called.id == name)

    def stated_elsewhere(self, typed: str) -> str:
        """Return what to say of words that state a fact of the opening, which a name sets nowhere; mostly nothing."""
        words = f"-{slug(typed)}-"
        fields = dict.fromkeys(name for one, name in self.index.table.stated_in.items() if f"-{slug(one)}-" in words)
        named = join_words([f"`{name}`" for name in fields])
        return f"; a name says only the kind, so state {named} beside it" if named else ""

    def _built(self, names: Mappable[str, tuple[str, ...]]) -> Names:
        return build_names(
            names, self.index.table.words | dict.fromkeys((*self.index.table.ignored, *self.index.table.stated_in), "")
        )


def specialization_meant(
    typed: str, search: SearchPath, *, where: Where | None = None, or_general: bool = False
) -> Meaning:
    """Return the one specialization a typed name means; with `or_general`, the general one for a name like no other.

    Raises `InputError` when a file at `where` names it, `UsageError` when the command line does, with the nearest three.
    """
    if is_id(typed, search):
        return Meaning(typed)
    found = look_up(typed, search)
    if found.meaning:
        return found.meaning
    if or_general and not found.offers and is_id(GENERAL, search):
        return Meaning(GENERAL, f"{quoted(typed)} is like no specialization, so it becomes `{GENERAL}`")
    raise _error(typed, found, search, where)


def look_up(typed: str, search: SearchPath) -> LookUp:
    """Compare a name that is no id with everything specializations are called."""
    known = load_names(search)
    found = _found(typed, known)
    if isinstance(found, str):
        return LookUp(Meaning(found, f"{quoted(typed)} means {known.described(found)}{known.stated_elsewhere(typed)}"))
    return LookUp(offers=tuple(known.described(name) for name in found), is_another_job=known.instead(typed) == ())


def is_id(typed: str, search: SearchPath) -> bool:
    """Say whether a text is the id of a specialization a requisition can name, to the letter."""
    return can_be_name(typed) and not typed.startswith("_") and search.find("specializations", typed) is not None


def load_names(search: SearchPath) -> Known:
    """Return what every specialization is called and the word table; kept between runs until a file changes."""
    search.refuse_misnamed("specializations")
    paths = [search.require("specializations", name) for name in [TABLE, *search.names("specializations")]]
    return _known(tuple((path, read_text(path)) for path in paths))


@lru_cache(maxsize=2)
def _known(texts: tuple[tuple[Path, str], ...]) -> Known:
    source = "\0".join(f"{path}\n{text}" for path, text in texts).encode()
    return Known(remembered(source, NameIndex, lambda: _index(texts)))


def _index(texts: tuple[tuple[Path, str], ...]) -> NameIndex:
    trees = [(path.stem, parse_yaml(text, str(path))) for path, text in texts]
    table = validate(trees[0][1], WordTable, what="word table")
    return NameIndex(table=table, called=tuple(_called(name, tree) for name, tree in trees[1:]))


def _called(name: str, tree: Node) -> Called:
    """Return the names a file states itself; whatever else is wrong with it is for its loader to say."""
    own = tree if isinstance(tree, Mapping) else Mapping({}, tree.where)
    titles = [name, *_texts(own, "name"), *_texts(own, "title")]
    variants = [*_texts(own, "title_variants"), *_texts(own, "title_variants+")]
    searched = [*_texts(own, "search_synonyms"), *_texts(own, "search_synonyms+")]
    shown = next(iter([*_texts(own, "name"), *_texts(own, "title")]), name)
    return Called(id=name, shown=shown, titles=tuple(titles), variants=tuple(variants), searched=tuple(searched))


def _texts(tree: Mapping, field: str) -> list[str]:
    value = tree.get(field)
    nodes = value.items if isinstance(value, Items) else (value,)
    return [text for node in nodes if isinstance(node, Scalar) and (text := one_line(node.value or ""))]


def _found(typed: str, known: Known) -> str | Sequence[str]:
    """Return the one id that is meant, else the nearest ids; none where nothing is alike."""
    instead = known.instead(typed)
    if instead is not None:
        return instead
    ranked = rank(typed, known.names)
    meant = _meant(typed, ranked, known)
    if meant and not known.is_another_job(typed):
        return meant
    return [likeness.id for likeness in ranked[:_OFFERED] if likeness.score >= _RELATED]


def _meant(typed: str, ranked: Sequence[Likeness], known: Known) -> str | None:
    """Return the id with exactly this name, or the one far ahead of the others."""
    exact = [likeness.id for likeness in ranked if likeness.exact]
    if len(exact) > 1:  # a title belongs to one, though others may list it as a variant
        titled = {likeness.id for likeness in rank(typed, known.titles) if likeness.exact}
        exact = [name for name in exact if name in titled] if len(titled) == 1 else exact
    if len(exact) == 1:
        return exact[0]
    return ranked[0].id if not exact and _is_clear(ranked) else None


def _is_clear(ranked: Sequence[Likeness]) -> bool:
    if not ranked or ranked[0].score < _CLEAR:
        return False
    return len(ranked) == 1 or ranked[0].score - ranked[1].score >= _AHEAD


def _error(typed: str, found: LookUp, search: SearchPath, where: Where | None) -> JdgenError:
    """Return the error for several meanings, or for none."""
    if found.offers:
        message, hint = f"{quoted(typed)} is not clear, expected the name of one specialization", found.hint
    else:
        message = (
            f"there is no specialization {quoted(typed)}{', which is another job' if found.is_another_job else ''}"
        )
        near = None if found.is_another_job else did_you_mean(typed, search.names("specializations"))
        hint = near or "`jdgen list specializations` prints the names"
    if where is None:
        return UsageError(message, hint=hint)
    general = "" if found.offers else "; `render --or-general` takes the general one"
    return InputError(message, where=where, hint=f"{hint}{general}")
