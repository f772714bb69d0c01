// SPDX-License-Identifier: Apache-2.0
// An editor made of the protocol's own client library: client.mjs PATH_OF_ISONOMY
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import rpc from "vscode-jsonrpc/node.js";
import lsp from "vscode-languageserver-protocol";

const text = `domain customs "Customs" @zh "海关 🚢"
flow goods from origin to destination
scale Duty { ordinary < exempt }
fact value : money "Value"

measure customs.duty : Duty "关税 🚢" {
  asked of goods receiver
  neutral
}

jurisdiction AA "Aland" { currency EUR }

ruleset AA.customs "海关 🚢" {
  rule ordinary_duty {
    duty = ordinary
    source "Act 1"
  }

  rule relief "🚢 减免" overrides ordinary_duty {
    duty = exempt
    when value <= 100 EUR
    source "Act 2"
  }
}
`;

// Where a word begins, as JavaScript counts: its strings are UTF-16, as the protocol's positions are.
function place(word, within = text) {
  const at = within.indexOf(word);
  assert.notEqual(at, -1, word);
  const before = within.slice(0, at).split("\n");
  return { line: before.length - 1, character: before.at(-1).length };
}

function range(word, length = word.length, within = text) {
  const start = place(word, within);
  return { start, end: { line: start.line, character: start.character + length } };
}

// The text after edits of disjoint ranges.
function edited(before, edits) {
  const starts = [0];
  for (let i = 0; i < before.length; ++i) if (before[i] === "\n") starts.push(i + 1);
  const offset = ({ line, character }) => starts[line] + character;
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce((now, { range, newText }) => now.slice(0, offset(range.start)) + newText + now.slice(offset(range.end)), before);
}

const folder = mkdtempSync(join(tmpdir(), "isonomy-"));
const uri = pathToFileURL(join(folder, "a b.law")).href;
writeFileSync(join(folder, "a b.law"), text);
const server = spawn(process.argv[2], ["lsp", "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
const ended = new Promise((resolve) => server.on("exit", resolve));
const connection = rpc.createMessageConnection(new rpc.StreamMessageReader(server.stdout), new rpc.StreamMessageWriter(server.stdin));
const diagnostics = [];
let arrived = () => {};
connection.onNotification(lsp.PublishDiagnosticsNotification.type, (one) => (diagnostics.push(one), arrived()));
connection.listen();

async function published() {
  if (diagnostics.length === 0) await new Promise((resolve) => (arrived = resolve));
  return diagnostics.shift();
}
const textDocument = { uri };
const at = (word) => ({ textDocument, position: place(word) });
const change = (contentChanges) =>
  connection.sendNotification(lsp.DidChangeTextDocumentNotification.type, { textDocument: { uri, version: 2 }, contentChanges });

const { capabilities } = await connection.sendRequest(lsp.InitializeRequest.type, {
  processId: process.pid,
  rootUri: pathToFileURL(folder).href,
  capabilities: {},
  workspaceFolders: null,
});
assert.equal(capabilities.textDocumentSync.change, lsp.TextDocumentSyncKind.Incremental);
await connection.sendNotification(lsp.InitializedNotification.type, {});
await connection.sendNotification(lsp.DidOpenTextDocumentNotification.type, { textDocument: { uri, languageId: "isonomy", version: 1, text } });

const hover = await connection.sendRequest(lsp.HoverRequest.type, at("relief \"🚢"));
assert.match(hover.contents.value, /Overrides `AA\.customs\.ordinary_duty`/);
assert.match(hover.contents.value, /关税 🚢/);
const overrides = at("ordinary_duty {\n    duty = exempt");
const [definition] = await connection.sendRequest(lsp.DefinitionRequest.type, overrides);
assert.deepEqual(definition, { uri, range: range("ordinary_duty") });
const references = await connection.sendRequest(lsp.ReferencesRequest.type, { ...overrides, context: { includeDeclaration: true } });
assert.equal(references.length, 2);
const { changes } = await connection.sendRequest(lsp.RenameRequest.type, { ...overrides, newName: "usual" });
assert.equal(edited(text, changes[uri]), text.replaceAll("ordinary_duty", "usual"));
await assert.rejects(connection.sendRequest(lsp.RenameRequest.type, { ...overrides, newName: "relief" }), /relief/);
const values = await connection.sendRequest(lsp.CompletionRequest.type, at("exempt\n    when"));
assert.deepEqual(values.items.map((one) => one.label), ["ordinary", "exempt"]);
const symbols = await connection.sendRequest(lsp.DocumentSymbolRequest.type, { textDocument });
assert.deepEqual(symbols.at(-1).children.map((one) => one.name), ["ordinary_duty", "relief"]);
const { data } = await connection.sendRequest(lsp.SemanticTokensRequest.type, { textDocument });
assert.ok(data.length > 0 && data.length % 5 === 0);

// A mistake behind a ship: typed, marked at the right units, mended by what the server offers.
const exempt = "exempt\n    when";
change([{ range: range(exempt, "exempt".length), text: "exemt" }]);
let said = await published();
assert.equal(said.uri, uri);
const errors = said.diagnostics.filter((one) => one.severity === lsp.DiagnosticSeverity.Error);
assert.deepEqual(errors.map((one) => [one.code, one.range]), [["E0308", range(exempt, "exemt".length)]]);
const [action] = await connection.sendRequest(lsp.CodeActionRequest.type, {
  textDocument,
  range: errors[0].range,
  context: { diagnostics: errors },
});
assert.equal(action.edit.changes[uri][0].newText, "exempt");
change(action.edit.changes[uri].map(({ range, newText }) => ({ range, text: newText })));
assert.deepEqual((await published()).diagnostics, []);

const untidy = text.replace("scale Duty {", "scale   Duty   {");
change([{ text: untidy }]);
assert.equal(edited(untidy, await connection.sendRequest(lsp.DocumentFormattingRequest.type, { textDocument, options: { tabSize: 2, insertSpaces: true } })), text);

await connection.sendRequest(lsp.ShutdownRequest.type);
await connection.sendNotification(lsp.ExitNotification.type);
assert.equal(await ended, 0);
connection.dispose();
rmSync(folder, { recursive: true });
console.log("the client and the server understand each other");
