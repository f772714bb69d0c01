#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The language server as a process, on good and on broken bytes: session.py PATH_OF_ISONOMY RULESETS"""
import json
import sys
import tempfile
from pathlib import Path

from talk import Client, frame, message

SHIP = '\ndomain logistics "物流 🚢"\n'


def that(holds, wrong):
    if not holds:
        raise AssertionError(wrong)


def error(answer):
    return answer["error"]["code"]


def speaks_in_order(binary, _rules):
    client = Client(binary)
    that(error(client.ask("textDocument/hover", {})) == -32002, "an answer before `initialize`")
    known = client.start()["capabilities"]
    that(known["positionEncoding"] == "utf-16" and known["textDocumentSync"]["change"] == 2, f"{known}")
    that(error(client.ask("no/such")) == -32601, "an unknown method is answered")
    client.tell("$/cancelRequest", {"id": 99})
    that(client.ask("shutdown") == {"jsonrpc": "2.0", "id": client.last, "result": None}, "shutdown")
    that(error(client.ask("textDocument/hover", {})) == -32600, "an answer after `shutdown`")
    client.tell("exit")
    that(client.process.wait(60) == 0, "the exit status after `shutdown`")
    that(client.process.stderr.read() == b"", "something on standard error")


def goes_on_after_bad_bytes(binary, _rules):
    client = Client(binary)
    client.start()
    for bad, code in ((b"Length: 2\r\n\r\n", -32700), (frame(b"{\"a\":"), -32700), (frame(b"\xff\xfe"), -32700), (frame(b"[]"), -32600),
                      (frame(b"[" * 100000), -32700), (b"x" * 4000 + b"\r\n\r\n", -32700)):
        client.raw(bad)
        that(error(client.next()) == code, f"{bad[:40]!r}")
    that(error(client.ask("no/such")) == -32601, "the server does not go on")
    size = (64 << 20) + 1
    client.raw(b"Content-Length: %d\r\n\r\n" % size)
    refused = client.next()
    that(error(refused) == -32600 and "E0723" in refused["error"]["message"], f"{refused}")
    for _ in range(size >> 20):
        client.raw(b" " * (1 << 20))
    client.raw(b" ")
    that(error(client.ask("no/such")) == -32601, "what is too large is not skipped")
    that(client.end() == 0, "the exit status")


def ends_with_its_client(binary, _rules):
    for cut in (b"", b"Content-Le", b"Content-Length: 10\r\n\r\n{"):
        client = Client(binary)
        client.raw(cut)
        client.process.stdin.close()
        that(client.process.wait(60) == 1, f"the exit status after {cut!r}")
        that(client.next() is None, "half a message is answered")


def reads_the_nearest_rules(binary, rules):
    client = Client(binary)
    client.start(Path(rules).parent)
    path = Path(rules) / "vocabulary/customs.law"
    uri, text = path.as_uri(), path.read_text(encoding="utf-8")
    client.tell("textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "isonomy", "version": 1, "text": text}})
    line = next(i for i, one in enumerate(text.splitlines()) if one.startswith("measure customs.duty :"))
    place = {"textDocument": {"uri": uri}, "position": {"line": line, "character": 17}}
    hover = client.ask("textDocument/hover", place)["result"]["contents"]["value"]
    that("customs.duty" in hover and "rules answer it" in hover, hover)
    used = client.ask("textDocument/references", {**place, "context": {"includeDeclaration": False}})["result"]
    that(len({one["uri"] for one in used}) > 10, f"{len(used)} references")
    that(client.ask("textDocument/definition", place)["result"][0]["range"]["start"]["line"] == line, "the definition")
    that(client.end() == 0, "the exit status")


def says_what_is_wrong_while_typing(binary, _rules):
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "a b/规则"
        folder.mkdir(parents=True)
        file = folder / "x.law"
        file.write_text('domain customs "海关"\n', encoding="utf-8")
        client = Client(binary)
        client.start(folder)
        document = {"uri": file.as_uri(), "version": 2}
        client.tell("textDocument/didOpen", {"textDocument": {**document, "languageId": "isonomy", "text": file.read_text("utf-8")}})
        end = {"line": 1, "character": 0}
        edit = {"range": {"start": end, "end": end}, "text": SHIP + "domain customs {\n"}
        client.tell("textDocument/didChange", {"textDocument": document, "contentChanges": [edit]})
        said = client.next()
        that(said["method"] == "textDocument/publishDiagnostics" and said["params"]["uri"] == document["uri"], f"{said}")
        that({one["range"]["start"]["line"] for one in said["params"]["diagnostics"]} == {3}, f"{said}")
        client.tell("textDocument/didClose", {"textDocument": {"uri": document["uri"]}})
        that(client.next()["params"]["diagnostics"] == [], "closed, the file is what it is on the disk")
        file.unlink()
        client.tell("workspace/didChangeWatchedFiles", {"changes": [{"uri": document["uri"], "type": 3}]})
        that(client.ask("textDocument/documentSymbol", {"textDocument": {"uri": document["uri"]}})["result"] is None, "a file that is gone")
        that(client.end() == 0, "the exit status")


TWICE = '''domain customs
flow goods from origin to destination
jurisdiction AA
jurisdiction BB
fact small : yes/no "Small?"
measure customs.fee : yes/no "Fee?" { asked of goods receiver }
ruleset AA.customs {
  rule first { fee = yes  source "Act 1" }
  rule second { fee = no  when small = yes  source "Act 2" }
}
'''


def says_what_rules_mean_once_saved(binary, _rules):
    with tempfile.TemporaryDirectory() as made:
        file = Path(made).resolve() / "x.law"
        file.write_text(TWICE, encoding="utf-8")
        client = Client(binary)
        client.start(file.parent)
        document = {"uri": file.as_uri(), "version": 2}
        client.tell("textDocument/didOpen", {"textDocument": {**document, "languageId": "isonomy", "text": TWICE}})
        client.ask("textDocument/hover", {"textDocument": document, "position": {"line": 0, "character": 0}})
        client.tell("textDocument/didSave", {"textDocument": {"uri": document["uri"]}})
        said = client.next()["params"]
        that([(one["code"], one["range"]["start"]["line"]) for one in said["diagnostics"]] == [("E0604", 7)], f"{said}")
        that("\nfor example: small = yes" in said["diagnostics"][0]["message"], f"{said}")
        edit = {"range": {"start": {"line": 8, "character": 22}, "end": {"line": 8, "character": 24}}, "text": "yes"}
        client.tell("textDocument/didChange", {"textDocument": document, "contentChanges": [edit]})
        that(client.next()["params"]["diagnostics"] == [], "what was found is told of a text that is another one now")
        that(client.end() == 0, "the exit status")


def answers_the_same_in_pieces(binary, _rules):
    """Many requests in one write, then a byte at a time."""
    talk = [message("initialize", {"capabilities": {}}, 1), message("no/such", None, 2), message("shutdown", None, 3), message("exit")]
    answers = []
    for pieces in ([b"".join(map(frame, talk))], [bytes([one]) for one in b"".join(map(frame, talk))]):
        client = Client(binary)
        for piece in pieces:
            client.raw(piece)
        answers.append([client.next() for _ in range(4)])
        that(client.process.wait(60) == 0, "the exit status")
    that(answers[0] == answers[1] and [one["id"] for one in answers[0][:3]] == [1, 2, 3], json.dumps(answers))


CHECKS = [speaks_in_order, goes_on_after_bad_bytes, ends_with_its_client, reads_the_nearest_rules, says_what_is_wrong_while_typing, says_what_rules_mean_once_saved,
          answers_the_same_in_pieces]


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    failed = 0
    for check in CHECKS:
        try:
            check(str(Path(sys.argv[1]).resolve()), str(Path(sys.argv[2]).resolve()))
            print(f"{check.__name__}: passed", flush=True)
        except Exception as wrong:  # whatever it is, the other checks still run
            failed += 1
            print(f"{check.__name__}: FAILED\n    {type(wrong).__name__}: {wrong}", flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
