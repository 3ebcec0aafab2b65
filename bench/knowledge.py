"""What it costs to load everything jdgen knows, in a process that starts anew but finds its cache."""

import sys

from _measure import ROOT, Row, compare, process

_IMPORTS = "from jdgen.load.facts import load_facts; from jdgen.load.specializations import load_all"
_LOAD = f"""
import time
{_IMPORTS}
from pathlib import Path
from jdgen.load.facts import TABLES, load_table
from jdgen.load.project import open_workspace
start = time.perf_counter()
search = open_workspace(Path({str(ROOT)!r})).search
facts = load_facts(search)
for table in TABLES:
    load_table(search, table)
profiles = load_all(search, facts)
print(f"    {{len(profiles)}} specializations and {{len(TABLES)}} tables in {{(time.perf_counter() - start) * 1000:.0f}} ms after the imports")
"""


def main() -> int:
    """Measure and print; the last line is what the loading itself took."""
    python = (sys.executable, "-c")
    compare(
        "Everything jdgen knows, whole process, against the imports alone",
        [
            Row("imports", process(*python, _IMPORTS)),
            Row("imports, all facts and all specializations", process(*python, _LOAD)),
        ],
    )
    process(*python, _LOAD, shown=True)()
    return 0


if __name__ == "__main__":
    sys.exit(main())
