import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { findNode, nodeReleases } from '@fleetc/testing';
import { expect, it } from 'vitest';
import { bin, makeFolder } from '../test/support/run-fleetc.ts';
import { readTree } from '../test/support/tree.ts';

const examples = join(import.meta.dirname, '../../../examples');
/** Each target, secrets of every origin, schedules and a lock between them. */
const chosen = ['tutorial', 'multi-cluster', 'autoscaling', 'sealed-secrets', 'sops', 'webhook'];

/** What a program of Node makes of an example, its messages included. */
function build(node: string, example: string): Readonly<Record<string, string>> {
  const folder = makeFolder();
  cpSync(join(examples, example), folder, {
    recursive: true,
    filter: (path) => !path.includes('/expected'),
  });
  const outcome = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(node, [bin, ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    return `${status}\n${stdout}\n${stderr}`;
  };
  const messages = {
    'check ': outcome('check'),
    'build ': outcome('build'),
    'capacity ': outcome('capacity'),
    'graph ': outcome('graph', '--format', 'svg'),
  };
  return { ...readTree(folder), ...messages };
}

const lines = Object.keys(nodeReleases).map(Number) as (keyof typeof nodeReleases)[];

it.for(lines)('makes the same bytes under Node %i', (line, { skip }) => {
  const node = findNode(line);
  if (!node) return skip(`Node ${line} is missing`);
  for (const example of chosen) {
    expect([example, build(node, example)]).toEqual([example, build(process.execPath, example)]);
  }
});
