#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures how long an editor waits, on the shipped rules: latency.py PATH_OF_ISONOMY RULESETS [ROUNDS]

`alone` is a question after a pause. `typed` is the worst an editor can do: a letter typed into the longest rule file and the question in the
same breath, so that the edit, binding everything anew and the answer are all waited for. Both as time passes, and on the server's
processor. Nothing here passes or fails."""
import statistics
import sys
import time
from pathlib import Path

from talk import Client

ASKED = ["hover", "definition", "references", "completion", "documentSymbol", "semanticTokens/full", "formatting", "codeAction"]


def parameters(uri, line):
    place = {"line": line, "character": 8}
    return {"textDocument": {"uri": uri}, "position": place, "range": {"start": place, "end": place},
            "context": {"includeDeclaration": True, "diagnostics": []}}


def processor(client):
    """Milliseconds the server has been on a processor (Linux)."""
    return int(Path(f"/proc/{client.process.pid}/schedstat").read_text(encoding="ascii").split()[0]) / 1e6


def spread(times):
    return f"median {statistics.median(times):6.1f}  p95 {sorted(times)[int(len(times) * 0.95)]:6.1f}"


def type_letter(client, uri, line, number):
    """A letter comes into the name of a rule, or goes again."""
    place = {"line": line, "character": 7}
    end = place if number % 2 == 0 else {"line": line, "character": 8}
    client.tell("textDocument/didChange", {"textDocument": {"uri": uri, "version": number + 2}, "contentChanges": [
        {"range": {"start": place, "end": end}, "text": "z" if number % 2 == 0 else ""}]})


def measure(client, asked, uri, line, rounds, typed):
    times, busy = [], []
    for number in range(rounds):
        before, begin = processor(client), time.perf_counter()
        if typed:
            type_letter(client, uri, line, number)
        client.ask("textDocument/" + asked, parameters(uri, line))
        times.append((time.perf_counter() - begin) * 1000)
        busy.append(processor(client) - before)
    return f"elapsed {spread(times)}, processor {spread(busy)}"


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    rules = Path(sys.argv[2]).resolve()
    rounds = 2 * (int(sys.argv[3]) // 2) if len(sys.argv) == 4 else 50
    with_rules = (path for path in rules.rglob("*.law") if "\n  rule " in path.read_text(encoding="utf-8"))
    longest = max(with_rules, key=lambda path: path.stat().st_size)
    uri, text = longest.as_uri(), longest.read_text(encoding="utf-8")
    line = next(i for i, one in enumerate(text.splitlines()) if one.startswith("  rule "))
    client = Client(str(Path(sys.argv[1]).resolve()))
    client.start(rules.parent)
    client.tell("textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "isonomy", "version": 1, "text": text}})
    client.ask("textDocument/hover", parameters(uri, line))
    print(f"{longest.relative_to(rules)}, {len(text.encode())} bytes, {rounds} rounds, milliseconds")
    for asked in ASKED:
        for typed in (False, True):
            print(f"{asked:20} {'typed' if typed else 'alone'}: {measure(client, asked, uri, line, rounds, typed)}", flush=True)
    client.end()


if __name__ == "__main__":
    main()
