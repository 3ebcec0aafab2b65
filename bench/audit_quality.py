"""How good the audit's judgment is: precision and recall on labelled lines, by category.

The `tuning` sets are what rules were written with; the `heldout` sets are only measured on. A line counts as caught when a finding of error or warning
names one of its categories, and as flagged when any finding does; a clean line with any error or warning is a false alarm.
"""

import argparse
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Self

import yaml

from jdgen.audit.engine import AuditRequest, audit
from jdgen.audit.ruleset import Ruleset
from jdgen.load.project import open_workspace
from jdgen.model.document import Block, Document, Section
from jdgen.model.finding import Finding
from jdgen.pipeline.check import load_ruleset

HERE = Path(__file__).parent
DAY = date(2026, 11, 22)
BARS = {
    "unlawful lines caught": 0.90,
    "bad lines caught": 0.85,
    "false alarms": 0.03,
    "worst category's false alarms": 0.08,
}


@dataclass
class Tally:
    """Counts over one set of lines."""

    bad: int = 0
    flagged: int = 0
    caught: int = 0
    unlawful: int = 0
    unlawful_flagged: int = 0
    clean: int = 0
    alarms: int = 0
    by_category: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def __iadd__(self, other: "Tally") -> Self:
        """Add the counts of another set."""
        for name in ("bad", "flagged", "caught", "unlawful", "unlawful_flagged", "clean", "alarms"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for category, counts in other.by_category.items():
            self.by_category[category].update(counts)
        return self


def main() -> int:
    """Measure sets and print a table for each; return 1 where the held-out ones together miss a bar."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", help="names of files in bench/audit_quality (default: all)")
    parser.add_argument(
        "--misses", action="store_true", help="print every line judged wrongly (never for a held-out set)"
    )
    parser.add_argument(
        "--category", action="append", default=[], help="with --misses: only lines or alarms of this category"
    )
    arguments = parser.parse_args()
    ruleset = load_ruleset(open_workspace(HERE.parent))
    unseen = Tally()
    for name in arguments.sets or sorted(path.stem for path in (HERE / "audit_quality").glob("*.yaml")):
        rows = yaml.safe_load((HERE / "audit_quality" / f"{name}.yaml").read_text(encoding="utf-8"))
        tally = measure(rows, ruleset, misses=arguments.misses, only=set(arguments.category))
        report(name, tally)
        if name.startswith("heldout"):
            unseen += tally
    return report("all held-out sets together", unseen) if unseen.clean else 0


def measure(rows: list[dict], ruleset: Ruleset, *, misses: bool, only: set[str]) -> Tally:
    """Audit every line on its own."""
    tally = Tally()
    for row in rows:
        found = [finding for finding in findings_of(row, ruleset) if finding.severity != "info"]
        wrong = count(row, found, tally)
        about = {*(row.get("bad") or ()), *(one.category for one in found)}
        if wrong and misses and (not only or about & only):
            print(
                f"{wrong:6} {row.get('bad') or ''} [{row.get('section', '')}] {row['line']}  {[(one.rule, one.matched, one.reason) for one in found]}"
            )
    return tally


def findings_of(row: dict, ruleset: Ruleset) -> list[Finding]:
    """Return what the audit says of one line."""
    text, role = row["line"].strip(), row.get("section")
    block = Block(
        "heading" if role == "title" else "paragraph",
        " ".join(text.split()),
        role or "other",
        0,
        ((0, 0),),
        int(role == "title"),
    )
    document = Document("line", "text", block.text, (block,), (Section(role or "other"),))
    states = (row["state"],) if "state" in row else ()
    return list(audit(document, ruleset, AuditRequest(DAY, states, (), role)).findings)


def count(row: dict, found: list[Finding], tally: Tally) -> str:
    """Add one line to the tally; return what was judged wrongly, or an empty text."""
    wanted = set(row.get("bad") or ())
    for category in {finding.category for finding in found}:
        tally.by_category[category]["right" if category in wanted else "wrong" if wanted else "alarm"] += 1
    if not wanted:
        tally.clean += 1
        tally.alarms += bool(found)
        return "ALARM" if found else ""
    hit = any(finding.category in wanted for finding in found)
    tally.bad += 1
    tally.flagged += bool(found)
    tally.caught += hit
    for category in wanted:
        tally.by_category[category]["lines"] += 1
        tally.by_category[category]["found"] += any(finding.category == category for finding in found)
    if row.get("unlawful"):
        tally.unlawful += 1
        tally.unlawful_flagged += bool(found)
    return "" if found else "MISS"


def report(name: str, tally: Tally) -> int:
    """Print the figures of one set; return 1 where it misses a bar."""
    worst = max((counts["alarm"] / tally.clean for counts in tally.by_category.values()), default=0)
    figures = {
        "unlawful lines caught": tally.unlawful_flagged / tally.unlawful if tally.unlawful else 1,
        "bad lines caught": tally.flagged / tally.bad if tally.bad else 1,
        "false alarms": tally.alarms / tally.clean,
        "worst category's false alarms": worst,
    }
    print(f"\n{name}: {tally.bad} bad lines, {tally.unlawful} of them unlawful, {tally.clean} clean")
    missed = 0
    for what, figure in figures.items():
        good = figure <= BARS[what] if "alarm" in what else figure >= BARS[what]
        missed |= not good
        print(f"  {what:32} {figure:6.1%}   bar {BARS[what]:.0%}  {'ok' if good else 'MISSED'}")
    print(f"  {'of those in the right category':32} {tally.caught / max(tally.flagged, 1):6.1%}")
    print(f"\n  {'category':20} {'lines':>5} {'recall':>7} {'precision':>9} {'alarms':>6}")
    for category, counts in sorted(tally.by_category.items()):
        said = counts["right"] + counts["alarm"]
        recall = f"{counts['found'] / counts['lines']:.0%}" if counts["lines"] else "-"
        precision = f"{counts['right'] / said:.0%}" if said else "-"
        print(f"  {category:20} {counts['lines']:5} {recall:>7} {precision:>9} {counts['alarm']:6}")
    return missed


if __name__ == "__main__":
    sys.exit(main())
