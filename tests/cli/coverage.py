#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What the examples cover, and the examples that are offered for the rest: coverage.py PATH_OF_ISONOMY RULESETS SCHEMAS [PART OF A NAME]"""
import contextlib
import json
import shutil
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from run import main, that


def test_with(binary, rules, *arguments):
    done = binary.run("test", "--coverage", "--format", "json", *arguments, str(rules))
    answer = json.loads(done.stdout)
    binary.fits("test", answer)
    return done.returncode, answer


@contextlib.contextmanager
def without_examples(binary, *jurisdictions):
    """A copy of the rules that lacks the examples of some jurisdictions."""
    def left_out(folder, names):
        return [name for name in names if Path(folder).name in jurisdictions and "examples" in name]
    with tempfile.TemporaryDirectory() as made:
        yield shutil.copytree(binary.rules, Path(made) / "rulesets", ignore=left_out)


def offered_examples_cover_the_rest(binary):
    """Pasted as they are, the offered examples pass, and nothing is left uncovered."""
    with without_examples(binary, "CN", "US", "SG") as rules:
        before = test_with(binary, rules)[1]["coverage"]
        that(before["uncovered"], "everything is covered, so nothing is tried here")
        (rules / "offered.law").write_text("\n".join(one["example"] for one in before["uncovered"]), encoding="utf-8")
        status, after = test_with(binary, rules, "--min-coverage", "100")
    failed = [f"{one['name']}: {one['failures']}" for one in after["examples"] if one["outcome"] != "passed"]
    that(not failed, f"{len(failed)} offered examples fail: {failed[:3]}")
    left = [f"{one['rule']} {one['branch'] or ''}" for one in after["coverage"]["uncovered"]]
    that(not left, f"{len(left)} of {len(before['uncovered'])} are still uncovered: {left[:3]}")
    that(status == 0 and after["coverage"]["percent"] == 100, f"exit status {status}, {after['coverage']['percent']}%")
    for name in ("rules", "branches"):
        that(after["coverage"][name]["total"] == before[name]["total"], f"the number of {name} has changed")


def owners_add_up(binary):
    coverage = test_with(binary, binary.rules)[1]["coverage"]
    for name in ("rules", "branches"):
        for field in ("total", "covered"):
            that(sum(one[name][field] for one in coverage["owners"]) == coverage[name][field], f"{field} {name} do not add up")
        uncovered = sum(1 for one in coverage["uncovered"] if (one["branch"] is None) == (name == "rules"))
        that(coverage[name]["total"] - coverage[name]["covered"] == uncovered, f"uncovered {name}: {uncovered}")


def junit_says_the_same(binary):
    with without_examples(binary, "CN") as rules:
        answer = test_with(binary, rules)[1]
        done = binary.run("test", "--coverage", "--min-coverage", "100", "--format", "junit", str(rules))
    root = ElementTree.fromstring(done.stdout)
    cases = root.findall("./testsuite/testcase")
    that(done.returncode == 1 and len(cases) == len(answer["examples"]) + 1, f"exit status {done.returncode}, {len(cases)} cases")
    that(int(root.get("tests")) == len(cases) and int(root.get("failures")) == len(root.findall(".//failure")), f"{root.attrib}")
    names = [one["name"] for one in answer["examples"]]
    that([one.get("name") for one in cases[:-1]] == names, "the names of examples differ")


if __name__ == "__main__":
    main([offered_examples_cover_the_rest, owners_add_up, junit_says_the_same])
