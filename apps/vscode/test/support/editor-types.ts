import { fileURLToPath } from 'node:url';

/** A place in a text. */
export class Position {
  readonly line: number;
  readonly character: number;
  constructor(line: number, character: number) {
    this.line = line;
    this.character = character;
  }
}

/** A part of a text. */
export class Range {
  readonly start: Position;
  readonly end: Position;
  constructor(start: Position, end: Position);
  constructor(line: number, character: number, endLine: number, endCharacter: number);
  constructor(...[a, b, c, d]: readonly (Position | number | undefined)[]) {
    const isPlaces = typeof a === 'object' && typeof b === 'object';
    this.start = isPlaces ? a : new Position(a as number, b as number);
    this.end = isPlaces ? b : new Position(c as number, d as number);
  }
}

/** The address of a document. */
export class Uri {
  readonly scheme: string;
  readonly authority = '';
  readonly path: string;
  readonly query: string;
  readonly fragment = '';
  private constructor(scheme: string, path: string, query: string) {
    this.scheme = scheme;
    this.path = path;
    this.query = query;
  }
  static from({ scheme, path, query = '' }: { scheme: string; path: string; query?: string }): Uri {
    return new Uri(scheme, path, query);
  }
  static parse(text: string): Uri {
    const { protocol, pathname, search } = new URL(text);
    const query = decodeURIComponent(search.slice(1));
    return new Uri(protocol.slice(0, -1), decodeURIComponent(pathname), query);
  }
  static file(path: string): Uri {
    return new Uri('file', path, '');
  }
  get fsPath(): string {
    return this.scheme === 'file' ? fileURLToPath(this.toString()) : this.path;
  }
  toString(): string {
    const query = this.query === '' ? '' : `?${encodeURIComponent(this.query)}`;
    const slashes = this.scheme === 'file' ? '//' : '';
    return `${this.scheme}:${slashes}${encodeURI(this.path)}${query}`;
  }
}

/** Tells listeners, one after the other. */
export class EventEmitter<T> {
  readonly #listeners = new Set<(event: T) => unknown>();
  readonly event = (listener: (event: T) => unknown, self?: unknown) => {
    const bound = listener.bind(self);
    this.#listeners.add(bound);
    return { dispose: () => this.#listeners.delete(bound) };
  };
  fire(event: T): void {
    for (const listener of this.#listeners) listener(event);
  }
  dispose(): void {
    this.#listeners.clear();
  }
}

/** A finding as the editor keeps it. */
export class Diagnostic {
  readonly range: Range;
  readonly message: string;
  readonly severity: number;
  code?: string | { readonly value: string };
  constructor(range: Range, message: string, severity: number) {
    this.range = range;
    this.message = message;
    this.severity = severity;
  }
}

/** Takes something away when it is no longer wanted. */
export class Disposable {
  readonly dispose: () => unknown;
  constructor(dispose: () => unknown) {
    this.dispose = dispose;
  }
}

/** A document in the editor. */
export class TextDocument {
  readonly uri: Uri;
  readonly languageId = 'yaml';
  readonly isClosed = false;
  version = 1;
  #text: string;
  constructor(uri: Uri, text: string) {
    this.uri = uri;
    this.#text = text;
  }
  get fileName(): string {
    return this.uri.fsPath;
  }
  getText(): string {
    return this.#text;
  }
  /** Puts another text in its place, and says what an editor says of that: the part that differs. */
  replace(text: string): { readonly range: Range; readonly text: string } {
    const old = this.#text;
    const most = Math.min(old.length, text.length);
    let start = 0;
    while (start < most && old[start] === text[start]) start++;
    let same = 0;
    while (same < most - start && old.at(-1 - same) === text.at(-1 - same)) same++;
    const range = new Range(positionAt(old, start), positionAt(old, old.length - same));
    this.#text = text;
    this.version++;
    return { range, text: text.slice(start, text.length - same) };
  }
}

function positionAt(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split('\n');
  return new Position(lines.length - 1, lines.at(-1)!.length);
}

/** A kind of code action, which may be part of another. */
export class CodeActionKind {
  static readonly Empty = new CodeActionKind('');
  static readonly QuickFix = new CodeActionKind('quickfix');
  readonly value: string;
  constructor(value: string) {
    this.value = value;
  }
  append(part: string): CodeActionKind {
    return new CodeActionKind(this.value === '' ? part : `${this.value}.${part}`);
  }
}

/** Something that may be called off; nothing here ever is. */
export class CancellationTokenSource {
  readonly token = {
    isCancellationRequested: false,
    onCancellationRequested: new EventEmitter<void>().event,
  };
  cancel(): void {}
  dispose(): void {}
}
