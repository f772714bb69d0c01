#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What an edit of the rules that come along means: changes.py PATH_OF_ISONOMY RULESETS SCHEMAS"""
import contextlib
import json
import os
import random
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from run import main, that

SEED = 20260801
FLAT = ("blocs/EU/customs.law", "flat_duty = 3 EUR", "flat_duty = 4 EUR")


@contextlib.contextmanager
def copy(rules):
    with tempfile.TemporaryDirectory() as made:
        shutil.copytree(rules, Path(made) / "rulesets")
        yield Path(made) / "rulesets"


def edit(rules, name, old, new):
    path = rules / name
    text = path.read_text(encoding="utf-8")
    that(text.count(old) == 1, f"{name}: {old} stands there {text.count(old)} times")
    path.write_text(text.replace(old, new), encoding="utf-8")


def changes(binary, base, now, *more, status=None):
    """The answer as JSON, checked against its schema."""
    done = binary.run("changes", "--base", str(base), str(now), "--format", "json", *more)
    that(done.returncode in ((0, 1) if status is None else (status,)) and not done.stderr, f"exit status {done.returncode}, {done.stderr[:600]!r}")
    answer = json.loads(done.stdout)
    binary.fits("changes", answer)
    that((done.returncode == 1) == bool(answer["regions"] or answer["declarations"]), "the exit status does not fit the answer")
    return answer


def nothing(binary, base, now, why):
    done = binary.run("changes", "--base", str(base), str(now))
    that((done.returncode, done.stdout, done.stderr) == (0, b"", b""), f"{why}: exit status {done.returncode}, {done.stdout[:900]!r} {done.stderr[:300]!r}")


# --- what means the same -----------------------------------------------------------------------------


def split(text, begins):
    """Parts of a text in canonical layout, each from one line that begins so to the next."""
    places = [found.start() for found in re.finditer(begins, text, re.MULTILINE)]
    return text[:places[0]] if places else text, [text[a:b] for a, b in zip(places, places[1:] + [len(text)])]


def shuffled(declaration, chance):
    """A ruleset with its rules in another order; anything else as it is."""
    if not declaration.startswith("ruleset") or not declaration.rstrip().endswith("\n}"):
        return declaration
    head, rules = split(declaration.rstrip()[:-1], r"^  (?=(rule|table|commitment)\b)")
    chance.shuffle(rules)
    return head + "".join(rule.rstrip("\n") + "\n" for rule in rules) + "}\n"


def disorder(rules, chance):
    """Puts all declarations into other files, in another order, without layout or comments between them."""
    found = []
    for path in sorted(rules.rglob("*.law")):
        found += split(path.read_text(encoding="utf-8"), r"^(?=[a-z])")[1]
        path.unlink()
    chance.shuffle(found)
    for number in range(7):
        lines = "\n".join(shuffled(one, chance) for one in found[number::7]).splitlines()
        (rules / f"{chance.randrange(10 ** 6)}.law").write_text("\n\n".join(line.strip() for line in lines) + "\n", encoding="utf-8")
    return len(found)


def order_and_layout_mean_nothing(binary):
    chance = random.Random(SEED)
    with copy(binary.rules) as rules:
        count = disorder(rules, chance)
        that(count > 500, f"{count} declarations")
        nothing(binary, binary.rules, rules, "another order")
        done = binary.run("fmt", str(rules))
        that(done.returncode == 0 and done.stdout.count(b"\n") == 7, f"fmt: {done.stdout!r}, {done.stderr[:300]!r}")
        nothing(binary, binary.rules, rules, "another order, laid out")
        nothing(binary, rules, binary.rules, "the other way round")


def nothing_is_a_change_of_itself(binary):
    answer = changes(binary, binary.rules, binary.rules, status=0)
    that(answer["regions"] == [] and answer["declarations"] == [] and answer["on"] is None, f"{answer}")


# --- what does not -----------------------------------------------------------------------------------


def replay(binary, rules, region):
    """What `check` answers to the witness of a region."""
    witness = dict(region["witness"])
    origin, destination = witness.pop("origin", "CN"), witness.pop("destination", "CN")
    other = {"CN": "US"}.get(region["jurisdiction"], "CN")
    ends = [region["jurisdiction"] if origin == region["jurisdiction"] else origin, destination]
    if region["jurisdiction"] not in ends:
        ends = [origin, region["jurisdiction"]] if "origin" in region["witness"] else [region["jurisdiction"], destination]
    ends = [other if ends[0] == ends[1] and place != region["jurisdiction"] else place for place in ends]
    given = [word for fact, value in witness.items() if fact != "on" for word in ("--given", f"{fact} = {value}")]
    done = binary.run("check", *ends, "--rules", str(rules), "--on", witness["on"], "--format", "json", *given)
    that(done.returncode in (0, 1), f"{ends} {given}: {done.stderr[:300]!r}")
    found = [one for one in json.loads(done.stdout)["decisions"] if (one["jurisdiction"], one["measure"], one["position"]) ==
             (region["jurisdiction"], region["measure"], region["position"])]
    that(len(found) == 1, f"{region['jurisdiction']} {region['measure']}: {len(found)} decisions")
    return found[0]["state"], found[0]["value"]


def replays(binary, base, now, regions):
    for one in regions:
        for rules, side, value in ((base, "old", one["old"]), (now, "new", one["new"])):
            found = replay(binary, rules, one)
            that(found == (one["sides"][side]["state"], value), f"{side} {one['jurisdiction']} {one['measure']} {one['witness']}: {found}")


def the_law_of_a_bloc(binary):
    with copy(binary.rules) as rules:
        edit(rules, *FLAT)
        answer = changes(binary, binary.rules, rules, status=1)
        found = {one["jurisdiction"] for one in answer["regions"]}
        that({"DE", "PL", "NL", "GR", "HU"} <= found and not {"GB", "CN", "US"} & found, f"{sorted(found)}")
        that({(one["measure"], one["position"], one["old"], one["new"]) for one in answer["regions"]} ==
             {("customs.flat_duty", "receiver", "3 EUR", "4 EUR")}, f"{answer['regions'][:2]}")
        that(answer["declarations"] == [], f"{answer['declarations']}")
        that(all(one["sides"]["old"]["rules"] == ["EU.customs.flat_parcel_duty"] for one in answer["regions"]), "other rules")
        replays(binary, binary.rules, rules, answer["regions"][:2])
        text = binary.ask("changes", "--base", binary.rules, str(rules), status=1)
        that(text.count("3 EUR -> 4 EUR") * 5 < len(found), "what the bloc changes is told once for each member")


def mirrored(answer):
    key = ("jurisdiction", "measure", "position", "when", "old", "new")
    other = {"old": "new", "new": "old"}
    return (sorted([str(one[name]) for name in key] for one in answer["regions"]),
            sorted([str(one[other.get(name, name)]) for name in key] for one in answer["regions"]))


NUMBER = re.compile(r"(?<=[<=>] )(\d+)(?= EUR$|%$| days$| hours$)", re.MULTILINE)


def some_edits(rules, chance, count):
    """Changes some numbers anywhere in the rules."""
    places = []
    for path in sorted(rules.rglob("jurisdictions/*/*.law")) + sorted(rules.rglob("blocs/*/*.law")):
        if path.name != "examples.law":
            places += [(path, found.start()) for found in NUMBER.finditer(path.read_text(encoding="utf-8"))]
    for path, start in sorted(chance.sample(places, count), reverse=True):
        text = path.read_text(encoding="utf-8")
        number = NUMBER.match(text, start)
        path.write_text(text[:start] + str(int(number[0]) + chance.randrange(1, 4)) + text[number.end():], encoding="utf-8")


def random_edits(binary):
    """Each region replays, and the comparison backwards is the mirror of the one forwards."""
    for seed in range(SEED, SEED + 3):
        chance = random.Random(seed)
        with copy(binary.rules) as rules:
            some_edits(rules, chance, 4)
            found = changes(binary, binary.rules, rules)
            there, _ = mirrored(found)
            _, back = mirrored(changes(binary, rules, binary.rules))
            that(there == back, f"seed {seed}: not a mirror: {[one for one in there if one not in back][:2]}")
            replays(binary, binary.rules, rules, chance.sample(found["regions"], min(4, len(found["regions"]))))


# --- versions in a repository ------------------------------------------------------------------------


def git(folder, *arguments):
    who = {f"GIT_{role}_{what}": text for role in ("AUTHOR", "COMMITTER") for what, text in (("NAME", "Author"), ("EMAIL", "a@example.org"))}
    subprocess.run(["git", *arguments], cwd=folder, env={**os.environ, **who, "GIT_CONFIG_GLOBAL": os.devnull}, check=True, capture_output=True)


def commit(folder):
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "Rules")


def in_folder(binary, folder, *arguments):
    return subprocess.run([binary.path, *arguments], cwd=folder, capture_output=True, check=False, timeout=180)


def a_revision_is_a_folder(binary):
    """The rules as committed and the same rules as a folder are one base; the work tree is left alone."""
    with copy(binary.rules) as rules:
        commit(rules.parent)
        nothing(binary, "HEAD", rules, "right after the commit")
        edit(rules, *FLAT)
        by_folder, by_revision = changes(binary, binary.rules, rules), changes(binary, "HEAD", rules)
        that([one["witness"] for one in by_folder["regions"]] == [one["witness"] for one in by_revision["regions"]], "two answers")
        files = {source["file"] for one in by_revision["regions"] for source in one["sides"]["old"]["sources"]}
        that(files == {"HEAD:rulesets/blocs/EU/customs.law"}, f"{files}")
        below = in_folder(binary, rules / "blocs", "changes", "--base", "HEAD", "--format", "markdown")
        that(below.returncode == 1 and b"| **3 EUR**" in below.stdout, f"from a folder below: {below}")
        git(rules.parent, "worktree", "add", "--quiet", rules.parent / "second tree", "HEAD")
        other = in_folder(binary, rules.parent / "second tree", "changes", "--base", "HEAD")
        that((other.returncode, other.stdout, other.stderr) == (0, b"", b""), f"in a second work tree: {other}")


SMALL = ("flow goods from origin to destination\ndomain customs\njurisdiction AA\njurisdiction BB\n"
         "measure customs.fee : yes/no \"Fee?\" { asked of goods receiver }\n")
RULE = "ruleset AA.customs {{ rule first {{ fee = {}  source \"Act 1\" }} }}\n"


def small(folder, names):
    for name, text in names.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def rules_anywhere_in_a_repository(binary):
    """At its top, beside tables, under names with blanks and other letters, behind links."""
    table = "ruleset BB.customs { table fee by made_in from \"fee.csv\" { source \"Act 2\" } }\n"
    fact = "fact made_in : jurisdiction\n"
    for place in ("", "law", "法 und Recht/deep"):
        with tempfile.TemporaryDirectory() as made:
            folder = Path(made).resolve()
            small(folder / place, {"v.law": SMALL + fact, "a.law": RULE.format("yes"), "b.law": table, "fee.csv": "made_in,fee\nAA,yes\nBB,no\n"})
            commit(folder)
            (folder / place / "a.law").write_text(RULE.format("no"), encoding="utf-8")
            (folder / place / "fee.csv").write_text("made_in,fee\nAA,yes\nBB,yes\n", encoding="utf-8")
            done = in_folder(binary, folder, "changes", "--base", "HEAD", place or ".", "--format", "json")
            that(done.returncode == 1, f"{place}: {done}")
            found = {(one["jurisdiction"], one["old"], one["new"]) for one in json.loads(done.stdout)["regions"]}
            that(found == {("AA", "yes", "no"), ("BB", "no", "yes")}, f"{place}: {found}")


def links_in_a_repository(binary):
    with tempfile.TemporaryDirectory() as made, tempfile.TemporaryDirectory() as away:
        folder = Path(made).resolve()
        small(folder, {"law/v.law": SMALL, "kept/a.law": RULE.format("yes"), "one.txt": "ruleset BB.customs { }\n"})
        (folder / "law/linked").symlink_to("../kept")
        (folder / "law/one.law").symlink_to("../one.txt")
        (folder / "kept/back").symlink_to("../law")
        commit(folder)
        (folder / "kept/a.law").write_text(RULE.format("no"), encoding="utf-8")
        done = in_folder(binary, folder, "changes", "--base", "HEAD", "law")
        that(done.returncode == 1 and b"yes -> no" in done.stdout and b"HEAD:kept/a.law:1" in done.stdout, f"{done}")
        Path(away, "x.law").write_text("domain away\n", encoding="utf-8")
        (folder / "law/outside.law").symlink_to(Path(away, "x.law"))
        git(folder, "add", "--all")
        git(folder, "commit", "--quiet", "--message", "Outside")
        done = in_folder(binary, folder, "changes", "--base", "HEAD", "law")
        that(done.returncode == 2 and b"E0101" in done.stderr and b"HEAD:law/outside.law" in done.stderr and not done.stdout, f"{done}")


def damaged_repositories(binary):
    """Each is an error with a code, and soon."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made).resolve()
        small(folder, {"law/v.law": SMALL, "law/a.law": RULE.format("yes"), "law/deep/v.law": SMALL, "large/b.law": "// " + "x" * (33 << 20)})
        commit(folder)
        done = in_folder(binary, folder, "changes", "--base", "HEAD", "large")
        that(done.returncode == 2 and done.stderr.count(b"E0102") == 2, f"{done.stderr[:400]}")
        for wrong in ("", "HEAD~7", "HEAD^{tag}", "x" * 5000, "-1", "HEAD:law/v.law", "\n"):
            done = in_folder(binary, folder, "changes", "--base", wrong, "law")
            that(done.returncode == 2 and re.search(rb"E0742|E0114|E0101", done.stderr) and not done.stdout, f"{wrong[:20]!r}: {done}")
        lost = subprocess.run(["git", "rev-parse", "HEAD:law"], cwd=folder, capture_output=True, check=True, text=True).stdout.strip()
        (folder / ".git/objects" / lost[:2] / lost[2:]).unlink()
        for path in ("law", "law/deep"):
            done = in_folder(binary, folder, "changes", "--base", "HEAD", path)
            that(done.returncode == 2 and b"E0101" in done.stderr and not done.stdout, f"what git lost is not new: {done}")
        for one in (folder / ".git/objects").glob("[0-9a-f][0-9a-f]/*"):
            one.chmod(0o644)
            one.write_bytes(b"broken")
        done = in_folder(binary, folder, "changes", "--base", "HEAD", "law")
        that(done.returncode == 2 and b"error[E07" in done.stderr and not done.stdout, f"{done}")


def what_was_foreseen(binary):
    with copy(binary.rules) as rules:
        edit(rules, *FLAT)
        file = rules.parent / "expected.txt"
        done = binary.run("changes", "--base", binary.rules, str(rules), "--write-expected", str(file))
        that(done.returncode == 0 and b"4 EUR" in done.stdout, f"{done}")
        done = binary.run("changes", "--base", binary.rules, str(rules), "--expect", str(file))
        that(done.returncode == 0 and done.stdout.strip().endswith(b"as expected") and not done.stderr, f"{done}")
        edit(rules, "jurisdictions/SG/tax.law", "import_vat_rate = 9%", "import_vat_rate = 10%")
        answer = changes(binary, binary.rules, rules, "--expect", str(file), status=1)
        that({one["jurisdiction"] for one in answer["regions"]} == {"SG"}, f"{answer['regions'][:3]}")


if __name__ == "__main__":
    main([order_and_layout_mean_nothing, nothing_is_a_change_of_itself, the_law_of_a_bloc, random_edits, a_revision_is_a_folder,
          rules_anywhere_in_a_repository, links_in_a_repository, damaged_repositories, what_was_foreseen])
