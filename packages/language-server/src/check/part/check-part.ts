import { type Diagnostic, sortDiagnostics } from '@fleetc/diagnostics';
import { redactDiagnostic } from '@fleetc/fleet';
import type { ServerHost } from '../../host.ts';
import { type Check, checkText } from '../check-text.ts';
import { type Change, changeBetween, moveFinding } from './change.ts';
import { type PoolChunk, poolChunks } from './pool-chunks.ts';

/** A whole check, kept as what later changes of one pool are told from. */
export interface Base {
  readonly text: string;
  readonly check: Check;
  readonly chunks: readonly PoolChunk[];
  /** What is found in the text without its other pools, by the pool that stays. */
  readonly alone: Map<string, Promise<Check>>;
}

/** Where a change lies that touches nothing but the inside of one pool. */
export interface Part {
  readonly base: Base;
  readonly chunk: PoolChunk;
  readonly change: Change;
}

/** Fewer pools are checked as a whole: that is as quick. */
const fewest = 100;

/** Keeps a whole check, if there are enough pools to gain by it. */
export function createBase(text: string, check: Check): Base | undefined {
  const chunks = poolChunks(text);
  return chunks.length < fewest ? undefined : { text, check, chunks, alone: new Map() };
}

/** The pool in which a text differs from the one that was checked; `undefined` where more than its inside may differ. */
export function findPart(base: Base, text: string): Part | undefined {
  const change = changeBetween(base.text, text);
  const chunk = base.chunks.find(({ body, end }) => body <= change.start && change.oldEnd <= end);
  if (!chunk) return undefined;
  const inside = text.slice(chunk.body, chunk.end + text.length - base.text.length);
  const [first = '', ...lines] = inside.split('\n');
  const isAnchored = /(?:^|[\s[{,:])[&*][\w-]/m.test(inside);
  const isInside = lines.every((line) => isBelow(line, chunk.indent));
  return isInside && /^(?:\s|$)/.test(first) && !isAnchored ? { base, chunk, change } : undefined;
}

function isBelow(line: string, indent: number): boolean {
  const column = line.search(/\S/);
  return column < 0 || line[column] === '#' || column > indent;
}

/**
 * What is found in a text that differs in one pool: the last whole check, with what is found in that pool alone instead of
 * what was. What several pools cause together is told by the next whole check. `undefined` where the text is no fleet.
 */
export async function checkPart(
  { base, chunk, change }: Part,
  text: string,
  host: ServerHost,
): Promise<Check | undefined> {
  const { uri, compilation } = base.check;
  const { path } = compilation.source;
  const checkAlone = (whole: string) => checkText(uri, leaveOne(whole, base, chunk), host);
  const before = base.alone.get(chunk.name) ?? checkAlone(base.text);
  base.alone.set(chunk.name, before);
  const [old, now] = [await before, await checkAlone(text)];
  if (now.compilation.environments.length === 0) return undefined;
  const all = compilation.diagnostics;
  const newEnd = chunk.end + text.length - base.text.length;
  const oldOwn = old.compilation.diagnostics.filter((one) => isWithin(one, path, chunk));
  const newOwn = now.compilation.diagnostics.filter((one) =>
    isWithin(one, path, { start: chunk.start, end: newEnd }),
  );
  // Of what other pools have a part in, the whole check knows more.
  const shared = new Set(without(oldOwn, all).map(({ code }) => code));
  const isOwn = ({ code }: Diagnostic) => !shared.has(code);
  const kept = without(all, oldOwn.filter(isOwn)).map((one) => moveFinding(one, change, path));
  const found = newOwn.filter(isOwn).map((one) => redactDiagnostic(one, compilation.redact));
  const diagnostics = sortDiagnostics([...kept, ...found]);
  return { uri, compilation: { ...compilation, source: { path, text }, diagnostics } };
}

function isWithin(
  { primary }: Diagnostic,
  file: string,
  { start, end }: Pick<PoolChunk, 'start' | 'end'>,
): boolean {
  if (!primary || primary.span.file !== file) return false;
  return start <= primary.span.start && primary.span.start < end;
}

/** The text with empty comments in the place of all pools but one, so that everything else stays where it is. */
function leaveOne(text: string, { chunks, text: whole }: Base, { name }: PoolChunk): string {
  const index = chunks.findIndex((chunk) => chunk.name === name);
  const start = chunks[0]!.start;
  const end = chunks.at(-1)!.end + text.length - whole.length;
  const ownEnd = chunks[index]!.end + text.length - whole.length;
  return [
    text.slice(0, start),
    blank(text.slice(start, chunks[index]!.start)),
    text.slice(chunks[index]!.start, ownEnd),
    blank(text.slice(ownEnd, end)),
    text.slice(end),
  ].join('');
}

// Spaces alone would be a part of a text of several lines above them.
function blank(text: string): string {
  return text.replaceAll(/[^\r\n]+/g, (line) => '#'.padEnd(line.length));
}

function without(findings: readonly Diagnostic[], others: readonly Diagnostic[]): Diagnostic[] {
  const known = new Set(others.map(identity));
  return findings.filter((finding) => !known.has(identity(finding)));
}

function identity({ code, severity, message, primary }: Diagnostic): string {
  const { file, start, end } = primary?.span ?? {};
  return `${code} ${severity} ${file} ${start} ${end} ${message}`;
}
