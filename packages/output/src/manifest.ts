import { createHash } from 'node:crypto';
import { createDiagnostic, type Result } from '@fleetc/diagnostics';
import { brokenManifest, newerManifest } from './rules/refusal-rules.ts';
import { describeUnsafePath } from './tree-path.ts';

/** What fleetc wrote into a folder: paths with the hash of their content. */
export interface Manifest {
  /** Whose tree it is; absent where nobody said so. */
  readonly owner?: string;
  readonly files: ReadonlyMap<string, string>;
  /**
   * What a build that has not ended was about to write. A file that holds either hash is fleetc's, so a crash between two
   * files needs no repair by hand.
   */
  readonly pending: ReadonlyMap<string, string>;
}

/** The manifest of a folder that fleetc never wrote to. */
export const emptyManifest: Manifest = { files: new Map(), pending: new Map() };

/** Hash of a file's bytes, in the form that the manifest holds. */
export function hashContent(content: string | Buffer): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

/** Canonical text: sorted, no time, no machine. */
export function formatManifest({ owner, files, pending }: Manifest): string {
  const value = {
    version: formatVersion,
    tool: 'fleetc',
    ...(owner !== undefined && { owner }),
    files: toSortedObject(files),
    ...(pending.size > 0 && { pending: toSortedObject(pending) }),
  };
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/**
 * Reads a manifest found on disk. Nothing in it is trusted: a path that leaves the folder would make the next build delete
 * a stranger's file.
 */
export function parseManifest(text: string, location: string): Result<Manifest> {
  const isConflict = /^<{7} /m.test(text);
  const broken = (reason: string) => ({
    diagnostics: [createDiagnostic(brokenManifest, { path: location, reason, isConflict })],
  });
  if (isConflict) return broken('holds the marks of a merge conflict');
  const value = parseJson(text);
  if (!isRecord(value) || typeof value.version !== 'number')
    return broken('is no manifest of fleetc');
  if (value.version > formatVersion) {
    const params = { path: location, version: value.version };
    return { diagnostics: [createDiagnostic(newerManifest, params)] };
  }
  const files = toHashes(value.files);
  const pending = toHashes(value.pending ?? {});
  if (!files || !pending) return broken('lists a file without a hash or outside of its folder');
  const { owner } = value;
  if (owner !== undefined && typeof owner !== 'string') return broken('names no owner');
  return { value: { ...(owner !== undefined && { owner }), files, pending }, diagnostics: [] };
}

const formatVersion = 1;

function toSortedObject(map: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function toHashes(value: unknown): Map<string, string> | undefined {
  if (!isRecord(value)) return undefined;
  const entries = Object.entries(value);
  return entries.every(isHashed) ? new Map(entries) : undefined;
}

function isHashed(entry: [string, unknown]): entry is [string, string] {
  const [path, hash] = entry;
  return (
    typeof hash === 'string' && /^sha256:[0-9a-f]{64}$/.test(hash) && !describeUnsafePath(path)
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
