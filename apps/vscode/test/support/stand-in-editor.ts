import * as types from './editor-types.ts';

const { EventEmitter, TextDocument, Uri } = types;

/** One call of the editor's interface by which an extension adds something. */
export interface Registration {
  readonly name: string;
  readonly args: readonly unknown[];
}

type Provider = {
  readonly onDidChange: (listener: (uri: types.Uri) => unknown) => unknown;
  provideTextDocumentContent(uri: types.Uri): string;
};

/** The part of an editor that this extension and its client of the protocol touch; it records what they add. */
export function createEditor(settings: Record<string, unknown> = {}) {
  const registrations: Registration[] = [];
  const messages: string[] = [];
  const shown: { readonly document: types.TextDocument; readonly options: object }[] = [];
  const published = new Map<string, string[][]>();
  const documents: types.TextDocument[] = [];
  const commands = new Map<string, (...args: readonly unknown[]) => unknown>();
  const providers = new Map<string, Provider>();
  const readOnlyChanges: string[] = [];
  const events: Record<string, types.EventEmitter<never>> = {};
  const window: Record<string, unknown> = {
    showInformationMessage: async (text: string) => void messages.push(text),
    showErrorMessage: async (text: string) => void messages.push(text),
    showTextDocument: async (document: types.TextDocument, options: object) =>
      void shown.push({ document, options }),
    createOutputChannel: () => ({ append() {}, appendLine() {}, show() {}, dispose() {} }),
    visibleTextEditors: [],
    tabGroups: { all: [], onDidChangeTabs: new EventEmitter().event },
  };
  const workspace = {
    textDocuments: documents,
    notebookDocuments: [],
    workspaceFolders: undefined,
    getConfiguration: (section: string) => ({
      get: (key: string, fallback?: unknown) => settings[`${section}.${key}`] ?? fallback,
    }),
    registerTextDocumentContentProvider(scheme: string, provider: Provider) {
      providers.set(scheme, provider);
      provider.onDidChange((uri) => readOnlyChanges.push(provider.provideTextDocumentContent(uri)));
      return record('registerTextDocumentContentProvider', [scheme]);
    },
    openTextDocument: async (uri: types.Uri) =>
      new TextDocument(uri, providers.get(uri.scheme)!.provideTextDocumentContent(uri)),
  };
  const languages = {
    match: (selector: readonly { readonly pattern: string }[], { uri }: types.TextDocument) =>
      selector.some(({ pattern }) => matches(pattern, uri)) ? 10 : 0,
    createDiagnosticCollection: () => ({
      set(uri: types.Uri, found: readonly types.Diagnostic[]) {
        const codes = found.map(({ code }) => (typeof code === 'object' ? code.value : code!));
        published.set(String(uri), [...(published.get(String(uri)) ?? []), codes]);
      },
      delete() {},
      dispose() {},
    }),
  };

  function record(name: string, args: readonly unknown[]) {
    registrations.push({ name, args });
    return { dispose() {} };
  }

  function emitter(name: string) {
    return (events[name] ??= new EventEmitter());
  }

  /** What is known, and for the rest events to listen to and functions that record that they were called. */
  function open(known: object): object {
    return new Proxy(known, {
      get(target, name: string) {
        if (name in target) return target[name as never];
        if (name.startsWith('onDid') || name.startsWith('onWill')) return emitter(name).event;
        if (!/^(?:register|create|set)/.test(name)) return undefined;
        return (...args: readonly unknown[]) => record(name, args);
      },
    });
  }

  const module: Record<string, unknown> = {
    ...types,
    version: '1.100.0',
    env: { appName: 'stand-in', language: 'en', clipboard: {}, openExternal: async () => true },
    ViewColumn: { Beside: -2 },
    window: open(window),
    workspace: open(workspace),
    languages: open(languages),
    commands: open({
      registerCommand(name: string, run: (...args: readonly unknown[]) => unknown) {
        commands.set(name, run);
        return record('registerCommand', [name]);
      },
    }),
  };

  return {
    /** What an extension gets from `require('vscode')`. */
    module: new Proxy(module, {
      // Classes and lists of words that nothing here looks into.
      get: (target, name: string) =>
        (target[name] ??= class {
          readonly isStandIn = true;
        }),
    }),
    registrations,
    messages,
    shown,
    readOnlyChanges,
    settings,
    open(file: string, text: string) {
      const document = new TextDocument(Uri.file(file), text);
      documents.push(document);
      emitter('onDidOpenTextDocument').fire(document as never);
      return document;
    },
    change(document: types.TextDocument, text: string) {
      const contentChanges = [document.replace(text)];
      emitter('onDidChangeTextDocument').fire({ document, contentChanges } as never);
    },
    close(document: types.TextDocument) {
      emitter('onDidCloseTextDocument').fire(document as never);
    },
    configure(name: string, value: unknown) {
      settings[name] = value;
      const affectsConfiguration = (asked: string) => asked === name;
      emitter('onDidChangeConfiguration').fire({ affectsConfiguration } as never);
    },
    placeCursor(document: types.TextDocument, line: number, character: number) {
      window['activeTextEditor'] = {
        document,
        selection: { active: new types.Position(line, character) },
      };
    },
    run: async (command: string, ...args: readonly unknown[]) => commands.get(command)!(...args),
    /** The codes of each publication of findings in a document. */
    publications: ({ uri }: types.TextDocument) => published.get(String(uri)) ?? [],
  };
}

function matches(pattern: string, { scheme, path }: types.Uri): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const end = pattern.slice('**/'.length);
  return scheme === 'file' && (end.startsWith('*') ? name.endsWith(end.slice(1)) : name === end);
}
