import { fleets, needsUpstream, randomRuns, randomTimeout, readCrd } from '@fleetc/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileGood } from '../test/compile-fleet.ts';

const plurals: Readonly<Record<string, string>> = {
  RunnerDeployment: 'runnerdeployments',
  RunnerSet: 'runnersets',
  HorizontalRunnerAutoscaler: 'horizontalrunnerautoscalers',
};

it(
  'emits nothing that the real CRDs refuse, unknown fields included',
  async (context) => {
    needsUpstream(context);
    const crds = new Map(
      Object.entries(plurals).map(([kind, name]) => [kind, readCrd(name).accepts]),
    );
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
