import { type ExtensionContext, languages, type TextDocument, workspace } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/node.js';
import { fleetSelector } from './fleet-selector.ts';
import { registerManifests } from './manifests/register-manifests.ts';
import { chooseServer } from './server/choose-server.ts';

let client: LanguageClient | undefined;

/** Starts the server with the first fleet that is opened, and starts it anew when its settings change. */
export async function activate(context: ExtensionContext): Promise<void> {
  registerManifests(context, () => client);
  context.subscriptions.push(
    workspace.onDidOpenTextDocument((document) => startFor(document, context)),
    workspace.onDidChangeConfiguration(async (event) => {
      const isServer = ['fleetc.path', 'fleetc.environment'].some((name) =>
        event.affectsConfiguration(name),
      );
      if (!isServer || !client) return;
      await deactivate();
      await start(context);
    }),
  );
  await Promise.all(workspace.textDocuments.map((document) => startFor(document, context)));
}

/** Stops the server. */
export async function deactivate(): Promise<void> {
  const running = client;
  client = undefined;
  // One that could not be started refuses to be stopped.
  if (running?.needsStop()) await running.dispose();
}

async function startFor(document: TextDocument, context: ExtensionContext): Promise<void> {
  if (client || languages.match(fleetSelector, document) === 0) return;
  await start(context);
}

async function start(context: ExtensionContext): Promise<void> {
  client = createClient(context);
  try {
    await client.start();
  } catch {
    // The client has told the user why, and other settings start it anew.
  }
}

function createClient(context: ExtensionContext): LanguageClient {
  const settings = workspace.getConfiguration('fleetc');
  const server = chooseServer({
    path: settings.get<string>('path', ''),
    environment: settings.get<Record<string, string>>('environment', {}),
    bundled: context.asAbsolutePath('dist/server/main.mjs'),
    runtime: process.execPath,
  });
  return new LanguageClient('fleetc', 'fleetc', server, { documentSelector: fleetSelector });
}
