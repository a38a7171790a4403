import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { KubernetesObject } from '@fleetc/kubernetes';
import { load } from 'js-yaml';
import { afterAll } from 'vitest';
import type { FunctionResult } from '../../src/function-result.ts';

/** The built function as an orchestrator starts it. */
export const bin = fileURLToPath(new URL('../../dist/fleetc-kustomize.mjs', import.meta.url));

/** What a finished call left behind; the list is what standard output holds. */
export interface Call {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly list: AnsweredList;
}

export interface AnsweredList {
  readonly apiVersion: string;
  readonly kind: string;
  readonly items: readonly KubernetesObject[];
  readonly results?: readonly FunctionResult[];
}

export interface CallOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Hands a text to the function, with no variable but those given and the way to node. */
export function callFunction(input: string | Buffer, { cwd, env }: CallOptions = {}): Call {
  const { status, stdout, stderr } = spawnSync(bin, [], {
    cwd: cwd ?? makeFolder(),
    env: { PATH: `${dirname(process.execPath)}:/usr/bin:/bin`, ...env },
    input,
    encoding: 'utf8',
  });
  return { code: status, stdout, stderr, list: load(stdout) as AnsweredList };
}

const made: string[] = [];

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** Makes a folder of its own with files in it. */
export function makeFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'fleetc-kustomize-'));
  made.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}
