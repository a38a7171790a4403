import {
  type Crd,
  fleets,
  needsUpstream,
  randomRuns,
  randomTimeout,
  readCrd,
} from '@fleetc/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileGood } from '../test/compile-fleet.ts';
import { readSecretCrds } from './secret-crds.ts';

const plurals: Readonly<Record<string, string>> = {
  RunnerDeployment: 'runnerdeployments',
  RunnerSet: 'runnersets',
  HorizontalRunnerAutoscaler: 'horizontalrunnerautoscalers',
};

function readCrds(): Map<string, Crd['accepts']> {
  const own = Object.entries(plurals).map(([kind, name]) => [kind, readCrd(name).accepts] as const);
  return new Map([...own, ...readSecretCrds()]);
}

it(
  'emits nothing that the real CRDs refuse, unknown fields included',
  async (context) => {
    needsUpstream(context);
    const crds = readCrds();
    const property = fc.asyncProperty(fleets, async (fleet) => {
      for (const { bundle } of (await compileGood(fleet)).environments) {
        for (const item of bundle!.items) {
          const accepts = item.type === 'object' ? crds.get(item.object.kind) : undefined;
          if (!accepts || item.type !== 'object') continue;
          expect(accepts(item.object) ? [] : accepts.errors).toEqual([]);
        }
      }
    });
    await fc.assert(property, randomRuns());
  },
  randomTimeout,
);
