"""jdgen: job postings for case managers that are true, lawful, inclusive and findable."""

__all__: list[str] = []
