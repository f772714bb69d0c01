#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Asks the verbs that compare law about the rules that come with the binary: compare.py PATH_OF_ISONOMY RULESETS SCHEMAS [PART OF A NAME]"""
import itertools

from run import main, that

PAIR = ["CN", "DE", "--on", "2026-08-01"]


def regions(measure):
    """What a region says, without its order."""
    return sorted((one["when"], one["a"] or "", one["b"] or "") for one in measure["regions"])


def diff_with_itself(binary):
    answer = binary.json("diff", "DE", "DE", "--on", "any", status=0)
    that(all(one["state"] in ("same", "unknown") for one in answer["measures"]), "a country differs from itself")
    that(any(one["state"] == "same" for one in answer["measures"]), "nothing was proved the same")
    that(all(one["cases"]["differ"] == "0" and one["where"] is None for one in answer["measures"]), "a case in which a country differs from itself")


def diff_is_mirrored(binary):
    one = binary.json("diff", *PAIR, "--domain", "customs", status=1)
    other = binary.json("diff", "DE", "CN", *PAIR[2:], "--domain", "customs", status=1)
    for left, right in zip(one["measures"], other["measures"], strict=True):
        name = f"{left['measure']}, {left['position']}"
        that(left["state"] == right["state"], f"{name}: {left['state']} and {right['state']}")
        that(regions(left) == sorted((when, b, a) for when, a, b in regions(right)), f"{name}: no mirror")
        that(left["cases"] == right["cases"] is not None, f"{name}: {left['cases']} and {right['cases']}")
        that((left["where"] is None) == (left["state"] != "differs") and left["where"] == right["where"], f"{name}: {left['where']}")


def diff_names_its_sources(binary):
    answer = binary.json("diff", *PAIR, "--measure", "customs.duty", status=1)
    that(answer["measures"][0]["regions"], "no region")
    for region in answer["measures"][0]["regions"]:
        that(region["a"] != region["b"], f"{region['when']}: both {region['a']}")
        for side in region["sides"].values():
            that(side["state"] != "decided" or (side["rules"] and side["sources"]), f"{region['when']}: no source")
            that(side["witness"]["on"] == "2026-08-01", f"{side['witness']}")


def diff_lists_few(binary):
    few = binary.json("diff", *PAIR, "--measure", "customs.duty", "--most", "1", status=1)["measures"][0]
    every = binary.json("diff", *PAIR, "--measure", "customs.duty", status=1)["measures"][0]
    that(few["more_regions"] == len(every["regions"]) - 1 > 0, f"{few['more_regions']} of {len(every['regions'])} left out")


def diff_of_many(binary):
    """Each pair of a bloc stands as the two alone do."""
    answer = binary.json("diff", "EAEU", "--domain", "customs", "--on", "2026-08-01", status=1, schema="diff_pairs")
    who = answer["jurisdictions"]
    that(who == sorted(who) and len(who) > 2 and "KZ" in who, f"members {who}")
    for measure in answer["measures"]:
        pairs = [(one["a"], one["b"]) for one in measure["pairs"]]
        that(pairs == list(itertools.combinations(who, 2)), f"{measure['measure']}: {pairs}")
        counts = {state: sum(one["state"] == state for one in measure["pairs"]) for state in ("same", "differs", "unknown")}
        that(counts == {state: measure[state] for state in counts}, f"{measure['measure']}: {counts}")
    for a, b in ((who[0], who[1]), (who[0], who[-1])):
        alone = binary.json("diff", a, b, "--domain", "customs", "--on", "2026-08-01")["measures"]
        for two, many in zip(alone, answer["measures"], strict=True):
            found = next(one for one in many["pairs"] if (one["a"], one["b"]) == (a, b))
            that((found["state"], found["open"]) == (two["state"], bool(two["open"])), f"{two['measure']}, {a} and {b}: {found}, not {two['state']}")


def gaps_of_a_bloc(binary):
    answer = binary.json("gaps", "RCEP", "--on", "2026-08-01")
    that("CN" in answer["members"], f"members {answer['members']}")
    that(all(one["sides"][0]["state"] == "silent" for one in answer["silent"]), "a silence that is none")
    that(all(one["kind"] == "gap" and one["sources"] for one in answer["gaps"]), "a gap without a source")
    names = [one["id"] for one in answer["gaps"]]
    that(len(names) == len(set(names)), "two gaps share an id")


def gaps_of_one_member(binary):
    every = binary.json("gaps", "RCEP", "--on", "2026-08-01")
    one = binary.json("gaps", "RCEP", "--member", "CN", "--on", "2026-08-01")
    that(one["members"] == ["CN"], f"{one['members']}")
    that(one["gaps"] == [gap for gap in every["gaps"] if gap["member"] == "CN"], "a member alone has other gaps")


def timeline_of_the_flat_duty(binary):
    answer = binary.json("timeline", "US", "DE", "--from", "2026-06-30", "--to", "2026-07-01", "--measure", "customs.duty", status=1)
    that({one["date"] for one in answer["events"]} == {"2026-07-01"}, f"{[one['date'] for one in answer['events']]}")
    that(any("exempt" in one["before"] and "flat" in one["after"] for one in answer["events"]), "the flat duty does not come up")


def timeline_of_a_bloc(binary):
    answer = binary.json("timeline", "RCEP", "--from", "2021-12-31", "--to", "2022-12-31", status=1)
    that(answer["bloc"] == "RCEP" and not answer["route"], f"{answer['bloc']}, {answer['route']}")
    that(all(one["topic"] == "gap" for one in answer["events"]), "not only gaps")
    that([one["date"] for one in answer["events"]] == sorted(one["date"] for one in answer["events"]), "not in order")


def announced_law_is_apart(binary):
    answer = binary.json("timeline", "CN", "DE", "--from", "2028-07-01", "--to", "2028-07-01", "--domain", "tax")
    that(answer["announced"] and all(one["announced"] for one in answer["announced"]), "no announced law")
    that(not any(one["announced"] for one in answer["events"]), "announced law decides")


def audit_of_a_country(binary):
    answer = binary.json("audit", "CN", "--against", "SG", "--on", "2026-08-01", status=1)
    for row in answer["domains"]:
        that(row["measures"] == sum(row[state] for state in ("answered", "partly", "silent", "unknown", "contradictory")), f"{row}")
    that(len(answer["measures"]) == sum(row["measures"] for row in answer["domains"]) == len(answer["benchmark"]), "measures are missing")
    that(not set(rule["rule"] for rule in answer["stale"]) & set(rule["rule"] for rule in answer["unverified"]), "both stale and unverified")


def audit_by_age(binary):
    def stale(days):
        return len(binary.json("audit", "CN", "--stale-after", days, "--on", "2026-12-01", status=1)["stale"])
    that(stale("0") > stale("10000") == 0, "age does not matter")


CHECKS = [audit_of_a_country, audit_by_age, timeline_of_the_flat_duty, timeline_of_a_bloc, announced_law_is_apart, gaps_of_a_bloc, gaps_of_one_member, diff_with_itself, diff_is_mirrored, diff_names_its_sources, diff_lists_few, diff_of_many]

if __name__ == "__main__":
    main(CHECKS)
