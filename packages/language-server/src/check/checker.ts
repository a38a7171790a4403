import type { Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ServerHost } from '../host.ts';
import { type Check, checkText } from './check-text.ts';
import { createEntry, type Entry, stopWaiting, takeWaiting } from './entry.ts';
import { checkPart, createBase, findPart, type Part } from './part/check-part.ts';
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
  /** The same once nobody types any more, so that typing waits for nobody. */
  readonly checkAfterPause: (document: TextDocument) => Promise<Check | undefined>;
  /** Checks again, because a file beside the document may have changed. */
  readonly renew: (document: TextDocument) => void;
  readonly forget: (document: TextDocument) => void;
  readonly dispose: () => void;
}

/** How many pauses long nobody types before a check of one pool is followed by the whole one. */
const pausesBeforeWhole = 10;

/** Makes a checker for the documents of one editor. */
export function createChecker(host: ServerHost, audience: Audience): Checker {
  const entries = new Map<string, Entry>();

  function entryOf(uri: string): Entry {
    const entry = entries.get(uri) ?? createEntry();
    entries.set(uri, entry);
    return entry;
  }

  function check(document: TextDocument): Promise<Check | undefined> {
    const { uri, version } = document;
    const entry = entryOf(uri);
    if (entry.checked?.version === version) return entry.checked.check;
    const text = document.getText();
    const start = performance.now();
    const result = checkText(uri, text, host).then(
      (done) => {
        entry.cost = performance.now() - start;
        // A text that is no fleet says nothing about its parts; those of the last one that was are known.
        if (done.compilation.environments.length > 0) entry.base = createBase(text, done);
        return done;
      },
      (error: unknown) => void audience.fault(error),
    );
    entry.checked = { version, check: result };
    return result;
  }

  async function runWhole(document: TextDocument): Promise<void> {
    const { uri, version } = document;
    const checking = check(document);
    for (const proceed of takeWaiting(entryOf(uri))) proceed(checking);
    const result = await checking;
    const entry = entries.get(uri);
    const isNewest = entry?.checked?.check === checking && document.version === version;
    if (result && isNewest) publish(entry, uri, toProtocol(result), version);
  }

  async function runPart(document: TextDocument, part: Part): Promise<void> {
    const { uri, version } = document;
    const entry = entryOf(uri);
    const result = await checkPart(part, document.getText(), host);
    if (document.version !== version || entries.get(uri) !== entry) return;
    if (!result) return runWhole(document);
    audience.publish(uri, toProtocol(result).get(uri) ?? [], version);
    wait(entry, host.delay * pausesBeforeWhole, () => runWhole(document));
  }

  function wait(entry: Entry, pause: number, action: () => Promise<void>): void {
    clearTimeout(entry.timer);
    entry.timer = setTimeout(() => void action().catch(audience.fault), pause);
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
    const entry = entryOf(document.uri);
    entry.isDue = true;
    const part = entry.base && findPart(entry.base, document.getText());
    if (part) return wait(entry, host.delay, () => runPart(document, part));
    // A whole check keeps everything else waiting, so a long one needs a surer sign that nobody types.
    const pause = Math.max(host.delay, Math.min(entry.cost, host.delay * pausesBeforeWhole));
    wait(entry, pause, () => runWhole(document));
  }

  return {
    check,
    checkAfterPause(document) {
      const entry = entryOf(document.uri);
      if (!entry.isDue) return check(document);
      return new Promise((resolve) => entry.waiting.push(resolve));
    },
    schedule,
    renew(document) {
      const entry = entryOf(document.uri);
      delete entry.checked;
      delete entry.base;
      schedule(document);
    },
    forget({ uri }) {
      const entry = entryOf(uri);
      clearTimeout(entry.timer);
      stopWaiting(entry);
      entries.delete(uri);
      publish(entry, uri, new Map());
    },
    dispose() {
      for (const entry of entries.values()) {
        clearTimeout(entry.timer);
        stopWaiting(entry);
      }
      entries.clear();
    },
  };
}
