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


def tried(binary, plan, *question):
    """What the binary answers with the plan's changes tried."""
    with tempfile.TemporaryDirectory() as folder:
        law = Path(folder) / "plan.law"
        law.write_text(plan["patch"], encoding="utf-8")
        return binary.json(*question, "--what-if", str(law))


def plan_brings_near(binary):
    scope = ["harmonize", "CN", "SG", "--domain", "payment", *DAY]
    now = binary.json(*scope, status=0)["distance"]["score_based"][0][1]
    plan = binary.json(*scope, "--plan", "--within", f"{now / 2:.3f}", status=1)["plan"]
    that(plan["goal"] == "within" and plan["proved_minimal"] and plan["cost"] > 0, f"{plan['goal']}, cost {plan['cost']}, {plan['bound']}")
    pair = plan["distances"][0]
    that(abs(pair["before"] - now) < 1e-9 and pair["after"] <= round(now / 2, 3), f"{pair}")
    then = tried(binary, plan, *scope)["distance"]["score_based"][0][1]
    that(abs(then - pair["after_by_new_scale"]) < 1e-9, f"the plan says {pair}, the edited law {then}")
    cheaper = binary.json(*scope, "--plan", "--within", f"{now / 2 + 0.05:.3f}", status=1)["plan"]
    that(cheaper["cost"] <= plan["cost"], "a target farther off costs more")


def a_bound_where_not_all_is_written_down(binary):
    plan = binary.json("harmonize", "CN", "SG", "--domain", "data", *DAY, "--plan", "--within", "0.2", status=1)["plan"]
    that(plan["distances"][0]["after"] <= 0.2 and not plan["remaining"], f"{plan['distances']}, {plan['remaining']}")
    that(plan["bound"] <= plan["cost"] and plan["proved_minimal"] == (plan["bound"] == plan["cost"]), f"{plan['bound']}, {plan['cost']}")


def plan_opens_a_way(binary):
    goods = ["--given", "goods=620610", "--given", "channel=b2c", "--given", "value=90 EUR", *DAY]
    plan = binary.json("harmonize", "CN", "DE", "--plan", "--open", "--by", "rail", "--at-least", "major", *goods)["plan"]
    that(plan["goal"] == "open" and plan["proved_minimal"], f"{plan['goal']}, cost {plan['cost']}, {plan['bound']}")
    for way in plan["ways"]:
        that(way["after"][0] == way["from"] and way["after"][-1] == way["to"], f"{way}")
        that(len(set(way["after"])) == len(way["after"]), f"{way} passes somebody twice")
        via = ["--via", ",".join(way["after"][1:-1])] if len(way["after"]) > 2 else []
        found = tried(binary, plan, "check", way["from"], way["to"], *via, "--given", "mode=rail", *goods)["findings"]
        that(not [one for one in grave(found, "major") if one["kind"] != "gap"], f"{way} is not free of clashes")


def a_zone_leaves_by_its_country(binary):
    ways = binary.json("routes", "CN.HZ", "DE", "--best", "5", *DAY)["routes"]
    whole = binary.json("routes", "CN", "DE", "--best", "5", *DAY)["routes"]
    that([one["route"][1:] for one in ways] == [one["route"][1:] for one in whole], "the zone has other ways than its country")
    that(all(one["route"][0] == "CN.HZ" for one in ways), "a way does not begin in the zone")


def sea_and_air_apart(binary):
    ways = binary.json("routes", "CN", "KE", "--best", "5", *DAY)["routes"]
    direct = [one["links"][0]["modes"] for one in ways if one["route"] == ["CN", "KE"]]
    that(["sea"] in direct and ["air"] in direct, f"{direct}")
    text = binary.ask("routes", "CN", "KE", "--best", "5", *DAY, "--rules", binary.rules)
    that("by sea" in text and "by air" in text, "the text does not tell them apart")


def patch_alone(binary):
    whole = binary.json("harmonize", *HUB, "--plan", "--at-least", "major", status=1)["plan"]["patch"]
    that(binary.ask("harmonize", *HUB, "--rules", binary.rules, "--plan", "--at-least", "major", "--patch") == whole, "another patch")


CHECKS = [distances, distance_of_a_pair, plan_removes_what_check_finds, each_patch_is_accepted, plan_brings_near,
          a_bound_where_not_all_is_written_down, plan_opens_a_way, a_zone_leaves_by_its_country, sea_and_air_apart, patch_alone]

if __name__ == "__main__":
    main(CHECKS)
