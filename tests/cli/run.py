#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Asks the binary about the rules that come with it: run.py PATH_OF_ISONOMY RULESETS SCHEMAS [PART OF A NAME]

Every answer is asked for twice and must come byte for byte alike; every JSON answer must fit its schema."""
import json
import re
import subprocess
import sys
from pathlib import Path

import bad_input

SECONDS = 180
FACTS = ["--given", "channel=b2c", "--given", "goods=620610"]
VALUE = ["--given", "value=90 EUR"]


class Failed(Exception):
    """What a check found wrong."""


def that(holds, wrong):
    if not holds:
        raise Failed(wrong)


class Binary:
    """The binary, what it is asked about, and the schemas its answers fit."""

    def __init__(self, path, rules, schemas):
        self.path, self.rules, self.schemas = path, rules, schemas

    def run(self, *arguments):
        return subprocess.run([self.path, *arguments], capture_output=True, check=False, stdin=subprocess.DEVNULL, timeout=SECONDS)

    def ask(self, *arguments, status=None):
        """The answer as text. Status 0 or 1 unless one is asked for."""
        done, again = self.run(*arguments), self.run(*arguments)
        shown = f"{' '.join(arguments)}: exit status {done.returncode}, {done.stderr[:500]!r}"
        that(done.returncode in ((0, 1) if status is None else (status,)), shown)
        that((done.returncode, done.stdout, done.stderr) == (again.returncode, again.stdout, again.stderr), shown + ": two runs differ")
        that(not done.stderr, shown + ": standard error is not empty")
        that(b"\x1b" not in done.stdout, shown + ": colour codes in a pipe")
        return done.stdout.decode("utf-8")

    def json(self, verb, *arguments, status=None, schema=None):
        """The answer as data; it must fit the schema of the verb, unless another is named."""
        answer = json.loads(self.ask(verb, *arguments, "--rules", self.rules, "--format", "json", status=status))
        self.fits(schema or verb, answer)
        return answer

    def fits(self, verb, answer):
        import jsonschema  # here, so that its absence fails a check and says why
        schema = json.loads((Path(self.schemas) / f"{verb}.json").read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        mistakes = [f"{one.json_path}: {one.message[:200]}" for one in jsonschema.Draft202012Validator(schema).iter_errors(answer)]
        that(not mistakes, f"{verb}: does not fit the schema: {mistakes[:5]}")
        that(answer["schema"] == f"isonomy/{verb}/1", f"schema {answer['schema']}")


def decision(answer, measure, jurisdiction="DE"):
    found = [one for one in answer["decisions"] if one["measure"] == measure and one["jurisdiction"] == jurisdiction]
    that(len(found) == 1, f"{measure} of {jurisdiction}: {len(found)} decisions")
    return found[0]


def decided(answer, measure, value, rule):
    one = decision(answer, measure)
    that((one["state"], one["value"]) == ("decided", value), f"{measure}: {one['state']}, {one['value']}, not {value}")
    that(rule in one["rules"], f"{measure}: {one['rules']}, not {rule}")
    that(any(source["rule"] == rule and source["title"] for source in one["sources"]), f"{measure}: no source")


def check_after_the_flat_duty(binary):
    answer = binary.json("check", "CN", "DE", "--on", "2026-08-01", *FACTS, *VALUE)
    for measure, value in (("duty", "flat"), ("flat_duty", "3 EUR"), ("flat_duty_basis", "subheading")):
        decided(answer, f"customs.{measure}", value, "EU.customs.flat_parcel_duty")
    that(answer["route"] == ["CN", "DE"] and answer["on"] == "2026-08-01", f"{answer['route']} on {answer['on']}")


def check_before_the_flat_duty(binary):
    answer = binary.json("check", "CN", "DE", "--on", "2026-06-30", *FACTS, *VALUE)
    decided(answer, "customs.duty", "exempt", "EU.customs.low_value_relief")
    that(decision(answer, "customs.flat_duty")["state"] == "not_applicable", "a flat duty without one in force")


def check_without_a_value(binary):
    answer = binary.json("check", "CN", "DE", "--on", "2026-08-01", *FACTS)
    one = decision(answer, "customs.duty")
    that(one["state"] == "depends" and one["value"] is None, f"{one['state']}, {one['value']}")
    found = {region["when"]: region["value"] for region in one["regions"]}
    that(found == {"value up to 150 EUR": "flat", "value over 150 EUR": "ordinary"}, f"{found}")
    that("value" in answer["open_facts"], f"open facts {answer['open_facts']}")


def check_on_any_day(binary):
    answer = binary.json("check", "CN", "DE", "--on", "any", *FACTS, *VALUE)
    that(answer["on"] is None, f"on {answer['on']}")
    one = decision(answer, "customs.duty")
    that(one["state"] == "depends", one["state"])
    flat = [region["when"] for region in one["regions"] if region["value"] == "flat"]
    that(flat == ["from 2026-07-01 through 2028-06-30"], f"flat {flat}")
    that(all(re.search(r"\d{4}-\d\d-\d\d", region["when"]) for region in one["regions"]), f"{one['regions']}")


def check_a_declared_route(binary):
    answer = binary.json("check", "--route", "china_europe_rail", "--on", "2026-08-01", *FACTS, *VALUE)
    that(answer["route"] == ["CN", "KZ", "RU", "BY", "PL", "DE"], f"{answer['route']}")
    carriers = {one["jurisdiction"] for one in answer["decisions"] if one["position"] == "carrier"}
    that(carriers == {"KZ", "RU", "BY", "PL"}, f"carriers {carriers}")
    decided(answer, "customs.duty", "flat", "EU.customs.flat_parcel_duty")


def check_lines_of_a_consignment(binary):
    answer = binary.json("check", "CN", "DE", "--on", "2026-08-01", "--given", "channel=b2c", *VALUE, "--line", "goods=620610, pieces=1",
                         "--line", "goods=620620, pieces=2")
    decided(answer, "customs.duty", "flat", "EU.customs.flat_parcel_duty")


def check_findings(binary):
    answer = binary.json("check", "CN", "DE", "--on", "2026-08-01", *FACTS, *VALUE, status=1)
    that(answer["findings"], "no finding, yet exit status 1")
    names = [one["id"] for one in answer["findings"]]
    that(len(names) == len(set(names)), "two findings share an id")


def check_text(binary):
    said = binary.ask("check", "CN", "DE", "--rules", binary.rules, "--on", "2026-08-01", *FACTS, *VALUE)
    for words in ("CN -> DE on 2026-08-01", "flat  customs.duty", "EU.customs.flat_parcel_duty", "Facts that matter and were left open"):
        that(words in said, f"the text lacks `{words}`")


def explain_the_flat_duty(binary):
    answer = binary.json("explain", "CN", "DE", "--measure", "customs.duty", "--on", "2026-08-01", *FACTS, *VALUE)
    that(answer["won"] == "EU.customs.flat_parcel_duty" and answer["value"] == "flat", f"{answer['won']}, {answer['value']}")
    that("EU.customs.ordinary_duty" in answer["overridden"], f"overridden {answer['overridden']}")
    that({"text": "value <= 150 EUR", "actual": "90 EUR", "holds": True} in answer["conditions"], f"{answer['conditions']}")
    that(all(one["holds"] is True for one in answer["conditions"]), f"{answer['conditions']}")
    flips = {one["change"]: one["value"] for one in answer["flips"]}
    that(flips.get("value: over 150 EUR") == "ordinary", f"flips {flips}")
    that(answer["sources"], "no source")


def explain_a_code(binary):
    page = (Path(binary.schemas).parent / "diagnostics" / "E0304.md").read_text(encoding="utf-8")
    body = page.split("\n", 1)[1]
    that(binary.ask("explain", "E0304", status=0) == "E0304 (error): no such fact\n" + "\n" + body.lstrip("\n"), "E0304 is explained otherwise")


def routes_by_rail(binary):
    answer = binary.json("routes", "CN", "DE", "--by", "rail", "--best", "2", "--on", "2026-08-01", "--given", "goods=620610", status=0)
    that(answer["open"] and len(answer["routes"]) == 2, f"open {answer['open']}, {len(answer['routes'])} routes")
    for one in answer["routes"]:
        that(one["route"][0] == "CN" and one["route"][-1] == "DE" and len(set(one["route"])) == len(one["route"]), f"{one['route']}")
    around = binary.json("routes", "CN", "DE", "--by", "rail", "--avoid", "RU,BY", "--on", "2026-08-01", "--given", "goods=620610")
    that(all(not {"RU", "BY"} & set(one["route"]) for one in around["routes"]), "an avoided country is passed")


def validate_the_rules(binary):
    answer = binary.json("validate", status=0)
    that(not any(one["severity"] == "error" for one in answer["diagnostics"]), f"{answer['diagnostics'][:3]}")
    binary.ask("validate", binary.rules, "--fail-on", "warning", status=0)


def test_the_rules(binary):
    answer = binary.json("test", status=0)
    that(len(answer["examples"]) > 0, "no example was run")
    that(all(one["outcome"] == "passed" for one in answer["examples"]), "an example failed")
    binary.ask("test", binary.rules, status=0)


def validate_mistakes(binary):
    """A mistake is an answer of `validate`, so that its JSON is judged too."""
    with bad_input.folder({"mistake.law": b"fact valeu : monye\n"}) as rules:
        other = Binary(binary.path, str(rules), binary.schemas)
        found = other.json("validate", status=1)["diagnostics"]
        that([one["code"] for one in found] == ["E0303"] and found[0]["line"] == 1, f"{found}")


def links_are_followed(binary):
    """A linked folder is read once, also where links lead in a circle; a link to nowhere is a mistake, not a rule less."""
    with bad_input.folder({}) as away, bad_input.folder({}) as rules:
        (away / "mistake.law").write_bytes(b"fact valeu : monye\n")
        (away / "back").symlink_to(rules)
        (rules / "linked").symlink_to(away)
        other = Binary(binary.path, str(rules), binary.schemas)
        found = other.json("validate", status=1)["diagnostics"]
        that([one["code"] for one in found] == ["E0303"], f"{found}")
        (rules / "lost.law").symlink_to(rules / "nowhere")
        that(b"lost.law" in binary.run("validate", str(rules)).stderr + binary.run("validate", str(rules)).stdout, "a lost file is not named")
        that(binary.run("check", "AA", "BB", "--rules", str(rules)).returncode == 2, "an answer without all rules")


def bad_input_is_refused(binary):
    wrong = []
    for name, arguments, files, code in bad_input.cases(binary.rules):
        with bad_input.folder(files) as made:
            wrong += [f"{name}: {one}" for one in refused(binary, [word.replace("{made}", str(made)) for word in arguments], code)]
    that(not wrong, "\n    ".join(wrong))


def refused(binary, arguments, code):
    """What is wrong with how one bad input is refused."""
    try:
        done = binary.run(*arguments)
    except subprocess.TimeoutExpired:
        return [f"no answer within {SECONDS} s"]
    said = done.stderr.decode("utf-8", "replace")
    wrong = [] if done.returncode == 2 else [f"exit status {done.returncode}"]
    if code not in said:
        wrong.append(f"no {code} on standard error: {said[:200]!r}")
    if done.stdout:
        wrong.append(f"{len(done.stdout)} bytes on standard output")
    return wrong + (["colour codes in a pipe"] if "\x1b" in said else [])


CHECKS = [check_after_the_flat_duty, check_before_the_flat_duty, check_without_a_value, check_on_any_day, check_a_declared_route,
          check_lines_of_a_consignment, check_findings, check_text, explain_the_flat_duty, explain_a_code, routes_by_rail, validate_the_rules,
          test_the_rules, validate_mistakes, links_are_followed, bad_input_is_refused]


def outcome(check, binary):
    """Nothing if the check holds, else why not."""
    try:
        check(binary)
    except Failed as wrong:
        return str(wrong)
    except Exception as error:  # a missing field or module fails this check, not the ones after it
        return f"{type(error).__name__}: {error}"
    return None


def main(checks):
    if len(sys.argv) not in (4, 5):
        sys.exit(__doc__)
    binary = Binary(str(Path(sys.argv[1]).resolve()), *sys.argv[2:4])
    chosen = [check for check in checks if len(sys.argv) == 4 or sys.argv[4] in check.__name__]
    if not chosen:
        sys.exit(f"no check is named like {sys.argv[4]}")
    failed = 0
    for check in chosen:
        wrong = outcome(check, binary)
        failed += wrong is not None
        print(f"{check.__name__}: {'passed' if wrong is None else 'FAILED'}", *([f"    {wrong}"] if wrong else []), sep="\n", flush=True)
    print(f"{len(chosen)} checks, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main(CHECKS)
