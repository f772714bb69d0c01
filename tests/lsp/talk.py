# SPDX-License-Identifier: Apache-2.0
"""A client of the language server in a page of code, so that the tests need no other."""
import json
import queue
import subprocess
import threading

SECONDS = 60


def frame(body):
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


def message(method, parameters=None, identity=None):
    out = {"jsonrpc": "2.0", "method": method}
    if identity is not None:
        out["id"] = identity
    if parameters is not None:
        out["params"] = parameters
    return json.dumps(out, ensure_ascii=False).encode("utf-8")


class Client:
    """One server process. What it says is read by a thread, so that neither side can block the other."""

    def __init__(self, binary):
        self.process = subprocess.Popen([binary, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.said = queue.Queue()
        self.kept = []
        self.last = 0
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        out = self.process.stdout
        while line := out.readline():
            length = int(line.split(b":")[1])
            out.readline()
            self.said.put(json.loads(out.read(length)))
        self.said.put(None)

    def raw(self, data):
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def next(self):
        """The next message of the server; None once it has gone."""
        return self.kept.pop(0) if self.kept else self.said.get(timeout=SECONDS)

    def tell(self, method, parameters=None):
        self.raw(frame(message(method, parameters)))

    def send(self, method, parameters=None):
        self.last += 1
        self.raw(frame(message(method, parameters, self.last)))
        return self.last

    def ask(self, method, parameters=None):
        """The answer to one request; what the server says on its own meanwhile is kept in `notes`."""
        wanted = self.send(method, parameters)
        passed = []
        while (one := self.next()) is not None:
            if one.get("id") == wanted and "method" not in one:
                self.kept = passed + self.kept
                return one
            passed.append(one)
        raise AssertionError(f"the server went away before it answered {method}")

    def start(self, folder=None):
        uri = folder.as_uri() if folder else None
        answer = self.ask("initialize", {"processId": None, "rootUri": uri, "capabilities": {}})
        self.tell("initialized", {})
        return answer["result"]

    def end(self):
        """Shuts the server down as the protocol says; returns its exit status."""
        self.ask("shutdown")
        self.tell("exit")
        return self.process.wait(SECONDS)
