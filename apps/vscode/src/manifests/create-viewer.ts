import {
  EventEmitter,
  type TextDocumentChangeEvent,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node.js';
import {
  follow,
  type Manifests,
  manifestsMethod,
  type ManifestsParams,
  readArguments,
} from './manifests-request.ts';

/** The scheme of documents that show pools; they have no file and cannot be edited. */
export const scheme = 'fleetc-manifests';

/** Milliseconds without a keystroke before a document beside the fleet follows. */
const pause = 300;
const errorNote = '# The fleet has errors. This is the pool before them.\n';
const nothing = 'There is no pool here, or errors keep it from being compiled.';

/** A document that shows a pool. */
interface Shown {
  params: ManifestsParams;
  text: string;
  hasErrors: boolean;
  timer?: ReturnType<typeof setTimeout>;
}

/** Opens documents that show pools, and keeps them up to date until they are closed. */
export function createViewer(running: () => LanguageClient | undefined) {
  const shown = new Map<string, Shown>();
  const changes = new EventEmitter<Uri>();
  const ask = async (params: ManifestsParams) =>
    running()?.sendRequest<Manifests | null>(manifestsMethod, params);

  async function show(first: unknown, second: unknown): Promise<void> {
    const params = readArguments(first, second, findCursor());
    const manifests = params && (await ask(params));
    if (!manifests) return void window.showInformationMessage(nothing);
    const uri = Uri.from({ scheme, path: `/${manifests.title}.yaml`, query: params.uri });
    shown.set(uri.toString(), { params, text: manifests.text, hasErrors: false });
    changes.fire(uri);
    await openBeside(uri);
  }

  function textOf(uri: Uri): string {
    const { text = '', hasErrors = false } = shown.get(uri.toString()) ?? {};
    return hasErrors ? errorNote + text : text;
  }

  async function renew(uri: string, document: Shown): Promise<void> {
    const manifests = await ask(document.params);
    const { text } = manifests ?? document;
    const isSame = text === document.text && document.hasErrors === !manifests;
    Object.assign(document, { text, hasErrors: !manifests });
    if (!isSame) changes.fire(Uri.parse(uri));
  }

  function followEdit({ document, contentChanges }: TextDocumentChangeEvent): void {
    for (const [uri, one] of shown) {
      if (one.params.uri !== document.uri.toString()) continue;
      one.params = contentChanges.reduce(follow, one.params);
      clearTimeout(one.timer);
      one.timer = setTimeout(() => void renew(uri, one), pause);
    }
  }

  function forget(uri: Uri): void {
    clearTimeout(shown.get(uri.toString())?.timer);
    shown.delete(uri.toString());
  }

  return { changes, show, textOf, follow: followEdit, forget };
}

async function openBeside(uri: Uri): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const viewColumn = ViewColumn.Beside;
  await window.showTextDocument(document, { viewColumn, preserveFocus: true, preview: true });
}

function findCursor() {
  const { document, selection } = window.activeTextEditor ?? {};
  if (!document || !selection) return undefined;
  const { line, character } = selection.active;
  return { uri: document.uri.toString(), position: { line, character } };
}
