// The steps of one build, timed in this process: prints milliseconds by step as JSON. Arguments: a fleet file, a folder.
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { type Bundle, checkBundle, compileBundle } from '@fleetc/core';
import { checkFleet, readFleet, resolveFleet } from '@fleetc/fleet';
import { planOutput, writeOutput } from '@fleetc/output';
import { layOut } from '@fleetc/targets';

const taken: Record<string, number> = {};

async function time<T>(step: string, work: () => T | Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  taken[step] = (taken[step] ?? 0) + performance.now() - start;
  return result;
}

async function main([file = '', folder = '']: readonly string[]): Promise<void> {
  const text = await time('read', () => readFileSync(file, 'utf8'));
  const reading = await time('parse', () => readFleet({ path: file, text }));
  const bundles: Bundle[] = [];
  for (const name of reading.file!.environments) {
    const { value: fleet, silences } = await time('resolve', () =>
      resolveFleet(reading.file!, name),
    );
    await time('check', () => checkFleet(fleet!, true, silences));
    const { bundle } = await time('compile', () => compileBundle(fleet!));
    await time('validate', () => checkBundle(bundle, fleet!));
    bundles.push(bundle);
  }
  const output = { target: 'plain', dir: 'build' } as const;
  const tree = await time('lay out', () => layOut(bundles, output, { hasEnvironments: true }));
  const { value: plan } = await time('plan', () => planOutput(tree, folder, {}));
  await time('write', () => writeOutput(plan!));
  process.stdout.write(JSON.stringify(taken));
}

await main(process.argv.slice(2));
