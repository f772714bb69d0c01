#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Asks how far apart law is, what is to change, and tries the changes: harmonize.py PATH_OF_ISONOMY RULESETS SCHEMAS [PART OF A NAME]"""
import tempfile
from pathlib import Path

from run import main, that

DAY = ["--on", "2026-08-01"]
HUB = ["--routes", "singapore_hub_indonesia", "--given", "goods=620610", "--given", "channel=b2c", "--given", "value=90 EUR", *DAY]
RANKS = ["note", "minor", "major", "blocking"]


def distances(binary):
    answer = binary.json("harmonize", "RCEP", *DAY, status=0)
    count = len(answer["jurisdictions"])
    that(count >= 10, f"{count} members")
    for kind in ("answer_based", "score_based", "coverage"):
        matrix = answer["distance"][kind]
        that(all(matrix[a][b] == matrix[b][a] for a in range(count) for b in range(count)), f"{kind} is not symmetric")
    for a in range(count):
        that(answer["distance"]["score_based"][a][a] == 0, "a country is not where it is")
        for b in range(count):
            score, whole = answer["distance"]["score_based"][a][b], answer["distance"]["answer_based"][a][b]
            that(score is None or score <= whole, f"score {score}, answers {whole}")
    that(abs(sum(need["contribution"] for need in answer["needs"]) - 1) < 1e-6, "the needs do not add up to 1")
    that(answer["benchmark"] in answer["jurisdictions"], f"benchmark {answer['benchmark']}")


def distance_of_a_pair(binary):
    one = binary.json("harmonize", "CN", "SG", "--domain", "data", *DAY, status=0)
    that(set(one["distance"]["domains"]) == {"data"}, f"{set(one['distance']['domains'])}")
    every = binary.json("harmonize", "CN", "SG", *DAY, status=0)
    for kind in ("answer_based", "score_based"):
        that(one["distance"][kind] == every["distance"]["domains"]["data"][kind], f"{kind}: a domain alone has another figure")


def grave(findings, least):
    return [one for one in findings if RANKS.index(one["severity"]) >= RANKS.index(least) and one["kind"] not in ("silence", "unknown")]


def plan_removes_what_check_finds(binary):
    plan = binary.json("harmonize", *HUB, "--plan", "--at-least", "major", status=1)["plan"]
    found = grave(binary.json("check", "--route", *HUB[1:])["findings"], "major")
    that({one["id"].split("#")[0] for one in found} == {one["id"] for one in plan["found"]}, "the plan finds something else than check")
    that(plan["proved_minimal"] and plan["cost"] == plan["bound"] == len(plan["changes"]) > 0, f"{plan['cost']}, {plan['bound']}")
    that(not plan["remaining"], f"{plan['remaining']}")
    with tempfile.TemporaryDirectory() as folder:
        tried = Path(folder) / "plan.law"
        tried.write_text(plan["patch"], encoding="utf-8")
        left = grave(binary.json("check", "--route", *HUB[1:], "--what-if", str(tried))["findings"], "major")
        that(not left, f"still found: {[one['id'] for one in left]}")


def each_patch_is_accepted(binary):
    plan = binary.json("harmonize", *HUB, "--plan", "--at-least", "major", status=1)["plan"]
    changes = [change for one in [plan["changes"], *plan["ties"]] for change in one]
    for change in changes:
        with tempfile.TemporaryDirectory() as folder:
            tried = Path(folder) / "one.law"
            tried.write_text(change["patch"], encoding="utf-8")
            answer = binary.json("diff", "CN", "ID", *DAY, "--measure", change["measure"], "--what-if", str(tried))
            that(answer["measures"], f"{change['rule']}: nothing compared")


def patch_alone(binary):
    whole = binary.json("harmonize", *HUB, "--plan", "--at-least", "major", status=1)["plan"]["patch"]
    that(binary.ask("harmonize", *HUB, "--rules", binary.rules, "--plan", "--at-least", "major", "--patch") == whole, "another patch")


CHECKS = [distances, distance_of_a_pair, plan_removes_what_check_finds, each_patch_is_accepted, patch_alone]

if __name__ == "__main__":
    main(CHECKS)
