#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds `timeline` against days on which law is known to have changed: check.py PATH_OF_ISONOMY RULESETS [PART OF A CHANGE]

calendar.csv has a row for each change. `law` says where the timeline must show it: `in force` among the events, `announced` among those of announced law,
`listed` among its rules without a first day, and `unsaid` nowhere, for the reason in `why`."""
import csv
import json
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

ROWS = Path(__file__).resolve().parent / "calendar.csv"
NAMES = ["date", "where", "change", "law", "route", "measure", "given", "before", "after", "why"]
LISTS = {"in force": "events", "announced": "announced"}
AROUND = timedelta(days=20)  # nothing else may change the answer so near the day


class Wrong(Exception):
    """What a row found."""


def rows():
    with open(ROWS, encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        if reader.fieldnames != NAMES:
            raise SystemExit(f"{ROWS.name}: the columns are {reader.fieldnames}")
        return list(reader)


def timeline(binary, rules, row, begin, end):
    given = [word for fact in row["given"].split("; ") if fact for word in ("--given", fact)]
    asked = [binary, "timeline", *row["route"].split(), "--from", str(begin), "--to", str(end), "--measure", row["measure"], *given, "--rules", rules]
    done = subprocess.run([*asked, "--format", "json"], capture_output=True, check=False, text=True, timeout=120)
    if done.returncode not in (0, 1):
        raise Wrong(done.stderr[:400] or done.stdout[:400])
    return json.loads(done.stdout)


def turns(events, where, measure):
    """Days on which the answer of `where` turns, with the answer before and after."""
    for event in events:
        for side, before, after in zip(event["finding"]["sides"], event["before"], event["after"], strict=True):
            if (side["jurisdiction"], side["measure"]) == (where, measure) and before != after:
                yield event["date"], before, after


def listed(answer):
    names = [rule["rule"] for rule in answer["announced_rules"] if rule["from"] is None]
    if not names:
        raise Wrong("no announced rule without a first day")


def on_its_day(found, row):
    days = sorted({day for day, *_ in found})
    if days != [row["date"]]:
        raise Wrong(f"the answer turns on {', '.join(days) or 'no day'}")
    if (row["date"], row["before"], row["after"]) not in found:
        raise Wrong("; ".join(sorted(f"{before} -> {after}" for _, before, after in set(found))))


def check(binary, rules, row):
    if row["law"] == "listed":
        return listed(timeline(binary, rules, row, date(2018, 1, 1), date(2040, 1, 1)))
    day = date.fromisoformat(row["date"])
    answer = timeline(binary, rules, row, day - AROUND, day + AROUND)
    return on_its_day(list(turns(answer[LISTS[row["law"]]], row["where"], row["measure"])), row)


def misformed(row):
    """A row says either what is asked and answered, or why nothing can be."""
    asked = [row[name] for name in ("route", "measure")]
    if row["law"] == "unsaid":
        return not row["why"] or any(asked)
    return row["law"] not in ("listed", *LISTS) or not all(asked)


def mistakes(binary, rules, row):
    try:
        if misformed(row):
            raise Wrong("the row is not whole")
        if row["law"] != "unsaid":
            check(binary, rules, row)
    except Wrong as found:
        yield str(found)


def main():
    binary, rules, part = (sys.argv[1:] + [""])[:3]
    wanted = [row for row in rows() if part in row["change"]]
    wrong = [f"{row['date']} {row['where']}, {row['change']}: {found}" for row in wanted for found in mistakes(binary, rules, row)]
    print(*wrong, f"{len(wanted)} changes, {sum(row['law'] == 'unsaid' for row in wanted)} of them unsaid, {len(wrong)} mistakes", sep="\n")
    sys.exit(1 if wrong or not wanted else 0)


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    main()
