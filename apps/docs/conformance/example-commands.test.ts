import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { readFleetcCalls } from '../src/examples/command-lines.ts';
import { toBlock } from '../src/examples/block.ts';
import { installFleetc } from '../test/fleetc.ts';
import { root, site } from '../test/repository.ts';

const fleetc = await installFleetc();
const clone = mkdtempSync(join(tmpdir(), 'fleetc-examples-'));
cpSync(join(root, 'examples'), join(clone, 'examples'), { recursive: true });
afterAll(() => {
  fleetc.remove();
  rmSync(clone, { recursive: true });
});

/** Commands that need nothing but the example: no value of a secret, no network. */
const offline = new Set([
  'build',
  'check',
  'explain',
  'images',
  'capacity',
  'graph',
  'labels',
  'diff',
  'fmt',
]);

const calls = site.pages
  .filter(({ path }) => /^examples\/[^/]+\/README\.md$/.test(path))
  .flatMap(({ path, outline }) =>
    outline.fences
      .map(toBlock)
      .filter(({ kind }) => kind === 'read')
      .flatMap(({ text }) => readFleetcCalls(text).map((args) => ({ path, args })))
      .filter(({ args: [name = ''] }) => offline.has(name)),
  );

it('has commands to run', () => {
  expect(calls.length).toBeGreaterThan(20);
});

it.each(calls.map((call) => ({ ...call, line: call.args.join(' ') })))(
  '$path: fleetc $line',
  async ({ args }) => {
    const env = { PATH: fleetc.path, HOME: clone, LC_ALL: 'C' };
    const run = promisify(execFile)('fleetc', [...args], { cwd: clone, env });
    const { code } = await run.then(
      () => ({ code: 0 }),
      (error: { code: number }) => error,
    );
    // `diff` exits with 3 where there are changes.
    expect(args[0] === 'diff' ? [0, 3] : [0]).toContain(code);
  },
);
