#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The formats that CI systems read, judged by other people's schema and readers, and baselines: formats.py PATH_OF_ISONOMY RULESETS SCHEMAS"""
import contextlib
import itertools
import json
import os
import re
import shutil
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from run import main, that

HERE = Path(__file__).resolve().parent
CASES = HERE.parent / "golden"
SIGNS = '''// SPDX-License-Identifier: Apache-2.0
ruleset AA.customs { rule big "<&> 100%, a:b" { duty = exempt  when value > 150 ERU and 中文 = yes } }
'''


@contextlib.contextmanager
def inside(folder):
    """Paths in an answer are as they are given, so a check runs where the files are."""
    before = os.getcwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def mistakes():
    """Folders with mistakes of every kind; the last one is only signs that a format may trip over."""
    cases = [path.parent for kind in ("validate", "model/bad") for path in sorted((CASES / kind).rglob("command"))
             if path.read_text(encoding="utf-8").startswith("validate .") and list(path.parent.glob("*.law"))]
    that(len(cases) > 50, f"{len(cases)} cases")
    with tempfile.TemporaryDirectory() as made:
        (Path(made) / "a, b:c%.law").write_text(SIGNS, encoding="utf-8")
        yield from [*cases, Path(made)]


def asked(binary, folder, name, *arguments):
    with inside(folder):
        done = binary.run("validate", ".", "--format", name, "--all", *arguments)
    that(done.returncode in (0, 1, 2), f"{folder.name}: exit status {done.returncode}, {done.stderr[:200]!r}")
    return done.stdout.decode("utf-8")


def diagnostics(binary, folder):
    return json.loads(asked(binary, folder, "json"))["diagnostics"]


def sarif_fits_the_schema(binary):
    import jsonschema  # here, so that its absence fails a check and says why
    judge = jsonschema.Draft4Validator(json.loads((HERE / "sarif" / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8")))
    that(list(judge.iter_errors({"version": "2.1.0", "runs": [{}]})), "the schema finds nothing wrong with a run without a tool")
    for folder in itertools.chain(mistakes(), [Path(binary.rules).resolve()]):
        log = json.loads(asked(binary, folder, "sarif"))
        wrong = [f"{list(one.absolute_path)}: {one.message[:200]}" for one in judge.iter_errors(log)]
        that(not wrong, f"{folder.name}: {wrong[:3]}")
        run = log["runs"][0]
        found = diagnostics(binary, folder)
        that([one["ruleId"] for one in run["results"]] == [one["code"] for one in found], f"{folder.name}: other codes")
        for one, plain in zip(run["results"], found, strict=True):
            that(run["tool"]["driver"]["rules"][one["ruleIndex"]]["id"] == one["ruleId"], f"{folder.name}: ruleIndex")
            that(one["level"] == plain["severity"] and plain["message"] in one["message"]["text"], f"{folder.name}: {one['message']}")
            for place in one["locations"]:
                region = place["physicalLocation"]["region"]
                that((region["startLine"], region["startColumn"]) == (plain["line"], plain["column"]), f"{folder.name}: {region}")


def junit_says_the_same(binary):
    for folder in mistakes():
        root = ElementTree.fromstring(asked(binary, folder, "junit"))
        failures = root.findall("./testsuite/testcase/failure")
        found = diagnostics(binary, folder)
        that(sorted(one.get("message") for one in failures) == sorted(one["message"] for one in found), f"{folder.name}: other messages")
        counts = (int(root.get("tests")), int(root.get("failures")))
        that(counts == (len(root.findall("./testsuite/testcase")), len(failures)), f"{folder.name}: {counts}")


def unescaped(text):
    return re.sub("%([0-9A-F]{2})", lambda hexadecimal: chr(int(hexadecimal[1], 16)), text)


def github_says_the_same(binary):
    """Read as the runner reads it: properties end at the first `::`, are split at commas, and %XX stands for a sign."""
    for folder in mistakes():
        lines = asked(binary, folder, "github").splitlines()
        found = diagnostics(binary, folder)
        that(len(lines) == len(found), f"{folder.name}: {len(lines)} lines for {len(found)} findings")
        for line, plain in zip(lines, found, strict=True):
            kind, properties, text = re.fullmatch(r"::(\w+) ([^:]*)::(.*)", line).groups()
            values = {key: unescaped(value) for key, value in (pair.split("=", 1) for pair in properties.split(","))}
            that(kind == plain["severity"].replace("note", "notice") and values["title"] == plain["code"], line)
            that(unescaped(text).startswith(plain["message"]), line)
            that(values.get("file") == plain["file"] and int(values.get("line", 0)) == (plain["line"] or 0), line)


def baseline_keeps_known_findings_quiet(binary):
    case = CASES / "validate" / "threshold_hole"
    with tempfile.TemporaryDirectory() as made, inside(made):
        for name in ("base.law", "mistake.law"):
            shutil.copy(case / name, name)
        strict = ("validate", ".", "--fail-on", "warning")
        that(binary.run(*strict).returncode == 1, "nothing to be known")
        that(binary.run(*strict, "--write-baseline", "known").returncode == 0, "no baseline was written")
        rules = Path("mistake.law")
        rules.write_text("// A line more, so that all places move.\n" + rules.read_text(encoding="utf-8"), encoding="utf-8")
        done = binary.run(*strict, "--baseline", "known")
        that(done.returncode == 0 and b"W0806" not in done.stdout and b"1 more in the baseline" in done.stdout, f"{done.stdout!r}")
        rules.write_text(rules.read_text(encoding="utf-8").replace("value > 150", "value > 150 EUR and value > 150"), encoding="utf-8")
        Path("more.law").write_text("ruleset BB.customs { rule never { duty = exempt  when value < 1 EUR and value > 2 EUR  source \"Act 1\" } }\n",
                                    encoding="utf-8")
        done = binary.run(*strict, "--baseline", "known")
        that(done.returncode == 1 and b"W0805" in done.stdout and b"W0806" not in done.stdout, f"a new finding is not told: {done.stdout!r}")
        Path("known").write_bytes(b"W0806\tno message\n")
        done = binary.run(*strict, "--baseline", "known")
        that(done.returncode == 2 and b"E0740" in done.stderr and not done.stdout, f"{done.returncode}, {done.stderr!r}")
        done = binary.run(*strict, "--write-baseline", "no/such/folder")
        that(done.returncode == 2 and b"E0720" in done.stderr, f"{done.returncode}, {done.stderr!r}")


if __name__ == "__main__":
    main([sarif_fits_the_schema, junit_says_the_same, github_says_the_same, baseline_keeps_known_findings_quiet])
