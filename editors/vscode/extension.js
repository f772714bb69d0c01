// SPDX-License-Identifier: Apache-2.0
// Starts `isonomy lsp` and joins it to the editor; everything else is the server's.
const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

async function start() {
  const command = vscode.workspace.getConfiguration("isonomy").get("path");
  client = new LanguageClient(
    "isonomy",
    "Isonomy",
    { command, args: ["lsp"] },
    {
      documentSelector: [{ language: "isonomy" }],
      synchronize: { fileEvents: vscode.workspace.createFileSystemWatcher("**/*.{law,csv}") },
    }
  );
  try {
    await client.start();
  } catch (error) {
    const settings = "Open settings";
    const chosen = await vscode.window.showErrorMessage(`\`${command} lsp\` cannot be started: ${error.message}`, settings);
    if (chosen === settings) await vscode.commands.executeCommand("workbench.action.openSettings", "isonomy.path");
  }
}

async function stop() {
  const running = client;
  client = undefined;
  if (running?.isRunning()) await running.stop();
}

async function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand("isonomy.restart", async () => {
      await stop();
      await start();
    })
  );
  await start();
}

module.exports = { activate, deactivate: stop };
