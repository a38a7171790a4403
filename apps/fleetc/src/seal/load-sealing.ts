import { createDiagnostic, type Diagnostic, nearest, sortDiagnostics } from '@fleetc/diagnostics';
import {
  type Document,
  type Fleet,
  type FleetFile,
  readFleet,
  type Redact,
  resolveFleet,
  secretWithoutSource,
  unknownEnvironment,
} from '@fleetc/fleet';
import { resolve } from 'node:path';
import { readInput } from '../input/read-input.ts';
import type { Shell } from '../shell.ts';
import type { SealRequest } from './seal-request.ts';
import { shownWord } from './shown-word.ts';

/** A fleet file that values are sealed for. */
export interface SealingInput {
  /** Absolute. */
  readonly file: string;
  /** As messages show it. */
  readonly path: string;
  /** Absolute. */
  readonly folder: string;
  /** Byte for byte what the file held when it was read. */
  readonly text: string;
  readonly document: Document;
  /** One for each environment that is asked for. */
  readonly fleets: readonly Fleet[];
  /** The block that a value is written into: the file itself, or the override of an environment. */
  readonly root: readonly string[];
}

/** What came of loading: no input when errors forbid to go on. */
export interface SealingLoad {
  readonly input?: SealingInput;
  readonly diagnostics: readonly Diagnostic[];
  /** By file, for code frames. */
  readonly texts: ReadonlyMap<string, string>;
  /** Takes out of words what the file holds and nobody may see. */
  readonly redact: Redact;
  /** Whether there was a text to judge at all. */
  readonly isRead: boolean;
}

/**
 * Reads and resolves the file, and goes no further: whether a fleet can be built does not matter for a value that is
 * still to come.
 */
export async function loadSealing(request: SealRequest, shell: Shell): Promise<SealingLoad> {
  const { value: found, diagnostics } = await readInput(request.operand, shell);
  if (!found) return { diagnostics, texts: new Map(), redact: (text) => text, isRead: false };
  const { source, redact, file, diagnostics: reading } = await readFleet(found.source);
  shell.redact = redact;
  const { fleets, diagnostics: resolving } = await resolveAll(file, request);
  const errors = [...reading, ...resolving].filter(isInTheWay);
  const texts = new Map([[source.path, source.text]]);
  if (!file || errors.length > 0) {
    return { diagnostics: distinct(errors), texts, redact, isRead: true };
  }
  const { environment } = request;
  const isOverride = environment !== undefined && file.hasEnvironments;
  const input: SealingInput = {
    file: resolve(shell.directory, found.source.path),
    path: source.path,
    folder: found.folder,
    text: found.source.text,
    document: file.document,
    fleets,
    root: isOverride ? ['environments', environment, 'override'] : [],
  };
  return { input, diagnostics: [], texts, redact, isRead: true };
}

// A source is what sealing brings.
function isInTheWay({ severity, code }: Diagnostic): boolean {
  return severity === 'error' && code !== secretWithoutSource.code;
}

async function resolveAll(
  file: FleetFile | undefined,
  { environment }: SealRequest,
): Promise<{ readonly fleets: Fleet[]; readonly diagnostics: Diagnostic[] }> {
  const known = file?.environments ?? [];
  if (!file) return { fleets: [], diagnostics: [] };
  if (environment !== undefined && !known.includes(environment)) {
    const name = shownWord(environment);
    const params = { user: '', name, suggestion: nearest(environment, known), known };
    const path = ['environments'];
    const place = file.hasEnvironments ? { span: file.document.span(path, 'key'), path } : {};
    return { fleets: [], diagnostics: [createDiagnostic(unknownEnvironment, params, place)] };
  }
  const names = environment === undefined ? known : [environment];
  const resolved = await Promise.all(names.map((name) => resolveFleet(file, name)));
  return {
    fleets: resolved.flatMap(({ value }) => value ?? []),
    diagnostics: resolved.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** Sorted, and once what all environments share. */
function distinct(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const known = new Map(
    diagnostics.map((found) => [
      `${found.code} ${found.message} ${found.primary?.span.start}`,
      found,
    ]),
  );
  return sortDiagnostics([...known.values()]);
}
