import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';

const context = join(import.meta.dirname, '../..');

/** What the Dockerfile makes of an empty base image. */
export interface Image {
  /** The folder that stands for `/`. */
  readonly root: string;
  readonly env: Readonly<Record<string, string>>;
  readonly user: number;
  readonly entrypoint: readonly string[];
}

/** The instructions of the Dockerfile, each with what stands behind it. */
export function readInstructions(): [name: string, rest: string][] {
  const text = readFileSync(join(context, 'Dockerfile'), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]);
}

/** Carries the instructions out in a folder of its own; an instruction that is not known fails. */
export function buildImage(): Image {
  const root = mkdtempSync(join(tmpdir(), 'fleetc-image-'));
  chmodSync(root, 0o755);
  afterAll(() => rmSync(root, { recursive: true }));
  const image = { root, env: {} as Record<string, string>, user: 0, entrypoint: [] as string[] };
  for (const folder of ['usr/local/bin', 'tmp']) mkdirSync(join(root, folder), { recursive: true });
  for (const [name, rest] of readInstructions()) {
    if (name === 'COPY') copy(root, rest);
    else if (name === 'RUN') execFileSync('sh', ['-euc', rest.replaceAll(' /', ` ${root}/`)]);
    else if (name === 'ENV') Object.assign(image.env, Object.fromEntries([rest.split('=')]));
    else if (name === 'USER') image.user = Number(rest);
    else if (name === 'ENTRYPOINT') image.entrypoint = JSON.parse(rest) as string[];
    else if (name !== 'ARG' && name !== 'FROM') throw new Error(`${name} is not known`);
  }
  return image;
}

function copy(root: string, rest: string): void {
  const [, mode, from, to] = /^--chmod=(\d+) (\S+) (\S+)$/.exec(rest)!;
  const target = join(root, to!);
  mkdirSync(dirname(target), { recursive: true });
  cpSync(join(context, from!), target);
  chmodSync(target, Number.parseInt(mode!, 8));
}
