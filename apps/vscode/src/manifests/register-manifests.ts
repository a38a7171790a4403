import { commands, type ExtensionContext, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node.js';
import { createViewer, scheme } from './create-viewer.ts';

/** Adds the command that shows what a pool is compiled into, in a document that follows the fleet. */
export function registerManifests(
  { subscriptions }: ExtensionContext,
  running: () => LanguageClient | undefined,
): void {
  const viewer = createViewer(running);
  subscriptions.push(
    viewer.changes,
    commands.registerCommand('fleetc.showManifests', viewer.show),
    workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: viewer.changes.event,
      provideTextDocumentContent: viewer.textOf,
    }),
    workspace.onDidChangeTextDocument(viewer.follow),
    workspace.onDidCloseTextDocument(({ uri }) => viewer.forget(uri)),
  );
}
