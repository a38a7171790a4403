import { randomRuns, randomTimeout } from '@fleetc/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { brokenFiles } from './fuzz/corpus.ts';
import { mutatedFiles } from './fuzz/inputs.ts';
import { tryInput } from './fuzz/try-input.ts';
import { startWatchdog, type Watchdog } from './fuzz/watchdog.ts';

/** Milliseconds for one file of at most 48 KiB; most take one. Others may have the machine meanwhile. */
const patience = 10_000;

const { numRuns } = randomRuns();
const seed = Number(process.env['FLEETC_SEED'] ?? 20261124);

let watchdog: Watchdog;
beforeAll(() => {
  watchdog = startWatchdog();
});
afterAll(() => watchdog.stop());

async function expectGoodManners(bytes: Buffer): Promise<void> {
  watchdog.watch(bytes);
  try {
    const { wrong, milliseconds } = await tryInput(bytes);
    expect(wrong).toEqual([]);
    expect(milliseconds).toBeLessThan(patience);
  } finally {
    watchdog.rest();
  }
}

it.each(brokenFiles)('finds something to say of %s', async (_, bytes) => {
  await expectGoodManners(bytes);
  const { codes } = await tryInput(bytes);
  expect(codes).not.toEqual([]);
});

it(
  `neither faults nor hangs on ${numRuns} mutations of broken files (seed ${seed})`,
  { timeout: randomTimeout },
  async () => {
    const property = fc.asyncProperty(mutatedFiles, expectGoodManners);
    await fc.assert(property, { numRuns, seed });
  },
);
