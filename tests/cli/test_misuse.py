"""What can go wrong at the command line, a row each: exit code, and what is said about place, fault and repair."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

POSTING = "---\njdgen: 1\nid: A-1\ntitle: Nurse\nemployer:\n  name: Acme\n---\n\n# Nurse\n"
USAGE, INPUT, OURS = 2, 3, 4


@dataclass(frozen=True)
class Misuse:
    """Words of a command in the folder of the sample, how it must end, and files put there first."""

    words: str
    code: int
    said: tuple[str, ...]
    files: dict[str, str | bytes] = field(default_factory=dict)


RENDER = "render requisition.yaml -f md"
MISUSES = {
    "missing file": Misuse(
        "render requisitoin.yaml", INPUT, ("requisitoin.yaml: there is no such file", "hint: did you mean `requisition.yaml`?")
    ),
    "file in a missing folder": Misuse("render nowhere/a.yaml", INPUT, ("nowhere/a.yaml: there is no such file",)),
    "empty file": Misuse("render empty.yaml", INPUT, ("empty.yaml", "`specialization`"), {"empty.yaml": ""}),
    "file of comments": Misuse("render empty.yaml", INPUT, ("empty.yaml", "`specialization`"), {"empty.yaml": "# later\n"}),
    "folder": Misuse("render .", INPUT, (".: this is a folder, expected a file",)),
    "binary file": Misuse("render logo.png", INPUT, ("logo.png: the file is binary, expected text",), {"logo.png": b"\x89PNG\0\0\0\1"}),
    "list instead of fields": Misuse("render list.yaml", INPUT, ("list.yaml:1:1: not a requisition",), {"list.yaml": "- a\n"}),
    "broken YAML": Misuse("render broken.yaml", INPUT, ("broken.yaml:2:6: ", "hint: "), {"broken.yaml": "id: A\npay: [1\n"}),
    "unknown field": Misuse(
        "render a.yaml", INPUT, ("a.yaml:2:1: unknown field `titel`", "did you mean `title`?"), {"a.yaml": "specialization: rn\ntitel: x\n"}
    ),
    "nothing to render": Misuse("render", USAGE, ("nothing to render", "hint: name a requisition file, or a specialization with `-s`")),
    "no specialization": Misuse("render a.yaml --title Boss", INPUT, ("a.yaml:1:1: missing `specialization`",), {"a.yaml": "id: A-1\n"}),
    "unknown specialization": Misuse("render -s dentist", USAGE, ("-s", "there is no specialization `dentist`", "jdgen list specializations", "--or-general")),
    "unknown specialization in a file": Misuse(
        "render a.yaml", INPUT, ("a.yaml:1:1: there is no specialization `plumber`", "jdgen list"), {"a.yaml": "specialization: plumber\n"}
    ),
    "specialization with several meanings": Misuse("render -s probation", USAGE, ("`probation` is not clear", "did you mean `reentry` (Reentry case manager) or `juvenile-justice`")),
    "specialization with a name that is no id": Misuse(
        "render -s My_Own", USAGE, ("a specialization cannot be called `My_Own`", "rename its file to `my-own.yaml`"), {"specializations/My_Own.yaml": "extends: rn\n"}
    ),
    "unknown level": Misuse(f"{RENDER} --level senor", USAGE, ("--level: there is no level `senor`", "did you mean `senior`?")),
    "unknown model": Misuse(f"{RENDER} --model zzz", USAGE, ("--model: there is no model `zzz`", "`strengths-based`")),
    "delivery that is none in a file": Misuse(
        "render a.yaml", INPUT, ("a.yaml:2:1: there is no delivery `telefonic`", "did you mean `telephonic`?"), {"a.yaml": "specialization: rn\ndelivery: telefonic\n"}
    ),
    "level of a leader": Misuse(
        "render -s supervisor --level lead", USAGE, ("--level: level `lead` does not go with the specialization `supervisor`: ", "leave `level` out")
    ),
    "intensive by telephone": Misuse(
        "render -s rn --model intensive --delivery telephonic", USAGE, ("--model: model `intensive` does not go with delivery `telephonic`",)
    ),
    "telephonic on site": Misuse(
        "render -s rn --delivery telephonic --workplace onsite", USAGE, ("--delivery: delivery `telephonic` does not go with workplace `onsite`", "`workplace: remote`")
    ),
    "remote at a place": Misuse(
        "render -s rn --set delivery=remote --location Denver,CO", USAGE, ("--set delivery: delivery `remote` does not go with a place of work: ", "`location: Remote (CO, MN)`")
    ),
    "clinical without a license": Misuse(
        "render -s child-welfare --model clinical", USAGE, ("--model: model `clinical` needs a license in clinical social work, ",)
    ),
    "language without a reason": Misuse(
        "render -s rn --language Spanish", USAGE, ("--language: `Spanish` does not say why the work needs the language", "`Spanish: most of our families")
    ),
    "language by origin": Misuse(
        "render a.yaml",
        INPUT,
        ("a.yaml:2:14: `native Spanish` speaks of origin or accent", "`conversational`"),
        {"a.yaml": "specialization: rn\nlanguages: [{language: native Spanish, why: families}]\n"},
    ),
    "unknown option": Misuse("render --emploier x", USAGE, ("No such option '--emploier'", "--employer")),
    "unknown command": Misuse("rendr", USAGE, ("No such command 'rendr'",)),
    "unknown format": Misuse("render requisition.yaml -f pfd", USAGE, ("there is no format `pfd`", "did you mean `pdf`?")),
    "unknown format, nothing like it": Misuse("render requisition.yaml -f zzz", USAGE, ("there is no format `zzz`", "the formats are md, html")),
    "unknown template": Misuse(f"{RENDER} -t postng", USAGE, ("there is no template `postng`", "did you mean `posting`?")),
    "unknown template in a file": Misuse(
        "render a.yaml",
        INPUT,
        ("a.yaml:2:1: there is no template `clasic`", "did you mean `classic`?"),
        {"a.yaml": "specialization: rn\ntemplate: clasic\n"},
    ),
    "template outside the folders": Misuse(f"{RENDER} -t ../requisition", USAGE, ("`../requisition` cannot be the name of a template",)),
    "part of a template as template": Misuse(f"{RENDER} -t parts/about", USAGE, ("`parts/about` cannot be the name of a template",)),
    "template with capitals": Misuse(
        f"{RENDER} -t My_Own", USAGE, ("a template cannot be called `My_Own`", "`my-own.md.j2`"), {"templates/My_Own.md.j2": "# x\n"}
    ),
    "unknown field of --set": Misuse(f"{RENDER} --set reports=Boss", USAGE, ("--set reports: unknown field `reports`", "`reports_to`")),
    "--set without =": Misuse(f"{RENDER} --set salary", USAGE, ("`--set salary` has no `=`", "hint: write `--set key=value`")),
    "--set without key": Misuse(f"{RENDER} --set =7", USAGE, ("`--set =7` has no `=`",)),
    "--set of a value and its field": Misuse(f"{RENDER} --set apply=x --set apply.email=y", USAGE, ("--set apply.email: `apply` is given twice",)),
    "two values for one": Misuse(f"{RENDER} --set title=A --set title=B", USAGE, ("--set title: `title` is a list, expected text",)),
    "an option and --set for one": Misuse(f"{RENDER} --title A --set title=B", USAGE, ("--title and --set title: `title` is a list",)),
    "an option and a file": Misuse(
        "render a.yaml --pay 9-8/hour", INPUT, ("--pay: ", "a.yaml:2:1: "), {"a.yaml": "specialization: rn\ncloses: soon\n"}
    ),
    "link without https": Misuse(
        f"{RENDER} --set apply.url=www.a.example/jobs", USAGE, ("`www.a.example/jobs` does not say how to open the page", "`https://www.a.example/jobs`")
    ),
    "several places in one": Misuse(
        "render a.yaml", INPUT, ("names more than one place", '`--location "Denver, CO" --location "Boulder, CO"`'), {"a.yaml": "specialization: rn\nlocation: Denver, CO; Boulder, CO\n"}
    ),
    "workplace in the place": Misuse(
        "render a.yaml", INPUT, ("a.yaml:2:1: `Hybrid - Denver, CO` says how", "`--workplace hybrid`"), {"a.yaml": "specialization: rn\nlocation: Hybrid - Denver, CO\n"}
    ),
    "language that is no tag": Misuse("export p.md", INPUT, ("p.md:5:1: `English` is not a language tag",), {"p.md": POSTING.replace("title: Nurse", "title: Nurse\nlanguage: English")}),
    "reversed pay": Misuse(f"{RENDER} --pay 52-38/hour", USAGE, ("--pay: the minimum 52 is above the maximum 38", "`38.00-52.00/hour`")),
    "open-ended pay": Misuse(f"{RENDER} --pay 50+/hour", USAGE, ("--pay: `50+/hour` leaves one end of the range open",)),
    "pay of the wrong unit": Misuse(f"{RENDER} --pay 36-44/year", USAGE, ("--pay: ", "hint: ")),
    "ambiguous date": Misuse(f"{RENDER} --closes 03/04/2027", USAGE, ("--closes: `03/04/2027` can be", "`2027-03-04` or `2027-04-03`")),
    "ambiguous --date": Misuse(f"{RENDER} --date 03/04/2027", USAGE, ("Invalid value for '--date'", "`2027-03-04` or `2027-04-03`")),
    "place without state": Misuse(f"{RENDER} --location Springfield", USAGE, ("--location: `Springfield` has no state",)),
    "id that leaves the folder": Misuse(f"{RENDER} --set id=../../x", USAGE, ("--set id: `../../x` cannot be a file name", "hint: write `x`")),
    "id of a Windows device": Misuse(f"{RENDER} --set id=con", USAGE, ("--set id: `con` cannot be a file name",)),
    "same id twice": Misuse("render requisition.yaml requisition.yaml -f md", INPUT, ("2 postings would be written to `CR-1042`", "set `id`")),
    "same id but for capitals": Misuse(
        "render a.yaml b.yaml -f md",
        INPUT,
        ("2 postings would be written to `a-1`",),
        {"a.yaml": "specialization: rn\nid: a-1\n", "b.yaml": "specialization: rn\nid: A-1\n"},
    ),
    "no employer": Misuse("render -s rn", USAGE, ("no employer given", "-e employer.yaml"), {"jdgen.yaml": ""}),
    "missing employer": Misuse("render -s rn -e emploier.yaml", INPUT, ("emploier.yaml: there is no such file", "did you mean `employer.yaml`?")),
    "missing employer of a requisition": Misuse(
        "render a.yaml", INPUT, ("a.yaml:2:1: there is no file `who.yaml`",), {"a.yaml": "specialization: rn\nemployer: who.yaml\n"}
    ),
    "missing employer of the folder": Misuse("render -s rn", INPUT, ("jdgen.yaml:1:1: there is no file `who.yaml`", "the folder of `jdgen.yaml`"), {"jdgen.yaml": "employer: who.yaml\n"}),
    "employer in the place of a requisition": Misuse("render employer.yaml", INPUT, ("this looks like an employer, expected a requisition", "pass it with `-e employer.yaml`")),
    "requisition in the place of an employer": Misuse("render -s rn -e requisition.yaml", INPUT, ("this looks like a requisition, expected an employer",)),
    "specialization nobody can name": Misuse(
        "list specializations", INPUT, ("cannot be called `My Team.yaml`", "rename its file to `my-team.yaml`"), {"specializations/My Team.yaml": "extends: rn\n"}
    ),
    "damaged ledger": Misuse(RENDER, INPUT, ("output/.jdgen.json: is damaged", "`--force`"), {"output/.jdgen.json": "{"}),
    "everything wrong at once": Misuse(
        "render a.yaml -e e.yaml",
        INPUT,
        ("a.yaml:2:1: unknown field `zzz`", "a.yaml:3:1: `specialization` stands", "a.yaml:4:11: unknown field `titel`", "no license `rm`", "e.yaml:2:1: `name` stands", "e.yaml:3:1: unknown"),
        {
            "a.yaml": "specialization: rn\nzzz: 1\nspecialization: rn\nprofile: {titel: x, qualifications: {required: {licenses: [rm]}}}\n",
            "e.yaml": "name: A\nname: B\ncolour: x\n",
        },
    ),
    "employer without name": Misuse("render -s rn -e e.yaml", INPUT, ("e.yaml:1:1: missing `name`",), {"e.yaml": "size: 3\n"}),
    "broken jdgen.yaml": Misuse("render -s rn", INPUT, ("jdgen.yaml:1:1: unknown field `templte`", "`template`"), {"jdgen.yaml": "templte: classic\n"}),
    "unknown template in jdgen.yaml": Misuse(
        "render -s rn", INPUT, ("jdgen.yaml:1:1: there is no template `clasic`", "did you mean `classic`?"), {"jdgen.yaml": "template: clasic\nemployer: employer.yaml\n"}
    ),
    "unknown format in jdgen.yaml": Misuse(
        "render -s rn", INPUT, ("jdgen.yaml:1:1: there is no format `htm`", "did you mean `html`?"), {"jdgen.yaml": "formats: [md, htm]\nemployer: employer.yaml\n"}
    ),
    "missing folder of knowledge": Misuse(f"{RENDER} --templates nowhere", USAGE, ("there is no folder `nowhere`",)),
    "output is a file": Misuse(f"{RENDER} -o logo.svg", OURS, ("cannot write into `logo.svg`: ", "choose another folder")),
    "output below a file": Misuse(f"{RENDER} -o logo.svg/x", OURS, ("cannot write into `logo.svg/x`: ",)),
    "a folder stands where a file goes": Misuse(
        f"{RENDER} -o .", OURS, ("cannot write into `.`: `CR-1042.md` is a folder",), {"CR-1042.md/x": ""}
    ),
    "two formats to stdout": Misuse("render requisition.yaml -f md,html -o -", USAGE, ("`-o -` prints one document, and this makes several",)),
    "two postings to stdout": Misuse(
        "render requisition.yaml a.yaml -f md -o -", USAGE, ("`-o -` prints one document",), {"a.yaml": "specialization: rn\n"}
    ),
    "output not jdgen's": Misuse(
        RENDER, INPUT, ("output/CR-1042.md: was edited by hand, or not written by jdgen", "`--force`"), {"output/CR-1042.md": "mine"}
    ),
    "logo outside the folder": Misuse(
        "render -s rn -e e.yaml", INPUT, ("the logo `../logo.svg` lies outside the employer's folder",), {"e.yaml": "name: A\nbrand: {logo: ../logo.svg}\n"}
    ),
    "missing logo": Misuse("render -s rn -e e.yaml", INPUT, ("no.svg: the logo cannot be read",), {"e.yaml": "name: A\nbrand: {logo: no.svg}\n"}),
    "logo with a script": Misuse(
        "render -s rn -e e.yaml", INPUT, ("x.svg: the logo cannot be used",), {"e.yaml": "name: A\nbrand: {logo: x.svg}\n", "x.svg": "<svg><script/></svg>"}
    ),
    "template reads a file": Misuse(
        f"{RENDER} -t evil",
        INPUT,
        ("templates/evil.md.j2:2: the template uses `../employer.yaml`, which does not exist",),
        {"templates/evil.md.j2": "# x\n{% include '../employer.yaml' %}\n"},
    ),
    "template reads an absolute path": Misuse(
        f"{RENDER} -t evil", INPUT, ("the template uses `/etc/hostname`, which does not exist",), {"templates/evil.md.j2": "{% include '/etc/hostname' %}"}
    ),
    "template climbs out of Python": Misuse(
        f"{RENDER} -t evil", INPUT, ("templates/evil.md.j2:1: the template does what templates may not do",), {"templates/evil.md.j2": "{{ facts.__class__.mro() }}"}
    ),
    "template with a syntax error": Misuse(
        f"{RENDER} -t bad", INPUT, ("templates/bad.md.j2:3: the template cannot be read",), {"templates/bad.md.j2": "# x\n\n{% if %}\n"}
    ),
    "template with an unknown name": Misuse(
        f"{RENDER} -t bad", INPUT, ("templates/bad.md.j2:2: the template cannot be filled in",), {"templates/bad.md.j2": "# x\n{{ facts.nme }}\n"}
    ),
    "template that prints what is not known": Misuse(
        f"{RENDER} -t bad", INPUT, ("templates/bad.md.j2:2: the template cannot be filled in: a value that is not known",), {"templates/bad.md.j2": "# x\n{{ facts.employer.website and none }}\n"}
    ),
    "template that divides by zero": Misuse(
        f"{RENDER} -t bad", INPUT, ("templates/bad.md.j2:1: the template cannot be filled in: division by zero",), {"templates/bad.md.j2": "{{ 1 / 0 }}"}
    ),
    "template that includes itself": Misuse(
        f"{RENDER} -t bad", INPUT, ("bad.md.j2:1: the template cannot be filled in",), {"templates/bad.md.j2": "{% include 'bad.md.j2' %}"}
    ),
    "broken fact table": Misuse(
        RENDER, INPUT, ("facts/licenses.yaml:2:5: missing `source`",), {"facts/licenses.yaml": "licenses:\n  - id: rn\n    name: nurse\n    abbreviation: RN\n    checked: 2026-01-01\n    review_by: 2027-01-01\n    evidence: law\n    confidence: V\n"}
    ),
    "bad change to the profile": Misuse(
        "render a.yaml", INPUT, ("a.yaml:3:3: `skils+` changes a list the parent does not have", "`skills`"), {"a.yaml": "specialization: rn\nprofile:\n  skils+: [a]\n"}
    ),
    "SOURCE_DATE_EPOCH in words": Misuse(f"{RENDER} --set id=E", USAGE, ("SOURCE_DATE_EPOCH is `today`, expected seconds since 1970",)),
    "export of nothing": Misuse("export", USAGE, ("Missing argument 'POSTING.md...'",)),
    "export without front matter": Misuse("export p.md", INPUT, ("p.md:1:1: no front matter",), {"p.md": "# Nurse\n"}),
    "export of an empty file": Misuse("export p.md", INPUT, ("p.md:1:1: no front matter",), {"p.md": ""}),
    "export without end of the front matter": Misuse("export p.md", INPUT, ("p.md:3:1: the front matter has no end",), {"p.md": "---\nid: A\ntitle: B\n"}),
    "export with a broken fact": Misuse("export p.md", INPUT, ("p.md:7:1: the minimum 9 is above the maximum 8",), {"p.md": POSTING.replace("---\n\n", "pay: 9-8/hour\n---\n\n")}),
    "export with broken YAML": Misuse("export p.md", INPUT, ("p.md:7:",), {"p.md": POSTING.replace("---\n\n", "pay: [9\n---\n\n")}),
    "export with an unknown fact": Misuse("export p.md", INPUT, ("p.md:4:1: unknown field `titel`",), {"p.md": POSTING.replace("title", "titel")}),
    "export of a text nested too deep": Misuse(
        "export p.md -f html", INPUT, ("p.md: lists, quotes or tags stand more than 30 levels deep",), {"p.md": POSTING + "".join(" " * 4 * n + "- a\n" for n in range(250))}
    ),
    "export of nothing but brackets": Misuse("export p.md -f html", INPUT, ("p.md:11: this paragraph holds 50,000 opening brackets",), {"p.md": POSTING + "\n" + "[" * 50_000}),
    "export with a fact twice and another unknown": Misuse(
        "export p.md", INPUT, ("p.md:4:1: `id` stands here a second time", "p.md:5:1: unknown field `titel`"), {"p.md": POSTING.replace("title", "id: A-2\ntitel")}
    ),
    "export of a later format": Misuse("export p.md", INPUT, ("p.md:2:1: ", "jdgen"), {"p.md": POSTING.replace("jdgen: 1", "jdgen: 2")}),
    "export without the logo": Misuse("export p.md", INPUT, ("logo", "cannot be read"), {"p.md": POSTING.replace("name: Acme", "name: Acme\n  logo: no.svg")}),
    "export with a logo elsewhere": Misuse(
        "export p.md", INPUT, ("p.md: the logo `../here/logo.svg` lies outside",), {"p.md": POSTING.replace("name: Acme", "name: Acme\n  logo: ../here/logo.svg")}
    ),
    "show of nothing known": Misuse("show return-to-work", USAGE, ("there is nothing called `return-to-work`", "did you mean `disability`", "`workers-compensation`")),
    "show of nothing like it": Misuse("show zzzzzz", USAGE, ("there is nothing called `zzzzzz`", "jdgen list")),
    "show of a path": Misuse("show ../employer", USAGE, ("there is nothing called `../employer`",)),
    "show twice": Misuse("show rn --where --copy", USAGE, ("`--where`, `--copy` and `--market` do not go together",)),
    "show of a pay without the market": Misuse("show rn --pay 40/hour", USAGE, ("`--pay` needs `--market`", "hint: add `--market`")),
    "show of the market of nothing known": Misuse("show zzzzzz --market", USAGE, ("`zzzzzz`", "jdgen list specializations")),
    "show of the market beside an odd pay": Misuse("show rn --market --pay 52-38/hour", USAGE, ("the minimum 52 is above the maximum 38",)),
    "show over a copy": Misuse("show rn --copy", INPUT, ("specializations/rn.yaml: exists already",), {"specializations/rn.yaml": "extends: _base\n"}),
    "list of nothing known": Misuse("list people", USAGE, ("'people' is not one of", "specializations")),
    "schema of nothing known": Misuse("schema people", USAGE, ("'people' is not one of", "requisition")),
    "init over files": Misuse("init", INPUT, ("employer.yaml: exists already", "requisition.yaml: exists already")),
    "init with an unknown sample": Misuse("init new --sample clinic", USAGE, ("'clinic' is not one of",)),
    "init into a file": Misuse("init logo.svg/x", OURS, ("cannot write into `logo.svg/x`",)),
}  # fmt: skip


@pytest.mark.parametrize("name", MISUSES)
def test_misuse_is_explained(run: Callable, sample: Path, name: str) -> None:
    misuse = MISUSES[name]
    for path, content in misuse.files.items():
        (sample / path).parent.mkdir(parents=True, exist_ok=True)
        (sample / path).write_bytes(content if isinstance(content, bytes) else content.encode())
    before = {path: path.read_bytes() for path in sample.rglob("*") if path.is_file()}

    code, out, err = run(*misuse.words.split(), env={"SOURCE_DATE_EPOCH": "today"} if "EPOCH" in name else None)

    assert (code, out) == (misuse.code, "")
    assert [words for words in misuse.said if words not in err] == [], err
    assert "Traceback" not in err
    assert "made a mistake" not in err
    assert before == {path: path.read_bytes() for path in sample.rglob("*") if path.is_file()}


def test_all_problems_of_all_files_are_said_at_once(run: Callable, sample: Path) -> None:
    (sample / "a.yaml").write_text(
        "specialization: plumber\npay: 9-8/hour\ncloses: 31-31-2026\nfoo: 1\n", encoding="utf-8"
    )
    (sample / "b.yaml").write_text("specialization: rn\nlocation: Nowhere\n", encoding="utf-8")
    (sample / "e.yaml").write_text("nme: x\n", encoding="utf-8")

    code, out, err = run("render", "a.yaml", "b.yaml", "-e", "e.yaml", "-f", "md", "--workplace", "moon")

    places = [
        line.rpartition(": ")[0].split(": ")[0] for line in err.splitlines() if ":" in line and "hint:" not in line
    ]
    assert (code, out) == (3, "")
    assert places == sorted(places)
    for place in ("--workplace", "a.yaml:1:1", "a.yaml:2:1", "a.yaml:3:1", "a.yaml:4:1", "b.yaml:2:1", "e.yaml:1:1"):
        assert place in places
    assert len(places) == len(set(err.splitlines()) - {""}) - err.count("hint:")


def test_a_thousand_problems_are_cut_short(run: Callable, sample: Path) -> None:
    (sample / "a.yaml").write_text(
        "specialization: rn\n" + "".join(f"x{n}: 1\n" for n in range(1000)), encoding="utf-8"
    )

    err = run("render", "a.yaml").err

    assert err.count("unknown field") == 50
    assert err.endswith("… and 950 more\n")
