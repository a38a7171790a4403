import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';

/** What a Dockerfile makes of an empty base image. */
export interface Image {
  /** The folder that stands for `/`; it goes with the test file. */
  readonly root: string;
  readonly env: Readonly<Record<string, string>>;
  /** Numeric, as a policy of a cluster can check it. */
  readonly user: number;
  readonly entrypoint: readonly string[];
}

/** The instructions of the Dockerfile of a folder, each with what stands behind it. */
export function readInstructions(context: string): [name: string, rest: string][] {
  return readFileSync(join(context, 'Dockerfile'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]);
}

/**
 * Carries the instructions out in a folder of its own, since no container engine need be there.
 *
 * @throws {Error} for an instruction that it does not know
 */
export function buildImage(context: string): Image {
  const root = mkdtempSync(join(tmpdir(), 'fleetc-image-'));
  afterAll(() => rmSync(root, { recursive: true }));
  chmodSync(root, 0o755);
  const image = { root, env: {} as Record<string, string>, user: 0, entrypoint: [] as string[] };
  for (const folder of ['usr/local/bin', 'tmp']) mkdirSync(join(root, folder), { recursive: true });
  for (const [name, rest] of readInstructions(context)) {
    if (name === 'COPY') copy(context, root, rest);
    else if (name === 'RUN') execFileSync('sh', ['-euc', rest.replaceAll(' /', ` ${root}/`)]);
    else if (name === 'ENV') Object.assign(image.env, Object.fromEntries([rest.split('=')]));
    else if (name === 'USER') image.user = Number(rest.split(':')[0]);
    else if (name === 'ENTRYPOINT') image.entrypoint = JSON.parse(rest) as string[];
    else if (name === 'WORKDIR') mkdirSync(join(root, rest), { recursive: true });
    else if (name !== 'ARG' && name !== 'FROM') throw new Error(`${name} is not known`);
  }
  return image;
}

function copy(context: string, root: string, rest: string): void {
  const [, mode, from, to] = /^--chmod=(\d+) (\S+) (\S+)$/.exec(rest)!;
  const [source, target] = [join(context, from!), join(root, to!)];
  mkdirSync(dirname(target), { recursive: true });
  cpSync(source, target, { recursive: true });
  // The engine gives the mode to files; a folder needs its x to be entered.
  if (statSync(source).isFile()) chmodSync(target, Number.parseInt(mode!, 8));
}
