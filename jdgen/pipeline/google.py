"""What the audit says of a posting for Google, before its page or its JSON-LD is made."""

from collections.abc import Callable
from functools import lru_cache

from jdgen.audit.engine import AuditRequest, audit
from jdgen.audit.ruleset import Ruleset
from jdgen.errors import InputError
from jdgen.ingest.reader import read_worded
from jdgen.load.project import Workspace
from jdgen.model.posting import PostingFacts
from jdgen.pipeline.check import load_ruleset
from jdgen.render.markup_faults import is_public


def google_refusals(workspace: Workspace) -> Callable[[PostingFacts, bytes, str], tuple[str, ...]]:
    """Return a function that says of a posting file why Google would refuse it; the rules are read once, when they are needed.

    It is judged by the day it was posted, so that the same posting gives the same page on any day.
    """

    @lru_cache(maxsize=1)
    def ruleset() -> Ruleset:
        return load_ruleset(workspace)

    def refusals(facts: PostingFacts, content: bytes, path: str) -> tuple[str, ...]:
        if facts.posted is None or not is_public(facts):
            return ()
        try:
            document = read_worded(content, path)
        except InputError:  # it holds no words, which whoever makes the page says better
            return ()
        (verdict,) = audit(document, ruleset(), AuditRequest(facts.posted, channels=("google",))).channels or (None,)
        return tuple(f"{message} ({clause})" for clause, message in verdict.reasons) if verdict else ()

    return refusals
