#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Looks for days on which a rule begins or ends and beside which no example stands: days.py RULESETS

An example stands beside a day if it is on that day, or on the day before it, and its route touches the place whose rule it is. Exit status 1 if something is found.
What it reads of the rule files is laid out by `isonomy fmt`, which is checked elsewhere: a declaration begins its line."""
import re
import sys
from datetime import date, timedelta
from pathlib import Path

FIRST, LAST = date(2018, 1, 2), date(2029, 1, 1)  # the rulesets hold history since 2018; of what is older they do not know the days
RULE = re.compile(r"^ruleset ([A-Z]+)|^  rule (\w+)(.*?)^  \}", re.DOTALL | re.MULTILINE)
EXAMPLE = re.compile(r"^example .*?^\}", re.DOTALL | re.MULTILINE)
MEMBERS = re.compile(r"^bloc ([A-Z]+) .*?members (.*?)\n\}", re.DOTALL | re.MULTILINE)
ONE_DAY = timedelta(days=1)


def turns(body):
    """First days of what begins, or goes back, with this rule."""
    begin, end = re.search(r"^    from ([\d-]{10})", body, re.MULTILINE), re.search(r"^    (?:from \S+ )?through ([\d-]{10})", body, re.MULTILINE)
    found = [date.fromisoformat(begin[1])] if begin else []
    found += [date.fromisoformat(end[1]) + ONE_DAY] if end else []
    return [day for day in found if FIRST <= day < LAST]


def rules(texts):
    """Owner, name and body of every rule in force."""
    for text in texts:
        owner = None
        for match in RULE.finditer(text):
            owner = match[1] or owner
            if match[2] and "\n    status " not in match[3]:
                yield owner, match[2], match[3]


def examples(texts):
    """Days on which each country on a route is asked."""
    found = {}
    for text in texts:
        for body in EXAMPLE.findall(text):
            route, day = re.search(r"^  route ([^\n]*?)(?: by .*)?$", body, re.MULTILINE), re.search(r"\bon = ([\d-]{10})", body)
            for place in re.findall(r"\b([A-Z]{2})\b", route[1]) if route and day else []:
                found.setdefault(place, set()).add(date.fromisoformat(day[1]))
    return found


def lonely(texts):
    """Rules without an example on one side of a day."""
    asked = examples(texts)
    members = {match[1]: re.findall(r"\b[A-Z]{2}\b", match[2]) for text in texts for match in MEMBERS.finditer(text)}
    for owner, name, body in rules(texts):
        days = set().union(*(asked.get(place, set()) for place in members.get(owner, [owner])))
        for turn in turns(body):
            yield from (f"{owner} {name}: no example on {day}" for day in (turn - ONE_DAY, turn) if day not in days)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(sys.argv[1]).rglob("*.law"))]
    found = list(lonely(texts))
    if not any(turns(body) for _, _, body in rules(texts)):
        found.append("no rule with a day was read")
    print(*found, f"days: {len(found)} mistakes", sep="\n")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
