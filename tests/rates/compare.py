#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds our VAT and GST rates against an independent collection: compare.py PATH_OF_ISONOMY RULESETS | compare.py self-test

Every stretch of days on which the two differ must stand in explained.csv with its reason, and nothing else may stand there. `through` is
empty where the stretch goes on when the collection ends."""
import csv
import json
import re
import subprocess
import sys
from datetime import date, datetime, timedelta
from pathlib import Path

HERE = Path(__file__).resolve().parent
FIRST = date(2018, 1, 1)  # the rulesets hold history since then
ONE_DAY = timedelta(days=1)
LATE_EVENING = timedelta(hours=3)  # the collection writes midnights of Europe in UTC
# Leather handbags in freight, far above every relief: taxed at the standard rate in all countries.
GOODS = ["goods=420221", "value=100000 USD", "freight=1000 USD", "line_value=100000 USD", "unit_value=1000 USD", "pieces=100", "weight=100 kg",
         "carriage=freight", "mode=sea", "clearance=full", "channel=b2b", "purpose=commercial", "platform=no", "scheme=none", "seller_turnover=1000000 USD"]
NAMES = ["country", "from", "through", "ours", "theirs"]


# Rates over time are lists of (first day, last day, rate), in order.

def theirs(row, last):
    """What the collection says from FIRST to `last`."""
    ends = [(datetime.fromisoformat(moment.replace("Z", "+00:00")) + LATE_EVENING).date() for moment in row["before"]]
    ends, rates, begin, found = [*ends, last + ONE_DAY], [*row["before"].values(), row["rate"]], FIRST, []
    for end, rate in zip(ends, rates, strict=True):
        if end > begin:
            found.append((begin, min(end - ONE_DAY, last), rate or "none"))
            begin = end
    return found


def days(text, last):
    """`from D through D`, `from D`, `through D` or a day, cut to FIRST .. last."""
    shape = re.fullmatch(r"(?:from )?(\d{4}-\d\d-\d\d)?(?: ?through (\d{4}-\d\d-\d\d))?", text)
    if not shape:
        raise SystemExit(f"days that this test cannot read: {text}")
    begin, end = (date.fromisoformat(one) if one else None for one in shape.groups())
    if begin and not end and not text.startswith("from"):
        end = begin
    return max(begin or FIRST, FIRST), min(end or last, last)


def ours(binary, rules, code, last):
    """What the binary answers from FIRST to `last`."""
    sender = "US" if code == "CN" else "CN"
    given = [word for fact in [*GOODS, f"made_in={sender}"] for word in ("--given", fact)]
    asked = [binary, "explain", sender, code, "--measure", "tax.import_vat_rate", "--on", "any", *given, "--rules", rules, "--format", "json"]
    answer = json.loads(subprocess.run(asked, check=True, capture_output=True, text=True, timeout=60).stdout)
    regions = answer["regions"] or [dict(answer, region={})]
    found = []
    for one in regions:
        if set(one["region"]) - {"on"}:
            raise SystemExit(f"{code}: the rate depends on more than the day: {one['when']}")
        begin, end = days(one["region"].get("on", ""), last)
        rate = {"decided": one["value"], "not_applicable": "none"}.get(one["state"], one["state"])
        if begin <= end:
            found.append((begin, end, rate))
    return sorted(found)


def disagreements(code, left, right, last):
    """Rows of NAMES for the longest stretches of days on which two lists of rates differ."""
    for begin, end, mine in left:
        for other_begin, other_end, other in right:
            first, through = max(begin, other_begin), min(end, other_end)
            if mine != other and first <= through:
                yield code, str(first), "" if through == last else str(through), mine, other


def holes(code, rates, last):
    """What makes a list of rates no function of the day."""
    expected = FIRST
    for begin, end, _ in rates:
        if begin != expected:
            yield f"{code}: no single answer around {min(begin, expected)}"
        expected = end + ONE_DAY
    if expected != last + ONE_DAY:
        yield f"{code}: no answer after {expected - ONE_DAY}"


def explained(file):
    rows = list(csv.DictReader(file))
    wrong = [f"{row['country']} {row['from']}: no reason is given" for row in rows if not (row["why"] or "").strip()]
    return [tuple(row[name] for name in NAMES) for row in rows], wrong


def verdict(found, allowed):
    """What fails the test, given the disagreements there are and those explained."""
    yield from (f"not explained: {','.join(row)}" for row in found if row not in allowed)
    yield from (f"explained, but there is no such disagreement: {','.join(row)}" for row in allowed if row not in found)
    yield from (f"explained twice: {','.join(row)}" for row in sorted({row for row in allowed if allowed.count(row) > 1}))


def compared(binary, rules):
    """Every disagreement, and what is wrong besides. The countries are those that have a folder of law."""
    data = json.loads((HERE / "sales_tax.json").read_text(encoding="utf-8"))
    last, found, wrong = date.fromisoformat(data["published"]), [], []
    countries = sorted(path.name for path in (Path(rules) / "jurisdictions").iterdir() if path.is_dir())
    both = [code for code in countries if code in data["rates"]]
    for code in both:
        mine, other = ours(binary, rules, code, last), theirs(data["rates"][code], last)
        wrong += [*holes(code, mine, last), *holes(code, other, last)]
        found += disagreements(code, mine, other, last)
    print(f"{len(both)} of {len(countries)} countries compared from {FIRST} to {last} with {data['origin']} {data['version']}: {len(found)} disagreements")
    print("not in the collection:", ", ".join(sorted(set(countries) - set(both))) or "none")
    return found, wrong if both else ["nothing was compared"]


def main():
    with open(HERE / "explained.csv", encoding="utf-8", newline="") as file:
        allowed, wrong = explained(file)
    found, more = compared(*sys.argv[1:])
    wrong += [*more, *verdict(found, allowed)]
    print(*wrong, sep="\n")
    sys.exit(1 if wrong else 0)


def self_test():
    last, row = date(2026, 1, 31), {"rate": "20%", "before": {"2020-06-30T22:00:00.000Z": "18%", "2025-06-30T21:00:00.000Z": "19%"}}
    other = theirs(row, last)
    assert [(str(begin), str(end), rate) for begin, end, rate in other] == [
        ("2018-01-01", "2020-06-30", "18%"), ("2020-07-01", "2025-06-30", "19%"), ("2025-07-01", "2026-01-31", "20%")], other
    assert days("through 2019-12-31", last) == (FIRST, date(2019, 12, 31)) and days("from 2020-01-01", last) == (date(2020, 1, 1), last)
    assert days("2020-01-01", last) == (date(2020, 1, 1),) * 2 and days("", last) == (FIRST, last)
    found = list(disagreements("XX", [(FIRST, last, "18%")], other, last))
    assert found == [("XX", "2020-07-01", "2025-06-30", "18%", "19%"), ("XX", "2025-07-01", "", "18%", "20%")], found
    assert not list(disagreements("XX", other, other, last)) and not list(verdict(found, found))
    assert len(list(verdict(found, found[:1]))) == 1 and len(list(verdict(found[:1], found))) == 1 and list(verdict(found, [*found, found[0]]))
    assert not list(holes("XX", other, last)) and list(holes("XX", other[1:], last)) and list(holes("XX", other[:-1], last))
    assert explained([",".join([*NAMES, "why"]), "XX,2020-07-01,2025-06-30,18%,19%,  "])[1]


if __name__ == "__main__":
    if sys.argv[1:] == ["self-test"]:
        self_test()
    elif len(sys.argv) == 3:
        main()
    else:
        sys.exit(__doc__)
