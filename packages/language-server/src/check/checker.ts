import type { Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ServerHost } from '../host.ts';
import { type Check, checkText } from './check-text.ts';
import { toProtocol } from './to-protocol.ts';

/** Where findings and faults go. */
export interface Audience {
  readonly publish: (uri: string, diagnostics: Diagnostic[], version?: number) => void;
  readonly fault: (error: unknown) => void;
}

/** Checks the texts of open documents, each once. */
export interface Checker {
  /** Checks a text after a pause and publishes what was found, unless a newer text has come. */
  readonly schedule: (document: TextDocument) => void;
  /** The check of the text as it is; `undefined` when the compiler failed on it. */
  readonly check: (document: TextDocument) => Promise<Check | undefined>;
  /** Checks again, because a file beside the document may have changed. */
  readonly renew: (document: TextDocument) => void;
  readonly forget: (document: TextDocument) => void;
  readonly dispose: () => void;
}

/** The state of one document. */
interface Entry {
  timer?: NodeJS.Timeout;
  checked?: { readonly version: number; readonly check: Promise<Check | undefined> };
  /** The documents that hold published findings. */
  published: readonly string[];
}

/** Makes a checker for the documents of one editor. */
export function createChecker(host: ServerHost, audience: Audience): Checker {
  const entries = new Map<string, Entry>();

  function check(document: TextDocument): Promise<Check | undefined> {
    const { uri, version } = document;
    const entry = entryOf(entries, uri);
    if (entry.checked?.version === version) return entry.checked.check;
    const result = checkText(uri, document.getText(), host).catch((error: unknown) => {
      audience.fault(error);
      return undefined;
    });
    entry.checked = { version, check: result };
    return result;
  }

  async function run(document: TextDocument): Promise<void> {
    const { uri, version } = document;
    const checking = check(document);
    const result = await checking;
    const entry = entries.get(uri);
    const isNewest = entry?.checked?.check === checking && document.version === version;
    if (result && isNewest) publish(entry, uri, toProtocol(result), version);
  }

  function publish(
    entry: Entry,
    own: string,
    found: ReadonlyMap<string, Diagnostic[]>,
    version?: number,
  ): void {
    const others = new Set([...entry.published, ...found.keys()]);
    others.delete(own);
    for (const uri of [...others, own]) {
      audience.publish(uri, found.get(uri) ?? [], uri === own ? version : undefined);
    }
    entry.published = [...found.keys()];
  }

  function schedule(document: TextDocument): void {
    const entry = entryOf(entries, document.uri);
    clearTimeout(entry.timer);
    entry.timer = setTimeout(() => void run(document).catch(audience.fault), host.delay);
  }

  return {
    check,
    schedule,
    renew(document) {
      delete entryOf(entries, document.uri).checked;
      schedule(document);
    },
    forget({ uri }) {
      const entry = entryOf(entries, uri);
      clearTimeout(entry.timer);
      entries.delete(uri);
      publish(entry, uri, new Map());
    },
    dispose() {
      for (const { timer } of entries.values()) clearTimeout(timer);
      entries.clear();
    },
  };
}

function entryOf(entries: Map<string, Entry>, uri: string): Entry {
  const entry = entries.get(uri) ?? { published: [] };
  entries.set(uri, entry);
  return entry;
}
